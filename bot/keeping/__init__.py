"""What time brings for what is kept of people: files are made, old things go, Rasa forgets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.city import City
from bot.dialogue import Dialogue
from bot.errors import RasaDown
from bot.keeping.files import Files
from bot.keeping.retention import Retention
from bot.keeping.trackers import Trackers
from bot.signals import Signals
from bot.store import Store
from bot.voice import Voice

__all__ = ["Keeping"]

log = logging.getLogger(__name__)

BEAT = 1.0
"""Seconds between two looks at what is asked for."""

ROUND = timedelta(hours=1)
"""Between two rounds through what is old."""

Work = Callable[[datetime], Awaitable[int]]


class Keeping:
    """Looks at what is to be kept no longer. Two do no harm: all that is done is conditional."""

    def __init__(
        self,
        store: Store,
        speaks: tuple[City, Voice],
        dialogue: Dialogue,
        signals: Signals,
        now: Callable[[], datetime],
    ) -> None:
        """`now` gives the aware time."""
        city, voice = speaks
        self._signals, self._now = signals, now
        self._files = Files(store, voice, dialogue)
        self._trackers = Trackers(store, dialogue)
        self._retention = Retention(store, city)
        self._rounds_at: datetime | None = None

    async def run(self) -> None:
        """Beats until cancelled."""
        while True:
            await self.beat()
            await asyncio.sleep(BEAT)

    async def beat(self) -> int:
        """One look at what is to be done now; gives how many things happened.

        A round through what is old goes on with the next beat until nothing old is left.
        """
        now = self._now()
        happened = await self._try(self._files.make, now)
        happened += await self._try(self._trackers.forget, now)
        happened += await self._try(self._retention.farewells, now)
        if self._rounds_at is None or now - self._rounds_at >= ROUND:
            old = await self._try(self._retention.round, now)
            before = self._retention.messages_before(now)
            old += await self._try(self._trackers.forget_old, before)
            self._rounds_at = None if old or self._retention.sweeping else now
            happened += old
        if happened:
            self._signals.ring("outbox")
        return happened

    async def _try(self, work: Work, at: datetime) -> int:
        try:
            return await work(at)
        except RasaDown as error:
            log.info("what Rasa keeps has to wait: %s", error)
        except Exception:
            log.exception("what is kept could not be looked after; it is tried again")
        return 0
