"""What the suite of promises needs of a channel: a small `Rig`, one for each channel.

To add a channel's rig, write `tests/channels/<NAME>/rig.py` with

    @asynccontextmanager
    async def open_rig(var: Path) -> AsyncIterator[Rig]:
        ...

that opens the channel on a `FakeDoor(var)` and on a fake of its platform, starts `channel.run()`,
yields the rig, and ends what it started (`listening` does the start and the end of `run`). Leave
out of `can` what the platform has no way to do: those promises are then not asked of it. Nothing
else is to be listed anywhere: `test_promises.py` finds the rig by the channel's NAME, and fails
for a channel that has none.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from bot.channels import Channel
from bot.message import Address
from tests.fakes.door import FakeDoor

Can = Literal["tap", "point", "photo", "caption", "reply", "again", "refuses", "outage", "spend"]
"""
tap, point, photo, caption, reply: the person can do it there.
again: the platform may bring the same message a second time.
refuses: the platform can refuse a message that we send.
outage: the platform can fail while we listen.
spend: a button that was tapped looks different from one that was not.
"""

ALL: frozenset[Can] = frozenset(
    ["tap", "point", "photo", "caption", "reply", "again", "refuses", "outage", "spend"]
)

Refuses = Literal["later", "gone", "rejected"]


class Rig(Protocol):
    """A channel that runs on a fake platform, and one person there.

    What the person does (`write` ... `photograph`) returns once it is on its way and does not
    wait for the channel. Ids of messages are those that `channel.send` gave.
    """

    channel: Channel
    door: FakeDoor
    address: Address
    """Of the person, as the channel makes it."""
    secrets: Sequence[str]
    """What must never be in a log: tokens, keys."""
    can: Collection[Can]

    async def write(self, text: str, reply_to: str | None = None) -> None:
        """The person writes, maybe in answer to a message of ours."""

    async def tap(self, message_id: str, label: str) -> None:
        """The person taps a button of a message of ours."""

    async def pin(self, lat: float, lon: float) -> None:
        """The person shares a place."""

    async def photograph(self, data: bytes, caption: str) -> None:
        """The person sends a picture with words."""

    async def again(self) -> None:
        """The platform brings the person's last message once more."""

    def taken(self) -> int:
        """How many messages the platform was told to be taken, repeated ones too."""

    async def until_taken(self, count: int) -> None:
        """Returns once there are so many. Raises TimeoutError."""

    async def sees(self, words: str) -> None:
        """Returns once the person sees these words, in a text or on a button."""

    async def refuse(self, how: Refuses) -> None:
        """The platform refuses the next message that we send: later is 7 seconds from now."""

    async def outage(self) -> None:
        """The platform fails the next time that the channel listens."""


OpenRig = Callable[[Path], AbstractAsyncContextManager[Rig]]


def rig_of(name: str) -> OpenRig:
    """How a channel's rig is opened. Raises ModuleNotFoundError when nobody wrote one."""
    return cast(OpenRig, import_module(f"tests.channels.{name}.rig").open_rig)


@asynccontextmanager
async def listening(channel: Channel) -> AsyncIterator[None]:
    """`channel.run()` for as long as this lasts; its end must be clean, and soon."""
    run = asyncio.create_task(channel.run(), name=f"{channel.name}.run")
    try:
        yield
        assert not run.done(), f"{channel.name} stopped listening: {run}"
    finally:
        run.cancel()
        async with asyncio.timeout(5):
            with suppress(asyncio.CancelledError):
                await run
