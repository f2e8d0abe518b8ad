"""To be forgotten: asked once more, done everywhere, and the work of others goes on."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.core.people import Role
from bot.core.rights import sign_of
from bot.desk import CLOCK, Act
from bot.desk.forgetting import forget
from bot.inbox import hear
from bot.message import Address, Heard
from bot.outbox import Turn
from bot.store import Store
from bot.store.tables import PersonRow, TicketRow
from bot.verbs import Ask, do
from tests.conftest import NOW
from tests.keeping.conftest import WIDE, Town, tables_with

pytestmark = pytest.mark.slow

LAMP: dict[str, Any] = {
    "category": "street_light",
    "text": "it is dark",
    "place": {"text": "Oak Road 12", "lat": 36.612, "lon": 121.214, "area": "heping"},
    "alone": True,
}
LUNCH: dict[str, Any] = {**LAMP, "category": "meal_delivery", "text": "lunch"}


async def lamp(town: Town, who: str = "Ada", **more: Any) -> str:
    """A ticket of somebody's."""
    return str((await town.asks(who, "open_ticket", **{**LAMP, **more}))["ref"])


async def test_it_is_asked_once_more_and_can_be_left(town: Town) -> None:
    person = await town.arrives("Ada")
    await town.asks("Ada", "forget_me")
    shown = town.platform.sent["Ada"][-1]
    assert shown.key == "forget-sure"
    taps = [each.tap for row in shown.buttons for each in row]
    assert taps[0].startswith("/forget_me{") and taps[1] == "/stop"
    assert (await town.ids("Ada"))[1] == person


async def test_who_writes_again_is_somebody_new(town: Town) -> None:
    person = await town.arrives("Ada")
    await town.become("Ada", Role.COORDINATOR)
    await lamp(town)
    await town.forgets("Ada")
    await town.says("Ada", "hello again")
    assert (await town.ids("Ada"))[1] != person
    await town.asks("Ada", "list_tickets")
    await town.asks("Ada", "queue")
    assert town.platform.keys("Ada")[-2:] == ["no-tickets", "not-for-role"]
    await town.beat(WIDE)
    assert (await town.ids("Ada"))[1] != person, "who has written stays"


async def test_a_button_from_before_forgets_nobody_new(town: Town) -> None:
    await town.arrives("Ada")
    await town.forgets("Ada")
    await town.says("Ada", "hello again")
    ref = await lamp(town)
    await town.tap("Ada", "forget_me")
    assert town.platform.keys("Ada")[-1] == "forgotten-before"
    assert (await town.ticket(ref)).resident == (await town.ids("Ada"))[1]


async def test_a_message_that_waits_behind_the_wish_goes_with_it(town: Town) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "forget_me")
    town.rasa.down = True
    await town.hear("Ada", "and another thing")
    await town.tap("Ada", "forget_me")
    assert town.platform.keys("Ada")[-1] == "forgotten"
    assert "another thing" not in str(await town.tables())


async def test_a_task_in_hand_goes_to_a_colleague(town: Town) -> None:
    for who in ("Li", "Sun"):
        await town.arrives(who, Role.RESPONDER, "lighting_division")
    await town.arrives("Ada")
    ref = await lamp(town)
    await town.asks("Li", "accept", ref=ref)
    await town.forgets("Li")
    ticket = await town.ticket(ref)
    assert (ticket.state, ticket.owner, ticket.holder) == ("offered", "lighting_division", None)
    assert town.platform.keys("Sun")[-1] == "offer-responder"
    assert "ticket-moved" not in town.platform.keys("Ada")


async def test_without_a_colleague_it_goes_one_rung_on(town: Town) -> None:
    await town.arrives("Li", Role.RESPONDER, "lighting_division")
    await town.arrives("Ada")
    ref = await lamp(town)
    await town.asks("Li", "accept", ref=ref)
    await town.forgets("Li")
    ticket = await town.ticket(ref)
    assert ticket.state in ("offered", "triage")
    assert ticket.owner != "lighting_division"
    assert town.platform.keys("Ada")[-1] == "ticket-moved"


async def test_what_a_coordinator_decides_waits_for_another(town: Town) -> None:
    for who in ("Chen", "Guo"):
        await town.arrives(who, Role.COORDINATOR)
    await town.arrives("Ada")
    ref = str((await town.asks("Ada", "keep_for_person", text="please"))["ref"])
    await town.asks("Chen", "accept", ref=ref)
    await town.forgets("Chen")
    ticket = await town.ticket(ref)
    assert (ticket.state, ticket.holder) == ("triage", None)
    assert town.platform.keys("Guo")[-1] == "offer-coordinator"


async def test_work_that_waits_for_the_person_goes_on_and_nobody_is_asked_again(
    town: Town,
) -> None:
    await town.arrives("Li", Role.RESPONDER, "lighting_division")
    await town.arrives("Ada")
    ref = await lamp(town)
    await town.asks("Li", "accept", ref=ref)
    await town.asks("Li", "ask_resident", ref=ref, text="which lamp?")
    await town.forgets("Ada")
    assert (await town.ticket(ref)).state == "in_progress"
    assert town.platform.keys("Li")[-1] == "answer-missing"
    await town.asks("Li", "ask_resident", ref=ref, text="which lamp?")
    assert town.platform.keys("Li")[-1] == "resident-forgotten"
    await town.asks("Li", "resolve", ref=ref)
    assert (await town.ticket(ref)).state == "resolved"


async def test_who_was_to_come_to_their_home_hears_that_it_is_called_off(town: Town) -> None:
    await town.arrives("Li", Role.RESPONDER, "elders_association")
    await town.arrives("Ada")
    ref = await lamp(town, **LUNCH)
    await town.asks("Li", "accept", ref=ref)
    assert "36.612" in str((await town.tables())["outbox"])
    await town.forgets("Ada")
    assert (await town.ticket(ref)).state == "cancelled"
    assert town.platform.keys("Li")[-1] == "owner-cancelled"
    tables = await town.tables()
    assert tables_with(tables, "36.612") == tables_with(tables, "Oak Road 12") == set()


async def test_who_holds_their_own_resolved_ticket_leaves_it_whole(town: Town) -> None:
    await town.arrives("Chen", Role.COORDINATOR)
    ref = str((await town.asks("Chen", "keep_for_person", text="me"))["ref"])
    await town.asks("Chen", "resolve", ref=ref)
    await town.forgets("Chen")
    ticket = await town.ticket(ref)
    assert (ticket.resident, ticket.holder, ticket.state) == ("forgotten", None, "resolved")


async def test_the_history_keeps_what_happened_and_gains_that_it_was_forgotten(town: Town) -> None:
    await town.arrives("Ada")
    ref = await lamp(town)
    async with town.store.read() as tx:
        before = (await tx.get(PersonRow, (await town.ids("Ada"))[1])) is not None
    await town.forgets("Ada")
    events = [row for row in (await town.tables())["ticket_event"] if ref in row]
    assert before
    assert len(events) == (await town.ticket(ref)).version == 2
    assert " forget " in events[1]


async def test_the_last_word_is_not_waited_for_for_ever(town: Town) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "forget_me")
    await town.rest.aclose()  # nobody sends any more
    address, person = await town.ids("Ada")

    async with town.store.write() as tx:
        ask = Ask(
            "forget_me", {"sure": sign_of(person)}, person, Turn(99, address, person), town.now()
        )
        assert (await do(tx, town.city, ask))["key"] == "forgotten"
    await town.beat(WIDE)
    assert tables_with(await town.tables(), "Ada") == {"address"}
    await town.beat(timedelta(days=1))
    assert tables_with(await town.tables(), "Ada") == set()


async def test_among_others_nobody_is_forgotten_nor_given_a_file(town: Town) -> None:
    await town.arrives("Ada")
    address, person = await town.ids("Ada")
    for verb, facts, key in (
        ("forget_me", {"sure": sign_of(person)}, "forget-sure"),
        ("export_data", {}, "export-started"),
    ):
        among = Turn(98, address, person, shared=True)
        async with town.store.write() as tx:
            ask = Ask(verb, facts, person, among, town.now())
            assert (await do(tx, town.city, ask))["key"] == key
    async with town.store.read() as tx:
        assert await tx.get(PersonRow, person) is not None


async def test_rasa_forgets_as_soon_as_it_is_back_and_once_more_after_that(town: Town) -> None:
    await town.arrives("Ada")
    sender = (await town.ids("Ada"))[0]
    await town.forgets("Ada")
    town.rasa.down = True
    await town.beat()
    await town.beat(timedelta(minutes=1))
    assert sender in town.rasa.trackers
    town.rasa.down = False
    await town.beat(timedelta(minutes=1))
    assert sender not in town.rasa.trackers
    # A turn that was under way when it was deleted still wrote.
    town.rasa.trackers[sender] = [{"event": "user", "timestamp": 0}]
    await town.beat(WIDE)
    assert sender not in town.rasa.trackers
    assert not tables_with(await town.tables(), sender)


async def test_who_is_not_there_is_not_forgotten_twice(town: Town) -> None:
    person = await town.arrives("Ada")
    for expected in (True, False):
        async with town.store.write() as tx:
            assert await forget(Act(tx, town.city, CLOCK, town.now()), person) is expected


async def test_what_is_heard_at_that_moment_is_of_somebody_new(town: Town) -> None:
    person = await town.arrives("Ada")
    if town.store.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    words = Heard(Address("test", "Ada", "Ada"), "late", NOW, "still there?")
    other = Store(town.store.url.render_as_string(hide_password=False))
    async with town.store.write() as tx:
        await forget(Act(tx, town.city, CLOCK, town.now()), person)
        hearing = asyncio.create_task(hear(other, words, town.city.languages, town.now()))
        await asyncio.sleep(0.2)  # so that it waits for the row
        assert not hearing.done()
    await hearing
    await other.close()
    assert (await town.ids("Ada"))[1] != person


async def test_an_id_is_not_used_again_when_the_newest_row_is_gone(town: Town) -> None:
    first = await town.hear("Ada", "one")
    await town.settled(first)
    async with town.store.write() as tx:
        await forget(Act(tx, town.city, CLOCK, town.now()), (await town.ids("Ada"))[1])
    assert (await town.tables())["inbox"] == []
    assert await town.hear("Ada", "two") > first


async def test_what_staff_took_down_for_a_caller_stays_and_nobody_stumbles_over_it(
    town: Town,
) -> None:
    li = await town.arrives("Li", Role.RESPONDER, "lighting_division")
    await town.arrives("Sun", Role.RESPONDER, "document_office")
    ref = await lamp(town, "Li")
    async with town.store.write() as tx:
        row = await tx.get_one(TicketRow, ref)
        row.resident, row.filed_by, row.asked = "caller:1", li, []
        row.owner = "service_desk"
    await town.forgets("Li")
    ticket = await town.ticket(ref)
    assert (ticket.resident, ticket.filed_by, ticket.state) == ("caller:1", "forgotten", "offered")
    await town.asks("Sun", "ask_status", ref=ref)
    assert town.platform.keys("Sun")[-1] == "no-such-ticket"


async def test_two_in_a_row_are_each_forgotten_with_their_own(town: Town) -> None:
    await town.arrives("Ada")
    await town.arrives("Ben")
    refs = [await lamp(town, who) for who in ("Ada", "Ben")]
    await town.forgets("Ada")
    assert (await town.ticket(refs[1])).resident == (await town.ids("Ben"))[1]
    await town.forgets("Ben")
    assert [(await town.ticket(each)).resident for each in refs] == ["forgotten"] * 2
