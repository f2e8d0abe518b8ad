"""A person in a private chat with the bot: writes, taps, pins, and sees what comes."""

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
    """A message of the bot as the person sees it now; `photo` is what was uploaded."""

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
class Person:
    """Someone who writes to the bot. `screen` holds all that the bot sent and did not delete."""

    api: BotApi
    id: int
    name: str
    language: str
    blocked: bool = False
    gone: bool = False
    """Whether the account was deleted."""
    keyboard: list[str] = field(default_factory=list)
    """The labels of the keyboard that stands in place of the phone's own."""
    keyboard_of: int | None = None
    inbox: list[Received] = field(default_factory=list)
    _read: int = 0

    @property
    def screen(self) -> list[Received]:
        """What the bot sent, oldest first."""
        return [each for each in self.inbox if not each.deleted]

    @property
    def user(self) -> Json:
        """As the Bot API tells who it is."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    @property
    def chat(self) -> Json:
        """As the Bot API tells where it is."""
        return {"id": self.id, "first_name": self.name, "type": "private"}

    # What a person does. Each gives the raw update.

    async def say(self, text: str) -> Json:
        """Writes."""
        content: Json = {"text": text}
        if command := re.match(r"/\w+", text):
            content["entities"] = [
                {"type": "bot_command", "offset": 0, "length": len(command.group())}
            ]
        return self.sends(content)

    async def reply(self, to: Received | int | str, text: str) -> Json:
        """Answers a message of the bot: itself, its number, or words that it has."""
        answered = await self._found(to)
        first = {key: each for key, each in answered.raw.items() if key != "reply_markup"}
        return self.sends({"text": text, "reply_to_message": first})

    async def pin(self, lat: float, lon: float) -> Json:
        """Shares a place; a keyboard that asked for it folds away."""
        self.keyboard = []
        return self.sends({"location": {"latitude": lat, "longitude": lon}})

    async def photo(self, data: bytes, caption: str = "") -> Json:
        """Sends a picture, in the three sizes that Telegram makes."""
        sizes = [
            {**self.api.files.add(data), "width": width, "height": width * 3 // 4}
            for width in (90, 320, 1280)
        ]
        return self.sends({"photo": sizes, **({"caption": caption} if caption else {})})

    async def document(self, data: bytes, mime: str, name: str) -> Json:
        """Sends a file."""
        file = {**self.api.files.add(data), "mime_type": mime, "file_name": name}
        return self.sends({"document": file})

    async def tap(self, label: str, seconds: float = PATIENCE) -> Json:
        """Taps the newest button whose label has these words, once there is one."""
        found = await self.waits(lambda each: each.data(label) is not None, f"[{label}]", seconds)
        return self.api.deliver(
            "callback_query",
            {
                "id": self.api.ask_back(),
                "from": self.user,
                "message": found.raw,
                "chat_instance": str(self.id * 31),
                "data": found.data(label),
            },
        )

    async def block(self) -> Json:
        """Blocks the bot."""
        self.blocked = True
        return self._membership("member", "kicked")

    async def unblock(self) -> Json:
        """Lets the bot write again."""
        self.blocked = False
        return self._membership("kicked", "member")

    def sends(self, content: Json) -> Json:
        """Sends a message with any content of the Bot API's `Message`."""
        message = {
            "message_id": self.api.next_message(),
            "from": self.user,
            "chat": self.chat,
            "date": self.api.now(),
            **content,
        }
        return self.api.deliver("message", message)

    # What a person sees.

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

    async def _found(self, which: Received | int | str) -> Received:
        if isinstance(which, Received):
            return which
        if isinstance(which, int):
            return await self.waits(lambda each: each.id == which, f"message {which}")
        return await self.waits(lambda each: which in each.text, repr(which))

    def _membership(self, before: str, after: str) -> Json:
        bot = self.api.me
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": self.api.now(),
            "old_chat_member": {"user": bot, "status": before, "until_date": 0},
            "new_chat_member": {"user": bot, "status": after, "until_date": 0},
        }
        return self.api.deliver("my_chat_member", change)


def _fits(match: Match) -> Callable[[Received], bool]:
    if isinstance(match, str):
        return lambda each: match.casefold() in each.text.casefold()
    if isinstance(match, re.Pattern):
        return lambda each: bool(match.search(each.text))
    return match
