"""Reads categories/ and responders/: what a city offers, and who stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.city.questions import CATCH_ALL, read_questions
from bot.city.sheet import Page, Sheet, read_every
from bot.core.catalogue import MODULES, Category, Condition, Kind, Responder, Rung, Urgency

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
    """The responders by slug; what is wrong goes to the faults. `holidays = true` is for who works
    on public holidays, too; the others' are closed by `closed_on`."""

    def read(slug: str, sheet: Sheet) -> Responder:
        responder = Responder(
            slug=slug,
            kind=Kind(sheet.choice("kind", Kind)),
            names=sheet.names("names", languages),
            areas=frozenset(sheet.texts("areas")),
            categories=_read_served(sheet, categories),
            hours=sheet.hours("hours"),
            staff=_read_staff(sheet),
            capacity=sheet.number("capacity", 1, 100_000) if "capacity" in sheet.table else None,
            on_holidays=sheet.flag("holidays", False),
        )
        sheet.done()
        return responder

    return read_every(Page(RESPONDERS, faults), folder, read)


def asked_on(days: frozenset[date], known: Mapping[str, Category]) -> dict[str, Category]:
    """The categories, with these days out of the hours in which a rung is asked."""

    def read(rung: Rung) -> Rung:
        if rung.when.hours is None:
            return rung
        return replace(rung, when=replace(rung.when, hours=replace(rung.when.hours, shut=days)))

    return {
        slug: replace(each, ladder=tuple(map(read, each.ladder))) for slug, each in known.items()
    }


def closed_on(days: frozenset[date], known: Mapping[str, Responder]) -> dict[str, Responder]:
    """The responders, closed on these days unless they work on holidays."""
    return {
        slug: each if each.on_holidays else replace(each, hours=replace(each.hours, shut=days))
        for slug, each in known.items()
    }


def _read_rung(row: Sheet) -> Rung:
    answer = row.span("answer", "2h")
    value = row.value("to")
    when = _read_condition(row.sheet("when", needed=False))
    row.done()
    if isinstance(value, str) and value.startswith("responder:"):
        return Rung(answer, responder=value.removeprefix("responder:"), when=when)
    to = row.choice("to", [*Kind, "volunteers", "responder:<slug>"])
    if to == "volunteers":
        return Rung(answer, volunteers=True, when=when)
    return Rung(answer, kind=Kind(to) if to in set(Kind) else None, when=when)


def _read_condition(sheet: Sheet) -> Condition:
    urgency = sheet.texts("urgency", needed=False)
    for each in urgency:
        if each not in set(Urgency):
            sheet.wrong("urgency", f"{each!r} is none; write some of: {', '.join(Urgency)}")
    answers = sheet.sheet("answers", needed=False)
    condition = Condition(
        areas=frozenset(sheet.texts("areas", needed=False)),
        urgency=frozenset(Urgency(each) for each in urgency if each in set(Urgency)),
        hours=sheet.hours("hours") if "hours" in sheet.table else None,
        answers={key: frozenset(answers.texts(key)) for key in answers.table},
    )
    sheet.done()
    return condition


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
