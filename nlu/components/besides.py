"""A second thing in a message: what stands behind "and also", read by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from nlu.components.words import plain

TABLE = "besides"
"""The name of the lookup tables with the words that a second thing begins with."""

LEAST = 8
"""Letters that tell of something; a Chinese character counts twice."""

Joints = re.Pattern[str]


def joints(phrases: Sequence[str]) -> Joints | None:
    """What parts a message into several things; None without any phrase."""
    told = sorted({plain(each) for each in phrases} - {""}, key=lambda each: (-len(each), each))
    whole = [
        re.escape(each) if _is_han(each) else rf"(?<!\w){re.escape(each)}(?!\w)" for each in told
    ]
    return re.compile("|".join(whole)) if whole else None


def parts(text: str, joints: Joints | None) -> list[str]:
    """The things that a message tells of; nothing where it is one."""
    if joints is None:
        return []
    found = [each.strip() for each in joints.split(plain(text))]
    found = [each for each in found if _wide(each) >= LEAST]
    return found if len(found) > 1 else []


def _wide(text: str) -> int:
    return sum(2 if _is_han(each) else 1 for each in text if each.isalnum())


def _is_han(text: str) -> bool:
    return unicodedata.name(text[0], "").startswith("CJK")
