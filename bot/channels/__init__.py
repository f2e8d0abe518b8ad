"""The doors to messaging apps: one file an app, found by itself, all held to one promise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol

from aiohttp.web import AbstractRouteDef

from bot.message import Address, Facts, File, Heard, Shown

__all__ = ["Channel", "Door", "discover"]


class Channel(Protocol):
    """A messaging app. Listens, sends, and gives its verdict as `bot.errors.NotSent`."""

    name: str

    def routes(self) -> Sequence[AbstractRouteDef]:
        """What it answers on the bot's web server; empty when nothing."""
        ...

    async def run(self) -> None:
        """Listens until cancelled, whatever the platform does meanwhile."""
        ...

    async def send(self, to: Address, shown: Shown) -> str | None:
        """Sends one message and gives the platform's id for it, if it has one.

        Raises TryLater, Gone or Rejected.
        """
        ...

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        """Makes the buttons of a sent message look spent, `label` being what was chosen.

        Raises TryLater, Gone or Rejected.
        """
        ...


@dataclass(frozen=True)
class Door:
    """What a channel is given of the house: places to hand a message to and to ask."""

    hear: Callable[[Heard], Awaitable[int]]
    """Commits the message, then gives its id in the inbox; the same one again, the same id."""
    keep_photo: Callable[[bytes], Awaitable[str]]
    """Checks a picture, strips its metadata, keeps it and gives its id. Raises BadPhoto."""
    photo: Callable[[str], Awaitable[bytes | None]]
    """The JPEG bytes of a kept picture."""
    said: Callable[[Address, int], Awaitable[Sequence[Shown]]]
    """What may be shown there now with an id above the given one, in order."""
    history: Callable[[Address, int], Awaitable[Sequence[Heard | Shown]]]
    """The last so many messages in and out, oldest first."""
    changed: Callable[[Address, float], Awaitable[None]]
    """Returns when something new may be there, at the latest after so many seconds."""
    answered: Callable[[int], Awaitable[bool]]
    """Whether the heard message of an inbox id is answered and all its answers were sent."""
    may_see_photo: Callable[[Address, str], Awaitable[bool]]
    file: Callable[[Address, str], Awaitable[File | None]]
    """The file with an id that was made for who is reached there; None when it is over."""
    lend: Callable[[Address, str], Awaitable[str | None]]
    """A token that opens such a file there, once; None when it is over."""
    collect: Callable[[Address, str], Awaitable[File | None]]
    """The file that such a token opens there; the token is spent then."""
    text: Callable[[str, str, Facts], str]
    """The sentence for a language, key and facts: for a channel's own labels."""
    languages: tuple[str, ...]
    city: Mapping[str, str]
    """The city's name by language."""
    var: Path
    """The folder for sockets and the like."""
    reached: Callable[[str, str], Awaitable[None]] | None = None
    """Keeps, by the channel's name, the link that opens a chat there; `CODE` in it stands for
    an invitation's code."""
    become: Callable[[Address, str, str, str], Awaitable[None]] | None = None
    """Gives an address a role, a name and a language; only for a channel with TRUSTED set."""


def discover() -> Iterator[ModuleType]:
    """Every channel's module, by name; each has NAME, Settings and open_channel."""
    for found in sorted(iter_modules(__path__), key=lambda each: each.name):
        yield import_module(f"{__name__}.{found.name}")
