"""How responders have answered when they were asked."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, literal, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, func, select

from bot.core.record import Record
from bot.core.tickets import HELD, Owner, State
from bot.store import Tx
from bot.store.asides import RecordRow
from bot.store.tables import TicketRow

_RECORDS = select(  # type: ignore[call-overload]  # sqlmodel's stubs end at four columns
    literal(value=True), RecordRow.responder, RecordRow.asked, RecordRow.taken, RecordRow.seconds
).where(col(RecordRow.responder).in_(bindparam("asked_now", expanding=True)))

_LOAD = (
    select(  # type: ignore[call-overload]
        literal(value=False), TicketRow.owner, func.count(), literal(0.0), literal(0.0)
    )
    .where(
        TicketRow.owner_kind == Owner.RESPONDER,
        col(TicketRow.owner).in_(bindparam("limited", expanding=True)),
        col(TicketRow.state).in_([State.OFFERED, *HELD]),
    )
    .group_by(col(TicketRow.owner))
)

_BOTH = union_all(_RECORDS, _LOAD)
"""Built once, and asked at once: each ticket is routed by it, and to build or send a statement
takes as long as to answer it."""


async def of(
    tx: Tx, responders: Collection[str], limited: Collection[str] = ()
) -> tuple[dict[str, Record], dict[str, int]]:
    """The records of those of them that have one; and how many tickets lie with the limited ones
    and are not done."""
    wanted = {"asked_now": list(responders), "limited": list(limited)}
    records: dict[str, Record] = {}
    load: dict[str, int] = {}
    found: Any = await tx.exec(_BOTH, params=wanted)  # type: ignore[call-overload]
    for is_record, who, one, two, three in found.all():
        if is_record:
            records[who] = Record(one, two, three)
        else:
            load[who] = int(one)
    return records, load


async def add(tx: Tx, responder: str, more: Record) -> None:
    """Adds what a responder did to its record; of two at once none is lost."""
    insert = (sqlite if tx.get_bind().dialect.name == "sqlite" else postgresql).insert
    names = ("asked", "taken", "seconds")
    values = {name: getattr(more, name) for name in names}
    await tx.exec(
        insert(RecordRow)
        .values(responder=responder, **values)
        .on_conflict_do_update(
            index_elements=["responder"],
            set_={name: getattr(RecordRow, name) + values[name] for name in names},
        )
    )
