"""The JSON that the page sends and gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.channels.web.gate import Turned
from bot.message import MAX_TEXT, Address, Heard, Point, Shown, parse_payload

PHOTO = r"[A-Za-z0-9_-]{1,128}"
CODE = r"[A-Za-z0-9_-]{1,64}"
"""What may follow `/start `, as in a Telegram deep link."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Saying(BaseModel):
    """One message of a person, as the page sends it."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{6,80}$")]
    """Made by the page; the same id again is the same message."""
    text: str = ""
    tap: str | None = None
    location: tuple[Latitude, Longitude] | None = None
    photo: Annotated[str, Field(pattern=rf"^{PHOTO}$")] | None = None
    flaw: Literal["bad-photo", "photo-too-large"] | None = None
    """Why the picture that belonged to the message was not taken."""
    reply_to: Annotated[int | None, Field(alias="replyTo", ge=0)] = None
    lang: Annotated[str, Field(max_length=35)] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        self.text = _CONTROLS.sub("", self.text).strip()
        rest = self.text or self.location or self.photo or self.flaw
        if not (self.tap or rest) or (self.tap and rest):
            raise ValueError("either a tap or something else")
        if self.tap and parse_payload(self.tap) is None:
            raise ValueError("no tap of ours")
        return self


def saying(body: bytes) -> Saying:
    """What the page says. Raises Turned when it is not as agreed."""
    try:
        told = Saying.model_validate_json(body)
    except ValidationError:
        raise Turned(400, "page-reload") from None
    if len(told.text) > MAX_TEXT:
        raise Turned(413, "page-too-long")
    return told


def heard(told: Saying, address: Address, at: datetime, languages: Sequence[str]) -> Heard:
    """The message as the house hears it."""
    return Heard(
        address=address,
        message_id=f"{address.sender}:{told.id}",
        at=at,
        text=told.text,
        tap=told.tap,
        point=Point(*told.location) if told.location else None,
        photo=told.photo,
        reply_to=None if told.reply_to is None else str(told.reply_to),
        language=told.lang if told.lang in languages else None,
        flaw=told.flaw,
    )


def shown_json(shown: Shown) -> dict[str, Any]:
    """A message out. Its facts stay in the house: its text says what may be told."""
    at = shown.at
    return {
        "who": "bot",
        "id": shown.id,
        "key": shown.key,
        "at": at.isoformat() if isinstance(at, datetime) else None,
        "text": shown.text,
        "lang": shown.language,
        "buttons": [
            [{"label": each.label, "tap": each.tap} for each in row] for row in shown.buttons
        ],
        "ask": shown.ask,
        "photo": shown.photo,
        "file": shown.file,
        "ref": shown.ref,
        "simple": shown.simple,
    }


def heard_json(said: Heard) -> dict[str, Any]:
    """A message in, as its writer sees it again."""
    return {
        "who": "me",
        "id": page_id(said.message_id),
        "at": said.at.isoformat(),
        "text": said.text,
        "tap": said.tap,
        "location": [said.point.lat, said.point.lon] if said.point else None,
        "photo": said.photo,
        "flaw": said.flaw,
        "replyTo": int(said.reply_to) if said.reply_to and said.reply_to.isdecimal() else None,
    }


def history_json(messages: Sequence[Heard | Shown]) -> list[dict[str, Any]]:
    """A conversation; an invitation that was opened as a link is no word of the person."""
    return [
        shown_json(each) if isinstance(each, Shown) else heard_json(each)
        for each in messages
        if isinstance(each, Shown) or not each.text.startswith("/start")
    ]


def page_id(message_id: str) -> str:
    """The id that the page gave a message."""
    return message_id.rpartition(":")[2]
