"""Where a person in need lives is told to them and to who takes the task, and to nobody before."""

from __future__ import annotations

import json
from typing import Any

from bot.core.people import Role
from tests.desk.conftest import PLACE, Desk

HOME = "和平小区3号楼"
LUNCH = f"午饭送到{HOME}"


async def knows(desk: Desk, person: str) -> list[str]:
    """The keys of what a person was told in which the home stands."""
    rows = await desk.rows(person)
    return [
        row.key
        for row in rows
        if HOME in json.dumps(row.facts, ensure_ascii=False) or "36.612" in json.dumps(row.facts)
    ]


async def lunch(desk: Desk, person: str) -> str:
    """A private ticket of a person."""
    return await desk.open(person, "meal_delivery", text=LUNCH)


async def at_the_charity(desk: Desk) -> tuple[str, str]:
    """A private ticket, and somebody of the charity that it is offered to."""
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "elders_association")
    ref = await lunch(desk, resident)
    assert (await desk.ticket(ref)).owner == "elders_association"
    return ref, staff


UNTAKEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("ask_status", {}),
    ("add_note", {"text": "we look at it"}),
    ("queue", {}),
    ("digest_now", {}),
    ("claim", {}),
    ("change_kind", {"to": "garbage"}),
    ("rate", {"stars": 1}),
    ("decline", {}),
    ("give_back", {}),
    ("decline", {"text": "no car today"}),
)


async def test_who_has_not_taken_a_task_is_not_told_where_it_is(desk: Desk) -> None:
    ref, staff = await at_the_charity(desk)
    for verb, facts in UNTAKEN:
        await desk.ask(staff, verb, ref=ref, **facts)
        assert await knows(desk, staff) == [], verb
    assert (await desk.ticket(ref)).owner != "elders_association"
    assert "offer-responder" in await desk.heard(staff)


async def test_who_takes_a_task_is_told_where_it_is(desk: Desk) -> None:
    ref, staff = await at_the_charity(desk)
    colleague = await desk.person("Sun", Role.RESPONDER, "elders_association")
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(colleague, "ask_status", ref=ref)
    assert await knows(desk, staff) == ["accepted-yours"]
    assert await knows(desk, colleague) == ["status-staff"]


async def test_a_volunteer_who_is_asked_which_task_is_not_told_where_they_are(desk: Desk) -> None:
    residents = [await desk.person(f"R{number}") for number in range(2)]
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    for each in residents:
        await lunch(desk, each)
    assert (await desk.ask(helper, "claim"))["key"] == "which-ticket"
    await desk.ask(helper, "list_tasks")
    assert await knows(desk, helper) == []


async def test_when_somebody_else_has_a_task_a_volunteer_is_not_told_where_it_is(
    desk: Desk,
) -> None:
    resident = await desk.person("Wang")
    taker, other = [await desk.person(name, Role.VOLUNTEER) for name in ("Zhao", "Zhou")]
    ref = await lunch(desk, resident)
    await desk.ask(taker, "claim", ref=ref)
    await desk.ask(other, "ask_status", ref=ref)
    await desk.ask(other, "claim", ref=ref)
    assert await knows(desk, taker) == ["claim-yours"]
    assert await knows(desk, other) == []


async def test_the_place_that_was_put_right_does_not_stay_in_the_words(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    ref = await lunch(desk, resident)
    moved = {**PLACE, "text": "阳光花园9号楼", "lat": 36.7}
    await desk.ask(resident, "change_place", ref=ref, place=moved)
    await desk.ask(helper, "list_tasks")
    await desk.ask(helper, "ask_status", ref=ref)
    assert await knows(desk, helper) == []


async def test_who_had_a_task_is_told_nothing_more_of_where_it_is(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    ref = await lunch(desk, resident)
    await desk.ask(helper, "claim", ref=ref)
    await desk.ask(helper, "give_back", ref=ref)
    await desk.ask(helper, "ask_status", ref=ref)
    assert await knows(desk, helper) == ["claim-yours"]
