"""What time brings while somebody works: a first word, a warning, a question asked once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.catalogue import Urgency
from bot.core.people import Role
from bot.core.tickets import Move, State
from tests.desk.conftest import Desk


async def test_staff_are_asked_for_a_first_word_and_warned_before_it_is_late(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "accept", ref=ref)
    for _ in range(6):
        if not (await desk.ticket(ref)).late:
            await until_due(desk, ref)
    told = [each for each in await desk.heard(staff) if each.startswith("owner-")]
    assert told == ["owner-word", "owner-soon", "owner-late"]
    assert (await desk.heard(resident)).count("ticket-late") == 1


async def test_who_has_told_the_resident_something_is_only_warned(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "progress", ref=ref, text="we are on our way")
    held = await desk.ticket(ref)
    assert held.deadline is not None
    assert held.due is not None
    await desk.wait(held.deadline - desk.now)
    assert [each for each in await desk.heard(staff) if each.startswith("owner-")] == ["owner-soon"]
    assert (await desk.ticket(ref)).deadline == held.due


async def test_a_question_is_asked_once_more_and_then_the_work_goes_on(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "ask_resident", ref=ref, text="which side of the road?")
    await desk.wait(timedelta(days=1, minutes=1))
    assert (await desk.ticket(ref)).state is State.WAITING_FOR_RESIDENT
    assert (await desk.heard(resident)).count("ticket-asked") == 2
    await desk.wait(timedelta(days=1, minutes=1))
    assert (await desk.ticket(ref)).state is State.IN_PROGRESS
    assert (await desk.heard(resident)).count("ticket-asked") == 2
    assert (await desk.heard(staff))[-1] == "answer-missing"
    history = [each.move for each in await desk.events(ref)]
    assert history[-2:] == [Move.REMIND, Move.NO_ANSWER]


async def until_due(desk: Desk, ref: str) -> None:
    """Waits until the next deadline."""
    deadline = (await desk.ticket(ref)).deadline
    assert deadline is not None
    await desk.wait(deadline - desk.now)


async def test_what_gets_more_time_is_not_late_by_the_time_that_it_had(desk: Desk) -> None:
    known = desk.city.catalogue
    wire = replace(known.categories["fallen_wire"], solve=timedelta(days=7))
    catalogue = replace(known, categories={**known.categories, "fallen_wire": wire})
    desk.city = replace(desk.city, catalogue=catalogue)
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "binhai_power")
    ref = await desk.open(resident, "power_outage")
    await desk.ask(staff, "accept", ref=ref)
    was = await desk.ticket(ref)
    await desk.ask(resident, "change_kind", ref=ref, to="fallen_wire")
    now = await desk.ticket(ref)
    assert (was.owner, was.state) == (now.owner, now.state)
    assert was.due is not None
    assert now.due is not None
    assert was.due < now.due
    while desk.now < now.due and not (await desk.ticket(ref)).late:
        await until_due(desk, ref)
    assert desk.now == now.due
    assert (await desk.ticket(ref)).late


async def test_what_becomes_urgent_does_not_wait_for_an_old_deadline(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, "elevator")
    before = (await desk.ticket(ref)).deadline
    await desk.ask(resident, "add_answer", ref=ref, to="trapped.yes")
    ticket = await desk.ticket(ref)
    assert ticket.urgency is Urgency.EMERGENCY
    assert ticket.deadline == desk.now + timedelta(minutes=5)
    assert before is not None
    assert ticket.deadline < before


async def test_times_of_a_ticket_that_is_opened_again_count_from_then(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "resolve", ref=ref)
    await desk.wait(timedelta(days=60))
    await desk.ask(resident, "reopen", ref=ref)
    ticket = await desk.ticket(ref)
    assert ticket.since == desk.now
    assert ticket.due is not None
    other = await desk.person("Sun", Role.RESPONDER, ticket.owner or "")
    await desk.ask(other, "accept", ref=ref)
    await until_due(desk, ref)
    assert [each for each in await desk.heard(other) if each.startswith("owner-")] == ["owner-word"]


async def test_who_tells_how_late_work_goes_is_asked_again_a_day_later_not_at_once(
    desk: Desk,
) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "accept", ref=ref)
    for _ in range(6):
        if not (await desk.ticket(ref)).late:
            await until_due(desk, ref)
    assert (await desk.ticket(ref)).late
    await desk.ask(staff, "progress", ref=ref, text="the part comes tomorrow")
    await desk.wait(timedelta(hours=2))
    assert (await desk.heard(staff)).count("owner-late") == 1
    await desk.wait(timedelta(hours=23))
    assert (await desk.heard(staff)).count("owner-late") == 2


async def test_a_kind_with_a_shorter_ladder_keeps_a_deadline(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, "street_light")
    await until_due(desk, ref)
    last = await desk.ticket(ref)
    assert (last.owner, last.rung) == ("service_desk", 1)
    await desk.ask(resident, "change_kind", ref=ref, to="other")
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.category) == ("service_desk", "other")
    assert ticket.deadline is not None
    assert last.deadline is not None
    assert desk.now < ticket.deadline <= last.deadline
