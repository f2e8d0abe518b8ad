"""How tickets stand, counted where they lie: a city may have fifty thousand that are open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, cast
from sqlmodel import col, func, or_, select

from bot.core.catalogue import Urgency
from bot.core.digests import MOST, Count
from bot.core.tickets import END, State, Ticket
from bot.store import Tx
from bot.store.indexes import OPEN
from bot.store.tables import TicketRow
from bot.store.tickets import get

WAITING = and_(OPEN, col(TicketRow.state).in_(sorted(set(State) - END - {State.RESOLVED})))
"""With the states by name their index is taken, not all tickets that have a deadline."""

AREA, CATEGORY = col(TicketRow.area), col(TicketRow.category)


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom, since when, and at what time."""

    responders: Iterable[str] | None
    """None is everybody's."""
    since: datetime
    now: datetime


async def counts(tx: Tx, by: Any, scope: Scope) -> list[Count]:
    """What is new, waiting, late and solved, by area or category; a slug may come several times."""
    theirs, mine = _mine(scope), _recent(scope)
    new = select(by, func.count()).where(col(TicketRow.opened_at) > scope.since, *mine)
    solved = select(by, func.count()).where(col(TicketRow.resolved_at) > scope.since, *mine)
    late = func.sum(cast(_late(scope.now), Integer))
    waiting = select(by, func.count(), late).where(WAITING, *theirs)
    return [
        *[Count(slug, new=many) for slug, many in (await tx.exec(new.group_by(by))).all()],
        *[Count(slug, solved=many) for slug, many in (await tx.exec(solved.group_by(by))).all()],
        *[
            Count(slug, waiting=many, late=late)
            for slug, many, late in (await tx.exec(waiting.group_by(by))).all()
        ],
    ]


async def urgent(tx: Tx, scope: Scope) -> list[Ticket]:
    """What waits and presses most: danger, then what is late, what presses, what is due first."""
    order = case({each: at for at, each in enumerate(Urgency)}, value=TicketRow.urgency)
    first = (
        select(TicketRow.ref)
        .where(WAITING, *_mine(scope))
        .order_by(
            (col(TicketRow.urgency) == Urgency.EMERGENCY).desc(),
            _late(scope.now).desc(),
            order,
            func.coalesce(TicketRow.due, TicketRow.opened_at),
            col(TicketRow.ref),
        )
        .limit(MOST)
    )
    found = [await get(tx, ref) for ref in (await tx.exec(first)).all()]
    return [each for each in found if each is not None]


def _late(now: datetime) -> ColumnElement[bool]:
    due = col(TicketRow.due)
    return or_(col(TicketRow.late), and_(due.is_not(None), due < now))


def _mine(scope: Scope) -> list[ColumnElement[bool]]:
    return [] if scope.responders is None else [col(TicketRow.owner).in_(list(scope.responders))]


def _recent(scope: Scope) -> list[ColumnElement[bool]]:
    """The same for what is chosen by a time: of an office all tickets that it ever had are more
    than all that are new, so its index is kept out of this."""
    if scope.responders is None:
        return []
    return [func.coalesce(TicketRow.owner, "").in_(list(scope.responders))]
