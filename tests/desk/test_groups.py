"""Groups as the desk knows them: where offers go, who is told, what may be said there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.people import Role
from bot.desk.aloud import ALOUD, may_be_said_aloud
from bot.message import Address
from bot.outbox import Turn
from bot.store import desks, people
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, DeskRow
from bot.verbs import Ask, do
from bot.voice import FOLDER
from bot.voice.catalogue import catalogue
from tests.desk.conftest import Desk

LAMPS = "lighting_division"


async def in_group(desk: Desk, name: str, verb: str, room: str = "r", **facts: Any) -> Any:
    """Somebody asks a verb where others read along."""
    there = Address("console", room, name)
    async with desk.store.write() as tx:
        who = Newcomer("en", name, among_others=True)
        row = await people.meet(tx, there, who, desk.now)
        desk.messages += 1
        turn = Turn(desk.messages, row.id, row.person, shared=True)
        return await do(tx, desk.city, Ask(verb, facts, row.person, turn, desk.now))


async def of_group(desk: Desk, room: str = "r") -> str:
    """The person that stands for a group."""
    async with desk.store.read() as tx:
        row = await people.find_address(tx, Address("console", room, ""))
    assert row is not None
    desk.addresses[row.person] = row.id
    return row.person


async def shut(desk: Desk, room: str = "r") -> None:
    """A platform lets us write in a group no more."""
    async with desk.store.write() as tx:
        await desks.shut(tx, Address("console", room, ""))


async def test_a_desk_is_told_in_place_of_each_person(desk: Desk) -> None:
    resident, staff = await desk.person("Wang"), await desk.person("Li", Role.RESPONDER, LAMPS)
    assert (await in_group(desk, "Li", "open_desk", code=""))["key"] == "desk-opened"
    group = await of_group(desk)
    ref = await desk.open(resident)
    assert "offer-responder" in await desk.heard(group)
    assert "offer-responder" not in await desk.heard(staff)
    await desk.ask(resident, "add_note", ref=ref, text="it hums")
    assert (await desk.heard(group))[-1] == "note-new"
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(resident, "add_note", ref=ref, text="it hums louder")
    assert (await desk.heard(group))[-1] == "note-new"
    assert (await desk.heard(staff))[-1] == "note-new"
    assert (await desk.heard(group)).count("note-new") == 1


async def test_a_group_that_is_lost_gives_its_offers_to_each_person_once(desk: Desk) -> None:
    resident, staff = await desk.person("Wang"), await desk.person("Li", Role.RESPONDER, LAMPS)
    await in_group(desk, "Li", "open_desk", group="Lamps")
    held, free = await desk.open(resident), await desk.open(resident)
    await desk.ask(staff, "accept", ref=held)
    await shut(desk)
    await desk.wait(timedelta(seconds=1))
    await desk.wait(timedelta(seconds=1))
    told = [row for row in await desk.rows(staff) if row.key in ("desk-lost", "offer-responder")]
    assert [(row.key, row.ref) for row in told] == [("desk-lost", None), ("offer-responder", free)]
    assert told[0].facts == {"name": "Lamps"}
    assert (await desk.rows(await of_group(desk)))[-1].spent


async def test_a_group_that_was_no_desk_is_lost_with_a_word_to_who_brought_us(desk: Desk) -> None:
    ann = await desk.person("Ann")
    await in_group(desk, "Ann", "meet_group", group="Friends")
    await in_group(desk, "Ann", "leave_group")
    await desk.wait(timedelta(seconds=1))
    assert (await desk.heard(ann))[-1] == "group-lost"


async def test_two_clocks_give_a_group_up_once(desk: Desk) -> None:
    staff = await desk.person("Li", Role.RESPONDER, LAMPS)
    await in_group(desk, "Li", "open_desk", group="Lamps")
    await shut(desk)
    await desk.wait(timedelta(seconds=1))
    async with desk.store.write() as tx:
        assert await desks.lost(tx) == []
        group = await people.find_address(tx, Address("console", "r", ""))
        assert group is not None
        assert await desks.forget(tx, group.id) is False
    assert (await desk.heard(staff)).count("desk-lost") == 1


async def test_a_volunteers_group_hears_no_place_whatever_the_category(desk: Desk) -> None:
    known = desk.city.catalogue.categories
    open_one = replace(known["meal_delivery"], private=False)
    catalogue_ = replace(desk.city.catalogue, categories={**known, "meal_delivery": open_one})
    desk.city = replace(desk.city, catalogue=catalogue_)
    resident, helper = await desk.person("Wang"), await desk.person("Zhao", Role.VOLUNTEER)
    await desk.person("Chen", Role.COORDINATOR)
    await in_group(desk, "Chen", "open_desk", code="volunteers")
    await desk.open(resident, "meal_delivery", photos=["p"])
    (offer,) = [row for row in await desk.rows(await of_group(desk)) if row.ref]
    assert "3号楼" not in str(offer.facts)
    assert offer.photo is None
    assert "offer-volunteer" in await desk.heard(helper)


async def test_a_group_that_moves_stays_the_desk_and_what_waits_goes_with_it(desk: Desk) -> None:
    resident = await desk.person("Wang")
    await desk.person("Li", Role.RESPONDER, LAMPS)
    await in_group(desk, "Li", "open_desk", group="Lamps")
    await desk.open(resident)
    was = await of_group(desk)
    await in_group(desk, "Li", "move_group", to="new")
    now = await of_group(desk, "new")
    assert [row.key for row in await desk.rows(now)] == ["offer-responder"]
    assert await desk.rows(was) == []
    ref = await desk.open(resident)
    assert (await desk.rows(now))[-1].ref == ref
    async with desk.store.read() as tx:
        assert await desks.lost(tx) == []


@pytest.mark.parametrize("verb", ["open_desk", "meet_group", "leave_group", "move_group"])
async def test_what_is_for_groups_is_refused_to_who_is_alone(desk: Desk, verb: str) -> None:
    ann = await desk.person("Ann")
    assert (await desk.ask(ann, verb))["key"] == "desk-only-in-group"


async def test_only_their_own_end_a_desk(desk: Desk) -> None:
    await desk.person("Li", Role.RESPONDER, LAMPS)
    await desk.person("Ann")
    await in_group(desk, "Li", "open_desk")
    assert (await in_group(desk, "Ann", "open_desk", code="off"))["key"] == "not-for-role"
    assert (await in_group(desk, "Li", "open_desk", code="off"))["key"] == "desk-closed"
    assert (await in_group(desk, "Li", "open_desk", code="off"))["key"] == "desk-none"


async def test_the_staff_work_in_a_group_only_with_a_chat_to_be_told_in(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    async with desk.store.write() as tx:
        there = Address("console", "r", "Sun")
        row = await people.meet(tx, there, Newcomer("en", "Sun", among_others=True), desk.now)
        await people.give_role(tx, row.person, Role.RESPONDER, desk.now, LAMPS)
    assert (await in_group(desk, "Sun", "accept", ref=ref))["key"] == "open-me-first"


async def test_what_is_private_is_told_alone_and_the_group_hears_only_that(desk: Desk) -> None:
    resident = await desk.person("Wang")
    await desk.open(resident)
    await desk.open(resident, "meal_delivery")
    await in_group(desk, "Wang", "list_tickets")
    assert (await desk.heard(resident))[-1] == "tickets"
    async with desk.store.read() as tx:
        row = await people.find_address(tx, Address("console", "r", "Wang"))
    assert row is not None
    desk.addresses["group"] = row.id
    assert await desk.heard("group") == ["told-alone"]


async def test_who_is_only_in_groups_hears_there_of_what_was_opened_there(desk: Desk) -> None:
    place = {"text": "Oak Road 12", "area": "yangguang"}
    opened = await in_group(desk, "Ann", "open_ticket", category="street_light", place=place)
    meal = await in_group(desk, "Ann", "open_ticket", category="meal_delivery", place=place)
    async with desk.store.read() as tx:
        row = await people.find_address(tx, Address("console", "r", "Ann"))
    assert row is not None
    desk.addresses[row.person] = row.id
    staff = await desk.person("Li", Role.RESPONDER, LAMPS)
    await desk.ask(staff, "accept", ref=opened["ref"])
    heard = [(each.key, each.ref) for each in await desk.rows(row.person)]
    assert heard == [
        ("ticket-opened", opened["ref"]),
        ("open-me-first", None),
        ("ticket-accepted", opened["ref"]),
    ]
    assert meal["ok"]


async def test_who_ever_had_a_chat_alone_is_told_nothing_of_it_in_a_group(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, LAMPS)
    ref = await desk.open(resident)
    await in_group(desk, "Wang", "ask_status", ref=ref)
    async with desk.store.write() as tx:
        alone = await tx.get_one(AddressRow, desk.addresses[resident])
        alone.reachable = False
        tx.add(alone)
    async with desk.store.read() as tx:
        row = await people.find_address(tx, Address("console", "r", "Wang"))
    assert row is not None
    desk.addresses["group"] = row.id
    before = len(await desk.rows("group"))
    await desk.ask(staff, "accept", ref=ref)
    assert len(await desk.rows("group")) == before


async def test_a_sender_is_one_person_wherever_they_write(desk: Desk) -> None:
    alone = await desk.person("Wang")
    async with desk.store.write() as tx:
        there = Address("console", "r", "Wang")
        row = await people.meet(tx, there, Newcomer("en", "W", among_others=True), desk.now)
        assert (row.person, row.shared) == (alone, True)
        other = await people.meet(tx, Address("web", "Wang", "Wang"), Newcomer("en"), desk.now)
        assert other.person != alone


async def test_a_desk_row_is_for_a_group_that_is_known(desk: Desk) -> None:
    await desk.person("Li", Role.RESPONDER, LAMPS)
    await in_group(desk, "Li", "open_desk", group="Lamps")
    async with desk.store.read() as tx:
        ((row, address),) = await desks.rooms(tx, Address("console", "r", ""))
        assert isinstance(row, DeskRow)
        assert (row.role, row.responder, address.sender) == (Role.RESPONDER, LAMPS, "")


def test_every_key_that_may_be_said_aloud_is_one() -> None:
    assert set(catalogue(FOLDER / "en.ftl").wanted) >= ALOUD


def test_nothing_is_said_aloud_of_what_is_private(desk: Desk) -> None:
    assert may_be_said_aloud(desk.city, "status", {"category": "street_light"})
    assert not may_be_said_aloud(desk.city, "status", {"category": "meal_delivery"})
    assert not may_be_said_aloud(desk.city, "status", {"lines": [{"key": "x", "facts": {}}]})
    assert not may_be_said_aloud(desk.city, "claim-yours", {"category": "street_light"})
