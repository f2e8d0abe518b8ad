"""Two reports tell of the same when nothing speaks against it: place, numbers, sides, time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.duplicates import (
    ONE,
    SAME,
    Sighting,
    Traits,
    closeness,
    contrasts,
    grams_of,
    likely_kinds,
    likeness,
    packed,
    personal,
)
from bot.message import Point
from tests.conftest import NOW
from tests.core.town import ENTERPRISE, category

HERE = Point(36.6, 121.2)
LAMP = Sighting("lamp", NOW, "en", HERE, 50)

SIGHTINGS = st.builds(
    Sighting,
    category=st.sampled_from(("lamp", "bin")),
    at=st.timedeltas(timedelta(days=-400), timedelta(days=400)).map(lambda each: NOW + each),
    language=st.sampled_from(("en", "zh")),
    point=st.none() | st.builds(Point, st.floats(36, 37), st.floats(121, 122)),
    radius=st.none() | st.floats(1, 2000),
    personal=st.booleans(),
    kinds=st.frozensets(st.sampled_from(("lamp", "bin"))),
    traits=st.builds(
        Traits,
        st.frozensets(st.sampled_from("1234")),
        st.frozensets(st.sampled_from(("left", "right", "man", "woman"))),
        st.booleans(),
    ),
    vector=st.none() | st.lists(st.floats(-1, 1), min_size=4, max_size=4).map(packed),
    grams=st.frozensets(st.text(max_size=2)),
)


def other(**changes: Any) -> Sighting:
    """The lamp, told of differently."""
    return replace(LAMP, **changes)


def north(metres: float) -> Point:
    """A point so far north."""
    return Point(HERE.lat + metres / 111_195, HERE.lon)


def test_the_same_kind_at_one_place_is_the_same() -> None:
    assert likeness(LAMP, other(point=north(30), at=NOW + timedelta(days=2))) > SAME


@pytest.mark.parametrize(
    "changes",
    [
        {"category": "bin"},
        {"point": north(700)},
        {"point": north(250), "radius": 20},
        {"at": NOW - timedelta(days=365)},
        {"traits": Traits(numbers=frozenset({"5"}))},
        {"traits": Traits(marks=frozenset({"right"}))},
        {"personal": True, "point": north(40), "radius": 20},
    ],
    ids=str,
)
def test_what_speaks_against_it_is_seen(changes: dict[str, Any]) -> None:
    lamp = other(traits=Traits(frozenset({"3"}), frozenset({"left"})))
    assert likeness(lamp, other(**changes)) < SAME


def test_two_flats_of_one_house_are_two_and_a_flat_may_be_left_out() -> None:
    flat, house, next_door = (
        other(traits=Traits(frozenset(each))) for each in (("3", "101"), ("3",), ("3", "502"))
    )
    assert likeness(flat, next_door) < SAME
    assert likeness(flat, house) > SAME


def test_a_kind_that_was_thought_likely_will_do() -> None:
    bin_ = other(category="bin")
    assert likeness(LAMP, bin_) == 0
    assert likeness(other(kinds=frozenset({"bin"})), bin_) > SAME
    assert likeness(LAMP, replace(bin_, kinds=frozenset({"lamp"}))) > SAME


def test_where_one_lies_nowhere_the_place_says_nothing() -> None:
    assert 0 < likeness(LAMP, other(point=None)) < likeness(LAMP, LAMP)


def test_in_two_languages_meaning_decides() -> None:
    a, b, c = packed([1, 0]), packed([0.9, 0.4]), packed([-0.5, 0.8])
    lamp, near = other(vector=a), other(vector=b, language="zh")
    assert likeness(lamp, near) > likeness(lamp, other(vector=c, language="zh"))
    assert closeness(lamp, lamp) == pytest.approx(1)
    assert closeness(lamp, near) == pytest.approx(0.9, abs=0.02)


def test_without_meaning_words_tell_how_near_two_are() -> None:
    one, two = (other(grams=grams_of(each)) for each in ("the lamp is out", "lamp out again"))
    assert closeness(one, one) == pytest.approx(1)
    assert 0 < closeness(one, two) < 1
    assert closeness(one, other(grams=grams_of("路灯坏了"))) == 0
    assert grams_of("路灯坏了") == {"路灯", "灯坏", "坏了"}


def test_marks_contrast_only_where_a_thing_has_one_of_them() -> None:
    marks = [frozenset(each.split()) for each in ("left", "right", "left right", "north", "")]
    found = [contrasts(marks[0], each) for each in marks]
    assert found == [0, 1, 0, 0, 0]


def test_of_a_ranking_the_likely_kinds_count() -> None:
    ranking = [{"name": name, "confidence": each} for name, each in (("a", 0.9), ("b", 0.04))]
    assert likely_kinds(ranking) == {"a"}
    assert likely_kinds([*ranking, {"name": "c"}], 0.0) == {"a", "b", "c"}


def test_help_at_home_and_claims_are_personal() -> None:
    found = [
        personal(category(ENTERPRISE, **more))
        for more in ({}, {"private": True}, {"needs_place": False})
    ]
    assert found == [False, True, True]


def test_traits_come_back_as_they_were_kept() -> None:
    traits = Traits(frozenset({"3", "5"}), frozenset({"left"}), again=True)
    assert Traits.of(traits.plain()) == traits
    assert Traits.of({}) == Traits()


@given(a=SIGHTINGS, b=SIGHTINGS)
def test_likeness_is_a_chance_and_the_same_both_ways(a: Sighting, b: Sighting) -> None:
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == pytest.approx(likeness(b, a))


@given(st.lists(st.floats(-1, 1), max_size=8))
def test_a_vector_is_kept_within_one_part_in_a_hundred(vector: list[float]) -> None:
    kept = memoryview(packed(vector)).cast("b").tolist()
    assert [each / ONE for each in kept] == pytest.approx(vector, abs=0.01)
