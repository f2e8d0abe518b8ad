"""Open tickets that may tell of the same: what lies near, with what its words say and mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians
from typing import Any

from sqlmodel import col, delete, func, select, update

from bot.core.distance import METRES
from bot.core.duplicates import Sighting, Traits, grams_of, likely_kinds
from bot.core.tickets import END, State
from bot.message import Point
from bot.store import Tx
from bot.store.asides import MeaningRow
from bot.store.old import BATCH
from bot.store.tables import NOT_ENDED, TicketRow
from bot.store.traces import in_some

MOST = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """An open ticket that is near."""

    ref: str
    sighting: Sighting


async def keep(tx: Tx, ref: str, traits: Traits, vector: bytes | None) -> None:
    """Keeps what the words of a ticket say and mean."""
    tx.add(MeaningRow(ref=ref, vector=vector, traits=traits.plain()))
    await tx.flush()


async def put_right(tx: Tx, ref: str, traits: Traits) -> None:
    """Keeps other traits of a ticket of which some were kept."""
    known = col(MeaningRow.ref) == ref
    await tx.exec(update(MeaningRow).where(known).values(traits=traits.plain()))


async def kept(tx: Tx, ref: str) -> tuple[Traits, bytes | None]:
    """What was kept of a ticket; nothing where nothing was."""
    row = await tx.get(MeaningRow, ref)
    return (Traits.of(row.traits), row.vector) if row else (Traits(), None)


async def forget(tx: Tx, refs: Collection[str]) -> None:
    """Nothing is known any more of what these tickets mean."""
    for some in in_some(sorted(refs)):
        await tx.exec(delete(MeaningRow).where(col(MeaningRow.ref).in_(some)))


async def let_go(tx: Tx, before: datetime) -> int:
    """Forgets the meaning of a batch of tickets that ended before a time; gives of how many."""
    over = (col(TicketRow.closed_at) < before) & col(TicketRow.state).in_(list(END))
    some = select(MeaningRow.ref).join(TicketRow, col(TicketRow.ref) == MeaningRow.ref)
    found = (await tx.exec(some.where(over).limit(BATCH))).all()
    await tx.exec(delete(MeaningRow).where(col(MeaningRow.ref).in_(found)))
    return len(found)


async def near(tx: Tx, at: Point, reach: float) -> list[Seen]:
    """Open tickets within so many metres, north, south, east and west, the nearest first."""
    high = reach / METRES
    wide = high / max(0.1, cos(radians(at.lat)))
    wanted = (
        select(
            *(getattr(TicketRow, each) for each in _NEEDED), MeaningRow.traits, MeaningRow.vector
        )  # type: ignore[call-overload]
        .outerjoin(MeaningRow, col(MeaningRow.ref) == TicketRow.ref)
        .where(
            NOT_ENDED,  # as its index says it
            col(TicketRow.lat).between(at.lat - high, at.lat + high),
            col(TicketRow.lon).between(at.lon - wide, at.lon + wide),
            TicketRow.state != State.RESOLVED,
        )
        .order_by(func.abs(col(TicketRow.lat) - at.lat) + func.abs(col(TicketRow.lon) - at.lon))
        .limit(MOST)
    )
    return [_seen(each) for each in (await tx.exec(wanted)).all()]


_NEEDED = ("ref", "category", "opened_at", "language", "lat", "lon", "radius", "ranking", "text")


def _seen(row: Any) -> Seen:
    found = Sighting(
        category=row.category,
        at=row.opened_at,
        language=row.language,
        point=Point(row.lat, row.lon),
        radius=row.radius,
        kinds=likely_kinds(row.ranking),
        traits=Traits.of(row.traits or {}),
        vector=row.vector,
        grams=frozenset() if row.vector else grams_of(row.text),
    )
    return Seen(row.ref, found)
