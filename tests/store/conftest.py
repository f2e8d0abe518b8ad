"""What tests of the store share: tickets, steps, and two who do something at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeAlias, TypeVar

from bot.core.tickets import Move, Owner, State, Step, Ticket, TicketEvent, move
from bot.store import Store, Tx, tickets
from tests.conftest import NOW

Result = TypeVar("Result")
Work: TypeAlias = Callable[[Tx], Awaitable[Result]]


def new_ticket(ref: str = "K7Q-4M2", **more: Any) -> tuple[Ticket, TicketEvent]:
    """A ticket on its first rung, and the event that brought it there."""
    given: dict[str, Any] = {"resident": "wang", "category": "street_light", **more}
    given = {"opened_at": NOW, "changed_at": NOW, **given}
    ticket = Ticket(ref=ref, **given)
    event = move(
        ticket,
        Step(move=Move.OFFER, at=ticket.opened_at),
        owner_kind=given.get("owner_kind", Owner.RESPONDER),
        owner=given.get("owner", "lighting_division"),
        deadline=given.get("deadline", NOW + timedelta(hours=4)),
    )
    return ticket, event


async def keep(store: Store, ref: str = "K7Q-4M2", *moves: Move, **more: Any) -> Ticket:
    """Keeps a ticket that has made these moves since it was offered."""
    ticket, event = new_ticket(ref, **more)
    async with store.write() as tx:
        assert await tickets.add(tx, ticket, [event])
        for each in moves:
            await tickets.save(tx, ticket, step(ticket, each))
    return ticket


def step(ticket: Ticket, which: Move, to: State | None = None, **changes: Any) -> TicketEvent:
    """Moves a ticket, by Li."""
    return move(ticket, Step(move=which, at=NOW + timedelta(minutes=1), who="li"), to, **changes)


async def read(store: Store, ref: str = "K7Q-4M2") -> Ticket:
    """The ticket as it is kept."""
    async with store.read() as tx:
        found = await tickets.get(tx, ref)
    assert found is not None
    return found


async def at_once(store: Store, *works: Work[Result]) -> list[Result | BaseException]:
    """Several works, each in its own transaction, all begun before one has ended."""
    begun = asyncio.Barrier(1 if store.is_sqlite else len(works))  # SQLite: one writer at a time

    async def one(work: Work[Result]) -> Result:
        async with store.write() as tx:
            await begun.wait()
            return await work(tx)

    return await asyncio.gather(*(one(work) for work in works), return_exceptions=True)
