"""What tests share: databases to test on, a city, and the marks of what a machine lacks."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.city import City, load
from bot.store import Store

ROOT = Path(__file__).parent.parent
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/0")

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""A Monday, 10:00 in the sample city."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps together what shares a running bot or a browser, and begins with that: it is the
    longest, and the short tests fill the other processors beside it."""
    for item in items:
        if "bot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("bot"))
        elif "loop_scope" in getattr(item.get_closest_marker("asyncio"), "kwargs", {}):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    items.sort(key=lambda each: each.get_closest_marker("xdist_group") is None)


def require(what: str, reason: str) -> None:
    """Skips, or fails where the machine must have it: MANYHANDS_REQUIRE=postgres,redis,browser."""
    if what in os.environ.get("MANYHANDS_REQUIRE", "").split(","):
        pytest.fail(f"{what} is required here: {reason}")
    pytest.skip(f"missing here: {reason}")  # .ci/run looks for these words


@pytest.fixture(scope="session")
def city() -> City:
    """The sample city that a newcomer runs."""
    return load(ROOT / "city")


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of a PostgreSQL, or the test is skipped."""
    try:
        asyncio.run(_administer(POSTGRES, "SELECT 1"))
    except (OSError, SQLAlchemyError) as error:
        require("postgres", f"no PostgreSQL at {POSTGRES}: {type(error).__name__}")
    return POSTGRES


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of a Redis, or the test is skipped."""
    try:
        with redis.Redis.from_url(REDIS, socket_timeout=3) as client:
            client.ping()
    except redis.RedisError as error:
        require("redis", f"no Redis at {REDIS}: {type(error).__name__}")
    return REDIS


EMPTY = (
    """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()""",
    "SET session_replication_role = replica",  # no foreign key stands in the way
    """DO $$ DECLARE each record; BEGIN
         FOR each IN SELECT tablename FROM pg_tables
                     WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
           EXECUTE format('DELETE FROM %I', each.tablename);
         END LOOP;
         FOR each IN SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL LOOP
           EXECUTE format('ALTER SEQUENCE %I RESTART', each.sequencename);
         END LOOP;
       END $$""",
)
"""Closes what a test left open, and takes out all rows, ids from 1 again."""

DATABASES = [
    pytest.param("sqlite"),
    pytest.param("postgresql", marks=pytest.mark.postgres),
]


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database's address: the same tests run on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    base = request.getfixturevalue("postgres")
    name = f"manyhands_{secrets.token_hex(6)}"
    asyncio.run(_administer(base, f'CREATE DATABASE "{name}"'))
    try:
        yield base.rsplit("/", 1)[0] + f"/{name}"
    finally:
        asyncio.run(_administer(base, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _administer(base: str, *commands: str) -> None:
    url = make_url(base).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        for command in commands:
            await connection.execute(text(command))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "template.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def shared_postgres(postgres: str) -> Iterator[str]:
    """A PostgreSQL database with all tables, for one test after another: to make one anew for
    each would cost half a second."""
    name = f"manyhands_{secrets.token_hex(6)}"
    asyncio.run(_administer(postgres, f'CREATE DATABASE "{name}"'))
    address = postgres.rsplit("/", 1)[0] + f"/{name}"
    try:
        asyncio.run(_administer(address, f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
        asyncio.run(_migrate(address))
        yield address
    finally:
        asyncio.run(_administer(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


def administer(base: str, command: str) -> None:
    """One command to a PostgreSQL server, outside every transaction."""
    asyncio.run(_administer(base, command))


async def _migrate(url: str) -> None:
    store = Store(url)
    await store.migrate()
    await store.close()


@pytest.fixture(params=DATABASES)
def ready_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with all tables and nothing in them, on both kinds."""
    if request.param == "sqlite":
        path = tmp_path / "ready.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"
        return
    address: str = request.getfixturevalue("shared_postgres")
    asyncio.run(_administer(address, *EMPTY))
    yield address


@pytest.fixture
async def store(ready_database: str) -> AsyncIterator[Store]:
    """An open store, all tables empty."""
    opened = Store(ready_database)
    yield opened
    await opened.close()
