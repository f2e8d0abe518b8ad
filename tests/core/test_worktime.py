"""Working time counts no nights, no weekends, no holidays; an hour is as long as it lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Hours
from bot.core.worktime import after, between
from tests.core.test_hours import HOURS, TIMES
from tests.core.town import ALWAYS, NEVER, ZONE, local

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Hours((*(((time(9), time(12)), (time(13), time(17))),) * 5, (), ()))
"""From Monday to Friday, with an hour for lunch; 2 March 2026 is a Monday."""

H, D = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (local(2, 10), 1 * H, local(2, 11)),
        (local(2, 11), 2 * H, local(2, 14)),  # over lunch
        (local(2, 16), 2 * H, local(3, 10)),  # over the night
        (local(6, 16), 2 * H, local(9, 10)),  # over the weekend
        (local(7, 10), 1 * H, local(9, 10)),  # begun on Saturday
        (local(2, 10), 7 * H, local(3, 10)),
        (local(6, 16), 1 * D, local(9, 16)),
        (local(7, 10), 1 * D, local(10, 9)),  # as if begun on Monday morning
        (local(2, 10), 2 * D + H, local(4, 11)),
        (local(2, 16), 1 * H, local(2, 17)),  # the last moment of a day
    ],
)
def test_nights_and_weekends_do_not_count(start: datetime, span: timedelta, end: datetime) -> None:
    assert after(OFFICE, start, span, ZONE) == end


def test_holidays_do_not_count() -> None:
    shut = replace(OFFICE, shut=frozenset({date(2026, 3, 3)}))
    assert after(shut, local(2, 16), 2 * H, ZONE) == local(4, 10)
    assert after(shut, local(2, 16), 1 * D, ZONE) == local(4, 16)
    assert shut.next_open(local(3, 10), ZONE) == local(4, 9)


def test_an_hour_that_a_day_does_not_have_is_its_next_or_its_last() -> None:
    short = Hours((((time(9), time(17)),), ((time(9), time(12)), (time(15), time(16))), *((),) * 5))
    assert after(short, local(2, 13), 1 * D, ZONE) == local(3, 15)
    assert after(short, local(2, 16, 30), 1 * D, ZONE) == local(3, 16)


def test_who_is_always_open_or_never_has_plain_time() -> None:
    for hours in (ALWAYS, NEVER):
        assert after(hours, local(7, 3), 5 * H, ZONE) == local(7, 8)


def test_what_is_shut_for_longer_than_anybody_looks_has_plain_time() -> None:
    days = frozenset(date(2026, 3, 3) + number * D for number in range(500))
    once = replace(OFFICE, shut=days)
    assert after(once, local(2, 10), 1 * D, ZONE) == local(3, 10)
    assert after(once, local(2, 16), 5 * H, ZONE) == local(2, 20)


def test_an_hour_that_the_clocks_skip_is_not_worked_and_one_that_they_repeat_is_worked_twice() -> (
    None
):
    night = Hours((((time(0), time(6)),),) * 7)
    spring = datetime(2026, 3, 29, 0, 0, tzinfo=BERLIN)
    assert after(night, spring, 5 * H, BERLIN) == datetime(2026, 3, 29, 6, tzinfo=BERLIN)
    autumn = datetime(2026, 10, 25, 0, 0, tzinfo=BERLIN)
    assert after(night, autumn, 7 * H, BERLIN) == datetime(2026, 10, 25, 6, tzinfo=BERLIN)


def test_a_day_that_ends_at_midnight_goes_over_into_the_next() -> None:
    late = Hours((((time.min, time.max),),) * 7)
    assert after(late, local(2, 22), 4 * H, ZONE) == local(3, 2)


@given(hours=HOURS, start=TIMES, minutes=st.integers(0, 23 * 60))
def test_less_than_a_day_is_exactly_so_many_open_minutes(
    hours: Hours, start: datetime, minutes: int
) -> None:
    start = start.replace(second=0, microsecond=0)
    end = after(hours, start, timedelta(minutes=minutes), ZONE)
    begin = hours.next_open(start, ZONE)
    if not hours.open_at(begin, ZONE):
        assert end == start + timedelta(minutes=minutes)
        return
    worked, now = 0, begin
    while now < end and worked <= minutes:
        if not hours.open_at(now, ZONE):
            now = hours.next_open(now, ZONE)
            continue
        now += timedelta(minutes=1)
        worked += 1
    assert worked == minutes
    assert end >= start
    assert end.tzinfo is UTC or end == start


@given(hours=HOURS, start=TIMES, days=st.integers(1, 15))
def test_days_end_within_hours_and_later_than_fewer(
    hours: Hours, start: datetime, days: int
) -> None:
    end, sooner = (after(hours, start, number * D, ZONE) for number in (days, days - 1))
    assert end > sooner >= start
    if hours.open_at(hours.next_open(start, ZONE), ZONE):
        local_end = end.astimezone(ZONE)
        spans = hours.on(local_end.date())
        assert any(first <= local_end.time() <= last for first, last in spans)


@given(HOURS, TIMES, st.timedeltas(timedelta(), 20 * H))
def test_the_time_between_is_what_was_worked(
    hours: Hours, start: datetime, span: timedelta
) -> None:
    if hours.always or any(hours.spans):
        end = after(hours, start, span, ZONE)
        assert between(hours, start, end, ZONE) == span


def test_between_counts_only_open_hours_and_never_less_than_none() -> None:
    assert between(OFFICE, local(2, 11), local(3, 10), ZONE) == 6 * H
    assert between(OFFICE, local(7, 11), local(8, 10), ZONE) == timedelta()
    for hours in (ALWAYS, NEVER):
        assert between(hours, local(7, 3), local(7, 8), ZONE) == 5 * H
        assert between(hours, local(7, 8), local(7, 3), ZONE) == timedelta()
