"""Who passes on much of what they are asked, for one reason, or from hand to hand: told fairly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from bot.core.catalogue import Kind
from bot.core.declines import LAYS, LEAST, Pattern, patterns, stands_behind, went_round
from bot.core.tickets import MOVES, Move, State, TicketEvent
from tests.conftest import NOW
from tests.core.town import DESK, ENTERPRISE, GOVERNMENT, VOLUNTEERS, category, office, rung, town

REASONS = ("not_ours", "no_hands")


def event(ref: int, move: Move, by: str | None = None, **facts: Any) -> TicketEvent:
    """Something that happened to a ticket; `by` is the responder that its why tells."""
    return TicketEvent(
        ref=f"T{ref}",
        at=NOW,
        move=move,
        before=State.OFFERED,
        after=State.OFFERED,
        why={"key": "why", "facts": {"responder": by}} if by else {},
        facts=facts,
    )


def asked(ref: int, whom: str = "lamps") -> TicketEvent:
    """A new ticket is laid before somebody."""
    return event(ref, Move.OFFER, whom)


def declined(ref: int, by: str = "lamps", **facts: Any) -> TicketEvent:
    """Somebody passes a ticket on."""
    return event(ref, Move.DECLINE, by, **facts)


def unanswered(ref: int, by: str = "lamps", **facts: Any) -> TicketEvent:
    """Somebody did not answer."""
    return event(ref, Move.UNANSWERED, by, **facts)


def told(events: Iterable[TicketEvent]) -> list[Pattern]:
    return patterns(events, REASONS)


def test_half_of_five_is_a_pattern_and_less_is_none() -> None:
    five = [asked(n) for n in range(LEAST)]
    gone = [declined(0, reason="not_ours"), unanswered(1), declined(2, reason="not_ours")]
    assert told([*five, *gone]) == [Pattern("lamps", 5, 2, 1, "not_ours")]
    assert told([*five, *gone])[0].passed == 3
    assert told([*five, *gone[1:]]) == []
    assert told([*five[1:], declined(1), declined(2), declined(3)]) == []


def test_one_reason_again_and_again_is_a_pattern_however_much_was_asked() -> None:
    many = [asked(n) for n in range(40)]
    same = [declined(n, reason="not_ours") for n in range(3)]
    others = [declined(3, reason="no_hands"), declined(4, text="the road is shut", reason=None)]
    assert told([*many, *same, *others]) == [Pattern("lamps", 40, 5, 0, "not_ours")]
    mixed = [*same[1:], declined(0, reason="no_hands"), *others]
    assert told([*many, *mixed]) == []


def test_a_reason_that_the_city_no_longer_lists_is_not_told() -> None:
    five = [asked(n) for n in range(LEAST)]
    assert told([*five, *(declined(n, reason="rain") for n in range(5))]) == [
        Pattern("lamps", 5, 5, 0, None)
    ]


def test_of_reasons_that_came_as_often_the_first_by_name_is_told() -> None:
    five = [asked(n) for n in range(LEAST)]
    gone = [declined(n, reason=REASONS[n % 2]) for n in range(4)]
    assert told([*five, *gone])[0].reason == "no_hands"


def test_who_passes_most_on_comes_first() -> None:
    found = [asked(n, "buses") for n in range(6)] + [asked(n + 50) for n in range(5)]
    found += [asked(n + 90, "bins") for n in range(8)]
    found += [declined(n, "buses") for n in range(4)] + [declined(n + 50) for n in range(5)]
    found += [declined(n + 90, "bins") for n in range(4)]
    assert [each.responder for each in told(found)] == ["lamps", "buses", "bins"]


def test_what_is_handed_on_counts_where_it_is_laid() -> None:
    found = []
    for n in range(LEAST):
        found += [asked(n, "buses"), declined(n, "buses", to="lamps"), declined(n, to="volunteers")]
        found += [event(n, Move.LEASE_ENDED, to="coordinator")]
    assert [(each.responder, each.asked) for each in told(found)] == [("buses", 5), ("lamps", 5)]


def test_an_answer_of_who_is_not_known_to_have_been_asked_does_not_count() -> None:
    assert told(declined(n) for n in range(9)) == []
    untold = [asked(n, "buses") for n in range(9)] + [unanswered(n, "buses") for n in range(9)]
    found = told([*untold, *(declined(n) for n in range(9))])
    assert [(each.responder, each.unanswered) for each in found] == [("buses", 9)]


def test_silence_of_volunteers_and_of_a_team_that_left_is_nobodys() -> None:
    found = [event(n, Move.OFFER) for n in range(9)] + [event(n, Move.UNANSWERED) for n in range(9)]
    assert told(found) == []


@pytest.mark.parametrize(
    ("history", "round_"),
    [
        ([asked(1), declined(1, to="desk")], False),
        ([asked(1), declined(1, to="desk"), unanswered(1, "desk", to="coordinator")], False),
        ([asked(1), declined(1, to="desk"), event(1, Move.REOPEN, to="lamps")], True),
        ([asked(1, "a"), declined(1, "a"), declined(1, "b"), declined(1, "c")], True),
        ([asked(1, "a"), declined(1, "a"), declined(1, "b"), declined(1, "a")], True),
        ([asked(1), event(1, Move.CHANGE, to="desk"), event(1, Move.CHANGE, to="lamps")], False),
        ([event(1, Move.LEASE_ENDED, to="volunteers") for _ in range(5)], False),
        ([event(1, Move.CHANGE), event(1, Move.TRIAGE)], False),
    ],
)
def test_a_ticket_goes_round_when_it_comes_back_or_is_handed_on_thrice(
    history: list[TicketEvent], round_: bool
) -> None:
    assert went_round([*history, asked(2)]) == round_


def test_an_office_stands_behind_whom_its_ladders_ask_before_it_in_its_part_of_the_city() -> None:
    known = town(
        office("lamps", Kind.ENTERPRISE, ["mill"]),
        office("far", Kind.ENTERPRISE, ["west"]),
        office("city_lamps", Kind.ENTERPRISE, ["town"]),
        office("east_office", Kind.GOVERNMENT, ["east"]),
        replace(office("deaf", Kind.ENTERPRISE, ["mill"]), categories=frozenset({"bin"})),
    )

    def behind(slug: str, *ladder: Any) -> list[str]:
        one = replace(known, categories={"lamp": category(*ladder)})
        return sorted(stands_behind(one, slug))

    assert behind("desk", ENTERPRISE, DESK) == ["city_lamps", "far", "lamps"]
    assert behind("east_office", ENTERPRISE, VOLUNTEERS, GOVERNMENT) == ["city_lamps", "lamps"]
    assert behind("east_office", ENTERPRISE, DESK) == []
    assert behind("desk", rung(responder="deaf"), GOVERNMENT, DESK) == ["deaf", "east_office"]
    assert behind("desk", DESK) == []


def test_every_move_that_lays_a_ticket_before_somebody_is_looked_at() -> None:
    others = {Move.NOTE, Move.LATE, Move.FORGET}  # they leave a ticket where it is
    laid = {
        which
        for which, starts in MOVES.items()
        if any({State.OFFERED, State.TRIAGE} & ends for ends in starts.values())
    }
    assert laid - others <= LAYS | {Move.APPEAL}
