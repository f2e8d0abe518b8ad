"""Until when a sentence means: until Friday, next week, for a month, 下周, 月底之前."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from bot.reading.tongue import Rule, Tongue, groups
from bot.reading.words import Words

Found = Callable[[Tongue, Rule, re.Match[str], date], date | None]


def find_until(text: str, now: datetime, words: Words) -> datetime | None:
    """The midnight at which what is said to last is over, aware; None when nothing says it.

    `text` is folded, `now` in local time.
    """
    for tongue in words.tongues:
        for rule in tongue.until:
            match = rule.pattern.search(text)
            found = _MEANS[rule.means](tongue, rule, match, now.date()) if match else None
            if found is not None and found > now.date():
                return datetime.combine(found, datetime.min.time(), now.tzinfo)
    return None


def _monday(day: date, weeks: int = 1) -> date:
    return day + timedelta(days=7 * weeks - day.weekday())


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _first(day: date, months: int = 1) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _said(match: re.Match[str], group: str) -> str:
    return next((each for each in groups(match, group) if each), "")


def _weekday(tongue: Tongue, rule: Rule, match: re.Match[str], day: date) -> date:
    return _next(day, tongue.day(_said(match, "day")))


def _weekday_after(tongue: Tongue, rule: Rule, match: re.Match[str], day: date) -> date:
    return _monday(day) + timedelta(days=tongue.day(_said(match, "day")))


def _nth(tongue: Tongue, rule: Rule, match: re.Match[str], day: date) -> date | None:
    """The next day of a month with this number; the one after it when that is included."""
    number = tongue.number(_said(match, "nth"))
    for months in range(3):
        try:
            found = _first(day, months).replace(day=number)
        except ValueError:
            continue
        if found > day:
            return found + timedelta(days=1) if _said(match, "past") else found
    return None


def _date(tongue: Tongue, rule: Rule, match: re.Match[str], day: date) -> date | None:
    month, number = tongue.month(_said(match, "month")), tongue.number(_said(match, "nth"))
    for year in (day.year, day.year + 1):
        try:
            found = date(year, month, number)
        except ValueError:
            return None
        if found > day:
            return found
    return None


def _lasting(tongue: Tongue, rule: Rule, match: re.Match[str], day: date) -> date:
    said = _said(match, "number")
    number = 2 if rule.means == "two" else tongue.number(said) if said else 1
    return day + timedelta(days=number * tongue.unit(_said(match, "unit")))


_MEANS: Mapping[str, Found] = {
    "weekday": _weekday,
    "weekday_after": _weekday_after,
    "date": _date,
    "nth": _nth,
    "lasting": _lasting,
    "two": _lasting,
    "days": lambda tongue, rule, match, day: day + timedelta(days=rule.number),
    "week": lambda tongue, rule, match, day: _monday(day, rule.number),
    "month": lambda tongue, rule, match, day: _first(day, rule.number),
}
