"""What may become a ticket: taken down by staff, or maybe the same as one that is open."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete, select, update

from bot.core.rights import FORGOTTEN
from bot.store import Tx
from bot.store.asides import DraftRow
from bot.store.tables import TicketRow

KEPT = timedelta(days=1)
"""How long what staff took down waits for their word."""

MOST_NUMBER = 2**31 - 2
"""Numbers are drawn at random: SQLite would give that of a dropped draft to the next."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """That a draft may be the same as a ticket, and becomes one by itself."""

    twin: str | None = None
    due: datetime | None = None


async def keep(
    tx: Tx, person: str, facts: Mapping[str, Any], now: datetime, waits: Waiting | None = None
) -> int:
    """Keeps a draft and gives its number; those of anybody that were left lying go."""
    await let_go(tx, now)
    number = secrets.randbelow(MOST_NUMBER) + 1
    more = waits or Waiting()
    row = DraftRow(id=number, person=person, facts=dict(facts), made_at=now)
    row.twin, row.due = more.twin, more.due
    tx.add(row)
    await tx.flush()
    return number


async def get(tx: Tx, number: int, person: str) -> dict[str, Any] | None:
    """The facts of a person's own draft, or None."""
    row = await tx.get(DraftRow, number)
    return dict(row.facts) if row and row.person == person and row.due is None else None


async def waiting(tx: Tx, person: str | None, number: int | None = None) -> DraftRow | None:
    """The draft that may be the same as a ticket: the person's last, or the one of this number."""
    wanted = select(DraftRow).where(col(DraftRow.due).is_not(None))
    if person is not None:
        wanted = wanted.where(DraftRow.person == person)
    if number is not None:
        wanted = wanted.where(DraftRow.id == number)
    return (await tx.exec(wanted.order_by(col(DraftRow.made_at).desc()).limit(1))).first()


async def due(tx: Tx, now: datetime, limit: int = 50) -> Sequence[int]:
    """The numbers of those that become tickets now."""
    wanted = select(DraftRow.id).where(col(DraftRow.due) <= now).order_by(col(DraftRow.due))
    return (await tx.exec(wanted.limit(limit))).all()


async def change(tx: Tx, number: int, facts: Mapping[str, Any]) -> None:
    """Puts a draft right."""
    row = await tx.get_one(DraftRow, number)
    row.facts = dict(facts)
    tx.add(row)
    await tx.flush()


async def drop(tx: Tx, number: int) -> bool:
    """The draft became a ticket, or nothing; False when it did already, so of two one does it."""
    return (await tx.exec(delete(DraftRow).where(col(DraftRow.id) == number))).rowcount == 1


async def let_go(tx: Tx, now: datetime) -> int:
    """Drops what was left lying, of anybody; gives how many. What becomes a ticket stays."""
    old = (col(DraftRow.made_at) < now - KEPT) & col(DraftRow.due).is_(None)
    gone = await tx.exec(delete(DraftRow).where(old))
    return gone.rowcount


async def of_person(tx: Tx, person: str) -> Sequence[DraftRow]:
    """What a person took down and has not confirmed."""
    found = await tx.exec(
        select(DraftRow).where(DraftRow.person == person).order_by(col(DraftRow.made_at))
    )
    return found.all()


async def leave(tx: Tx, person: str) -> None:
    """The person's drafts go, and nobody is known who took their tickets down."""
    await tx.exec(delete(DraftRow).where(col(DraftRow.person) == person))
    filed = update(TicketRow).where(col(TicketRow.filed_by) == person)
    await tx.exec(filed.values(filed_by=FORGOTTEN))
