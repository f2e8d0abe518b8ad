"""Waiting for something to be true, without sleeping: who changes a thing rings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a test waits for what must come."""


class Bell:
    """Rung at every change; who waits looks again at each ring."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Something changed."""
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    async def next(self, seconds: float) -> None:
        """Returns at the next ring, at the latest after so many seconds."""
        rung = self._rung
        try:
            async with asyncio.timeout(seconds):
                await rung.wait()
        except TimeoutError:
            return

    async def until(self, look: Callable[[], T | None], seconds: float = PATIENCE) -> T:
        """What `look` finds, once it finds something true. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while True:
                rung = self._rung
                if found := look():
                    return found
                await rung.wait()
