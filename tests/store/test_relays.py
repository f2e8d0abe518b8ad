"""One of several coordinators wins, no word slips in between, and nobody waits twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.relays import Line, Relay, Stage, call, end, speak, take
from bot.errors import Conflict
from bot.message import Address
from bot.store import Store, Tx, mail, people, relays
from bot.store.people import Newcomer
from bot.store.tables import OutboxRow
from tests.conftest import NOW
from tests.store.conftest import at_once


async def somebody(store: Store, name: str) -> str:
    """A person who can be reached."""
    async with store.write() as tx:
        row = await people.meet(tx, Address("test", name, name), Newcomer("en", name), NOW)
        return row.person


async def waits(store: Store, name: str = "wang") -> Relay:
    """Somebody new who waits."""
    relay = call(await somebody(store, name), NOW)
    async with store.write() as tx:
        await relays.add(tx, relay)
    return relay


async def kept(store: Store, relay: Relay) -> Relay:
    """The relay as it is kept."""
    async with store.read() as tx:
        found = await relays.get(tx, relay.id)
    assert found is not None
    return found


async def test_a_relay_comes_back_as_it_was_kept(store: Store) -> None:
    relay = await waits(store)
    assert await kept(store, relay) == relay
    take(relay, "chen", NOW + timedelta(minutes=1))
    relay.ref = "K7Q-4M2"
    async with store.write() as tx:
        await relays.save(tx, relay)
    assert await kept(store, relay) == relay


async def test_nobody_waits_twice_but_may_wait_again(store: Store) -> None:
    relay = await waits(store)
    async with store.write() as tx:
        with pytest.raises(Conflict):
            await relays.add(tx, call(relay.person, NOW))
        end(relay, NOW)
        await relays.save(tx, relay)
        await relays.add(tx, call(relay.person, NOW))
    async with store.read() as tx:
        assert len(await relays.live_of(tx, relay.person)) == 1


async def test_of_five_coordinators_one_takes_it(store: Store) -> None:
    relay = await waits(store)

    async def taken(tx: Tx, who: str) -> str:
        mine = relay.model_copy()
        take(mine, who, NOW)
        await relays.save(tx, mine)
        return who

    names = [f"c{number}" for number in range(5)]
    told = await at_once(store, *(lambda tx, who=who: taken(tx, who) for who in names))
    won = [each for each in told if isinstance(each, str)]
    assert [(await kept(store, relay)).coordinator] == won
    assert sum(isinstance(each, Conflict) for each in told) == 4


async def test_no_word_is_lost_between_waiting_and_being_taken(store: Store) -> None:
    relay = await waits(store)

    async def say(tx: Tx) -> int:
        mine = relay.model_copy()
        speak(mine, NOW)
        await relays.save(tx, mine)
        await relays.add_lines(tx, [Line(relay=relay.id or 0, by="w", text="one", at=NOW)])
        return 1

    async def taken(tx: Tx) -> int:
        mine = relay.model_copy()
        take(mine, "chen", NOW)
        await relays.save(tx, mine)
        return len(await relays.lines(tx, relay))

    told = await at_once(store, say, taken)
    assert sum(isinstance(each, Conflict) for each in told) == 1


@pytest.mark.parametrize("identity", [None, "1", 7.5, True, 0, -1, 2**31, 10**30])
async def test_what_is_no_relay_is_none(store: Store, identity: object) -> None:
    async with store.read() as tx:
        assert await relays.get(tx, identity) is None


async def test_the_clock_finds_what_is_due_and_the_queue_who_waits(store: Store) -> None:
    one, two = await waits(store, "one"), await waits(store, "two")
    async with store.write() as tx:
        end(one, NOW)
        await relays.save(tx, one)
        assert await relays.due(tx, NOW) == []
        assert await relays.due(tx, NOW + timedelta(minutes=15)) == [two.id]
        assert [each.id for each in await relays.waiting(tx)] == [two.id]


async def test_a_coordinators_relays_are_those_that_are_open(store: Store) -> None:
    chen = await somebody(store, "chen")
    one, two = await waits(store, "one"), await waits(store, "two")
    async with store.write() as tx:
        for each in (one, two):
            take(each, chen, NOW)
            await relays.save(tx, each)
        end(one, NOW)
        await relays.save(tx, one)
        assert [each.id for each in await relays.live_of(tx, chen)] == [two.id]
        assert await relays.live_of(tx, one.person) == []


async def test_calls_say_what_became_of_them_also_where_they_were_sent(store: Store) -> None:
    relay = await waits(store)
    async with store.write() as tx:
        address = await people.address_of(tx, relay.person)
        assert address is not None
        rows = [
            OutboxRow(
                address=address.id,
                state=state,
                key=key,
                facts={"by": {"key": "relay-named", "facts": {}}},
                buttons=[[{"label": "x", "shows": {}, "tap": "/x"}]],
                relay=relay.id,
                made_at=NOW,
                try_at=NOW,
                platform_id=platform,
            )
            for state, key, platform in (
                (mail.WAITING, "relay-waits", None),
                (mail.SENT, "relay-waits", "m1"),
                (mail.SENT, "relay-open", "m2"),
            )
        ]
        tx.add_all(rows)
        await tx.flush()
        became = {"key": "relay-gone", "facts": {}}
        await relays.answer_calls(tx, relay, became, NOW)
        assert [each.spent for each in rows] == [True, True, False]
        await relays.spend(tx, relay, NOW)
        told = await mail.to_send(tx, address.id)
    assert [each.spent for each in rows] == [True] * 3
    assert [each.key for each in rows] == ["relay-called", "relay-called", "relay-open"]
    assert rows[0].buttons == []
    assert [(each.key, each.target) for each in told if each.kind == "spend"] == [
        ("relay-gone", rows[1].id),
        ("", rows[2].id),
    ]
    assert (await kept(store, relay)).state is Stage.WAITING
