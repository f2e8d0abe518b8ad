"""For whom a report is, when not for its writer: a code such as `mother`, never a name."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.people import SOMEBODY
from bot.reading.sections import SECTIONS
from bot.reading.text import fold
from bot.reading.words import Words, said_in

CODES = tuple(SECTIONS["persons"])

_NO_NEED = frozenset({"child", "colleague"})


def find_whom(text: str, words: Words) -> str | None:
    """For whom a report says that it is; None when it says nothing of the kind."""
    somebody = SOMEBODY if said_in(words, "whom", "somebody", text) else None
    return _first(text, words, "told") or somebody


def find_needy(text: str, words: Words) -> str | None:
    """Of whom a call for help at home speaks; None when it is the writer, or nobody is named."""
    if said_in(words, "whom", "itself", text):
        return None
    found = _first(text, words, "needy")
    return None if found in _NO_NEED else found


def announced(text: str, words: Words) -> str:
    """Who is meant by "I write for somebody else"."""
    return _first(text, words, "any") or SOMEBODY


def _first(text: str, words: Words, key: str) -> str | None:
    """The code of the rule that matches first in the text."""
    text, words = fold(text), words.heard(text)
    found = {
        code: match.start()
        for code in CODES
        if (match := _rule(words, key, code).search(text)) is not None
    }
    return min(found, key=lambda code: found[code], default=None)


@lru_cache(maxsize=512)
def _rule(words: Words, key: str, code: str) -> re.Pattern[str]:
    """The pattern of all languages, with each one's words for a person in it."""
    parts = [
        each.get("whom", key).replace("{person}", f"(?:{each.get('persons', code)})")
        for each in words.tongues
    ]
    return re.compile("|".join(parts) or r"(?!)")
