"""A town whose people write, work and leave; and a look into every table of its database."""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select as rows_of
from sqlmodel import SQLModel, col, select

from bot.city import City
from bot.clock import Clock
from bot.core.people import Role
from bot.dialogue import Dialogue
from bot.keeping import Keeping
from bot.message import Address
from bot.outbox import Turn
from bot.signals import Signals
from bot.store import Store, mail, people
from bot.store.tables import ExportRow, InboxRow, OutboxRow, TicketRow
from bot.verbs import Ask, do
from bot.voice import Voice
from tests.fakes.rasa import FakeRasa
from tests.inbox.conftest import PATIENCE, Mailroom

WIDE = timedelta(minutes=11)
"""More than the last word and a turn under way are given."""

Tables = dict[str, list[str]]
"""All rows of all tables, each as text."""


@dataclass
class Town(Mailroom):
    """A mailroom with who keeps what is kept; `keeping` beats when a test says so."""

    keeping: Keeping = field(init=False)
    signals: Signals = field(init=False)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    rest: AsyncExitStack = field(default_factory=AsyncExitStack)
    """What ends the work of the house."""

    async def begin(self, dialogue: Dialogue) -> None:
        """Everything is there, and somebody answers."""
        voice = Voice(self.city.name, self.city.zone, self.city.languages)
        self.keeping = Keeping(self.store, (self.city, voice), dialogue, Signals(), self.now)
        self.rasa.now = lambda: self.now().timestamp()
        self.signals = await self.rest.enter_async_context(self.worker())

    async def beat(self, later: timedelta = timedelta()) -> int:
        """Lets time pass, and looks at what is to be done until nothing is."""
        self.ahead += later
        happened = 0
        while done := await self.keeping.beat():
            happened += done
        return happened

    async def clock(self) -> None:
        """Lets the other clock look at what is due, and all be sent."""
        clock = Clock(self.store, self.city, Signals(), self.now)
        while await clock.beat():
            pass
        await self.settled(0)

    async def says(self, who: str, text: str = "", **more: Any) -> None:
        """Somebody writes and is answered."""
        await self.settled(await self.hear(who, text, **more))

    async def settled(self, inbox: int) -> None:
        """Returns once a message is answered and nothing waits to be sent."""
        self.signals.ring("inbox")
        self.signals.ring("outbox")

        async def waits() -> bool:
            async with self.store.read() as tx:
                row = await tx.get(InboxRow, inbox)
                left = select(OutboxRow.id).where(OutboxRow.state == "waiting")
                busy = row is not None and row.state == "waiting"
                return busy or (await tx.exec(left)).first() is not None

        async with asyncio.timeout(PATIENCE):
            while await waits():
                await asyncio.sleep(0.01)

    async def asks(self, who: str, verb: str, **facts: Any) -> dict[str, Any]:
        """A verb as an action of Rasa asks for it, for a message of its own; all is sent then."""
        address, person = await self.ids(who)
        now = self.now()
        async with self.store.write() as tx:
            row = InboxRow(
                channel="test",
                message_id=f"asks:{next(self.numbers)}",
                address=address,
                heard={"text": f"please {verb}"},
                state="answered",
                received_at=now,
                try_at=now,
            )
            tx.add(row)
            await tx.flush()
            turn = Turn(row.id or 0, address, person)
            result = await do(tx, self.city, Ask(verb, facts, person, turn, now))
            await mail.release_turn(tx, turn.inbox)
        await self.settled(turn.inbox)
        return result

    async def ids(self, who: str) -> tuple[str, str]:
        """The ids of somebody's address and person."""
        async with self.store.read() as tx:
            row = await people.find_address(tx, Address("test", who, who))
        assert row is not None
        return row.id, row.person

    async def arrives(self, who: str, role: Role | None = None, responder: str = "") -> str:
        """Somebody writes for the first time; gives the person's id."""
        await self.says(who, "hello")
        if role is not None:
            await self.become(who, role, responder)
        return (await self.ids(who))[1]

    async def tap(self, who: str, verb: str) -> None:
        """Somebody taps the newest button of a verb."""
        for shown in reversed(self.platform.sent[who]):
            for button in (each for row in shown.buttons for each in row):
                if button.tap.partition("{")[0] == f"/{verb}":
                    return await self.says(who, tap=button.tap, reply_to=f"m{shown.id}")
        raise AssertionError(f"{who} has no button {verb}: {self.platform.keys(who)}")

    async def forgets(self, who: str) -> None:
        """Somebody asks to be forgotten, and means it."""
        await self.asks(who, "forget_me")
        await self.tap(who, "forget_me")
        assert self.platform.keys(who)[-1] == "forgotten"

    async def ticket(self, ref: str) -> TicketRow:
        """A ticket as it stands."""
        async with self.store.read() as tx:
            row = await tx.get(TicketRow, ref)
        assert row is not None
        return row

    async def tables(self) -> Tables:
        """Every row of every table that there is, as text; files are looked into."""
        found: Tables = {}
        async with self.store.read() as tx:
            for table in SQLModel.metadata.sorted_tables:
                rows = (await (await tx.connection()).execute(rows_of(table))).all()
                found[table.name] = [" ".join(map(readable, row)) for row in rows]
        return found

    async def file(self) -> tuple[dict[str, Any], zipfile.ZipFile]:
        """What the newest file with somebody's data holds."""
        async with self.store.read() as tx:
            order = col(ExportRow.asked_at).desc()
            data = (await tx.exec(select(ExportRow.data).order_by(order))).first()
        assert data is not None
        packed = zipfile.ZipFile(io.BytesIO(data))
        return json.loads(packed.read("my-data.json")), packed


def readable(value: Any) -> str:
    """A value of a column, whatever it is, as text that can be searched."""
    if isinstance(value, bytes):
        if not value.startswith(b"PK"):
            return value.decode("utf-8", "replace")
        packed = zipfile.ZipFile(io.BytesIO(value))
        return " ".join(packed.read(each).decode("utf-8", "replace") for each in packed.namelist())
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def tables_with(tables: Tables, marker: str) -> set[str]:
    """The tables where a marker stands in any row."""
    return {name for name, rows in tables.items() if any(marker in row for row in rows)}


@pytest.fixture
async def town(store: Store, city: City) -> AsyncIterator[Town]:
    """An empty town."""
    async with FakeRasa().serving() as rasa:
        found = Town(store, city, rasa)
        dialogue = Dialogue(rasa.url, rasa.token, patience=5)
        await found.begin(dialogue)
        try:
            yield found
        finally:
            await found.rest.aclose()
            await dialogue.close()
