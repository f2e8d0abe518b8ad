"""What an official reads: true counts, the most urgent first, once a day in their own zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digests import MOST, Count, build, is_due, is_weekly, since
from tests.conftest import NOW
from tests.core.town import ticket

DAY = timedelta(days=1)
YESTERDAY = NOW - DAY
SHANGHAI, LIMA, KIRITIMATI = (
    ZoneInfo(name) for name in ("Asia/Shanghai", "America/Lima", "Pacific/Kiritimati")
)


def test_a_digest_of_nothing_is_quiet() -> None:
    digest = build([], [], [])
    assert digest.quiet
    assert (digest.by_category, digest.by_area, digest.urgent) == ((), (), ())


@pytest.mark.parametrize("what", ["new", "waiting", "late", "solved"])
def test_one_thing_to_tell_is_not_quiet(what: str) -> None:
    assert not build([Count("lamp", **{what: 1})], [], []).quiet
    assert build([Count("lamp")], [Count("east")], []).by_area == ()


def test_what_was_counted_in_parts_is_told_together_and_most_first() -> None:
    digest = build(
        [Count("bin", new=1), Count("lamp", new=2), Count("lamp", waiting=3, late=2)],
        [Count(None, waiting=1), Count("west", new=1), Count("east", waiting=2), Count("mill")],
        [],
    )
    assert digest.total == Count(None, new=3, waiting=3, late=2)
    assert digest.by_category == (Count("lamp", new=2, waiting=3, late=2), Count("bin", new=1))
    assert [each.slug for each in digest.by_area] == ["east", None, "west"]


def test_only_so_many_are_put_before_the_reader() -> None:
    some = [ticket(ref=f"A{number}") for number in range(MOST + 1)]
    assert build([], [], some).urgent == tuple(some[:MOST])


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        (SHANGHAI, datetime(2026, 3, 2, 0, tzinfo=UTC)),
        (LIMA, datetime(2026, 3, 2, 13, tzinfo=UTC)),
        (KIRITIMATI, datetime(2026, 3, 1, 18, tzinfo=UTC)),
        (ZoneInfo("Asia/Kolkata"), datetime(2026, 3, 2, 2, 30, tzinfo=UTC)),
    ],
)
def test_the_digest_leaves_at_eight_wherever_the_reader_is(zone: ZoneInfo, at: datetime) -> None:
    assert not is_due(8, zone, None, at - timedelta(minutes=1))
    assert is_due(8, zone, None, at)
    assert not is_due(8, zone, at, at + timedelta(hours=15, minutes=59))
    assert not is_due(8, zone, at, at + timedelta(hours=16))  # midnight: before its hour
    assert is_due(8, zone, at, at + DAY)


def test_a_digest_that_was_missed_leaves_later_on_the_same_day() -> None:
    assert is_due(8, SHANGHAI, YESTERDAY, NOW + timedelta(hours=10))


def test_the_first_ever_does_not_come_late() -> None:
    assert not is_due(8, SHANGHAI, None, NOW)
    assert is_due(8, SHANGHAI, None, NOW + timedelta(hours=22))


@given(
    st.integers(0, 23),
    st.sampled_from((SHANGHAI, LIMA, KIRITIMATI, ZoneInfo("Europe/Berlin"))),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),
)
def test_in_ten_days_ten_digests_leave(hour: int, zone: ZoneInfo, start: datetime) -> None:
    last: datetime | None = None
    sent = []
    for quarters in range(10 * 96):
        now = start + timedelta(minutes=15 * quarters)
        if is_due(hour, zone, last, now):
            last = now
            sent.append(now.astimezone(zone).date())
    assert len(set(sent)) == len(sent)
    assert len(sent) in (9, 10, 11)  # the first day and the last are parts of one


@pytest.mark.parametrize(
    ("last", "start"),
    [(None, NOW - DAY), (NOW - DAY / 2, NOW - DAY / 2), (NOW - 30 * DAY, NOW - 7 * DAY)],
)
def test_a_digest_counts_from_the_last_one_but_not_for_ever(
    last: datetime | None, start: datetime
) -> None:
    assert since(last, NOW) == start


def test_the_first_digest_of_a_week_is_mondays_or_the_next_that_there_is() -> None:
    assert is_weekly(SHANGHAI, None, NOW + 3 * DAY)
    assert is_weekly(SHANGHAI, YESTERDAY, NOW)
    assert not is_weekly(SHANGHAI, NOW, NOW + 6 * DAY)
    assert is_weekly(SHANGHAI, NOW - 3 * DAY, NOW + DAY)
    assert not is_weekly(LIMA, YESTERDAY, NOW)  # it is Sunday there
    new_year = datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert not is_weekly(SHANGHAI, new_year - DAY, new_year)
