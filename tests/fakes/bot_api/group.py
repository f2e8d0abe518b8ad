"""A group in which the bot may be: people talk, tap, bring it in and throw it out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.bell import PATIENCE
from tests.fakes.bot_api.faults import Refusal, bad
from tests.fakes.bot_api.person import Person, tapped
from tests.fakes.bot_api.screen import Json, Received, Screen

SHUT = ("left", "kicked")


@dataclass(slots=True)
class Group(Screen):
    """A group, with topics or without. The bot sees what Telegram's privacy mode lets it see."""

    kind: str = "supergroup"
    status: str = "left"
    """Of the bot."""
    muted: bool = False
    topics: set[int] = field(default_factory=set)
    closed: set[int] = field(default_factory=set)
    """Topics in which nobody may write."""
    moved_to: int | None = None

    @property
    def chat(self) -> Json:
        more = {"is_forum": True} if self.topics else {}
        return {"id": self.id, "title": self.name, "type": self.kind, **more}

    # What people do there. Each gives the raw update.

    async def add(self, by: Person, **link: str) -> Json:
        """Somebody brings the bot in; with `start`, by a link that also says so."""
        update = self._becomes("member", by)
        if link:
            await self.says(by, f"/start@{self.api.me['username']} {link['start']}")
        return update

    async def remove(self, by: Person) -> Json:
        """Somebody throws the bot out."""
        return self._becomes("kicked", by)

    async def mute(self, by: Person) -> Json:
        """Somebody takes the bot's right to write."""
        before = self._member()
        self.muted = True
        return self._changed(by, before)

    async def unmute(self, by: Person) -> Json:
        """Somebody gives it back."""
        before = self._member()
        self.muted = False
        return self._changed(by, before)

    async def move(self, by: Person, to: int) -> Group:
        """It becomes a supergroup: the same people under another number."""
        fresh = self.api.group(to, self.name)
        fresh._becomes("member", by)
        self.moved_to = to
        self.writes(by, {"migrate_to_chat_id": to})
        return fresh

    async def says(self, person: Person, text: str, topic: int | None = None) -> Json:
        """Writes; the bot gets it only if it is meant for it."""
        return self.writes(person, {"text": text, **_entities(text)}, topic)

    async def reply(self, person: Person, to: Received | int | str, text: str) -> Json:
        """Answers a message of the bot."""
        answered = await self.found(to)
        first = {key: each for key, each in answered.raw.items() if key != "reply_markup"}
        content = {"text": text, "reply_to_message": first, **_entities(text)}
        return self.writes(person, content, answered.topic)

    async def tap(self, person: Person, label: str, seconds: float = PATIENCE) -> Json:
        """Taps the newest button whose label has these words, once there is one."""
        found = await self.waits(lambda each: each.data(label) is not None, f"[{label}]", seconds)
        return tapped(self.api, person, found, label)

    def edits(self, update: Json, text: str) -> Json:
        """Somebody changes the words of a message."""
        message = {**update["message"], "text": text, "edit_date": self.api.now(),
                   **_entities(text)}  # fmt: skip
        return self._deliver("edited_message", message)

    def writes(self, person: Person, content: Json, topic: int | None = None) -> Json:
        """A message with any content of the Bot API's `Message`."""
        there = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
        message = {
            "message_id": self.api.next_message(),
            "from": person.user,
            "chat": self.chat,
            "date": self.api.now(),
            **there,
            **content,
        }
        return self._deliver("message", message)

    # What the server does with what the bot sends.

    def check(self, fields: Json, what: str) -> None:
        """Raises Refusal when the bot may not write there."""
        if self.moved_to:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, migrate_to=self.moved_to)
        if self.status in SHUT:
            raise Refusal(403, f"Forbidden: bot was kicked from the {self.kind} chat")
        if self.muted and what:
            raise bad(f"not enough rights to send {what} to the chat")
        topic = fields.get("message_thread_id")
        if topic and topic not in self.topics:
            raise bad("message thread not found")
        if topic in self.closed:
            raise bad("TOPIC_CLOSED")
        keys = (fields.get("reply_markup") or {}).get("keyboard") or []
        if any(isinstance(each, dict) and "request_location" in each for row in keys
               for each in row):  # fmt: skip
            raise bad("location can be requested in private chats only")

    def _deliver(self, kind: str, message: Json) -> Json:
        if self.status in SHUT or not self._meant(message):
            return {"update_id": 0, kind: message}
        return self.api.deliver(kind, message)

    def _meant(self, message: Json) -> bool:
        """Privacy mode (Bot features): commands, mentions, replies to it, service messages."""
        words = str(message.get("text") or message.get("caption") or "")
        to_it = message.get("reply_to_message", {}).get("from") == self.api.me
        named = f"@{self.api.me['username']}" in words.casefold()
        service = {"migrate_to_chat_id", "left_chat_member"} & set(message)
        return to_it or named or words.startswith("/") or bool(service)

    def _becomes(self, status: str, by: Person) -> Json:
        before = self._member()
        self.status = status
        return self._changed(by, before)

    def _member(self) -> Json:
        member: Json = {"user": self.api.me, "status": self.status, "until_date": 0}
        if self.muted and self.status == "member":
            member |= {"status": "restricted", "is_member": True, "can_send_messages": False}
        return member

    def _changed(self, by: Person, before: Json) -> Json:
        change = {
            "chat": self.chat,
            "from": by.user,
            "date": self.api.now(),
            "old_chat_member": before,
            "new_chat_member": self._member(),
        }
        return self.api.deliver("my_chat_member", change)


def _entities(text: str) -> dict[str, Any]:
    found = [
        {"type": kind, "offset": each.start(), "length": len(each.group())}
        for kind, pattern in (("bot_command", r"^/\w+(@\w+)?"), ("mention", r"(?<!\w)@\w+"))
        for each in re.finditer(pattern, text)
    ]
    return {"entities": found} if found else {}
