"""What setting up looks like to the person who waits."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Union

from scripts.places import ROOT

Word = Union[str, Path]
EVERY = 30
"""Seconds between two signs of life where no line can be rewritten."""


class Stop(Exception):
    """Setting up cannot go on; the message says what to do about it."""


class Failed(Stop):
    """A command failed; its last lines are in `tail`, all of them in the log."""

    def __init__(self, log: Path) -> None:
        super().__init__(f"The whole log is in {log}.")
        self.tail = last_lines(log)


def say(text: str) -> None:
    """One line to the person."""
    print(text, flush=True)


def run(command: Sequence[Word], log: Path, env: Mapping[str, str] | None = None) -> None:
    """Runs a command from the project's folder and shows how long it has taken so far.

    Its output is added to the log; `env` is added to the environment. Raises `Failed`.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        child = subprocess.Popen(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            close_fds=False,  # what may be inherited is: the lock of the setup
        )
        try:
            code = _watch(child)
        except BaseException:
            _end(child)
            raise
    if code != 0:
        raise Failed(log)


def _watch(child: subprocess.Popen[bytes]) -> int:
    began = told = time.monotonic()
    live = sys.stdout.isatty()
    while True:
        try:
            code = child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            now = time.monotonic()
            if live:
                print(f"\r  {now - began:.0f} s ", end="", flush=True)
            elif now - told >= EVERY:
                told = now
                say(f"  still working, {now - began:.0f} s")
        else:
            if live:
                print("\r\033[K", end="", flush=True)
            return code


def _end(child: subprocess.Popen[bytes]) -> None:
    for sign, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        if child.poll() is None:
            os.killpg(child.pid, sign)
            try:
                child.wait(timeout=patience)
            except subprocess.TimeoutExpired:
                continue


def last_lines(log: Path, count: int = 15) -> str:
    """The end of a log, with no host, user or password in its addresses."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(_hide(line) for line in lines[-count:])


def _hide(line: str) -> str:
    return re.sub(r"(\w+://)[^/\s'\"`)]+", r"\1...", line)
