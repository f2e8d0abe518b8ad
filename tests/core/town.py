"""A small town to try the rules on: nested areas, offices of every kind, tickets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.catalogue import Catalogue, Category, Hours, Kind, Responder, Rung, Urgency
from bot.core.tickets import Owner, State, Ticket
from tests.conftest import NOW

ZONE = ZoneInfo("Asia/Shanghai")
ALWAYS = Hours(((),) * 7, always=True)
NEVER = Hours(((),) * 7)
DAYTIME = Hours((((time(8), time(18)),),) * 7)
LATER = Hours((((time(12), time(20)),),) * 7)

PARENTS = {"town": None, "east": "town", "west": "town", "mill": "east", "lane": "mill"}


def rung(hours: float = 4, **to: Any) -> Rung:
    """A rung with so many hours to answer."""
    return Rung(timedelta(hours=hours), **to)


GOVERNMENT = rung(kind=Kind.GOVERNMENT)
ENTERPRISE = rung(kind=Kind.ENTERPRISE)
VOLUNTEERS = rung(volunteers=True)
DESK = rung(24, responder="desk")


def category(*ladder: Rung, **more: Any) -> Category:
    """A category with this ladder."""
    given = {"urgency": Urgency.NORMAL, "solve": timedelta(days=30), **more}
    return Category("lamp", "transport", {"en": "lamp"}, ladder=ladder, **given)


def office(slug: str, kind: Kind, areas: Iterable[str], hours: Hours = ALWAYS) -> Responder:
    """An office that mends lamps."""
    return Responder(slug, kind, {"en": slug}, frozenset(areas), frozenset({"lamp"}), hours)


def town(*offices: Responder) -> Catalogue:
    """The town with these offices and the desk behind all."""
    desk = Responder("desk", Kind.GOVERNMENT, {}, frozenset({"town"}), frozenset(), ALWAYS)
    known = {each.slug: each for each in (*offices, desk)}
    return Catalogue(ZONE, {}, known, PARENTS)


def ticket(state: State = State.OFFERED, **more: Any) -> Ticket:
    """A ticket in a state, in somebody's hands, with a deadline."""
    given: dict[str, Any] = {
        "ref": "K7Q-4M2",
        "resident": "wang",
        "category": "lamp",
        "owner_kind": Owner.RESPONDER,
        "owner": "desk",
        "deadline": NOW + timedelta(hours=4),
        "opened_at": NOW,
        "changed_at": NOW,
        **more,
    }
    return Ticket(state=state, **given)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of the town in March 2026; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)
