"""Time in which somebody is at work: deadlines that count no nights and no holidays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.core.catalogue import Hours

DAY = timedelta(days=1)
FAR = 400
"""Days that are looked ahead: who has no hours in them never opens."""


def after(hours: Hours, start: datetime, span: timedelta, zone: ZoneInfo) -> datetime:
    """When a length of working time from `start` is over, in UTC.

    Whole days count the days on which it is open, and end at the hour at which they began, or when
    that day's last hours end; the rest counts open hours. Round the clock, and for who never
    opens, it is plain time.
    """
    if hours.always:
        return start + span
    begin = hours.next_open(start, zone)
    if not hours.open_at(begin, zone):
        return start + span
    days, rest = divmod(span, DAY)
    if days:
        begin = _days_after(hours, begin, days, zone)
    return _hours_after(hours, begin, rest, zone) if rest else begin


def between(hours: Hours, start: datetime, end: datetime, zone: ZoneInfo) -> timedelta:
    """How much working time lies between two times, none when they are out of order. Round the
    clock, and for who never opens, it is plain time."""
    if hours.always or not any(hours.spans):
        return max(end - start, timedelta())
    spans = takewhile(lambda each: each[0] < end, _spans(hours, start, zone))
    return sum((min(shuts, end) - max(opens, start) for opens, shuts in spans), timedelta())


def _days_after(hours: Hours, begin: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The same hour so many working days later; within what is open on that day."""
    local = begin.astimezone(zone)
    open_days = (each for each in _days(local.date() + DAY) if hours.on(each))
    day = next((each for number, each in enumerate(open_days, 1) if number == days), None)
    if day is None:
        return begin + days * DAY
    spans = hours.on(day)
    wanted = local.time()
    if not any(start <= wanted <= end for start, end in spans):
        later = [start for start, _ in spans if start > wanted]
        wanted = later[0] if later else spans[-1][1]
    return datetime.combine(day, wanted, zone).astimezone(UTC)


def _hours_after(hours: Hours, begin: datetime, rest: timedelta, zone: ZoneInfo) -> datetime:
    """When so many open hours are over; at the end of a day at its last moment."""
    for opens, shuts in _spans(hours, begin, zone):
        open_for = shuts - max(opens, begin)
        if rest <= open_for:
            return max(opens, begin) + rest
        rest -= max(open_for, timedelta())
    return begin + rest


def _spans(hours: Hours, begin: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """From and to of what is open from `begin` on, in UTC: so that an hour that the clocks skip or
    repeat counts as long as it lasts."""
    for day in _days(begin.astimezone(zone).date()):
        for start, end in hours.on(day):
            opens = datetime.combine(day, start, zone).astimezone(UTC)
            shuts = _end(day, end, zone)
            if shuts > begin and shuts > opens:
                yield opens, shuts


def _end(day: date, end: time, zone: ZoneInfo) -> datetime:
    """The end of a span; midnight is the next day's beginning."""
    whole = datetime.combine(day + DAY, time.min, zone) if end == time.max else None
    return (whole or datetime.combine(day, end, zone)).astimezone(UTC)


def _days(first: date) -> Iterator[date]:
    return (first + number * DAY for number in range(FAR))
