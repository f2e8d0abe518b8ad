"""Talks with a coordinator when one of the two is forgotten, and when they are old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.people import Role
from bot.message import Address
from bot.store import desks
from bot.store.people import Newcomer
from tests.conftest import NOW
from tests.keeping.conftest import Town, tables_with

pytestmark = pytest.mark.slow


async def talk(town: Town, *coordinators: str) -> int:
    """Ada talks with the first of these."""
    for each in coordinators:
        await town.arrives(each, Role.COORDINATOR)
    await town.arrives("Ada")
    relay = int((await town.asks("Ada", "talk_to_human", text="a zebrafinch"))["relay"])
    await town.asks(coordinators[0], "take_relay", relay=relay)
    await town.asks("Ada", "relay_words", relay=relay, text="in my garden")
    await town.asks(coordinators[0], "relay_words", relay=relay, text="a magpie, rather")
    return relay


async def test_a_talk_goes_with_the_resident_and_the_coordinator_hears_that_it_is_over(
    town: Town,
) -> None:
    await talk(town, "Chen")
    await town.forgets("Ada")
    assert town.platform.keys("Chen")[-1] == "talk-forgotten"
    tables = await town.tables()
    assert tables["relay"] == tables["relay_line"] == []
    for mark in ("zebrafinch", "garden", "Ada"):
        assert tables_with(tables, mark) <= {"address"}, mark


async def test_a_call_that_nobody_took_is_off(town: Town) -> None:
    await town.arrives("Chen", Role.COORDINATOR)
    await town.arrives("Ada")
    relay = (await town.asks("Ada", "talk_to_human", text="a zebrafinch"))["relay"]
    await town.forgets("Ada")
    await town.asks("Chen", "take_relay", relay=relay)
    assert town.platform.keys("Chen")[-1] == "relay-gone"
    assert tables_with(await town.tables(), "zebrafinch") == set()


async def test_when_the_coordinator_leaves_another_is_called(town: Town) -> None:
    relay = await talk(town, "Chen", "Guo")
    await town.forgets("Chen")
    assert town.platform.keys("Guo")[-1] == "relay-waits"
    assert town.platform.keys("Ada")[-1] == "relay-waiting"
    await town.asks("Guo", "take_relay", relay=relay)
    assert "relay-open" in town.platform.keys("Ada")
    tables = await town.tables()
    assert "a magpie, rather" in str(tables["relay_line"])
    assert tables_with(tables, "Chen") == {"address"}


async def test_without_another_coordinator_the_words_become_a_ticket(town: Town) -> None:
    await talk(town, "Chen")
    await town.forgets("Chen")
    await town.clock()
    assert town.platform.keys("Ada")[-1] == "relay-nobody"
    assert "in my garden" in str((await town.tables())["ticket"])


async def test_the_copy_of_a_coordinator_holds_what_they_said_and_not_what_they_heard(
    town: Town,
) -> None:
    await talk(town, "Chen")
    await town.asks("Chen", "export_data")
    await town.beat()
    told, packed = await town.file()
    assert [each["text"] for each in told["talks_with_a_person"][0]["lines"]] == [
        "a magpie, rather"
    ]
    assert b"zebrafinch" not in packed.read("my-data.json")


async def test_a_talk_that_ended_goes_with_the_messages(town: Town) -> None:
    relay = await talk(town, "Chen")
    await town.asks("Ada", "end_relay", relay=relay)
    await town.beat(town.city.retention["messages"] - timedelta(days=1))
    assert "relay_line" in tables_with(await town.tables(), "zebrafinch")
    await town.beat(timedelta(days=2))
    assert tables_with(await town.tables(), "zebrafinch") == set()
    assert (await town.tables())["relay"] == []


async def test_a_new_talk_has_a_number_that_no_old_button_names(town: Town) -> None:
    first = await talk(town, "Chen")
    await town.forgets("Ada")
    await town.says("Ada", "hello again")
    second = (await town.asks("Ada", "talk_to_human", text="me again"))["relay"]
    assert second > first


async def test_a_group_stays_a_desk_when_who_brought_us_there_is_gone(town: Town) -> None:
    li = await town.arrives("Li", Role.RESPONDER, "lighting_division")
    group = Address("test", "a-group", "")
    async with town.store.write() as tx:
        row = await desks.know(tx, group, Newcomer("en", "The lamps"), li, NOW)
        row.role, row.responder = Role.RESPONDER, "lighting_division"
        tx.add(row)
    await town.forgets("Li")
    await town.beat(town.city.retention["people"] + timedelta(days=1))
    async with town.store.read() as tx:
        found = await desks.of(tx, Role.RESPONDER, "lighting_division")
    assert [each.conversation for each in found] == ["a-group"]
    assert tables_with(await town.tables(), li) == set()
