"""How responders have answered when they were asked."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select

from bot.core.record import Record
from bot.store import Tx
from bot.store.asides import RecordRow


async def of(tx: Tx, responders: Collection[str]) -> dict[str, Record]:
    """The records of those of them that have one."""
    found = await tx.exec(select(RecordRow).where(col(RecordRow.responder).in_(list(responders))))
    return {each.responder: Record(each.asked, each.taken, each.seconds) for each in found.all()}


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
