"""A person to talk to: who waits, who is next, whom words are for, and when it ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import SQLModel

PATIENCE = timedelta(minutes=15)
"""How long somebody waits to be taken before their words become a ticket."""

LONGER = timedelta(hours=1)
"""How long it is for somebody in danger; all are rung again each `PATIENCE` meanwhile."""

QUIET = timedelta(minutes=30)
"""How long a relay stays open without a word."""

MOST_TOGETHER = 3500
"""Characters of words kept while somebody waited that are handed over in one message."""

MOST_NAME = 20


class Stage(StrEnum):
    """Where a relay stands."""

    WAITING = "waiting"
    OPEN = "open"
    ENDED = "ended"


class Due(StrEnum):
    """What time asks for."""

    RING_AGAIN = "ring_again"
    FALL_BACK = "fall_back"
    """Nobody took it: the words become a ticket."""
    QUIET = "quiet"


class Relay(SQLModel):
    """Somebody who wants to talk to a person, and the coordinator who took it."""

    id: int | None = None
    person: str
    coordinator: str | None = None
    state: Stage = Stage.WAITING
    urgent: bool = False
    """Danger to life: first in the queue, and rung whatever the hour."""
    since: datetime
    taken_at: datetime | None = None
    last_at: datetime
    """When the last word was said."""
    due: datetime | None = None
    """When the clock looks at it next."""
    ended_at: datetime | None = None
    ref: str | None = None
    """The ticket that it is about, or that it became."""
    version: int = 0
    """Grows with each change; whoever writes says which one they read."""

    def other(self, person: str) -> str | None:
        """Who is at the other end."""
        return self.coordinator if person == self.person else self.person

    def between(self, person: str) -> bool:
        """Whether it is theirs, on either side."""
        return person in (self.person, self.coordinator)


class Line(SQLModel):
    """One thing that was said in a relay."""

    relay: int
    by: str
    text: str = ""
    photo: str | None = None
    at: datetime


def call(person: str, now: datetime, *, urgent: bool = False) -> Relay:
    """Somebody begins to wait."""
    return Relay(person=person, urgent=urgent, since=now, last_at=now, due=now + PATIENCE)


def take(relay: Relay, coordinator: str, now: datetime) -> None:
    """A coordinator has it from now on."""
    relay.state, relay.coordinator, relay.taken_at = Stage.OPEN, coordinator, now
    speak(relay, now)


def speak(relay: Relay, now: datetime) -> None:
    """Something was said; who waits does not wait longer for it."""
    relay.last_at = now
    if relay.state is Stage.OPEN:
        relay.due = now + QUIET


def wait_again(relay: Relay, now: datetime, *, anybody: bool) -> None:
    """Its coordinator is gone: back into the queue, or due at once when nobody is left to ask."""
    relay.state, relay.coordinator, relay.taken_at = Stage.WAITING, None, None
    relay.due = now + PATIENCE if anybody else now


def end(relay: Relay, now: datetime) -> None:
    """It is over."""
    relay.state, relay.ended_at, relay.due = Stage.ENDED, now, None


def line_up(waiting: Iterable[Relay]) -> list[Relay]:
    """The queue: who is in danger first, then who came first."""
    return sorted(waiting, key=lambda each: (not each.urgent, each.since, each.id or 0))


def place_of(relay: Relay, waiting: Iterable[Relay]) -> int:
    """The place in the queue, 1 for who is next."""
    order = [each.id for each in line_up(waiting)]
    return order.index(relay.id) + 1 if relay.id in order else len(order) + 1


def newly_first(before: Iterable[Relay], after: Iterable[Relay]) -> Relay | None:
    """Who is next now and was not before."""
    was, first = next(iter(line_up(before)), None), next(iter(line_up(after)), None)
    if first is None or (was is not None and was.id == first.id):
        return None
    return first


def what_is_due(relay: Relay, now: datetime) -> Due | None:
    """What time asks for now, if anything."""
    if relay.due is None or relay.due > now:
        return None
    if relay.state is Stage.OPEN:
        return Due.QUIET
    return Due.RING_AGAIN if relay.urgent and now < relay.since + LONGER else Due.FALL_BACK


def aimed(live: Iterable[Relay], by: str, heard_at: datetime) -> Relay | None:
    """Which of somebody's relays their words are for: the last active one.

    What a coordinator wrote before taking it is for somebody else.
    """
    theirs = [each for each in live if _listens(each, by, heard_at)]
    return max(theirs, key=lambda each: (each.last_at, each.id or 0), default=None)


def _listens(relay: Relay, by: str, heard_at: datetime) -> bool:
    if relay.state is Stage.ENDED or not relay.between(by):
        return False
    return by == relay.person or (relay.taken_at is not None and relay.taken_at <= heard_at)


def together(lines: Sequence[Line]) -> list[tuple[str, str | None]]:
    """What was said as few messages, in order: words joined, each picture one of its own."""
    told: list[tuple[str, str | None]] = []
    for each in lines:
        joined = f"{told[-1][0]}\n{each.text}" if told else ""
        if told and not (told[-1][1] or each.photo) and len(joined) <= MOST_TOGETHER:
            told[-1] = (joined, None)
        else:
            told.append((each.text, each.photo))
    return told


def first_name(name: str | None) -> str:
    """What somebody is called; empty when nobody knows."""
    return next(iter((name or "").split()), "")[:MOST_NAME]
