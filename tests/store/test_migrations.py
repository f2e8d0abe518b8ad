"""The migrations make what the tables say, once, whoever starts first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bot.store import Store, tickets
from bot.store.tables import AddressRow
from tests.conftest import NOW, ROOT
from tests.store.conftest import keep

MIGRATIONS = ROOT / "bot" / "store" / "migrations"


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    """An open store in a database of its own, migrated."""
    opened = Store(database)
    await opened.migrate()
    yield opened
    await opened.close()


def differences(connection: Connection) -> list[Any]:
    """What a new migration would change."""
    options = {"compare_type": True, "compare_server_default": True}
    return compare_metadata(  # type: ignore[no-any-return]
        MigrationContext.configure(connection, opts=options), SQLModel.metadata
    )


async def test_the_migrated_database_is_what_the_tables_say(store: Store) -> None:
    async with store.write() as tx:
        connection = await tx.connection()
        assert await connection.run_sync(differences) == []


async def test_a_difference_would_be_found(store: Store) -> None:
    async with store.write() as tx:
        connection = await tx.connection()
        await connection.execute(text("DROP INDEX ticket_deadline"))
        await connection.execute(text("ALTER TABLE photo ADD COLUMN colour VARCHAR"))
        assert len(await connection.run_sync(differences)) == 2


async def test_to_migrate_again_changes_nothing_that_is_kept(store: Store) -> None:
    kept = await keep(store)
    await store.migrate()
    async with store.read() as tx:
        assert await tickets.get(tx, kept.ref) == kept
        assert len(await tickets.events(tx, kept.ref)) == 1


async def test_several_that_start_at_once_migrate_once(database: str) -> None:
    stores = [Store(database) for _ in range(4)]
    try:
        await asyncio.gather(*(each.migrate() for each in stores))
        async with stores[0].read() as tx:
            versions = (await tx.connection()).execute(text("SELECT * FROM alembic_version"))
            assert len((await versions).all()) == 1
        await keep(stores[1])
        async with stores[2].read() as tx:
            assert len(await tickets.every(tx)) == 1
    finally:
        await asyncio.gather(*(each.close() for each in stores))


async def test_all_tables_are_there(store: Store) -> None:
    async with store.read() as tx:
        connection = await tx.connection()
        names = await connection.run_sync(lambda here: set(inspect(here).get_table_names()))
    assert names == {*SQLModel.metadata.tables, "alembic_version"}


def test_the_migrations_are_one_line_without_branches() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert len(scripts.get_heads()) == 1
    assert len(list(scripts.walk_revisions())) == len(list(MIGRATIONS.glob("versions/0*.py"))) > 0


async def test_a_row_that_belongs_to_nobody_is_refused(store: Store) -> None:
    orphan = AddressRow(
        id="a", channel="web", conversation="w", sender="w", person="nobody", seen_at=NOW
    )
    with pytest.raises(IntegrityError):
        async with store.write() as tx:
            tx.add(orphan)
