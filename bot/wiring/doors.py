"""What a channel is given of the house: places to hand a message to and to ask."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import col, select

from bot import pictures
from bot.channels import Door
from bot.city import City
from bot.core.people import Role
from bot.inbox import hear, name_of_conversation, to_heard
from bot.message import Address, Facts, Heard, Shown
from bot.outbox import bell_of, show
from bot.signals import Signals
from bot.store import Store, Tx, mail, people, turns, where
from bot.store.people import Newcomer
from bot.store.tables import InboxRow, OutboxRow, PhotoRow
from bot.voice import Voice
from bot.wiring.files import Files


@dataclass(frozen=True)
class Rooms:
    """The parts that a door leads to."""

    store: Store
    city: City
    voice: Voice
    signals: Signals
    now: Callable[[], datetime]
    var: Path


def open_door(rooms: Rooms, *, trusted: bool) -> Door:
    """The door for one channel; a trusted one may also give roles."""
    desk, files = _Doorway(rooms), Files(rooms.store, rooms.now)
    return Door(
        hear=desk.hear,
        keep_photo=desk.keep_photo,
        photo=desk.photo,
        said=desk.said,
        history=desk.history,
        changed=desk.changed,
        answered=desk.answered,
        may_see_photo=desk.may_see_photo,
        file=files.file,
        lend=files.lend,
        collect=files.collect,
        text=desk.text,
        languages=rooms.city.languages,
        city=rooms.city.names,
        var=rooms.var,
        reached=desk.reached,
        become=desk.become if trusted else None,
    )


class _Doorway:
    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._marks: dict[str, int] = {}
        """How often a bell had rung when its address was last looked at."""

    async def hear(self, heard: Heard) -> int:
        rooms = self._rooms
        inbox = await hear(rooms.store, heard, rooms.city.languages, rooms.now())
        rooms.signals.ring("inbox")
        return inbox

    async def keep_photo(self, data: bytes) -> str:
        clean = await asyncio.to_thread(pictures.clean, data)
        name = hashlib.sha256(clean).hexdigest()
        async with self._rooms.store.write() as tx:
            if await tx.get(PhotoRow, name) is None:
                tx.add(PhotoRow(id=name, data=clean, made_at=self._rooms.now()))
        return name

    async def photo(self, name: str) -> bytes | None:
        async with self._rooms.store.read() as tx:
            row = await tx.get(PhotoRow, name)
            return row.data if row else None

    async def said(self, to: Address, after: int) -> Sequence[Shown]:
        self._marks[bell_of(to)] = self._rooms.signals.mark(bell_of(to))
        async with self._rooms.store.read() as tx:
            found = await people.find_address(tx, to)
            if found is None:
                return ()
            rows = await mail.said(tx, found.id, after)
            return await self._show(tx, found.person, rows)

    async def history(self, of: Address, most: int) -> Sequence[Heard | Shown]:
        async with self._rooms.store.read() as tx:
            found = await people.find_address(tx, of)
            if found is None:
                return ()
            told: list[Heard | Shown] = []
            for row in await mail.last(tx, found.id, most):
                if isinstance(row, InboxRow):
                    told.append(to_heard(row.heard, of, row.message_id))
                else:
                    told += await self._show(tx, found.person, [row])
            return told

    async def _show(self, tx: Tx, person: str, rows: Sequence[OutboxRow]) -> list[Shown]:
        who = await people.person(tx, person)
        said = [row for row in rows if row.kind == "say"]
        return [show(self._rooms.voice, row, who.language, simple=who.simple) for row in said]

    async def changed(self, at: Address, seconds: float) -> None:
        signals, bell = self._rooms.signals, bell_of(at)
        await signals.wait(bell, self._marks.pop(bell, signals.mark(bell)), seconds)

    async def answered(self, inbox: int) -> bool:
        async with self._rooms.store.read() as tx:
            return await mail.turn_is_sent(tx, inbox)

    async def may_see_photo(self, who: Address, photo: str) -> bool:
        async with self._rooms.store.read() as tx:
            found = await people.find_address(tx, who)
            if found is None:
                return False
            shown = select(OutboxRow.id).where(
                OutboxRow.address == found.id, OutboxRow.photo == photo
            )
            if (await tx.exec(shown.limit(1))).first() is not None:
                return True
            mine = select(InboxRow.id).where(
                InboxRow.address == found.id, col(InboxRow.heard)["photo"].as_string() == photo
            )
            return (await tx.exec(mine.limit(1))).first() is not None

    def text(self, language: str, key: str, facts: Facts) -> str:
        return self._rooms.voice.say(language, key, facts, self._rooms.now())

    async def reached(self, channel: str, link: str) -> None:
        async with self._rooms.store.write() as tx:
            await where.know(tx, channel, link)

    async def become(self, who: Address, role: str, name: str, language: str) -> None:
        rooms, now = self._rooms, self._rooms.now()
        async with rooms.store.write() as tx:
            row = await people.meet(tx, who, Newcomer(language, name), now)
            await turns.know(tx, name_of_conversation(row.id), now)
            await people.set_language(tx, row.person, language)
            if role == Role.RESPONDER:
                for slug in _responders(rooms.city, name):
                    await people.give_role(tx, row.person, Role.RESPONDER, now, slug)
            elif role != Role.RESIDENT:
                await people.give_role(tx, row.person, Role(role), now)


def _responders(city: City, name: str) -> Sequence[str]:
    """The responder of this slug or name; every one when the name is nobody's."""
    known: Mapping[str, object] = city.catalogue.responders
    for slug, each in city.catalogue.responders.items():
        if name.casefold() in (slug, *(n.casefold() for n in each.names.values())):
            return (slug,)
    return tuple(known)
