"""What a coordinator decides in three taps: who has a ticket, what it is, whether it is any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.catalogue import Rung
from bot.core.people import Role
from bot.core.tickets import Move, Owner, State
from bot.message import MAX_TAP_BYTES, parse_payload
from bot.outbox import show
from bot.store.tables import OutboxRow
from bot.voice import Voice, languages
from tests.desk.conftest import PLACE, Desk
from tests.voice.test_voice import flaws

RANKED = [{"name": "garbage", "confidence": 0.4}, {"name": "noise", "confidence": 0.2}]


def taps(row: OutboxRow) -> list[tuple[str, dict[str, Any]]]:
    """The verbs and facts of a message's buttons."""
    found = [each["tap"] for line in row.buttons for each in line]
    assert all(len(each.encode()) <= MAX_TAP_BYTES for each in found)
    return [parse_payload(each) or ("", {}) for each in found]


async def last(desk: Desk, person: str) -> OutboxRow:
    """What a person was told last."""
    return (await desk.rows(person))[-1]


async def in_triage(desk: Desk, category: str = "street_light", **facts: Any) -> tuple[str, str]:
    """A resident, and their ticket that nobody could place."""
    resident = await desk.person("Wang")
    ref = await desk.open(resident, category, place=None, **facts)
    assert (await desk.ticket(ref)).state is State.TRIAGE
    return resident, ref


async def says_well(desk: Desk, *people: str) -> None:
    """All that these people were told is a proper sentence in every language."""
    voice = Voice(desk.city.name, desk.city.zone, languages())
    rows: list[OutboxRow] = []
    for person in people:
        rows += await desk.rows(person)
    for row in rows:
        for language in languages():
            shown = show(voice, row, language)
            labels = [each.label for line in shown.buttons for each in line]
            assert all(labels)
            assert [each for each in (shown.text, *labels) if flaws(each)] == [], row.key


async def test_three_taps_lay_a_ticket_before_whom_the_coordinator_chooses(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    resident, ref = await in_triage(desk)
    assert (await last(desk, chief)).key == "offer-coordinator"
    assert ("assign", {"ref": ref}) in taps(await last(desk, chief))
    await desk.ask(chief, "assign", ref=ref)
    shown = await last(desk, chief)
    assert shown.key == "assign-whom"
    choices = [facts["to"] for verb, facts in taps(shown) if verb == "assign"]
    assert "lighting_division" in choices
    assert len(choices) <= 6
    await desk.ask(chief, "assign", ref=ref, to="lighting_division")
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.owner, ticket.rung) == (State.OFFERED, "lighting_division", 0)
    assert ticket.why == {"key": "why-assigned", "facts": {"responder": "lighting_division"}}
    assert ticket.deadline == desk.now + timedelta(hours=4)
    assert (await desk.heard(staff))[-1] == "offer-responder"
    assert (await last(desk, resident)).key == "ticket-moved"
    assert (await last(desk, chief)).key == "assigned"
    assert all(each.spent for each in await desk.rows(chief) if each.buttons)
    await says_well(desk, chief, staff, resident)


async def test_every_choice_of_every_category_fits_a_button(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    await desk.person("Zhou", Role.VOLUNTEER)
    resident, ref = await in_triage(desk)
    for category in desk.city.catalogue.categories:
        await desk.ask(chief, "change_kind", ref=ref, to=category)
        await desk.ask(resident, "change_place", ref=ref, place=PLACE)
        await desk.ask(chief, "assign", ref=ref)
        shown = await last(desk, chief)
        choices = [facts for _, facts in taps(shown)]
        assert (await desk.ticket(ref)).owner not in [each.get("to") for each in choices]
        assert choices


async def test_an_offered_ticket_is_assigned_anew_and_a_held_one_is_not(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    other = await desk.person("Sun", Role.RESPONDER, "heping_property")
    ref = await desk.open(await desk.person("Wang"))
    await desk.ask(chief, "ask_status", ref=ref)
    assert ("assign", {"ref": ref}) in taps(await last(desk, chief))
    assert "assign" not in [verb for verb, _ in taps(await last(desk, staff))]
    await desk.ask(chief, "assign", ref=ref, to="heping_property")
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.rung, ticket.hops) == ("heping_property", 1, 1)
    assert (await last(desk, staff)).spent
    await desk.ask(other, "accept", ref=ref)
    told = await desk.ask(chief, "assign", ref=ref, to="lighting_division")
    assert told["key"] == "cannot-now"


async def test_only_a_coordinator_assigns_and_refuses(desk: Desk) -> None:
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    for who in (resident, staff):
        for verb in ("assign", "refuse"):
            assert (await desk.ask(who, verb, ref=ref))["key"] == "not-for-role"
    assert (await desk.ticket(ref)).state is State.OFFERED


@pytest.mark.parametrize("how", ["declined", "silent", "handed on"])
async def test_what_an_assigned_responder_does_not_take_goes_back_to_the_coordinator(
    desk: Desk, how: str
) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Sun", Role.RESPONDER, "heping_property")
    resident, ref = await in_triage(desk)
    await desk.ask(chief, "assign", ref=ref, to="heping_property")
    assert "decline" in [verb for verb, _ in taps(await last(desk, staff))]
    if how == "silent":
        await desk.wait(timedelta(days=3))
    else:
        if how == "handed on":
            await desk.ask(staff, "accept", ref=ref)
        await desk.ask(staff, "decline", ref=ref, reason="no_hands")
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.owner_kind) == (State.TRIAGE, Owner.COORDINATOR)
    assert ticket.why == {"key": "why-back", "facts": {"responder": "heping_property"}}
    assert (await desk.heard(resident))[-1] == "ticket-moved"
    await says_well(desk, chief, staff, resident)


async def test_an_assigned_ticket_that_is_not_solved_goes_one_rung_up(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    resident, ref = await in_triage(desk)
    await desk.ask(chief, "assign", ref=ref, to="lighting_division")
    await desk.ask(staff, "resolve", ref=ref)
    await desk.ask(resident, "rate", ref=ref, solved=0)
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.rung) == ("service_desk", 1)


async def test_who_is_not_on_the_ladder_and_did_not_solve_it_leads_to_the_coordinator(
    desk: Desk,
) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Sun", Role.RESPONDER, "heping_property")
    resident, ref = await in_triage(desk)
    await desk.ask(chief, "assign", ref=ref, to="heping_property")
    await desk.ask(staff, "resolve", ref=ref)
    await desk.ask(resident, "rate", ref=ref, solved=0)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.why["key"]) == (State.TRIAGE, "why-nobody-left")


async def test_volunteers_are_offered_where_the_ladder_has_them_and_some_can_help(
    desk: Desk,
) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    resident, ref = await in_triage(desk, "meal_delivery")
    await desk.ask(chief, "assign", ref=ref, volunteers=1)
    assert (await last(desk, chief)).key == "assign-whom"
    assert "volunteers" not in str(taps(await last(desk, chief)))
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    await desk.ask(chief, "assign", ref=ref)
    assert taps(await last(desk, chief))[-1] == ("assign", {"ref": ref, "volunteers": 1})
    await desk.ask(chief, "assign", ref=ref, volunteers=1)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.owner_kind, ticket.rung) == (State.OFFERED, Owner.VOLUNTEERS, 0)
    assert (await desk.heard(helper))[-1] == "offer-volunteer"
    await desk.ask(chief, "assign", ref=ref)
    assert "volunteers" not in str(taps(await last(desk, chief)))
    await desk.wait(timedelta(hours=2))
    assert (await desk.ticket(ref)).why["key"] == "why-back-volunteers"
    await says_well(desk, chief, helper, resident)


async def test_a_refusal_gives_the_reason_and_may_be_appealed_once(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    neighbour = await desk.person("Zhou")
    resident, ref = await in_triage(desk)
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    await desk.ask(chief, "refuse", ref=ref)
    shown = await last(desk, chief)
    assert shown.key == "refuse-why"
    reasons = [facts["reason"] for _, facts in taps(shown)]
    assert reasons == ["abuse", "outside", "joke", "court", "decided"]
    await desk.ask(chief, "refuse", ref=ref, reason="no reason")
    assert (await desk.ticket(ref)).state is State.TRIAGE
    await desk.ask(chief, "refuse", ref=ref, reason="court")
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.deadline, ticket.closed_at) == (State.REFUSED, None, desk.now)
    told = await last(desk, resident)
    assert (told.key, told.facts["reason"]) == ("ticket-refused", "court")
    assert taps(told) == [("appeal", {"ref": ref})]
    assert (await desk.heard(neighbour))[-1] == "followed-end"
    await desk.ask(resident, "ask_status", ref=ref)
    assert (await last(desk, resident)).key == "status-refused"

    assert (await desk.ask(neighbour, "appeal", ref=ref))["key"] == "no-such-ticket"
    assert (await desk.ask(resident, "appeal"))["key"] == "appealed"
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.owner_kind) == (State.TRIAGE, Owner.COORDINATOR)
    assert ticket.why == {"key": "why-appealed", "facts": {"reason": "court"}}
    assert (ticket.since, ticket.closed_at) == (desk.now, None)
    offer = await last(desk, chief)
    assert (offer.key, offer.facts["why"]["key"]) == ("offer-coordinator", "why-appealed")

    await desk.ask(chief, "refuse", ref=ref, reason="court")
    told = await last(desk, resident)
    assert told.key == "ticket-refused-again"
    assert taps(told) == [("talk_to_human", {"ref": ref})]
    assert (await desk.ask(resident, "appeal", ref=ref))["key"] == "appeal-over"
    assert (await desk.ticket(ref)).state is State.REFUSED
    await desk.ask(resident, "ask_status", ref=ref)
    await says_well(desk, chief, resident, neighbour)


async def test_an_appeal_that_is_granted_leads_on(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    assert (await desk.ask(resident, "appeal", ref=ref))["key"] == "cannot-now"
    await desk.ask(chief, "refuse", ref=ref, reason="outside")
    assert (await last(desk, staff)).spent
    assert (await desk.ask(staff, "accept", ref=ref))["key"] == "moved-on"
    await desk.wait(timedelta(days=30))
    await desk.ask(resident, "appeal", ref=ref)
    await desk.ask(chief, "assign", ref=ref, to="lighting_division")
    await desk.ask(staff, "accept", ref=ref)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.holder, ticket.late) == (State.ACCEPTED, staff, False)
    assert ticket.due is not None
    assert ticket.due > desk.now


async def test_staff_hear_that_what_they_took_down_is_refused_and_may_appeal(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    clerk = await desk.person("Qian", Role.RESPONDER, "service_desk")
    facts: dict[str, Any] = {"category": "street_light", "text": "he is rude", "place": None}
    draft = (await desk.ask(clerk, "file_draft", **facts))["draft"]
    ref = str((await desk.ask(clerk, "file_right", draft=draft))["ref"])
    for key in ("filed-refused", "filed-refused-again"):
        await desk.ask(chief, "refuse", ref=ref, reason="court")
        assert (await last(desk, clerk)).key == key
        await desk.ask(clerk, "ask_status", ref=ref)
        if key == "filed-refused":
            assert taps(await last(desk, clerk)) == [("appeal", {"ref": ref})]
            assert (await desk.ask(clerk, "appeal", ref=ref))["ok"]
    await says_well(desk, chief, clerk)


async def test_the_queue_says_why_and_a_kind_is_one_tap(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    resident, ref = await in_triage(desk, ranking=RANKED, photos=["a", "b"])
    await desk.ask(chief, "queue")
    shown = await last(desk, chief)
    assert [each["key"] for each in shown.facts["lines"]] == ["triage-line"]
    assert shown.facts["lines"][0]["facts"]["why"]["key"] == "why-no-place"
    assert taps(shown) == [("ask_status", {"ref": ref})]
    await desk.ask(chief, "ask_status", ref=ref)
    shown = await last(desk, chief)
    assert shown.key == "status-staff"
    assert shown.facts["pictures"] == {"key": "pictures", "facts": {"count": 2}}
    assert shown.facts["why"]["key"] == "why-no-place"
    kinds = [each["name"] for each in RANKED if each["name"] in desk.city.catalogue.categories]
    assert taps(shown) == [
        *(("change_kind", {"ref": ref, "to": each}) for each in kinds),
        ("assign", {"ref": ref}),
        ("refuse", {"ref": ref}),
        ("accept", {"ref": ref}),
        ("change_kind", {"ref": ref}),
        ("split", {"ref": ref}),
    ]
    await desk.ask(chief, "change_kind", ref=ref, to="garbage")
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.category) == (State.OFFERED, "garbage")
    await says_well(desk, chief, resident)


async def test_without_a_place_a_coordinator_looks_first(desk: Desk) -> None:
    resident, ref = await in_triage(desk)
    opened = await last(desk, resident)
    assert (opened.key, opened.facts["why"]["key"]) == ("ticket-opened", "why-no-place")
    await desk.ask(resident, "change_place", ref=ref, place=PLACE)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.owner) == (State.OFFERED, "lighting_division")


@pytest.mark.parametrize(
    ("category", "facts"),
    [
        ("street_light", {"place": {"text": "by the old mill"}}),
        ("street_light", {"place": None, "urgency": "emergency"}),
        ("other", {"place": None}),
    ],
)
async def test_words_for_a_place_danger_and_what_needs_no_place_go_their_way(
    desk: Desk, category: str, facts: dict[str, Any]
) -> None:
    ref = await desk.open(await desk.person("Wang"), category, **facts)
    assert (await desk.ticket(ref)).state is State.OFFERED


async def test_who_has_been_asked_and_how_often_is_told_to_the_coordinator(desk: Desk) -> None:
    resident = await desk.person("Wang")
    whys = {}
    for category in ("street_light", "elevator"):
        ref = await desk.open(resident, category)
        while (ticket := await desk.ticket(ref)).state is State.OFFERED:
            assert ticket.deadline is not None
            await desk.wait(ticket.deadline - desk.now)
        whys[category] = ticket.why["key"], ticket.hops
    assert whys == {"street_light": ("why-nobody-left", 2), "elevator": ("why-hands", 4)}


@pytest.mark.parametrize(("why", "key"), [("unclear", "why-unclear"), ("unread", "why-unread")])
async def test_words_that_nobody_understood_or_read_say_so(desk: Desk, why: str, key: str) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    resident = await desk.person("Wang")
    told = await desk.ask(resident, "keep_for_person", text="hm\ngrmbl", why=why)
    assert (await desk.ticket(str(told["ref"]))).why["key"] == key
    await says_well(desk, chief)


async def test_who_doubts_that_it_is_for_the_city_lays_it_before_a_coordinator(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    await desk.ask(staff, "decline", ref=ref, reason="abuse")
    ticket = await desk.ticket(ref)
    assert ticket.state is State.TRIAGE
    facts = {"responder": "lighting_division", "reason": "abuse"}
    assert ticket.why == {"key": "why-doubted", "facts": facts}
    await says_well(desk, chief, staff, resident)


def with_ladder(desk: Desk, *ladder: Rung) -> None:
    """Street lights are for these rungs."""
    known = desk.city.catalogue
    light = replace(known.categories["street_light"], ladder=ladder)
    catalogue = replace(known, categories={**known.categories, "street_light": light})
    desk.city = replace(desk.city, catalogue=catalogue)


def broken_of(rows: Sequence[OutboxRow]) -> list[list[str]]:
    """What coordinators were told of rules that cannot work."""
    found = [each.facts["lines"] for each in rows if each.key == "rule-broken"]
    return [[each["key"] for each in lines] for lines in found]


async def test_a_rule_that_matches_nobody_is_told_once_a_day(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    resident = await desk.person("Wang")
    with_ladder(desk, Rung(timedelta(hours=4), volunteers=True))
    ref = await desk.open(resident)
    ticket = await desk.ticket(ref)
    assert (ticket.state, ticket.why["key"]) == (State.TRIAGE, "why-no-rule")
    assert broken_of(await desk.rows(chief)) == [["rule-nobody"]]
    await desk.open(resident)
    assert len(broken_of(await desk.rows(chief))) == 1
    await desk.open(resident, place={**PLACE, "area": "haiwan"})
    assert len(broken_of(await desk.rows(chief))) == 2
    desk.now += timedelta(hours=25)
    await desk.open(resident)
    assert len(broken_of(await desk.rows(chief))) == 3
    await says_well(desk, chief, resident)


async def test_a_named_desk_that_is_gone_is_told_and_the_ticket_goes_on(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    gone, there = (
        Rung(timedelta(hours=4), responder=each) for each in ("old_office", "service_desk")
    )
    with_ladder(desk, gone, there)
    ref = await desk.open(await desk.person("Wang"), place={"text": "by the mill"})
    assert (await desk.ticket(ref)).owner == "service_desk"
    assert broken_of(await desk.rows(chief)) == [["rule-gone"]]
    await says_well(desk, chief)


async def test_a_refused_ticket_was_never_done(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    _, ref = await in_triage(desk)
    await desk.ask(chief, "refuse", ref=ref, reason="joke")
    assert Move.RESOLVE not in [each.move for each in await desk.events(ref)]
    await desk.ask(chief, "digest_now")
    facts = (await last(desk, chief)).facts
    assert (facts["solved"], facts["waiting"]) == (0, 0)
