"""Reports for somebody else: announced by anybody, or taken down by staff and read back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.core.people import Role
from bot.core.tickets import State
from bot.message import parse_payload
from bot.store.asides import DraftRow
from tests.desk.conftest import PLACE, Desk

LAMP: dict[str, Any] = {
    "category": "street_light",
    "text": "the lamp at my door is dark",
    "place": PLACE,
    "source": "phone",
}


@pytest.fixture
async def clerk(desk: Desk) -> str:
    """Who sits at the counter of an office."""
    return await desk.person("Qian", Role.RESPONDER, "service_desk")


async def taps(desk: Desk, person: str) -> list[tuple[str, dict[str, Any]]]:
    """The buttons of the last message."""
    row = (await desk.rows(person))[-1]
    found = [parse_payload(each["tap"]) for line in row.buttons for each in line]
    return [each for each in found if each]


async def test_a_report_is_read_back_before_anything_opens(desk: Desk, clerk: str) -> None:
    told = await desk.ask(clerk, "file_draft", **LAMP)
    assert told["key"] == "file-read-back"
    row = (await desk.rows(clerk))[-1]
    assert (row.facts["category"], row.facts["place"]) == ("street_light", "和平小区3号楼")
    assert row.facts["text"] == LAMP["text"]
    assert [verb for verb, _ in await taps(desk, clerk)] == [
        *("file_right", "file_place", "file_kind", "file_words", "file_drop")
    ]
    assert await desk.heard(clerk) == ["file-read-back"]
    opened = await desk.ask(clerk, "file_right", draft=told["draft"])
    ticket = await desk.ticket(opened["ref"])
    assert (ticket.source, ticket.filed_by, ticket.state) == ("phone", clerk, State.OFFERED)
    assert ticket.resident.startswith("caller:")
    assert (await desk.heard(clerk))[-1] == "filed"
    async with desk.store.read() as tx:
        assert await tx.get(DraftRow, told["draft"]) is None


async def test_every_part_of_it_can_be_put_right(desk: Desk, clerk: str) -> None:
    draft = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    await desk.ask(clerk, "file_kind", draft=draft)
    assert all(verb == "file_kind" for verb, _ in await taps(desk, clerk))
    await desk.ask(clerk, "file_kind", draft=draft, to="garbage")
    await desk.ask(clerk, "file_words", ref=str(draft), text="nobody comes for the bins")
    await desk.ask(clerk, "file_place", ref=str(draft), place=None, text="behind the old mill")
    last = (await desk.rows(clerk))[-1]
    assert last.key == "file-read-back"
    assert (last.facts["category"], last.facts["place"]) == ("garbage", "behind the old mill")
    await desk.ask(clerk, "file_place", ref=str(draft), place=PLACE)
    opened = await desk.ask(clerk, "file_right", draft=draft)
    ticket = await desk.ticket(opened["ref"])
    assert (ticket.category, ticket.text) == ("garbage", "nobody comes for the bins")
    assert (ticket.place, ticket.lat) == (PLACE["text"], PLACE["lat"])


async def test_a_dropped_a_sent_and_a_foreign_draft_are_gone(desk: Desk, clerk: str) -> None:
    draft = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    other = await desk.person("Sun", Role.RESPONDER, "service_desk")
    assert (await desk.ask(other, "file_right", draft=draft))["key"] == "file-gone"
    assert (await desk.ask(clerk, "file_drop", draft=draft))["key"] == "file-dropped"
    for verb in ("file_right", "file_kind", "file_drop", "file_words", "file_place"):
        assert (await desk.ask(clerk, verb, draft=draft))["key"] == "file-gone"
    assert (await desk.ask(clerk, "file_right", draft="9" * 40))["key"] == "file-gone"
    assert (await desk.ask(clerk, "file_right"))["key"] == "file-gone"


async def test_a_draft_left_lying_is_gone_after_a_day(desk: Desk, clerk: str) -> None:
    old = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    desk.now += timedelta(hours=25)
    await desk.ask(clerk, "file_draft", **LAMP)
    assert (await desk.ask(clerk, "file_right", draft=old))["key"] == "file-gone"


async def test_danger_is_not_kept_waiting_for_a_read_back(desk: Desk, clerk: str) -> None:
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    trapped = [{"question": "trapped", "answer": "yes"}]
    told = await desk.ask(clerk, "file_draft", **{**LAMP, "category": "elevator"}, answers=trapped)
    assert told["key"] == "filed"
    assert await desk.heard(clerk) == ["emergency", "filed"]
    assert "alert-emergency" in await desk.heard(coordinator)
    told = await desk.ask(clerk, "file_draft", **LAMP, urgency="emergency")
    assert (await desk.heard(clerk))[-1] == "filed", "the numbers were said with the words"


async def test_the_news_come_to_who_took_it_down_without_the_last_word(
    desk: Desk, clerk: str
) -> None:
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    draft = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    ref = (await desk.ask(clerk, "file_right", draft=draft))["ref"]
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(staff, "ask_resident", ref=ref, text="which pole?")
    await desk.ask(clerk, "answer", ref=ref, text="the one by the gate")
    assert (await desk.heard(staff))[-1] == "answer-came"
    await desk.ask(staff, "resolve", ref=ref)
    assert (await desk.heard(clerk))[2:] == [
        *("ticket-accepted", "ticket-asked", "answer-passed", "filed-resolved")
    ]
    assert not (await desk.rows(clerk))[-1].buttons
    assert (await desk.ask(clerk, "rate", ref=ref, solved=1))["key"] == "no-such-ticket"
    await desk.wait(timedelta(days=4))
    assert (await desk.ticket(ref)).state is State.CLOSED
    assert (await desk.heard(clerk))[-1] == "filed-closed"
    assert (await desk.ask(clerk, "reopen", ref=ref))["key"] == "ticket-reopened"


async def test_who_took_it_down_can_still_put_it_right(desk: Desk, clerk: str) -> None:
    draft = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    ref = (await desk.ask(clerk, "file_right", draft=draft))["ref"]
    assert (await desk.ask(clerk, "change_place", ref=ref, text="by the pond"))["ok"]
    assert (await desk.ask(clerk, "change_kind", ref=ref, to="garbage"))["ok"]
    assert (await desk.ask(clerk, "add_note", ref=ref, text="they rang again"))["ok"]
    assert (await desk.ask(clerk, "list_tickets"))["count"] == 1
    assert (await desk.ask(clerk, "cancel_ticket", ref=ref))["ok"]


async def test_a_colleague_can_tell_the_caller_how_it_stands(desk: Desk, clerk: str) -> None:
    draft = (await desk.ask(clerk, "file_draft", **LAMP))["draft"]
    ref = (await desk.ask(clerk, "file_right", draft=draft))["ref"]
    colleague = await desk.person("Sun", Role.RESPONDER, "service_desk")
    assert (await desk.ask(colleague, "ask_status", ref=ref))["ok"]
    for role, responder in ((None, ""), (Role.RESPONDER, "binhai_water"), (Role.VOLUNTEER, "")):
        other = await desk.person(f"O{role}", role, responder)
        assert (await desk.ask(other, "ask_status", ref=ref))["key"] == "no-such-ticket"


async def test_only_staff_take_reports_down(desk: Desk, clerk: str) -> None:
    resident = await desk.person("Wang")
    assert (await desk.ask(resident, "file_for"))["key"] == "not-for-role"
    assert (await desk.ask(resident, "file_draft", **LAMP))["key"] == "not-for-role"
    assert (await desk.ask(clerk, "file_for"))["key"] == "file-go-ahead"
    await desk.ask(clerk, "help")
    assert ("file_for", {}) in await taps(desk, clerk)


@pytest.mark.parametrize(
    ("facts", "key", "meant"),
    [
        ({"for_whom": "mother"}, "for-another", "whom-own"),
        ({"for_whom": "somebody"}, "for-another", "whom-other"),
        ({}, "for-another", "whom-other"),
        ({"for_whom": "friend", "going": 1}, "for-another-noted", "whom-own"),
    ],
)
async def test_a_report_for_somebody_else_is_announced(
    desk: Desk, facts: dict[str, Any], key: str, meant: str
) -> None:
    resident = await desk.person("Wang")
    assert (await desk.ask(resident, "for_another", **facts))["key"] == key
    assert (await desk.rows(resident))[-1].facts["meant"]["key"] == meant


async def test_staff_who_open_again_what_they_took_down_are_answered(desk: Desk) -> None:
    clerk = await desk.person("Qian", Role.RESPONDER, "service_desk")
    draft = (
        await desk.ask(clerk, "file_draft", category="elevator", text="it is stuck", place=PLACE)
    )["draft"]
    ref = str((await desk.ask(clerk, "file_right", draft=draft))["ref"])
    staff = await desk.person("Sun", Role.RESPONDER, str((await desk.ticket(ref)).owner))
    await desk.ask(staff, "resolve", ref=ref)
    await desk.ask(clerk, "reopen", ref=ref)
    assert (await desk.heard(clerk))[-1] == "ticket-reopened"
