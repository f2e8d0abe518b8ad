"""Whom a coordinator may choose, on which rung that stands, and rules that cannot work."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.catalogue import Catalogue, Category, Condition, Kind, Responder, Urgency
from bot.core.choosing import assigned, broken, can_match, likely
from bot.core.routing import Case, choose
from bot.core.tickets import Owner
from tests.core.town import (
    ALWAYS,
    DAYTIME,
    DESK,
    ENTERPRISE,
    GOVERNMENT,
    LATER,
    NEVER,
    VOLUNTEERS,
    category,
    local,
    office,
    rung,
    town,
)

NOON = local(2, 11)
NIGHT = local(2, 23)


def case(kind: Category, area: str | None = "lane", **more: object) -> Case:
    """Something to be routed at the lane."""
    return replace(Case(kind, area, Urgency.NORMAL), **more)  # type: ignore[arg-type]


def works() -> Catalogue:
    """A town with somebody of every kind who mends lamps, and one who does not."""
    bins = Responder("bins", Kind.ENTERPRISE, {}, frozenset({"town"}), frozenset({"bin"}), ALWAYS)
    return town(
        office("near", Kind.ENTERPRISE, ["lane"], DAYTIME),
        office("far", Kind.GOVERNMENT, ["town"]),
        office("west", Kind.ENTERPRISE, ["west"]),
        bins,
    )


def test_who_covers_the_area_comes_first_and_of_those_who_is_open_and_near() -> None:
    lamp = category(ENTERPRISE, DESK)
    assert likely(works(), case(lamp), NOON)[:2] == ["near", "far"]
    assert likely(works(), case(lamp), NIGHT)[:2] == ["far", "near"]
    assert likely(works(), case(lamp, "west"), NOON)[:2] == ["west", "far"]
    assert likely(works(), case(lamp, "west"), NOON)[-1] == "near"


def test_who_does_not_serve_the_category_comes_after_all_near_by_who_do() -> None:
    found = likely(works(), case(category(DESK)), NOON)
    assert found == ["near", "far", "desk", "bins", "west"]


def test_who_serves_what_it_may_be_instead_comes_before_who_serves_neither() -> None:
    found = likely(works(), case(category(DESK)), NOON, ["bin"])
    assert found == ["near", "far", "bins", "desk", "west"]


def test_of_those_who_serve_it_who_had_it_already_comes_last() -> None:
    found = likely(works(), case(category(DESK), asked=("near",)), NOON)
    assert found[:3] == ["far", "near", "desk"]


def test_where_nobody_knows_the_place_who_is_there_for_the_whole_town_comes_first() -> None:
    assert likely(works(), case(category(DESK), None), NOON)[0] == "far"


@pytest.mark.parametrize(
    ("to", "stands"), [("near", 1), ("far", 2), ("desk", 3), ("bins", 3), (None, 0)]
)
def test_a_choice_stands_on_the_rung_that_asks_them_else_on_the_last(
    to: str | None, stands: int
) -> None:
    lamp = category(VOLUNTEERS, ENTERPRISE, GOVERNMENT, DESK)
    choice = assigned(works(), case(lamp), to, NOON)
    assert choice.rung == stands
    assert choice.responder == to
    assert choice.owner is (Owner.RESPONDER if to else Owner.VOLUNTEERS)
    assert choice.why["key"] == ("why-assigned" if to else "why-assigned-volunteers")


def test_of_several_rungs_one_whose_conditions_hold_is_taken() -> None:
    danger = Condition(urgency=frozenset({Urgency.HIGH}))
    only = category(rung(kind=Kind.ENTERPRISE, when=danger), ENTERPRISE, DESK)
    assert assigned(works(), case(only), "near", NOON).rung == 1
    assert assigned(works(), case(only, urgency=Urgency.HIGH), "near", NOON).rung == 0
    never = category(rung(kind=Kind.ENTERPRISE, when=danger), DESK)
    assert assigned(works(), case(never), "near", NOON).rung == 0


def test_the_time_to_answer_is_the_rungs_in_working_time() -> None:
    choice = assigned(works(), case(category(ENTERPRISE, DESK)), "near", NIGHT)
    assert choice.answer_by == local(3, 8) + timedelta(hours=4)


def test_a_ladder_that_works_has_nothing_broken() -> None:
    lamp = category(ENTERPRISE, GOVERNMENT, DESK)
    assert broken(works(), case(lamp), NIGHT) == []
    assert broken(town(office("late", Kind.NGO, ["town"], LATER)), case(lamp), NOON) == []


def test_a_named_rung_that_never_answers_is_told() -> None:
    gone = rung(responder="gone")
    shut = town(office("shut", Kind.GOVERNMENT, ["town"], NEVER))
    lamp = category(gone, rung(responder="shut"), gone, DESK)
    assert broken(shut, case(lamp), NOON) == [
        {"key": "rule-gone", "facts": {"responder": "gone"}},
        {"key": "rule-shut", "facts": {"responder": "shut"}},
    ]
    choice = choose(shut, case(category(gone, DESK)), -1, NOON)
    assert choice is not None
    assert choice.responder == "desk"


def test_a_ladder_without_anybody_is_told_but_not_one_that_has_been_climbed() -> None:
    lamp = category(ENTERPRISE)
    empty, climbed = case(lamp, "mill"), case(lamp, asked=("near",))
    assert broken(town(), empty, NOON) == [{"key": "rule-nobody", "facts": {}}]
    assert not can_match(town(), empty, NOON)
    assert can_match(works(), climbed, NOON)
    assert broken(works(), climbed, NOON) == []
