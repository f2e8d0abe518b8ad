"""The processes that run beside the bot: kept alive, and never left behind."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import aiohttp

LEASH = Path(__file__).with_name("leash.py")
State = Literal["starting", "ready", "down"]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Child:
    """A process to keep: its command, its whole environment, and where it tells that it is ready.

    `ready` is a URL that answers 200 once the process can work; `headers` go with the question.
    """

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str]
    ready: str
    headers: Mapping[str, str] = field(default_factory=dict)
    cwd: Path = Path()


@dataclass(frozen=True)
class Pace:
    """Seconds: the first pause before a restart, the longest, and how long is a good life.

    Each pause is twice the last one until a child has lived well. `start` is how long a child
    may take to be ready before it is started again, `patience` how long it may take to stop,
    `ask` the pause between two questions whether it is ready.
    """

    first: float = 0.5
    longest: float = 30.0
    good: float = 60.0
    start: float = 240.0
    patience: float = 5.0
    ask: float = 0.2


class Children:
    """Keeps children running: `async with Children(...)` starts them and stops them at the end.

    It does not wait until they are ready, since the bot can do much without them.
    """

    def __init__(
        self,
        children: Iterable[Child],
        logs: Path,
        pace: Pace = Pace(),
        log_bytes: int = 5_000_000,
    ) -> None:
        self._children = {child.name: child for child in children}
        self._logs = logs
        self._pace = pace
        self._log_bytes = log_bytes
        self._states: dict[str, State] = dict.fromkeys(self._children, "down")
        self._turned = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._tasks = [
            asyncio.create_task(self._keep(child), name=f"keep {child.name}")
            for child in self._children.values()
        ]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def status(self) -> dict[str, State]:
        """Each child's name and how it is now."""
        return dict(self._states)

    async def ready(self) -> None:
        """Returns when all are ready at once; wait for it with a timeout of your own."""
        while set(self._states.values()) - {"ready"}:
            await self._turned.wait()

    def _turn(self, child: Child, state: State) -> None:
        if self._states[child.name] != state:
            log.info("%s is %s", child.name, state)
            self._states[child.name] = state
            self._turned.set()
            self._turned = asyncio.Event()

    async def _keep(self, child: Child) -> None:
        pause = self._pace.first
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                await self._live(child)
            except OSError as error:
                log.error("%s cannot be started: %s", child.name, error.strerror)
            if clock() - began >= self._pace.good:
                pause = self._pace.first
            log.warning("%s ended; again in %.1f s, see %s", child.name, pause, self._log(child))
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._pace.longest)

    async def _live(self, child: Child) -> None:
        """One life of a child, from its start to its end."""
        self._turn(child, "starting")
        process = await self._start(child)
        ended = asyncio.create_task(process.wait())
        ready = asyncio.create_task(self._ask(child))
        first = asyncio.FIRST_COMPLETED
        try:
            await asyncio.wait((ended, ready), timeout=self._pace.start, return_when=first)
            if ready.done():
                self._turn(child, "ready")
                await ended
        finally:
            ended.cancel()
            ready.cancel()
            self._turn(child, "down")
            await self._end(process)

    async def _start(self, child: Child) -> Process:
        words = (str(self._log(child)), str(self._log_bytes), str(self._pace.patience))
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-S", str(LEASH), *words),
            *child.command,
            stdin=PIPE,
            env=dict(child.env),
            cwd=child.cwd,
            start_new_session=True,
        )

    async def _ask(self, child: Child) -> None:
        """Returns once the child says that it is ready."""
        timeout = aiohttp.ClientTimeout(total=2)
        async with aiohttp.ClientSession(timeout=timeout, headers=child.headers) as http:
            while True:
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with http.get(child.ready) as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(self._pace.ask)

    async def _end(self, process: Process) -> None:
        """Lets go of the leash, and ends what is left of the group should the leash fail."""
        assert process.stdin is not None  # noqa: S101 (for the types)
        process.stdin.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), self._pace.patience + 2)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()

    def _log(self, child: Child) -> Path:
        return self._logs.absolute() / f"{child.name}.log"
