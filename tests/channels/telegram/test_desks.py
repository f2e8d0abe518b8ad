"""An organisation's desk, and a volunteers' group: offers once, and rights by who taps."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.people import Role
from bot.core.tickets import State
from tests.channels.telegram.house import House
from tests.fakes.bot_api import Group, Person

pytestmark = pytest.mark.slow

LAMPS = "lighting_division"


async def desk_of(house: House, li: Person, number: int = -1001) -> Group:
    """Li's group, which is the desk of the lamps."""
    group = house.api.group(number, "Lighting desk")
    await group.add(li)
    await group.hears("Mention me")
    await group.says(li, "/desk")
    await group.hears("new tickets for Binhai Lighting")
    return group


async def test_a_desk_gets_an_offer_once_and_its_staff_get_none(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    sun = await house.person(3, "Sun", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    offer = await group.hears(ticket.ref)
    assert offer.buttons[0][0] == "Accept"
    await house.settled()
    assert sum(ticket.ref in each.text for each in group.screen) == 1
    assert not any(ticket.ref in each.text for each in (*li.screen, *sun.screen))
    assert house.api.refused == []


async def test_who_taps_acts_as_themselves_and_the_group_sees_who_it_was(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    sun = await house.person(3, "Sun", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    await group.tap(sun, "Accept")
    yours = await sun.hears("is yours")
    assert "Done" in [label for row in yours.buttons for label in row]
    await group.waits(lambda each: each.buttons == [["✓ Sun is on it"]])
    await house.api.bell.until(lambda: bool(sun.alerts))
    await house.settled()
    assert sun.alerts == ["It goes on in our own chat."]
    assert (await house.ticket(ticket.ref)).holder == await house.id_of(3)
    assert not any(ticket.ref in each.text for each in li.screen)
    await group.tap(li, "Sun")
    await house.settled()
    assert (house.api.waiting_taps, li.alerts, house.api.refused) == (set(), [], [])


async def test_a_person_without_the_role_gets_an_alert_and_nothing_else(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    ann = await house.person(4, "Ann")
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    for label in ("Accept", "Ask", "Not ours"):
        await group.tap(ann, label)
    await house.api.bell.until(lambda: len(ann.alerts) == 3)
    await house.settled()
    assert {each.partition(".")[0] for each in ann.alerts} == {
        "Only the staff of an organisation can do that"
    }
    assert (ann.screen, house.rasa.asked) == ([], [])
    assert (await house.ticket(ticket.ref)).state is State.OFFERED
    assert (await group.waits(lambda each: ticket.ref in each.text)).data("Accept")


async def test_the_staff_of_another_get_an_alert_too(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    ma = await house.person(4, "Ma", Role.RESPONDER, "document_office")
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    await group.tap(ma, "Accept")
    await group.tap(ma, "Ask")
    await house.api.bell.until(lambda: len(ma.alerts) == 2)
    await house.settled()
    assert all(ticket.ref in each for each in ma.alerts)
    assert (ma.screen, house.rasa.asked) == ([], [])


async def test_a_question_goes_on_in_the_chat_of_who_tapped(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    await group.hears(ticket.ref)
    seen = len(group.screen)
    await group.tap(li, "Ask")
    await li.hears("dropped")  # the echo that stands for Rasa's question
    await house.settled()
    assert [each["parse"]["intent"] for each in house.rasa.asked] == ["ask_resident"]
    assert (li.alerts, len(group.screen)) == (["It goes on in our own chat."], seen)


async def test_staff_to_whom_the_bot_may_not_write_are_asked_to_open_a_chat(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    sun = await house.stranger(3, "Sun")
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    await house.invite("sunny", Role.RESPONDER, LAMPS)
    await group.says(sun, "/desk sunny")
    await house.settled()
    ticket = await house.open(1)
    await group.tap(sun, "Accept")
    await house.api.bell.until(lambda: bool(sun.alerts))
    await house.settled()
    assert sun.alerts[0].startswith("Please open a chat with me first")
    assert (await house.ticket(ticket.ref)).state is State.OFFERED
    await sun.say("/start")
    await sun.hears("queue")
    await group.tap(sun, "Accept")
    await sun.hears("is yours")


async def test_of_two_volunteers_in_a_group_the_first_tap_wins(house: House) -> None:
    chen = await house.person(9, "Chen", Role.COORDINATOR)
    helpers = [await house.person(n, f"V{n}", Role.VOLUNTEER) for n in (11, 12)]
    await house.person(1, "Wang")
    group = house.api.group(-1002, "Volunteers of Heping")
    await group.add(chen)
    await group.says(chen, "/desk volunteers")
    await group.hears("Whoever taps first")
    words = "my mother needs lunch, 和平小区3号楼, call 138 0000 0000"
    ticket = await house.open(1, "meal_delivery", text=words)
    offer = await group.hears(ticket.ref)
    assert "3号楼" not in offer.text
    await asyncio.gather(*(group.tap(each, "I'll do it") for each in helpers))
    await house.api.bell.until(lambda: all(each.alerts for each in helpers))
    await house.settled()
    (won,) = [each for each in helpers if "own chat" in each.alerts[0]]
    (lost,) = [each for each in helpers if each is not won]
    assert lost.alerts == [f"{ticket.ref} is taken already. Thank you for being ready!"]
    assert any("3号楼" in each.text for each in won.screen)
    assert not any("3号楼" in each.text for each in (*lost.screen, *group.screen))
    await group.waits(lambda each: each.buttons == [[f"✓ {won.name} is on it"]])
    assert house.api.refused == []


async def test_volunteers_known_in_the_group_are_not_told_twice_and_the_others_are_told(
    house: House,
) -> None:
    chen = await house.person(9, "Chen", Role.COORDINATOR)
    inside = await house.person(11, "In", Role.VOLUNTEER)
    outside = await house.person(12, "Out", Role.VOLUNTEER)
    await house.person(1, "Wang")
    group = house.api.group(-1002, "Volunteers")
    await group.add(chen)
    await group.says(chen, "/desk volunteers")
    await group.says(inside, "/help@manyhands_bot")
    await house.settled()
    ticket = await house.open(1, "meal_delivery")
    await group.hears(ticket.ref)
    await outside.hears(ticket.ref)
    await house.settled()
    assert not any(ticket.ref in each.text for each in inside.screen)
    group.writes(inside, {"left_chat_member": inside.user})
    await house.settled()
    ticket = await house.open(1, "meal_delivery")
    await inside.hears(ticket.ref)


async def test_an_invitation_brings_the_bot_in_and_makes_the_desk(house: House) -> None:
    li = await house.person(2, "Li")
    await house.invite("welcome", Role.RESPONDER, LAMPS)
    group = house.api.group(-1003, "Lamps")
    await group.add(li, start="welcome")
    await group.hears("new tickets for Binhai Lighting")
    await li.hears("answer for Binhai Lighting")
    await group.says(li, "/desk welcome")
    await group.hears("used this invitation already")


async def test_whose_desk_it_is_is_asked_when_there_are_several(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.give(2, Role.RESPONDER, "document_office")
    ann = await house.person(4, "Ann")
    group = house.api.group(-1003, "Desk")
    await group.add(li)
    await group.says(li, "/desk")
    which = await group.hears("Whose tickets")
    assert len(which.buttons) == 2
    await house.settled()
    await group.tap(ann, "Lighting")
    await house.api.bell.until(lambda: bool(ann.alerts))
    await group.tap(li, "Lighting")
    await group.hears("new tickets for Binhai Lighting")
    await group.waits(lambda each: each.buttons == [["✓ Binhai Lighting Division"]])
    await house.settled()
    assert house.api.waiting_taps == set()


async def test_a_desk_is_not_for_everybody_and_not_for_a_chat_alone(house: House) -> None:
    ann = await house.person(4, "Ann")
    group = house.api.group(-1003, "Friends")
    await group.add(ann)
    await group.says(ann, "/desk")
    await group.hears("Only the staff of an organisation")
    await group.says(ann, f"/desk {LAMPS}")
    await group.hears("doesn't work")
    await group.says(ann, "/desk off")
    await group.hears("No tickets come to this group")
    await ann.say("/desk")
    await ann.hears("That is for groups")


async def test_a_desk_that_is_closed_lets_each_person_hear_again(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = await desk_of(house, li)
    ticket = await house.open(1)
    await group.hears(ticket.ref)
    await group.says(li, "/desk off")
    await group.hears("no longer come to this group")
    await li.hears(ticket.ref)
    await group.waits(lambda each: ticket.ref in each.text and not each.buttons)
