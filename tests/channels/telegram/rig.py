"""Telegram for the promises of all channels: by long polling, on a fake Bot API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.channels.telegram import Settings, Telegram
from bot.message import Address
from tests.channels.promises import ALL, Refuses, listening
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor


async def hurry(seconds: float) -> None:
    """Waits as long as it must so that others get their turn, and no longer."""
    await asyncio.sleep(min(seconds, 0.01))


def settings(api: BotApi, **more: Any) -> Settings:
    """The settings for a fake server."""
    known = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url, "TELEGRAM_POLL_SECONDS": 5}
    return Settings.model_validate(known | more)


class TelegramRig:
    """See `Rig`."""

    can = ALL

    def __init__(self, api: BotApi, channel: Telegram, door: FakeDoor, person: Person) -> None:
        self.api = api
        self.channel = channel
        self.door = door
        self.person = person
        self.address = Address("telegram", str(person.id), str(person.id))
        self.secrets = (api.token, api.token.partition(":")[2])
        self._last: dict[str, Any] = {}

    async def write(self, text: str, reply_to: str | None = None) -> None:
        """Writes."""
        if reply_to:
            self._last = await self.person.reply(_number(reply_to), text)
        else:
            self._last = await self.person.say(text)

    async def tap(self, message_id: str, label: str) -> None:
        """Taps."""
        self._last = await self.person.tap(label)

    async def pin(self, lat: float, lon: float) -> None:
        """Pins."""
        self._last = await self.person.pin(lat, lon)

    async def photograph(self, data: bytes, caption: str) -> None:
        """Sends a picture."""
        self._last = await self.person.photo(data, caption)

    async def again(self) -> None:
        """The same update once more."""
        self.api.updates.repeat(self._last)

    def taken(self) -> int:
        """Confirmed updates."""
        return len(self.api.updates.confirmed)

    async def until_taken(self, count: int) -> None:
        """So many confirmed updates."""
        await self.api.confirms(count)

    async def sees(self, words: str) -> None:
        """Words on the screen."""
        await self.person.waits(
            lambda each: words in each.text or each.data(words) is not None, words
        )

    async def refuse(self, how: Refuses) -> None:
        """The next message is refused."""
        if how == "later":
            self.api.fail("sendMessage", 429, retry_after=7)
        elif how == "gone":
            self.api.fail("sendMessage", 403)
        else:
            # Once for the message, once for the same with less.
            self.api.fail("sendMessage", 400, description="Bad Request: wrong type of message")

    async def outage(self) -> None:
        """One of each failure when news is asked for."""
        self.api.fail("getUpdates", 502, way="page")
        self.api.fail("getUpdates", way="drop")
        self.api.fail("getUpdates", 500)
        self.api.updates.sweep()


@asynccontextmanager
async def open_rig(var: Path) -> AsyncIterator[TelegramRig]:
    """The channel, polling."""
    async with BotApi() as api:
        door = FakeDoor(var)
        person = api.person(70, "Ada", "en")
        channel = Telegram(settings(api), door.door, pause=hurry)
        async with listening(channel):
            yield TelegramRig(api, channel, door, person)


def _number(message_id: str) -> int:
    return int(message_id.rpartition(":")[2])
