"""The processors of this machine."""

from __future__ import annotations

import os

MOST = 4
"""More at once only wait for one another's memory."""


def processors() -> int:
    """How many there are for us, at most MOST."""
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
