"""What an official reads: true counts, the most urgent first, once a day in their own zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Urgency
from bot.core.digests import MOST, build, is_due, since
from bot.core.tickets import END, State, Ticket
from tests.conftest import NOW
from tests.core.town import ticket

DAY = timedelta(days=1)
YESTERDAY = NOW - DAY
SHANGHAI, LIMA, KIRITIMATI = (
    ZoneInfo(name) for name in ("Asia/Shanghai", "America/Lima", "Pacific/Kiritimati")
)


def named(ref: str, state: State = State.OFFERED, **more: object) -> Ticket:
    """A ticket that was opened long ago and is not late."""
    given = {"opened_at": NOW - 9 * DAY, "due": NOW + 9 * DAY, "ref": ref, **more}
    return ticket(state, **given)


def test_a_digest_of_nothing_is_quiet() -> None:
    digest = build([], YESTERDAY, NOW)
    assert digest.quiet
    assert (digest.by_category, digest.by_area, digest.urgent) == ((), (), ())


@pytest.mark.parametrize(
    "one",
    [
        named("A", opened_at=NOW - DAY / 2),
        named("A", opened_at=NOW - DAY / 2, state=State.CANCELLED),
        named("A"),
        named("A", late=True),
        named("A", State.RESOLVED, resolved_at=NOW - DAY / 2),
        named("A", State.CLOSED, resolved_at=NOW - DAY / 2),
    ],
)
def test_one_thing_to_tell_is_not_quiet(one: Ticket) -> None:
    assert not build([one], YESTERDAY, NOW).quiet


@pytest.mark.parametrize("state", [*sorted(END), State.RESOLVED])
def test_what_was_over_before_is_not_told_again(state: State) -> None:
    old = named("A", state, resolved_at=NOW - 2 * DAY, late=True, due=NOW - 3 * DAY)
    digest = build([old], YESTERDAY, NOW)
    assert digest.quiet
    assert digest.by_category == ()


def test_tickets_are_counted_in_all_by_category_and_by_area() -> None:
    digest = build(
        [
            named("A", opened_at=NOW - DAY / 2, area="east"),
            named("B", late=True, area="east"),
            named("C", due=NOW - DAY, area=None),
            named("D", State.RESOLVED, resolved_at=NOW - DAY / 2, area="east", category="bin"),
            named("E", State.CANCELLED, opened_at=NOW - DAY / 2, area="west", category="bin"),
            named("F", State.CLOSED, resolved_at=NOW - 3 * DAY, area="west", category="bin"),
        ],
        YESTERDAY,
        NOW,
    )
    total = digest.total
    assert (total.new, total.waiting, total.late, total.solved) == (2, 3, 2, 1)
    assert [(each.slug, each.new, each.waiting) for each in digest.by_category] == [
        ("lamp", 1, 3),
        ("bin", 1, 0),
    ]
    assert [(each.slug, each.waiting, each.late, each.solved) for each in digest.by_area] == [
        ("east", 2, 1, 1),
        ("west", 0, 0, 0),
        (None, 1, 1, 0),
    ]


def test_what_came_with_the_last_digest_is_not_new_in_the_next() -> None:
    old = named("A", State.CLOSED, opened_at=YESTERDAY, resolved_at=YESTERDAY)
    assert build([old], YESTERDAY, NOW).quiet
    assert not build([old], YESTERDAY - timedelta(microseconds=1), NOW).quiet


def test_danger_stands_first_then_what_is_late_then_what_presses_then_what_is_due() -> None:
    in_order = [
        named("danger-late", urgency=Urgency.EMERGENCY, late=True),
        named("danger", urgency=Urgency.EMERGENCY),
        named("late-high", urgency=Urgency.HIGH, due=NOW - DAY),
        named("late-low", urgency=Urgency.LOW, late=True),
        named("high", urgency=Urgency.HIGH, due=NOW + 5 * DAY),
        named("sooner", due=NOW + DAY),
        named("normal", due=NOW + 2 * DAY),
        named("low", urgency=Urgency.LOW, due=NOW + timedelta(hours=1)),
    ]
    for start in range(len(in_order) - MOST + 1):
        some = in_order[start:]
        Random(start).shuffle(some)
        urgent = build(some, YESTERDAY, NOW).urgent
        assert [each.ref for each in urgent] == [
            each.ref for each in in_order[start : start + MOST]
        ]


def test_what_is_resolved_or_over_is_not_put_before_the_reader() -> None:
    some = [named(state.value, state, late=True) for state in State]
    some += [named("E", state, urgency=Urgency.EMERGENCY) for state in (*END, State.RESOLVED)]
    urgent = build(some, YESTERDAY, NOW).urgent
    assert len(urgent) == MOST
    assert all(each.is_open and each.state is not State.RESOLVED for each in urgent)


def test_a_ticket_that_is_due_at_no_time_stands_by_its_age() -> None:
    old, new = named("old", due=None), named("new", due=None, opened_at=NOW)
    digest = build([new, old], YESTERDAY, NOW)
    assert [each.ref for each in digest.urgent] == ["old", "new"]
    assert digest.total.late == 0


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
