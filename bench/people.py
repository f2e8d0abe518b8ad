"""People who write to a bot: at the socket of ours, at the REST channel of plain Rasa."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import aiohttp

from bench.mix import Told, Turn
from bot.message import payload

PATIENCE = 30.0
"""Seconds that a person waits for an answer."""

OURS: Mapping[str, str] = {
    "welcome-resident": "welcome",
    "help-resident": "help",
    "thanks-back": "thanks",
    "ticket-opened": "ticket",
    "ask-at-door": "ask-detail",
    "ticket-undone": "undone",
}
"""Keys of ours that the mix calls otherwise."""


class NoAnswer(Exception):
    """The bot did not answer, or not as it should; the message says what it did."""


@dataclass(frozen=True)
class Reply:
    """What was told in answer to a message, and after how many seconds it was all there."""

    told: tuple[Told, ...]
    seconds: float

    @property
    def ref(self) -> str | None:
        """The reference of the ticket that it opened."""
        return next((each.facts.get("ref") for each in self.told if each.word == "ticket"), None)


class Person(Protocol):
    """One conversation. Every method raises NoAnswer."""

    async def send(self, turn: Turn, ref: str | None) -> Reply:
        """Says or taps what the turn says; `ref` is the ticket that a tap is about."""
        ...

    async def leave(self) -> None:
        """Ends the conversation."""
        ...


def tap_of(turn: Turn, ref: str | None) -> str:
    """The payload of a tap."""
    return payload(turn.tap, {"ref": ref} if turn.ref else {})


class OurPerson:
    """A person at the console of the running bot."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Use `meet`."""
        self._reader, self._writer = reader, writer

    @classmethod
    async def meet(cls, socket: Path, name: str, lang: str, role: str = "resident") -> OurPerson:
        """A new person in a role. Raises NoAnswer when nobody listens."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(socket), limit=1 << 24)
        except OSError as error:
            raise NoAnswer(type(error).__name__) from error
        person = cls(reader, writer)
        person._write({"as": name, "role": role, "lang": lang})
        return person

    async def send(self, turn: Turn, ref: str | None) -> Reply:
        """The answer is there when its last message is; then the bot says that the turn is over."""
        message = {"tap": tap_of(turn, ref)} if turn.tap else {"text": turn.say}
        began = last = time.perf_counter()
        told: list[Told] = []
        try:
            async with asyncio.timeout(PATIENCE):
                self._write(message)
                while "turn" not in (line := await self._read()):
                    last = time.perf_counter()
                    told.append(Told(OURS.get(line["say"], line["say"]), line["facts"]))
        except (TimeoutError, OSError) as error:
            raise NoAnswer(type(error).__name__) from error
        return Reply(tuple(told), last - began)

    async def leave(self) -> None:
        """Closes the connection."""
        self._writer.close()

    def _write(self, message: Mapping[str, Any]) -> None:
        self._writer.write((json.dumps(message, ensure_ascii=False) + "\n").encode())

    async def _read(self) -> dict[str, Any]:
        line = await self._reader.readline()
        if not line:
            raise ConnectionResetError
        found: dict[str, Any] = json.loads(line)
        return found


class PlainPerson:
    """A person at Rasa's REST channel, over a connection that stays open."""

    def __init__(self, http: aiohttp.ClientSession, url: str, name: str) -> None:
        """`url` is Rasa's; `name` the sender."""
        self._http, self._url, self._name = http, f"{url}/webhooks/rest/webhook", name

    async def send(self, turn: Turn, ref: str | None) -> Reply:
        """The answer is there when its body is."""
        message = {"sender": self._name, "message": tap_of(turn, ref) if turn.tap else turn.say}
        began = time.perf_counter()
        try:
            async with (
                asyncio.timeout(PATIENCE),
                self._http.post(self._url, json=message) as answer,
            ):
                if answer.status != 200:
                    raise NoAnswer(f"status {answer.status}")
                lines = await answer.json()
        except (TimeoutError, aiohttp.ClientError) as error:
            raise NoAnswer(type(error).__name__) from error
        seconds = time.perf_counter() - began
        said = (line.get("custom") or {} for line in lines)
        return Reply(
            tuple(Told(str(each.get("say")), each.get("facts") or {}) for each in said), seconds
        )

    async def leave(self) -> None:
        """Nothing to do: the connection belongs to all."""
