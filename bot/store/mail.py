"""What was heard and not yet answered, and what is to be said and not yet sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal
from sqlmodel import col, or_, select, update

from bot.message import Address
from bot.store import Tx
from bot.store.tables import AddressRow, CommandRow, InboxRow, OutboxRow, TurnRow

WAITING, ANSWERED, TRIAGE = "waiting", "answered", "triage"
SENT, GONE, REJECTED = "sent", "gone", "rejected"


async def heard_before(tx: Tx, channel: str, message_id: str) -> int | None:
    """The inbox id of a message that was heard before."""
    found = await tx.exec(
        select(InboxRow.id).where(InboxRow.channel == channel, InboxRow.message_id == message_id)
    )
    return found.first()


async def conversations_with_mail(
    tx: Tx, now: datetime, skip: set[str], limit: int = 100
) -> Sequence[str]:
    """Addresses with a message to handle now and nobody at it, the longest waiting first."""
    held = select(TurnRow.name).where(
        TurnRow.name == literal("in:") + col(InboxRow.address), TurnRow.until > now
    )
    wanted = (
        select(InboxRow.address)
        .where(InboxRow.state == WAITING, InboxRow.try_at <= now, ~held.exists())
        .group_by(col(InboxRow.address))
        .order_by(func.min(InboxRow.id))
        .limit(limit + len(skip))
    )
    return [each for each in (await tx.exec(wanted)).all() if each not in skip]


async def waiting_in(tx: Tx, address: str, limit: int = 20) -> Sequence[InboxRow]:
    """The unanswered messages of a conversation, in order."""
    found = await tx.exec(
        select(InboxRow)
        .where(InboxRow.address == address, InboxRow.state == WAITING)
        .order_by(col(InboxRow.id))
        .limit(limit)
    )
    return found.all()


async def addresses_to_send(
    tx: Tx, now: datetime, skip: set[str], limit: int = 100
) -> Sequence[str]:
    """Addresses with a message that may leave now, the oldest first."""
    wanted = (
        select(OutboxRow.address)
        .where(OutboxRow.state == WAITING, col(OutboxRow.ready), OutboxRow.try_at <= now)
        .group_by(col(OutboxRow.address))
        .order_by(func.min(OutboxRow.id))
        .limit(limit + len(skip))
    )
    return [each for each in (await tx.exec(wanted)).all() if each not in skip]


async def to_send(tx: Tx, address: str, limit: int = 20) -> Sequence[OutboxRow]:
    """The unsent messages for an address that may leave, in order."""
    found = await tx.exec(
        select(OutboxRow)
        .where(OutboxRow.address == address, OutboxRow.state == WAITING, col(OutboxRow.ready))
        .order_by(col(OutboxRow.id))
        .limit(limit)
    )
    return found.all()


async def settle(tx: Tx, row: int, **values: Any) -> None:
    """Writes what became of a message in the outbox."""
    await tx.exec(update(OutboxRow).where(col(OutboxRow.id) == row).values(**values))


async def give_up(tx: Tx, address: str) -> None:
    """The address cannot be reached: what waits for it is gone."""
    await tx.exec(
        update(OutboxRow)
        .where(col(OutboxRow.address) == address, col(OutboxRow.state) == WAITING)
        .values(state=GONE)
    )
    await tx.exec(update(AddressRow).where(col(AddressRow.id) == address).values(reachable=False))


async def release_turn(tx: Tx, turn: int) -> None:
    """The turn is complete: its messages may leave."""
    await tx.exec(
        update(OutboxRow)
        .where(col(OutboxRow.turn) == turn, ~col(OutboxRow.ready))
        .values(ready=True)
    )


async def turn_is_sent(tx: Tx, turn: int) -> bool:
    """Whether the message was answered and nothing of the answer is left to send.

    One that is no longer kept was answered.
    """
    row = await tx.get(InboxRow, turn)
    if row is not None and row.state == WAITING:
        return False
    left = await tx.exec(
        select(OutboxRow.id).where(OutboxRow.turn == turn, OutboxRow.state == WAITING).limit(1)
    )
    return left.first() is None


async def has_words(tx: Tx, turn: int) -> bool:
    """Whether anything was laid in answer to a message."""
    return (
        await tx.exec(select(OutboxRow.id).where(OutboxRow.turn == turn).limit(1))
    ).first() is not None


async def about(tx: Tx, address: str, platform_id: str) -> OutboxRow | None:
    """The message of ours that a platform knows by this id."""
    found = await tx.exec(
        select(OutboxRow).where(OutboxRow.address == address, OutboxRow.platform_id == platform_id)
    )
    return found.first()


async def about_in(tx: Tx, there: Address, platform_id: str) -> OutboxRow | None:
    """The message of ours that a platform knows by this id, to whomever in a group it was."""
    found = await tx.exec(
        select(OutboxRow)
        .join(AddressRow, col(AddressRow.id) == OutboxRow.address)
        .where(
            AddressRow.channel == there.channel,
            or_(
                AddressRow.conversation == there.room,
                col(AddressRow.conversation).startswith(f"{there.room}/", autoescape=True),
            ),
            OutboxRow.platform_id == platform_id,
        )
    )
    return found.first()


async def heard_as(tx: Tx, channel: str, message_id: str) -> InboxRow | None:
    """The message that a platform knows by this id."""
    found = await tx.exec(
        select(InboxRow).where(InboxRow.channel == channel, InboxRow.message_id == message_id)
    )
    return found.first()


async def last_heard(tx: Tx, address: str) -> InboxRow | None:
    """The last message of a conversation that was no tap."""
    found = await tx.exec(
        select(InboxRow)
        .where(InboxRow.address == address, col(InboxRow.heard)["tap"].as_string().is_(None))
        .order_by(col(InboxRow.id).desc())
        .limit(1)
    )
    return found.first()


async def said(tx: Tx, address: str, after: int, limit: int = 100) -> Sequence[OutboxRow]:
    """What may be shown at an address with an id above `after`, in order."""
    found = await tx.exec(
        select(OutboxRow)
        .where(
            OutboxRow.address == address,
            col(OutboxRow.id) > after,
            col(OutboxRow.ready),
            OutboxRow.state == SENT,
        )
        .order_by(col(OutboxRow.id))
        .limit(limit)
    )
    return found.all()


async def last(tx: Tx, address: str, limit: int) -> list[InboxRow | OutboxRow]:
    """The last messages of a conversation, in and out, oldest first."""
    heard = await tx.exec(
        select(InboxRow)
        .where(InboxRow.address == address)
        .order_by(col(InboxRow.id).desc())
        .limit(limit)
    )
    said_ = await tx.exec(
        select(OutboxRow)
        .where(OutboxRow.address == address, OutboxRow.kind == "say", col(OutboxRow.ready))
        .order_by(col(OutboxRow.id).desc())
        .limit(limit)
    )
    both: list[tuple[datetime, int, int, InboxRow | OutboxRow]] = [
        (each.received_at, 0, each.id or 0, each) for each in heard.all()
    ]
    both += [(each.made_at, 1, each.id or 0, each) for each in said_.all()]
    return [each for *_, each in sorted(both, key=lambda each: each[:3])[-limit:]]


async def said_to(tx: Tx, person: str, number: int) -> OutboxRow | None:
    """A message that was laid for a person, by its id; None when it was another's."""
    row = await tx.get(OutboxRow, number)
    address = await tx.get(AddressRow, row.address) if row is not None else None
    return row if address is not None and address.person == person else None


async def open_offers(tx: Tx, ref: str) -> Sequence[OutboxRow]:
    """Messages about a ticket that still show live buttons."""
    found = await tx.exec(
        select(OutboxRow).where(
            OutboxRow.ref == ref, OutboxRow.kind == "say", ~col(OutboxRow.spent)
        )
    )
    return [each for each in found.all() if each.buttons]


async def facts_since(tx: Tx, key: str, since: datetime) -> list[dict[str, Any]]:
    """The facts of all messages of one key that were laid since then."""
    found = await tx.exec(
        select(OutboxRow.facts).where(OutboxRow.made_at > since, OutboxRow.key == key)
    )
    return [dict(each) for each in found.all()]


async def groups_among(tx: Tx, rows: Iterable[OutboxRow]) -> set[str]:
    """Of the addresses of these messages, those of groups as a whole."""
    wanted = select(AddressRow.id).where(
        col(AddressRow.id).in_({each.address for each in rows}), AddressRow.sender == ""
    )
    return set((await tx.exec(wanted)).all())


async def last_answer(tx: Tx, address: str) -> OutboxRow | None:
    """What was said last at an address in answer to a message from there."""
    found = await tx.exec(
        select(OutboxRow)
        .where(
            OutboxRow.address == address,
            OutboxRow.kind == "say",
            col(OutboxRow.turn).is_not(None),
        )
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    return found.first()


async def result_of(tx: Tx, key: str) -> dict[str, Any] | None:
    """What a command answered before, or None."""
    row = await tx.get(CommandRow, key)
    return dict(row.result) if row is not None else None


async def keep_result(tx: Tx, key: str, result: dict[str, Any], now: datetime) -> None:
    """Keeps what a command answered, in the transaction of what it did."""
    inbox = key.partition(":")[0]
    number = int(inbox) if inbox.isdecimal() else None
    tx.add(CommandRow(key=key, inbox=number, result=result, at=now))
    await tx.flush()


async def set_aside(tx: Tx, inbox: int, now: datetime) -> None:
    """A message that nothing can answer no longer holds up those behind it."""
    await tx.exec(
        update(InboxRow).where(col(InboxRow.id) == inbox).values(state=TRIAGE, answered_at=now)
    )
