"""A person in a private chat with the bot: writes, taps, pins, and sees what comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.bell import PATIENCE
from tests.fakes.bot_api.screen import Received, Screen

if TYPE_CHECKING:
    from tests.fakes.bot_api.server import BotApi

Json = dict[str, Any]


@dataclass(slots=True)
class Person(Screen):
    """Someone who writes to the bot."""

    language: str
    blocked: bool = False
    gone: bool = False
    """Whether the account was deleted."""
    keyboard: list[str] = field(default_factory=list)
    """The labels of the keyboard that stands in place of the phone's own."""
    keyboard_of: int | None = None
    started: bool = True
    """Whether they ever wrote to the bot alone: before that it may not write to them."""
    alerts: list[str] = field(default_factory=list)
    """What was shown to them beside buttons that they tapped."""

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
        answered = await self.found(to)
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
        return tapped(self.api, self, found, label)

    def edits(self, update: Json, text: str) -> Json:
        """Changes the words of a message."""
        message = {**update["message"], "text": text, "edit_date": self.api.now()}
        return self.api.deliver("edited_message", message)

    def album(self, *photos: bytes, caption: str = "") -> list[Json]:
        """Sends pictures together: to the bot one message each, the first with the words."""
        name = str(self.api.next_message() * 1000)
        return [
            self.sends(
                {
                    "media_group_id": name,
                    "photo": [{**self.api.files.add(each), "width": 1280, "height": 960}],
                    **({"caption": caption} if caption and not number else {}),
                }
            )
            for number, each in enumerate(photos)
        ]

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
        self.started = True
        message = {
            "message_id": self.api.next_message(),
            "from": self.user,
            "chat": self.chat,
            "date": self.api.now(),
            **content,
        }
        return self.api.deliver("message", message)

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


def tapped(api: BotApi, person: Person, message: Received, label: str) -> Json:
    """Somebody taps a button of a message."""
    query = api.ask_back()
    api.tappers[query] = person
    return api.deliver(
        "callback_query",
        {
            "id": query,
            "from": person.user,
            "message": message.raw,
            "chat_instance": str(person.id * 31),
            "data": message.data(label),
        },
    )
