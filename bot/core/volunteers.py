"""Whom a task is laid before: volunteers whose place, skill and hours fit, rather than nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.catalogue import Catalogue, Category, Hours, Urgency

WHATEVER_THE_HOUR = frozenset({Urgency.EMERGENCY, Urgency.HIGH})
"""What cannot wait until a volunteer's hours begin."""


@dataclass(frozen=True, slots=True)
class Volunteer:
    """What a volunteer offers."""

    person: str
    skills: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    """Where they help, with all that lies in it; empty is the whole city."""
    hours: Hours | None = None
    """None is always."""
    paused_until: datetime | None = None
    vetted: bool = True
    """Whether a coordinator knows them."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: the facts of a ticket that matter here."""

    category: Category
    area: str | None
    urgency: Urgency


def may_take(vetted: bool, category: Category) -> bool:
    """Whether a volunteer may do it at all: who is not vetted yet goes into nobody's home."""
    return vetted or not category.private


def fits(catalogue: Catalogue, who: Volunteer, task: Task, now: datetime) -> bool:
    """Whether the task is one for this volunteer at this moment."""
    if not may_take(who.vetted, task.category) or paused(who, now):
        return False
    if task.category.skills and not task.category.skills & who.skills:
        return False
    return _is_there(catalogue, who, task.area) and _has_time(catalogue, who, task.urgency, now)


def whom(
    catalogue: Catalogue, volunteers: Iterable[Volunteer], task: Task, now: datetime
) -> list[str]:
    """Those who are asked: all who fit; when nobody does, all who are vetted.

    Of these the paused are left in peace as long as there is anybody else.
    """
    known = list(volunteers)
    fitting = [each for each in known if fits(catalogue, each, task, now)]
    vetted = [each for each in known if each.vetted]
    awake = [each for each in vetted if not paused(each, now)]
    return [each.person for each in fitting or awake or vetted]


def paused(who: Volunteer, now: datetime) -> bool:
    """Whether they asked to be left in peace for now."""
    return who.paused_until is not None and who.paused_until > now


def _is_there(catalogue: Catalogue, who: Volunteer, area: str | None) -> bool:
    """Nobody knows where in a large area it is, so who helps in a part of it is asked too."""
    if not who.areas or area is None:
        return True
    if who.areas.intersection(catalogue.within(area)):
        return True
    return any(area in catalogue.within(each) for each in who.areas)


def _has_time(catalogue: Catalogue, who: Volunteer, urgency: Urgency, now: datetime) -> bool:
    if who.hours is None or urgency in WHATEVER_THE_HOUR:
        return True
    return who.hours.open_at(now, catalogue.zone)
