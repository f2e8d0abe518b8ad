"""A person to talk to: called, taken by one, talked with in order, and ended kindly."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.city.times import read_hours
from bot.core.people import Role
from bot.core.tickets import Owner, State
from bot.store import people
from bot.store.tables import AddressRow, PersonRow
from tests.desk.conftest import Desk

MINUTE = timedelta(minutes=1)


async def talking(desk: Desk, *names: str) -> tuple[str, list[str], list[int]]:
    """A coordinator who has taken a resident of each name."""
    chen = await desk.person("Chen", Role.COORDINATOR)
    residents = [await desk.person(name) for name in names]
    numbers = []
    for each in residents:
        numbers.append(int((await desk.ask(each, "talk_to_human", text="hello"))["relay"]))
        await desk.ask(chen, "take_relay", relay=numbers[-1])
        desk.now += MINUTE
    return chen, residents, numbers


async def last(desk: Desk, person: str) -> tuple[str, dict[str, Any]]:
    """The last thing that a person was told: its key and facts."""
    row = (await desk.rows(person))[-1]
    return row.key, row.facts


async def texts(desk: Desk, person: str) -> list[str]:
    """The words that a person was given, in order."""
    return [str(row.facts["text"]) for row in await desk.rows(person) if row.key == "relay-words"]


async def taps(desk: Desk, person: str) -> list[str]:
    """What a person may tap below the last message."""
    return [each["tap"] for row in (await desk.rows(person))[-1].buttons for each in row]


async def test_from_the_call_to_the_goodbye(desk: Desk) -> None:
    chen = await desk.person("Chen Jie", Role.COORDINATOR)
    wang = await desk.person("Wang Fang")
    relay = (await desk.ask(wang, "talk_to_human", text="I want a person"))["relay"]
    key, facts = await last(desk, wang)
    assert (key, facts["count"]) == ("relay-waiting", 1)
    assert facts["by"]["facts"]["name"] == "Chen"
    assert await taps(desk, wang) == [f'/end_relay{{"relay":{relay}}}']

    for words, photo in (("my card is blocked", None), ("", "p1")):
        desk.now += MINUTE
        await desk.ask(wang, "relay_words", relay=relay, text=words, photo=photo)
    await desk.ask(wang, "relay_words", relay=relay, text="since Monday")
    assert (await desk.heard(wang)).count("relay-kept") == 1
    assert await desk.heard(chen) == ["relay-waits"]

    await desk.ask(chen, "take_relay", relay=relay)
    assert await texts(desk, chen) == ["I want a person\nmy card is blocked", "", "since Monday"]
    assert [row.photo for row in (await desk.rows(chen))[-3:]] == [None, "p1", None]
    assert (await last(desk, wang))[0] == "relay-open"

    await desk.ask(chen, "relay_words", relay=relay, text="which bank?")
    await desk.ask(wang, "relay_words", relay=relay, text="Harbour")
    assert await texts(desk, wang) == ["which bank?"]
    assert (await texts(desk, chen))[-1] == "Harbour"

    await desk.ask(wang, "end_relay", text="thanks, bye")
    key, facts = await last(desk, chen)
    assert (key, facts["text"]) == ("relay-ended-by", "thanks, bye")
    assert (await last(desk, wang))[0] == "relay-ended"
    for each in (wang, chen):
        assert await taps(desk, each) == [f'/relay_ticket{{"relay":{relay}}}']


async def test_of_several_coordinators_one_has_it_and_the_others_see_who(desk: Desk) -> None:
    staff = [await desk.person(f"C{number}", Role.COORDINATOR) for number in range(4)]
    wang = await desk.person("Wang")
    relay = (await desk.ask(wang, "talk_to_human", text="hello"))["relay"]
    assert (await last(desk, wang))[1]["by"]["key"] == "relay-somebody"
    told = await asyncio.gather(*(desk.ask(each, "take_relay", relay=relay) for each in staff))
    assert sorted(each["key"] for each in told) == ["relay-taken"] * 3 + ["relay-yours"]
    won = next(each for each, it in zip(staff, told, strict=True) if it["ok"])
    assert (await desk.heard(wang)).count("relay-open") == 1
    for each in staff:
        first = (await desk.rows(each))[0]
        assert (first.key, first.spent) == ("relay-called", True)
        name = (await desk.rows(won))[0].facts["last"]["facts"]["by"]["facts"]["name"]
        assert first.facts["last"]["key"] == "relay-has-it"
        assert first.facts["last"]["facts"]["by"]["facts"]["name"] == name


async def test_a_coordinator_sees_words_and_first_name_and_nothing_else(desk: Desk) -> None:
    chen, (wang,), (relay,) = await talking(desk, "Wang Xiaofang")
    await desk.ask(wang, "relay_words", relay=relay, text="hello")
    told = json.dumps([row.facts for row in await desk.rows(chen)])
    assert "Wang" in told
    assert "Xiaofang" not in told
    assert wang not in told
    assert desk.addresses[wang] not in told


async def test_the_queue_tells_places_and_who_has_come_first(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    residents = [await desk.person(f"R{number}") for number in range(3)]
    numbers = []
    for place, each in enumerate(residents, 1):
        numbers.append((await desk.ask(each, "talk_to_human", text="hello"))["relay"])
        assert (await last(desk, each))[1]["count"] == place
        desk.now += MINUTE
    await desk.ask(chen, "take_relay", relay=numbers[0])
    assert [(await last(desk, each))[0] for each in residents[1:]] == [
        "relay-next",
        "relay-waiting",
    ]
    await desk.ask(residents[1], "end_relay")
    assert [(await last(desk, each))[0] for each in residents[1:]] == ["relay-left", "relay-next"]
    await desk.ask(chen, "end_relay", relay=numbers[0])
    key, facts = await last(desk, chen)
    assert (key, facts["count"]) == ("relay-waits-on", 1)
    assert await taps(desk, chen) == [f'/take_relay{{"relay":{numbers[2]}}}']


async def test_with_several_relays_each_word_shows_whose_it_is(desk: Desk) -> None:
    chen, (one, two), (first, second) = await talking(desk, "Wang A", "Wang B")
    await desk.ask(one, "relay_words", relay=first, text="it is me")
    key, facts = await last(desk, chen)
    assert (key, facts["by"]["facts"]) == ("relay-words", {"name": "Wang", "number": str(first)})
    assert await taps(desk, chen) == [f'/take_relay{{"relay":{first}}}']
    assert (await desk.ask(chen, "take_relay", relay=first))["key"] == "relay-turned"
    await desk.ask(chen, "relay_words", relay=second, text="for the other")
    assert (await last(desk, chen))[0] == "relay-sent"
    assert await texts(desk, two) == ["for the other"]
    assert await texts(desk, one) == []


async def test_who_is_nobodys_name_has_a_number(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("Wang")
    async with desk.store.write() as tx:
        for each in (chen, wang):
            row = await tx.get(PersonRow, each)
            assert row is not None
            row.name = None
            tx.add(row)
    relay = (await desk.ask(wang, "talk_to_human", text="hello"))["relay"]
    by = {"key": "relay-neighbour", "facts": {"number": str(relay)}}
    assert (await last(desk, chen))[1]["by"] == by
    await desk.ask(chen, "take_relay", relay=relay)
    await desk.ask(chen, "relay_words", relay=relay, text="hello")
    assert (await last(desk, wang))[1]["by"]["key"] == "relay-somebody-says"


async def test_off_duty_the_words_wait_as_a_ticket_and_the_next_hours_are_told(desk: Desk) -> None:
    desk.city = replace(desk.city, duty=read_hours("Mo-Fr 13:00-17:00"))
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("Wang")
    told = await desk.ask(wang, "talk_to_human", text="my card is blocked")
    key, facts = await last(desk, wang)
    assert (key, facts["at"]) == ("person-called-off-duty", "2026-03-02T05:00:00+00:00")
    ticket = await desk.ticket(str(told["ref"]))
    assert (ticket.state, ticket.owner_kind) == (State.TRIAGE, Owner.COORDINATOR)
    assert ticket.text == "my card is blocked"
    assert ticket.deadline == desk.now + timedelta(hours=3 + 4)
    assert await desk.heard(chen) == ["offer-coordinator"]
    await desk.ask(wang, "talk_to_human", text="and it is urgent to me")
    assert (await last(desk, wang))[0] == "person-called-already"
    assert "urgent to me" in (await desk.ticket(str(told["ref"]))).text
    await desk.wait(timedelta(hours=3, minutes=1))
    assert (await desk.ask(wang, "talk_to_human", text="hello"))["key"] == "relay-waiting"


async def test_without_any_coordinator_the_words_wait_as_a_ticket(desk: Desk) -> None:
    wang = await desk.person("Wang")
    assert (await desk.ask(wang, "talk_to_human", text="hello"))["key"] == "person-called"
    alone = await desk.person("Chen", Role.COORDINATOR)
    assert (await desk.ask(alone, "talk_to_human", text="hello"))["key"] == "person-called"


async def test_after_a_quarter_of_an_hour_the_words_are_a_ticket_and_both_hear(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang, zhou = await desk.person("Wang"), await desk.person("Zhou")
    relay = (await desk.ask(wang, "talk_to_human", text="one"))["relay"]
    await desk.wait(10 * MINUTE)
    await desk.ask(zhou, "talk_to_human", text="me too")
    await desk.ask(wang, "relay_words", relay=relay, text="two", photo="p1")
    await desk.wait(6 * MINUTE)
    key, facts = await last(desk, wang)
    assert key == "relay-nobody"
    ticket = await desk.ticket(facts["ref"])
    assert (ticket.text, ticket.photos, ticket.resident) == ("one\ntwo", ["p1"], wang)
    called = (await desk.rows(chen))[0]
    assert (called.key, called.facts["last"]["facts"]) == ("relay-called", {"ref": ticket.ref})
    assert (await last(desk, chen))[0] == "offer-coordinator"
    assert (await last(desk, zhou))[0] == "relay-next"
    assert (await desk.ask(chen, "take_relay", relay=relay))["key"] == "relay-gone"


async def test_after_half_a_quiet_hour_it_ends_and_both_hear(desk: Desk) -> None:
    chen, (wang,), (relay,) = await talking(desk, "Wang")
    await desk.wait(20 * MINUTE)
    await desk.ask(wang, "relay_words", relay=relay, text="still there?")
    await desk.wait(29 * MINUTE)
    assert "relay-quiet" not in await desk.heard(wang)
    await desk.wait(2 * MINUTE)
    for each in (wang, chen):
        assert (await last(desk, each))[0] == "relay-quiet"
        assert await taps(desk, each) == [f'/relay_ticket{{"relay":{relay}}}']
    told = await desk.ask(wang, "relay_words", relay=relay, text="hello?")
    assert told["onward"]
    assert (await desk.ask(chen, "end_relay", relay=relay))["key"] == "relay-closed"


@pytest.mark.parametrize("who", ["Chen", "Wang"])
async def test_either_side_makes_a_ticket_of_the_residents_words_once(desk: Desk, who: str) -> None:
    chen, (wang,), (relay,) = await talking(desk, "Wang")
    await desk.ask(wang, "relay_words", relay=relay, text="the lift is broken", photo="p1")
    await desk.ask(chen, "relay_words", relay=relay, text="a secret of the house")
    maker, other = (chen, wang) if who == "Chen" else (wang, chen)
    ref = str((await desk.ask(maker, "relay_ticket", relay=relay))["ref"])
    ticket = await desk.ticket(ref)
    assert (ticket.resident, ticket.text) == (wang, "hello\nthe lift is broken")
    assert (ticket.photos, ticket.owner_kind) == (["p1"], Owner.COORDINATOR)
    assert (await last(desk, wang))[0] == "ticket-opened"
    assert (await last(desk, chen))[0] == "offer-coordinator"
    again = await desk.ask(other, "relay_ticket", relay=relay)
    assert (again["key"], again["ref"]) == ("relay-ticket-already", ref)
    await desk.ask(chen, "end_relay")
    key, facts = await last(desk, wang)
    assert (key, facts["last"]["facts"]) == ("relay-ended-by", {"ref": ref})


async def test_who_waits_may_rather_make_a_ticket(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("Wang")
    relay = (await desk.ask(wang, "talk_to_human", text="the lift is broken"))["relay"]
    assert (await desk.ask(wang, "relay_ticket", relay=relay))["key"] == "ticket-opened"
    assert await desk.heard(chen) == ["relay-called", "offer-coordinator"]
    assert (await desk.ask(chen, "take_relay", relay=relay))["key"] == "relay-gone"


async def test_danger_is_a_ticket_at_once_and_rings_whatever_the_hour(desk: Desk) -> None:
    desk.city = replace(desk.city, duty=read_hours("Su 13:00-17:00"))
    staff = [await desk.person(f"C{number}", Role.COORDINATOR) for number in range(2)]
    wang = await desk.person("Wang")
    told = await desk.ask(wang, "talk_to_human", text="I can't go on", urgency="emergency")
    ref = str(told["ref"])
    assert (await desk.ticket(ref)).urgency == "emergency"
    for each in staff:
        assert await desk.heard(each) == ["offer-coordinator", "relay-waits-urgent"]
    assert await desk.heard(wang) == ["relay-waiting-urgent"]
    await desk.wait(16 * MINUTE)
    assert (await last(desk, wang))[0] == "relay-still-calling"
    assert (await desk.heard(staff[1])).count("relay-waits-urgent") == 2
    await desk.ask(wang, "relay_words", relay=told["relay"], text="is anybody there")
    await desk.wait(50 * MINUTE)
    assert (await last(desk, wang))[0] == "relay-nobody"
    assert (await desk.ticket(ref)).text == "I can't go on\nis anybody there"


async def test_danger_in_the_middle_is_a_ticket_and_reaches_who_talks(desk: Desk) -> None:
    chen, (wang,), _ = await talking(desk, "Wang")
    other = await desk.person("Li", Role.COORDINATOR)
    told = await desk.ask(wang, "talk_to_human", text="I can't go on", urgency="emergency")
    assert told["key"] == "relay-going-on"
    assert (await desk.ticket(str(told["ref"]))).urgency == "emergency"
    assert "relay-danger" in await desk.heard(chen)
    assert await desk.heard(other) == ["offer-coordinator"]


async def test_danger_while_waiting_goes_before_all_others(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    first, wang = await desk.person("R"), await desk.person("Wang")
    for each in (first, wang):
        await desk.ask(each, "talk_to_human", text="hello")
        desk.now += MINUTE
    await desk.ask(wang, "talk_to_human", text="I can't go on", urgency="emergency")
    key, facts = await last(desk, wang)
    assert (key, facts["count"]) == ("relay-waiting-urgent", 1)
    assert (await last(desk, chen))[0] == "relay-waits-urgent"
    relay = facts["ref"] and (await desk.ask(wang, "talk_to_human", text="please"))["relay"]
    other = await desk.ask(wang, "relay_words", relay=relay, text="gas!", danger=True)
    assert other["onward"]


async def test_asking_again_joins_the_words_and_tells_the_place(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("Wang")
    ref = await desk.open(wang)
    first = await desk.ask(wang, "talk_to_human", text="one", ref=ref)
    assert (await last(desk, chen))[1]["ref"] == ref
    again = await desk.ask(wang, "talk_to_human", text="two")
    assert (again["key"], again["relay"]) == ("relay-waiting", first["relay"])
    await desk.ask(chen, "take_relay", relay=first["relay"])
    assert await texts(desk, chen) == ["one\ntwo"]
    assert (await desk.ask(wang, "talk_to_human", text="three"))["key"] == "relay-going-on"
    assert (await texts(desk, chen))[-1] == "three"


async def test_somebody_elses_ticket_is_not_what_it_is_about(desk: Desk) -> None:
    await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(await desk.person("Zhou"))
    told = await desk.ask(await desk.person("Wang"), "talk_to_human", text="one", ref=ref)
    assert told["ref"] is None


async def test_a_reply_that_is_for_nobody_reaches_nobody(desk: Desk) -> None:
    chen, (wang,), (relay,) = await talking(desk, "Wang")
    late = await desk.person("Li", Role.COORDINATOR)
    zhou = await desk.person("Zhou")
    waits = (await desk.ask(zhou, "talk_to_human", text="hello"))["relay"]
    for number, key in ((waits, "relay-take-first"), (relay, "relay-taken")):
        told = await desk.ask(late, "relay_words", relay=number, text="hi", reply="relay-waits")
        assert told["key"] == key
    await desk.ask(wang, "end_relay")
    for each in (wang, late):
        told = await desk.ask(each, "relay_words", relay=relay, text="hi", reply="relay-words")
        assert told["key"] == "relay-over"
    told = await desk.ask(zhou, "relay_words", relay=relay, text="hi", reply="relay-words")
    assert told["key"] == "relay-over"
    assert await texts(desk, chen) == ["hello"]
    assert (await desk.ask(wang, "relay_words", relay=relay, text="x", reply="relay-open"))[
        "onward"
    ]


async def test_what_is_not_theirs_is_refused_in_one_sentence(desk: Desk) -> None:
    chen, _, (relay,) = await talking(desk, "Wang")
    zhou = await desk.person("Zhou")
    own = (await desk.ask(chen, "talk_to_human", text="x"))["key"]
    assert own == "person-called"
    assert (await desk.ask(zhou, "take_relay", relay=relay))["key"] == "not-for-role"
    for verb in ("end_relay", "relay_ticket"):
        assert (await desk.ask(zhou, verb, relay=relay))["key"] == "relay-closed"
    assert (await desk.ask(zhou, "end_relay"))["key"] == "relay-none"
    other = await desk.person("Li", Role.COORDINATOR)
    call = (await desk.ask(other, "talk_to_human", text="me"))["relay"]
    assert (await desk.ask(other, "take_relay", relay=call))["key"] == "relay-own"


async def test_the_same_message_asked_again_is_said_once(desk: Desk) -> None:
    chen, (wang,), (relay,) = await talking(desk, "Wang")
    for _ in range(2):
        await desk.ask(wang, "relay_words", again=99, relay=relay, text="once")
    assert (await texts(desk, chen)).count("once") == 1


async def test_a_question_that_was_open_is_over_when_a_talk_begins(desk: Desk) -> None:
    chen = await desk.person("Chen", Role.COORDINATOR)
    wang = await desk.person("Wang")
    async with desk.store.write() as tx:
        for each in (chen, wang):
            row = await people.address_of(tx, each)
            assert row is not None
            row.busy = True
            tx.add(row)
    relay = (await desk.ask(wang, "talk_to_human", text="hello"))["relay"]
    await desk.ask(chen, "take_relay", relay=relay)
    async with desk.store.read() as tx:
        for each in (chen, wang):
            found = await tx.get(AddressRow, desk.addresses[each])
            assert found is not None
            assert not found.busy
