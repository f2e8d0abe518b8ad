"""How long things are kept is the city's word; what is older goes, in small batches."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.city import City
from bot.core.tickets import Move, Step, Ticket, move
from bot.desk import CLOCK, Act
from bot.desk.forgetting import forget
from bot.desk.rights import LAST_WORD
from bot.errors import Conflict
from bot.store import Store, Tx, drafts, erasing, exports, old, tickets, traces, twins
from bot.verbs import finish

log = logging.getLogger(__name__)

GOODBYE = timedelta(minutes=10)
"""How long the last word lies where a page can read it."""

AT_LAST = timedelta(days=1)
"""How long the last word waits for a platform that does not take it."""

SWEEP = timedelta(days=1)
"""Between two looks at all pictures: each look at one reads through the tickets."""

Find: TypeAlias = Callable[[Tx, str | None], Awaitable[Sequence[str]]]
"""Persons to be forgotten, or the one that is named if it is still to be."""


class Retention:
    """Deletes what is older than the city keeps it."""

    def __init__(self, store: Store, city: City) -> None:
        self._store, self._city = store, city
        self._cursor: tuple[datetime, str] | None = None
        self._swept_at: datetime | None = None

    @property
    def sweeping(self) -> bool:
        """Whether the look at all pictures goes on."""
        return self._cursor is not None

    def messages_before(self, now: datetime) -> datetime:
        """From when on messages are kept."""
        return now - self._city.retention["messages"]

    async def round(self, now: datetime) -> int:
        """One batch of all that is old; gives how much went."""
        async with self._store.write() as tx:
            gone = await old.delete_messages(tx, self.messages_before(now))
            gone += await drafts.let_go(tx, now)
            gone += await twins.let_go(tx, self.messages_before(now))
        gone += await self._photos(now)
        gone += await self._lonely_photos(now)
        before = now - self._city.retention["people"]
        return gone + await self._forget(lambda tx, who: old.long_away(tx, before, who), now)

    async def farewells(self, now: datetime) -> int:
        """Where the last word went is forgotten, and files that are over; gives how many."""
        async with self._store.write() as tx:
            gone = await exports.delete_old(tx, now)
        before = (now - GOODBYE, now - AT_LAST)
        find: Find = lambda tx, who: old.told_last(tx, LAST_WORD, before, who)  # noqa: E731
        return gone + await self._forget(find, now)

    async def _forget(self, find: Find, now: datetime) -> int:
        """Forgets some of those that are found, if they still are when nobody else is at them."""
        async with self._store.read() as tx:
            found = await find(tx, None)
        gone = 0
        for person in found:
            try:
                async with self._store.write() as tx:
                    await traces.addresses_of(tx, person, lock=True)
                    if person in await find(tx, person):
                        act = Act(tx, self._city, CLOCK, now)
                        gone += await forget(act, person)
                        await finish(act)
            except Conflict:
                log.info("somebody to be forgotten is busy meanwhile")
        return gone

    async def _photos(self, now: datetime) -> int:
        """Photos of tickets that ended long ago."""
        before = now - self._city.retention["photos"]
        async with self._store.read() as tx:
            ended = await old.with_old_photos(tx, before)
        gone = 0
        for ticket in ended:
            try:
                gone += await self._let_photos_go(ticket, now)
            except Conflict:
                log.info("%s was moved meanwhile", ticket.ref)
        return gone

    async def _let_photos_go(self, ticket: Ticket, now: datetime) -> int:
        photos = list(ticket.photos)
        step = Step(move=Move.FORGET, at=now, facts={"photos": len(photos)})
        async with self._store.write() as tx:
            await tickets.save(tx, ticket, move(ticket, step, photos=[]))
            await erasing.let_photos_go(tx, photos)
        return 1

    async def _lonely_photos(self, now: datetime) -> int:
        """Photos that nothing uses: sent, and never told of. Looks at some of them at a time."""
        if self._cursor is None:
            if self._swept_at is not None and now - self._swept_at < SWEEP:
                return 0
            self._swept_at = now
        async with self._store.read() as tx:
            some = await old.photos_after(tx, self.messages_before(now), self._cursor)
        self._cursor = some[-1] if some else None
        async with self._store.write() as tx:
            return await erasing.let_photos_go(tx, [name for _, name in some])
