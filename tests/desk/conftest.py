"""A desk to act at, and people of all kinds around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from bot.city import City
from bot.clock import Clock
from bot.core.people import Role
from bot.core.tickets import Ticket, TicketEvent
from bot.message import Address
from bot.outbox import Turn
from bot.signals import Signals
from bot.store import Store, people, tickets
from bot.store.people import Newcomer
from bot.store.tables import OutboxRow
from bot.verbs import Ask, do
from tests.conftest import NOW


@dataclass
class Desk:
    """Asks verbs as somebody, and tells what everybody heard."""

    store: Store
    city: City
    now: datetime = NOW
    messages: int = 0
    addresses: dict[str, str] = field(default_factory=dict)

    async def person(self, name: str, role: Role | None = None, responder: str = "") -> str:
        """Somebody new, reached on the console."""
        async with self.store.write() as tx:
            row = await people.meet(
                tx, Address("console", name, name), Newcomer("en", name), self.now
            )
            if role is not None:
                await people.give_role(tx, row.person, role, self.now, responder)
            self.addresses[row.person] = row.id
            return row.person

    async def ask(
        self, person: str, verb: str, again: int | None = None, **facts: Any
    ) -> dict[str, Any]:
        """One verb in answer to a new message, or to message `again`."""
        self.messages += 1
        turn = Turn(again or self.messages, self.addresses[person], person)
        async with self.store.write() as tx:
            return await do(tx, self.city, Ask(verb, facts, person, turn, self.now))

    async def open(self, person: str, category: str = "street_light", **facts: Any) -> str:
        """Opens a ticket, as of nothing that others have told, and gives its reference."""
        given = {"text": "it is dark", "place": PLACE, "alone": True, **facts}
        told = await self.ask(person, "open_ticket", category=category, **given)
        return str(told["ref"])

    async def heard(self, person: str) -> list[str]:
        """The keys of all that a person was told, in order."""
        return [row.key for row in await self.rows(person)]

    async def rows(self, person: str) -> Sequence[OutboxRow]:
        """All that was laid for a person, in order."""
        async with self.store.read() as tx:
            found = await tx.exec(
                select(OutboxRow)
                .where(OutboxRow.address == self.addresses[person], OutboxRow.kind == "say")
                .order_by(col(OutboxRow.id))
            )
            return found.all()

    async def ticket(self, ref: str) -> Ticket:
        """The ticket as it stands."""
        async with self.store.read() as tx:
            found = await tickets.get(tx, ref)
        assert found is not None
        return found

    async def events(self, ref: str) -> Sequence[TicketEvent]:
        """Its history."""
        async with self.store.read() as tx:
            return await tickets.events(tx, ref)

    async def wait(self, time: timedelta) -> None:
        """Lets time pass, and the clock do its work."""
        self.now += time
        clock = Clock(self.store, self.city, Signals(), lambda: self.now)
        while await clock.beat():
            pass


PLACE: dict[str, Any] = {
    "text": "和平小区3号楼",
    "lat": 36.612,
    "lon": 121.214,
    "radius": 50,
    "area": None,
    "place": None,
}


@pytest.fixture
def desk(store: Store, city: City) -> Desk:
    """An empty desk."""
    PLACE["area"] = next(slug for slug, each in city.areas.items() if each.level == "community")
    return Desk(store, city)
