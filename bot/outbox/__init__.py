"""What waits to be said: laid with the facts it tells, sent in order, one exit for a person."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.errors import Gone, Rejected, TryLater
from bot.message import Address, Shown, ShownButton
from bot.outbox.laying import Spend, Turn, kept_button, lay, spend, spend_one
from bot.signals import Signals
from bot.store import AWAY, Store, Tx, mail
from bot.store.tables import AddressRow, InboxRow, OutboxRow, PersonRow
from bot.voice import Voice
from bot.voice.simple import few_buttons, few_lines, short

__all__ = [
    "Outbox",
    "Sender",
    "Spend",
    "Turn",
    "bell_of",
    "kept_button",
    "lay",
    "show",
    "spend",
    "spend_one",
]

log = logging.getLogger(__name__)

AT_ONCE = 32
"""Addresses that are sent to at the same time."""

PATIENCE = timedelta(seconds=60)
"""How long one send may hang before the platform counts as silent."""

GIVE_UP = 60
"""Tries after which a message counts as one that the platform never takes: about five hours."""


Job = Callable[[], Awaitable[str | None]]
"""One send, to be tried; gives the platform's id."""


class Sender(Protocol):
    """What the outbox needs of a channel."""

    async def send(self, to: Address, shown: Shown) -> str | None:
        """Sends, or raises a verdict."""
        ...

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        """Makes buttons look spent, or raises a verdict."""
        ...


def show(voice: Voice, row: OutboxRow, language: str, *, simple: bool = False) -> Shown:
    """A message of the outbox in a language; "today" in it is the day when it was laid.

    Simple: in few choices, short lists and short sentences, whatever it says.
    """
    now, kept = row.made_at, [] if row.spent else row.buttons
    key, facts = (short(row.key), few_lines(row.facts)) if simple else (row.key, row.facts)
    rows = [
        tuple(
            ShownButton(voice.say(language, each["label"], each.get("shows", {}), now), each["tap"])
            for each in buttons
        )
        for buttons in (few_buttons(kept, row.id or 0) if simple else kept)
    ]
    return Shown(
        id=row.id or 0,
        key=row.key,
        text=voice.say(language, key, facts, now) if key else "",
        language=language,
        facts=row.facts,
        buttons=tuple(rows),
        ask="place" if row.ask == "place" else None,
        photo=row.photo,
        ref=row.ref,
        at=row.made_at,
        file=row.file,
        simple=simple,
    )


def bell_of(address: Address) -> str:
    """The bell that rings when something was said at an address."""
    return f"said:{address.channel}/{address.conversation}/{address.sender}"


class Outbox:
    """Sends what was laid; several may run on one PostgreSQL."""

    def __init__(
        self,
        store: Store,
        voice: Voice,
        signals: Signals,
        now: Callable[[], datetime],
    ) -> None:
        """`now` gives the aware time; senders are added before `run`."""
        self.senders: dict[str, Sender] = {}
        self._store, self._voice, self._signals, self._now = store, voice, signals, now
        self._busy: set[str] = set()
        self._paused: dict[str, datetime] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def run(self, idle: float = 1.0) -> None:
        """Sends until cancelled; looks again when rung, at the latest after `idle` seconds."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                heard = self._signals.mark("outbox")
                for address in (found := await self._waiting()):
                    await self._room.acquire()
                    self._busy.add(address)
                    tasks.create_task(self._send_all(address))
                if not found:
                    await self._signals.wait("outbox", heard, idle)

    async def _waiting(self) -> Sequence[str]:
        """Addresses with something to send; none while the database is away."""
        try:
            async with self._store.read() as tx:
                return await mail.addresses_to_send(tx, self._now(), self._busy)
        except AWAY as error:
            log.warning("the outbox waits for the database: %s", type(error).__name__)
            return ()

    async def _send_all(self, address: str) -> None:
        try:
            while await self._send_next(address):
                pass
        except Exception:
            log.exception("the outbox stumbled; it tries again")
            await asyncio.sleep(1)
        finally:
            self._busy.discard(address)
            self._room.release()
            self._signals.ring("outbox")

    async def _send_next(self, name: str) -> bool:
        """Sends the next message of an address; False when there is none to send now."""
        now = self._now()
        async with self._store.read() as tx:
            rows = await mail.to_send(tx, name, 1)
            address = await tx.get(AddressRow, name)
            if not rows or address is None or rows[0].try_at > now:
                return False
            person = await tx.get(PersonRow, address.person)
            target = await tx.get(OutboxRow, rows[0].target) if rows[0].target else None
            answered = await _answered(tx, rows[0], address)
        row, sender = rows[0], self.senders.get(address.channel)
        language = person.language if person else self._voice.spoken[0]
        simple = person is not None and person.simple
        if sender is None or self._paused.get(address.channel, now) > now:
            return False
        if not self._store.is_sqlite and not await self._claim(row, now):
            return False
        to = Address(address.channel, address.conversation, address.sender)
        try:
            shown = show(self._voice, row, language, simple=simple)
            if row.kind == "spend":
                job = _spend(sender, to, target, shown.text or None)
            elif row.kind == "alert":
                job = _send(sender, to, replace(shown, tap=answered))
            else:
                job = _send(sender, to, replace(shown, reply_to=answered))
        except KeyError as error:
            log.error("%s (%s) cannot be said: no %s in any language", row.key, row.id, error)
            job = _unsayable
        await self._deliver(row, job)
        self._signals.ring(bell_of(to))
        return True

    async def _claim(self, row: OutboxRow, now: datetime) -> bool:
        """Between workers: who moves `try_at` first sends; the others find it not due."""
        async with self._store.write() as tx:
            fresh = await tx.get(OutboxRow, row.id, with_for_update=True, populate_existing=True)
            if fresh is None or fresh.state != mail.WAITING or fresh.try_at > now:
                return False
            fresh.try_at = now + 2 * PATIENCE
            tx.add(fresh)
        return True

    async def _deliver(self, row: OutboxRow, job: Job) -> None:
        values: dict[str, Any]
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                platform_id = await job()
            values = {"state": mail.SENT, "sent_at": self._now(), "platform_id": platform_id}
        except Gone:
            async with self._store.write() as tx:
                await mail.give_up(tx, row.address)
            return
        except Rejected as verdict:
            log.error("%s (%s) was rejected: %s", row.key or row.kind, row.id, verdict)
            values = {"state": mail.REJECTED}
        except TryLater as verdict:
            values = await self._later(row, verdict.after, everyone=verdict.everyone)
        except Exception as error:
            log.warning("sending %s (%s) failed: %s", row.key, row.id, type(error).__name__)
            values = await self._later(row, 1.0)
        async with self._store.write() as tx:
            await mail.settle(tx, row.id or 0, **values)

    async def _later(
        self, row: OutboxRow, after: float, *, everyone: bool = False
    ) -> dict[str, Any]:
        if row.tries + 1 >= GIVE_UP:
            log.error("%s (%s) was given up", row.key or row.kind, row.id)
            return {"state": mail.REJECTED}
        wait = timedelta(seconds=max(after, min(2.0**row.tries * 0.5, 300)))
        if everyone:
            async with self._store.read() as tx:
                address = await tx.get(AddressRow, row.address)
            if address is not None:
                self._paused[address.channel] = self._now() + wait
        return {"tries": row.tries + 1, "try_at": self._now() + wait}


async def _answered(tx: Tx, row: OutboxRow, address: AddressRow) -> str | None:
    """The platform's id of what is answered, where it must be told: among others.

    News to somebody who has no other place answer the last that they said there.
    """
    if not (address.shared and address.sender):
        return None
    heard = await tx.get(InboxRow, row.turn) if row.turn else None
    if heard is None:
        heard = await mail.last_heard(tx, address.id)
    return heard.message_id if heard else None


def _send(sender: Sender, to: Address, shown: Shown) -> Job:
    return lambda: sender.send(to, shown)


def _spend(sender: Sender, to: Address, target: OutboxRow | None, label: str | None) -> Job:
    async def spent() -> str | None:
        if target is not None and target.platform_id:
            await sender.spend(to, target.platform_id, label)
        return None

    return spent


async def _unsayable() -> str | None:
    raise Rejected("it cannot be said")
