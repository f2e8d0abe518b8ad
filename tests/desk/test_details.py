"""What a category asks besides: kept with the ticket, shown to who works on it, heard in time."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.people import Role
from bot.core.tickets import State
from tests.desk.conftest import PLACE, Desk

TRAPPED = {"question": "trapped", "answer": "yes"}
EMPTY = {"question": "trapped", "answer": "no"}


async def test_answers_are_kept_and_shown_to_who_gets_the_ticket(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Sun", Role.RESPONDER, "service_desk")
    where = {"question": "where", "answer": "outside"}
    ref = await desk.open(resident, "gas_leak", answers=[where])
    ticket = await desk.ticket(ref)
    assert ticket.answers == [where]
    await desk.ask(await desk.person("Chen", Role.COORDINATOR), "ask_status", ref=ref)
    facts = {"city_question": "gas_leak.where", "note": "", "city_answer": "gas_leak.where.outside"}
    told = [{"key": "detail-line", "facts": facts}]
    async with desk.store.read():
        rows = [*await desk.rows(resident), *await desk.rows(staff)]
    chen = (await desk.rows(next(p for p in desk.addresses if p not in (resident, staff))))[-1]
    assert chen.key == "status-staff"
    assert chen.facts["details"] == told
    assert all("urgency" not in row.facts or row.facts["urgency"] != "emergency" for row in rows)


async def test_an_answer_of_danger_makes_an_emergency_and_tells_whom_to_call(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident, "elevator", answers=[TRAPPED])
    assert (await desk.ticket(ref)).urgency == "emergency"
    assert await desk.heard(resident) == ["emergency", "ticket-opened"]
    assert await desk.heard(coordinator) == ["alert-emergency"]
    assert (await desk.rows(resident))[0].facts["numbers"]


async def test_words_that_told_the_danger_already_are_not_answered_twice(desk: Desk) -> None:
    resident = await desk.person("Wang")
    await desk.open(resident, "elevator", answers=[TRAPPED], urgency="emergency")
    assert await desk.heard(resident) == ["ticket-opened"]


async def test_danger_that_only_the_meaning_told_is_answered_with_the_numbers(desk: Desk) -> None:
    resident = await desk.person("Wang")
    await desk.open(resident, "elevator", urgency="emergency", warned=False)
    assert await desk.heard(resident) == ["emergency", "ticket-opened"]
    await desk.open(resident, "companionship", urgency="emergency", warned=False)
    assert (await desk.heard(resident))[-2:] == ["care", "ticket-opened"], "gently, who despairs"


async def test_another_category_keeps_the_answers_that_fit_it(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, "stray_animals", answers=[{"question": "hurt", "answer": "no"}])
    await desk.ask(resident, "change_kind", ref=ref, to="garbage")
    staff = await desk.person("Chen", Role.COORDINATOR)
    await desk.ask(staff, "ask_status", ref=ref)
    assert (await desk.rows(staff))[-1].facts["details"] == []
    await desk.ask(resident, "change_kind", ref=ref, to="stray_animals")
    await desk.ask(staff, "ask_status", ref=ref)
    assert len((await desk.rows(staff))[-1].facts["details"]) == 1, "nothing was lost"


async def test_a_telephone_number_in_an_answer_is_for_who_holds_the_ticket(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhou", Role.VOLUNTEER)
    words = {"question": "at_door", "text": "ring 138 0000 1111 first, 和平小区3号楼 at the back"}
    ref = await desk.open(resident, "meal_delivery", answers=[words], for_whom="mother")
    offer = (await desk.rows(helper))[-1]
    note = "ring … first, … at the back"
    assert offer.facts["details"] == [{"key": "door-words", "facts": {"note": note}}]
    assert offer.facts["behalf"] == [{"key": "behalf-theirs", "facts": {"whom": "mother"}}]
    await desk.ask(helper, "claim", ref=ref)
    assert "138 0000 1111" in str((await desk.rows(helper))[-1].facts["details"])


async def test_for_whom_it_is_stands_in_what_the_writer_hears(desk: Desk) -> None:
    resident = await desk.person("Wang")
    await desk.open(resident, for_whom="mother")
    await desk.open(resident, for_whom="somebody")
    await desk.open(resident, for_whom="Mrs Li of flat 3")
    told = [row.facts["behalf"] for row in await desk.rows(resident)]
    assert told == [
        [{"key": "behalf-own", "facts": {"whom": "mother"}}],
        [{"key": "behalf-own-other", "facts": {}}],
        [],
    ]


async def test_an_answer_may_come_when_the_ticket_is_open(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident, "elevator")
    await desk.ask(resident, "add_answer", ref=ref, to="trapped.no")
    assert (await desk.ticket(ref)).answers == [EMPTY]
    await desk.ask(resident, "add_answer", ref=ref, to="trapped.yes")
    ticket = await desk.ticket(ref)
    assert (ticket.answers, ticket.urgency) == ([TRAPPED], "emergency")
    assert (await desk.heard(resident))[-2:] == ["emergency", "note-added"]
    assert "alert-emergency" in await desk.heard(staff)


@pytest.mark.parametrize("to", ["trapped.maybe", "size.big", "trapped", ""])
async def test_a_dead_button_says_so(desk: Desk, to: str) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, "elevator")
    told = await desk.ask(resident, "add_answer", ref=ref, to=to)
    assert told["key"] == "tap-unknown"
    assert (await desk.ask(resident, "add_answer", to="trapped.yes"))["key"] == "tap-unknown"
    stranger = await desk.person("Zhao")
    told = await desk.ask(stranger, "add_answer", ref=ref, to="trapped.yes")
    assert told["key"] == "tap-unknown"
    await desk.ask(resident, "undo", ref=ref)
    assert (await desk.ticket(ref)).state is State.CANCELLED
    told = await desk.ask(resident, "add_answer", ref=ref, to="trapped.yes")
    assert told["key"] == "tap-unknown"


async def test_an_emergency_without_a_place_is_told_again_once_it_has_one(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident, "elevator", urgency="emergency", place=None)
    await desk.ask(resident, "change_place", ref=ref, place=PLACE)
    alerts = [row for row in await desk.rows(coordinator) if row.key == "alert-emergency"]
    assert [row.facts["place"] for row in alerts] == ["", "和平小区3号楼"]


async def test_what_one_message_asks_for_twice_is_done_twice_and_each_once(desk: Desk) -> None:
    resident = await desk.person("Wang")
    facts: dict[str, Any] = {
        "category": "garbage",
        "text": "bins",
        "place": PLACE,
        "alone": True,
    }
    first = await desk.ask(resident, "open_ticket", **facts)
    message = desk.messages
    second = await desk.ask(resident, "open_ticket", again=message, **facts, part=2)
    assert first["ref"] != second["ref"]
    assert await desk.ask(resident, "open_ticket", again=message, **facts) == first
    assert await desk.ask(resident, "open_ticket", again=message, **facts, part=2) == second
