"""Groups that we are in, and which of them are desks."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, or_, select, update

from bot.core.people import Role
from bot.message import Address
from bot.store import Tx, mail, people
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, DeskRow, OutboxRow, PersonRow


def whole(address: Address) -> Address:
    """A conversation as a whole: where its desk is spoken to."""
    return Address(address.channel, address.conversation, "")


async def know(tx: Tx, there: Address, who: Newcomer, by: str, now: datetime) -> DeskRow:
    """The row of a group, which can be reached now; makes it when it was not met yet.

    `who` holds the language that is spoken there and the name of the group.
    """
    address = await people.find_address(tx, there)
    if address is None:
        address = AddressRow(
            id=secrets.token_hex(16),
            channel=there.channel,
            conversation=there.conversation,
            sender=there.sender,
            person=await people.make(tx, who, now),
            seen_at=now,
        )
    address.seen_at, address.reachable = now, True
    tx.add(address)
    await tx.flush()
    name = update(PersonRow).where(col(PersonRow.id) == address.person)
    await tx.exec(name.values(language=who.language, name=who.name))
    row = await tx.get(DeskRow, address.id) or DeskRow(address=address.id, since=now, by=by)
    row.by = by
    tx.add(row)
    await tx.flush()
    return row


async def of(tx: Tx, role: Role, responder: str = "") -> Sequence[AddressRow]:
    """The desks of a role that can be reached."""
    found = await tx.exec(
        select(AddressRow)
        .join(DeskRow, col(DeskRow.address) == AddressRow.id)
        .where(DeskRow.role == role, DeskRow.responder == responder, col(AddressRow.reachable))
        .order_by(AddressRow.id)
    )
    return found.all()


async def seen_in(tx: Tx, desks: Collection[AddressRow]) -> set[str]:
    """The persons who wrote or tapped in the groups of these desks."""
    seen: set[str] = set()
    for desk in desks:
        there = Address(desk.channel, desk.conversation, "")
        wanted = select(AddressRow.person).where(in_room(there), col(AddressRow.shared))
        seen |= set((await tx.exec(wanted.where(col(AddressRow.reachable)))).all())
    return seen


def in_room(there: Address) -> ColumnElement[bool]:
    """Whether an address lies in a group, whatever the topic and whoever speaks."""
    topic = col(AddressRow.conversation).startswith(f"{there.room}/", autoescape=True)
    same = or_(AddressRow.conversation == there.room, topic)
    return (col(AddressRow.channel) == there.channel) & same


async def rooms(tx: Tx, there: Address) -> Sequence[tuple[DeskRow, AddressRow]]:
    """What is known of a group and its topics."""
    found = await tx.exec(
        select(DeskRow, AddressRow)
        .join(AddressRow, col(DeskRow.address) == AddressRow.id)
        .where(in_room(there))
    )
    return found.all()


async def shut(tx: Tx, there: Address) -> None:
    """Nobody can be reached in a group any more."""
    await tx.exec(update(AddressRow).where(in_room(there)).values(reachable=False))


async def lost(tx: Tx, limit: int = 20) -> Sequence[str]:
    """Groups that cannot be reached any more, by their address."""
    found = await tx.exec(
        select(DeskRow.address)
        .join(AddressRow, col(DeskRow.address) == AddressRow.id)
        .where(~col(AddressRow.reachable))
        .limit(limit)
    )
    return found.all()


async def forget(tx: Tx, address: str) -> bool:
    """A group is no desk any more, nor known; False when it was not (so of two one does it)."""
    done = await tx.exec(delete(DeskRow).where(col(DeskRow.address) == address))
    return done.rowcount == 1


async def move(tx: Tx, old: AddressRow, new: AddressRow) -> None:
    """What waits for a group goes where the group has moved to."""
    await tx.exec(
        update(OutboxRow)
        .where(col(OutboxRow.address) == old.id, col(OutboxRow.state) == mail.WAITING)
        .values(address=new.id)
    )
