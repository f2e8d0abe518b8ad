"""The line in which the writers of one SQLite file wait, over real files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store import Store


@pytest.fixture
async def two(migrated_file: Path, tmp_path: Path) -> AsyncIterator[tuple[Store, Store]]:
    """The bot and the action server, on one file."""
    path = tmp_path / "shared.db"
    path.write_bytes(migrated_file.read_bytes())
    stores = Store(f"sqlite:///{path}"), Store(f"sqlite:///{path}")
    yield stores
    for each in stores:
        await each.close()


async def write(store: Store) -> None:
    async with store.write() as tx:
        await (await tx.connection()).execute(text("DELETE FROM house"))


async def test_the_second_waits_until_the_first_is_done(two: tuple[Store, Store]) -> None:
    bot, actions = two
    async with bot.write() as tx:
        await (await tx.connection()).execute(text("DELETE FROM house"))
        waiting = asyncio.create_task(write(actions))
        done, _ = await asyncio.wait({waiting}, timeout=0.1)
        assert not done
    async with asyncio.timeout(5):
        await waiting


async def test_who_fails_or_is_cancelled_in_their_turn_lets_the_next(
    two: tuple[Store, Store],
) -> None:
    bot, actions = two
    began = asyncio.Event()

    async def stuck() -> None:
        async with bot.write() as tx:
            await tx.connection()
            began.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stuck())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ZeroDivisionError):
        async with bot.write() as tx:
            await tx.connection()
            raise ZeroDivisionError
    async with asyncio.timeout(5):
        await write(actions)
        await write(bot)


async def test_who_gives_up_waiting_holds_up_nobody(two: tuple[Store, Store]) -> None:
    bot, actions = two
    async with bot.write() as tx:
        await tx.connection()
        waiting = asyncio.create_task(write(actions))
        await asyncio.wait({waiting}, timeout=0.05)
        waiting.cancel()
        async with asyncio.timeout(5):  # SQLite's own waiting could not be broken off
            with pytest.raises(asyncio.CancelledError):
                await waiting
    async with asyncio.timeout(5):
        await write(bot)
        await write(actions)
