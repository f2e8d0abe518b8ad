"""Who is asked for help: who is there, can do it, has time and is known; rather than nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.catalogue import Category, Urgency
from bot.core.volunteers import Task, Volunteer, fits, may_take, paused, whom
from tests.core.town import DAYTIME, LATER, NEVER, PARENTS, VOLUNTEERS, category, local, town

TOWN = town()
NOON = local(2, 12, 30)
PLAIN = category(VOLUNTEERS)
PRIVATE = category(VOLUNTEERS, private=True)
SKILLED = category(VOLUNTEERS, skills=frozenset({"cook", "drive"}))
ZHAO = Volunteer("zhao")


def task(what: Category = PLAIN, area: str | None = "lane", **more: Urgency) -> Task:
    return Task(what, area, more.get("urgency", Urgency.NORMAL))


def suits(who: Volunteer, what: Task, now: datetime = NOON) -> bool:
    return fits(TOWN, who, what, now)


def test_who_said_nothing_helps_everywhere_at_any_time_with_what_anybody_can_do() -> None:
    assert suits(ZHAO, task())
    assert not suits(ZHAO, task(SKILLED))


def test_one_of_the_skills_is_enough() -> None:
    assert suits(replace(ZHAO, skills=frozenset({"cook", "sew"})), task(SKILLED))
    assert not suits(replace(ZHAO, skills=frozenset({"sew"})), task(SKILLED))


@pytest.mark.parametrize(
    ("theirs", "area", "there"),
    [
        ("east", "lane", True),
        ("lane", "lane", True),
        ("west", "lane", False),
        ("lane", "east", True),
        ("lane", "west", False),
        ("west", None, True),
    ],
)
def test_their_area_covers_the_place_or_may_hold_it(
    theirs: str, area: str | None, there: bool
) -> None:
    assert suits(replace(ZHAO, areas=frozenset({theirs})), task(area=area)) is there


def test_outside_their_hours_they_are_asked_only_when_it_cannot_wait() -> None:
    late = replace(ZHAO, hours=LATER)
    assert suits(late, task())
    assert not suits(late, task(), local(2, 9))
    for urgency in (Urgency.HIGH, Urgency.EMERGENCY):
        assert suits(late, task(urgency=urgency), local(2, 3))


def test_who_pauses_is_left_in_peace_until_the_pause_ends() -> None:
    away = replace(ZHAO, paused_until=NOON + timedelta(hours=1))
    assert paused(away, NOON)
    assert not suits(away, task(urgency=Urgency.EMERGENCY))
    assert suits(away, task(), NOON + timedelta(hours=1))


def test_who_is_not_vetted_goes_into_nobodys_home() -> None:
    new = replace(ZHAO, vetted=False)
    assert suits(new, task())
    assert not suits(new, task(PRIVATE))
    assert not may_take(False, PRIVATE)
    assert may_take(True, PRIVATE)


def test_only_those_who_fit_are_asked() -> None:
    near = Volunteer("near", areas=frozenset({"east"}))
    far = Volunteer("far", areas=frozenset({"west"}))
    assert whom(TOWN, [near, far], task(), NOON) == ["near"]


def test_when_nobody_fits_all_who_are_vetted_are_asked_and_the_paused_last() -> None:
    far = Volunteer("far", areas=frozenset({"west"}))
    new = Volunteer("new", areas=frozenset({"west"}), vetted=False)
    away = Volunteer("away", paused_until=NOON + timedelta(days=1))
    assert whom(TOWN, [far, new, away], task(), NOON) == ["far"]
    assert whom(TOWN, [new, away], task(), NOON) == ["away"]
    assert whom(TOWN, [new], task(), NOON) == []
    assert whom(TOWN, [], task(), NOON) == []


AREAS = st.frozensets(st.sampled_from(sorted(PARENTS)), max_size=2)
SKILLS = st.frozensets(st.sampled_from(("cook", "drive", "sew")), max_size=2)
PEOPLE = st.lists(
    st.builds(
        Volunteer,
        person=st.text("abcdef", min_size=6, max_size=6),
        skills=SKILLS,
        areas=AREAS,
        hours=st.sampled_from((None, DAYTIME, LATER, NEVER)),
        paused_until=st.sampled_from((None, NOON - timedelta(1), NOON + timedelta(1))),
        vetted=st.booleans(),
    ),
    max_size=5,
    unique_by=lambda each: each.person,
)
TASKS = st.builds(
    Task,
    category=st.builds(
        lambda private, skills: category(VOLUNTEERS, private=private, skills=skills),
        st.booleans(),
        SKILLS,
    ),
    area=st.sampled_from((None, *sorted(PARENTS))),
    urgency=st.sampled_from(Urgency),
)


@given(PEOPLE, TASKS, st.integers(0, 7 * 24))
def test_whoever_there_is_and_whatever_is_to_be_done(
    people: list[Volunteer], what: Task, hour: int
) -> None:
    now = NOON + timedelta(hours=hour)
    asked = whom(TOWN, people, what, now)
    by_name = {each.person: each for each in people}
    assert len(asked) == len(set(asked))
    fitting = [each.person for each in people if fits(TOWN, each, what, now)]
    assert not fitting or asked == fitting
    assert bool(asked) == bool(fitting or any(each.vetted for each in people))
    for name in asked:
        assert may_take(by_name[name].vetted, what.category)
        awake = [each for each in people if each.vetted and not paused(each, now)]
        assert not paused(by_name[name], now) or not awake
