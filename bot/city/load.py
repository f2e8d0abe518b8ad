"""Reads a whole city folder and tells every fault at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.city.areas import read_areas
from bot.city.calendar import read_holidays, read_tiers
from bot.city.city import ALWAYS, LEVELS, Area, City, EmergencyNumber
from bot.city.ladders import check_ladders, check_skills
from bot.city.places import read_places
from bot.city.questions import read_faq
from bot.city.services import asked_on, closed_on, read_categories, read_responders
from bot.city.sheet import Page, Sheet, open_sheet
from bot.city.twins import check_twins
from bot.core.catalogue import MODULES, Catalogue, Hours, Names, Tier, Urgency
from bot.errors import BadCity

FILE = "city.toml"
NUMBERS = ("ambulance", "fire", "police", "care")
"""Purposes that every city has a number for; `care` is for a person in despair."""

RETENTION = {
    "messages": timedelta(days=30),
    "photos": timedelta(days=180),
    "people": timedelta(days=730),
}
"""How long things are kept after their last use, when the city says nothing else."""

_NUMBER = re.compile(r"\+?\d(?:[ -]?\d){1,14}")

LEAST_KEPT = timedelta(days=7)


@dataclass(frozen=True)
class _Head:
    """What city.toml says."""

    slug: str
    names: Names
    zone: ZoneInfo
    languages: tuple[str, ...]
    emergency: Mapping[str, EmergencyNumber]
    modules: Mapping[str, Names]
    reasons: Mapping[str, Names]
    refusals: Mapping[str, Names]
    digest_hour: int
    duty: Hours
    retention: Mapping[str, timedelta]
    skills: Mapping[str, Names]
    shut: frozenset[date]
    tiers: Mapping[Urgency, Tier]
    ask_same: bool


def load(folder: Path) -> City:
    """The city of a folder. Raises BadCity with all its faults."""
    faults: list[str] = []
    city = _read(folder, faults)
    if faults:
        raise BadCity(faults)
    return city


def check(folder: Path) -> list[str]:
    """Every fault of a city's folder, and below them every warning ("warning: ..")."""
    faults: list[str] = []
    city = _read(folder, faults)
    return [*faults, *city.warnings]


def _read(folder: Path, faults: list[str]) -> City:
    head = _read_head(folder, faults)
    areas = read_areas(folder, head.languages, faults)
    categories = asked_on(head.shut, read_categories(folder, head.languages, faults))
    catalogue = Catalogue(
        zone=head.zone,
        categories=categories,
        responders=closed_on(
            head.shut, read_responders(folder, head.languages, categories, faults)
        ),
        parents={each.slug: each.parent for each in areas.values()},
        decline_reasons=head.reasons,
        refuse_reasons=head.refusals,
        tiers=head.tiers,
    )
    city = City(
        slug=head.slug,
        names=head.names,
        zone=head.zone,
        languages=head.languages,
        emergency=head.emergency,
        catalogue=catalogue,
        areas=areas,
        places={},
        modules=head.modules,
        digest_hour=head.digest_hour,
        faq=read_faq(folder, head.languages, categories, faults),
        duty=replace(head.duty, shut=head.shut),
        retention=head.retention,
        skills=head.skills,
        ask_same=head.ask_same,
        warnings=tuple(check_ladders(catalogue, faults)),
    )
    if head.slug:
        check_skills(catalogue, head.skills, faults)
    _check_slug(head.slug, areas, faults)
    check_twins(city, faults)
    return replace(city, places=read_places(folder, head.languages, city.area_round, faults))


def _check_slug(slug: str, areas: Mapping[str, Area], faults: list[str]) -> None:
    page, found = Page(FILE, faults), areas.get(slug)
    if areas and found is None:
        page.wrong("slug", f"no area is {slug!r}; write the whole city's slug")
    elif found is not None and found.level != LEVELS[0]:
        page.wrong("slug", f"{slug!r} is a {found.level}; write the whole city's slug")


def _read_head(folder: Path, faults: list[str]) -> _Head:
    sheet = open_sheet(folder, FILE, faults) or Sheet(Page(FILE, []), {})
    languages = sheet.page.languages("languages", sheet.value("languages"))
    head = _Head(
        slug=sheet.page.slug("slug", sheet.value("slug")),
        names=sheet.names("names", languages),
        zone=_read_zone(sheet),
        languages=languages,
        emergency=_read_numbers(sheet.sheet("emergency"), languages),
        modules=_read_named(sheet.sheet("modules"), languages, MODULES),
        reasons=_read_reasons(sheet.sheet("decline_reasons"), languages),
        refusals=_read_reasons(sheet.sheet("refuse_reasons"), languages, "outside"),
        digest_hour=sheet.number("digest_hour", 0, 23),
        duty=_read_duty(sheet),
        retention=_read_retention(sheet.sheet("retention", needed=False)),
        skills=_read_named(sheet.sheet("skills", needed=False), languages),
        shut=read_holidays(sheet.sheet("holidays", needed=False)),
        tiers=read_tiers(sheet.sheet("tiers", needed=False)),
        ask_same=sheet.flag("ask_same", True),
    )
    sheet.done()
    return head


def _read_zone(sheet: Sheet) -> ZoneInfo:
    text = sheet.text("zone", "Asia/Shanghai")
    try:
        return ZoneInfo(text or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        sheet.wrong("zone", f'{text!r} is no time zone; write one such as "Asia/Shanghai"')
        return ZoneInfo("UTC")


def _read_duty(sheet: Sheet) -> Hours:
    """Round the clock, when the city says nothing else."""
    if "duty" not in sheet.table:
        return ALWAYS
    duty = sheet.sheet("duty")
    hours = duty.hours("hours")
    duty.done()
    return hours


def _read_retention(sheet: Sheet) -> dict[str, timedelta]:
    spans = dict(RETENTION)
    for key, usual in RETENTION.items():
        if key in sheet.table:
            spans[key] = sheet.span(key, f"{usual.days}d")
            if spans[key] < LEAST_KEPT:
                sheet.wrong(
                    key, f'that is too short to answer anybody; write "{LEAST_KEPT.days}d" or more'
                )
    sheet.known.update(RETENTION)
    sheet.done()
    return spans


def _read_numbers(sheet: Sheet, languages: tuple[str, ...]) -> dict[str, EmergencyNumber]:
    numbers: dict[str, EmergencyNumber] = {}
    for purpose in dict.fromkeys([*NUMBERS, *sheet.table]):
        row = sheet.sheet(purpose)
        if purpose in sheet.table:
            number = row.text("number", "112")
            if number and not _NUMBER.fullmatch(number):
                row.wrong("number", f'{number!r} cannot be dialled; write digits, such as "112"')
            numbers[purpose] = EmergencyNumber(number, row.names("names", languages))
            row.done()
    return numbers


def _read_reasons(
    sheet: Sheet, languages: tuple[str, ...], example: str = "not_ours"
) -> dict[str, Names]:
    reasons = _read_named(sheet, languages)
    if not reasons:
        sheet.page.wrong(
            sheet.where, f'there are none; write one, such as {example} = {{ en = ".." }}'
        )
    return reasons


def _read_named(
    sheet: Sheet, languages: tuple[str, ...], needed: Sequence[str] = ()
) -> dict[str, Names]:
    """Names for each slug of a table."""
    for slug in sheet.table:
        sheet.page.slug(sheet.place(slug), slug)
    slugs = needed or list(sheet.table)
    named = {slug: sheet.names(slug, languages) for slug in slugs}
    sheet.done()
    return named
