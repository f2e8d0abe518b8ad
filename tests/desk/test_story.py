"""The road of a ticket, from a resident's words to their last word, as people live it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.people import Role
from bot.core.tickets import OPEN, Move, Owner, State, Step, move
from bot.errors import Conflict
from bot.message import parse_payload
from bot.store import tickets
from bot.store.tables import PersonRow
from tests.desk.conftest import PLACE, Desk


async def test_a_lamp_is_reported_accepted_repaired_and_rated(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.state) == ("lighting_division", State.OFFERED)
    assert ticket.why["key"] == "why-nearest"

    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(staff, "progress", ref=ref, text="crew is on the way")
    await desk.ask(staff, "resolve", ref=ref, text="new bulb")
    await desk.ask(resident, "rate", ref=ref, solved=1)
    await desk.ask(resident, "rate", ref=ref, contacted=1)
    await desk.ask(resident, "rate", ref=ref, stars=5)

    ticket = await desk.ticket(ref)
    assert ticket.state is State.CLOSED
    assert (ticket.solved, ticket.contacted, ticket.satisfied) == (True, True, 5)
    assert await desk.heard(resident) == [
        "ticket-opened",
        "ticket-accepted",
        "ticket-progress",
        "ticket-resolved-words",
        "rate-contacted",
        "rate-stars",
        "rate-thanks",
    ]
    heard = await desk.heard(staff)
    assert heard == [
        "offer-responder",
        "accepted-yours",
        "progress-told",
        "resolved",
        "owner-confirmed",
    ]
    moves = [each.move.value for each in await desk.events(ref)]
    assert moves == ["offer", "accept", "progress", "resolve", "rate", "close", "rate", "rate"]


async def test_who_still_has_it_after_a_move_has_it_for_the_new_place(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    homes = [slug for slug, each in desk.city.areas.items() if each.level == "district"]
    for area in homes[:2]:
        there = {**PLACE, "area": area}
        await desk.ask(resident, "change_place", ref=ref, place=there)
        ticket = await desk.ticket(ref)
        assert ticket.owner == "lighting_division"
        assert ticket.why["facts"]["area"] == area


async def test_not_solved_goes_one_rung_up_and_in_the_end_to_a_coordinator(desk: Desk) -> None:
    resident = await desk.person("Wang")
    first = await desk.person("Li", Role.RESPONDER, "lighting_division")
    last = await desk.person("Desk", Role.RESPONDER, "service_desk")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident)
    await desk.ask(first, "resolve", ref=ref)
    await desk.ask(resident, "rate", ref=ref, solved=0)
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.state, ticket.reopened) == ("service_desk", State.OFFERED, 1)
    assert (await desk.heard(first))[-1] == "owner-reopened"
    await desk.ask(last, "resolve", ref=ref)
    await desk.ask(resident, "reopen", ref=ref, text="still dark")
    ticket = await desk.ticket(ref)
    assert (ticket.owner_kind, ticket.state) == (Owner.COORDINATOR, State.TRIAGE)
    assert "offer-coordinator" in await desk.heard(coordinator)


async def test_of_two_volunteers_one_gets_the_task_and_the_other_stays_at_home(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helpers = [await desk.person(f"V{n}", Role.VOLUNTEER) for n in range(5)]
    ref = await desk.open(resident, "meal_delivery")
    told = await asyncio.gather(*(desk.ask(each, "claim", ref=ref) for each in helpers))
    won = [each for each, result in zip(helpers, told, strict=True) if result["ok"]]
    assert len(won) == 1
    assert sorted(each["key"] for each in told) == ["claim-taken"] * 4 + ["claim-yours"]
    ticket = await desk.ticket(ref)
    assert (ticket.holder, ticket.state) == (won[0], State.ACCEPTED)
    offers = [
        row for each in helpers for row in await desk.rows(each) if row.key == "offer-volunteer"
    ]
    assert all(row.spent for row in offers)


async def test_the_exact_place_of_a_person_in_need_is_told_only_to_who_claims(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    words = "my mother needs lunch, 和平小区3号楼, call 138 0000 0000"
    ref = await desk.open(resident, "meal_delivery", text=words)
    offer = (await desk.rows(helper))[-1]
    assert offer.key == "offer-volunteer"
    assert "3号楼" not in str(offer.facts)
    assert "0000" not in str(offer.facts)
    assert offer.facts["text"].startswith("my mother needs lunch")
    assert offer.facts["area"]
    await desk.ask(helper, "claim", ref=ref)
    assert "3号楼" in str((await desk.rows(helper))[-1].facts)


async def test_a_claim_that_runs_out_is_free_again_and_everybody_knows(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    ref = await desk.open(resident, "meal_delivery")
    await desk.ask(helper, "claim", ref=ref)
    await desk.wait(timedelta(hours=25))
    ticket = await desk.ticket(ref)
    assert ticket.holder != helper
    assert "lease-ended" in await desk.heard(helper)
    assert "ticket-back" in await desk.heard(resident)


async def test_who_does_not_answer_in_time_loses_the_ticket_to_the_next(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    await desk.wait(timedelta(hours=4, minutes=1))
    assert (await desk.ticket(ref)).owner == "service_desk"
    assert "ticket-moved" in await desk.heard(resident)
    await desk.wait(timedelta(days=4))
    assert (await desk.ticket(ref)).owner_kind is Owner.COORDINATOR


async def test_a_decline_asks_for_a_reason_and_hands_on(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    assert (await desk.ask(staff, "decline", ref=ref))["key"] == "decline-why"
    buttons = [each["tap"] for row in (await desk.rows(staff))[-1].buttons for each in row]
    verb, facts = parse_payload(buttons[0]) or ("", {})
    assert (await desk.ask(staff, verb, **facts))["key"] == "declined"
    assert (await desk.ticket(ref)).owner == "service_desk"
    assert (await desk.ask(staff, "accept", ref=ref))["key"] == "moved-on"


async def test_the_last_rung_accepts_but_does_not_decline(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "service_desk")
    ref = await desk.open(resident, "other")
    assert (await desk.ask(staff, "decline", ref=ref, reason="not_ours"))["key"] == "cannot-decline"


async def test_a_question_waits_for_the_resident_and_the_answer_goes_back(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "ask_resident", ref=ref, text="which pole?")
    assert (await desk.ticket(ref)).state is State.WAITING_FOR_RESIDENT
    await desk.ask(resident, "answer", text="the one by the gate")
    assert (await desk.ticket(ref)).state is State.IN_PROGRESS
    last = (await desk.rows(staff))[-1]
    assert (last.key, last.facts["note"]) == ("answer-came", "the one by the gate")


async def test_the_same_message_asked_again_does_nothing_twice(desk: Desk) -> None:
    resident = await desk.person("Wang")
    first = await desk.ask(resident, "open_ticket", again=77, category="garbage", text="full")
    second = await desk.ask(resident, "open_ticket", again=77, category="garbage", text="full")
    assert first == second
    assert await desk.heard(resident) == ["ticket-opened"]


async def test_somebody_elses_reference_is_answered_like_one_that_does_not_exist(
    desk: Desk,
) -> None:
    resident, stranger = await desk.person("Wang"), await desk.person("Zhou")
    ref = await desk.open(resident)
    for verb in ("ask_status", "cancel_ticket", "add_note", "rate", "reopen", "change_kind"):
        theirs = await desk.ask(stranger, verb, ref=ref, text="x", stars=1)
        nobodys = await desk.ask(stranger, verb, ref="Z9Z-9Z9", text="x", stars=1)
        assert theirs["key"] == nobodys["key"] == "no-such-ticket", verb
    assert (await desk.ticket(ref)).state is State.OFFERED


async def test_a_verb_of_another_role_is_refused_in_one_sentence(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    for verb in ("accept", "decline", "claim", "queue", "digest_now", "resolve", "list_tasks"):
        assert (await desk.ask(resident, verb, ref=ref))["key"] == "not-for-role", verb


async def test_undo_takes_the_ticket_back_and_tells_who_had_it(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(resident, "undo", ref=ref)
    assert (await desk.ticket(ref)).state is State.CANCELLED
    assert (await desk.heard(staff))[-1] == "owner-cancelled"
    assert (await desk.ask(staff, "resolve", ref=ref))["key"] == "cannot-now"


async def test_another_kind_goes_to_other_hands(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    assert (await desk.ask(resident, "change_kind", ref=ref))["key"] == "which-kind"
    await desk.ask(resident, "change_kind", ref=ref, to="garbage")
    ticket = await desk.ticket(ref)
    assert (ticket.category, ticket.state) == ("garbage", State.OFFERED)
    assert ticket.owner != "lighting_division"


async def test_late_work_is_told_to_the_resident_and_to_the_coordinator_once(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident)
    await desk.ask(staff, "accept", ref=ref)
    await desk.wait(timedelta(days=4))
    await desk.wait(timedelta(days=2))
    assert (await desk.ticket(ref)).late
    assert (await desk.heard(resident)).count("ticket-late") == 1
    assert (await desk.heard(coordinator)).count("late-alert") == 1
    assert (await desk.heard(staff)).count("owner-late") == 2


async def test_silence_after_the_work_closes_the_ticket_and_it_can_be_reopened(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "resolve", ref=ref)
    await desk.wait(timedelta(days=3, minutes=1))
    assert (await desk.ticket(ref)).state is State.CLOSED
    await desk.ask(resident, "reopen")
    assert (await desk.ticket(ref)).state is State.OFFERED


async def test_a_digest_counts_what_is_new_late_and_solved_and_is_quiet_else(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    assert (await desk.ask(coordinator, "digest_now"))["key"] == "digest-quiet"
    ref = await desk.open(resident)
    await desk.open(resident, "garbage")
    await desk.ask(staff, "resolve", ref=ref)
    await desk.ask(coordinator, "digest_now")
    facts = (await desk.rows(coordinator))[-1].facts
    assert (facts["new"], facts["waiting"], facts["solved"]) == (2, 1, 1)
    await desk.ask(staff, "digest_now")
    assert (await desk.rows(staff))[-1].facts["new"] == 1


async def test_the_daily_digest_comes_once_at_its_hour(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    await desk.open(resident)
    await desk.wait(timedelta(minutes=1))
    assert "digest" not in await desk.heard(coordinator)  # new since ten: tomorrow's is the first
    await desk.wait(timedelta(hours=22))
    assert (await desk.heard(coordinator)).count("digest") == 1
    await desk.wait(timedelta(hours=3))
    assert (await desk.heard(coordinator)).count("digest") == 1
    await desk.wait(timedelta(hours=21))
    assert (await desk.heard(coordinator)).count("digest") == 2


async def test_a_reader_chooses_the_hour_and_the_zone_of_their_digest(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    await desk.ask(coordinator, "digest_settings")
    assert len((await desk.rows(coordinator))[-1].buttons) == 2
    assert (await desk.ask(coordinator, "digest_settings", zone="Moon/Base"))[
        "key"
    ] == "zone-unknown"
    told = await desk.ask(coordinator, "digest_settings", hour=7, zone="Europe/London")
    assert (told["hour"], told["zone"]) == (7, "Europe/London")
    await desk.open(resident)
    await desk.wait(timedelta(hours=4, minutes=59))
    assert "digest" not in await desk.heard(coordinator)
    await desk.wait(timedelta(minutes=2))
    assert "digest" in await desk.heard(coordinator)


async def test_words_for_a_person_reach_a_coordinator_who_answers_in_chat(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = str((await desk.ask(resident, "keep_for_person", text="it is complicated"))["ref"])
    again = await desk.ask(resident, "keep_for_person", text="and it is late")
    assert again["key"] == "person-called-already"
    assert (await desk.ticket(ref)).text == "it is complicated\nand it is late"
    await desk.ask(coordinator, "accept", ref=ref)
    await desk.ask(coordinator, "progress", ref=ref, text="I will call the office for you")
    assert (await desk.heard(resident))[-1] == "ticket-progress"


@pytest.mark.parametrize(
    "category", ["street_light", "elevator", "garbage", "meal_delivery", "other"]
)
async def test_no_open_ticket_is_ever_without_owner_and_deadline(desk: Desk, category: str) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident, category)
    for _ in range(12):
        ticket = await desk.ticket(ref)
        if ticket.state in OPEN:
            assert ticket.owner_kind is not None
            assert ticket.deadline is not None
        await desk.wait(timedelta(days=2))


async def test_danger_to_life_reaches_a_coordinator_at_once(desk: Desk) -> None:
    resident = await desk.person("Wang")
    coordinator = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(resident, "elevator", urgency="emergency")
    assert (await desk.ticket(ref)).urgency == "emergency"
    assert await desk.heard(coordinator) == ["alert-emergency"]


async def test_two_moves_of_one_version_never_both_stand(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    one, two = await desk.ticket(ref), await desk.ticket(ref)
    for ticket, who in ((one, "a"), (two, "b")):
        event = move(ticket, Step(move=Move.ACCEPT, at=desk.now, who=who), holder=who)
        try:
            async with desk.store.write() as tx:
                await tickets.save(tx, ticket, event)
        except Conflict:
            assert who == "b"
    assert (await desk.ticket(ref)).holder == "a"
    assert len(await desk.events(ref)) == 2


async def test_a_ticket_that_is_reopened_gets_its_full_time_again(desk: Desk) -> None:
    ann = await desk.person("ann")
    light = await desk.person("light", Role.RESPONDER, "lighting_division")
    ref = await desk.open(ann)
    await desk.ask(light, "resolve", ref=ref, text="new lamp")
    first = (await desk.ticket(ref)).due
    await desk.wait(timedelta(days=2))
    await desk.ask(ann, "rate", ref=ref, solved=0)
    again = await desk.ticket(ref)
    assert first is not None
    assert again.due is not None
    assert again.due - first >= timedelta(days=2) - timedelta(minutes=1)
    assert not again.late


@pytest.mark.parametrize(
    ("stars", "state"), [(1, State.RESOLVED), (3, State.RESOLVED), (5, "closed")]
)
async def test_few_stars_alone_do_not_say_that_it_is_solved(
    desk: Desk, stars: int, state: State
) -> None:
    ann = await desk.person("ann")
    light = await desk.person("light", Role.RESPONDER, "lighting_division")
    ref = await desk.open(ann)
    await desk.ask(light, "resolve", ref=ref)
    await desk.ask(ann, "rate", ref=ref, stars=stars)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.satisfied) == (state, stars)
    asked = (await desk.heard(ann))[-1]
    assert asked == ("rate-contacted" if ticket.solved else "rate-solved")


async def test_a_mistyped_reference_never_means_another_ticket(desk: Desk) -> None:
    ann = await desk.person("ann")
    ref = await desk.open(ann)
    told = await desk.ask(ann, "cancel_ticket", ref="K7Q-4M")
    assert told["key"] == "no-such-ticket"
    assert (await desk.ticket(ref)).is_open


async def test_people_are_told_the_community_and_not_the_grid(desk: Desk) -> None:
    ann = await desk.person("ann")
    grid = next(each for each in desk.city.areas.values() if each.level == "grid")
    ref = await desk.open(ann, place={**PLACE, "area": grid.slug})
    assert (await desk.ticket(ref)).area == grid.slug
    opened = (await desk.rows(ann))[-1]
    assert opened.facts["area"] == grid.parent


async def test_a_digest_that_fails_does_not_keep_the_others_from_theirs(desk: Desk) -> None:
    one, two = [await desk.person(name, Role.COORDINATOR) for name in ("one", "two")]
    await desk.open(await desk.person("ann"))
    first, second = sorted((one, two))
    async with desk.store.write() as tx:
        row = await tx.get(PersonRow, first)
        assert row is not None
        row.zone = "Nowhere/At_all"
        tx.add(row)
    await desk.wait(timedelta(hours=22))
    assert "digest" in await desk.heard(second)
