"""Who is asked: the ladder of a category, rung by rung, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.catalogue import Catalogue, Category, Responder, Rung, Urgency
from bot.core.tickets import Owner

MAX_HOPS = 4
"""Hands that a ticket may pass through before a coordinator decides."""

ANSWER: Mapping[Urgency, timedelta] = {
    Urgency.EMERGENCY: timedelta(minutes=5),
    Urgency.HIGH: timedelta(hours=1),
}
"""The longest that anyone may take to answer, where the rung allows more."""

SOLVE: Mapping[Urgency, timedelta] = {
    Urgency.EMERGENCY: timedelta(hours=24),
    Urgency.HIGH: timedelta(days=3),
    Urgency.NORMAL: timedelta(days=7),
    Urgency.LOW: timedelta(days=15),
}
"""How long a solution may take, where the category allows more."""


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


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose turn it is, until when, and why."""

    rung: int
    owner: Owner
    responder: str | None
    answer_by: datetime
    why: Mapping[str, Any]
    """`{"key": .., "facts": ..}`"""


def choose(catalogue: Catalogue, case: Case, after: int, now: datetime) -> Choice | None:
    """The first rung above `after` that has somebody, or None when nobody is left."""
    for number, rung in enumerate(case.category.ladder):
        if number <= after:
            continue
        choice = _at(catalogue, case, number, rung, now)
        if choice is not None:
            return choice
    return None


def due(category: Category, urgency: Urgency, now: datetime) -> datetime:
    """When a ticket that is opened now should be solved."""
    return now + min(category.solve, SOLVE[urgency])


def answer_by(
    catalogue: Catalogue, responder: str | None, rung: Rung, urgency: Urgency, now: datetime
) -> datetime:
    """By when a rung is to answer: its time counts from when the responder opens."""
    opens = now
    known = catalogue.responders.get(responder or "")
    if known is not None and urgency is not Urgency.EMERGENCY:
        opens = known.hours.next_open(now, catalogue.zone)
    return opens + min(rung.answer, ANSWER.get(urgency, rung.answer))


def is_last(category: Category, rung: int) -> bool:
    """Whether the rung is the government desk that takes what nobody else takes."""
    return rung >= len(category.ladder) - 1


def _at(catalogue: Catalogue, case: Case, number: int, rung: Rung, now: datetime) -> Choice | None:
    last = is_last(case.category, number)
    if rung.volunteers:
        if not case.volunteers:
            return None
        why = {"key": "why-volunteers", "facts": {"category": case.category.slug}}
        by = answer_by(catalogue, None, rung, case.urgency, now)
        return Choice(number, Owner.VOLUNTEERS, None, by, why)
    found = [
        each for each in _candidates(catalogue, case, rung) if last or each.slug not in case.asked
    ]
    if not found:
        return None
    best = min(found, key=lambda each: _cost(catalogue, case, each, now))
    return Choice(
        number,
        Owner.RESPONDER,
        best.slug,
        answer_by(catalogue, best.slug, rung, case.urgency, now),
        _why(case, best, last=last and number > 0),
    )


def _why(case: Case, best: Responder, *, last: bool) -> Mapping[str, Any]:
    facts: dict[str, Any] = {"responder": best.slug, "category": case.category.slug}
    if last:
        return {"key": "why-last", "facts": facts}
    if case.area is None:
        return {"key": "why-responsible", "facts": facts}
    return {"key": "why-nearest", "facts": {**facts, "area": case.area}}


def _candidates(catalogue: Catalogue, case: Case, rung: Rung) -> list[Responder]:
    if rung.responder is not None:
        return [catalogue.responders[rung.responder]]
    able = [
        each
        for each in catalogue.responders.values()
        if each.kind is rung.kind and case.category.slug in each.categories
    ]
    if case.area is None:
        # Nobody knows where: rather who is there for the whole city than anybody's neighbour.
        whole = {area for area, parent in catalogue.parents.items() if parent is None}
        return [each for each in able if each.areas & whole] or able
    inside = frozenset(catalogue.within(case.area))
    return [each for each in able if each.areas & inside]


def _cost(
    catalogue: Catalogue, case: Case, each: Responder, now: datetime
) -> tuple[bool, timedelta, int, str]:
    chain = catalogue.within(case.area)
    distance = next((i for i, area in enumerate(chain) if area in each.areas), len(chain))
    opens = each.hours.next_open(now, catalogue.zone)
    never = not each.hours.open_at(opens, catalogue.zone)
    return never, opens - now, distance, each.slug
