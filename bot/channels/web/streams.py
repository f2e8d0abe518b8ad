"""The open pages: each is told what is said as it comes, from the database and in order."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from bot.channels import Door
from bot.channels.web.shapes import shown_json
from bot.message import Address, Heard, Shown

HISTORY = 50
"""How many messages a page shows and keeps an eye on."""

RECENT = 20
"""So many are looked at again: an answer may get ready after a message that was laid later."""

MOST_PAGES = 4
"""Open pages of one person; the oldest gives way, browsers allow few connections to a host."""


class Stream:
    """One open page. It reads the database; what is pushed only comes sooner, or with a label."""

    def __init__(self, door: Door, address: Address) -> None:
        self._door = door
        self._address = address
        self._pushed: deque[tuple[str, Mapping[str, Any]]] = deque()
        self._bell = asyncio.Event()
        self._over = False
        self._told: set[int] = set()
        self._floor = 0
        self._live: frozenset[int] = frozenset()

    async def begin(self, after: int | None) -> None:
        """Looks at what is there: all above `after` is news, without it nothing is."""
        known = await self._shown()
        self._live = _live(known)
        if after is None:
            self._told = {each.id for each in known}
            after = min(self._told, default=1) - 1
        self._floor = after

    def push(self, event: str, data: Mapping[str, Any]) -> None:
        """Tells the page something soon."""
        self._pushed.append((event, data))
        self._bell.set()

    def close(self) -> None:
        """Ends it, once what was pushed is told."""
        self._over = True
        self._bell.set()

    async def follow(self, out: web.StreamResponse, heartbeat: float) -> None:
        """Tells the page what comes, until it is closed or nobody listens."""
        await out.write(b"retry: 2000\n\n")
        bell: asyncio.Future[Any] = asyncio.create_task(self._bell.wait())
        watch: asyncio.Future[Any] = self._watch(heartbeat)
        try:
            while True:
                # The watch began before the look, so nothing falls between the two.
                await asyncio.sleep(0)
                await out.write(b"".join(await self._news()) or b": still here\n\n")
                if self._over:
                    return
                await asyncio.wait({watch, bell}, return_when=asyncio.FIRST_COMPLETED)
                if watch.done():
                    watch.result()
                    watch = self._watch(heartbeat)
                if bell.done():
                    self._bell.clear()
                    bell = asyncio.create_task(self._bell.wait())
        finally:
            watch.cancel()
            bell.cancel()

    def _watch(self, heartbeat: float) -> asyncio.Future[None]:
        return asyncio.ensure_future(self._door.changed(self._address, heartbeat))

    async def _news(self) -> list[bytes]:
        fresh = await self._fresh()
        news = [_event("said", shown_json(each), each.id) for each in fresh]
        while self._pushed:
            news.append(_event(*self._pushed.popleft()))
        return news + [_event("spent", {"id": each, "label": None}) for each in await self._spent()]

    async def _fresh(self) -> list[Shown]:
        found = await self._door.said(self._address, self._floor)
        fresh = [each for each in found if each.id not in self._told]
        self._told.update(each.id for each in fresh)
        self._live |= _live(fresh)
        if len(fresh) >= RECENT:
            self._bell.set()  # There may be more than one answer of the store can hold.
        if len(self._told) > RECENT:
            keep = sorted(self._told)[-RECENT:]
            self._floor = max(self._floor, keep[0] - 1)
            self._told = set(keep)
        return fresh

    async def _spent(self) -> list[int]:
        """Messages whose buttons are gone, also when another process was told of it."""
        if not self._live:
            return []
        known = await self._shown()
        spent = self._live.intersection(each.id for each in known if not each.buttons)
        self._live = _live(known)
        return sorted(spent)

    async def _shown(self) -> list[Shown]:
        known: Sequence[Heard | Shown] = await self._door.history(self._address, HISTORY)
        return [each for each in known if isinstance(each, Shown)]


class Streams:
    """The open pages of every person."""

    def __init__(self) -> None:
        self._open: dict[str, list[Stream]] = {}

    def add(self, address: Address, stream: Stream) -> None:
        """Takes a page in; the oldest of too many is told to rest until it is looked at."""
        pages = self._open.setdefault(address.conversation, [])
        pages.append(stream)
        for each in pages[:-MOST_PAGES]:
            each.push("parked", {})
            each.close()

    def drop(self, address: Address, stream: Stream) -> None:
        """Forgets a page."""
        pages = self._open.get(address.conversation, [])
        if stream in pages:
            pages.remove(stream)
        if not pages:
            self._open.pop(address.conversation, None)

    def push(self, address: Address, event: str, data: Mapping[str, Any]) -> None:
        """Tells all pages of a person."""
        for each in self._open.get(address.conversation, []):
            each.push(event, data)

    def close(self) -> None:
        """Ends all: their pages come again and go on where they were."""
        for pages in self._open.values():
            for each in pages:
                each.close()


def _live(messages: Sequence[Shown]) -> frozenset[int]:
    return frozenset(each.id for each in messages if each.buttons)


def _event(name: str, data: Mapping[str, Any], number: int | None = None) -> bytes:
    head = "" if number is None else f"id: {number}\n"
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{head}event: {name}\ndata: {body}\n\n".encode()
