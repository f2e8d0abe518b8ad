"""What volunteers offer: kept, and read as the rules need it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, delete, select

from bot.core.people import Role
from bot.store import Tx
from bot.store.asides import VolunteerRow
from bot.store.tables import RoleRow


async def of(tx: Tx, person: str) -> VolunteerRow | None:
    """What a person offers, or None when they never said."""
    return await tx.get(VolunteerRow, person, populate_existing=True)


async def begin(tx: Tx, person: str, now: datetime, *, vetted: bool) -> VolunteerRow:
    """The row of a person; makes it when there is none."""
    row = await of(tx, person)
    if row is None:
        row = VolunteerRow(person=person, vetted=vetted, since=now)
        tx.add(row)
        await tx.flush()
    return row


async def forget(tx: Tx, person: str) -> bool:
    """Drops what somebody offered who is no volunteer; False when there was nothing."""
    gone = await tx.exec(delete(VolunteerRow).where(col(VolunteerRow.person) == person))
    return bool(gone.rowcount)


async def every(tx: Tx) -> Sequence[tuple[str, VolunteerRow | None]]:
    """All volunteers with what they offer; None for those who never said."""
    wanted = (
        select(RoleRow.person, VolunteerRow)
        .join(VolunteerRow, col(VolunteerRow.person) == col(RoleRow.person), isouter=True)
        .where(RoleRow.role == Role.VOLUNTEER)
        .order_by(RoleRow.person)
    )
    return list(dict((await tx.exec(wanted)).all()).items())
