"""A person at the web chat without a browser: asks and listens as the page does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import uuid4

from aiohttp import ClientSession, ClientTimeout, CookieJar

from bot.channels.web.gate import COOKIE, MARK
from bot.message import Address
from tests.fakes.bell import Bell


@dataclass(frozen=True)
class Event:
    """One thing that the stream told."""

    name: str
    data: Mapping[str, Any]
    id: str = ""


@dataclass
class Guest:
    """Has a cookie, sends, and hears; `bell` rings at everything that it hears."""

    http: ClientSession
    events: list[Event] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    @property
    def token(self) -> str:
        """The cookie."""
        return next(each.value for each in self.http.cookie_jar if each.key == COOKIE)

    @property
    def address(self) -> Address:
        """As the house knows the person."""
        sender = sha256(self.token.encode()).hexdigest()[:32]
        return Address("web", sender, sender)

    async def post(
        self, path: str, *, headers: Mapping[str, str] | None = None, **body: Any
    ) -> Any:
        """Status and JSON of an answer; a `data` goes as it is, all else as JSON."""
        what: dict[str, Any] = {"data": body["data"]} if "data" in body else {"json": body}
        async with self.http.post(path, headers=headers, **what) as answer:
            return answer.status, await answer.json()

    async def get(self, path: str, **headers: str) -> Any:
        """Status and JSON of an answer."""
        async with self.http.get(path, headers=headers) as answer:
            return answer.status, await answer.json()

    async def say(self, **message: Any) -> int:
        """The status after sending a message, under a new id unless it has one."""
        status, _ = await self.post("/api/say", **({"id": str(uuid4())} | message))
        return int(status)

    @asynccontextmanager
    async def listening(self, path: str = "/api/events", **headers: str) -> AsyncIterator[None]:
        """Hears the stream while the block runs."""
        opened = asyncio.Event()
        task = asyncio.create_task(self._listen(path, headers, opened))
        waiting = asyncio.create_task(opened.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED, timeout=10)
        waiting.cancel()
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def hears(self, name: str, count: int = 1) -> list[Mapping[str, Any]]:
        """The data of the first so many events of a name."""

        def look() -> list[Mapping[str, Any]] | None:
            found = [each.data for each in self.events if each.name == name]
            return found[:count] if len(found) >= count else None

        return await self.bell.until(look)

    async def _listen(self, path: str, headers: Mapping[str, str], opened: asyncio.Event) -> None:
        timeout = ClientTimeout(total=None)
        async with self.http.get(path, headers=headers, timeout=timeout) as answer:
            answer.raise_for_status()
            block: dict[str, str] = {}
            async for line in answer.content:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    block[name] = value
                    continue
                if "event" in block:
                    data = json.loads(block["data"])
                    self.events.append(Event(block["event"], data, block.get("id", "")))
                block = {}
                opened.set()
                self.bell.ring()


@asynccontextmanager
async def open_guest(url: str) -> AsyncIterator[Guest]:
    """Somebody new, who has just opened the page."""
    jar = CookieJar(unsafe=True)  # Keeps cookies of a host that is a number.
    timeout = ClientTimeout(total=10)
    async with ClientSession(url, headers={MARK: "1"}, cookie_jar=jar, timeout=timeout) as http:
        guest = Guest(http)
        await guest.post("/api/session")
        yield guest
