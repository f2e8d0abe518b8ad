"""The web chat for the promises of all channels: over real HTTP, with a page's patience."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.channels.web import Web
from bot.message import Shown
from tests.channels.promises import Can, Refuses
from tests.channels.web.guest import Guest, open_guest
from tests.fakes.bell import Bell
from tests.fakes.door import FakeDoor
from tests.web.house import House, open_site

TAKEN = 202


class WebRig:
    """See `Rig`. What the person sends waits in a line, as on the page, until it is taken."""

    can: frozenset[Can] = frozenset(["tap", "point", "photo", "caption", "reply", "again", "spend"])

    def __init__(self, channel: Web, house: House, guest: Guest) -> None:
        self.channel = channel
        self.door: FakeDoor = house.fake
        self.guest = guest
        self.secrets = (guest.token,)
        self.address = guest.address
        self._line: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._last: dict[str, Any] = {}
        self._taken = 0
        self._bell = Bell()

    async def write(self, text: str, reply_to: str | None = None) -> None:
        """Writes."""
        self._send(text=text, replyTo=int(reply_to) if reply_to else None)

    async def tap(self, message_id: str, label: str) -> None:
        """Taps."""
        shown = [each for each in await self.door.door.said(self.address, int(message_id) - 1)]
        self._send(tap=_tap(shown[0], label), replyTo=int(message_id))

    async def pin(self, lat: float, lon: float) -> None:
        """Sends a place."""
        self._send(location=[lat, lon])

    async def photograph(self, data: bytes, caption: str) -> None:
        """Sends a picture."""
        self._send(text=caption, data=data)

    async def again(self) -> None:
        """Sends the last message once more, under its id."""
        self._line.put_nowait(dict(self._last))

    def taken(self) -> int:
        """Messages that were answered 202."""
        return self._taken

    async def until_taken(self, count: int) -> None:
        """So many 202."""
        await self._bell.until(lambda: self._taken >= count)

    async def sees(self, words: str) -> None:
        """Words in what the stream told; line breaks and quotes are written as JSON has them."""
        inside = json.dumps(words, ensure_ascii=False)[1:-1]
        await self.guest.bell.until(
            lambda: any(
                inside in json.dumps(each.data, ensure_ascii=False) for each in self.guest.events
            )
        )

    async def refuse(self, how: Refuses) -> None:
        """Never: the outbox is the mailbox."""
        raise NotImplementedError(how)

    async def outage(self) -> None:
        """Never: there is no platform."""
        raise NotImplementedError

    async def run(self) -> None:
        """Sends what waits, one after another, each until it is taken."""
        while True:
            message = await self._line.get()
            while not await self._goes(message):
                await asyncio.sleep(0)
            self._taken += 1
            self._bell.ring()

    def _send(self, **message: Any) -> None:
        told = {name: value for name, value in message.items() if value not in (None, "")}
        self._last = {"id": str(uuid4()), **told}
        self._line.put_nowait(self._last)

    async def _goes(self, message: dict[str, Any]) -> bool:
        if data := message.get("data"):
            status, told = await self.guest.post("/api/photo", data=data)
            if "photo" in told:
                message["photo"] = told["photo"]
            elif status == 422:
                message["flaw"] = told["key"]
            else:
                return False
            del message["data"]
        return await self.guest.say(**message) == TAKEN


def _tap(shown: Shown, label: str) -> str:
    return next(each.tap for row in shown.buttons for each in row if each.label == label)


@asynccontextmanager
async def open_rig(var: Path) -> AsyncIterator[WebRig]:
    """The channel on a server, and an open page."""
    house = House(var)
    async with open_site(house) as site, open_guest(site.url) as guest, guest.listening():
        rig = WebRig(site.channel, house, guest)
        sending = asyncio.create_task(rig.run())
        yield rig
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
