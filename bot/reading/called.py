"""The language that a sentence asks for, by the names that languages have in each other."""

from __future__ import annotations

import re

from bot.reading.text import fold
from bot.reading.words import Words

_UNREAD = "unread"
_CLAUSE = re.compile(r"[,，.。;；:：!！?？、،؛؟]")


def language_in(text: str, words: Words) -> str | None:
    """The one language that a sentence asks for; None when it names none, or two.

    "My Chinese is bad, English please" asks for English.
    """
    unread = [fold(each) for each in words.all("called", _UNREAD)]
    clauses = [
        each for each in _CLAUSE.split(fold(text)) if not any(trouble in each for trouble in unread)
    ]
    found = {code for code, name in _names(words) for each in clauses if name in each}
    return found.pop() if len(found) == 1 else None


def _names(words: Words) -> list[tuple[str, str]]:
    return [
        (code, fold(name))
        for tongue in words.tongues
        for code, names in tongue.table["called"].items()
        if code != _UNREAD
        for name in names
    ]
