"""What others have told of already is offered before one more ticket is opened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.core.people import Role
from bot.core.rights import sign_of
from bot.core.tickets import State
from bot.store import twins
from tests.desk.conftest import PLACE, Desk

LAMP: dict[str, Any] = {"category": "street_light", "text": "the lamp is out"}


async def report(desk: Desk, person: str, **facts: Any) -> dict[str, Any]:
    """Somebody tells of the lamp."""
    return await desk.ask(person, "open_ticket", **{**LAMP, "place": PLACE, **facts})


def near(metres: float) -> dict[str, Any]:
    """A place so far north of the usual one, in other words."""
    return {**PLACE, "text": "over there", "lat": PLACE["lat"] + metres / 111_195}


async def test_a_neighbour_follows_with_one_tap_and_no_second_ticket_is_opened(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(first)
    asked = await report(desk, second, place=near(30))
    assert (asked["key"], asked["twin"]) == ("same-others", ref)
    told = (await desk.rows(second))[-1]
    assert told.facts["count"] == 1
    assert "3号楼" not in str(told.facts)
    assert await desk.heard(staff) == ["offer-responder"]
    assert (await desk.ask(second, "same", draft=asked["draft"]))["key"] == "followed"
    await desk.ask(staff, "accept", ref=ref)
    assert (await desk.heard(second))[-1] == "followed-news"
    third = await desk.person("Qian")
    assert (await report(desk, third, place=near(10)))["twin"] == ref
    assert (await desk.rows(third))[-1].facts["count"] == 2


async def test_somebody_who_means_another_thing_has_a_ticket_of_their_own(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    await desk.open(first)
    asked = await report(desk, second)
    told = await desk.ask(second, "not_same", draft=asked["draft"])
    assert told["key"] == "ticket-opened"
    assert (await desk.ticket(told["ref"])).text == LAMP["text"]
    assert (await desk.ask(second, "not_same", draft=asked["draft"]))["key"] == "same-gone"


async def test_who_says_nothing_has_a_ticket_after_five_minutes(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    await desk.open(first)
    await report(desk, second)
    await desk.wait(timedelta(minutes=4))
    assert (await desk.heard(second))[-1] == "same-others"
    await desk.wait(timedelta(minutes=2))
    assert (await desk.heard(second))[-1] == "ticket-opened"
    await desk.wait(timedelta(minutes=2))
    assert (await desk.heard(second)).count("ticket-opened") == 1


async def test_a_report_that_waits_is_taken_back_with_a_word(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    await desk.open(first)
    await report(desk, second)
    assert (await desk.ask(second, "cancel_ticket"))["key"] == "stopped"
    await desk.wait(timedelta(minutes=10))
    assert "ticket-opened" not in await desk.heard(second)


async def test_ones_own_ticket_gets_the_new_words(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    asked = await report(desk, resident, text="and it hums")
    assert asked["key"] == "same-own"
    assert (await desk.ask(resident, "same", draft=asked["draft"]))["key"] == "note-added"
    assert "and it hums" in (await desk.ticket(ref)).text


async def test_what_ended_meanwhile_is_not_followed_but_opened(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    ref = await desk.open(first)
    asked = await report(desk, second)
    await desk.ask(first, "undo", ref=ref)
    assert (await desk.ask(second, "same", draft=asked["draft"]))["key"] == "ticket-opened"


async def test_another_kind_another_house_and_far_away_are_other_things(desk: Desk) -> None:
    first = await desk.person("Wang")
    await desk.ask(first, "open_ticket", **{**LAMP, "place": PLACE, "traits": {"numbers": ["3"]}})
    others: tuple[dict[str, Any], ...] = (
        {"category": "garbage"},
        {"place": near(900)},
        {"traits": {"numbers": ["5"]}},
        {"place": None},
    )
    for number, facts in enumerate(others):
        person = await desk.person(f"Zhao {number}")
        assert (await report(desk, person, **facts))["key"] == "ticket-opened"


async def test_whose_place_was_put_right_is_found_where_it_is_now(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    facts = {**LAMP, "place": PLACE, "traits": {"numbers": ["3"], "marks": ["left"]}}
    ref = (await desk.ask(first, "open_ticket", **facts))["ref"]
    await desk.ask(first, "change_place", ref=ref, place=PLACE, traits={"numbers": ["5"]})
    assert (await report(desk, second, traits={"numbers": ["5"]}))["twin"] == ref
    third = await desk.person("Qian")
    assert (await report(desk, third, traits={"numbers": ["3"]}))["key"] == "ticket-opened"


async def test_danger_waits_for_no_answer_and_staff_are_told_instead(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(first)
    told = await report(desk, second, urgency="emergency")
    assert told["key"] == "ticket-opened"
    hint = next(each for each in await desk.rows(staff) if each.key == "twin-hint")
    assert (hint.facts["ref"], hint.facts["number"]) == (told["ref"], ref)


async def test_a_private_ticket_is_never_offered_to_others(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    await desk.open(first, "elder_care")
    told = await report(desk, second, category="elder_care")
    assert told["key"] == "ticket-opened"


async def test_who_is_forgotten_leaves_nothing_of_what_they_meant(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, meaning="AAAA")
    async with desk.store.read() as tx:
        assert (await twins.kept(tx, ref))[1] == bytes(3)
    await desk.ask(resident, "forget_me", sure=sign_of(resident))
    async with desk.store.read() as tx:
        assert (await twins.kept(tx, ref))[1] is None


async def test_what_was_told_besides_is_one_tap_away_however_unlikely(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ranking = [
        {"name": "street_light", "confidence": 0.95},
        {"name": "garbage", "confidence": 0.01, "besides": True},
    ]
    await report(desk, resident, text="路灯坏了还有垃圾没人收", ranking=ranking)
    assert any("/also{" in str(each) for each in (await desk.rows(resident))[-1].buttons)
    other = await desk.person("Zhao")
    await report(desk, other, text="路灯坏了还有垃圾没人收", ranking=ranking[:1], place=near(900))
    assert not any("/also{" in str(each) for each in (await desk.rows(other))[-1].buttons)


async def test_who_follows_for_the_one_thing_has_a_ticket_for_the_other(desk: Desk) -> None:
    first, second = await desk.person("Wang"), await desk.person("Zhao")
    ref = await desk.open(first)
    ranking = [{"name": "garbage", "confidence": 0.01, "besides": True}]
    asked = await report(desk, second, text="路灯坏了还有垃圾没人收", ranking=ranking)
    assert (await desk.ask(second, "same", draft=asked["draft"]))["ref"] == ref
    opened = (await desk.rows(second))[-1]
    assert opened.key == "ticket-opened"
    assert (await desk.ticket(str(opened.ref))).category == "garbage"


async def test_a_second_thing_in_the_words_is_one_tap_away(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ranking = [
        {"name": "street_light", "confidence": 0.6},
        {"name": "garbage", "confidence": 0.3},
    ]
    text = "the lamp is out, and the bins are full"
    told = await report(desk, resident, text=text, ranking=ranking)
    row = (await desk.rows(resident))[-1]
    assert any("/also{" in str(each) for each in row.buttons)
    second = await desk.ask(resident, "also", ref=told["ref"], to="garbage")
    assert (await desk.ticket(second["ref"])).category == "garbage"
    assert (await desk.ticket(told["ref"])).state is State.OFFERED
    assert (await desk.ask(resident, "also", ref=told["ref"], to="street_light"))["key"] == (
        "tap-unknown"
    )
