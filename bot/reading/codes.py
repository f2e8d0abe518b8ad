"""An invitation's code in what somebody writes: alone, in a link, or in a sentence about it."""

from __future__ import annotations

import re

from bot.reading.text import clean

LENGTH = 22
"""Signs of a code of ours: 128 bits as `secrets.token_urlsafe` writes them."""

_ALONE = re.compile(rf"(?![a-z]+$)[A-Za-z0-9_-]{{{LENGTH}}}")
_LINK = re.compile(r"(?:[?&]start=|/join/|#join=|/start )([A-Za-z0-9_-]{5,64})")
_SIGNS = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{5,64}(?![A-Za-z0-9_-])")
_ABOUT = re.compile(r"\bcodes?\b|\binvit|邀请|邀請|[码碼]", re.IGNORECASE)


def is_code(text: str) -> bool:
    """Whether a text is a code, or a link with one, and nothing else."""
    text = clean(text)
    link = _LINK.search(text)
    return bool(_ALONE.fullmatch(text) or (link and not re.search(r"\s", text)))


def find_code(text: str) -> str | None:
    """The code that a text holds; in a sentence about one, also what is no code of ours."""
    text = clean(text)
    link = _LINK.search(text)
    if link:
        return link[1]
    words = [each for each in _SIGNS.findall(text) if re.search(r"\d", each)]
    full = [each for each in _SIGNS.findall(text) if len(each) == LENGTH]
    if full or not mentions_code(text):
        return full[0] if full else None
    return max(words, key=len, default=None)


def mentions_code(text: str) -> bool:
    """Whether it is about a code or an invitation."""
    return _ABOUT.search(text) is not None
