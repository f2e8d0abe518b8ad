"""What Rasa keeps of conversations goes, too, as soon as Rasa answers."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialogue import Dialogue
from bot.errors import RasaDown
from bot.store import Store, old

AFTERMATH = timedelta(minutes=10)
"""So long a turn that was under way may still write; then it is deleted once more, and over."""

LONGEST = 600.0
"""Seconds between two tries at most."""


class Trackers:
    """Makes Rasa forget: a conversation whose person was, and what is old."""

    def __init__(self, store: Store, dialogue: Dialogue) -> None:
        self._store, self._dialogue = store, dialogue

    async def forget(self, now: datetime) -> int:
        """Conversations of who was forgotten; gives how many are over."""
        async with self._store.read() as tx:
            found = await old.to_forget(tx, now)
        gone = 0
        for sender, since, tries in found:
            gone += await self._forget(sender, since, tries, now)
        return gone

    async def _forget(self, sender: str, since: datetime, tries: int, now: datetime) -> bool:
        try:
            await self._dialogue.forget(sender)
        except RasaDown:
            wait = timedelta(seconds=min(2.0 ** min(tries, 16), LONGEST))
            async with self._store.write() as tx:
                await old.try_again(tx, sender, now + wait)
            raise
        async with self._store.write() as tx:
            if now - since < AFTERMATH:
                await old.try_again(tx, sender, since + AFTERMATH)
                return False
            await old.over(tx, sender)
        return True

    async def forget_old(self, before: datetime) -> int:
        """A batch of what conversations held before a time; gives how much."""
        return await self._dialogue.forget_old(before.timestamp())
