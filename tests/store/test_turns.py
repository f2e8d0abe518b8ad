"""One at a time: a turn has one holder, and who lost it keeps nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.errors import LostTurn
from bot.store import Store, Tx, turns
from bot.store.tables import TurnRow
from tests.conftest import NOW
from tests.store.conftest import Work, at_once

TTL = timedelta(seconds=60)
NAME = "in:wang"


async def know(store: Store, name: str = NAME) -> None:
    """Makes the row of a name."""
    async with store.write() as tx:
        await turns.know(tx, name, NOW)


async def take(store: Store, holder: str, now: datetime = NOW, name: str = NAME) -> int | None:
    """Tries to take the turn."""
    async with store.write() as tx:
        return await turns.take(tx, name, holder, now, TTL)


async def end(store: Store, fence: int, now: datetime = NOW) -> None:
    """Ends the turn."""
    async with store.write() as tx:
        await turns.end(tx, NAME, fence, now)


async def test_a_turn_that_is_held_is_not_taken(store: Store) -> None:
    await know(store)
    assert await take(store, "one") == 1
    assert await take(store, "two", NOW + TTL - timedelta(milliseconds=1)) is None
    assert await take(store, "one") is None


async def test_a_turn_runs_out_and_the_fence_grows(store: Store) -> None:
    await know(store)
    assert [await take(store, "w", NOW + number * TTL) for number in range(4)] == [1, 2, 3, 4]


async def test_a_turn_that_was_ended_is_free_at_once(store: Store) -> None:
    await know(store)
    fence = await take(store, "one")
    assert fence is not None
    await end(store, fence)
    assert await take(store, "two") == fence + 1


async def test_who_lost_the_turn_ends_nothing_and_keeps_nothing(store: Store) -> None:
    await know(store)
    old = await take(store, "slow")
    new = await take(store, "quick", NOW + TTL)
    assert old is not None
    assert new is not None
    with pytest.raises(LostTurn, match=NAME):
        async with store.write() as tx:
            await turns.know(tx, "in:kept", NOW)
            await turns.end(tx, NAME, old, NOW + TTL)
    async with store.read() as tx:
        assert await tx.get(TurnRow, "in:kept") is None
    assert await take(store, "third", NOW + TTL) is None
    await end(store, new, NOW + TTL)


async def test_a_turn_that_ran_out_untaken_may_still_be_ended(store: Store) -> None:
    await know(store)
    fence = await take(store, "slow")
    assert fence is not None
    await end(store, fence, NOW + 9 * TTL)


async def test_one_name_does_not_wait_for_another(store: Store) -> None:
    await know(store)
    await know(store, "in:zhou")
    assert await take(store, "one") == 1
    assert await take(store, "two", name="in:zhou") == 1


async def test_a_name_that_nobody_knows_has_no_turn(store: Store) -> None:
    assert await take(store, "one", name="in:nobody") is None


async def test_to_know_a_name_again_does_not_free_it(store: Store) -> None:
    await know(store)
    assert await take(store, "one") == 1
    await know(store)
    assert await take(store, "two") is None


async def test_of_many_who_take_a_turn_at_the_same_time_one_gets_it(store: Store) -> None:
    await know(store)

    def by(holder: str) -> Work[int | None]:
        async def work(tx: Tx) -> int | None:
            return await turns.take(tx, NAME, holder, NOW, TTL)

        return work

    told = await at_once(store, *(by(f"w{number}") for number in range(6)))
    assert [each for each in told if each is not None] == [1]
