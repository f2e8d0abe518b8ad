"""The line to the Bot API: by which way it goes."""

from __future__ import annotations

import pytest

from bot.channels.telegram import Telegram
from bot.errors import TryLater
from bot.message import Address
from tests.channels.telegram.rig import settings
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor


async def test_a_proxy_of_the_environment_is_used(
    api: BotApi, door: FakeDoor, ada: Person, to: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    channel = Telegram(settings(api), door.door)
    with pytest.raises(TryLater):
        await channel.send(to, door.shown("Hello"))
    assert api.calls == []
    await channel.close()


async def test_an_address_that_needs_no_proxy_is_reached_without(
    api: BotApi, door: FakeDoor, ada: Person, to: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    channel = Telegram(settings(api), door.door)
    await channel.send(to, door.shown("Hello"))
    await channel.close()


async def test_a_server_whose_address_ends_in_a_slash_is_reached(
    api: BotApi, door: FakeDoor, ada: Person, to: Address
) -> None:
    channel = Telegram(settings(api, TELEGRAM_API_URL=f"{api.url}/"), door.door)
    await channel.send(to, door.shown("Hello"))
    await ada.hears("Hello")
    await channel.close()
