"""A message to show becomes the Telegram messages that carry it, none over a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.message import File, Shown, ShownButton

MAX_TEXT = 4096
MAX_CAPTION = 1024
"""Bot API limits, counted here in UTF-16 units: never less than Telegram counts."""

MAX_ALERT = 200
"""Characters of a word beside a button (Bot API, answerCallbackQuery)."""

MAX_LABEL = 48
"""Characters of a button; the API sets no limit, a phone shows about as many in a full row."""

SPENT = "-"
"""The data of a button that was chosen: no payload, so a second tap says nothing."""

CHECK = "✓"

Rows = tuple[tuple[ShownButton, ...], ...]

_BREAKS = (
    re.compile(r"\n\s*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(r"(?<=[.!?…؟])[\"'»”’)\]]*\s+|(?<=[。！？；])[”’」』）]*\s*"),
    re.compile(r"(?<=[,;:،؛])\s+|(?<=[，、：])\s*"),
    re.compile(r"\s+"),
)
"""Where a long text may be cut: paragraph, line, sentence, clause, word."""


@dataclass(frozen=True, slots=True)
class Part:
    """One Telegram message: a text, or a photo with the text below it."""

    text: str
    buttons: Rows = ()
    place: str = ""
    """The label of the keyboard that shares a place."""
    photo: bytes | None = None
    file: File | None = None
    spare: bool = False
    """Whether the rest of the message says enough without it."""

    def markup(self) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove:
        """Buttons, or the keyboard for a place, or the end of an earlier such keyboard.

        A message holds one of the three. The end goes with every plain message: whoever sent
        the keyboard, in whatever process, it folds away with the next words.
        """
        if self.buttons:
            return inline(self.buttons)
        if self.place:
            button = KeyboardButton(self.place, request_location=True)
            return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
        return ReplyKeyboardRemove()

    def plainer(self) -> Part | None:
        """The same with less, for when Telegram refuses it: without photo, without buttons."""
        if self.photo is not None:
            return replace(self, photo=None) if self.text.strip() else None
        return replace(self, buttons=(), place="") if self.buttons or self.place else None


def with_file(shown: Shown, file: File) -> tuple[list[Part], int]:
    """A file with its words, those that do not fit below it before."""
    *before, words = list(_texts(shown.text, None, MAX_CAPTION)) or [Part("")]
    return [*before, replace(words, buttons=shown.buttons, file=file)], len(before)


def parts(shown: Shown, photo: bytes | None, share: str) -> tuple[list[Part], int]:
    """The messages to send in order, and which of them is the one that answers go to.

    Buttons stand below the last text. Where a place is asked for with buttons as well, the
    keyboard for the place follows in a short message of its own (`share` with an arrow): the
    buttons stay with their question, so that the chosen one can be marked there, and the
    keyboard is there beside them. An empty list: there is nothing to send.
    """
    found = list(_texts(shown.text, photo))
    if not found:
        return [], 0
    main = len(found) - 1
    found[main] = replace(found[main], buttons=shown.buttons)
    if shown.ask == "place" and shown.buttons:
        found.append(Part(f"↓ {share}", place=share))
    elif shown.ask == "place":
        found[main] = replace(found[main], place=share)
    return found, main


def inline(rows: Rows) -> InlineKeyboardMarkup:
    """Buttons below a message."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(cut(each.label), callback_data=each.tap) for each in row]
         for row in rows if row]
    )  # fmt: skip


def spent(label: str) -> InlineKeyboardMarkup:
    """The one button that was chosen, marked, and doing nothing."""
    text = label if label.startswith(CHECK) else f"{CHECK} {label}"
    return InlineKeyboardMarkup([[InlineKeyboardButton(cut(text), callback_data=SPENT)]])


def cut(label: str) -> str:
    """A label that fits on a button."""
    return short(label, MAX_LABEL)


def short(text: str, most: int) -> str:
    """A text of at most so many UTF-16 units, with a sign when some of it is missing."""
    return text if units(text) <= most else text[: _fitting(text, most - 1)].rstrip() + "…"


def split(text: str, limit: int = MAX_TEXT) -> list[str]:
    """Pieces of at most `limit` UTF-16 units that make the whole text when joined.

    Cut at a paragraph if one ends in the second half of what fits, else at a line, a sentence,
    a clause, a word; else anywhere but inside a character.
    """
    pieces: list[str] = []
    while units(text) > limit:
        end = _cut_at(text, _fitting(text, limit))
        pieces.append(text[:end])
        text = text[end:]
    return [*pieces, text] if text else pieces


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _texts(text: str, photo: bytes | None, limit: int = MAX_TEXT) -> Iterator[Part]:
    if photo is not None and units(text) <= MAX_CAPTION:
        yield Part(text, photo=photo)
        return
    if photo is not None:
        yield Part("", photo=photo, spare=True)
    for piece in split(text, limit):
        if piece.strip():
            yield Part(piece)


def _fitting(text: str, limit: int) -> int:
    """How many characters of a text take at most so many UTF-16 units."""
    end = min(len(text), limit)
    while units(text[:end]) > limit:
        end -= max(1, (units(text[:end]) - limit) // 2)
    return end


def _cut_at(text: str, end: int) -> int:
    for breaks in _BREAKS:
        found = _last(breaks, text, end)
        if found > end // 2:
            return found
    return _last(_BREAKS[-1], text, end) or end


def _last(breaks: re.Pattern[str], text: str, end: int) -> int:
    """The end of the last match that lies within the first `end` characters, or 0."""
    found: Sequence[int] = [each.end() for each in breaks.finditer(text, 0, end)]
    return max((each for each in found if 0 < each <= end), default=0)
