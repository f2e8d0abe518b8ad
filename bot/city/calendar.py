"""When a city works: its public holidays, and how long each urgency may take."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import holidays

from bot.city.sheet import Sheet
from bot.core.catalogue import TIERS, Tier, Urgency

YEARS = range(2024, 2038)
"""The years whose holidays are known; where a country sets them year by year, the next ones come
with newer versions of the package."""


def read_holidays(sheet: Sheet) -> frozenset[date]:
    """The days on which offices are shut: `country` and `region` by their ISO codes, `also` days of
    the city's own, `never` those on which it works all the same."""
    country, region = (
        sheet.text(key, example) if sheet.value(key) is not None else ""
        for key, example in (("country", "CN"), ("region", "BY"))
    )
    also, never = (_days(sheet, each) for each in ("also", "never"))
    sheet.done()
    if not country:
        return also - never
    try:
        return (_public(country.upper(), region or None) | also) - never
    except NotImplementedError:
        known = holidays.list_supported_countries()
        if country.upper() not in known:
            sheet.wrong("country", f'{country!r} is not known; write a code such as "CN"')
        else:
            codes = ", ".join(known[country.upper()]) or "none"
            sheet.wrong("region", f"{region!r} is no part of it; known are: {codes}")
        return also - never


@cache
def _public(country: str, region: str | None) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, subdiv=region, years=YEARS))


def _days(sheet: Sheet, key: str) -> frozenset[date]:
    value = sheet.value(key)
    given = value if isinstance(value, list) else [] if value is None else [value]
    days = [each for each in given if type(each) is date]
    if len(days) < len(given):
        sheet.wrong(key, f"these are no days; write {key} = [2026-05-04]")
    return frozenset(days)


def read_tiers(sheet: Sheet) -> Mapping[Urgency, Tier]:
    """How long each urgency may take, as far as the city says."""
    tiers = dict(TIERS)
    for urgency, usual in TIERS.items():
        if urgency.value in sheet.table:
            row = sheet.sheet(urgency.value)
            spans = {
                key: row.span(key, "4h") if key in row.table else getattr(usual, key)
                for key in ("dispatch", "answer", "solve")
            }
            row.known.update(spans)
            row.done()
            tiers[urgency] = Tier(**spans)
            if not spans["dispatch"] <= spans["answer"] <= spans["solve"]:
                sheet.wrong(urgency.value, "these do not grow; write dispatch <= answer <= solve")
    sheet.known.update(each.value for each in TIERS)
    sheet.done()
    return tiers
