"""The line in which the writers of several processes wait for one SQLite file."""

from __future__ import annotations

import asyncio
import fcntl
from pathlib import Path
from typing import BinaryIO

STEP = 0.002
"""Seconds between two tries. SQLite's own waiting grows to a tenth of a second, so that with
sixteen people at once most of the time nobody wrote."""


class Line:
    """A lock on a file beside the database, which the system gives back when a process dies."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-line")
        self._file: BinaryIO | None = None

    async def enter(self) -> None:
        """Returns when it is our turn."""
        if self._file is None:
            self._file = self._path.open("ab")
        while not _taken(self._file):  # noqa: ASYNC110  # another process rings no bell
            await asyncio.sleep(STEP)

    def leave(self) -> None:
        """Lets the next one; nothing when it was not our turn."""
        if self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Lets go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _taken(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
