"""The three rates (三率), honestly: contacted, solved, satisfied, with what they are shares of.

Each time that somebody says "done" is counted, with the hands that said so. The resident's "no"
counts against them also when others solve it later. Who gave no answer is counted apart, never as
content.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from bot.core.catalogue import Kind
from bot.core.tickets import Move, Owner, Ticket, TicketEvent

PLEASED = 4
"""Stars, of five, from which on somebody is satisfied."""

SURE = 1.96
"""Of a normal distribution: an interval holds the truth nineteen times of twenty."""

AT_ONCE = 10
"""Tickets that one person says are done within SHORT, from which on somebody should look."""
SHORT = timedelta(minutes=10)

COPIED = 5
"""Tickets that one person ends with the same words, from which on somebody should look."""
LEAST_WORDS = 8
"""Letters below which the same words are no wonder: "done"."""

UNDONE = 5
"""Times that one's "done" is soon answered with a "no", from which on somebody should look, when
they are also at least UNDONE_SHARE of all times."""
UNDONE_SHARE = 0.3
SOON = timedelta(days=1)


COUNTED = frozenset({Move.RESOLVE, Move.PARTS_DONE, Move.REOPEN, Move.RATE})
"""Moves that the rates are of."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What the rates need of a ticket."""

    ref: str
    category: str
    area: str | None
    owner_kind: Owner | None
    owner: str | None
    parent: str | None
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Happened:
    """What the rates need of an event."""

    move: Move
    at: datetime
    who: str | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One time that somebody said "done", and what the resident said to it."""

    ref: str
    category: str
    area: str | None
    owner: str
    """The responder's slug, else `volunteers` or `coordinator`."""
    holder: str | None
    at: datetime
    took: timedelta
    """From when its times count."""
    text: str = ""
    contacted: bool | None = None
    solved: bool | None = None
    """None when nobody answered."""
    satisfied: int | None = None
    stood: timedelta | None = None
    """How long it took until the resident said "no" and opened it again; None when nobody did."""
    asked: bool = True
    """Whether its resident was asked: of a part nobody asks, but of the whole."""

    @property
    def answered(self) -> bool:
        """Whether there is any answer."""
        return (self.contacted, self.solved, self.satisfied) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with what it is a share of."""

    yes: int
    of: int

    @property
    def share(self) -> float | None:
        """None of nothing."""
        return self.yes / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval: of few answers it is wide, and never leaves 0 to 1."""
        if not self.of:
            return None
        square = SURE * SURE / self.of
        middle = (self.yes / self.of + square / 2) / (1 + square)
        spread = self.yes * (self.of - self.yes) / self.of**2 + square / 4
        half = SURE * math.sqrt(spread / self.of) / (1 + square)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Rates:
    """What came of all that somebody said was done."""

    key: str
    done: int
    silent: int
    """Times that the resident gave no answer at all: not reached, or tired of us."""
    contacted: Rate
    solved: Rate
    satisfied: Rate


@dataclass(frozen=True, slots=True)
class Headline:
    """How much was solved without government, and how long it took beside the government's."""

    without: Rate
    others: timedelta | None
    """The median, of those who are no government."""
    government: timedelta | None


def outcomes(ticket: Worked | Ticket, history: Iterable[Happened | TicketEvent]) -> list[Outcome]:
    """Each "done" of a ticket's history, oldest first. Nobody's answers about work that is their
    own, or their colleagues', are counted; nor of a whole whose parts were done by several."""
    found: list[Outcome] = []
    begun, in_parts = ticket.opened_at, False
    for event in history:
        if event.move in (Move.RESOLVE, Move.PARTS_DONE):
            in_parts = event.move is Move.PARTS_DONE
            found += [] if in_parts else [_said(ticket, event, begun)]
        elif event.move is Move.REOPEN:
            begun = event.at
            if found and not in_parts:
                found[-1] = replace(found[-1], solved=False, stood=event.at - found[-1].at)
        elif event.move is Move.RATE and found and not (in_parts or event.facts.get("own")):
            told = {name: event.facts.get(name) for name in ("contacted", "solved", "satisfied")}
            known = {name: value for name, value in told.items() if value is not None}
            found[-1] = replace(found[-1], **known)
    return found


def _said(ticket: Worked | Ticket, event: Happened | TicketEvent, begun: datetime) -> Outcome:
    kind = event.facts.get("hands") or ticket.owner_kind or Owner.COORDINATOR
    owner = event.facts.get("owner") or ticket.owner
    return Outcome(
        ref=ticket.ref,
        category=ticket.category,
        area=ticket.area,
        owner=str(owner) if kind == Owner.RESPONDER and owner else str(kind),
        holder=event.who,
        at=event.at,
        took=event.at - begun,
        text=str(event.facts.get("text") or ""),
        asked=ticket.parent is None,
    )


def rates(found: Iterable[Outcome], by: Callable[[Outcome], str]) -> list[Rates]:
    """The rates of each group, the largest first."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in found:
        groups[by(each)].append(each)
    told = [_rates(key, those) for key, those in groups.items()]
    return sorted(told, key=lambda each: (-each.done, each.key))


def _rates(key: str, those: Sequence[Outcome]) -> Rates:
    answers = [(each.contacted, each.solved, each.satisfied) for each in those]
    contacted = [one for one, _, _ in answers if one is not None]
    solved = [two for _, two, _ in answers if two is not None]
    stars = [three for _, _, three in answers if three is not None]
    return Rates(
        key=key,
        done=len(those),
        silent=sum(each.asked and not each.answered for each in those),
        contacted=Rate(sum(contacted), len(contacted)),
        solved=Rate(sum(solved), len(solved)),
        satisfied=Rate(sum(each >= PLEASED for each in stars), len(stars)),
    )


def headline(found: Iterable[Outcome], kind_of: Callable[[str], Kind | None]) -> Headline:
    """The share without government of all that residents say is solved; silence says nothing.

    `kind_of` tells what a responder is; None for volunteers and coordinators.
    """
    solved = [each for each in found if each.solved]
    kinds = [kind_of(each.owner) for each in solved]
    took: dict[bool, list[timedelta]] = {True: [], False: []}
    for each, kind in zip(solved, kinds, strict=True):
        took[kind is Kind.GOVERNMENT].append(each.took)
    return Headline(Rate(len(took[False]), len(solved)), _median(took[False]), _median(took[True]))


def _median(spans: Sequence[timedelta]) -> timedelta | None:
    seconds = [each.total_seconds() for each in spans]
    return timedelta(seconds=median(seconds)) if seconds else None


def oddities(found: Iterable[Outcome]) -> list[tuple[str, str, int]]:
    """What somebody should look at: `(why, owner, tickets)`, by `at_once`, `copied` or `reopened`.

    Many tickets that one person ends within minutes, or with the same words; or that residents
    soon open again, of one person's or all that a responder says is done.
    """
    by_holder: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    by_owner: dict[str, list[Outcome]] = defaultdict(list)
    for each in sorted(found, key=lambda one: one.at):
        by_owner[each.owner].append(each)
        if each.holder:
            by_holder[each.owner, each.holder].append(each)
    told = _reopened(by_owner, by_holder)
    for (owner, _), those in by_holder.items():
        most = _most_at_once([each.at for each in those])
        if most >= AT_ONCE:
            told.append(("at_once", owner, most))
        words = Counter(" ".join(each.text.casefold().split()) for each in those)
        told += [
            ("copied", owner, times)
            for text, times in words.items()
            if times >= COPIED and len(text) >= LEAST_WORDS
        ]
    return sorted(told)


def _reopened(
    by_owner: Mapping[str, Sequence[Outcome]],
    by_holder: Mapping[tuple[str, str], Sequence[Outcome]],
) -> list[tuple[str, str, int]]:
    """One finding for each owner: of all that it did, else of one of its people."""
    most: dict[str, int] = {}
    mine = [(owner, those) for (owner, _), those in by_holder.items()]
    for owner, those in (*by_owner.items(), *mine):
        undone = sum(each.stood is not None and each.stood <= SOON for each in those)
        if undone >= UNDONE and undone >= UNDONE_SHARE * len(those):
            most[owner] = max(undone, most.get(owner, 0))
    return [("reopened", owner, times) for owner, times in most.items()]


def _most_at_once(times: Sequence[datetime]) -> int:
    """The most of these ordered times that lie within SHORT."""
    first = most = 0
    for at, time in enumerate(times):
        while time - times[first] > SHORT:
            first += 1
        most = max(most, at - first + 1)
    return most
