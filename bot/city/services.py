"""Reads categories/ and responders/: what a city offers, and who stands behind it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bot.city.questions import CATCH_ALL, read_questions
from bot.city.sheet import Page, Sheet, read_every
from bot.core.catalogue import MODULES, Category, Kind, Responder, Rung, Urgency

CATEGORIES = "categories"
RESPONDERS = "responders"
ALL = "all"


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
            care=sheet.flag("care", False),
            questions=read_questions(sheet, languages),
            skills=frozenset(sheet.texts("skills", needed=False)),
        )
        sheet.done()
        return category

    found = read_every(Page(CATEGORIES, faults), folder, read)
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
            hours=sheet.hours("hours"),
            staff=_read_staff(sheet),
        )
        sheet.done()
        return responder

    return read_every(Page(RESPONDERS, faults), folder, read)


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


def _read_staff(sheet: Sheet) -> tuple[str, ...]:
    staff = sheet.texts("staff", needed=False)
    for address in staff:
        channel, colon, sender = address.partition(":")
        if not (channel and colon and sender):
            sheet.wrong("staff", f'{address!r} is no address; write "channel:sender"')
    return staff
