"""What the past tells of who was asked: out of events, old ones too that do not name the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.core.catalogue import Kind, Urgency
from bot.core.past import (
    LEAST,
    UNKNOWN,
    Asking,
    Came,
    Record,
    What,
    askings,
)
from bot.core.tickets import Move, Owner, State, TicketEvent
from tests.conftest import NOW
from tests.core.town import DAYTIME, office, ticket, town

HOUR = timedelta(hours=1)
M, S = Move, State


def event(move: Move, hours: float, after: State, before: State = S.OFFERED, **facts: Any) -> Any:
    """Something that happened so many hours after the opening; `why` is its reason's facts."""
    why = facts.pop("why", None)
    return TicketEvent(
        ref="K7Q-4M2",
        at=NOW + hours * HOUR,
        move=move,
        before=before,
        after=after,
        why={"key": facts.pop("key", "why"), "facts": why} if why is not None else {},
        facts=facts,
    )


def offer(**facts: Any) -> TicketEvent:
    return event(M.OFFER, 0, S.OFFERED, S.NEW, **facts)  # type: ignore[no-any-return]


def told(history: Sequence[TicketEvent], **more: Any) -> list[tuple[str | None, Came]]:
    """Who was asked, and what came of it."""
    return [(each.who, each.came) for each in askings(ticket(**more), history)]


ACCEPT = event(M.ACCEPT, 1, S.ACCEPTED)
CLAIM = event(M.CLAIM, 1, S.ACCEPTED)
DONE = event(M.RESOLVE, 5, S.RESOLVED, S.ACCEPTED)
CLOSE = event(M.CLOSE, 9, S.CLOSED, S.RESOLVED)
YES = event(M.RATE, 8, S.RESOLVED, S.RESOLVED, solved=True)


def test_what_brings_a_ticket_there_names_who_is_asked() -> None:
    history = [
        offer(to="lamps"),
        event(M.DECLINE, 1, S.OFFERED, to="volunteers"),
        event(M.UNANSWERED, 2, S.OFFERED, to="desk"),
        event(M.UNANSWERED, 3, S.TRIAGE, to="coordinator"),
        event(M.ACCEPT, 4, S.ACCEPTED, S.TRIAGE),
    ]
    assert told(history) == [
        ("lamps", Came.DECLINED),
        ("volunteers", Came.UNANSWERED),
        ("desk", Came.UNANSWERED),
        ("coordinator", Came.NOTHING),
    ]
    last = askings(ticket(), history)[-1]
    assert (last.at, last.taken, last.ended) == (NOW + 3 * HOUR, NOW + 4 * HOUR, None)


@pytest.mark.parametrize(
    ("history", "who"),
    [
        ([offer(why={"responder": "lamps"})], "lamps"),
        ([offer(why={}, key="why-volunteers")], "volunteers"),
        ([offer(why={})], None),
        ([offer(), event(M.UNANSWERED, 1, S.OFFERED, why={"responder": ""})], "volunteers"),
        ([offer(), event(M.DECLINE, 1, S.OFFERED, why={"responder": "lamps"})], "lamps"),
        ([offer(), CLAIM, event(M.REOPEN, 2, S.OFFERED)], "volunteers"),
        ([event(M.TRIAGE, 0, S.TRIAGE, S.NEW)], "coordinator"),
        (
            [
                offer(),
                ACCEPT,
                event(M.RESOLVE, 5, S.RESOLVED, owner="lamps", hands="responder"),
                event(M.REOPEN, 6, S.OFFERED),
            ],
            "lamps",
        ),
        ([event(M.CHANGE, 0, S.OFFERED, S.OFFERED), event(M.REOPEN, 6, S.OFFERED)], None),
    ],
)
def test_an_older_event_does_not_name_them_and_others_tell(
    history: list[TicketEvent], who: str | None
) -> None:
    later = [*history, event(M.UNANSWERED, 9, S.OFFERED)]
    assert askings(ticket(), later)[0].who == who


def test_who_has_a_ticket_now_was_asked_last() -> None:
    history = [offer(to="lamps"), event(M.UNANSWERED, 1, S.OFFERED)]
    assert told(history)[-1] == ("desk", Came.NOTHING)
    free = {"owner": None, "owner_kind": Owner.VOLUNTEERS}
    assert told(history, **free)[-1] == ("volunteers", Came.NOTHING)
    assert told(history, owner=None, owner_kind=None)[-1] == (None, Came.NOTHING)
    assert told([]) == []


@pytest.mark.parametrize(
    ("happened", "came"),
    [
        ([], Came.NOTHING),
        ([event(M.CANCEL, 1, S.CANCELLED)], Came.NOTHING),
        ([event(M.CHANGE, 1, S.OFFERED, to="desk")], Came.NOTHING),
        ([ACCEPT], Came.NOTHING),
        ([ACCEPT, DONE], Came.NOTHING),
        ([ACCEPT, DONE, CLOSE], Came.SILENCE),
        ([ACCEPT, DONE, YES, CLOSE], Came.SOLVED),
        ([ACCEPT, DONE, YES, CLOSE, event(M.REOPEN, 20, S.OFFERED)], Came.SENT_ON),
        ([ACCEPT, event(M.DECLINE, 2, S.OFFERED)], Came.SENT_ON),
        ([ACCEPT, event(M.TRIAGE, 2, S.TRIAGE)], Came.NOTHING),
    ],
)
def test_what_came_of_it_is_read_from_what_happened(
    happened: list[TicketEvent], came: Came
) -> None:
    assert askings(ticket(), [offer(to="lamps"), *happened])[0].came is came


def test_what_is_given_back_to_the_same_is_one_asking() -> None:
    back = event(M.LEASE_ENDED, 3, S.OFFERED, S.ACCEPTED, to="volunteers")
    again = event(M.CLAIM, 4, S.ACCEPTED)
    history = [offer(to="volunteers"), CLAIM, back, again, DONE, YES]
    (one,) = askings(ticket(owner=None, owner_kind=Owner.VOLUNTEERS), history)
    assert (one.who, one.came, one.taken) == ("volunteers", Came.SOLVED, NOW + HOUR)
    other = event(M.GIVE_BACK, 3, S.OFFERED, S.ACCEPTED, to="desk")
    assert told([offer(to="lamps"), ACCEPT, other]) == [
        ("lamps", Came.SENT_ON),
        ("desk", Came.NOTHING),
    ]


def test_an_asking_is_about_what_the_ticket_was_taken_for_then() -> None:
    stays = event(M.CHANGE, 1, S.OFFERED, category="lamp", was="hole")
    moves = event(M.CHANGE, 2, S.OFFERED, category="wire", was="lamp", to="desk")
    back = event(M.CHANGE, 3, S.OFFERED, S.ACCEPTED, place="Oak Road")
    found = askings(ticket(category="wire"), [offer(to="lamps"), stays, moves, ACCEPT, back])
    assert [each.category for each in found] == ["hole", "wire", "wire"]


def asking(who: str | None = "lamps", came: Came = Came.SOLVED, **more: Any) -> Asking:
    """An asking that ended."""
    given_: dict[str, Any] = {"category": "lamp", "urgency": Urgency.NORMAL, "at": NOW, **more}
    if came not in (Came.UNANSWERED, Came.DECLINED):
        given_.setdefault("taken", NOW + HOUR)
    return Asking(who, came=came, **{"ended": NOW + 3 * HOUR, **given_})


def record(*found: Asking) -> Record:
    """What is known of lamp offices of the town."""
    offices = (
        office("lamps", Kind.ENTERPRISE, ["town"], DAYTIME),
        office("bulbs", Kind.ENTERPRISE, ["town"]),
    )
    kinds = {each.slug: each.kind.value for each in offices}
    made = Record(lambda who: kinds.get(who, who))
    made.learn(town(*offices), found)
    return made


def test_of_whom_nobody_of_their_kind_was_asked_the_usual_is_believed() -> None:
    empty = record(asking(None))
    assert {what: empty.chance(what, "lamps", "lamp") for what in What} == UNKNOWN
    assert empty.spread(What.TAKES, "lamps", "lamp", Urgency.NORMAL) == []
    assert empty.in_time("lamps", "lamp", Urgency.NORMAL, HOUR) == 1


def test_a_share_is_ones_own_drawn_to_that_of_the_kind() -> None:
    refused = [asking(came=Came.UNANSWERED) for _ in range(50)]
    known = record(*refused, *(asking("bulbs") for _ in range(50)))
    own, others = (known.chance(What.TAKES, who, "lamp") for who in ("lamps", "bulbs"))
    assert (own < 0.1, others > 0.9) == (True, True)
    assert own < known.chance(What.TAKES, "lamps", "hole") < 0.1
    stranger = known.chance(What.TAKES, "volunteers", "lamp")
    assert stranger == UNKNOWN[What.TAKES]
    assert known.chance(What.SOLVES, "volunteers", "lamp") > 0.9


def test_each_end_counts_for_what_it_tells() -> None:
    ends = [Came.SOLVED, Came.SILENCE, Came.SENT_ON, Came.NOTHING, Came.DECLINED, Came.UNANSWERED]
    known = record(*(asking(came=each) for each in ends for _ in range(200)))
    told_ = {what: known.chance(what, "lamps", "lamp") for what in What}
    assert told_ == pytest.approx(
        {What.TAKES: 4 / 6, What.DECLINES: 0.5, What.FINISHES: 2 / 3, What.SOLVES: 0.5}, abs=0.01
    )


def test_times_are_in_working_time_and_in_danger_plain() -> None:
    night = NOW - 10 * HOUR  # midnight in the town; they open at eight
    normal = [asking(at=night) for _ in range(LEAST)]
    danger = [asking(at=night, urgency=Urgency.EMERGENCY) for _ in range(LEAST)]
    known = record(*normal, *danger)
    assert known.spread(What.TAKES, "lamps", "lamp", Urgency.NORMAL) == [3 * HOUR] * LEAST
    assert known.spread(What.TAKES, "lamps", "lamp", Urgency.EMERGENCY) == [11 * HOUR] * LEAST


def test_times_of_few_are_those_of_a_wider_group() -> None:
    own = [asking(came=Came.DECLINED) for _ in range(LEAST - 1)]
    known = record(*own, *(asking("bulbs", Came.DECLINED) for _ in range(LEAST)))
    assert len(known.spread(What.DECLINES, "lamps", "lamp", Urgency.NORMAL)) == 2 * LEAST - 1
    assert len(known.spread(What.DECLINES, "bulbs", "lamp", Urgency.NORMAL)) == LEAST
    back = [asking(came=Came.SENT_ON) for _ in range(LEAST)]
    assert record(*back).spread(What.FINISHES, "lamps", "lamp", Urgency.LOW) == [2 * HOUR] * LEAST


def test_less_time_to_answer_loses_who_needed_more() -> None:
    slow = [asking("bulbs", taken=NOW + n * HOUR) for n in range(1, 11)]
    known = record(*slow)
    shares = [known.in_time("bulbs", "lamp", Urgency.NORMAL, n * HOUR) for n in (0, 3, 10, 99)]
    assert shares == [0, 0.3, 1, 1]
