"""What time brings: deadlines of tickets and relays, and digests at their hour."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.city import City
from bot.core.digests import is_due, is_off
from bot.core.people import Role
from bot.desk import CLOCK, Act
from bot.desk.endings import relay_due
from bot.desk.groups import group_lost
from bot.desk.reports import daily_digest, reads_digests
from bot.desk.rounds import deadline_passed
from bot.desk.same import nobody_said
from bot.errors import Conflict
from bot.signals import Signals
from bot.store import Store, desks, drafts, people, relays, tickets
from bot.store.tables import PersonRow
from bot.verbs import finish

Due = TypeVar("Due")

log = logging.getLogger(__name__)

BEAT = 1.0
"""Seconds between two looks at what is due."""

DIGEST_BEAT = timedelta(seconds=30)


class Clock:
    """Looks at what is due. Two clocks do no harm: each deadline is a conditional update."""

    def __init__(
        self, store: Store, city: City, signals: Signals, now: Callable[[], datetime]
    ) -> None:
        """`now` gives the aware time."""
        self._store, self._city, self._signals, self._now = store, city, signals, now
        self._digests_at: datetime | None = None

    async def run(self) -> None:
        """Beats until cancelled."""
        while True:
            try:
                await self.beat()
            except Exception:
                log.exception("the clock stumbled; it goes on")
            await asyncio.sleep(BEAT)

    async def beat(self) -> int:
        """One look at what is due now; gives how many things happened."""
        now = self._now()
        happened = await self._deadlines(now) + await self._groups(now) + await self._relays(now)
        happened += await self._drafts(now)
        if self._digests_at is None or now - self._digests_at >= DIGEST_BEAT:
            self._digests_at = now
            happened += await self._digests(now)
        if happened:
            self._signals.ring("outbox")
        return happened

    async def _deadlines(self, now: datetime) -> int:
        async with self._store.read() as tx:
            due = await tickets.due(tx, now)
        return await self._each(now, due, deadline_passed, "a ticket's deadline")

    async def _groups(self, now: datetime) -> int:
        """Groups that we were shut out of since the last look."""
        async with self._store.read() as tx:
            lost = await desks.lost(tx)
        return await self._each(now, lost, group_lost, "a group that is lost")

    async def _drafts(self, now: datetime) -> int:
        """Opens the reports of which nobody said whether they are the same as another."""
        async with self._store.read() as tx:
            due = await drafts.due(tx, now)
        return await self._each(now, due, nobody_said, "a report that waits")

    async def _relays(self, now: datetime) -> int:
        """Ends what nobody took in time, or where nobody has anything more to say."""
        async with self._store.read() as tx:
            due = await relays.due(tx, now)
        return await self._each(now, due, relay_due, "a relay")

    async def _digests(self, now: datetime) -> int:
        async with self._store.read() as tx:
            readers = {
                *await people.with_role(tx, Role.COORDINATOR),
                *await people.with_role(tx, Role.RESPONDER),
            }
        return await self._each(now, sorted(readers), self._digest, "a digest")

    async def _each(
        self,
        now: datetime,
        found: Iterable[Due],
        do: Callable[[Act, Due], Awaitable[bool]],
        what: str,
    ) -> int:
        """Does what is due, each in a transaction of its own: one that fails keeps none of the
        others from theirs. Gives how many things happened."""
        happened = 0
        for each in found:
            try:
                async with self._store.write() as tx:
                    act = Act(tx, self._city, CLOCK, now)
                    happened += await do(act, each)
                    await finish(act)
            except Conflict:
                log.info("%s was changed meanwhile", what)
            except Exception:
                log.exception("%s could not be seen to", what)
        return happened

    async def _digest(self, act: Act, reader: str) -> bool:
        row = await act.tx.get(PersonRow, reader, with_for_update=True)
        if row is None:
            return False
        hour = self._city.digest_hour if row.digest_hour is None else row.digest_hour
        zone = ZoneInfo(row.zone) if row.zone else self._city.zone
        who = await people.person(act.tx, reader)
        if is_off(row.digest_days or (), zone, act.now):
            return False
        if not reads_digests(act, who) or not is_due(hour, zone, row.digested_at, act.now):
            return False
        return await daily_digest(act, row, who)
