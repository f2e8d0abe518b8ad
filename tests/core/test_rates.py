"""Rates are shares of what was answered; nobody's silence is content, nobody's "no" is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Kind
from bot.core.rates import (
    AT_ONCE,
    COPIED,
    SOON,
    UNDONE,
    Outcome,
    Rate,
    headline,
    oddities,
    outcomes,
    rates,
)
from bot.core.tickets import Move, Owner, State, TicketEvent
from tests.conftest import NOW
from tests.core.town import ticket

HOUR = timedelta(hours=1)


def event(move: Move, hours: float, **facts: Any) -> TicketEvent:
    """Something that happened so many hours after the opening."""
    return TicketEvent(
        ref="K7Q-4M2",
        at=NOW + hours * HOUR,
        who="li",
        move=move,
        before=State.ACCEPTED,
        after=State.RESOLVED,
        facts=facts,
    )


def done(hours: float, owner: str = "lamps", **facts: Any) -> TicketEvent:
    """Somebody of a responder says that it is done."""
    return event(Move.RESOLVE, hours, owner=owner, hands=Owner.RESPONDER, **facts)


def outcome(owner: str = "lamps", **more: Any) -> Outcome:
    """Somebody said "done"."""
    given_: dict[str, Any] = {"holder": "li", "at": NOW, "took": HOUR, **more}
    return Outcome("K7Q-4M2", "lamp", "mill", owner, **given_)


def test_the_answers_belong_to_who_said_done_last() -> None:
    history = [
        done(2),
        event(Move.REOPEN, 5),
        done(9, "desk"),
        event(Move.RATE, 10, contacted=None, solved=True, satisfied=None),
        event(Move.RATE, 10, contacted=True, solved=True, satisfied=5),
    ]
    first, second = outcomes(ticket(opened_at=NOW), history)
    assert (first.owner, first.solved, first.took) == ("lamps", False, 2 * HOUR)
    assert (second.owner, second.solved, second.contacted) == ("desk", True, True)
    assert (second.satisfied, second.took) == (5, 4 * HOUR)


def test_an_old_event_without_its_owner_counts_for_who_has_the_ticket() -> None:
    (one,) = outcomes(ticket(opened_at=NOW, owner="desk"), [event(Move.RESOLVE, 1)])
    assert one.owner == "desk"
    helped = ticket(opened_at=NOW, owner=None, owner_kind=Owner.VOLUNTEERS)
    assert outcomes(helped, [event(Move.RESOLVE, 1)])[0].owner == "volunteers"
    assert outcomes(helped, [event(Move.RATE, 1, solved=True)]) == []
    assert outcomes(helped, [event(Move.REOPEN, 1)]) == []


def test_silence_is_told_apart_and_is_no_part_of_any_share() -> None:
    found = [
        outcome(solved=True, contacted=True, satisfied=5),
        outcome(solved=True, satisfied=2),
        outcome(solved=False),
        outcome(),
    ]
    (told,) = rates(found, lambda each: each.owner)
    assert (told.key, told.done, told.silent) == ("lamps", 4, 1)
    assert told.contacted == Rate(1, 1)
    assert told.solved == Rate(2, 3)
    assert told.satisfied == Rate(1, 2)


def test_the_largest_group_comes_first() -> None:
    found = [outcome("a"), outcome("b"), outcome("b"), outcome("c")]
    assert [each.key for each in rates(found, lambda each: each.owner)] == ["b", "a", "c"]


def test_the_headline_counts_what_was_solved_without_government() -> None:
    kinds = {"lamps": Kind.ENTERPRISE, "desk": Kind.GOVERNMENT}
    found = [
        outcome(took=1 * HOUR, solved=True),
        outcome("volunteers", took=3 * HOUR, solved=True),
        outcome("volunteers", took=90 * HOUR),
        outcome(took=9 * HOUR, solved=False),
        outcome("desk", took=8 * HOUR, solved=True),
    ]
    told = headline(found, kinds.get)
    assert told.without == Rate(2, 3)
    assert (told.others, told.government) == (2 * HOUR, 8 * HOUR)
    nothing = headline([], kinds.get)
    assert (nothing.without.share, nothing.others, nothing.government) == (None, None, None)


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366)],
)
def test_intervals_are_wilsons(yes: int, of: int, low: float, high: float) -> None:
    found = Rate(yes, of).interval
    assert found is not None
    assert found == pytest.approx((low, high), abs=0.001)
    assert Rate(0, 0).interval is None


@given(st.integers(1, 5000), st.data())
def test_an_interval_holds_its_share(of: int, data: st.DataObject) -> None:
    rate = Rate(data.draw(st.integers(0, of)), of)
    assert rate.interval is not None
    assert rate.share is not None
    low, high = rate.interval
    assert 0 <= low <= rate.share + 1e-9
    assert rate.share - 1e-9 <= high <= 1


def test_many_at_once_and_the_same_words_are_told() -> None:
    minutes = [outcome(at=NOW + timedelta(seconds=30 * n)) for n in range(AT_ONCE)]
    assert oddities(minutes) == [("at_once", "lamps", AT_ONCE)]
    assert oddities(minutes[1:]) == []
    said = [outcome(at=NOW + n * HOUR, text="Dealt with  it, thanks") for n in range(COPIED)]
    assert oddities(said) == [("copied", "lamps", COPIED)]
    assert oddities([outcome(at=NOW + n * HOUR, text="done") for n in range(9)]) == []
    assert oddities([outcome(holder=None) for _ in range(20)]) == []


def reopened(*found: Outcome) -> list[tuple[str, str, int]]:
    return [each for each in oddities(found) if each[0] == "reopened"]


def test_what_is_soon_opened_again_is_told_of_a_person_or_of_all() -> None:
    undone = [outcome(stood=SOON, solved=False) for _ in range(UNDONE)]
    kept = [outcome(solved=True) for _ in range(11)]
    assert reopened(*undone, *kept) == [("reopened", "lamps", UNDONE)]
    assert reopened(*undone[1:]) == []
    assert reopened(*undone, *kept, *kept) == []
    others = [outcome(holder="sun") for _ in range(30)]
    assert reopened(*undone, *kept, *others) == [("reopened", "lamps", UNDONE)]
    assert reopened(*(outcome(stood=SOON + HOUR) for _ in range(9))) == []
    everybody = [outcome(holder=str(n), stood=HOUR) for n in range(UNDONE + 2)]
    assert reopened(*everybody) == [("reopened", "lamps", UNDONE + 2)]


def test_a_no_tells_how_long_the_done_stood() -> None:
    history = [done(2), event(Move.REOPEN, 5), done(9)]
    first, second = outcomes(ticket(opened_at=NOW), history)
    assert (first.stood, second.stood) == (3 * HOUR, None)


def test_an_answer_about_ones_own_work_is_none() -> None:
    history = [done(2), event(Move.RATE, 3, solved=True, satisfied=5, own=True)]
    (one,) = outcomes(ticket(opened_at=NOW), history)
    assert (one.solved, one.satisfied) == (None, None)


def test_of_a_part_nobody_is_asked_and_the_wholes_answer_is_no_ones() -> None:
    (part,) = outcomes(ticket(opened_at=NOW, parent="K7Q-4M2"), [done(1)])
    (told,) = rates([part], lambda each: each.owner)
    assert (told.done, told.silent) == (1, 0)
    history = [
        done(1),
        event(Move.REOPEN, 2),
        event(Move.PARTS_DONE, 3),
        event(Move.RATE, 4, contacted=True, solved=True, satisfied=5),
        event(Move.REOPEN, 5),
    ]
    (before,) = outcomes(ticket(opened_at=NOW), history)
    assert (before.solved, before.satisfied, before.stood) == (False, None, 1 * HOUR)
