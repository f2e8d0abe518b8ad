"""Who hears how another person's ticket goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, delete, select

from bot.store import Tx
from bot.store.asides import FollowerRow


async def follow(tx: Tx, ref: str, person: str, now: datetime, via: str = "") -> bool:
    """From now on the person hears of the ticket; False when they do already.

    `via` is the ticket by which they told of it, when that was joined with this one.
    """
    if (row := await tx.get(FollowerRow, (ref, person))) is not None:
        row.via = row.via or via
        return False
    tx.add(FollowerRow(ref=ref, person=person, since=now, via=via))
    await tx.flush()
    return True


async def unfollow(tx: Tx, ref: str, person: str) -> bool:
    """The person hears no more of it; False when they did not."""
    done = await tx.exec(
        delete(FollowerRow).where(col(FollowerRow.ref) == ref, col(FollowerRow.person) == person)
    )
    return done.rowcount == 1


async def move(tx: Tx, ref: str, to: str) -> None:
    """Who followed a ticket follows the one that it was joined with; who does already stays."""
    there = set(await of_ticket(tx, to))
    for row in await _rows(tx, ref):
        if row.person not in there:
            await unfollow(tx, ref, row.person)
            await follow(tx, to, row.person, row.since, via=row.via or ref)


async def move_back(tx: Tx, ref: str, to: str, came_by: Collection[str]) -> None:
    """Who came to follow a ticket by one of these follows `to` again."""
    for row in await _rows(tx, ref):
        if row.via in came_by:
            await unfollow(tx, ref, row.person)
            await follow(tx, to, row.person, row.since, via=row.via if row.via != to else "")


async def reporters(tx: Tx, ref: str) -> dict[str, str]:
    """Those of its followers who came by another ticket, with that."""
    return {each.person: each.via for each in await _rows(tx, ref) if each.via}


async def _rows(tx: Tx, ref: str) -> Sequence[FollowerRow]:
    found = select(FollowerRow).where(FollowerRow.ref == ref).order_by(FollowerRow.person)
    return (await tx.exec(found)).all()


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
