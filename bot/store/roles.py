"""Roles as they are held: given by whom, for what part of the city, and ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, func, select, update

from bot.core.people import Role
from bot.store import Tx
from bot.store.asides import VolunteerRow
from bot.store.tables import PersonRow, RoleRow


@dataclass(frozen=True, slots=True)
class Grant:
    """A role as it is given: for which responder, in which area of it, and by whom."""

    role: Role
    responder: str = ""
    area: str = ""
    by: str | None = None


async def grant(tx: Tx, identity: str, given: Grant, now: datetime) -> None:
    """Gives the person a role, with who gave it; a second time changes nothing."""
    found = await tx.exec(
        select(RoleRow).where(
            RoleRow.person == identity,
            RoleRow.role == given.role,
            RoleRow.responder == given.responder,
            RoleRow.area == given.area,
        )
    )
    if found.first() is None:
        tx.add(
            RoleRow(
                person=identity,
                role=given.role,
                responder=given.responder,
                area=given.area,
                since=now,
                by=given.by,
            )
        )
        await tx.flush()


async def let_in(tx: Tx, identity: str, by: str | None) -> None:
    """The volunteer is known now, and to whom."""
    await tx.exec(
        update(VolunteerRow).where(col(VolunteerRow.person) == identity).values(vetted=True)
    )
    await tx.exec(
        update(RoleRow)
        .where(col(RoleRow.person) == identity, col(RoleRow.role) == Role.VOLUNTEER)
        .values(by=by)
    )


async def roles_of(tx: Tx, identity: str) -> Sequence[RoleRow]:
    """All that a person is, the oldest first."""
    wanted = select(RoleRow).where(RoleRow.person == identity).order_by(col(RoleRow.id))
    return (await tx.exec(wanted)).all()


async def all_roles(tx: Tx) -> Sequence[tuple[RoleRow, PersonRow]]:
    """Every role with who holds it: of one person together, who came first, first."""
    first = (
        select(RoleRow.person, func.min(col(RoleRow.id)).label("first"))
        .group_by(col(RoleRow.person))
        .subquery()
    )
    wanted = (
        select(RoleRow, PersonRow)
        .join(PersonRow, col(PersonRow.id) == col(RoleRow.person))
        .join(first, first.c.person == col(RoleRow.person))
        .order_by(first.c.first, col(RoleRow.id))
    )
    return (await tx.exec(wanted)).all()


async def end_role(tx: Tx, row: RoleRow) -> None:
    """The role is over; a volunteer's offer goes with it."""
    await tx.exec(delete(RoleRow).where(col(RoleRow.id) == row.id))
    if row.role == Role.VOLUNTEER:
        await tx.exec(delete(VolunteerRow).where(col(VolunteerRow.person) == row.person))
    await tx.flush()


async def coordinators_for_update(tx: Tx) -> Sequence[str]:
    """All coordinators; until the end of the transaction nobody else takes one away."""
    wanted = select(RoleRow).where(RoleRow.role == Role.COORDINATOR).order_by(col(RoleRow.id))
    rows = await tx.exec(wanted.with_for_update().execution_options(populate_existing=True))
    return [each.person for each in rows.all()]


async def staff_areas(tx: Tx, responder: str) -> dict[str, frozenset[str]]:
    """The staff of a responder, each with the areas that they look after."""
    wanted = select(RoleRow).where(RoleRow.role == Role.RESPONDER, RoleRow.responder == responder)
    found: dict[str, frozenset[str]] = {}
    for row in (await tx.exec(wanted.order_by(RoleRow.person, col(RoleRow.id)))).all():
        found[row.person] = found.get(row.person, frozenset()) | {row.area}
    return found
