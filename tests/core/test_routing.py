"""Who is asked first, next and last, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import (
    TIERS,
    Catalogue,
    Category,
    Condition,
    Hours,
    Kind,
    Responder,
    Urgency,
)
from bot.core.record import HALF, Record, weight
from bot.core.routing import (
    Case,
    Choice,
    choose,
    due,
    first_word,
    is_last,
    limited,
    look,
    may_be_asked,
)
from bot.core.tickets import Owner
from tests.core.town import (
    ALWAYS,
    DAYTIME,
    DESK,
    ENTERPRISE,
    GOVERNMENT,
    LATER,
    NEVER,
    PARENTS,
    VOLUNTEERS,
    category,
    local,
    office,
    rung,
    ticket,
    town,
)

NOON = local(2, 11)
NIGHT = local(2, 23)


def first(
    catalogue: Catalogue,
    kind: Category,
    area: str | None = "lane",
    *,
    now: datetime = NOON,
    after: int = -1,
    **more: Any,
) -> Choice | None:
    """Whose turn it is above a rung."""
    case = Case(kind, area, **{"urgency": Urgency.NORMAL, **more})
    return choose(catalogue, case, after, now)


def company(slug: str, *areas: str, hours: Hours = ALWAYS) -> Responder:
    """A company that mends lamps."""
    return office(slug, Kind.ENTERPRISE, areas, hours)


def test_who_covers_the_nearest_area_is_asked_first() -> None:
    offices = [company("all", "town"), company("near", "mill"), company("part", "east")]
    for some in permutations(offices):
        choice = first(town(*some), category(ENTERPRISE))
        assert choice is not None
        assert (choice.owner, choice.responder, choice.rung) == (Owner.RESPONDER, "near", 0)
        assert choice.why["key"] == "why-nearest"
        assert choice.why["facts"] == {"responder": "near", "category": "lamp", "area": "lane"}


def test_who_takes_hardly_anything_is_asked_after_who_does_and_the_resident_reads_why() -> None:
    catalogue = town(company("near", "mill"), company("all", "town"))
    records = {"near": Record(asked=9 * weight(NOON))}
    choice = first(catalogue, category(ENTERPRISE), records=records)
    assert choice is not None
    assert (choice.responder, choice.why["key"]) == ("all", "why-answers")
    assert choice.why["facts"]["nearer"] == "near"
    long_after = first(catalogue, category(ENTERPRISE), records=records, now=NOON + 6 * HALF)
    assert long_after is not None
    assert long_after.responder == "near"


def test_of_two_as_near_the_one_that_answers_sooner_is_asked() -> None:
    catalogue = town(company("a", "mill"), company("b", "mill"))
    one = weight(NOON)
    records = {"a": Record(5 * one, 5 * one, 5 * one * 40_000), "b": Record(5 * one, 5 * one, one)}
    choice = first(catalogue, category(ENTERPRISE), records=records)
    assert choice is not None
    assert (choice.responder, choice.why["key"]) == ("b", "why-nearest")


def test_all_whom_some_rung_may_ask_are_told() -> None:
    catalogue = town(company("a", "mill"), company("west", "west"))
    case = Case(category(ENTERPRISE, VOLUNTEERS, DESK), "lane", Urgency.NORMAL)
    assert may_be_asked(catalogue, case) == {"a", "desk"}


def test_who_covers_another_part_of_the_town_is_not_asked() -> None:
    assert first(town(company("west", "west")), category(ENTERPRISE)) is None
    assert first(town(company("deep", "lane")), category(ENTERPRISE), "mill") is None


def test_an_area_that_the_town_does_not_know_is_in_nobodys_hands() -> None:
    assert first(town(company("all", "town")), category(ENTERPRISE), "moon") is None


def test_who_does_not_serve_the_category_or_is_of_another_kind_is_not_asked() -> None:
    other = Responder("bins", Kind.ENTERPRISE, {}, frozenset({"town"}), frozenset({"bin"}), DAYTIME)
    ngo = office("ngo", Kind.NGO, ["town"])
    assert first(town(other, ngo), category(ENTERPRISE)) is None


def test_who_is_open_is_asked_before_the_nearest_that_is_shut() -> None:
    catalogue = town(company("near", "lane", hours=DAYTIME), company("far", "town"))
    by_day, by_night = (first(catalogue, category(ENTERPRISE), now=now) for now in (NOON, NIGHT))
    assert by_day is not None
    assert by_night is not None
    assert (by_day.responder, by_night.responder) == ("near", "far")


def test_of_offices_that_are_shut_the_one_that_opens_first_is_asked() -> None:
    late, early = company("a", "lane", hours=LATER), company("b", "town", hours=DAYTIME)
    choice = first(town(late, early), category(ENTERPRISE), now=NIGHT)
    assert choice is not None
    assert choice.responder == "b"


def test_an_office_that_never_opens_is_asked_after_all_others() -> None:
    never, shut = company("a", "lane", hours=NEVER), company("b", "town", hours=LATER)
    choice = first(town(never, shut), category(ENTERPRISE), now=NIGHT)
    assert choice is not None
    assert choice.responder == "b"


def test_the_time_to_answer_begins_when_the_office_opens() -> None:
    catalogue = town(company("near", "lane", hours=DAYTIME))
    choice = first(catalogue, category(ENTERPRISE), now=NIGHT)
    assert choice is not None
    assert choice.answer_by == local(3, 8) + timedelta(hours=4)


def test_an_emergency_does_not_wait_for_an_office_to_open() -> None:
    catalogue = town(company("near", "lane", hours=DAYTIME))
    choice = first(catalogue, category(ENTERPRISE), now=NIGHT, urgency=Urgency.EMERGENCY)
    assert choice is not None
    assert choice.answer_by == NIGHT + timedelta(minutes=5)


def test_in_an_emergency_too_who_is_open_is_asked_before_the_nearest_that_is_shut() -> None:
    catalogue = town(company("near", "lane", hours=DAYTIME), company("far", "town"))
    choice = first(catalogue, category(ENTERPRISE), now=NIGHT, urgency=Urgency.EMERGENCY)
    assert choice is not None
    assert choice.responder == "far"


def test_equal_offices_are_told_apart_by_name_alone() -> None:
    offices = [company(slug, "lane") for slug in "cab"]
    found = {
        choice.responder
        for some in permutations(offices)
        if (choice := first(town(*some), category(ENTERPRISE)))
    }
    assert found == {"a"}


def test_without_a_place_anybody_who_is_responsible_may_be_asked() -> None:
    catalogue = town(company("b", "west"), company("a", "lane"))
    choice = first(catalogue, category(ENTERPRISE, DESK), None)
    assert choice is not None
    assert (choice.responder, choice.why["key"]) == ("a", "why-responsible")


def test_without_a_place_who_is_there_for_the_whole_town_is_asked_before_a_neighbour() -> None:
    catalogue = town(company("a", "lane"), company("b", "town"), company("c", "west"))
    choice = first(catalogue, category(ENTERPRISE, DESK), None)
    assert choice is not None
    assert choice.responder == "b"


def test_who_had_it_already_is_not_asked_again() -> None:
    catalogue = town(company("near", "lane"), company("far", "town"))
    ladder = category(ENTERPRISE, ENTERPRISE, DESK)
    second = first(catalogue, ladder, after=0, asked=["near"])
    third = first(catalogue, ladder, after=0, asked=["near", "far"])
    assert second is not None
    assert third is not None
    assert (second.responder, second.rung) == ("far", 1)
    assert (third.responder, third.rung) == ("desk", 2)


def test_the_last_rung_is_asked_though_it_had_it_already() -> None:
    choice = first(town(), category(ENTERPRISE, DESK), asked=["desk"])
    assert choice is not None
    assert (choice.responder, choice.rung, choice.why["key"]) == ("desk", 1, "why-last")


def test_a_ladder_of_one_rung_is_no_last_resort_in_its_words() -> None:
    choice = first(town(), category(DESK))
    assert choice is not None
    assert choice.why["key"] == "why-nearest"


def test_above_the_last_rung_nobody_is_left() -> None:
    ladder = category(ENTERPRISE, DESK)
    assert first(town(), ladder, after=1) is None
    assert first(town(), ladder, after=7) is None


def test_a_rung_is_asked_only_when_all_its_conditions_hold() -> None:
    when = Condition(
        areas=frozenset({"east"}),
        urgency=frozenset({Urgency.HIGH}),
        hours=DAYTIME,
        answers={"trapped": frozenset({"yes"})},
    )
    ladder = category(rung(kind=Kind.ENTERPRISE, when=when), DESK)
    catalogue = town(company("firm", "town"))
    good: dict[str, Any] = {"urgency": Urgency.HIGH, "answers": {"trapped": "yes"}}
    found = first(catalogue, ladder, **good)
    assert found is not None
    assert found.responder == "firm"
    wrongs: tuple[dict[str, Any], ...] = (
        {"area": "west"},
        {"area": None},
        {"now": NIGHT},
        {"urgency": Urgency.NORMAL},
        {"answers": {"trapped": "no"}},
        {"answers": {}},
    )
    for wrong in wrongs:
        other = first(catalogue, ladder, **{**good, **wrong})
        assert other is not None
        assert other.responder == "desk", wrong


def test_who_has_its_hands_full_is_asked_no_more_unless_it_is_the_last() -> None:
    near = replace(company("near", "mill"), capacity=3)
    catalogue = town(near, company("far", "town"))
    ladder = category(ENTERPRISE)
    free, full = (first(catalogue, ladder, load={"near": open_}) for open_ in (2, 3))
    assert free is not None
    assert full is not None
    assert free.responder == "near"
    assert full.responder == "far"
    told = {"responder": "far", "category": "lamp", "nearer": "near"}
    assert full.why == {"key": "why-free", "facts": told}
    assert first(town(near), category(ENTERPRISE, GOVERNMENT), load={"near": 9}) is None
    last = first(town(near), category(rung(responder="near")), load={"near": 9})
    assert last is not None
    assert last.responder == "near"


def test_only_those_are_counted_whom_a_ladder_may_ask_there() -> None:
    near, far = (replace(company(*each), capacity=3) for each in (("a", "mill"), ("b", "west")))
    catalogue = town(near, far, company("c", "mill"), replace(office("d", Kind.NGO, ["mill"])))
    ladder = category(VOLUNTEERS, ENTERPRISE, DESK)
    found = [
        limited(catalogue, may_be_asked(catalogue, Case(kind, area, Urgency.NORMAL)))
        for kind, area in ((ladder, "lane"), (ladder, None), (category(DESK), "lane"))
    ]
    assert found == [["a"], ["a", "b"], []]


def test_that_the_nearest_is_closed_is_told() -> None:
    choice = first(
        town(company("near", "mill", hours=DAYTIME), company("far", "town")),
        category(ENTERPRISE),
        now=NIGHT,
    )
    assert choice is not None
    assert choice.why["key"] == "why-open"
    assert choice.why["facts"]["nearer"] == "near"


def test_a_look_tells_everybody_whom_a_rung_could_ask() -> None:
    catalogue = town(company("near", "mill"), company("far", "town"))
    seen = look(catalogue, Case(category(ENTERPRISE, DESK), "lane", Urgency.NORMAL), 0, NOON)
    assert [(each.responder, each.distance) for each in seen.candidates] == [
        ("near", 1),
        ("far", 3),
    ]
    assert seen.choice is not None
    assert seen.choice.responder == "near"


def test_who_covers_an_area_and_what_is_round_it_is_a_candidate_once() -> None:
    catalogue = town(company("both", "mill", "east"))
    seen = look(catalogue, Case(category(ENTERPRISE, DESK), "lane", Urgency.NORMAL), 0, NOON)
    assert [(each.responder, each.distance) for each in seen.candidates] == [("both", 1)]


def test_volunteers_are_asked_when_there_are_some_and_skipped_when_not() -> None:
    ladder = category(VOLUNTEERS, DESK)
    some, none = first(town(), ladder, volunteers=1), first(town(), ladder)
    assert some is not None
    assert none is not None
    assert (some.owner, some.responder, some.rung) == (Owner.VOLUNTEERS, None, 0)
    assert some.why == {"key": "why-volunteers", "facts": {"category": "lamp"}}
    assert some.answer_by == NOON + timedelta(hours=4)
    assert (none.owner, none.responder, none.rung) == (Owner.RESPONDER, "desk", 1)


def test_a_rung_with_nobody_is_passed_over() -> None:
    choice = first(town(), category(ENTERPRISE, GOVERNMENT, DESK))
    assert choice is not None
    assert (choice.responder, choice.rung) == ("desk", 2)


@pytest.mark.parametrize(
    ("urgency", "allowed", "given"),
    [
        (Urgency.EMERGENCY, timedelta(hours=4), timedelta(minutes=5)),
        (Urgency.EMERGENCY, timedelta(minutes=2), timedelta(minutes=2)),
        (Urgency.HIGH, timedelta(hours=4), timedelta(hours=1)),
        (Urgency.HIGH, timedelta(minutes=30), timedelta(minutes=30)),
        (Urgency.NORMAL, timedelta(hours=48), timedelta(hours=4)),
        (Urgency.LOW, timedelta(hours=48), timedelta(hours=24)),
    ],
)
def test_the_time_to_answer_is_the_rungs_or_less_where_it_presses(
    urgency: Urgency, allowed: timedelta, given: timedelta
) -> None:
    step = rung(allowed / timedelta(hours=1), responder="desk")
    choice = first(town(), category(step), urgency=urgency)
    assert choice is not None
    assert choice.answer_by == NOON + given


@pytest.mark.parametrize("urgency", Urgency)
def test_a_ticket_is_due_when_its_category_says_or_sooner_where_it_presses(
    urgency: Urgency,
) -> None:
    for days, hours in ((timedelta(hours=2), timedelta(hours=2)), (timedelta(days=90), None)):
        wanted = NOON + (hours or TIERS[urgency].solve)
        assert due(town(), "desk", (category(solve=days), urgency), NOON) == wanted


def test_the_time_is_the_owners_working_time_but_danger_waits_for_no_hours() -> None:
    known, lamp = town(company("day", "town", hours=DAYTIME)), category(solve=timedelta(hours=4))
    assert due(known, "day", (lamp, Urgency.NORMAL), local(2, 16)) == local(3, 10)
    assert due(known, "day", (lamp, Urgency.EMERGENCY), local(2, 16)) == local(2, 20)
    assert due(known, None, (lamp, Urgency.NORMAL), local(2, 16)) == local(2, 20)
    opened = ticket(owner="day", opened_at=local(2, 16), urgency=Urgency.NORMAL)
    assert first_word(known, opened) == local(4, 16)


def test_what_presses_more_is_answered_and_solved_sooner() -> None:
    in_order = list(Urgency)
    for part in ("dispatch", "answer", "solve"):
        assert sorted(TIERS, key=lambda each: getattr(TIERS[each], part)) == in_order


def test_only_the_last_rung_is_the_last() -> None:
    ladder = category(ENTERPRISE, GOVERNMENT, DESK)
    assert [is_last(ladder, number) for number in (-1, 0, 1, 2)] == [False, False, False, True]


def test_an_area_lies_in_all_that_is_round_it() -> None:
    assert town().within("lane") == ("lane", "mill", "east", "town")
    assert town().within("moon") == ("moon",)
    assert town().within(None) == ()


def test_areas_that_lie_in_one_another_do_not_turn_for_ever() -> None:
    broken = Catalogue(town().zone, {}, {}, {"a": "b", "b": "a"})
    assert broken.within("a") == ("a", "b")


OFFICES = st.lists(
    st.builds(
        company,
        st.sampled_from("abcdefgh"),
        st.sampled_from(list(PARENTS)),
        hours=st.sampled_from((ALWAYS, DAYTIME, LATER, NEVER)),
    ),
    max_size=6,
    unique_by=lambda each: each.slug,
)


@given(
    OFFICES,
    st.randoms(use_true_random=False),
    st.sampled_from(list(PARENTS)),
    st.sampled_from((NOON, NIGHT)),
    st.lists(st.sampled_from("abcdefgh"), max_size=3),
)
def test_the_choice_depends_on_the_facts_and_not_on_the_order_of_the_files(
    offices: list[Responder],
    order: Random,
    area: str,
    now: datetime,
    asked: list[str],
) -> None:
    ladder = category(ENTERPRISE, ENTERPRISE, DESK)
    choice = first(town(*offices), ladder, area, now=now, asked=asked)
    shuffled = sorted(offices, key=lambda each: order.random())
    assert choice == first(town(*shuffled), ladder, area, now=now, asked=asked)
    assert choice is not None
    assert choice.responder == "desk" or choice.responder not in asked
    assert choice.answer_by > now


def test_without_a_place_it_goes_rather_to_who_is_there_for_the_whole_town() -> None:
    offices = town(company("alone", "mill"), company("wide", "town"))
    choice = first(offices, category(ENTERPRISE), None)
    assert choice is not None
    assert choice.responder == "wide"
    choice = first(town(company("alone", "mill")), category(ENTERPRISE), None)
    assert choice is not None
    assert choice.responder == "alone"
