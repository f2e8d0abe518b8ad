"""Hours are the town's own, over midnight and when its clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Hours
from tests.core.town import ALWAYS, DAYTIME, NEVER, ZONE, local

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = timedelta(days=8)

Spans = tuple[tuple[time, time], ...]


def only(day: int, *spans: tuple[time, time]) -> Hours:
    """Open on one weekday."""
    return Hours(tuple(spans if each == day else () for each in range(7)))


@st.composite
def days(draw: st.DrawFn) -> Spans:
    """The spans of a day, in order, on the quarter hour."""
    marks = draw(st.lists(st.integers(0, 95), max_size=4, unique=True).filter(_even))
    times = [time(mark // 4, mark % 4 * 15) for mark in sorted(marks)]
    return tuple(zip(times[::2], times[1::2], strict=True))


def _even(marks: list[int]) -> bool:
    return len(marks) % 2 == 0


HOURS = st.lists(days(), min_size=7, max_size=7).map(lambda week: Hours(tuple(week)))
TIMES = st.datetimes(
    datetime(2026, 3, 1), datetime(2026, 11, 30), timezones=st.just(UTC)
)  # both changes of the clocks in Berlin


def test_a_span_begins_at_its_first_minute_and_ends_before_its_last() -> None:
    assert not DAYTIME.open_at(local(2, 7, 59), ZONE)
    assert DAYTIME.open_at(local(2, 8), ZONE)
    assert DAYTIME.open_at(local(2, 17, 59), ZONE)
    assert not DAYTIME.open_at(local(2, 18), ZONE)


def test_hours_are_read_in_the_zone_of_the_town() -> None:
    assert DAYTIME.open_at(datetime(2026, 3, 2, 0, 30, tzinfo=UTC), ZONE)
    assert not DAYTIME.open_at(datetime(2026, 3, 2, 0, 30, tzinfo=UTC), BERLIN)


def test_an_office_that_is_open_opens_now() -> None:
    assert DAYTIME.next_open(local(2, 9), ZONE) == local(2, 9)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (local(2, 7), local(2, 8)),
        (local(2, 18), local(3, 8)),
        (local(2, 23, 59), local(3, 8)),
    ],
)
def test_an_office_that_is_shut_opens_on_the_same_day_or_the_next(
    now: datetime, opens: datetime
) -> None:
    assert DAYTIME.next_open(now, ZONE) == opens


def test_after_its_only_day_an_office_opens_in_a_week() -> None:
    monday = only(0, (time(9), time(10)))
    assert monday.next_open(local(2, 10), ZONE) == local(9, 9)


def test_between_two_spans_an_office_is_shut_until_the_second() -> None:
    noon = only(0, (time(9), time(12)), (time(13, 30), time(17)))
    assert noon.next_open(local(2, 12), ZONE) == local(2, 13, 30)


def test_a_span_over_midnight_is_two_that_meet() -> None:
    night = Hours(
        (((time(20), time.max),), ((time.min, time(2)),), *[()] * 5),
    )
    assert night.open_at(local(2, 23, 59), ZONE)
    assert night.open_at(local(3, 1, 59), ZONE)
    assert not night.open_at(local(3, 2), ZONE)


def test_what_is_always_open_is_open_now() -> None:
    assert ALWAYS.open_at(local(2, 3), ZONE)
    assert ALWAYS.next_open(local(2, 3), ZONE) == local(2, 3)


def test_what_never_opens_gives_no_time() -> None:
    assert not NEVER.open_at(local(2, 9), ZONE)
    assert NEVER.next_open(local(2, 9), ZONE) == local(2, 9)


def test_an_hour_that_the_clocks_skip_does_not_open() -> None:
    early = Hours((((time(2, 30), time(2, 45)),),) * 7)
    night = datetime(2026, 3, 29, 0, 0, tzinfo=UTC)  # 01:00; at 02:00 it becomes 03:00
    assert early.next_open(night, BERLIN) == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_opens_twice() -> None:
    early = Hours((((time(2, 30), time(2, 45)),),) * 7)
    first = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)  # 02:00, for the first time
    second = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert early.next_open(first, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert early.next_open(second, BERLIN) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(HOURS, TIMES, st.sampled_from((ZONE, BERLIN, ZoneInfo("America/New_York"))))
def test_when_it_opens_next_it_is_open_and_not_in_the_past(
    hours: Hours, now: datetime, zone: ZoneInfo
) -> None:
    opens = hours.next_open(now, zone)
    assert now <= opens <= now + WEEK
    if any(hours.spans):
        assert hours.open_at(opens, zone)


@given(HOURS, TIMES, st.integers(1, 7 * 96))
def test_nothing_opens_before_the_time_that_is_given(
    hours: Hours, now: datetime, quarters: int
) -> None:
    between = now + timedelta(minutes=15 * quarters)
    if between < hours.next_open(now, BERLIN):
        assert not hours.open_at(between, BERLIN)
