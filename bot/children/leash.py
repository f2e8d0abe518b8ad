"""Runs one command on a leash: when whoever holds the other end is gone, the command goes too.

Run as a script by `bot.children`, with nothing but the standard library:
`leash.py LOG BYTES PATIENCE COMMAND...`. It leads a process group of its own with everything
that the command starts, keeps the command's output in a log of bounded size, and holds on for
as long as its standard input is open. The end of that input, which also a killed parent
brings about, stops the group: politely first, by force after PATIENCE seconds.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
"""From Linux's prctl(2)."""


class Log:
    """A file that is moved aside when it is full: at most twice `limit` bytes on disk."""

    def __init__(self, path: Path, limit: int) -> None:
        self.path = path
        self.limit = limit
        path.parent.mkdir(parents=True, exist_ok=True)
        self._open()

    def _open(self) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self.fd = os.open(self.path, flags, 0o600)
        self.size = os.fstat(self.fd).st_size

    def write(self, data: bytes) -> None:
        """Adds the data; never raises, so that a full disk stops nobody."""
        with contextlib.suppress(OSError):
            if self.size + len(data) > self.limit:
                os.close(self.fd)
                self.path.replace(self.path.with_name(self.path.name + ".1"))
                self._open()
            self.size += os.write(self.fd, data)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Starts the command in our group, with its output going to us."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # Safe here: this process has one thread.
        preexec_fn=die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
    )


def die_with_parent() -> None:
    """On Linux the kernel stops the command should even this process be killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def hold(child: subprocess.Popen[bytes], log: Log) -> None:
    """Returns when the child has ended, when our input has, or when we are told to stop."""
    assert child.stdout is not None  # noqa: S101 (for the types)
    told, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.set_wakeup_fd(tell)
    for sign in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: None)
    sources = [0, told, child.stdout.fileno()]
    while child.poll() is None:
        for source in select.select(sources, [], [])[0]:
            data = os.read(source, 65536)
            if source == 0 or (source == told and set(data) & {signal.SIGTERM, signal.SIGINT}):
                return
            if source != told:
                log.write(data)
                if not data:
                    sources.remove(source)


def stop(child: subprocess.Popen[bytes], log: Log, patience: float) -> bool:
    """Stops the whole group; whether all of it went politely, as far as its output tells."""
    assert child.stdout is not None  # noqa: S101 (for the types)
    os.killpg(0, signal.SIGTERM)
    end = time.monotonic() + patience
    while (left := end - time.monotonic()) > 0:
        if select.select([child.stdout], [], [], left)[0]:
            data = os.read(child.stdout.fileno(), 65536)
            if not data:
                break
            log.write(data)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=max(0.0, end - time.monotonic()))
        return time.monotonic() < end
    return False


def main(log: str, limit: str, patience: str, *command: str) -> int:
    """The command's exit code, should it end before it is told to."""
    os.umask(0o077)  # what is written here, and by the command, is nobody else's to read
    output = Log(Path(log), int(limit))
    try:
        child = start(list(command))
    except OSError as error:
        output.write(f"{command[0]} could not be started: {error.strerror}\n".encode())
        return 127
    hold(child, output)
    ended = child.poll()
    if not stop(child, output, float(patience)):
        os.killpg(0, signal.SIGKILL)
    return 0 if ended is None else abs(ended)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
