"""Persons, where they are reached, and what they may be."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select, update

from bot.core.people import Person, Role
from bot.message import Address
from bot.store import Tx, roles
from bot.store.asides import VolunteerRow
from bot.store.tables import AddressRow, InvitationRow, OutboxRow, PersonRow, RoleRow

STALE = 1_000
"""More turns than any session has."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is known of somebody when they write."""

    language: str
    name: str | None = None
    among_others: bool = False
    """Whether others read along there."""


async def meet(tx: Tx, address: Address, who: Newcomer, now: datetime) -> AddressRow:
    """The row of an address; makes it, and its person, at the first word from there.

    The same sender in another conversation of the channel is the same person.
    """
    row = await find_address(tx, address)
    if row is None:
        known = await _person_at(tx, address) or await make(tx, who, now)
        row = AddressRow(
            id=secrets.token_hex(16),
            channel=address.channel,
            conversation=address.conversation,
            sender=address.sender,
            person=known,
            seen_at=now,
        )
    row.seen_at = now
    row.reachable = True
    row.shared = who.among_others
    tx.add(row)
    await tx.flush()
    return row


async def make(tx: Tx, who: Newcomer, now: datetime) -> str:
    """A new person's id."""
    row = PersonRow(id=secrets.token_hex(16), language=who.language, name=who.name, made_at=now)
    tx.add(row)
    await tx.flush()
    return row.id


async def _person_at(tx: Tx, address: Address) -> str | None:
    """Who wrote as this sender before; of two such newcomers at once one waits for the other."""
    if (await tx.connection()).dialect.name == "postgresql":
        name = f"{address.channel}/{address.sender}"
        await tx.exec(select(func.pg_advisory_xact_lock(func.hashtext(name))))
    found = await tx.exec(
        select(AddressRow.person)
        .where(AddressRow.channel == address.channel, AddressRow.sender == address.sender)
        .order_by(col(AddressRow.shared), col(AddressRow.seen_at).desc())
        .limit(1)
    )
    return found.first()


async def find_address(tx: Tx, address: Address) -> AddressRow | None:
    """The row of an address, or None when nobody has written from there."""
    found = await tx.exec(
        select(AddressRow).where(
            AddressRow.channel == address.channel,
            AddressRow.conversation == address.conversation,
            AddressRow.sender == address.sender,
        )
    )
    return found.first()


async def address_of(tx: Tx, person: str) -> AddressRow | None:
    """Where the person wrote from last, with nobody reading along, and can be reached."""
    found = await tx.exec(
        select(AddressRow)
        .where(AddressRow.person == person, col(AddressRow.reachable), ~col(AddressRow.shared))
        .order_by(col(AddressRow.seen_at).desc())
        .limit(1)
    )
    return found.first()


async def alone_at(tx: Tx, channel: str, sender: str) -> AddressRow | None:
    """Where a sender is alone with us and can be reached."""
    found = await tx.exec(
        select(AddressRow)
        .where(AddressRow.channel == channel, AddressRow.sender == sender)
        .where(col(AddressRow.reachable), ~col(AddressRow.shared))
        .limit(1)
    )
    return found.first()


async def group_told(tx: Tx, person: str, ref: str) -> AddressRow | None:
    """The group where the person spoke with us last about a ticket, for want of a chat alone.

    None as soon as they ever had one: what is in it stays there.
    """
    found = await tx.exec(
        select(AddressRow)
        .join(OutboxRow, col(OutboxRow.address) == AddressRow.id)
        .where(AddressRow.person == person, col(AddressRow.reachable), OutboxRow.ref == ref)
        .where(
            ~select(AddressRow.id)
            .where(AddressRow.person == person, ~col(AddressRow.shared))
            .exists()
        )
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return found.first()


async def person(tx: Tx, identity: str) -> Person:
    """The person with all roles. Raises LookupError when there is none."""
    row = await tx.get(PersonRow, identity)
    if row is None:
        raise LookupError(f"no person {identity}")
    rows = (await tx.exec(select(RoleRow).where(RoleRow.person == identity))).all()
    held = {each.role for each in rows}
    offer = await tx.get(VolunteerRow, identity) if Role.VOLUNTEER in held else None
    return Person(
        id=row.id,
        language=row.language,
        name=row.name,
        volunteer=Role.VOLUNTEER in held,
        coordinator=Role.COORDINATOR in held,
        staff_of=frozenset(each.responder for each in rows if each.role == Role.RESPONDER),
        vetted=offer is None or offer.vetted,
        simple=row.simple,
    )


async def set_language(tx: Tx, identity: str, language: str) -> None:
    """From now on the person is spoken to in this language."""
    await tx.exec(update(PersonRow).where(col(PersonRow.id) == identity).values(language=language))


async def start_afresh(tx: Tx, address: str) -> None:
    """No question is open there any more: the next words for Rasa begin a new session."""
    values = {"busy": False, "turns": STALE}
    await tx.exec(update(AddressRow).where(col(AddressRow.id) == address).values(**values))


async def set_simple(tx: Tx, identity: str, simple: bool) -> None:
    """From now on the person is spoken to simply, or as everybody is."""
    await tx.exec(update(PersonRow).where(col(PersonRow.id) == identity).values(simple=simple))


async def give_role(tx: Tx, identity: str, role: Role, now: datetime, responder: str = "") -> None:
    """Gives the person a role; a second time changes nothing."""
    await roles.grant(tx, identity, roles.Grant(role, responder), now)


async def with_role(tx: Tx, role: Role, responder: str | None = None) -> Sequence[str]:
    """The persons who hold a role, for a responder when one is named."""
    wanted = select(RoleRow.person).where(RoleRow.role == role).distinct()
    if responder is not None:
        wanted = wanted.where(RoleRow.responder == responder)
    return (await tx.exec(wanted.order_by(RoleRow.person))).all()


async def invite(tx: Tx, code: str, row: InvitationRow) -> None:
    """Keeps an invitation, of its code only the hash."""
    row.code_hash = code_hash(code)
    tx.add(row)
    await tx.flush()


async def use_invitation(tx: Tx, code: str, identity: str, now: datetime) -> InvitationRow | None:
    """Spends a code for a person; None when it is unknown, used or too old."""
    spent = await tx.exec(
        update(InvitationRow)
        .where(
            col(InvitationRow.code_hash) == code_hash(code),
            col(InvitationRow.used_by).is_(None),
            col(InvitationRow.expires_at) > now,
        )
        .values(used_by=identity, used_at=now)
    )
    if spent.rowcount != 1:
        return None
    return await tx.get(InvitationRow, code_hash(code))


async def invitation(tx: Tx, code: str) -> InvitationRow | None:
    """The invitation of a code, used or not."""
    return await tx.get(InvitationRow, code_hash(code), populate_existing=True)


def code_hash(code: str) -> str:
    """What is kept of an invitation's code."""
    return hashlib.sha256(code.encode()).hexdigest()
