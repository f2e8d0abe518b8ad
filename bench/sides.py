"""The two sides: our bot as people run it, and plain Rasa as its own guide starts it."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import aiohttp

from bench.drive import Meet
from bench.mix import Turn
from bench.people import NoAnswer, OurPerson, Person, PlainPerson
from bench.places import BENCH, LOGS, LOOPBACK, RASA, RASA_SDK, ROOT, environment
from bench.processes import Failed, Leashed, Watch, wait_for_line
from bot.children.beside import free_port

PATIENCE = 240.0
"""Seconds that a start may take."""

HELLO = Turn("welcome", say="你好")


@dataclass(frozen=True)
class Running:
    """A side that answers."""

    meet: Meet
    watch: Watch
    start_seconds: float
    """From the start of its processes to the first expected answer to a sentence."""


class Side(Protocol):
    """One of the two, ready to be started again and again."""

    name: str
    knows_city: bool

    def run(self) -> AbstractAsyncContextManager[Running]:
        """Runs it until the `with` ends. Raises Failed."""
        ...


class Ours:
    """`python -m bot run` with data of its own: SQLite, Rasa and the actions beside it."""

    name = "ours"
    knows_city = True

    def __init__(self, model: Path, staff: Mapping[str, str]) -> None:
        """`staff`: who works in the city, as name and role. They get offers, as in life."""
        self._model, self._staff = model, staff

    @asynccontextmanager
    async def run(self) -> AsyncIterator[Running]:
        """A new installation every time."""
        with tempfile.TemporaryDirectory(prefix="o-", dir=BENCH) as folder:
            var = Path(folder)
            (var / "models").mkdir()
            (var / "models" / self._model.name).symlink_to(self._model)
            city = str(_alone(var / "city"))
            env = environment(MANYHANDS_VAR=folder, MANYHANDS_PORT="0", MANYHANDS_CITY=city)
            log = LOGS / "ours.log"
            command = [sys.executable, "-m", "bot", "run"]
            began = time.monotonic()
            with Leashed(command, log, env, ROOT) as bot, Watch([bot]) as watch:

                async def meet(name: str, lang: str) -> Person:
                    bot.check()
                    return await OurPerson.meet(var / "bot.sock", name, lang)

                await asyncio.to_thread(wait_for_line, bot, "is ready", PATIENCE)
                seconds = await first_answer(meet, began)
                for who, role in self._staff.items():
                    await _come_to_work(var / "bot.sock", who, role)
                yield Running(meet, watch, seconds)


def _alone(folder: Path) -> Path:
    """The sample city where nobody is asked if others told of the same: all of them do here."""
    shutil.copytree(ROOT / "city", folder)
    head = folder / "city.toml"
    head.write_text(f"ask_same = false\n{head.read_text('utf-8')}", "utf-8")
    return folder


class Plain:
    """`rasa run` and its action server: trackers in memory, the REST channel."""

    name = "plain"
    knows_city = False

    def __init__(self, model: Path, home: Path) -> None:
        """`home` is the project's folder."""
        self._model, self._home = model, home

    @asynccontextmanager
    async def run(self) -> AsyncIterator[Running]:
        """A new server every time."""
        ports = free_port(), free_port()
        began = time.monotonic()
        async with AsyncExitStack() as stack:
            trees = [
                stack.enter_context(each) for each in (self._actions(ports[0]), self._rasa(*ports))
            ]
            watch = stack.enter_context(Watch(trees))
            connector = aiohttp.TCPConnector(limit=0)
            http = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))

            async def meet(name: str, lang: str) -> Person:
                for each in trees:
                    each.check()
                return PlainPerson(http, f"http://{LOOPBACK}:{ports[1]}", name)

            yield Running(meet, watch, await first_answer(meet, began))

    def _actions(self, port: int) -> Leashed:
        command = [*RASA_SDK, "--actions", "actions", "--port", str(port)]
        env = environment(SANIC_HOST=LOOPBACK, ACTION_SERVER_SANIC_WORKERS="1")
        return Leashed(command, LOGS / "plain-actions.log", env, self._home)

    def _rasa(self, actions: int, port: int) -> Leashed:
        command = [
            *(*RASA, "run", "-i", LOOPBACK, "--port", str(port), "-m", str(self._model)),
            *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
        ]
        env = environment(ACTIONS_URL=f"http://{LOOPBACK}:{actions}/webhook")
        return Leashed(command, LOGS / "plain-rasa.log", env, self._home)


async def first_answer(meet: Meet, began: float) -> float:
    """Seconds since `began` when somebody new is first greeted. Raises Failed."""
    for number in range(1 << 20):
        try:
            person = await meet(f"first-{os.getpid()}-{number}", "zh")
            reply = await person.send(HELLO, None)
            await person.leave()
            if any(each.word == HELLO.expect for each in reply.told):
                return time.monotonic() - began
        except NoAnswer:
            pass
        if time.monotonic() - began > PATIENCE:
            break
        await asyncio.sleep(0.05)
    raise Failed(f"it greets nobody; see {LOGS}")


async def _come_to_work(socket: Path, who: str, role: str) -> None:
    person = await OurPerson.meet(socket, who, "zh", role)
    await person.send(Turn("help", tap="help"), None)
    await person.leave()
