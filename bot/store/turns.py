"""Whose turn it is: one holder at a time for a name, with a fence that only grows."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select, update

from bot.errors import LostTurn
from bot.store import Tx
from bot.store.tables import TurnRow


async def know(tx: Tx, name: str, now: datetime) -> None:
    """Makes the row for a name, so that turns are only ever updates."""
    if await tx.get(TurnRow, name) is None:
        tx.add(TurnRow(name=name, until=now))
        await tx.flush()


async def take(tx: Tx, name: str, holder: str, now: datetime, ttl: timedelta) -> int | None:
    """The fence of a turn taken for `ttl`, or None while somebody else holds it."""
    done = await tx.exec(
        update(TurnRow)
        .where(col(TurnRow.name) == name, col(TurnRow.until) <= now)
        .values(holder=holder, until=now + ttl, fence=TurnRow.fence + 1)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        return None
    return (await tx.exec(select(TurnRow.fence).where(TurnRow.name == name))).one()


async def end(tx: Tx, name: str, fence: int, now: datetime) -> None:
    """Ends the turn in the transaction that keeps what it did.

    Raises LostTurn when somebody else took it over meanwhile: then nothing may be kept.
    """
    done = await tx.exec(
        update(TurnRow)
        .where(col(TurnRow.name) == name, col(TurnRow.fence) == fence)
        .values(holder="", until=now)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        raise LostTurn(f"somebody else has the turn of {name}")
