"""A house behind the web chat: a `FakeDoor` that answers, and a server that can be restarted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.channels import Door
from bot.channels.web import Settings, Web
from bot.message import Address, Heard, Shown
from bot.web import Vitals, serving, web_app
from tests.channels.promises import listening
from tests.fakes.door import FakeDoor

Answers = Callable[[Heard], Iterable[Shown]]


async def all_well() -> dict[str, bool]:
    """Every part works."""
    return {"database": True}


async def no_numbers() -> dict[str, float]:
    """Nothing was counted."""
    return {}


class House:
    """Keeps what was said while the server goes and comes."""

    def __init__(self, var: Path) -> None:
        self.fake = FakeDoor(var)
        self.answer: Answers = lambda heard: ()
        """What is said to a message, right when it was heard."""
        self._spent: set[int] = set()

    @property
    def door(self) -> Door:
        """What the channel is given: answers come by themselves, spent buttons are gone."""
        plain = self.fake.door

        async def hear(heard: Heard) -> int:
            is_new = heard.message_id not in {each.message_id for each in self.fake.heard}
            number = await plain.hear(heard)
            for each in self.answer(heard) if is_new else ():
                self.fake.lay(heard.address, each)
            return number

        async def said(to: Address, after: int) -> Sequence[Shown]:
            return [self._as_it_is(each) for each in await plain.said(to, after)]

        async def history(to: Address, count: int) -> Sequence[Heard | Shown]:
            found = await plain.history(to, count)
            return [self._as_it_is(e) if isinstance(e, Shown) else e for e in found]

        return replace(plain, hear=hear, said=said, history=history)

    def spend(self, shown: Shown) -> None:
        """The message's buttons are gone, as the database knows it."""
        self._spent.add(shown.id)
        self.fake.bell.ring()

    def _as_it_is(self, shown: Shown) -> Shown:
        return replace(shown, buttons=()) if shown.id in self._spent else shown


class Site:
    """The channel, the page and the server, at one address through every restart."""

    def __init__(
        self, house: House, clock: Callable[[], float] = time.monotonic, **settings: Any
    ) -> None:
        self.house = house
        self.clock = clock
        self.settings = Settings(**settings)
        self.channel = Web(self.settings, house.door, clock=clock)
        self.url = ""
        self._port = 0
        self._open: AsyncExitStack | None = None

    async def start(self) -> None:
        """Serves, with a channel that knows nothing of before."""
        self.channel = Web(self.settings, self.house.door, clock=self.clock)
        app = web_app(self.channel.routes(), Vitals(all_well, no_numbers))
        async with AsyncExitStack() as stack:
            self.url = await stack.enter_async_context(serving(app, "127.0.0.1", self._port))
            await stack.enter_async_context(listening(self.channel))
            self._open = stack.pop_all()
        self._port = int(self.url.rpartition(":")[2])

    async def stop(self) -> None:
        """Breaks every connection."""
        if self._open:
            await self._open.aclose()
            self._open = None


@asynccontextmanager
async def open_site(
    house: House, clock: Callable[[], float] = time.monotonic, **settings: Any
) -> AsyncIterator[Site]:
    """A site that is served while the block runs."""
    site = Site(house, clock, **settings)
    async with asyncio.timeout(10):
        await site.start()
    try:
        yield site
    finally:
        await site.stop()
