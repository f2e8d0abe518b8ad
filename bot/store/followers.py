"""Who hears how another person's ticket goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, delete, select

from bot.store import Tx
from bot.store.asides import FollowerRow


async def follow(tx: Tx, ref: str, person: str, now: datetime) -> bool:
    """From now on the person hears of the ticket; False when they do already."""
    if await tx.get(FollowerRow, (ref, person)) is not None:
        return False
    tx.add(FollowerRow(ref=ref, person=person, since=now))
    await tx.flush()
    return True


async def unfollow(tx: Tx, ref: str, person: str) -> bool:
    """The person hears no more of it; False when they did not."""
    done = await tx.exec(
        delete(FollowerRow).where(col(FollowerRow.ref) == ref, col(FollowerRow.person) == person)
    )
    return done.rowcount == 1


async def of_ticket(tx: Tx, ref: str) -> Sequence[str]:
    """Who follows a ticket."""
    found = await tx.exec(
        select(FollowerRow.person).where(FollowerRow.ref == ref).order_by(FollowerRow.person)
    )
    return found.all()


async def count(tx: Tx, ref: str) -> int:
    """How many follow a ticket."""
    found = await tx.exec(select(func.count()).where(col(FollowerRow.ref) == ref))
    return found.one()


async def of_person(tx: Tx, person: str) -> Sequence[FollowerRow]:
    """What a person follows."""
    found = await tx.exec(
        select(FollowerRow).where(FollowerRow.person == person).order_by(FollowerRow.ref)
    )
    return found.all()


async def leave(tx: Tx, person: str) -> None:
    """The person follows nothing any more."""
    await tx.exec(delete(FollowerRow).where(col(FollowerRow.person) == person))
