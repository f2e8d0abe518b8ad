"""Who is asked: the ladder of a category, rung by rung, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.core.catalogue import Catalogue, Category, Condition, Responder, Rung, Urgency
from bot.core.record import NEW, RELUCTANT, Record
from bot.core.tickets import Owner, Ticket
from bot.core.worktime import after as after_work

MAX_HOPS = 4
"""Hands that a ticket may pass through before a coordinator decides."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be routed: the facts of a ticket that matter here."""

    category: Category
    area: str | None
    urgency: Urgency
    asked: Collection[str] = ()
    """Responders that had it already."""
    volunteers: int = 0
    """Volunteers who could take it."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The answer to each question of the category that has one."""
    load: Mapping[str, int] = field(default_factory=dict)
    """Open tickets that responders have; none, where nothing stands."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """How responders have answered; where nothing stands they are new."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose turn it is, until when, and why."""

    rung: int
    owner: Owner
    responder: str | None
    answer_by: datetime
    why: Mapping[str, Any]
    """`{"key": .., "facts": ..}`"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A responder that a rung may ask, and what speaks for it."""

    responder: str
    never: bool
    """Whether it has no hours at all."""
    full: bool
    """Whether it has as many open tickets as it can take."""
    opens: datetime
    """When it is open: now, or next."""
    distance: int
    """Steps up from the ticket's area to the one that it covers."""
    takes: float
    """The share of tickets that it takes, smoothed."""
    wait: timedelta
    """How long it needs until it has taken one, those that it does not take counted in."""

    @property
    def reluctant(self) -> bool:
        """Whether it takes few of the tickets that it is asked to."""
        return self.takes < RELUCTANT

    def order(self) -> tuple[bool, bool, datetime, bool, int, timedelta, str]:
        """The best comes first: open, with room, soonest, willing, nearest, quickest to answer."""
        ready = self.never, self.full, self.opens, self.reluctant
        return *ready, self.distance, self.wait, self.responder


@dataclass(frozen=True, slots=True)
class Look:
    """A rung as it looks to a case: whom it may ask, best first, and whom it asks."""

    rung: Rung
    holds: bool
    """Whether its conditions hold."""
    candidates: tuple[Candidate, ...]
    choice: Choice | None


def choose(catalogue: Catalogue, case: Case, after: int, now: datetime) -> Choice | None:
    """The first rung above `after` that has somebody, or None when nobody is left."""
    for number in range(max(after + 1, 0), len(case.category.ladder)):
        choice = look(catalogue, case, number, now).choice
        if choice is not None:
            return choice
    return None


def look(catalogue: Catalogue, case: Case, number: int, now: datetime) -> Look:
    """What one rung has for a case, supposing that those before it took nothing."""
    rung = case.category.ladder[number]
    if not _holds(catalogue, case, rung.when, now):
        return Look(rung, False, (), None)
    if rung.volunteers:
        return Look(rung, True, (), _volunteers(catalogue, case, number, now))
    last = is_last(case.category, number)
    found = [
        candidate(catalogue, case, each, now)
        for each in _able(catalogue, case, rung)
        if last or each.slug not in case.asked
    ]
    ordered = tuple(sorted(found, key=Candidate.order))
    return Look(rung, True, ordered, _responder(catalogue, case, number, now, ordered))


def limited(catalogue: Catalogue, asked: Iterable[str]) -> list[str]:
    """Those of these responders who can take only so many tickets."""
    return [each for each in sorted(asked) if catalogue.responders[each].capacity is not None]


def due(
    catalogue: Catalogue, responder: str | None, case: tuple[Category, Urgency], now: datetime
) -> datetime:
    """When a ticket that is opened now should be solved, in working time of its first owner."""
    category, urgency = case
    spans = category.solve, catalogue.tiers[urgency].solve
    return min(_worked(catalogue, responder, urgency, each, now) for each in spans)


def first_word(catalogue: Catalogue, ticket: Ticket) -> datetime:
    """By when its resident should have heard something from who works on a ticket."""
    span = catalogue.tiers[ticket.urgency].answer
    return _worked(catalogue, ticket.owner, ticket.urgency, span, ticket.begun)


def at_work(catalogue: Catalogue, ticket: Ticket, at: datetime) -> datetime:
    """A time, or when a ticket's owner is there next after it."""
    return _worked(catalogue, ticket.owner, ticket.urgency, timedelta(), at)


def answer_by(
    catalogue: Catalogue, responder: str | None, rung: Rung, urgency: Urgency, now: datetime
) -> datetime:
    """By when a rung is to answer."""
    spans = rung.answer, catalogue.tiers[urgency].dispatch
    return min(_worked(catalogue, responder, urgency, each, now) for each in spans)


def _worked(
    catalogue: Catalogue, slug: str | None, urgency: Urgency, span: timedelta, now: datetime
) -> datetime:
    """The end of a span in a responder's working time; danger to life waits for no hours."""
    known = catalogue.responders.get(slug or "")
    if known is None or urgency is Urgency.EMERGENCY:
        return now + span
    return after_work(known.hours, now, span, catalogue.zone)


def is_last(category: Category, rung: int) -> bool:
    """Whether the rung is the government desk that takes what nobody else takes."""
    return rung >= len(category.ladder) - 1


def _holds(catalogue: Catalogue, case: Case, when: Condition, now: datetime) -> bool:
    if when.areas and when.areas.isdisjoint(catalogue.within(case.area)):
        return False
    if when.urgency and case.urgency not in when.urgency:
        return False
    if when.hours is not None and not when.hours.open_at(now, catalogue.zone):
        return False
    return all(case.answers.get(key) in those for key, those in when.answers.items())


def _volunteers(catalogue: Catalogue, case: Case, number: int, now: datetime) -> Choice | None:
    if not case.volunteers:
        return None
    why = {"key": "why-volunteers", "facts": {"category": case.category.slug}}
    by = answer_by(catalogue, None, case.category.ladder[number], case.urgency, now)
    return Choice(number, Owner.VOLUNTEERS, None, by, why)


def _responder(
    catalogue: Catalogue, case: Case, number: int, now: datetime, found: Sequence[Candidate]
) -> Choice | None:
    end = is_last(case.category, number)
    if not found or (found[0].full and not end):
        return None
    slug, rung = found[0].responder, case.category.ladder[number]
    by = answer_by(catalogue, slug, rung, case.urgency, now)
    last = number > 0 and end
    return Choice(number, Owner.RESPONDER, slug, by, _why(case, found, last=last))


def _why(case: Case, found: Sequence[Candidate], *, last: bool) -> Mapping[str, Any]:
    best, nearest = found[0], min(found, key=lambda each: (each.distance, each.responder))
    facts: dict[str, Any] = {"responder": best.responder, "category": case.category.slug}
    if last:
        return {"key": "why-last", "facts": facts}
    if nearest.distance < best.distance:
        return {"key": _passed_over(best, nearest), "facts": {**facts, "nearer": nearest.responder}}
    if case.area is None:
        return {"key": "why-responsible", "facts": facts}
    return {"key": "why-nearest", "facts": {**facts, "area": case.area}}


def _passed_over(best: Candidate, nearest: Candidate) -> str:
    """Why who is nearer is not asked."""
    if nearest.full and not best.full:
        return "why-free"
    sooner = (nearest.never, nearest.opens) <= (best.never, best.opens)
    return "why-answers" if sooner and nearest.reluctant else "why-open"


def may_be_asked(catalogue: Catalogue, case: Case) -> set[str]:
    """The responders that some rung of the ladder may ask."""
    rungs = [each for each in case.category.ladder if not each.volunteers]
    return {each.slug for rung in rungs for each in _able(catalogue, case, rung)}


def _able(catalogue: Catalogue, case: Case, rung: Rung) -> list[Responder]:
    if rung.responder is not None:
        named = catalogue.responders.get(rung.responder)
        return [named] if named is not None else []
    serving = catalogue.serving.get((rung.kind, case.category.slug), {})
    if case.area is None:
        # Nobody knows where: rather who is there for the whole city than anybody's neighbour.
        return _covering(serving, catalogue.outermost) or _covering(serving, serving)
    return _covering(serving, catalogue.within(case.area))


def _covering(serving: Mapping[str, Sequence[Responder]], areas: Iterable[str]) -> list[Responder]:
    """Who covers any of the areas, each once."""
    found = {each.slug: each for area in areas for each in serving.get(area, ())}
    return list(found.values())


def covers(catalogue: Catalogue, each: Responder, area: str | None) -> bool:
    """Whether a responder covers an area; where nobody knows which, whether the whole city: rather
    who is there for all of it than anybody's neighbour."""
    if area is None:
        return any(catalogue.parents.get(own, own) is None for own in each.areas)
    return not each.areas.isdisjoint(catalogue.within(area))


def candidate(catalogue: Catalogue, case: Case, each: Responder, now: datetime) -> Candidate:
    """What speaks for asking a responder."""
    chain = catalogue.within(case.area)
    opens = each.hours.next_open(now, catalogue.zone)
    record = case.records.get(each.slug, NEW)
    takes = record.takes(now)
    return Candidate(
        responder=each.slug,
        never=not each.hours.open_at(opens, catalogue.zone),
        full=each.capacity is not None and case.load.get(each.slug, 0) >= each.capacity,
        opens=opens,
        distance=next((i for i, area in enumerate(chain) if area in each.areas), len(chain)),
        takes=takes,
        wait=record.wait(now) / takes,
    )
