"""How a resident becomes a volunteer, and what is told to whom until a coordinator says yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.city import City
from bot.core.people import Role
from bot.store import people, roles, volunteers
from bot.store.asides import VolunteerRow
from tests.desk.conftest import PLACE, Desk
from tests.desk.test_invitations import made, taps


async def offer(desk: Desk, person: str) -> VolunteerRow | None:
    async with desk.store.read() as tx:
        return await volunteers.of(tx, person)


async def tap(desk: Desk, person: str, found: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """Taps a button."""
    verb, facts = found
    return await desk.ask(person, verb, **facts)


async def last(desk: Desk, person: str) -> Any:
    return (await desk.rows(person))[-1]


def simple(desk: Desk) -> Desk:
    """A city in which street lamps are a volunteer's work that anybody can do."""
    known = dict(desk.city.catalogue.categories)
    ladder = known["meal_delivery"].ladder
    known["street_light"] = replace(known["street_light"], ladder=ladder, skills=frozenset())
    catalogue = replace(desk.city.catalogue, categories=known)
    return replace(desk, city=replace(desk.city, catalogue=catalogue))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return simple(desk)


async def apply(desk: Desk, person: str, *skills: str, area: str = "all") -> str:
    """Asks to volunteer, to the end."""
    assert (await desk.ask(person, "join"))["key"] == "skills-which"
    for each in skills:
        assert (await desk.ask(person, "set_skill", skill=each))["key"] == "skills-which"
    assert (await desk.ask(person, "set_area"))["key"] == "area-which"
    return str((await desk.ask(person, "set_area", area=area))["key"])


async def test_a_resident_asks_and_a_coordinator_welcomes_them(desk: Desk) -> None:
    chief, wang = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    assert await apply(desk, wang, "drive", "cook", "drive", area="xincheng") == "join-asked"
    row = await offer(desk, wang)
    assert row is not None
    assert (row.skills, row.areas, row.vetted) == (["cook"], ["xincheng"], False)
    asked = await last(desk, chief)
    assert (asked.key, asked.facts["name"]) == ("join-offer", "Wang")
    yes, no = taps(asked)
    assert (yes[0], yes[1]["yes"], no[1]["yes"]) == ("vet", 1, 0)
    assert (await desk.ask(wang, "join"))["key"] == "join-waits"
    assert (await tap(desk, chief, yes))["key"] == "vet-done"
    assert (await desk.heard(wang))[-1] == "joined-volunteer"
    async with desk.store.read() as tx:
        assert (await people.person(tx, wang)).vetted
        assert [each.by for each in await roles.roles_of(tx, wang)] == [chief]
    assert (await tap(desk, chief, no))["key"] == "vet-done-already"
    assert (await desk.ask(wang, "join"))["key"] == "joined-already"


async def test_not_now_is_said_kindly_and_they_may_ask_again(desk: Desk) -> None:
    chief, wang = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    await apply(desk, wang)
    ref = await desk.open(await desk.person("Zhou"))
    await desk.ask(wang, "claim", ref=ref)
    _, no = taps(next(row for row in await desk.rows(chief) if row.key == "join-offer"))
    assert (await tap(desk, chief, no))["key"] == "vet-not-now"
    assert (await tap(desk, chief, no))["key"] == "role-gone"
    assert "join-not-now" in await desk.heard(wang)
    assert (await desk.ticket(ref)).holder is None
    assert await offer(desk, wang) is None
    assert await apply(desk, wang) == "join-asked"
    assert (await desk.heard(chief)).count("join-offer") == 2


async def test_until_they_are_vetted_they_get_nothing_from_anybodys_home(desk: Desk) -> None:
    wang, zhou = await desk.person("Wang"), await desk.person("Zhou")
    await apply(desk, wang)
    lamp = await desk.open(zhou)
    assert "offer-volunteer" in await desk.heard(wang)
    known = await desk.person("Zhao", Role.VOLUNTEER)
    meal = await desk.open(zhou, "meal_delivery")
    assert (await desk.heard(wang)).count("offer-volunteer") == 1
    assert "offer-volunteer" in await desk.heard(known)
    assert (await desk.ask(wang, "list_tasks"))["count"] == 1
    assert (await desk.ask(wang, "claim", ref=meal))["key"] == "no-such-ticket"
    assert (await desk.ask(wang, "claim", ref=lamp))["key"] == "claim-yours"


async def test_the_first_words_may_hold_what_they_can_do_or_a_code(desk: Desk) -> None:
    chief, wang = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    await desk.ask(wang, "join", text="I'd like to help, driving or cooking")
    row = await offer(desk, wang)
    assert row is not None
    assert row.skills == ["drive", "cook"]
    assert (await desk.ask(wang, "join", text="I have an invitation code"))["key"] == "code-which"
    code = await made(desk, chief, role="volunteer")
    told = await desk.ask(wang, "join", text=f"my code is {code}")
    assert told["key"] == "joined-volunteer"
    row = await offer(desk, wang)
    assert row is not None
    assert (row.vetted, row.skills) == (True, ["drive", "cook"])


async def test_a_place_that_we_do_not_know_is_asked_for_again(desk: Desk) -> None:
    wang = await desk.person("Wang")
    await desk.ask(wang, "join")
    nowhere = {"text": "the moon", "area": None}
    assert (await desk.ask(wang, "set_area", place=nowhere))["key"] == "area-unknown"
    grid = next(slug for slug, each in desk.city.areas.items() if each.level == "grid")
    told = await desk.ask(wang, "set_area", place={**PLACE, "area": grid})
    assert told["key"] == "join-asked"
    row = await offer(desk, wang)
    assert row is not None
    assert [desk.city.areas[each].level for each in row.areas] == ["community"]


async def test_in_a_city_without_skills_the_place_is_the_only_question(desk: Desk) -> None:
    bare = replace(desk, city=replace(desk.city, skills={}))
    wang = await bare.person("Wang")
    assert (await bare.ask(wang, "join"))["key"] == "area-which"
    assert (await bare.ask(wang, "set_area", area=bare.city.slug))["key"] == "join-asked"
    assert (await bare.ask(wang, "set_availability"))["key"] == "availability-which"


async def test_who_stops_asking_is_forgotten(desk: Desk) -> None:
    wang = await desk.person("Wang")
    await desk.ask(wang, "join")
    assert (await desk.ask(wang, "leave"))["key"] == "stopped"
    assert await offer(desk, wang) is None
    assert (await desk.ask(wang, "leave"))["key"] == "leave-nothing"


async def test_who_may_not_do_it_is_shown_how_to_become_one_who_may(desk: Desk) -> None:
    wang = await desk.person("Wang")
    assert (await desk.ask(wang, "set_availability"))["key"] == "not-for-role"
    assert taps(await last(desk, wang)) == [("join", {})]


async def test_availability_is_told_by_sentence_and_by_button(desk: Desk) -> None:
    zhao = await desk.person("Zhao", Role.VOLUNTEER)
    told = await desk.ask(zhao, "set_availability", text="weekday evenings, and I can do driving")
    assert told["key"] == "availability-noted"
    row = await offer(desk, zhao)
    assert row is not None
    assert (row.hours, row.skills, row.vetted) == ("Mo-Fr 18:00-22:00", ["drive"], True)
    shown = [each["key"] for each in (await last(desk, zhao)).facts["lines"]]
    assert shown == ["free-days", "free-anywhere", "free-skill"]
    for ask, key in (("hours", "free-which"), ("pause", "pause-which")):
        assert (await desk.ask(zhao, "set_availability", ask=ask))["key"] == key
        assert all(verb == "set_availability" for verb, _ in taps(await last(desk, zhao)))
    told = await desk.ask(zhao, "set_availability", text="I'm on holiday")
    assert told["key"] == "pause-which"
    await desk.ask(zhao, "set_availability", days=7)
    row = await offer(desk, zhao)
    assert row is not None
    assert row.paused_until is not None
    assert row.paused_until - desk.now < timedelta(days=7)
    assert (await last(desk, zhao)).facts["lines"][-1]["key"] == "free-paused"
    await desk.ask(zhao, "set_availability", days=0)
    for hours, kept in (("always", ""), ("weekends", "Sa,Su 00:00-24:00"), ("never", None)):
        told = await desk.ask(zhao, "set_availability", hours=hours)
        assert told["key"] == ("availability-which" if kept is None else "availability-noted")
        row = await offer(desk, zhao)
        assert row is not None
        assert (row.hours, row.paused_until) == (
            kept or "Sa,Su 00:00-24:00" if kept != "" else "",
            None,
        )


async def test_areas_are_changed_one_by_one_or_all_at_once(desk: Desk) -> None:
    zhao = await desk.person("Zhao", Role.VOLUNTEER)
    districts = [slug for slug, each in desk.city.areas.items() if each.level == "district"]
    await desk.ask(zhao, "set_area", area=districts[0])
    await desk.ask(zhao, "set_area", more=1)
    more = taps(await last(desk, zhao))[2]
    assert more[1] == {"area": districts[1], "more": 1}
    await desk.ask(zhao, more[0], **more[1])
    row = await offer(desk, zhao)
    assert row is not None
    assert row.areas == districts[:2]
    place = {"text": "x", "area": districts[1], "choices": []}
    await desk.ask(zhao, "set_availability", text="only there", place=place)
    row = await offer(desk, zhao)
    assert row is not None
    assert row.areas == [districts[1]]
    await desk.ask(zhao, "set_area", area="all")
    row = await offer(desk, zhao)
    assert row is not None
    assert row.areas == []


async def test_a_task_goes_to_those_whom_it_suits(desk: Desk, city: City) -> None:
    resident = await desk.person("Wang")
    home = next(slug for slug, each in city.areas.items() if each.level == "district")
    others = [slug for slug, each in city.areas.items() if each.level == "district"][1:]
    inside = next(slug for slug, parent in city.catalogue.parents.items() if parent == home)
    cooks = {name: await desk.person(name, Role.VOLUNTEER) for name in ("near", "far", "away")}
    for name, who in cooks.items():
        await desk.ask(who, "set_skill", skill="cook")
        await desk.ask(who, "set_area", area=others[0] if name == "far" else home)
    await desk.ask(cooks["away"], "set_availability", days=7)
    driver = await desk.person("driver", Role.VOLUNTEER)
    ref = await desk.open(resident, "meal_delivery", place={**PLACE, "area": inside})
    told = {name for name, who in cooks.items() if "offer-volunteer" in await desk.heard(who)}
    assert told == {"near"}
    assert "offer-volunteer" not in await desk.heard(driver)
    await desk.ask(driver, "claim", ref=ref)
    assert (await desk.ticket(ref)).holder == driver, "who sees it in the list may still take it"


async def test_a_task_that_was_elsewhere_is_laid_before_those_who_help_there(desk: Desk) -> None:
    resident = await desk.person("Wang")
    homes = [slug for slug, each in desk.city.areas.items() if each.level == "district"][:2]
    zhao, zhou = [await desk.person(name, Role.VOLUNTEER) for name in ("Zhao", "Zhou")]
    for who, area in zip((zhao, zhou), homes, strict=True):
        await desk.ask(who, "set_area", area=area)
    ref = await desk.open(resident, place={**PLACE, "area": homes[0]})
    assert "offer-volunteer" not in await desk.heard(zhou)
    there = {**PLACE, "area": homes[1]}
    told = await desk.ask(resident, "change_place", ref=ref, place=there, text="the other one")
    assert told["key"] == "place-changed"
    assert "offer-volunteer" in await desk.heard(zhou)
    offer = next(row for row in await desk.rows(zhao) if row.key == "offer-volunteer")
    assert offer.spent


async def test_of_several_roles_each_is_told_what_it_can_do(desk: Desk) -> None:
    person = await desk.person("Ma", Role.VOLUNTEER)
    await desk.person("Ma", Role.RESPONDER, "service_desk")
    for verb, key in (("greet", "welcome-many"), ("help", "help-many")):
        await desk.ask(person, verb)
        row = await last(desk, person)
        assert row.key == key
        assert [each["key"] for each in row.facts["lines"]] == ["can-responder", "can-volunteer"]
        assert {"queue", "list_tasks"} <= {name for name, _ in taps(row)}
