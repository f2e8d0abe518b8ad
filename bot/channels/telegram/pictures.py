"""Pictures that people send: which size is fetched, and laid with the door."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Message, PhotoSize
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.patience import Patience
from bot.channels.telegram.wire import Line, why
from bot.errors import BadPhoto
from bot.message import Heard

MAX_PHOTO = 10 * 1024 * 1024
"""Bytes of a picture that we fetch."""

PHOTO_TRIES = 3
"""How often a picture is asked for before the message goes on without it."""

PHOTO_WAIT = 15.0
"""Seconds for one answer about a picture, and at most between two tries: others wait behind it."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as Telegram names it; `size` in bytes when it tells."""

    file: str
    size: int | None


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
