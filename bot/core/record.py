"""How responders have answered: it fades, so that newcomers and who mends get a chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

HALF = timedelta(days=30)
"""After this long an answer counts half."""

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""An answer of then counts 1; later ones count more, so that none need ever be made less. A double
holds what comes within eighty years."""

ASKED, TAKEN = 4.0, 2.8
"""What a responder without a record is taken for: as if it had taken 2.8 of 4."""

USUAL = timedelta(hours=2)
"""How long one without a record is taken to need until it takes a ticket."""

MANY = 1000.0
"""No record counts more answers than this: so one is told of a time before it, too."""

RELUCTANT = 0.35
"""Who takes fewer than this share stands behind those who take more, however near."""


MOST = 1000.0
"""Halvings before or after EPOCH beyond which time stands still: a double holds no more."""


def weight(at: datetime) -> float:
    """How much an answer of this time counts."""
    return float(2 ** max(-MOST, min(MOST, (at - EPOCH) / HALF)))


@dataclass(frozen=True, slots=True)
class Record:
    """What a responder did when it was asked, each answer by its weight."""

    asked: float = 0.0
    taken: float = 0.0
    seconds: float = 0.0
    """Until it took those that it took, in working time."""

    def _one(self, now: datetime) -> float:
        """The weight by which answers fade; seen from before it they count as if all were new."""
        return max(weight(now), self.asked / MANY)

    def takes(self, now: datetime) -> float:
        """The share of tickets that it takes, from 0 to 1, smoothed."""
        one = self._one(now)
        return min(1.0, (self.taken / one + TAKEN) / (self.asked / one + ASKED))

    def wait(self, now: datetime) -> timedelta:
        """How long it needs to take a ticket, smoothed."""
        one = self._one(now)
        seconds = self.seconds / one + TAKEN * USUAL.total_seconds()
        return timedelta(seconds=seconds / (self.taken / one + TAKEN))


NEW = Record()


def refused(at: datetime) -> Record:
    """What it adds to a record when a ticket was not taken, or given away again."""
    return Record(asked=weight(at))


def took(span: timedelta, at: datetime) -> Record:
    """What it adds when a ticket was taken after so much working time."""
    one = weight(at)
    return Record(one, one, one * span.total_seconds())
