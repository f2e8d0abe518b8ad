"""Files with all that is kept of a person: asked for, made, opened once by a token, over."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, delete, or_, select, update

from bot.core.rights import FILE_LIFE
from bot.message import File
from bot.store import Tx
from bot.store.tables import ExportRow

ASKED, READY = "asked", "ready"

MAKING = timedelta(minutes=5)
"""How long one worker may be at a file before another begins it anew."""

TOKEN_BYTES = 16


async def ask(tx: Tx, person: str, now: datetime) -> str:
    """Asks for a file; gives its id."""
    row = ExportRow(
        id=secrets.token_hex(16), person=person, asked_at=now, try_at=now, expires=now + FILE_LIFE
    )
    tx.add(row)
    await tx.flush()
    return row.id


async def newest(tx: Tx, person: str, now: datetime) -> tuple[str, str, datetime | None] | None:
    """Id, state and when it was made of the person's newest file that is not over."""
    found = await tx.exec(
        select(ExportRow.id, ExportRow.state, ExportRow.made_at)
        .where(ExportRow.person == person)
        .where(or_(col(ExportRow.state) == ASKED, col(ExportRow.expires) > now))
        .order_by(col(ExportRow.asked_at).desc())
        .limit(1)
    )
    row = found.first()
    return (row[0], row[1], row[2]) if row else None


async def to_make(tx: Tx, now: datetime) -> Sequence[tuple[str, str, int]]:
    """Id, person and tries of the files to be made now, the longest waiting first."""
    found = await tx.exec(
        select(ExportRow.id, ExportRow.person, ExportRow.tries)
        .where(ExportRow.state == ASKED, ExportRow.try_at <= now)
        .order_by(col(ExportRow.asked_at))
        .limit(10)
    )
    return [(each[0], each[1], each[2]) for each in found.all()]


async def take(tx: Tx, identity: str, now: datetime) -> bool:
    """Takes the making of a file upon oneself; False when somebody else has."""
    done = await tx.exec(
        update(ExportRow)
        .where(col(ExportRow.id) == identity, col(ExportRow.state) == ASKED)
        .where(col(ExportRow.try_at) <= now)
        .values(try_at=now + MAKING, tries=ExportRow.tries + 1)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1


async def put_off(tx: Tx, identity: str, until: datetime) -> None:
    """It cannot be made yet."""
    await tx.exec(update(ExportRow).where(col(ExportRow.id) == identity).values(try_at=until))


async def finish(tx: Tx, identity: str, file: File, now: datetime) -> bool:
    """Lays the file ready; False when nobody wants it any more, or somebody else made it."""
    done = await tx.exec(
        update(ExportRow)
        .where(col(ExportRow.id) == identity, col(ExportRow.state) == ASKED)
        .values(state=READY, made_at=now, expires=now + FILE_LIFE, name=file.name, data=file.data)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount == 1


async def ready(tx: Tx, identity: str, person: str, now: datetime) -> File | None:
    """A file of a person's that is not over."""
    found = await tx.exec(
        select(ExportRow.name, ExportRow.data).where(
            ExportRow.id == identity,
            ExportRow.person == person,
            ExportRow.state == READY,
            ExportRow.expires > now,
        )
    )
    row = found.first()
    return File(row[0], row[1]) if row is not None and row[1] is not None else None


async def lend(tx: Tx, identity: str, person: str, now: datetime) -> str | None:
    """A new token for a person's file, of which only the hash is kept; None when it is over."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    done = await tx.exec(
        update(ExportRow)
        .where(col(ExportRow.id) == identity, col(ExportRow.person) == person)
        .where(col(ExportRow.state) == READY, col(ExportRow.expires) > now)
        .values(token_hash=token_hash(token))
        .execution_options(synchronize_session=False)
    )
    return token if done.rowcount == 1 else None


async def collect(tx: Tx, token: str, person: str, now: datetime) -> File | None:
    """The file that a token opens for the person whose it is; the token is spent then."""
    opened = await tx.exec(select(ExportRow.id).where(ExportRow.token_hash == token_hash(token)))
    identity = opened.first()
    file = await ready(tx, identity, person, now) if identity else None
    if file is None:
        return None
    done = await tx.exec(
        update(ExportRow)
        .where(col(ExportRow.token_hash) == token_hash(token))
        .values(token_hash=None)
        .execution_options(synchronize_session=False)
    )
    return file if done.rowcount == 1 else None


async def delete_old(tx: Tx, now: datetime) -> int:
    """Deletes the files that are over; gives how many. One still to be made is never over."""
    done = await tx.exec(
        delete(ExportRow).where(col(ExportRow.state) == READY, col(ExportRow.expires) <= now)
    )
    return done.rowcount


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
