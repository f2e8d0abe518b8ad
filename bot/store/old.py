"""What is old: found and deleted in small batches, by conditions that hold whoever asks again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import col, delete, or_, select

from bot.core.relays import Stage
from bot.core.tickets import END, Ticket
from bot.store import Tx, mail, traces
from bot.store.asides import ForgottenRow
from bot.store.tables import (
    AddressRow,
    CommandRow,
    DeskRow,
    InboxRow,
    LineRow,
    OutboxRow,
    PersonRow,
    PhotoRow,
    RelayRow,
    TicketRow,
    TurnRow,
)

BATCH = 500
PEOPLE = 20
"""Persons, and tickets with photos, of one batch: each is more work."""


async def delete_messages(tx: Tx, before: datetime) -> int:
    """Deletes a batch of messages in and out, and of what commands answered.

    A message that still waits for its answer is not old.
    """
    gone = await _delete_talks(tx, before)
    for table, key, wanted in (
        (
            InboxRow,
            col(InboxRow.id),
            (col(InboxRow.received_at) < before) & (col(InboxRow.state) != mail.WAITING),
        ),
        (OutboxRow, col(OutboxRow.id), col(OutboxRow.made_at) < before),
        (CommandRow, col(CommandRow.key), col(CommandRow.at) < before),
    ):
        some = select(key).where(wanted).limit(BATCH)
        gone += (await tx.exec(_delete(table).where(key.in_(some)))).rowcount
    return gone


async def _delete_talks(tx: Tx, before: datetime) -> int:
    """Talks with coordinators that ended before a time."""
    ended = (col(RelayRow.state) == Stage.ENDED) & (col(RelayRow.ended_at) < before)
    found = (await tx.exec(select(RelayRow.id).where(ended).limit(BATCH))).all()
    await tx.exec(_delete(LineRow).where(col(LineRow.relay).in_(found)))
    await tx.exec(_delete(RelayRow).where(col(RelayRow.id).in_(found)))
    return len(found)


def _delete(table: type[Any]) -> Any:
    return delete(table).execution_options(synchronize_session=False)


async def with_old_photos(tx: Tx, before: datetime) -> list[Ticket]:
    """Tickets that ended before a time and still have their photos, some at a time."""
    found = await tx.exec(
        select(TicketRow)
        .where(
            col(TicketRow.state).in_(list(END)),
            col(TicketRow.changed_at) < before,
            cast(col(TicketRow.photos), String) != "[]",
        )
        .order_by(col(TicketRow.changed_at))
        .limit(PEOPLE)
    )
    return [Ticket.model_validate(each.model_dump()) for each in found.all()]


async def photos_after(
    tx: Tx, before: datetime, cursor: tuple[datetime, str] | None
) -> Sequence[tuple[datetime, str]]:
    """The next photos that came before a time, oldest first: some may be used by nothing."""
    wanted = select(PhotoRow.made_at, PhotoRow.id).where(PhotoRow.made_at < before)
    if cursor is not None:
        at, name = cursor
        later = (col(PhotoRow.made_at) == at) & (col(PhotoRow.id) > name)
        wanted = wanted.where(or_(col(PhotoRow.made_at) > at, later))
    found = await tx.exec(wanted.order_by(col(PhotoRow.made_at), col(PhotoRow.id)).limit(PEOPLE))
    return [(each[0], each[1]) for each in found.all()]


async def long_away(tx: Tx, before: datetime, who: str | None = None) -> Sequence[str]:
    """Persons not seen since a time who have no open ticket, some at a time; of `who`, if told.

    Who stands for a group that we are in is no person.
    """
    seen = select(AddressRow.id).where(
        AddressRow.person == PersonRow.id, col(AddressRow.seen_at) >= before
    )
    waits = select(TicketRow.ref).where(
        TicketRow.resident == PersonRow.id, col(TicketRow.state).not_in(list(END))
    )
    group = (
        select(DeskRow.address)
        .join(AddressRow, col(DeskRow.address) == AddressRow.id)
        .where(AddressRow.person == PersonRow.id)
    )
    wanted = (
        select(PersonRow.id)
        .where(PersonRow.made_at < before, ~seen.exists(), ~waits.exists(), ~group.exists())
        .order_by(col(PersonRow.made_at))
        .limit(PEOPLE)
    )
    return (await tx.exec(wanted.where(PersonRow.id == who) if who else wanted)).all()


async def told_last(
    tx: Tx, key: str, before: tuple[datetime, datetime], who: str | None = None
) -> Sequence[str]:
    """Persons who were told the last word before a time, and have not written since.

    One that cannot be delivered waits no longer than until the second time.
    """
    told, at_last = before
    wrote = select(InboxRow.id).where(InboxRow.address == OutboxRow.address)
    made = col(OutboxRow.made_at)
    done = (made < told) & (col(OutboxRow.state) != mail.WAITING)
    wanted = (
        select(AddressRow.person)
        .join(OutboxRow, col(OutboxRow.address) == AddressRow.id)
        .where(OutboxRow.key == key, ~wrote.exists(), or_(done, made < at_last))
        .limit(PEOPLE)
    )
    return (await tx.exec(wanted.where(AddressRow.person == who) if who else wanted)).all()


# What Rasa must still forget.


async def to_forget(tx: Tx, now: datetime) -> Sequence[tuple[str, datetime, int]]:
    """Sender, since when, and tries of conversations whose turn it is, the oldest first."""
    found = await tx.exec(
        select(ForgottenRow.sender, ForgottenRow.since, ForgottenRow.tries)
        .where(ForgottenRow.try_at <= now)
        .order_by(col(ForgottenRow.try_at))
        .limit(PEOPLE)
    )
    return [(each[0], each[1], each[2]) for each in found.all()]


async def try_again(tx: Tx, sender: str, at: datetime) -> None:
    """It is not over yet."""
    row = await tx.get(ForgottenRow, sender)
    if row is not None:
        row.try_at, row.tries = at, row.tries + 1
        tx.add(row)


async def over(tx: Tx, sender: str) -> None:
    """Rasa has forgotten it: nothing is left of the conversation, its turns neither."""
    names = traces.turns_of([sender])
    await tx.exec(_delete(TurnRow).where(col(TurnRow.name).in_(names)))
    await tx.exec(_delete(ForgottenRow).where(col(ForgottenRow.sender) == sender))
