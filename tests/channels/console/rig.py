"""The console for the promises of all channels: one session on the socket."""

from __future__ import annotations

import asyncio
import base64
import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.channels.console import Console
from bot.message import Address
from tests.channels.promises import Can, Refuses, listening
from tests.fakes.bell import PATIENCE, Bell
from tests.fakes.door import FakeDoor


class ConsoleRig:
    """See `Rig`."""

    can: frozenset[Can] = frozenset(["tap", "point", "photo", "caption", "reply"])
    secrets = ("no secret at all",)

    def __init__(
        self,
        channel: Console,
        door: FakeDoor,
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self.channel, self.door = channel, door
        self.address = Address("console", "resident/ada", "resident/ada")
        self.told: list[dict[str, Any]] = []
        self.bell = Bell()
        self._reader, self._writer = streams

    async def listen(self) -> None:
        """Keeps what the session says."""
        while line := await self._reader.readline():
            self.told.append(json.loads(line))
            self.bell.ring()

    def line(self, **message: Any) -> None:
        """Writes one line."""
        self._writer.write((json.dumps(message) + "\n").encode())

    async def write(self, text: str, reply_to: str | None = None) -> None:
        """Writes."""
        self.line(text=text, reply_to=reply_to)

    async def tap(self, message_id: str, label: str) -> None:
        """Taps the button with this label."""
        for told in self.told:
            for button in told.get("buttons", ()):
                if label in button["label"]:
                    self.line(tap=button["tap"])
                    return
        raise AssertionError(f"no button {label}")

    async def pin(self, lat: float, lon: float) -> None:
        """Pins."""
        self.line(location=[lat, lon])

    async def photograph(self, data: bytes, caption: str) -> None:
        """Sends a picture."""
        self.line(photo=base64.b64encode(data).decode(), text=caption)

    async def again(self) -> None:
        """There is no platform that could repeat."""

    def taken(self) -> int:
        """Ended turns."""
        return sum("turn" in each for each in self.told)

    async def until_taken(self, count: int) -> None:
        """So many ended turns."""
        await self.bell.until(lambda: self.taken() >= count, PATIENCE)

    async def sees(self, words: str) -> None:
        """Words in a line."""
        await self.bell.until(
            lambda: any(words in json.dumps(each, ensure_ascii=False) for each in self.told),
            PATIENCE,
        )

    async def refuse(self, how: Refuses) -> None:
        """The outbox is the mailbox: nothing refuses."""

    async def outage(self) -> None:
        """There is no platform that could fail."""


@asynccontextmanager
async def open_rig(var: Path) -> AsyncIterator[ConsoleRig]:
    """The channel with one resident attached."""
    # A socket's path may have 107 characters; a test's folder may have more.
    with tempfile.TemporaryDirectory(prefix="mh") as short:
        door = FakeDoor(Path(short))
        channel = Console(door.door)
        async with listening(channel):
            streams = await _attach(channel.path)
            rig = ConsoleRig(channel, door, streams)
            rig.line(**{"as": "ada", "role": "resident", "lang": "en"})
            listens = asyncio.create_task(rig.listen())
            try:
                await door.bell.until(lambda: rig.address in door.roles, PATIENCE)
                yield rig
            finally:
                listens.cancel()
                streams[1].close()


async def _attach(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await asyncio.open_unix_connection(str(path), limit=1 << 24)
            except OSError:
                await asyncio.sleep(0.01)
