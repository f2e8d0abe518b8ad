"""An invitation's code in what somebody writes: alone, in a link, or in a sentence about it."""

from __future__ import annotations

import re

from bot.reading.text import clean
from bot.reading.words import Words, said_in

LENGTH = 22
"""Signs of a code of ours: 128 bits as `secrets.token_urlsafe` writes them."""

_ALONE = re.compile(rf"(?![a-z]+$)[A-Za-z0-9_-]{{{LENGTH}}}")
_LINK = re.compile(r"(?:[?&]start=|/join/|#join=|/start )([A-Za-z0-9_-]{5,64})")
_SIGNS = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{5,64}(?![A-Za-z0-9_-])")


def is_code(text: str) -> bool:
    """Whether a text is a code, or a link with one, and nothing else."""
    text = clean(text)
    link = _LINK.search(text)
    return bool(_ALONE.fullmatch(text) or (link and not re.search(r"\s", text)))


def find_code(text: str, words: Words, *, asked: bool = False) -> str | None:
    """The code that a text holds; a strange one, too, when it is about one, or `asked` for."""
    text = clean(text)
    link = _LINK.search(text)
    if link:
        return link[1]
    strange = [each for each in _SIGNS.findall(text) if re.search(r"\d", each)]
    full = [each for each in _SIGNS.findall(text) if len(each) == LENGTH]
    if full or not (asked or mentions_code(text, words)):
        return full[0] if full else None
    return max(strange, key=len, default=None)


def mentions_code(text: str, words: Words) -> bool:
    """Whether it is about a code or an invitation."""
    return said_in(words, "answers", "code", text)
