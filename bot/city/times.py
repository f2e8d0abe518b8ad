"""How a city's files write time: lengths ("2h") and opening hours ("Mo-Fr 09:00-17:00")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time, timedelta
from itertools import pairwise

from bot.core.catalogue import Hours

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
ALWAYS = "24/7"

_SPAN = re.compile(r"([1-9]\d{0,3})\s*([mhd])")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_MIDNIGHT = time.max
"""The end of a day: `Hours` compares with times below it."""


def read_span(text: str) -> timedelta | None:
    """ "30m", "2h" or "3d" as a length of time, or None when it is none."""
    found = _SPAN.fullmatch(text.strip())
    return int(found[1]) * _UNITS[found[2]] if found else None


def read_hours(text: str) -> Hours:
    """Hours out of "Mo-Fr 09:00-12:00,13:30-17:30; Sa 10:00-16:00" or "24/7".

    A span may go over midnight. Raises ValueError that says what is wrong and what to
    write instead.
    """
    if text.strip() == ALWAYS:
        return Hours(spans=((),) * 7, always=True)
    days: list[list[tuple[time, time]]] = [[] for _ in DAYS]
    for part in text.split(";"):
        names, _, spans = part.strip().partition(" ")
        numbers = _read_days(names)
        for start, end in _read_spans(spans, part):
            for day in numbers:
                _add(days, day, start, end)
    return Hours(spans=tuple(_in_order(spans, DAYS[i]) for i, spans in enumerate(days)))


def _read_days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        if first not in DAYS or (dash and last not in DAYS):
            raise ValueError(f"{part!r} is no day; write days as Mo, Mo-Fr or Mo,We,Fr")
        start = DAYS.index(first)
        length = (DAYS.index(last) - start) % 7 if dash else 0
        days += [(start + step) % 7 for step in range(length + 1)]
    return days


def _read_spans(text: str, part: str) -> Iterator[tuple[time, time]]:
    for span in text.split(","):
        found = _HOURS.fullmatch(span.strip())
        end = f"{found[3]}:{found[4]}" if found else ""
        if not found or end > "24:00":
            raise ValueError(
                f"{part.strip()!r} has no clear hours; write them as Mo-Fr 09:00-12:00,13:30-17:30"
            )
        start = time(int(found[1]), int(found[2]))
        yield start, _MIDNIGHT if end == "24:00" else time.fromisoformat(end)


def _add(days: list[list[tuple[time, time]]], day: int, start: time, end: time) -> None:
    if start < end:
        days[day].append((start, end))
        return
    days[day].append((start, _MIDNIGHT))
    if end > time.min:
        days[(day + 1) % 7].append((time.min, end))


def _in_order(spans: list[tuple[time, time]], day: str) -> tuple[tuple[time, time], ...]:
    ordered = sorted(spans)
    for before, after in pairwise(ordered):
        if after[0] < before[1]:
            raise ValueError(f"the hours on {day} overlap; write each hour once")
    return tuple(ordered)
