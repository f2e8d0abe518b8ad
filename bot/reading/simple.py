"""Whether somebody wants to be spoken to simply, or as before."""

from __future__ import annotations

import re

from bot.reading.text import plain

_OFF = re.compile(
    r"\b(?:back to normal|normal (?:size|mode)|put it back|as (?:it was )?before|leave|exit|quit)\b"
    r"|\b(?:turn|switch)(?: \w+){0,4} off\b|\bdon[’']?t (?:need|want)\b"
    r"|恢复|退出|关掉|关闭|变回|切回|改回|取消|普通|正常|不需要|不要大字|我不是老人",
    re.IGNORECASE,
)
_MANY = re.compile(r"不要(?:那么|这么)多|don[’']?t (?:need|want) (?:so|that) many", re.IGNORECASE)
"""These words ask for less, not for an end."""


def wants_simple(text: str) -> bool:
    """True for large letters and few choices; False when a sentence asks for the usual again."""
    told = _MANY.sub(" ", plain(text))
    return not _OFF.search(told)
