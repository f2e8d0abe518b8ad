"""What staff took down for somebody, until they confirm it; a day at most."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete, select, update

from bot.core.rights import FORGOTTEN
from bot.store import Tx
from bot.store.asides import DraftRow
from bot.store.tables import TicketRow

KEPT = timedelta(days=1)

MOST_NUMBER = 2**31 - 2
"""Numbers are drawn at random: SQLite would give that of a dropped draft to the next."""


async def keep(tx: Tx, person: str, facts: Mapping[str, Any], now: datetime) -> int:
    """Keeps a draft and gives its number; those of anybody that were left lying go."""
    await let_go(tx, now)
    number = secrets.randbelow(MOST_NUMBER) + 1
    tx.add(DraftRow(id=number, person=person, facts=dict(facts), made_at=now))
    await tx.flush()
    return number


async def get(tx: Tx, number: int, person: str) -> dict[str, Any] | None:
    """The facts of a person's own draft, or None."""
    row = await tx.get(DraftRow, number)
    return dict(row.facts) if row is not None and row.person == person else None


async def change(tx: Tx, number: int, facts: Mapping[str, Any]) -> None:
    """Puts a draft right."""
    row = await tx.get_one(DraftRow, number)
    row.facts = dict(facts)
    tx.add(row)
    await tx.flush()


async def drop(tx: Tx, number: int) -> None:
    """The draft became a ticket, or nothing."""
    await tx.exec(delete(DraftRow).where(col(DraftRow.id) == number))


async def let_go(tx: Tx, now: datetime) -> int:
    """Drops what was left lying, of anybody; gives how many."""
    gone = await tx.exec(delete(DraftRow).where(col(DraftRow.made_at) < now - KEPT))
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
