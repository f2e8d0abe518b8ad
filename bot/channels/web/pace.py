"""How fast one name may come: so often at once, and then so often a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

MOST_NAMES = 50_000


class Pace:
    """Counts in memory, for this process alone: it stops a flood, it is no account."""

    def __init__(
        self, burst: int, per_minute: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._step = 60 / per_minute
        self._room = burst * self._step
        self._clock = clock
        self._due: dict[str, float] = {}
        """When the name would have been through, had it kept to its minute's share."""
        self._most = MOST_NAMES

    def wait(self, name: str) -> float:
        """0 when the name may pass now, which counts; else the seconds until it may."""
        now = self._clock()
        due = max(self._due.get(name, now), now) + self._step
        if due - now > self._room:
            return due - now - self._room
        self._due[name] = due
        if len(self._due) > self._most:
            self._due = {each: at for each, at in self._due.items() if at > now}
            self._most = max(MOST_NAMES, 2 * len(self._due))
        return 0.0
