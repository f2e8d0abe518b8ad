"""Past tickets through another city: nothing is lost on the way, and only what changed moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Catalogue, Category, Condition, Kind, Urgency
from bot.core.flow import COORDINATOR, SILENCE, Place, Way, follow, middle, points
from bot.core.past import Asking, Came, Record
from bot.core.replay import Past, Replay, replay, side
from bot.core.tickets import Move, State, Ticket, TicketEvent
from bot.core.volunteers import Volunteer
from tests.conftest import NOW
from tests.core.town import (
    DAYTIME,
    DESK,
    ENTERPRISE,
    GOVERNMENT,
    LATER,
    VOLUNTEERS,
    category,
    local,
    office,
    rung,
    ticket,
    town,
)

HOUR = timedelta(hours=1)
WHO = ("lamps", "bulbs", "bureau", "desk", "volunteers", "coordinator")
OFFICES = (
    office("lamps", Kind.ENTERPRISE, ["east"], DAYTIME),
    office("bulbs", Kind.ENTERPRISE, ["town"], LATER),
    office("bureau", Kind.GOVERNMENT, ["town"]),
)
ANNE = Volunteer("anne")


def city(*ladder: Any, **more: Category) -> Catalogue:
    """The town, where lamps go up this ladder and everything else to the desk."""
    known = {"lamp": category(*ladder), "other": category(DESK), **more}
    return replace(town(*OFFICES), categories=known)


def kind_of(who: str) -> str:
    return next((each.kind.value for each in OFFICES if each.slug == who), who)


def record(*found: Asking) -> Record:
    """What is known of those of the town."""
    made = Record(kind_of)
    made.learn(city(DESK), found)
    return made


def always(who: str, came: Came, hours: float = 1) -> list[Asking]:
    """Askings that all went the same way after so many hours."""
    at = NOW + hours * HOUR
    taken = None if came in (Came.UNANSWERED, Came.DECLINED) else at
    one = Asking(who, "lamp", Urgency.NORMAL, NOW, came, taken, at + HOUR if taken else at)
    return [one] * 1000


rungs = st.sampled_from(
    [
        ENTERPRISE,
        GOVERNMENT,
        VOLUNTEERS,
        rung(0.5, responder="lamps"),
        rung(2, kind=Kind.ENTERPRISE, when=Condition(urgency=frozenset({Urgency.HIGH}))),
        rung(8, volunteers=True, when=Condition(hours=DAYTIME)),
        rung(8, kind=Kind.GOVERNMENT, when=Condition(areas=frozenset({"east"}))),
        rung(1, kind=Kind.GOVERNMENT, when=Condition(answers={"lit": frozenset({"no"})})),
    ]
)
ladders = st.lists(rungs, max_size=5).map(lambda found: (*found, DESK))
asked = st.builds(
    Asking,
    st.sampled_from(WHO),
    st.sampled_from(["lamp", "hole"]),
    st.sampled_from(Urgency),
    st.just(NOW),
    st.sampled_from(Came),
    st.none() | st.just(NOW + HOUR),
    st.just(NOW + 3 * HOUR),
)
opened = st.builds(
    lambda hours, area, urgency, answer: ticket(
        opened_at=NOW + hours * HOUR,
        area=area,
        urgency=urgency,
        answers=[{"question": "lit", "answer": answer}, {"question": "pole", "text": "9"}],
    ),
    st.integers(0, 200),
    st.sampled_from([None, "town", "east", "mill", "lane"]),
    st.sampled_from(Urgency),
    st.sampled_from(["no", "yes"]),
)


@given(ladders, st.lists(asked, max_size=30), opened, st.booleans())
def test_nothing_of_a_ticket_is_lost_on_its_way(
    ladder: Any, found: list[Asking], one: Ticket, helped: bool
) -> None:
    way = follow(Place(city(*ladder), record(*found), [ANNE] if helped else []), one)
    assert sum(way.ends.values()) == pytest.approx(1)
    assert sum(way.hops.values()) == pytest.approx(1)
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in way.ends.values())
    assert all(1 <= hops <= 5 for hops in way.hops)
    assert all(span >= timedelta() and 0 <= share <= 1 for span, share in way.waits)
    assert sum(share for _, share in way.waits) <= 1 + 1e-9
    assert way.first in WHO


@given(ladders, st.lists(opened, min_size=1, max_size=5))
def test_a_city_that_does_not_change_changes_nothing(ladder: Any, those: list[Ticket]) -> None:
    known = city(*ladder)
    found = replay(known, known, [(each, lived(each)) for each in those], [ANNE])
    assert found.before == found.after
    assert (found.moved, dict(found.changes)) == (0, {})
    assert found.tickets == len(those)
    assert all(row.before == row.after for row in found.rows)
    assert found.before.mean_hops is not None
    assert found.before.mean_hops >= 1


def event(one: Ticket, move: Move, hours: float, after: State, **facts: Any) -> TicketEvent:
    before = State.NEW if hours == 0 else State.OFFERED
    at = one.opened_at + hours * HOUR
    why = facts.pop("why", {})
    return TicketEvent(
        ref=one.ref, at=at, move=move, before=before, after=after, why=why, facts=facts
    )


def lived(one: Ticket, first: str = "bureau", solved: bool = True) -> list[TicketEvent]:
    """Taken after an hour, done after five."""
    return [
        event(one, Move.OFFER, 0, State.OFFERED, to=first),
        event(one, Move.ACCEPT, 1, State.ACCEPTED),
        event(one, Move.RESOLVE, 5, State.RESOLVED),
        *([event(one, Move.RATE, 6, State.RESOLVED, solved=True)] if solved else []),
        event(one, Move.CLOSE, 7, State.CLOSED),
    ]


def past(number: int = 1, **more: Any) -> list[Past]:
    """Tickets that the bureau took, and that are solved."""
    one = ticket(**{"state": State.CLOSED, "area": "mill", **more})
    return [(one, lived(one))] * number


def test_who_takes_everything_gets_everything() -> None:
    known = record(*always("lamps", Came.SOLVED))
    way = follow(Place(city(ENTERPRISE, GOVERNMENT, DESK), known), ticket(area="mill"))
    assert (way.first, way.alone) == ("lamps", False)
    assert way.ends[Kind.ENTERPRISE] == pytest.approx(1, abs=0.02)
    assert way.hops[1] == pytest.approx(1, abs=0.02)
    assert {span for span, share in way.waits if share > 0.02} == {HOUR}


def test_who_lets_time_run_out_costs_it_and_who_declines_costs_less() -> None:
    takes = always("bureau", Came.SILENCE)
    for came, hours in ((Came.UNANSWERED, 5), (Came.DECLINED, 3)):
        known = record(*takes, *always("lamps", came, 2))
        way = follow(Place(city(ENTERPRISE, GOVERNMENT, DESK), known), ticket(area="mill"))
        assert way.ends[SILENCE] == pytest.approx(1, abs=0.02)
        assert way.hops[2] == pytest.approx(1, abs=0.02)
        assert side([way]).wait(0.5) == hours * HOUR


def test_what_is_not_solved_goes_on_but_was_taken() -> None:
    known = record(*always("lamps", Came.SENT_ON), *always("bureau", Came.SOLVED))
    way = follow(Place(city(ENTERPRISE, GOVERNMENT, DESK), known), ticket(area="mill"))
    assert way.ends[Kind.GOVERNMENT] == pytest.approx(1, abs=0.02)
    assert way.hops[2] == pytest.approx(1, abs=0.02)
    assert side([way]).wait(0.9) == HOUR


def test_the_desk_cannot_decline_and_behind_it_is_a_coordinator() -> None:
    known = record(*always("desk", Came.DECLINED))
    way = follow(Place(city(DESK), known), ticket())
    assert (way.first, way.alone) == ("desk", True)
    assert way.ends[COORDINATOR] == pytest.approx(1, abs=0.02)
    assert way.hops[2] == pytest.approx(1, abs=0.02)


def test_after_four_hands_a_coordinator_decides() -> None:
    ladder = [rung(1, responder=each) for each in ("lamps", "bulbs", "bureau")]
    known = record(*(each for who in WHO for each in always(who, Came.UNANSWERED)))
    ladder.insert(0, VOLUNTEERS)
    way = follow(Place(city(*ladder, DESK), known, [ANNE]), ticket())
    assert way.hops[5] == pytest.approx(1, abs=0.02)
    assert max(way.hops) == 5


def test_hours_at_that_time_decide_and_so_do_conditions() -> None:
    night = rung(2, volunteers=True, when=Condition(hours=LATER))
    known = Place(city(night, ENTERPRISE, DESK), record(), [ANNE])
    firsts = [
        follow(known, ticket(opened_at=local(3, hour), area="mill")).first for hour in (9, 13, 19)
    ]
    assert firsts == ["lamps", "volunteers", "volunteers"]
    alone = Place(known.catalogue, record(), [Volunteer("wang")])
    assert follow(alone, ticket(opened_at=local(3, 13), area="mill")).first == "lamps"


def test_in_danger_nobody_waits_for_hours() -> None:
    known = Place(city(ENTERPRISE, DESK), record())
    at = local(3, 2)
    danger = ticket(opened_at=at, urgency=Urgency.EMERGENCY, area="mill")
    soon = side([follow(known, danger)]).wait(0.1)
    later = side([follow(known, ticket(opened_at=at, area="mill"))]).wait(0.1)
    assert soon is not None
    assert later is not None
    assert soon < HOUR < 6 * HOUR < later


def changed(those: Sequence[Past], *ladder: Any, **more: Any) -> Replay:
    """Through a city with another ladder, out of one where the bureau is first."""
    return replay(city(GOVERNMENT, DESK), replace(city(*ladder), **more), those, [ANNE])


def test_a_changed_ladder_moves_first_hands_and_what_government_need_not_solve() -> None:
    found = changed(past(40), ENTERPRISE, GOVERNMENT, DESK)
    assert (found.tickets, found.left_out, found.moved) == (40, 0, 40)
    assert dict(found.changes) == {("lamp", "bureau", "lamps"): 40}
    assert (found.told, found.agree) == (40, 40)
    assert found.really.without == 0
    assert found.really.solved == 40
    assert found.really.wait(0.5) == HOUR
    assert found.before.without == pytest.approx(0)
    assert found.after.without is not None
    assert found.after.without > 0.5
    (row,) = found.rows
    assert (row.category, row.tickets, row.moved) == ("lamp", 40, 40)
    assert row.after.alone == 0


def test_whom_nobody_but_the_last_rung_gets_is_counted() -> None:
    found = changed(past(3), DESK)
    assert (found.before.alone, found.after.alone) == (0, 3)


def test_what_the_new_city_lacks_is_told_and_goes_on_all_the_same() -> None:
    bare = {"categories": {"other": category(DESK)}, "parents": {"town": None, "east": "town"}}
    found = changed([*past(2), *past(1, area="sea")], DESK, **bare)
    assert dict(found.no_category) == {"lamp": 3}
    assert dict(found.no_area) == {"mill": 2, "sea": 1}
    assert dict(found.changes) == {("lamp", "bureau", "desk"): 3}


def test_tickets_that_nobody_had_to_solve_are_left_out() -> None:
    one = ticket(State.TRIAGE)
    person = event(one, Move.TRIAGE, 0, State.TRIAGE, why={"key": "why-asked-for-person"})
    nobody = event(one, Move.TRIAGE, 0, State.TRIAGE)
    those: list[Past] = [*past(state=State.CANCELLED), (one, [person]), (one, []), (one, [nobody])]
    found = changed(those, DESK)
    assert (found.tickets, found.left_out) == (1, 3)
    assert found.really.ends == {COORDINATOR: 1}
    assert found.really.wait(0.5) is None
    assert found.really.without is None


def test_what_really_happened_is_told_as_far_as_it_got() -> None:
    one = ticket()
    under_way = [event(one, Move.OFFER, 0, State.OFFERED)]
    silent = lived(one, solved=False)
    found = changed([(one, under_way), (one, silent)], DESK)
    assert found.really.ends == {SILENCE: 1}
    assert found.really.hops == {1: 2}
    lost = ticket(owner=None, owner_kind=None)
    unknown = [*under_way, event(one, Move.UNANSWERED, 4, State.OFFERED)]
    assert changed([(lost, unknown)], DESK).told == 0


def test_nothing_has_no_shares() -> None:
    nothing = side([Way()])
    assert (nothing.without, nothing.mean_hops, nothing.wait(0.5)) == (None, None, None)
    assert replay(city(DESK), city(DESK), []).tickets == 0


@given(st.lists(st.integers(0, 100)), st.integers(1, 100))
def test_a_few_times_stand_for_all_within_what_is_given(hours: list[int], most: int) -> None:
    spans = sorted(each * HOUR for each in hours)
    found = points(spans, most * HOUR)
    assert list(found) == sorted(found)
    assert all(timedelta() <= each <= most * HOUR for each in found)
    if spans and spans[-1] <= most * HOUR:
        assert set(found) <= set(spans)


def test_the_middle_of_nothing_is_what_was_said() -> None:
    assert middle([], HOUR) == HOUR
    assert middle([HOUR, 2 * HOUR, 9 * HOUR], HOUR) == 2 * HOUR
