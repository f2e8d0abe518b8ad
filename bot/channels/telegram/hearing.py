"""A Telegram update becomes what was heard; pictures are fetched and kept on the way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import CallbackQuery, Message, PhotoSize, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.patience import Patience
from bot.channels.telegram.wire import Line, why
from bot.errors import BadPhoto
from bot.message import Address, Heard, Point

NAME = "telegram"

MAX_PHOTO = 10 * 1024 * 1024
"""Bytes of a picture that we fetch."""

PHOTO_TRIES = 3
"""How often a picture is asked for before the message goes on without it."""

PHOTO_WAIT = 15.0
"""Seconds for one answer about a picture, and at most between two tries: others wait behind it."""

UNSUPPORTED = (
    "animation", "audio", "checklist", "contact", "dice", "document", "game", "paid_media",
    "poll", "sticker", "story", "video", "video_note", "voice",
)  # fmt: skip
"""What a person may send and would expect an answer to, though we cannot read it yet."""

NAMING = ("message_id", "date", "chat", "from")
"""What names a message, and whose it is."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as Telegram names it; `size` in bytes when it tells."""

    file: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an update holds for us: something heard, its picture, the tap to answer."""

    heard: Heard | None = None
    picture: Picture | None = None
    tap: CallbackQuery | None = None
    unknown: tuple[str, ...] = ()
    """The names of what this code has never heard of."""


def parse(raw: object) -> Update:
    """An update of the library. Raises whatever the library does for what it cannot read.

    Of a message that was replied to, only what names it: it may hold anything, and what the
    library cannot read there (from a self-hosted server of another age) would cost the answer.
    """
    if not isinstance(raw, Mapping):
        raise TypeError(f"an update is an object, not {type(raw).__name__}")
    update = dict(raw)
    message = update.get("message")
    if isinstance(message, Mapping) and isinstance(message.get("reply_to_message"), Mapping):
        first = message["reply_to_message"]
        named = {name: first[name] for name in NAMING if name in first}
        update["message"] = {**message, "reply_to_message": named}
    return Update.de_json(update)


def read(update: Update, bot_id: int, at: datetime) -> Reading:
    """Reads one update; `at` is the time of a tap, which Telegram does not tell.

    Edits, channel posts, reactions and the like are known and left alone.
    """
    if update.callback_query:
        return Reading(read_tap(update.callback_query, at), tap=update.callback_query)
    if update.message:
        return _read_message(update.message, bot_id)
    return Reading(unknown=tuple(update.api_kwargs))


def message_id(chat: int, message: int) -> str:
    """A message's name within the channel; Telegram counts per chat or per account."""
    return f"{chat}:{message}"


def _read_message(message: Message, bot_id: int) -> Reading:
    if message.chat.type != ChatType.PRIVATE:
        return Reading()
    heard = read_message(message, bot_id)
    if heard is None:
        return Reading(unknown=tuple(message.api_kwargs))
    return Reading(heard, picture_of(message))


def read_message(message: Message, bot_id: int) -> Heard | None:
    """A private message as heard, its picture still unfetched; None when there is nothing to it.

    Known and left alone: other bots, service messages (pins, timers and the like).
    """
    person = message.from_user
    if person is None or person.is_bot:
        return None
    heard = Heard(
        address=Address(NAME, str(message.chat.id), str(person.id)),
        message_id=message_id(message.chat.id, message.message_id),
        at=message.date,
        text=_clean(message.text or message.caption or ""),
        point=_point(message),
        reply_to=_replied(message, bot_id),
        language=person.language_code,
        name=person.first_name,
    )
    if heard.text or heard.point or picture_of(message):
        return replace(heard, flaw=_flaw(message))
    return replace(heard, flaw="unsupported") if _unsupported(message) else None


def read_tap(query: CallbackQuery, at: datetime) -> Heard | None:
    """A tap on one of our buttons in a private chat; None for any other."""
    message = query.message
    if message is None or message.chat.type != ChatType.PRIVATE or not is_payload(query.data):
        return None
    return Heard(
        address=Address(NAME, str(message.chat.id), str(query.from_user.id)),
        message_id=query.id,
        at=at,
        tap=query.data,
        reply_to=message_id(message.chat.id, message.message_id),
        language=query.from_user.language_code,
        name=query.from_user.first_name,
    )


def is_payload(data: str | None) -> bool:
    """Whether a button's data is a payload of ours; a spent button's is not."""
    return bool(data) and str(data).startswith("/")


def picture_of(message: Message) -> Picture | None:
    """The largest size of a photo that we fetch, or an image that came as a file."""
    if message.photo:
        fitting = [each for each in message.photo if (each.file_size or 0) <= MAX_PHOTO]
        best = max(fitting or message.photo, key=_pixels)
        return Picture(best.file_id, best.file_size)
    file = message.document
    if file is None or message.animation or not (file.mime_type or "").startswith("image/"):
        return None
    return Picture(file.file_id, file.file_size)


class Pictures:
    """Fetches pictures and lays them with the door."""

    def __init__(
        self,
        line: Line,
        keep: Callable[[bytes], Awaitable[str]],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._line = line
        self._keep = keep
        self._pause = pause

    async def add(self, heard: Heard, picture: Picture) -> Heard:
        """What was heard, with the picture's id or with the flaw that it has.

        Raises what `keep` raises, but for BadPhoto: then nothing may be acknowledged.
        """
        try:
            data = await self._fetch(picture)
            return replace(heard, photo=await self._keep(data))
        except BadPhoto as flawed:
            return replace(heard, flaw=flawed.key)

    async def _fetch(self, picture: Picture) -> bytes:
        if (picture.size or 0) > MAX_PHOTO:
            raise BadPhoto("photo-too-large")
        patience = Patience()
        for rest in reversed(range(PHOTO_TRIES)):
            try:
                return await self._download(picture)
            except BadRequest as refused:
                logger.warning("telegram: a photo cannot be fetched: %s", why(refused))
                raise BadPhoto(_refused(refused)) from None
            except TelegramError as failed:
                logger.warning("telegram: a photo did not come: %s", why(failed))
                if rest:
                    await self._pause(min(patience.after(failed), PHOTO_WAIT))
        raise BadPhoto("photo-lost")

    async def _download(self, picture: Picture) -> bytes:
        file = await self._line.bot.get_file(picture.file, read_timeout=PHOTO_WAIT)
        if (file.file_size or 0) > MAX_PHOTO:
            raise BadPhoto("photo-too-large")
        if not file.file_path:
            raise TelegramError("a file without a path")
        return bytes(await file.download_as_bytearray(read_timeout=PHOTO_WAIT))


def _refused(error: BadRequest) -> str:
    return "photo-too-large" if "too big" in error.message.lower() else "photo-lost"


def _pixels(size: PhotoSize) -> int:
    return size.width * size.height


def _clean(text: str) -> str:
    """Without what a database cannot keep: NUL, and halves of a pair of UTF-16."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _point(message: Message) -> Point | None:
    spot = message.location or (message.venue and message.venue.location)
    return Point(spot.latitude, spot.longitude) if spot else None


def _replied(message: Message, bot_id: int) -> str | None:
    """The id of our message that this one answers."""
    first = message.reply_to_message
    if first is None or first.from_user is None or first.from_user.id != bot_id:
        return None
    return message_id(message.chat.id, first.message_id)


def _unsupported(message: Message) -> bool:
    return any(getattr(message, each, None) for each in UNSUPPORTED)


def _flaw(message: Message) -> str | None:
    if picture_of(message) or message.location or message.venue:
        return None
    return "unsupported" if _unsupported(message) else None
