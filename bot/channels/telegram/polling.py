"""Asks Telegram for news and confirms each update only once it is kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.patience import Patience
from bot.channels.telegram.wire import Line, why

Update = Mapping[str, Any]

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The updates that we ask for; all others are known and not for us."""

AT_ONCE = 8
"""Conversations of one batch that are heard side by side."""

AGAIN = 5.0
"""Seconds at most before what was not kept is asked for again; others wait as long."""

GIVEN_UP = 50
"""So often one update may fail while others are kept: then it is the update, not the database.

Telegram gives 100 updates at a time, so one that never can be kept would end up before all.
"""

logger = logging.getLogger(__name__)


class Polling:
    """The loop: ask, keep, confirm. `take` keeps one update or raises."""

    def __init__(
        self,
        line: Line,
        take: Callable[[Update], Awaitable[None]],
        wait: float,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._line = line
        self._take = take
        self._wait = wait
        self._pause = pause
        self._patience = Patience()
        self._kept: set[int] = set()
        """Updates that are kept though an earlier one is not, so not confirmed yet."""
        self._failed: dict[int, int] = {}
        """How often an update failed while others were kept."""

    async def run(self) -> None:
        """Listens until cancelled."""
        offset = 0
        while True:
            try:
                batch = await self._line.updates(offset, self._wait, KINDS)
            except TelegramError as failed:
                logger.warning("telegram: no news: %s%s", why(failed), _hint(failed))
                await self._pause(self._patience.after(failed))
                continue
            if batch:
                offset = await self._keep(batch, offset)

    async def _keep(self, batch: list[dict[str, Any]], offset: int) -> int:
        """Keeps what it can and gives the next offset: the first update that is not kept."""
        limit, before = asyncio.Semaphore(AT_ONCE), len(self._kept)
        failed = await asyncio.gather(
            *(self._keep_in_order(each, limit) for each in _conversations(batch))
        )
        if len(self._kept) > before:
            self._give_up([each for each in failed if each is not None])
        ids = [each["update_id"] for each in batch]
        missing = [each for each in ids if each not in self._kept]
        offset = min(missing, default=max(ids) + 1)
        self._kept = {each for each in self._kept if each >= offset}
        self._failed = {each: n for each, n in self._failed.items() if each >= offset}
        if missing:
            await self._pause(min(self._patience.after(), AGAIN))
        else:
            self._patience.fresh()
        return offset

    async def _keep_in_order(
        self, updates: Iterable[Update], limit: asyncio.Semaphore
    ) -> int | None:
        """One conversation's updates, up to the first that fails: its id."""
        async with limit:
            for each in updates:
                if each["update_id"] in self._kept:
                    continue
                try:
                    await self._take(each)
                except Exception as failed:
                    logger.warning("telegram: not kept, will be asked again: %s", why(failed))
                    return int(each["update_id"])
                self._kept.add(each["update_id"])
        return None

    def _give_up(self, failed: Iterable[int]) -> None:
        """Counts what failed while others were kept, and in the end lets it go, loudly."""
        for each in failed:
            self._failed[each] = self._failed.get(each, 0) + 1
            if self._failed[each] >= GIVEN_UP:
                logger.error("telegram: update %s can never be kept and is lost", each)
                self._kept.add(each)


def _conversations(batch: Iterable[dict[str, Any]]) -> list[list[Update]]:
    """A batch by conversation, each in its order."""
    ordered = sorted(batch, key=lambda each: (_whose(each), each["update_id"]))
    return [list(group) for _, group in groupby(ordered, key=_whose)]


_CHATS = (
    ("message", "chat", "id"),
    ("edited_message", "chat", "id"),
    ("callback_query", "message", "chat", "id"),
    ("my_chat_member", "chat", "id"),
)
"""Where each kind of update tells its chat."""


def _whose(update: Update) -> str:
    """The chat of an update; nothing is taken for granted, as it was not read yet."""
    for path in _CHATS:
        found: object = update
        for name in path:
            found = found.get(name) if isinstance(found, Mapping) else None
        if found is not None:
            return str(found)
    return ""


def _hint(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return " (another process asks with the same token)"
    return " (is TELEGRAM_TOKEN right?)" if isinstance(error, InvalidToken) else ""
