"""A person at the console of a running bot, for tests that live whole conversations."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 30.0

Told = dict[str, Any]


class Chat:
    """One person, attached to the bot's socket. `said` holds all that was heard so far."""

    def __init__(self, socket: Path, name: str, role: str = "resident", lang: str = "en") -> None:
        self._socket = socket
        self._hello = {"as": name, "role": role, "lang": lang}
        self.said: list[Told] = []
        self._turns = 0
        self._moved = asyncio.Condition()

    async def __aenter__(self) -> Self:
        path, limit = str(self._socket), 1 << 26
        self._reader, self._writer = await asyncio.open_unix_connection(path, limit=limit)
        self._write(self._hello)
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listening.cancel()
        self._writer.close()

    async def say(self, text: str, **more: Any) -> list[Told]:
        """Writes, and gives what was answered to it."""
        return await self._send({"text": text, **more})

    async def pin(self, lat: float, lon: float) -> list[Told]:
        """Sends a location."""
        return await self._send({"location": [lat, lon]})

    async def photo(self, data: bytes, text: str = "") -> list[Told]:
        """Sends a picture."""
        return await self._send({"photo": base64.b64encode(data).decode(), "text": text})

    async def send_tap(self, payload: str) -> list[Told]:
        """Taps a button by its payload."""
        return await self._send({"tap": payload})

    async def tap(self, verb: str, of: str | None = None) -> list[Told]:
        """Taps the newest button with this verb (and of a message with this key)."""
        for told in reversed(self.said):
            if of is not None and told["say"] != of:
                continue
            for button in told["buttons"]:
                if button["tap"].partition("{")[0] == f"/{verb}" or button["tap"] == verb:
                    return await self._send({"tap": button["tap"]})
        raise AssertionError(f"no button {verb} in {[each['say'] for each in self.said]}")

    async def hears(self, key: str, after: int = 0) -> Told:
        """Waits for a message with this key, counted from message number `after`."""

        def found() -> Told | None:
            return next((each for each in self.said[after:] if each["say"] == key), None)

        try:
            async with asyncio.timeout(PATIENCE), self._moved:
                await self._moved.wait_for(lambda: found() is not None)
        except TimeoutError:
            raise AssertionError(f"never heard {key}, but {self.keys}") from None
        told = found()
        assert told is not None
        return told

    @property
    def keys(self) -> list[str]:
        """The keys of all that was heard."""
        return [each["say"] for each in self.said]

    async def _send(self, message: Told) -> list[Told]:
        before, turn = len(self.said), self._turns
        self._write(message)
        try:
            async with asyncio.timeout(PATIENCE), self._moved:
                await self._moved.wait_for(lambda: self._turns > turn)
        except TimeoutError:
            raise AssertionError(f"no end of the turn of {message}; heard {self.keys}") from None
        return self.said[before:]

    def _write(self, message: Told) -> None:
        self._writer.write((json.dumps(message, ensure_ascii=False) + "\n").encode())

    async def _listen(self) -> None:
        while line := await self._reader.readline():
            told = json.loads(line)
            async with self._moved:
                if "turn" in told:
                    self._turns = told["turn"]
                else:
                    self.said.append(told)
                self._moved.notify_all()


def keys(told: list[Told]) -> list[str]:
    """The keys of what was told."""
    return [each["say"] for each in told]
