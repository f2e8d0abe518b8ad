"""`talk`: attaches to the running bot as a person, to chat or to be driven by a tool."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any, TextIO

from bot.errors import Faults

LINE = 64 * 1024 * 1024


@dataclass
class Seat:
    """Who sits at the console, and how they are told."""

    name: str
    role: str
    language: str | None
    as_json: bool
    out: TextIO = field(default_factory=lambda: sys.stdout)
    taps: dict[str, str] = field(default_factory=dict)
    """In chat: the numbers of the last buttons."""


async def talk(socket: Path, seat: Seat) -> int:
    """Talks until the end of the input and a quiet second after it."""
    try:
        reader, writer = await asyncio.open_unix_connection(str(socket), limit=LINE)
    except OSError as error:
        raise Faults([f"{socket}: no bot is running here; start it with `make run`"]) from error
    hello = {"as": seat.name, "role": seat.role, "lang": seat.language}
    writer.write((json.dumps(hello) + "\n").encode())
    sending = asyncio.create_task(_send(writer, seat))
    try:
        while line := await reader.readline():
            _tell(seat, json.loads(line))
    finally:
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending
        writer.close()
    return 0


async def _send(writer: asyncio.StreamWriter, seat: Seat) -> None:
    async for line in _lines():
        message = _message(line.rstrip("\n"), seat)
        if message is not None:
            writer.write((json.dumps(message, ensure_ascii=False) + "\n").encode())
            await writer.drain()
    writer.write_eof()


async def _lines() -> AsyncIterator[str]:
    """The lines of standard input, whatever it is; read by a thread that no exit waits for."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[str | None]()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    Thread(target=read, daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line


def _message(line: str, seat: Seat) -> dict[str, Any] | None:
    if not seat.as_json:
        if line.strip() in seat.taps:
            return {"tap": seat.taps[line.strip()]}
        return {"text": line} if line.strip() else None
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    message = found if isinstance(found, dict) else {"text": line}
    if "photo" in message:
        message["photo"] = _picture(str(message["photo"]))
    return message


def _picture(path: str) -> str:
    try:
        return base64.b64encode(Path(path).read_bytes()[: 12 * 1024 * 1024]).decode()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return base64.b64encode(b"no picture").decode()


def _tell(seat: Seat, told: Mapping[str, Any]) -> None:
    if seat.as_json:
        keys = ("say", "text", "lang", "facts", "buttons", "ask", "photo", "file", "turn")
        shown = {key: told[key] for key in keys if key in told}
        print(json.dumps(shown, ensure_ascii=False), file=seat.out, flush=True)
    elif "text" in told:
        print(f"\n{told['text']}", file=seat.out)
        if told.get("file"):
            print(f"  {told['file']}", file=seat.out)
        if told.get("buttons"):
            seat.taps = {str(i): each["tap"] for i, each in enumerate(told["buttons"], 1)}
            labels = [f"  [{i}] {each['label']}" for i, each in enumerate(told["buttons"], 1)]
            print("\n".join(labels), file=seat.out)
        seat.out.flush()
