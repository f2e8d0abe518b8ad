"""What a volunteer's claim is: a lease that runs out, and not too many at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.catalogue import Urgency

AT_ONCE = 3
"""Tasks that one volunteer may hold at a time, so that nobody's task waits in a full hand."""

LEASE: dict[Urgency, timedelta] = {
    Urgency.EMERGENCY: timedelta(hours=1),
    Urgency.HIGH: timedelta(hours=4),
    Urgency.NORMAL: timedelta(hours=24),
    Urgency.LOW: timedelta(days=3),
}


def lease_until(urgency: Urgency, now: datetime) -> datetime:
    """When a claim made now runs out."""
    return now + LEASE[urgency]


def may_claim(held: int) -> bool:
    """Whether a volunteer who holds so many tasks may take one more."""
    return held < AT_ONCE
