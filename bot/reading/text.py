"""What a text is before anything is understood: cleaned, empty, only emoji, in plain signs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.message import MAX_TEXT
from bot.reading.hanzi import SIMPLER

_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINER = "\u200d"
_LOOSE_JOINER = re.compile(r"(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
_KEPT = frozenset("\n" + _JOINER)
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})

_STICKER = re.compile(r"\[[\u4e00-\u9fff]{1,4}\]")
"""How WeChat writes its own emoji as text: [微笑]."""

_KEYCAP = re.compile(r"[0-9#*]\ufe0f?\u20e3")
_JOINS = frozenset("\ufe0f\ufe0e" + _JOINER)
_SYMBOLS = 0x2190
"""From the arrows on, a symbol is an emoji or near to one; ° and © are not."""

_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
"""What Arabic writes over, under and between its letters, or leaves out."""

_TWINS = {**dict.fromkeys("’‘ʼ`´", "'"), "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا"}
_BREVE = frozenset("иу")
"""Letters that their accent makes another letter of: й is no и."""

_WIDE = {0xFF01 + step: 0x21 + step for step in range(94) if chr(0x21 + step).isalnum()}
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text without signs that nobody sees, in NFC; line breaks stay, as \\n.

    Out go control signs, zero-width signs and marks of direction; the joiner stays where
    it builds an emoji.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    seen = "".join(
        each for each in text if each in _KEPT or unicodedata.category(each) not in _UNSEEN
    )
    return unicodedata.normalize("NFC", _LOOSE_JOINER.sub("", seen)).strip()


def is_empty(text: str) -> bool:
    """Whether there is nothing to see."""
    return not clean(text)


def is_only_emoji(text: str) -> bool:
    """Whether emoji, or stickers written as [微笑], are all that there is."""
    rest = _KEYCAP.sub("", _STICKER.sub("", text))
    signs = [each for each in clean(rest) if not each.isspace() and each not in _JOINS]
    return (bool(signs) or rest != text) and all(map(_is_emoji, signs))


def plain(text: str) -> str:
    """The text for patterns: at most `MAX_TEXT` signs, simplified, no wide letters, one space."""
    short = clean(text[:MAX_TEXT]).translate(SIMPLER).translate(_WIDE)
    return _SPACES.sub(" ", short)


def fold(text: str) -> str:
    """The text as the words of a language are compared: plain, small, levelled, no vowel marks."""
    return level(_MARKS.sub("", plain(text).casefold()))


def level(text: str) -> str:
    """The text sign by sign, as long as before: small letters, no accents, simplified.

    ё is е, and of what Arabic writes in several ways (أ ا, ة ه, ى ي) one stands for all.
    """
    return "".join(map(_level, text.translate(SIMPLER)))


def level_pattern(pattern: str) -> str:
    """A pattern for levelled text: its own letters levelled, what means something to `re` kept."""
    return "".join(each if each.isascii() else _level(each) for each in pattern)


@lru_cache(maxsize=16384)
def _level(sign: str) -> str:
    small = sign.casefold()
    sign = small if len(small) == 1 else sign
    if sign.isdecimal():
        return str(int(sign))
    parts = unicodedata.normalize("NFD", sign)
    first, rest = parts[0], parts[1:]
    if first in _BREVE or not rest or not all(map(unicodedata.combining, rest)):
        return _TWINS.get(sign, sign)
    return _TWINS.get(first, first) if first.isalpha() and first < "\u3040" else sign


def _is_emoji(sign: str) -> bool:
    if "\U0001f3fb" <= sign <= "\U0001f3ff":  # skin tones are modifiers, not symbols
        return True
    return ord(sign) >= _SYMBOLS and unicodedata.category(sign) == "So"
