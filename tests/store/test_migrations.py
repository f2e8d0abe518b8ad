"""The migrations make what the tables say, once, whoever starts first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from bot.errors import Faults
from bot.store import Store, tickets
from bot.store.tables import AddressRow, CommandRow, InboxRow, LineRow, OutboxRow
from tests.conftest import NOW, ROOT
from tests.store.conftest import keep

OLD: dict[str, Any] = {"now": NOW, "yes": True, "no": False}

OLD_ROWS = (
    "INSERT INTO person (id, language, made_at) VALUES ('p', 'en', :now)",
    "INSERT INTO address (id, channel, conversation, sender, person, reachable, seen_at, busy,"
    " told_kept, turns) VALUES ('a', 'web', 'w', 'w', 'p', :yes, :now, :no, :no, 0)",
    "INSERT INTO outbox (id, address, ready, state, kind, key, facts, buttons, spent, made_at,"
    " try_at, tries) VALUES (1, 'a', :yes, 'sent', 'say', 'k', '{}', '[]', :no, :now, :now, 0)",
)
"""What was kept when the tables were those of the first migration."""

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


async def test_what_was_kept_before_ids_were_used_once_is_kept_after_it(database: str) -> None:
    store = Store(database)
    async with store._writer.begin() as connection:
        await connection.run_sync(upgrade, "0003")
        for statement in BEFORE:
            await connection.execute(text(statement))
    await store.migrate()
    async with store.read() as tx:
        commands = (await tx.exec(select(CommandRow))).all()
        heard = (await tx.exec(select(InboxRow))).all()
        said = (await tx.exec(select(OutboxRow))).all()
        lines = (await tx.exec(select(LineRow))).all()
    await store.close()
    assert {each.key: each.inbox for each in commands} == {"41:first": 41, "41:greet": 41}
    assert [(each.id, each.heard) for each in heard] == [(41, {"text": "hello"})]
    assert [(each.id, each.key, each.file) for each in said] == [(7, "welcome", None)]
    assert [(each.id, each.relay, each.text) for each in lines] == [(3, 9, "hello")]


def upgrade(connection: Connection, to: str) -> None:
    """Migrates so far and no further."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


AT = "'2026-03-02 02:00:00+00:00'"
BEFORE = (
    f"INSERT INTO person (id, language, made_at) VALUES ('p', 'en', {AT})",
    "INSERT INTO address (id, channel, conversation, sender, person, reachable, seen_at, busy,"
    f" told_kept, turns) VALUES ('a', 'web', 'w', 'w', 'p', true, {AT}, false, false, 0)",
    "INSERT INTO inbox (id, channel, message_id, address, heard, state, tries, received_at, try_at)"
    f" VALUES (41, 'web', 'm', 'a', '{{\"text\": \"hello\"}}', 'answered', 0, {AT}, {AT})",
    "INSERT INTO outbox (id, address, ready, state, kind, key, facts, buttons, spent, made_at,"
    f" try_at, tries) VALUES (7, 'a', true, 'sent', 'say', 'welcome', '{{}}', '[]', false, {AT},"
    f" {AT}, 1)",
    f"INSERT INTO command (key, result, at) VALUES ('41:first', '{{}}', {AT})",
    f"INSERT INTO command (key, result, at) VALUES ('41:greet', '{{}}', {AT})",
    "INSERT INTO relay (id, person, state, urgent, since, last_at, version)"
    f" VALUES (9, 'p', 'open', false, {AT}, {AT}, 1)",
    f"INSERT INTO relay_line (id, relay, by, text, at) VALUES (3, 9, 'p', 'hello', {AT})",
)
"""Rows of each table that the fourth migration changes."""


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


async def test_people_who_wrote_before_there_were_groups_are_still_there(database: str) -> None:
    store = Store(database)
    try:
        await _upgrade(store, "0001")
        async with store.write() as tx:
            connection = await tx.connection()
            for line in OLD_ROWS:
                given = {name: each for name, each in OLD.items() if f":{name}" in line}
                await connection.execute(text(line), given)
        await store.migrate()
        async with store.read() as tx:
            row = await tx.get(AddressRow, "a")
            assert row is not None
            assert (row.person, row.shared) == ("p", False)
    finally:
        await store.close()


async def _upgrade(store: Store, to: str) -> None:
    """Brings an empty database to an earlier version."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    def run(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, to)

    async with store.write() as tx:
        await (await tx.connection()).run_sync(run)


async def test_a_database_that_is_newer_than_this_program_is_left_alone(store: Store) -> None:
    change = "UPDATE alembic_version SET version_num = '{}'"
    async with store.write() as tx:
        here = await tx.connection()
        now = (await here.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
        await here.execute(text(change.format("x9")))
    try:
        with pytest.raises(Faults, match="newer Manyhands"):
            await store.migrate()
    finally:
        async with store.write() as tx:
            await (await tx.connection()).execute(text(change.format(now)))
