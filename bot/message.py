"""The words that every part shares: what was heard, what is said, and to whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

MAX_TAP_BYTES = 64
"""Telegram's limit for callback data (Bot API, InlineKeyboardButton)."""

MAX_TEXT = 4000
"""Characters of one message that are read; Telegram's own limit is 4096."""

CODE = "{code}"
"""Stands, in the link that opens a chat in a channel, for what the link brings along."""

Facts: TypeAlias = Mapping[str, Any]
"""JSON values by name. Names tell how `voice` shows a value (see `bot.voice`)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth: degrees, WGS 84."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is reached: a channel, its conversation, and who it is there.

    A conversation of many may have topics, each a conversation of its own: what stands behind
    a slash. Without a `sender` it is the conversation as a whole that is spoken to.
    """

    channel: str
    conversation: str
    sender: str

    @property
    def room(self) -> str:
        """The conversation without its topic."""
        return self.conversation.partition("/")[0]


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is handed out."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Heard:
    """One message in, as every channel hands it on.

    `message_id` is the platform's and unique within the channel; a second `Heard` with
    the same id is the same message. `tap` is the payload of a button of ours and comes
    only from a real tap. `photo` is an id that the door's `keep_photo` gave. `reply_to`
    is the platform's id of our message that this one answers. `flaw` says what was wrong
    with the message on the way in (`bad-photo`, `photo-too-large`, `unsupported`), as a
    key of `voice`.

    `group` is the name of a conversation where others read along (there, only what is meant
    for us is heard). `edits` is the id of an earlier message of which these are the new words.
    Messages with the same `album` are one; `more` are its other photos. `news` tells what
    happened to the conversation instead of words: `joined` (we came in), `shut` (we may write
    there no more), `left` (the sender went), or `moved` with the new conversation behind a space.
    """

    address: Address
    message_id: str
    at: datetime
    text: str = ""
    tap: str | None = None
    point: Point | None = None
    photo: str | None = None
    reply_to: str | None = None
    language: str | None = None
    name: str | None = None
    flaw: str | None = None
    group: str | None = None
    edits: str | None = None
    album: str | None = None
    more: tuple[str, ...] = ()
    news: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A choice below a message: a label as key and facts, and the verb it stands for."""

    label: str
    verb: str
    facts: Facts = field(default_factory=dict)
    shows: Facts = field(default_factory=dict)
    """Facts for the label itself."""

    @property
    def tap(self) -> str:
        """The payload in Rasa's notation, at most `MAX_TAP_BYTES` bytes.

        Raises ValueError when it is longer: that is a mistake of ours, found by tests.
        """
        return payload(self.verb, self.facts)


@dataclass(frozen=True, slots=True)
class Say:
    """One message out, as key and facts, to a person (an id of ours)."""

    to: str
    key: str
    facts: Facts = field(default_factory=dict)
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons."""
    ask: Literal["place"] | None = None
    """What the channel may help to answer, such as a place with a pin."""
    ref: str | None = None
    """The ticket this is about: a reply to the message goes to it."""
    photo: str | None = None
    private: bool = False
    """Whether it is for the person alone, and never said where others read along."""
    beside: bool = False
    """Whether it is shown beside the button that was tapped, when that is among others."""
    relay: int | None = None
    """The relay this belongs to: a reply to the message goes to its other side."""
    file: str | None = None
    """An id that the channel's door knows; the file goes along with the words."""


@dataclass(frozen=True, slots=True)
class ShownButton:
    """A button as a person sees it."""

    label: str
    tap: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One message out, rendered in the person's language, as a channel gets it.

    `id` grows with time within one person's messages and never repeats.
    """

    id: int
    key: str
    text: str
    language: str
    facts: Facts
    buttons: tuple[tuple[ShownButton, ...], ...] = ()
    ask: Literal["place"] | None = None
    photo: str | None = None
    ref: str | None = None
    at: datetime | None = None
    """When it was laid."""
    reply_to: str | None = None
    """Among others: the platform's id of the message that it answers."""
    tap: str | None = None
    """The platform's id of the tap that it answers: shown beside the button, as no message
    of its own. Without words it only ends the waiting."""
    file: str | None = None
    simple: bool = False
    """Whether the person is to see it in large letters."""


def payload(verb: str, facts: Facts) -> str:
    """`/verb{"fact":"value"}`, Rasa's notation, at most `MAX_TAP_BYTES` bytes.

    Raises ValueError when it is longer.
    """
    body = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) if facts else ""
    text = f"/{verb}{body}"
    if len(text.encode()) > MAX_TAP_BYTES:
        raise ValueError(f"a payload of more than {MAX_TAP_BYTES} bytes: {text}")
    return text


def parse_payload(text: str) -> tuple[str, dict[str, Any]] | None:
    """The verb and facts of a tap, or None when the text is no payload."""
    if not text.startswith("/") or len(text.encode()) > MAX_TAP_BYTES:
        return None
    verb, brace, rest = text[1:].partition("{")
    if not verb.isidentifier():
        return None
    if not brace:
        return verb, {}
    try:
        facts = json.loads(brace + rest)
    except ValueError:
        return None
    return (verb, facts) if isinstance(facts, dict) else None
