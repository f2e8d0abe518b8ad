"""What is kept: SQLite or PostgreSQL, chosen by the address of the database."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import await_only
from sqlmodel.ext.asyncio.session import AsyncSession as Tx

from bot.errors import Faults
from bot.store.line import Line

__all__ = ["AWAY", "Store", "Tx"]

AWAY = (SQLAlchemyError, OSError, TimeoutError)
"""What is raised while the database cannot be reached."""

log = logging.getLogger(__name__)

PAUSES = (0.1, 0.3, 1.0, 3.0)
"""Seconds between tries to bring the tables up to date."""

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""What is deleted is overwritten in the file, too."""

BUSY = 20.0
"""Seconds that SQLite waits for another process's write before it gives up."""


class Store:
    """A database. Open it inside the event loop that uses it; close it there."""

    def __init__(self, url: str, *, connections: int = 10) -> None:
        """`url` as SQLAlchemy writes it, with or without the driver's name."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        name = self.url.database if self.is_sqlite else None
        self._line = Line(Path(name)) if name and name != ":memory:" else None
        self._reader = self._engine(connections, writes=False)
        self._writer = self._engine(1, writes=True) if self.is_sqlite else self._reader

    def _engine(self, connections: int, *, writes: bool) -> AsyncEngine:
        driver = "sqlite+aiosqlite" if self.is_sqlite else "postgresql+asyncpg"
        options: dict[str, Any] = {"pool_size": connections, "pool_timeout": 60}
        if self.is_sqlite:
            # One connection writes, so that writers of one process wait in line, not in
            # SQLite's busy loop; each transaction says at its begin what it is for.
            options["poolclass"] = AsyncAdaptedQueuePool
            options["max_overflow"] = 0
            options["connect_args"] = {"timeout": BUSY}
        else:
            options["pool_pre_ping"] = True
        engine = create_async_engine(self.url.set(drivername=driver), **options)
        if self.is_sqlite:
            _prepare(
                engine, "BEGIN IMMEDIATE" if writes else "BEGIN", self._line if writes else None
            )
        return engine

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """A transaction: committed at the end, undone when anything is raised."""
        async with Tx(self._writer, expire_on_commit=False) as tx, tx.begin():
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """A session to read from; what is changed in it is dropped."""
        async with Tx(self._reader, expire_on_commit=False) as tx:
            yield tx

    async def migrate(self) -> None:
        """Brings the tables up to date; safe to run at every start and from several."""
        if self.is_sqlite and self.url.database not in (None, "", ":memory:"):
            Path(str(self.url.database)).parent.mkdir(parents=True, exist_ok=True)
        for pause in PAUSES:
            try:
                return await self._upgrade()
            except OperationalError as error:
                # Only while another process turns the same new file to WAL at this moment:
                # SQLite does not wait for that. Whatever else it is comes again below.
                log.info("the tables are not to be had yet: %s", type(error.orig).__name__)
                await asyncio.sleep(pause)
        await self._upgrade()

    async def _upgrade(self) -> None:
        async with self._writer.begin() as connection:
            await connection.run_sync(_upgrade)

    async def close(self) -> None:
        """Closes all connections."""
        await self._writer.dispose()
        await self._reader.dispose()
        if self._line is not None:
            self._line.close()


def _prepare(engine: AsyncEngine, begin: str, line: Line | None) -> None:
    """Says how transactions begin; with a line, a transaction has its turn in it from before its
    begin until its connection goes back."""

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begun(connection: Connection) -> None:
        if line is not None:
            await_only(line.enter())
        connection.exec_driver_sql(begin)

    if line is not None:
        event.listen(engine.sync_engine, "checkin", lambda *_: line.leave())


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Several workers may start at once: one migrates, the others wait and find it done.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7236)")
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        known = ScriptDirectory.from_config(config).get_heads()
        raise Faults(
            [
                "The database was brought up to date by a newer Manyhands than this one "
                f"(this one knows tables up to {', '.join(known)}): run that, or go back to a "
                f"backup from before. {error}"
            ]
        ) from error
