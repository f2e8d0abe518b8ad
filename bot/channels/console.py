"""The console: whoever may open the socket under `var` may play any role in the running bot."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import os
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp.web import AbstractRouteDef
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError

from bot.channels import Door
from bot.errors import BadPhoto, ManyhandsError
from bot.message import Address, Heard, Point, Shown

NAME = "console"
TRUSTED = True
"""It may give roles: the socket's file rights are the right to."""

SOCKET = "bot.sock"
FILES = "files"
SWEEP_SECONDS = 60.0
"""Between two looks at whether the files that were handed out are still to be had."""

MOST_LINE = 16 * 1024 * 1024
TURN_SECONDS = 120.0
LOOK_SECONDS = 0.5
"""Between two looks when no bell rings: another process may have spoken."""

QUIET_SECONDS = 1.0
ROLES = ("resident", "volunteer", "responder", "coordinator")

log = logging.getLogger(__name__)


class Settings(BaseModel):
    """Whether it listens."""

    on: bool = Field(True, alias="MANYHANDS_CONSOLE")


def open_channel(settings: Settings, door: Door) -> Console | None:
    """The channel, unless it is switched off."""
    return Console(door) if settings.on else None


class Console:
    """Serves sessions on a Unix socket, one JSON object a line, both ways."""

    name = NAME

    def __init__(self, door: Door) -> None:
        """The socket stands under the door's `var`."""
        self._door = door
        self.path = door.var / SOCKET
        self.files = Folder(door)

    def routes(self) -> Sequence[AbstractRouteDef]:
        """Nothing on the web."""
        return ()

    async def run(self) -> None:
        """Listens until cancelled."""
        server = await self._listen()
        sweeping = asyncio.create_task(self.files.sweep())
        try:
            async with server:
                await server.serve_forever()
        finally:
            sweeping.cancel()
            _remove(self.path)

    async def _listen(self) -> asyncio.Server:
        _remove(self.path)
        before = os.umask(0o177)
        try:
            return await asyncio.start_unix_server(self._serve, str(self.path), limit=MOST_LINE)
        finally:
            os.umask(before)

    async def send(self, to: Address, shown: Shown) -> str | None:
        """The outbox is the mailbox: a session reads it when it is there."""
        return str(shown.id)

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        """Lines that are printed stay printed; a second tap is answered by the desk."""

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = Session(self._door, writer, self.files)
        try:
            await session.begin(json.loads(await reader.readline()))
            await session.serve(reader)
        except (ConnectionError, ValueError) as error:
            log.info("a console session ended: %s", type(error).__name__)
        except asyncio.CancelledError:
            # The bot stops. The task is asyncio's own, which would print a traceback otherwise.
            log.info("a console session ended with the bot")
        finally:
            writer.close()


class Session:
    """One person at the console, from attaching to the end of their input."""

    def __init__(self, door: Door, writer: asyncio.StreamWriter, files: Folder) -> None:
        """Writes each message to the person as a JSON line."""
        self._door, self._writer, self._files = door, writer, files
        self._name = secrets.token_hex(6)
        self._address = Address(NAME, "", "")
        self._last = 0
        self._turn = 0
        self._writing = asyncio.Lock()
        self._said_at = 0.0
        self._waits_for: int | None = None
        """The inbox id of the message whose answers are awaited."""
        self._over = asyncio.Event()
        self._taps: dict[str, int] = {}

    async def begin(self, hello: Mapping[str, Any]) -> None:
        """Takes the role; what was said before this session is not said again."""
        role = str(hello.get("role") or "resident")
        name = str(hello.get("as") or role)[:60]
        language = str(hello.get("lang") or self._door.languages[0])
        if role not in ROLES or self._door.become is None:
            raise ValueError("no such role")
        if language not in self._door.languages:
            language = self._door.languages[0]
        self._address = Address(NAME, f"{role}/{name}", f"{role}/{name}")
        while rows := await self._door.said(self._address, self._last):
            self._last = rows[-1].id
        await self._door.become(self._address, role, name, language)

    async def serve(self, reader: asyncio.StreamReader) -> None:
        """Each line in is one message; news is written as it comes."""
        news = asyncio.create_task(self._pump())
        try:
            while line := await reader.readline():
                await self._take(json.loads(line))
            await self._quiet()
        finally:
            news.cancel()

    async def _quiet(self) -> None:
        """Returns once nothing was said for a while."""
        clock = asyncio.get_running_loop().time
        self._said_at = clock()
        while (left := self._said_at + QUIET_SECONDS - clock()) > 0:  # noqa: ASYNC110 (time itself)
            await asyncio.sleep(left)

    async def _take(self, message: Mapping[str, Any]) -> None:
        if "wait" in message:
            await asyncio.sleep(min(float(message["wait"]), 3600))
            return
        self._turn += 1
        inbox = await self._kept(message)
        await self._finish_turn(inbox)
        await self._write({"turn": self._turn})

    async def _kept(self, message: Mapping[str, Any]) -> int:
        """The message's inbox id; while the database is away, it is tried again."""
        pause = 0.1
        while True:
            try:
                return await self._door.hear(await self._heard(message))
            except (ManyhandsError, SQLAlchemyError, OSError) as error:
                log.warning("a message could not be kept yet: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)

    async def _finish_turn(self, inbox: int) -> None:
        """Returns once all answers to a message were written, or after a long while."""
        self._over = asyncio.Event()
        self._waits_for = inbox  # before the look: what is answered between is seen by the pump
        with suppress(TimeoutError):
            async with asyncio.timeout(TURN_SECONDS):
                if not await self._door.answered(inbox):
                    await self._over.wait()
        self._waits_for = None
        await self._tell_news()

    async def _heard(self, message: Mapping[str, Any]) -> Heard:
        location, photo, flaw = message.get("location"), None, None
        if message.get("photo"):
            try:
                photo = await self._door.keep_photo(base64.b64decode(str(message["photo"])))
            except BadPhoto as error:
                flaw = error.key
        return Heard(
            address=self._address,
            message_id=f"{self._name}:{self._turn}",
            at=datetime.now(UTC),
            text=str(message.get("text") or ""),
            tap=str(message["tap"]) if message.get("tap") else None,
            point=Point(float(location[0]), float(location[1])) if location else None,
            photo=photo,
            reply_to=self._about(message),
            flaw=flaw,
        )

    def _about(self, message: Mapping[str, Any]) -> str | None:
        """The message of ours that is replied to, or the newest that has the tapped button."""
        about = message.get("reply_to") or self._taps.get(str(message.get("tap")))
        return str(about) if about else None

    async def _pump(self) -> None:
        while True:
            await self._tell_news()
            if self._waits_for is not None and await self._door.answered(self._waits_for):
                self._over.set()
            await self._door.changed(self._address, LOOK_SECONDS)

    async def _tell_news(self) -> None:
        async with self._writing:
            for shown in await self._door.said(self._address, self._last):
                self._last = shown.id
                self._taps |= {each.tap: shown.id for row in shown.buttons for each in row}
                file = await self._files.hand_out(self._address, shown.file)
                await self._write(_line(shown) | ({"file": str(file)} if file else {}))

    async def _write(self, told: Mapping[str, Any]) -> None:
        self._said_at = asyncio.get_running_loop().time()
        self._writer.write((json.dumps(told, ensure_ascii=False) + "\n").encode())
        await self._writer.drain()


class Folder:
    """Files that were handed out, under `var`, for as long as the house keeps them."""

    def __init__(self, door: Door) -> None:
        """What an earlier run left there is taken away by `sweep`."""
        self._door = door
        self._path = door.var / FILES
        self._out: dict[Path, tuple[Address, str]] = {}

    async def hand_out(self, to: Address, name: str | None) -> Path | None:
        """Writes a file where only its owner on this machine reads it; None when it is over."""
        file = await self._door.file(to, name) if name else None
        if file is None or name is None:
            return None
        path = self._path / f"{name}.zip"
        self._out[path] = (to, name)
        await asyncio.to_thread(_write_alone, path, file.data)
        return path

    async def sweep(self) -> None:
        """Takes files away that are over, until cancelled."""
        while True:
            try:
                await self._sweep_once()
            except (SQLAlchemyError, OSError) as error:
                log.warning("files that are over stay a while: %s", type(error).__name__)
            await asyncio.sleep(SWEEP_SECONDS)

    async def _sweep_once(self) -> None:
        for path in await asyncio.to_thread(lambda: list(self._path.glob("*"))):
            known = self._out.get(path)
            if known is None or await self._door.file(*known) is None:
                self._out.pop(path, None)
                path.unlink(missing_ok=True)


def _write_alone(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(data)


def _remove(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)


def _line(shown: Shown) -> dict[str, Any]:
    told: dict[str, Any] = {
        "say": shown.key,
        "text": shown.text,
        "lang": shown.language,
        "facts": dict(shown.facts),
        "buttons": [
            {"label": each.label, "tap": each.tap} for row in shown.buttons for each in row
        ],
        "id": shown.id,
    }
    if shown.ask:
        told["ask"] = shown.ask
    if shown.photo:
        told["photo"] = shown.photo
    return told
