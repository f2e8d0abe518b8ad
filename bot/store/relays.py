"""Who waits for a person to talk to, who talks, and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.core.relays import Line, Relay, Stage
from bot.errors import Conflict
from bot.store import Tx, mail
from bot.store.tables import LineRow, OutboxRow, RelayRow

MOST_ID = 2**31 - 1
"""What PostgreSQL keeps as an integer."""


async def add(tx: Tx, relay: Relay) -> None:
    """Keeps a new relay and gives it its id. Raises Conflict when the person has one already."""
    row = RelayRow.model_validate(relay)
    try:
        async with tx.begin_nested():
            tx.add(row)
            await tx.flush()
    except IntegrityError as error:
        raise Conflict("the person waits or talks already") from error
    relay.id = row.id


async def get(tx: Tx, identity: object) -> Relay | None:
    """The relay as it stands now, or None; whatever a button brings may be asked for."""
    if not isinstance(identity, int) or isinstance(identity, bool) or not 0 < identity <= MOST_ID:
        return None
    row = await tx.get(RelayRow, identity, populate_existing=True)
    return _plain(row) if row is not None else None


async def save(tx: Tx, relay: Relay) -> None:
    """Keeps a change. Raises Conflict when somebody else changed it since it was read.

    So of two who take it one wins, and no word slips in unseen between two looks.
    """
    relay.version += 1
    values = relay.model_dump(exclude={"id", "person"})
    done = await tx.exec(
        update(RelayRow)
        .where(col(RelayRow.id) == relay.id, col(RelayRow.version) == relay.version - 1)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        raise Conflict("the relay was changed by somebody else")


async def live_of(tx: Tx, person: str) -> list[Relay]:
    """What somebody waits for, or talks in, on either side."""
    mine = or_(
        col(RelayRow.person) == person,
        (col(RelayRow.coordinator) == person) & (col(RelayRow.state) == Stage.OPEN),
    )
    return await _all(tx, select(RelayRow).where(mine, col(RelayRow.state) != Stage.ENDED))


async def waiting(tx: Tx) -> list[Relay]:
    """All who wait to be taken."""
    return await _all(tx, select(RelayRow).where(RelayRow.state == Stage.WAITING))


async def due(tx: Tx, now: datetime, limit: int = 50) -> Sequence[int]:
    """Ids of relays at which the clock has to look."""
    wanted = select(RelayRow.id).where(col(RelayRow.due) <= now).order_by(col(RelayRow.due))
    return [each for each in (await tx.exec(wanted.limit(limit))).all() if each is not None]


async def add_lines(tx: Tx, lines: Iterable[Line]) -> None:
    """Appends what was said."""
    for each in lines:
        tx.add(LineRow.model_validate(each))
        await tx.flush()


async def lines(tx: Tx, relay: Relay) -> list[Line]:
    """All that was said, in order."""
    wanted = select(LineRow).where(LineRow.relay == relay.id).order_by(col(LineRow.id))
    return [Line.model_validate(each.model_dump()) for each in (await tx.exec(wanted)).all()]


async def spend(tx: Tx, relay: Relay, now: datetime) -> None:
    """The buttons of all its messages are over."""
    for row in await _shown(tx, relay):
        _spend(tx, row, now)
    await tx.flush()


async def answer_calls(tx: Tx, relay: Relay, what: Mapping[str, Any], now: datetime) -> None:
    """Every call for somebody to take it says what became of it, in place of its button."""
    for row in await _shown(tx, relay):
        if not row.key.startswith("relay-waits"):
            continue
        _spend(tx, row, now, what)
        row.key, row.facts = "relay-called", {"by": row.facts["by"], "last": dict(what)}
    await tx.flush()


async def _shown(tx: Tx, relay: Relay) -> Sequence[OutboxRow]:
    """Its messages with live buttons."""
    found = await tx.exec(
        select(OutboxRow).where(
            OutboxRow.relay == relay.id, OutboxRow.kind == "say", ~col(OutboxRow.spent)
        )
    )
    return [each for each in found.all() if each.buttons]


def _spend(tx: Tx, row: OutboxRow, now: datetime, label: Mapping[str, Any] | None = None) -> None:
    row.spent = True
    tx.add(row)
    if row.state == mail.WAITING:
        row.buttons = []
    elif row.state == mail.SENT and row.platform_id:
        spent = OutboxRow(address=row.address, kind="spend", target=row.id, made_at=now, try_at=now)
        if label is not None:
            spent.key, spent.facts = label["key"], dict(label["facts"])
        tx.add(spent)


async def _all(tx: Tx, wanted: SelectOfScalar[RelayRow]) -> list[Relay]:
    fresh = wanted.execution_options(populate_existing=True)
    return [_plain(each) for each in (await tx.exec(fresh)).all()]


def _plain(row: RelayRow) -> Relay:
    return Relay.model_validate(row.model_dump())
