"""Who takes part is listed; a role ends at once, and nobody's ticket is left lying."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.people import Role
from bot.core.tickets import Owner, State
from bot.store import people, roles
from tests.desk.conftest import Desk
from tests.desk.test_invitations import held_by, taps


async def role_of(desk: Desk, person: str, which: int = 0) -> int:
    """The number of a role that somebody holds."""
    async with desk.store.read() as tx:
        return (await roles.roles_of(tx, person))[which].id or 0


async def remove(desk: Desk, chief: str, person: str, which: int = 0) -> dict[str, object]:
    """Takes a role away, as the buttons do it."""
    number = await role_of(desk, person, which)
    assert (await desk.ask(chief, "remove_role", role=number))["key"] == "remove-sure"
    verb, facts = taps((await desk.rows(chief))[-1])[0]
    return await desk.ask(chief, verb, **facts)


async def test_the_list_says_who_since_when_and_by_whom_page_by_page(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    for number in range(6):
        await desk.person(f"V{number}", Role.VOLUNTEER)
    async with desk.store.write() as tx:
        given = roles.Grant(Role.RESPONDER, "service_desk", by=chief)
        await roles.grant(tx, chief, given, desk.now)
    assert (await desk.ask(chief, "people"))["count"] == 8
    row = (await desk.rows(chief))[-1]
    assert [each["key"] for each in row.facts["lines"]][:3] == [
        "person-line",
        "person-line-by",
        "person-line",
    ]
    assert taps(row)[-1] == ("people", {"from": 6})
    await desk.ask(chief, "people", **{"from": 6})
    assert len((await desk.rows(chief))[-1].facts["lines"]) == 2
    assert (await desk.ask(chief, "people", text="take V3 out please"))["count"] == 1
    assert (await desk.ask(await desk.person("V0"), "people"))["key"] == "not-for-role"


async def test_who_waits_to_be_let_in_has_a_button_for_it_in_the_list(desk: Desk) -> None:
    chief, wang = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    await desk.ask(wang, "set_area", area="all")
    await desk.ask(chief, "people", text="Wang")
    verb, facts = taps((await desk.rows(chief))[-1])[0]
    assert (verb, facts) == ("vet", {"role": await role_of(desk, wang), "yes": 1})


async def test_a_volunteer_who_is_removed_gives_the_task_to_others(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    zhao, other = [await desk.person(name, Role.VOLUNTEER) for name in ("Zhao", "Zhou")]
    ref = await desk.open(resident, "meal_delivery")
    await desk.ask(zhao, "claim", ref=ref)
    told = await remove(desk, chief, zhao)
    assert (told["key"], told["count"]) == ("removed", 1)
    ticket = await desk.ticket(ref)
    assert (ticket.owner_kind, ticket.state, ticket.holder) == (
        Owner.VOLUNTEERS,
        State.OFFERED,
        None,
    )
    assert (await desk.heard(other)).count("offer-volunteer") == 2
    assert (await desk.heard(zhao))[-1] == "role-ended"
    assert (await desk.heard(resident))[-1] == "ticket-back"
    assert await held_by(desk, zhao) == []
    told = await desk.ask(zhao, "done", ref=ref, text="I was there")
    assert (told["ok"], told["key"]) == (False, "moved-on")
    assert (await desk.ticket(ref)).state is State.OFFERED
    assert (await desk.ask(chief, "remove_role", role=99999, yes=1))["key"] == "role-gone"


async def test_the_colleagues_get_back_what_one_of_them_held(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    li, sun = [await desk.person(name, Role.RESPONDER, "lighting_division") for name in "LS"]
    ref = await desk.open(resident)
    await desk.ask(li, "accept", ref=ref)
    await desk.ask(li, "ask_resident", ref=ref, text="which pole?")
    await remove(desk, chief, li)
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.state, ticket.holder) == ("lighting_division", State.OFFERED, None)
    assert ticket.question is None
    assert ticket.deadline is not None
    assert ticket.deadline > desk.now
    assert (await desk.heard(sun)).count("offer-responder") == 2
    assert (await desk.heard(resident))[-1] == "ticket-colleague"
    assert (await desk.ask(li, "resolve", ref=ref))["key"] == "moved-on"
    await desk.ask(sun, "accept", ref=ref)
    assert (await desk.ticket(ref)).holder == sun


async def test_when_nobody_is_left_all_that_lay_there_goes_one_rung_up(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    li = await desk.person("Li", Role.RESPONDER, "lighting_division")
    held, offered = await desk.open(resident), await desk.open(resident)
    await desk.ask(li, "accept", ref=held)
    await remove(desk, chief, li)
    for ref in (held, offered):
        ticket = await desk.ticket(ref)
        assert ticket.owner != "lighting_division"
        assert ticket.state is State.OFFERED
    assert (await desk.heard(resident)).count("ticket-moved") == 2


async def test_who_has_another_role_too_keeps_what_belongs_to_it(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    ma = await desk.person("Ma", Role.VOLUNTEER)
    await desk.person("Ma", Role.RESPONDER, "lighting_division")
    lamp, meal = await desk.open(resident), await desk.open(resident, "meal_delivery")
    await desk.ask(ma, "accept", ref=lamp)
    await desk.ask(ma, "claim", ref=meal)
    await remove(desk, chief, ma)
    assert (await desk.ticket(lamp)).holder == ma
    assert (await desk.ticket(meal)).holder is None
    assert (await desk.ask(ma, "done", ref=meal))["key"] == "moved-on"


async def test_a_coordinators_tickets_go_back_to_the_others(desk: Desk) -> None:
    chief, other = [await desk.person(name, Role.COORDINATOR) for name in ("Chen", "Gao")]
    resident = await desk.person("Wang")
    ref = str((await desk.ask(resident, "keep_for_person", text="please"))["ref"])
    await desk.ask(chief, "accept", ref=ref)
    number = await role_of(desk, chief)
    told = await desk.ask(other, "remove_role", role=number, yes=1)
    assert told["count"] == 1
    ticket = await desk.ticket(ref)
    assert (ticket.owner_kind, ticket.state, ticket.holder) == (
        Owner.COORDINATOR,
        State.TRIAGE,
        None,
    )
    assert (await desk.heard(other)).count("offer-coordinator") == 2


async def test_whom_a_coordinator_talked_with_waits_for_another(desk: Desk) -> None:
    chief, other = [await desk.person(name, Role.COORDINATOR) for name in ("Chen", "Gao")]
    resident = await desk.person("Wang")
    await desk.ask(resident, "talk_to_human", text="please")
    await desk.ask(chief, "take_relay", relay=1)
    before = (await desk.heard(other)).count("relay-waits")
    await remove(desk, other, chief)
    assert (await desk.heard(other)).count("relay-waits") == before + 1
    assert (await desk.ask(other, "take_relay", relay=1))["ok"]


async def test_the_last_coordinator_stays(desk: Desk) -> None:
    chief, other = [await desk.person(name, Role.COORDINATOR) for name in ("Chen", "Gao")]
    assert (await remove(desk, chief, other))["key"] == "removed"
    assert (await remove(desk, chief, chief))["key"] == "last-coordinator"
    told = await desk.ask(chief, "leave", role=await role_of(desk, chief), yes=1)
    assert (told["ok"], told["key"]) == (False, "last-coordinator")
    assert [each[0] for each in await held_by(desk, chief)] == ["coordinator"]
    assert (await desk.ask(other, "remove_role", role=1))["key"] == "not-for-role"


async def test_of_two_coordinators_who_remove_each_other_one_stays(desk: Desk) -> None:
    chief, other = [await desk.person(name, Role.COORDINATOR) for name in ("Chen", "Gao")]
    numbers = [await role_of(desk, each) for each in (other, chief)]
    told = await asyncio.gather(
        *(
            desk.ask(who, "remove_role", role=number, yes=1)
            for who, number in zip((chief, other), numbers, strict=True)
        )
    )
    assert sorted(str(each["key"]) for each in told) == ["not-for-role", "removed"]
    async with desk.store.read() as tx:
        assert len(await people.with_role(tx, Role.COORDINATOR)) == 1


@pytest.mark.parametrize("several", [False, True])
async def test_who_leaves_is_asked_once_and_gives_back_what_they_hold(
    desk: Desk, several: bool
) -> None:
    resident = await desk.person("Wang")
    zhao = await desk.person("Zhao", Role.VOLUNTEER)
    if several:
        await desk.person("Zhao", Role.RESPONDER, "service_desk")
    ref = await desk.open(resident, "meal_delivery")
    await desk.ask(zhao, "claim", ref=ref)
    told = await desk.ask(zhao, "leave")
    if several:
        assert told["key"] == "leave-which"
        verb, facts = taps((await desk.rows(zhao))[-1])[0]
        told = await desk.ask(zhao, verb, **facts)
    assert told["key"] == "leave-sure"
    assert (await desk.rows(zhao))[-1].facts["count"] == 1
    verb, facts = taps((await desk.rows(zhao))[-1])[0]
    assert (await desk.ask(zhao, verb, **facts))["key"] == "role-left"
    assert (await desk.ticket(ref)).holder is None
    assert (await desk.heard(resident))[-1] in ("ticket-back", "ticket-moved")
    assert len(await held_by(desk, zhao)) == several


async def test_nobody_lays_down_the_role_of_another(desk: Desk) -> None:
    zhao, zhou = [await desk.person(name, Role.VOLUNTEER) for name in ("Zhao", "Zhou")]
    told = await desk.ask(zhao, "leave", role=await role_of(desk, zhou), yes=1)
    assert told["key"] == "leave-sure"
    assert len(await held_by(desk, zhou)) == 1


async def test_a_lease_that_ends_after_the_role_did_troubles_nobody(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    zhao = await desk.person("Zhao", Role.VOLUNTEER)
    ref = await desk.open(resident, "meal_delivery")
    await desk.ask(zhao, "claim", ref=ref)
    await remove(desk, chief, zhao)
    await desk.wait(timedelta(days=2))
    assert "lease-ended" not in await desk.heard(zhao)
    assert (await desk.ticket(ref)).is_open
