"""A fake Bot API, a door, a person named Ada, and the channel between them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.telegram import Telegram
from bot.city import City
from bot.message import Address
from bot.store import Store
from tests.channels.promises import listening
from tests.channels.telegram.house import House, open_house
from tests.channels.telegram.rig import hurry, settings
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

ADA = Address("telegram", "70", "70")


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Bot API server."""
    async with BotApi() as running:
        yield running


@pytest.fixture
def door(tmp_path: Path) -> FakeDoor:
    """The house."""
    return FakeDoor(tmp_path)


@pytest.fixture
def ada(api: BotApi) -> Person:
    """Someone who writes to the bot."""
    return api.person(70, "Ada", "en")


@pytest.fixture
def to() -> Address:
    """Ada's address."""
    return ADA


@pytest.fixture
def pauses() -> list[float]:
    """How long the channel wanted to wait, each time that it did."""
    return []


@pytest.fixture
async def channel(api: BotApi, door: FakeDoor, pauses: list[float]) -> AsyncIterator[Telegram]:
    """The channel, not listening yet."""

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await hurry(seconds)

    opened = Telegram(settings(api), door.door, pause=pause)
    yield opened
    await opened.close()


@pytest.fixture
async def running(channel: Telegram) -> AsyncIterator[Telegram]:
    """The channel, polling."""
    async with listening(channel):
        yield channel


@pytest.fixture
async def house(store: Store, city: City, tmp_path: Path) -> AsyncIterator[House]:
    """Everything behind the channel, on SQLite and on PostgreSQL, with a Rasa that echoes."""
    async with open_house(store, city, tmp_path) as opened:
        yield opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The whole house on PostgreSQL too, but not in the minute that quick tests have."""
    for item in items:
        if "house" in getattr(item, "fixturenames", ()) and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.slow)
