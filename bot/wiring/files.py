"""What a channel may ask about files: only whose they are gets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.message import Address, File
from bot.store import Store, exports, people


class Files:
    """The files of who is reached at an address."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    async def file(self, who: Address, name: str) -> File | None:
        """The file with this id."""
        async with self._store.read() as tx:
            found = await people.find_address(tx, who)
            return await exports.ready(tx, name, found.person, self._now()) if found else None

    async def lend(self, who: Address, name: str) -> str | None:
        """A token for it."""
        async with self._store.write() as tx:
            found = await people.find_address(tx, who)
            return await exports.lend(tx, name, found.person, self._now()) if found else None

    async def collect(self, who: Address, token: str) -> File | None:
        """The file for a token, once."""
        async with self._store.write() as tx:
            found = await people.find_address(tx, who)
            return await exports.collect(tx, token, found.person, self._now()) if found else None
