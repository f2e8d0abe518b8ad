"""Races: some claim one task at the same time, and one of them has it afterwards."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.fill import ref
from bot.core.tickets import Move, Owner, Step, Ticket, move
from bot.errors import Conflict
from bot.store import Store, tickets

CLAIMERS = 8
FIRST = 20_000_000
"""Beyond the numbers of all tickets that a database is filled with."""


async def run(store: Store, number: int) -> str:
    """Runs so many races, and tells how many winners they had."""
    now, began = datetime.now(UTC), time.monotonic()
    winners = Counter([await race(store, ref(FIRST + each), now) for each in range(number)])
    told = ", ".join(f"{times:,} with {won}" for won, times in sorted(winners.items()))
    took = time.monotonic() - began
    wrong = number - winners[1]
    return (
        f"{number:,} races of {CLAIMERS} claimers in {took:.0f} s; winners: {told}; wrong: {wrong}"
    )


async def race(store: Store, name: str, now: datetime) -> int:
    """How many of those who all saw one task free have it afterwards, by what each was told and by
    what is kept; -1 when these differ."""
    await _offer(store, name, now)
    begun = asyncio.Barrier(CLAIMERS)

    async def claim(who: str) -> bool:
        async with store.read() as tx:
            seen = await tickets.get(tx, name)
        if seen is None:
            raise LookupError(name)
        await begun.wait()
        event = move(seen, Step(move=Move.CLAIM, at=now, who=who), holder=who)
        try:
            async with store.write() as tx:
                await tickets.save(tx, seen, event)
        except Conflict:
            return False
        return True

    those = [f"claimer-{each}" for each in range(CLAIMERS)]
    told = await asyncio.gather(*map(claim, those))
    won = [who for who, has in zip(those, told, strict=True) if has]
    async with store.read() as tx:
        kept, history = await tickets.get(tx, name), await tickets.events(tx, name)
    claims = [each.who for each in history if each.move is Move.CLAIM]
    same = kept is not None and [kept.holder] == won == claims
    return len(won) if same or len(won) != 1 else -1


async def _offer(store: Store, name: str, now: datetime) -> None:
    ticket = Ticket(ref=name, resident="resident", category="other", opened_at=now, changed_at=now)
    hands: dict[str, Any] = {"owner_kind": Owner.VOLUNTEERS, "deadline": now + timedelta(hours=4)}
    event = move(ticket, Step(move=Move.OFFER, at=now), **hands)
    async with store.write() as tx:
        if not await tickets.add(tx, ticket, [event]):
            raise LookupError(f"{name} is taken")
