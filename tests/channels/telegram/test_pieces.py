"""Edits, albums, live locations, contact cards, and links that bring a place along."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image

from bot.core.people import Role
from tests.channels.telegram.house import House
from tests.fakes.bot_api.screen import Json

pytestmark = pytest.mark.slow

LAMPS = "lighting_division"


def picture(shade: int) -> bytes:
    """A picture, each shade another."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 60, 90)).save(out, "JPEG")
    return out.getvalue()


async def reported(house: House, number: int, text: str) -> tuple[Json, str]:
    """A message that opened a ticket, as the form would once it has the place."""
    update = await house.api.people[number].say(text)
    await house.settled()
    return update, (await house.open(number, text=text)).ref


async def test_new_words_for_a_report_are_added_to_its_ticket_if_wished(house: House) -> None:
    li = await house.person(2, "Li", Role.RESPONDER, LAMPS)
    wang = await house.person(1, "Wang")
    update, ref = await reported(house, 1, "the lamp at the gate is out")
    await house.settled()
    wang.edits(update, "the lamp at the east gate is out")
    asked = await wang.hears(f"{ref} has your first version")
    assert asked.buttons == [["Add the new words"]]
    await house.settled()
    assert (await house.ticket(ref)).text == "the lamp at the gate is out"
    await wang.tap("Add the new words")
    await wang.hears("Added to")
    await li.hears("the lamp at the east gate is out")
    assert len(await house.all_tickets()) == 1
    assert len(house.rasa.asked) == 1


async def test_the_same_words_again_and_late_edits_are_nothing(house: House) -> None:
    wang = await house.person(1, "Wang")
    update, _ = await reported(house, 1, "the lamp at the gate is out")
    await house.settled()
    seen = len(wang.screen)
    wang.edits(update, "the lamp at the gate is out")
    await house.settled()
    house.ahead = timedelta(hours=1)
    wang.edits(update, "the lamp at the west gate is out")
    await house.settled()
    assert len(wang.screen) == seen
    assert len(await house.all_tickets()) == 1


async def test_an_edit_of_what_came_to_nothing_is_quiet(house: House) -> None:
    wang = await house.person(1, "Wang")
    update = await wang.say("helo")
    await wang.hears("dropped")
    wang.edits(update, "hello")
    await house.settled()
    assert (len(wang.screen), len(house.rasa.asked)) == (1, 1)


async def test_an_edit_that_tells_of_danger_is_answered_at_once(house: House) -> None:
    wang = await house.person(1, "Wang")
    update, ref = await reported(house, 1, "it smells odd here")
    wang.edits(update, "I smell gas, somebody collapsed and does not breathe")
    await wang.hears("call right now")
    await wang.hears(ref)


async def test_a_message_that_only_its_edit_addresses_is_heard_once(house: House) -> None:
    ann = await house.person(4, "Ann")
    group = house.api.group(-1001, "Block 12")
    await group.add(ann)
    update = await group.says(ann, "the lift is broken")
    group.edits(update, "@manyhands_bot the lift is broken")
    await group.hears("dropped")
    group.edits(update, "@manyhands_bot the lift is broken!")
    await house.settled()
    assert [each["text"] for each in house.rasa.asked] == ["the lift is broken"]


async def test_an_album_is_one_message_with_all_its_photos_and_words_once(house: House) -> None:
    wang = await house.person(1, "Wang")
    wang.album(*(picture(n) for n in (10, 20, 30)), caption="this lamp is broken")
    await wang.hears("dropped")
    await house.settled()
    (asked,) = house.rasa.asked
    assert asked["text"] == "this lamp is broken"
    assert len(set(asked["metadata"]["photos"])) == 3
    assert asked["metadata"]["photo"] == asked["metadata"]["photos"][0]
    assert len(wang.screen) == 1


async def test_a_photo_that_comes_after_its_album_was_answered_replies_to_the_answer(
    house: House,
) -> None:
    wang = await house.person(1, "Wang")
    refs: list[str] = []

    def answer(asked: Any) -> list[dict[str, Any]]:
        return [{"say": "edit-note", "facts": {"ref": refs[0]}, "buttons": []}]

    refs.append((await house.open(1)).ref)
    house.rasa.answer = answer
    (first,) = wang.album(picture(10), caption="this lamp")
    await wang.hears("first version")
    await house.settled()
    late = {**first["message"], "photo": wang.album(picture(20))[0]["message"]["photo"]}
    late.pop("caption")
    wang.sends({"media_group_id": first["message"]["media_group_id"], "photo": late["photo"]})
    await house.settled()
    asked = house.rasa.asked[-1]["metadata"]
    assert (asked["ref"], asked["reply"]) == (refs[0], True)


async def test_of_a_live_location_the_first_point_counts(house: House) -> None:
    wang = await house.person(1, "Wang")
    spot = {"latitude": 36.61844, "longitude": 121.22465, "live_period": 900}
    update = wang.sends({"location": spot})
    await wang.hears()
    for step in range(3):
        moved = {**spot, "latitude": 36.619 + step / 1000}
        message = {**update["message"], "location": moved, "edit_date": house.api.now()}
        house.api.deliver("edited_message", message)
    await house.settled()
    assert [each["metadata"]["point"] for each in house.rasa.asked] == [[36.61844, 121.22465]]
    assert len(wang.screen) == 1


async def test_a_contact_card_is_refused_kindly_and_never_kept(house: House) -> None:
    wang = await house.person(1, "Wang")
    wang.sends({"contact": {"phone_number": "+15550100", "first_name": "Janitor"}})
    said = await wang.hears("contact cards")
    assert said.text.count(".") == 1
    await house.settled()
    async with house.store.read() as tx:
        connection = await tx.connection()
        for table in ("inbox", "outbox", "person", "address"):
            rows = await connection.exec_driver_sql(f"SELECT * FROM {table}")
            assert "15550100" not in str(rows.all())


async def test_the_code_of_a_lamp_post_brings_its_place_along(house: House) -> None:
    wang = await house.stranger(1, "Wang")
    place = next(iter(house.city.places.values()))
    await wang.say(f"/start at_{place.slug}")
    await wang.hears("dropped")
    (asked,) = house.rasa.asked
    assert asked["parse"]["intent"] == "inform_place"
    assert asked["metadata"]["place"]["place"] == place.slug


async def test_a_code_may_hold_a_point(house: House) -> None:
    wang = await house.person(1, "Wang")
    await wang.say("/start at_36618440_121224650")
    await wang.hears("dropped")
    (asked,) = house.rasa.asked
    assert asked["metadata"]["point"] == [36.61844, 121.22465]
    assert asked["metadata"]["place"]["area"]
    await wang.say("/start at_-33868800_151209300")
    await wang.hears("outside")


async def test_a_code_whose_place_nobody_knows_greets(house: House) -> None:
    wang = await house.person(1, "Wang")
    await wang.say("/start at_no_such_place")
    await wang.hears("Hello")
    assert house.rasa.asked == []
