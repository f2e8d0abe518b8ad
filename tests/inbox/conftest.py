"""A mailroom: inbox and outbox around a fake Rasa and a fake platform, on a real database."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.city import City
from bot.core.people import Role
from bot.dialogue import Dialogue
from bot.errors import NotSent
from bot.inbox import Inbox, hear
from bot.message import Address, Heard, Shown
from bot.outbox import Outbox
from bot.signals import Signals
from bot.store import Store, people
from bot.voice import Voice
from bot.wiring import open_ears
from tests.conftest import NOW
from tests.fakes.rasa import FakeRasa

PATIENCE = 20.0


@dataclass
class Platform:
    """Where messages arrive: keeps them by conversation, and may refuse."""

    sent: dict[str, list[Shown]] = field(default_factory=dict)
    spent: list[str] = field(default_factory=list)
    labels: dict[str, str | None] = field(default_factory=dict)
    """What stands in place of spent buttons."""
    verdicts: dict[str, list[NotSent]] = field(default_factory=dict)
    """By conversation: what the next sends are answered with."""

    async def send(self, to: Address, shown: Shown) -> str | None:
        if self.verdicts.get(to.conversation):
            raise self.verdicts[to.conversation].pop(0)
        self.sent.setdefault(to.conversation, []).append(shown)
        return f"m{shown.id}"

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        self.spent.append(message_id)
        self.labels[message_id] = label

    def keys(self, who: str) -> list[str]:
        """What somebody was told, as keys."""
        return [each.key for each in self.sent.get(who, [])]

    def texts(self, who: str) -> list[str]:
        """The echoed texts that somebody was told."""
        return [str(each.facts.get("text")) for each in self.sent.get(who, [])]


@dataclass
class Mailroom:
    """Hears messages as a platform would bring them, with as many workers as wanted."""

    store: Store
    city: City
    rasa: FakeRasa
    platform: Platform = field(default_factory=Platform)
    ahead: timedelta = timedelta()
    count: Counter[str] = field(default_factory=Counter)

    def now(self) -> datetime:
        """The mailroom's own time: real seconds from a Monday morning on."""
        return NOW + timedelta(seconds=asyncio.get_running_loop().time()) + self.ahead

    @asynccontextmanager
    async def worker(self, redis: str | None = None) -> AsyncIterator[Signals]:
        """One worker: an inbox, an outbox, its own connections."""
        async with AsyncExitStack() as stack:
            store = self.store if self.store.is_sqlite else Store(str(self._url()))
            signals = Signals(redis)
            dialogue = Dialogue(self.rasa.url, self.rasa.token, patience=5)
            stack.push_async_callback(dialogue.close)
            stack.push_async_callback(signals.close)
            if store is not self.store:
                stack.push_async_callback(store.close)
            inbox = Inbox(store, open_ears(self.city), dialogue, signals, self.now)
            voice = Voice(self.city.name, self.city.zone, self.city.languages)
            outbox = Outbox(store, voice, signals, self.now)
            outbox.senders["test"] = self.platform
            work = [inbox.run(0.05), outbox.run(0.05), signals.listen()]
            tasks = [asyncio.create_task(each) for each in work]
            try:
                yield signals
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    def _url(self) -> str:
        return self.store.url.render_as_string(hide_password=False)

    async def hear(self, who: str, text: str = "", **more: Any) -> int:
        """A message from somebody."""
        self.count[who] += 1
        more.setdefault("message_id", f"{who}:{self.count[who]}")
        heard = Heard(address=Address("test", who, who), at=NOW, text=text, language="en", **more)
        return await hear(self.store, heard, self.city.languages, self.now())

    async def become(self, who: str, role: Role, responder: str = "") -> None:
        """Gives somebody who wrote before a role."""
        async with self.store.write() as tx:
            row = await people.find_address(tx, Address("test", who, who))
            assert row is not None
            await people.give_role(tx, row.person, role, NOW, responder)

    async def until(self, done: Callable[[], bool]) -> None:
        """Waits for something to be so."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not done():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            told = {who: self.platform.keys(who) for who in self.platform.sent}
            raise AssertionError(f"it never came to that; told: {told}") from None


@pytest.fixture
async def mailroom(store: Store, city: City) -> AsyncIterator[Mailroom]:
    """An empty mailroom; no worker runs yet."""
    async with FakeRasa().serving() as rasa:
        yield Mailroom(store, city, rasa)
