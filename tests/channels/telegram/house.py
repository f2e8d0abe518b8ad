"""The house behind the channel: inbox, desk, outbox and clock on a real database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import select

from bot.channels.telegram import Telegram
from bot.city import City
from bot.clock import Clock
from bot.core.people import Role
from bot.core.tickets import Ticket
from bot.dialogue import Dialogue
from bot.inbox import Inbox
from bot.message import Address
from bot.outbox import Outbox
from bot.signals import Signals
from bot.store import Store, people, tickets
from bot.store.people import Newcomer
from bot.store.tables import InboxRow, InvitationRow, OutboxRow
from bot.verbs import Ask, do
from bot.voice import Voice
from bot.wiring import open_ears
from bot.wiring.doors import Rooms, open_door
from tests.channels.promises import listening
from tests.channels.telegram.rig import hurry, settings
from tests.conftest import NOW
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.rasa import FakeRasa

PLACE = {
    "text": "和平小区3号楼",
    "lat": 36.612,
    "lon": 121.214,
    "radius": 50,
    "area": "heping_1",
    "place": None,
}


@dataclass
class House:
    """All of it running, and people to put into it."""

    api: BotApi
    store: Store
    city: City
    rasa: FakeRasa
    signals: Signals = field(default_factory=Signals)
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """Real seconds from a Monday morning on, and what a test lets pass."""
        return NOW + timedelta(seconds=asyncio.get_running_loop().time()) + self.ahead

    async def person(
        self, number: int, name: str, role: Role | None = None, responder: str = ""
    ) -> Person:
        """Somebody who wrote to the bot before."""
        found = self.api.person(number, name, "en")
        row = Address("telegram", str(number), str(number))
        async with self.store.write() as tx:
            await people.meet(tx, row, Newcomer("en", name), self.now())
        if role is not None:
            await self.give(number, role, responder)
        return found

    async def stranger(self, number: int, name: str) -> Person:
        """Somebody to whom the bot may not write."""
        found = self.api.person(number, name, "en")
        found.started = False
        return found

    async def give(self, number: int, role: Role, responder: str = "") -> None:
        """A role for somebody who wrote before, alone or in a group."""
        async with self.store.write() as tx:
            who = await self.id_of(number)
            await people.give_role(tx, who, role, self.now(), responder)

    async def id_of(self, number: int) -> str:
        """The person behind an account."""
        async with self.store.read() as tx:
            found = await people._person_at(tx, Address("telegram", str(number), str(number)))
        assert found is not None
        return found

    async def invite(self, code: str, role: Role, responder: str = "") -> None:
        """An invitation that is still good."""
        row = InvitationRow(
            code_hash="",
            role=role,
            responder=responder,
            made_at=self.now(),
            expires_at=self.now() + timedelta(days=1),
        )
        async with self.store.write() as tx:
            await people.invite(tx, code, row)

    async def open(self, number: int, category: str = "street_light", **facts: Any) -> Ticket:
        """A ticket of somebody's, opened alone with the bot."""
        who = await self.id_of(number)
        given = {"category": category, "text": "it is dark", "place": PLACE, "alone": True, **facts}
        async with self.store.write() as tx:
            told = await do(tx, self.city, Ask("open_ticket", given, who, None, self.now()))
        self.signals.ring("outbox")
        return await self.ticket(str(told["ref"]))

    async def ticket(self, ref: str) -> Ticket:
        """A ticket as it stands."""
        async with self.store.read() as tx:
            found = await tickets.get(tx, ref)
        assert found is not None
        return found

    async def all_tickets(self) -> Sequence[Ticket]:
        """Every ticket, oldest first."""
        async with self.store.read() as tx:
            return await tickets.every(tx)

    async def beat(self) -> None:
        """Lets the clock look."""
        clock = Clock(self.store, self.city, self.signals, self.now)
        while await clock.beat():
            pass

    async def settled(self) -> None:
        """Returns once everything that came is answered and everything laid is sent."""
        async with asyncio.timeout(20):
            while self.api.updates.pending or await self._unsent():
                await asyncio.sleep(0.02)

    async def _unsent(self) -> bool:
        async with self.store.read() as tx:
            waiting = select(OutboxRow.id).where(OutboxRow.state == "waiting")
            if (await tx.exec(waiting.limit(1))).first() is not None:
                return True
            unheard = select(InboxRow.id).where(InboxRow.state == "waiting")
            return (await tx.exec(unheard.limit(1))).first() is not None


@asynccontextmanager
async def open_house(store: Store, city: City, var: Path) -> AsyncIterator[House]:
    """The channel, polling, with the house behind it."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(BotApi())
        rasa = await stack.enter_async_context(FakeRasa().serving())
        house = House(api, store, city, rasa)
        voice = Voice(city.name, city.zone, city.languages)
        dialogue = Dialogue(rasa.url, rasa.token, patience=5)
        stack.push_async_callback(dialogue.close)
        rooms = Rooms(store, city, voice, house.signals, house.now, var)
        channel = Telegram(settings(api), open_door(rooms, trusted=False), pause=hurry)
        outbox = Outbox(store, voice, house.signals, house.now)
        outbox.senders["telegram"] = channel
        inbox = Inbox(store, open_ears(city), dialogue, house.signals, house.now)
        tasks = [asyncio.create_task(each) for each in (inbox.run(0.05), outbox.run(0.05))]
        await stack.enter_async_context(listening(channel))
        try:
            yield house
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await house.signals.close()
