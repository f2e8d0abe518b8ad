"""The database sieves out only volunteers whom a task cannot suit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.core.people import Role
from bot.message import Address
from bot.store import Store, people, volunteers
from bot.store.people import Newcomer
from bot.store.volunteers import EVERYBODY, Sieve
from tests.conftest import NOW


async def volunteer(store: Store, name: str, **offer: Any) -> str:
    """Somebody who helps; without an offer they never said with what."""
    async with store.write() as tx:
        row = await people.meet(tx, Address("console", name, name), Newcomer("en", name), NOW)
        await people.give_role(tx, row.person, Role.VOLUNTEER, NOW)
        if offer:
            said = await volunteers.begin(tx, row.person, NOW, vetted=True)
            for key, value in offer.items():
                setattr(said, key, value)
        return row.person


async def test_a_sieve_lets_through_whom_a_task_may_suit(store: Store) -> None:
    named = {
        "silent": await volunteer(store, "silent"),
        "anywhere": await volunteer(store, "anywhere", skills=["cook"]),
        "here": await volunteer(store, "here", areas=["mill_1", "west"], skills=["cook", "sew"]),
        "there": await volunteer(store, "there", areas=["millx1"], skills=["drive"]),
        "away": await volunteer(store, "away", paused_until=NOW + timedelta(days=1)),
        "back": await volunteer(store, "back", paused_until=NOW, areas=["east"]),
        "new": await volunteer(store, "new", vetted=False),
    }

    async def through(sieve: Sieve) -> set[str]:
        async with store.read() as tx:
            found = [each.person for each in await volunteers.offers(tx, sieve)]
        assert found == sorted(found)
        return {name for name, person in named.items() if person in found}

    everybody = set(named)
    assert await through(EVERYBODY) == everybody
    assert await through(Sieve(areas=["mill_1", "east"])) == everybody - {"there"}
    assert await through(Sieve(areas=[])) == everybody - {"here", "there", "back"}
    assert await through(Sieve(skills=["cook", "drive"])) == {"anywhere", "here", "there"}
    assert await through(Sieve(vetted=True)) == everybody - {"new"}
    assert await through(Sieve(awake_at=NOW)) == everybody - {"away"}


async def test_one_who_is_vetted_is_found_beside_who_asks(store: Store) -> None:
    await volunteer(store, "new", vetted=False)
    one = await volunteer(store, "one")
    async with store.read() as tx:
        assert await volunteers.any_vetted(tx, "somebody")
        assert not await volunteers.any_vetted(tx, one)
    await volunteer(store, "two", vetted=True)
    async with store.read() as tx:
        assert await volunteers.any_vetted(tx, one)
