"""What volunteers offer: kept, and read as the rules need it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, bindparam, cast
from sqlmodel import col, delete, or_, select

from bot.core.people import Role
from bot.store import Tx
from bot.store.asides import VolunteerRow
from bot.store.tables import RoleRow


class Offer(NamedTuple):
    """What a volunteer offers; who never said has the values of who said nothing."""

    person: str
    skills: Sequence[str] = ()
    areas: Sequence[str] = ()
    hours: str = ""
    paused_until: datetime | None = None
    vetted: bool = True


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a volunteer must offer to be worth a look."""

    areas: Collection[str] | None = None
    """Any of these, or the whole city; None sieves nobody out."""
    skills: Collection[str] = ()
    """Any of these; none sieves nobody out."""
    vetted: bool = False
    awake_at: datetime | None = None


EVERYBODY = Sieve()


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


async def offers(tx: Tx, sieve: Sieve) -> list[Offer]:
    """The volunteers whom a sieve lets through, with what they offer."""
    row = VolunteerRow
    wanted = (
        select(  # type: ignore[call-overload]  # sqlmodel's stubs end at four columns
            RoleRow.person, row.skills, row.areas, row.hours, row.paused_until, row.vetted
        )
        .join(row, col(row.person) == col(RoleRow.person), isouter=True)
        .where(RoleRow.role == Role.VOLUNTEER, *_conditions(sieve))
        .order_by(RoleRow.person)
    )
    found = (_offer(*each) for each in (await tx.exec(wanted)).all())
    return list({each.person: each for each in found}.values())


_VETTED = (
    select(RoleRow.id)
    .join(VolunteerRow, col(VolunteerRow.person) == col(RoleRow.person), isouter=True)
    .where(RoleRow.role == Role.VOLUNTEER, RoleRow.person != bindparam("but"))
    .where(or_(col(VolunteerRow.person).is_(None), col(VolunteerRow.vetted)))
    .limit(1)
)
"""Built once: tickets are routed by it."""


async def any_vetted(tx: Tx, but: str) -> bool:
    """Whether there is a volunteer beside this person who is vetted."""
    return (await tx.exec(_VETTED, params={"but": but})).first() is not None


def _conditions(sieve: Sieve) -> list[ColumnElement[bool]]:
    """Who never said anything helps everywhere, is vetted and awake, and has no skill."""
    silent, found = col(VolunteerRow.person).is_(None), []
    if sieve.areas is not None:
        areas = cast(VolunteerRow.areas, String)
        found.append(or_(silent, areas == "[]", *_named(areas, sieve.areas)))
    if sieve.skills:
        found.append(or_(*_named(cast(VolunteerRow.skills, String), sieve.skills)))
    if sieve.vetted:
        found.append(or_(silent, col(VolunteerRow.vetted)))
    if sieve.awake_at is not None:
        until = col(VolunteerRow.paused_until)
        found.append(or_(until.is_(None), until <= sieve.awake_at))
    return found


def _named(column: ColumnElement[str], slugs: Collection[str]) -> list[ColumnElement[bool]]:
    """Whether a list that is kept as JSON names any of these."""
    return [column.contains(f'"{each}"', autoescape=True) for each in sorted(slugs)]


def _offer(person: str, *said: Any) -> Offer:
    silent = said[-1] is None
    return Offer(person) if silent else Offer(person, *said)
