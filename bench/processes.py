"""Processes on a leash: started, watched, and gone with whoever measures."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from bot.children import LEASH

LOG_BYTES = 20_000_000
PATIENCE = 20.0
"""Seconds that a process has to stop by itself."""
EVERY = 0.5
"""Seconds between two looks at the memory."""
MIB = 2**20


class Failed(Exception):
    """A process did not do what it was started for; the message says where to read why."""


class Leashed:
    """One command and all that it starts, for as long as the `with` lasts and we live."""

    def __init__(
        self, command: Sequence[str], log: Path, env: Mapping[str, str], cwd: Path
    ) -> None:
        """`env` is the whole environment. The output goes to `log`, which begins anew."""
        self.log = log
        self._command, self._env, self._cwd = command, env, cwd
        self._process: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.unlink(missing_ok=True)
        words = (str(self.log), str(LOG_BYTES), str(PATIENCE))
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(LEASH), *words, *self._command],
            stdin=subprocess.PIPE,
            env=dict(self._env),
            cwd=self._cwd,
            start_new_session=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Lets go of the leash, waits, and ends by force what is left."""
        family = self.family()
        assert self._process.stdin is not None  # noqa: S101 (for the types)
        self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE + 5)
        _, left = psutil.wait_procs(family, timeout=5)
        for each in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def family(self) -> list[psutil.Process]:
        """All processes on the leash that live now; the leash itself is not one of them."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self._process.pid).children(recursive=True)
        return []

    def ended(self) -> int | None:
        """The exit code once it has ended by itself."""
        return self._process.poll()

    def check(self) -> None:
        """Raises Failed when it has ended."""
        if self._process.poll() is not None:
            raise Failed(f"it ended while it was needed; see {self.log}")

    def wait(self, seconds: float) -> None:
        """Until it has ended well. Raises Failed."""
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"not done after {seconds:.0f} s; see {self.log}") from None
        if code != 0:
            raise Failed(f"it failed; see {self.log}")


def role_of(command: Sequence[str], parent: str) -> str:
    """What a process is there for, by its command line; else what its parent is there for."""
    words = set(command)
    if "rasa_sdk" in words:
        return "actions"
    return "rasa" if {"rasa", "run"} <= words else parent


class Watch:
    """Looks at the memory and the processor time of process trees while it is open."""

    def __init__(self, trees: Sequence[Leashed]) -> None:
        """One look by role: `bot` unless a command line says another."""
        self._trees = trees
        self._peaks: dict[str, int] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def peaks(self) -> dict[str, float]:
        """The most resident memory at any look, in MiB: by role, and of all together."""
        return {role: bytes_ / MIB for role, bytes_ in self._peaks.items()}

    def seconds(self) -> dict[str, float]:
        """Processor time so far, by role."""
        used: dict[str, float] = {}
        for role, process in self._members():
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                used[role] = used.get(role, 0.0) + times.user + times.system
        return used

    def _run(self) -> None:
        while not self._stop.wait(EVERY):
            now: dict[str, int] = {}
            for role, process in self._members():
                with contextlib.suppress(psutil.Error):
                    now[role] = now.get(role, 0) + process.memory_info().rss
            now["all"] = sum(now.values())
            for role, bytes_ in now.items():
                self._peaks[role] = max(self._peaks.get(role, 0), bytes_)

    def _members(self) -> list[tuple[str, psutil.Process]]:
        roles: dict[int, str] = {}
        members = []
        for process in (each for tree in self._trees for each in tree.family()):
            with contextlib.suppress(psutil.Error):
                role = role_of(process.cmdline(), roles.get(process.ppid(), "bot"))
                roles[process.pid] = role
                members.append((role, process))
        return members


def wait_for_line(process: Leashed, words: str, seconds: float) -> None:
    """Until the words stand in its log. Raises Failed."""
    end = time.monotonic() + seconds
    while words not in _read(process.log):
        process.check()
        if time.monotonic() > end:
            raise Failed(f"not ready after {seconds:.0f} s; see {process.log}")
        time.sleep(0.05)


def _read(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
