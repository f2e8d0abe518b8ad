"""Groups: only when spoken to, in the topic, and what becomes of one that is lost."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.core.people import Role
from bot.errors import Gone
from bot.message import Address
from tests.channels.promises import listening
from tests.channels.telegram.house import House
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

pytestmark = pytest.mark.slow

LAMPS = "lighting_division"


async def test_the_bot_answers_only_when_it_is_spoken_to(house: House) -> None:
    ann = await house.person(4, "Ann")
    group = house.api.group(-1001, "Block 12")
    await group.add(ann)
    hello = await group.hears("Mention me")
    await group.says(ann, "the lift is broken again")
    group.writes(ann, {"text": "no, really"})
    await group.says(ann, "@manyhands_bot what can you do?")
    first = await group.hears()
    await group.reply(ann, hello, "and what else?")
    await group.hears()
    await house.settled()
    assert [each["text"] for each in house.rasa.asked] == ["what can you do?", "and what else?"]
    assert first.answers


async def test_an_answer_in_a_group_replies_and_asks_to_be_replied_to(house: House) -> None:
    ann = await house.person(4, "Ann")
    group = house.api.group(-1001, "Block 12", topics={7})
    await group.add(ann)
    house.rasa.answer = lambda asked: [{"say": "ask-place", "ask": "place", "facts": {},
        "buttons": [[{"label": "tap-stop", "verb": "stop"}]]}]  # fmt: skip
    said = await group.says(ann, "@manyhands_bot the lift is broken", topic=7)
    question = await group.hears("Where is it?")
    assert question.text.endswith("Please reply to this message.")
    assert (question.topic, question.answers) == (7, said["message"]["message_id"])
    await group.reply(ann, question, "building 3")
    await house.settled()
    assert [each["text"] for each in house.rasa.asked] == ["the lift is broken", "building 3"]
    assert len({each["sender"] for each in house.rasa.asked}) == 1
    assert house.api.refused == []


async def test_a_tap_below_ones_own_question_goes_on_in_the_group(house: House) -> None:
    ann, bob = await house.person(4, "Ann"), await house.person(5, "Bob")
    group = house.api.group(-1001, "Block 12")
    await group.add(ann)
    buttons = [[{"label": "tap-stop", "verb": "stop"}]]
    house.rasa.answer = lambda asked: [
        {"say": "ask-place" if asked["text"] else "stopped", "facts": {}, "buttons": buttons}
    ]
    await group.says(ann, "@manyhands_bot the lift is broken")
    await group.hears("Where is it?")
    await house.settled()  # a tap is told whose question it answers by the number that was sent
    await group.tap(ann, "Never mind")
    await group.hears("dropped")
    await group.waits(lambda each: each.buttons == [["✓ Never mind"]])
    await house.settled()
    assert (house.api.waiting_taps, ann.alerts, ann.screen) == (set(), [], [])
    senders = {each["sender"] for each in house.rasa.asked}
    await bob.say("hello there")
    await house.settled()
    assert len(senders) == 1
    assert len({each["sender"] for each in house.rasa.asked}) == 2


async def test_what_is_for_one_alone_is_answered_alone(house: House) -> None:
    wang = await house.person(1, "Wang")
    ticket = await house.open(1, "meal_delivery", text="lunch for my mother")
    group = house.api.group(-1001, "Block 12")
    await group.add(wang)
    await group.says(wang, "/status@manyhands_bot")
    await group.hears("I've answered you in our own chat")
    await wang.hears(ticket.ref)
    await house.settled()
    assert not any(ticket.ref in each.text for each in group.screen)


async def test_who_never_opened_a_chat_is_asked_to(house: House) -> None:
    bob = await house.stranger(5, "Bob")
    group = house.api.group(-1001, "Block 12")
    await group.add(bob)
    await group.says(bob, "/status@manyhands_bot")
    await group.hears("Please open a chat with me first")
    await group.says(bob, "/queue@manyhands_bot")
    await group.hears("Only the staff")


async def test_danger_is_answered_in_the_group_at_once(house: House) -> None:
    bob = await house.stranger(5, "Bob")
    group = house.api.group(-1001, "Block 12")
    await group.add(bob)
    house.rasa.down = True
    await group.says(bob, "@manyhands_bot I smell gas, somebody collapsed and does not breathe")
    await group.hears("call right now")


async def test_a_desk_in_a_topic_gets_its_offers_there(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = house.api.group(-1001, "Lighting", topics={17, 18})
    await group.add(li)
    await group.says(li, "/desk", topic=17)
    assert (await group.hears("Binhai Lighting")).topic == 17
    ticket = await house.open(1)
    assert (await group.hears(ticket.ref)).topic == 17
    await group.tap(li, "Accept")
    await group.waits(lambda each: each.buttons == [["✓ Li is on it"]])
    group.closed.add(17)
    await house.open(1)
    await house.settled()
    await house.beat()
    await li.hears("I can no longer write in the group “Lighting”")


@pytest.mark.parametrize("how", ["removed", "muted", "muted without a word", "removed unseen"])
async def test_a_desk_that_is_lost_gives_its_offers_back(house: House, how: str) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    sun = await house.person(3, "Sun", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = house.api.group(-1001, "Lighting")
    await group.add(li)
    await group.says(li, "/desk")
    await group.hears("Binhai Lighting")
    first = await house.open(1)
    await group.hears(first.ref)
    if how == "removed":
        await group.remove(sun)
    elif how == "muted":
        await group.mute(sun)
    else:
        group.muted, group.status = how.startswith("muted"), "member"
        group.status = "member" if group.muted else "kicked"
        await house.open(1)
    await house.settled()
    await house.beat()
    await li.hears("I can no longer write in the group “Lighting”")
    for each in (li, sun):
        await each.hears(first.ref)
    second = await house.open(1)
    await sun.hears(second.ref)
    await house.settled()
    lost = [each for each in li.screen if "no longer write" in each.text]
    assert len(lost) == 1


async def test_a_bot_that_is_brought_back_can_be_a_desk_again(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = house.api.group(-1001, "Lighting")
    await group.add(li)
    await group.says(li, "/desk")
    await group.hears("Binhai Lighting")
    await group.mute(li)
    await house.settled()
    await house.beat()
    await group.unmute(li)
    await group.hears("Mention me")
    await group.says(li, "/desk")
    await group.hears("Binhai Lighting")
    ticket = await house.open(1)
    await group.hears(ticket.ref)


async def test_a_group_that_becomes_a_supergroup_stays_the_desk(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    await house.person(1, "Wang")
    group = house.api.group(-500, "Lighting", kind="group")
    await group.add(li)
    await group.says(li, "/desk")
    await group.hears("Binhai Lighting")
    fresh = await group.move(li, -1005)
    await fresh.hears("Mention me")
    await house.settled()
    ticket = await house.open(1)
    await fresh.hears(ticket.ref)
    await house.settled()
    await house.beat()
    assert not any("no longer" in each.text for each in li.screen)


async def test_who_is_known_from_a_group_is_the_same_person_alone(house: House) -> None:
    sun = await house.stranger(3, "Sun")
    await house.invite("sunny", Role.RESPONDER, LAMPS)
    group = house.api.group(-1001, "Lighting")
    await group.add(sun)
    await group.says(sun, "/desk sunny")
    await group.hears("Binhai Lighting")
    await sun.say("/queue")
    await sun.hears("Nothing is waiting for you")


async def test_a_name_that_cannot_be_asked_for_yet_loses_no_message(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    group = api.group(-1001)
    api.fail("getMe", 502, times=2)
    async with listening(channel):
        await group.add(ada)
        await group.says(ada, "@manyhands_bot hello")
        heard = await door.hears(2)
    assert heard[1].text == "hello"
    assert len(api.sent("getMe")) == 3


@pytest.mark.parametrize(
    ("more", "conversation"),
    [
        ({"muted": True}, "-1001"),
        ({"status": "kicked"}, "-1001"),
        ({"topics": {17}}, "-1001/18"),
        ({"topics": {17}, "closed": {17}}, "-1001/17"),
        ({"moved_to": -1009}, "-1001"),
    ],
)
async def test_a_group_where_the_bot_may_not_write_is_gone(
    api: BotApi, channel: Telegram, door: FakeDoor, more: dict[str, Any], conversation: str
) -> None:
    api.group(-1001, **{"status": "member", **more})
    with pytest.raises(Gone):
        await channel.send(Address("telegram", conversation, ""), door.shown("Hello"))


async def test_a_photo_that_a_group_does_not_take_goes_without(
    api: BotApi, channel: Telegram, door: FakeDoor
) -> None:
    group = api.group(-1001, status="member")
    photo = await door.door.keep_photo(b"\xff\xd8\xff\xe0 a picture")
    api.fail(
        "sendPhoto", 400, description="Bad Request: not enough rights to send photos to the chat"
    )
    await channel.send(Address("telegram", "-1001", ""), door.shown("The lamp", photo=photo))
    assert [(each.text, each.photo) for each in group.screen] == [("The lamp", None)]
