"""Reads categories/ and responders/: what a city offers, and who stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from bot.city.sheet import Page, Sheet, open_sheet
from bot.city.times import read_hours
from bot.core.catalogue import MODULES, Category, Hours, Kind, Responder, Rung, Urgency

CATEGORIES = "categories"
RESPONDERS = "responders"
ALL = "all"
CATCH_ALL = "other"

T = TypeVar("T")


def read_categories(
    folder: Path, languages: tuple[str, ...], faults: list[str]
) -> dict[str, Category]:
    """The categories by slug; what is wrong goes to the faults."""

    def read(slug: str, sheet: Sheet) -> Category:
        category = Category(
            slug=slug,
            module=sheet.choice("module", MODULES),
            names=sheet.names("names", languages),
            urgency=Urgency(sheet.choice("urgency", [Urgency.NORMAL, *Urgency])),
            ladder=tuple(_read_rung(row) for row in sheet.rows("ladder")),
            solve=sheet.span("solve", "3d"),
            needs_place=sheet.flag("needs_place", True),
            private=sheet.flag("private", False),
        )
        sheet.done()
        return category

    found = _read_all(folder, CATEGORIES, read, faults)
    if found and CATCH_ALL not in found:
        Page(f"{CATEGORIES}/{CATCH_ALL}.toml", faults).wrong(
            "the whole file", "it is missing; write it: it takes what fits no other category"
        )
    return found


def read_responders(
    folder: Path, languages: tuple[str, ...], categories: Collection[str], faults: list[str]
) -> dict[str, Responder]:
    """The responders by slug; what is wrong goes to the faults."""

    def read(slug: str, sheet: Sheet) -> Responder:
        responder = Responder(
            slug=slug,
            kind=Kind(sheet.choice("kind", Kind)),
            names=sheet.names("names", languages),
            areas=frozenset(sheet.texts("areas")),
            categories=_read_served(sheet, categories),
            hours=_read_hours(sheet),
            staff=_read_staff(sheet),
        )
        sheet.done()
        return responder

    return _read_all(folder, RESPONDERS, read, faults)


def _read_all(
    folder: Path, room: str, read: Callable[[str, Sheet], T], faults: list[str]
) -> dict[str, T]:
    found: dict[str, T] = {}
    for path in sorted((folder / room).glob("*.toml")):
        file = f"{room}/{path.name}"
        slug = Page(file, faults).slug("its name", path.stem)
        sheet = open_sheet(folder, file, faults)
        if sheet is not None and slug:
            found[slug] = read(slug, sheet)
    if not found:
        Page(room, faults).wrong("the folder", "no file in it can be read; write <slug>.toml")
    return found


def _read_rung(row: Sheet) -> Rung:
    answer = row.span("answer", "2h")
    value = row.value("to")
    row.done()
    if isinstance(value, str) and value.startswith("responder:"):
        return Rung(answer, responder=value.removeprefix("responder:"))
    to = row.choice("to", [*Kind, "volunteers", "responder:<slug>"])
    if to == "volunteers":
        return Rung(answer, volunteers=True)
    return Rung(answer, kind=Kind(to) if to in set(Kind) else None)


def _read_served(sheet: Sheet, categories: Collection[str]) -> frozenset[str]:
    if sheet.value("categories") == ALL:
        return frozenset(categories)
    return frozenset(sheet.texts("categories"))


def _read_hours(sheet: Sheet) -> Hours:
    text = sheet.text("hours", "Mo-Fr 09:00-17:30")
    try:
        return read_hours(text or "24/7")
    except ValueError as fault:
        sheet.wrong("hours", str(fault))
        return read_hours("24/7")


def _read_staff(sheet: Sheet) -> tuple[str, ...]:
    staff = sheet.texts("staff", needed=False)
    for address in staff:
        channel, colon, sender = address.partition(":")
        if not (channel and colon and sender):
            sheet.wrong("staff", f'{address!r} is no address; write "channel:sender"')
    return staff
