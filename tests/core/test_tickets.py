"""The table of moves, walked whole: what it says happens, and nothing else does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from bot.core.tickets import (
    END,
    HELD,
    LAST_REFUSAL,
    MOVES,
    OPEN,
    REFUSAL,
    BadMove,
    Move,
    Owner,
    State,
    Step,
    Ticket,
    may_move,
    move,
)
from tests.conftest import NOW, ROOT
from tests.core.town import ticket

LATER = NOW + timedelta(minutes=5)
WAYS = list(product(State, State))


def step(which: Move) -> Step:
    """A step of somebody, with a why."""
    return Step(
        move=which, at=LATER, who="li", why={"key": "why"}, facts={"text": "words"}, inbox=7
    )


def leads(which: Move, before: State, after: State) -> bool:
    """Whether the table says so."""
    return after in MOVES[which].get(before, frozenset())


def test_every_move_is_in_the_table_and_starts_and_ends_somewhere() -> None:
    assert set(MOVES) == set(Move)
    assert all(starts and all(starts.values()) for starts in MOVES.values())


@pytest.mark.parametrize("which", Move)
def test_a_move_is_made_exactly_where_the_table_says(which: Move) -> None:
    for before, after in WAYS:
        it = ticket(before)
        if leads(which, before, after):
            event = move(it, step(which), after)
            assert (it.state, it.version, it.changed_at) == (after, 1, LATER)
            assert (event.ref, event.move) == (it.ref, which)
            assert (event.before, event.after) == (before, after)
            assert (event.at, event.who, event.inbox) == (LATER, "li", 7)
            assert (event.why, event.facts) == ({"key": "why"}, {"text": "words"})
        else:
            with pytest.raises(BadMove, match=which.value):
                move(it, step(which), after)
            assert it == ticket(before)


@pytest.mark.parametrize("which", Move)
def test_whether_a_ticket_may_move_is_told_before_it_moves(which: Move) -> None:
    for before in State:
        allowed = any(leads(which, before, after) for after in State)
        assert may_move(ticket(before), which) == allowed


@pytest.mark.parametrize("which", Move)
def test_where_a_move_leads_is_left_unsaid_only_without_a_choice_or_to_stay(which: Move) -> None:
    for before in State:
        ends = MOVES[which].get(before, frozenset())
        it = ticket(before)
        if len(ends) == 1 or before in ends:
            move(it, step(which))
            assert it.state in (ends if len(ends) == 1 else {before})
        else:
            with pytest.raises(BadMove):
                move(it, step(which))


FROM: dict[State, str] = {
    State.NEW: "offer triage cancel_ticket change note merge",
    State.TRIAGE: "offer triage assign accept cancel_ticket change note merge refuse late "
    "parts_done",
    State.OFFERED: "triage assign accept claim decline unanswered cancel_ticket change note merge "
    "refuse late parts_done",
    State.ACCEPTED: "triage decline give_back lease_ended ask_resident progress resolve "
    "cancel_ticket change note merge remind late",
    State.IN_PROGRESS: "triage decline give_back lease_ended ask_resident progress resolve "
    "cancel_ticket change note merge remind late",
    State.WAITING_FOR_RESIDENT: "triage decline give_back lease_ended ask_resident progress "
    "resolve cancel_ticket change note merge remind late answer no_answer",
    State.RESOLVED: "close reopen rate note merge",
    State.CLOSED: "reopen rate note",
    State.CANCELLED: "",
    State.REFUSED: "appeal",
    State.MERGED: "unmerge",
}


@pytest.mark.parametrize("state", State)
def test_what_may_happen_to_a_ticket_follows_from_where_it_stands(state: State) -> None:
    allowed = {which for which in Move if may_move(ticket(state), which)}
    assert allowed == {Move.FORGET, *map(Move, FROM[state].split())}


@pytest.mark.parametrize("end", sorted(END))
def test_from_an_end_no_way_leads_out_but_to_open_to_appeal_or_to_take_apart(end: State) -> None:
    ways = {
        (which, after)
        for which, starts in MOVES.items()
        for after in starts.get(end, ())
        if after is not end
    }
    again = (State.OFFERED, State.TRIAGE)
    out = {
        State.CLOSED: {(Move.REOPEN, each) for each in again},
        State.REFUSED: {(Move.APPEAL, State.TRIAGE)},
        State.MERGED: {(Move.UNMERGE, each) for each in again},
    }
    assert ways == out.get(end, set())


@pytest.mark.parametrize("start", sorted(OPEN))
def test_from_every_open_state_a_way_leads_to_an_end(start: State) -> None:
    assert reached(start) & END


def test_from_new_every_state_can_be_reached() -> None:
    assert reached(State.NEW) == set(State)


def reached(start: State) -> set[State]:
    """All states that moves lead to from one."""
    found, todo = {start}, [start]
    while todo:
        here = todo.pop()
        ends = {after for starts in MOVES.values() for after in starts.get(here, ())}
        todo += ends - found
        found |= ends
    return found


@pytest.mark.parametrize("lost", ["owner_kind", "deadline"])
@pytest.mark.parametrize("which", Move)
def test_no_move_leaves_an_open_ticket_without_owner_or_deadline(which: Move, lost: str) -> None:
    for before, after in WAYS:
        if not leads(which, before, after):
            continue
        it = ticket(before)
        if after in END:
            move(it, step(which), after, **{lost: None})
            assert it.state is after
        else:
            with pytest.raises(BadMove, match="without owner or deadline"):
                move(it, step(which), after, text="changed", **{lost: None})
            assert it == ticket(before)


def test_what_a_move_changes_is_changed_with_it() -> None:
    it = ticket(State.OFFERED)
    deadline = NOW + timedelta(days=1)
    move(it, step(Move.ACCEPT), holder="li", deadline=deadline)
    assert (it.state, it.holder, it.deadline) == (State.ACCEPTED, "li", deadline)


def test_a_move_may_give_the_owner_that_was_missing() -> None:
    it = ticket(State.NEW, owner_kind=None, deadline=None)
    move(it, step(Move.TRIAGE), owner_kind=Owner.COORDINATOR, deadline=LATER)
    assert (it.state, it.owner_kind) == (State.TRIAGE, Owner.COORDINATOR)


@pytest.mark.parametrize("state", State)
def test_a_ticket_is_open_until_an_end_and_held_while_somebody_works_on_it(state: State) -> None:
    it = ticket(state)
    assert it.is_open == (state not in END)
    assert it.held == (state in HELD)
    assert not (it.held and not it.is_open)


def test_a_new_ticket_begins_as_new_and_unread() -> None:
    it = Ticket(ref="", resident="wang", category="lamp", opened_at=NOW, changed_at=NOW)
    assert (it.state, it.version, it.late) == (State.NEW, 0, False)


def test_a_refusal_may_be_appealed_once() -> None:
    first = {"key": REFUSAL, "facts": {"reason": "outside"}}
    assert ticket(State.REFUSED, why=first).may_be_appealed
    assert not ticket(State.REFUSED, why={**first, "key": LAST_REFUSAL}).may_be_appealed
    assert not ticket(State.TRIAGE, why=first).may_be_appealed


@pytest.mark.parametrize(
    ("key", "chosen"),
    [("why-assigned", True), ("why-assigned-volunteers", True), ("why-last", False)],
)
def test_a_ticket_knows_whether_a_coordinator_chose_who_has_it(key: str, chosen: bool) -> None:
    assert ticket(why={"key": key, "facts": {}}).assigned == chosen


OTHERS = {
    "bot/inbox/worker.py:_over",  # the state of a message in the inbox
    "bot/inbox/pieces.py:_done",
    "bot/core/relays.py:take",  # the stage of a talk with a person
    "bot/core/relays.py:end",
    "bot/core/relays.py:wait_again",
    "bot/desk/opening.py:_cancel",  # a copy of the ticket, which is not kept
}


def test_only_one_function_writes_the_state_of_a_ticket() -> None:
    files = sorted((ROOT / "bot").rglob("*.py"))
    assert len(files) > 50
    found = {name for file in files for name in writers(file)}
    assert found - OTHERS == {"bot/core/tickets.py:move"}


def writers(file: Path) -> Iterator[str]:
    """Functions that set something's `state`, as file:function."""
    for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            set_here = {
                node.attr
                for node in ast.walk(function)
                if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
            }
            if "state" in set_here:
                yield f"{file.relative_to(ROOT).as_posix()}:{function.name}"
