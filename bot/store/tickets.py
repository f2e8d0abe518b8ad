"""Tickets and their history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.core.rates import COUNTED, Happened, Worked
from bot.core.tickets import END, HELD, Move, Owner, State, Ticket, TicketEvent
from bot.errors import Conflict
from bot.store import Tx
from bot.store.indexes import OPEN
from bot.store.tables import EventRow, TicketRow


async def add(tx: Tx, ticket: Ticket, events: Iterable[TicketEvent]) -> bool:
    """Keeps a new ticket; False when its reference is taken."""
    if await tx.get(TicketRow, ticket.ref) is not None:
        return False
    tx.add(TicketRow.model_validate(ticket))
    await tx.flush()
    await _append(tx, events)
    return True


async def get(tx: Tx, ref: str, *, lock: bool = False) -> Ticket | None:
    """The ticket as it stands now, or None; locked, so that nobody else moves it meanwhile."""
    row = await tx.get(TicketRow, ref, populate_existing=True, with_for_update=lock or None)
    return _plain(row) if row is not None else None


async def save(tx: Tx, ticket: Ticket, event: TicketEvent) -> None:
    """Keeps a move: the ticket as it is after it, and its event.

    Raises Conflict when somebody else moved the ticket since it was read: the row changes
    only where it still has the version before, so of two claims one wins, on every database.
    """
    values: dict[str, Any] = {
        name: getattr(ticket, name) for name in Ticket.model_fields if name != "ref"
    }
    done = await tx.exec(
        update(TicketRow)
        .where(col(TicketRow.ref) == ticket.ref, col(TicketRow.version) == ticket.version - 1)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        raise Conflict(f"{ticket.ref} was changed by somebody else")
    await _append(tx, [event])


async def events(tx: Tx, ref: str) -> Sequence[TicketEvent]:
    """The ticket's history, oldest first."""
    return (
        await tx.exec(select(EventRow).where(EventRow.ref == ref).order_by(col(EventRow.id)))
    ).all()


async def moves(tx: Tx, move: Move) -> Sequence[TicketEvent]:
    """All events of one move, oldest first."""
    wanted = select(EventRow).where(EventRow.move == move).order_by(col(EventRow.id))
    return (await tx.exec(wanted)).all()


async def resolved(tx: Tx, since: datetime, until: datetime) -> list[tuple[Worked, list[Happened]]]:
    """The tickets that somebody said were done in this time, each with what its rates are of.

    A city's month is tens of thousands: so only the columns that are needed, and some at a time,
    with room for others' work between.
    """
    done = (
        select(EventRow.ref)
        .where(EventRow.move == Move.RESOLVE, EventRow.at >= since, EventRow.at < until)
        .distinct()
    )
    refs = sorted((await tx.exec(done)).all())
    told: list[tuple[Worked, list[Happened]]] = []
    for start in range(0, len(refs), SOME):
        told += await _worked(tx, refs[start : start + SOME])
    return told


async def _worked(tx: Tx, refs: Sequence[str]) -> list[tuple[Worked, list[Happened]]]:
    wanted = select(*(getattr(TicketRow, each) for each in _WORKED))
    found = (await tx.exec(wanted.where(col(TicketRow.ref).in_(refs)))).all()
    counted = col(EventRow.ref).in_(refs) & col(EventRow.move).in_(sorted(COUNTED))
    events = select(EventRow.ref, *(getattr(EventRow, each) for each in _HAPPENED)).where(counted)
    history: dict[str, list[Happened]] = {each.ref: [] for each in found}
    for ref, *event in (await tx.exec(events.order_by(col(EventRow.id)))).all():
        history[ref].append(Happened(*event))
    return [(Worked(*each), history[each.ref]) for each in found]


SOME = 500
"""Tickets that are read at once."""

_WORKED = tuple(each.name for each in fields(Worked))
_HAPPENED = tuple(each.name for each in fields(Happened))


async def opened(
    tx: Tx, since: datetime, until: datetime
) -> list[tuple[Ticket, list[TicketEvent]]]:
    """The tickets that were opened in this time, each with its whole history."""
    at = col(TicketRow.opened_at)
    return await _with_history(tx, select(TicketRow.ref).where(at >= since, at < until))


async def _with_history(
    tx: Tx, refs: SelectOfScalar[str]
) -> list[tuple[Ticket, list[TicketEvent]]]:
    wanted = select(TicketRow).where(col(TicketRow.ref).in_(refs))
    order = (col(TicketRow.opened_at), col(TicketRow.ref))
    found = (await tx.exec(wanted.order_by(*order))).all()
    history: dict[str, list[TicketEvent]] = {each.ref: [] for each in found}
    happened = select(EventRow).where(col(EventRow.ref).in_(refs)).order_by(col(EventRow.id))
    for event in (await tx.exec(happened)).all():
        history[event.ref].append(event)
    return [(each, history[each.ref]) for each in found]


async def happened(tx: Tx, moves: Iterable[Move], since: datetime) -> Sequence[TicketEvent]:
    """The events of these moves since a time, in order."""
    wanted = select(EventRow).where(col(EventRow.move).in_(sorted(moves)), EventRow.at >= since)
    return (await tx.exec(wanted.order_by(col(EventRow.id)))).all()


async def moved_by(tx: Tx, inbox: int) -> Sequence[str]:
    """The tickets that a message of the inbox moved, the last first."""
    wanted = select(EventRow.ref).where(EventRow.inbox == inbox)
    return (await tx.exec(wanted.order_by(col(EventRow.id).desc()))).all()


async def of_resident(tx: Tx, person: str, limit: int = 10) -> list[Ticket]:
    """A resident's tickets, newest first."""
    return await _newest(tx, col(TicketRow.resident) == person, limit)


async def spoken_for(tx: Tx, person: str, limit: int = 10) -> list[Ticket]:
    """A person's own tickets, and those that they took down for others; newest first."""
    # Each by its own index: with "or" PostgreSQL may read all tickets, the newest first.
    known = {
        each.ref: each
        for column in (TicketRow.resident, TicketRow.filed_by)
        for each in await _newest(tx, col(column) == person, limit)
    }
    newest = sorted(known.values(), key=lambda each: (-each.opened_at.timestamp(), each.ref))
    return newest[:limit]


async def held_by(tx: Tx, person: str) -> list[Ticket]:
    """What a person has accepted or claimed and not finished, oldest first."""
    return await _all(
        tx,
        select(TicketRow)
        .where(TicketRow.holder == person, col(TicketRow.state).in_(list(HELD)))
        .order_by(col(TicketRow.opened_at), col(TicketRow.ref)),
    )


async def was_held_by(tx: Tx, ref: str, person: str) -> bool:
    """Whether a person ever accepted or claimed a ticket."""
    found = await tx.exec(
        select(EventRow.id)
        .where(
            EventRow.ref == ref,
            EventRow.who == person,
            col(EventRow.move).in_([Move.ACCEPT, Move.CLAIM]),
        )
        .limit(1)
    )
    return found.first() is not None


async def free_tasks(tx: Tx, limit: int = 10) -> list[Ticket]:
    """What volunteers may claim now, most urgent deadline first."""
    return await _all(
        tx,
        select(TicketRow)
        .where(TicketRow.owner_kind == Owner.VOLUNTEERS, TicketRow.state == State.OFFERED, OPEN)
        .order_by(col(TicketRow.deadline), col(TicketRow.ref))
        .limit(limit),
    )


async def queue(tx: Tx, responders: Iterable[str], limit: int = 20) -> list[Ticket]:
    """What lies with these responders and is not done, next deadline first."""
    return await _all(
        tx,
        select(TicketRow)
        .where(
            TicketRow.owner_kind == Owner.RESPONDER,
            col(TicketRow.owner).in_(list(responders)),
            col(TicketRow.state).in_([State.OFFERED, *HELD]),
            OPEN,
        )
        .order_by(col(TicketRow.deadline), col(TicketRow.ref))
        .limit(limit),
    )


async def parts(tx: Tx, ref: str) -> list[Ticket]:
    """The parts of a ticket, oldest first."""
    wanted = select(TicketRow).where(TicketRow.parent == ref)
    return await _all(tx, wanted.order_by(col(TicketRow.opened_at), col(TicketRow.ref)))


async def merged_into(tx: Tx, refs: Sequence[str]) -> list[str]:
    """The tickets that were joined with one of these."""
    wanted = select(TicketRow.ref).where(col(TicketRow.merged_into).in_(list(refs)))
    return list((await tx.exec(wanted.order_by(TicketRow.ref))).all())


async def with_coordinator(tx: Tx, limit: int = 20) -> list[Ticket]:
    """What waits for a coordinator, next deadline first."""
    return await _all(
        tx,
        select(TicketRow)
        .where(TicketRow.owner_kind == Owner.COORDINATOR, TicketRow.state == State.TRIAGE, OPEN)
        .order_by(col(TicketRow.deadline), col(TicketRow.ref))
        .limit(limit),
    )


async def due(tx: Tx, now: datetime, limit: int = 50) -> list[str]:
    """References of open tickets whose next deadline has passed."""
    found = await tx.exec(
        select(TicketRow.ref)
        .where(col(TicketRow.deadline) <= now, col(TicketRow.state).not_in(list(END)))
        .order_by(col(TicketRow.deadline), col(TicketRow.ref))
        .limit(limit)
    )
    return list(found.all())


async def every(tx: Tx, limit: int = 100_000) -> list[Ticket]:
    """All tickets, oldest first."""
    return await _all(
        tx, select(TicketRow).order_by(col(TicketRow.opened_at), col(TicketRow.ref)).limit(limit)
    )


async def _newest(tx: Tx, which: ColumnElement[bool], limit: int) -> list[Ticket]:
    newest_first = col(TicketRow.opened_at).desc(), col(TicketRow.ref)
    return await _all(tx, select(TicketRow).where(which).order_by(*newest_first).limit(limit))


async def _all(tx: Tx, wanted: SelectOfScalar[TicketRow]) -> list[Ticket]:
    return [_plain(each) for each in (await tx.exec(wanted)).all()]


def _plain(row: TicketRow) -> Ticket:
    return Ticket.model_validate(row.model_dump())


async def _append(tx: Tx, happened: Iterable[TicketEvent]) -> None:
    tx.add_all([EventRow.model_validate(each) for each in happened])
    await tx.flush()
