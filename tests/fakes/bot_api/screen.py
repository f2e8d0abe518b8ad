"""What is seen in a chat: the bot's messages as they are now, and waiting for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.bell import PATIENCE

if TYPE_CHECKING:
    from tests.fakes.bot_api.server import BotApi

Json = dict[str, Any]


@dataclass(slots=True)
class Received:
    """A message of the bot as it is seen now; `photo` is what was uploaded."""

    raw: Json
    photo: bytes | None = None
    deleted: bool = False

    @property
    def id(self) -> int:
        """Its number in the chat."""
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Its words, or the words below its photo."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def topic(self) -> int | None:
        """The topic of a group where it stands."""
        found: int | None = self.raw.get("message_thread_id")
        return found

    @property
    def answers(self) -> int | None:
        """The number of the message that it replies to."""
        found: int | None = self.raw.get("reply_to_message", {}).get("message_id")
        return found

    @property
    def buttons(self) -> list[list[str]]:
        """The labels below it, row by row."""
        return [[each["text"] for each in row] for row in self._rows]

    def data(self, label: str) -> str | None:
        """What the first button whose label has these words stands for."""
        for button in (each for row in self._rows for each in row):
            if label in button["text"]:
                return str(button.get("callback_data", ""))
        return None

    @property
    def _rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows


Match = str | re.Pattern[str] | Callable[[Received], bool]


@dataclass(slots=True)
class Screen:
    """A chat with the bot. `screen` holds all that the bot sent there and did not delete."""

    api: BotApi
    id: int
    name: str
    inbox: list[Received] = field(default_factory=list, kw_only=True)
    _read: int = field(default=0, kw_only=True)

    @property
    def screen(self) -> list[Received]:
        """What the bot sent, oldest first."""
        return [each for each in self.inbox if not each.deleted]

    @property
    def chat(self) -> Json:
        """As the Bot API tells where it is."""
        raise NotImplementedError

    async def hears(self, match: Match = "", seconds: float = PATIENCE) -> Received:
        """The next message that matches: words in it, a pattern, or a question about it.

        Messages before the found one count as read. Raises AssertionError with all that came.
        """
        fits = _fits(match)

        def look() -> Received | None:
            for number in range(self._read, len(self.inbox)):
                if fits(self.inbox[number]) and not self.inbox[number].deleted:
                    self._read = number + 1
                    return self.inbox[number]
            return None

        return await self._until(look, repr(match), seconds)

    async def waits(
        self, fits: Callable[[Received], bool], wish: str = "", seconds: float = PATIENCE
    ) -> Received:
        """The newest message of the screen for which something is true, once there is one."""
        return await self._until(
            lambda: next((each for each in reversed(self.screen) if fits(each)), None),
            wish,
            seconds,
        )

    async def _until(
        self, look: Callable[[], Received | None], wish: str, seconds: float
    ) -> Received:
        try:
            return await self.api.bell.until(look, seconds)
        except TimeoutError:
            seen = "\n".join(f"  {each.text!r} {each.buttons}" for each in self.screen)
            raise AssertionError(f"{self.name} waited for {wish} and saw:\n{seen}") from None

    async def found(self, which: Received | int | str) -> Received:
        """A message of the bot: itself, by its number, or by words that it has."""
        if isinstance(which, Received):
            return which
        if isinstance(which, int):
            return await self.waits(lambda each: each.id == which, f"message {which}")
        return await self.waits(lambda each: which in each.text, repr(which))


def _fits(match: Match) -> Callable[[Received], bool]:
    if isinstance(match, str):
        return lambda each: match.casefold() in each.text.casefold()
    if isinstance(match, re.Pattern):
        return lambda each: bool(match.search(each.text))
    return match
