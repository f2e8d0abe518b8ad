"""Whether somebody wants to be spoken to simply, or as before."""

from __future__ import annotations

from bot.reading.text import fold
from bot.reading.words import Words, said_in


def wants_simple(text: str, words: Words) -> bool:
    """True for large letters and few choices; False when a sentence asks for the usual again."""
    words = words.heard(text)
    told = words.pattern("simple", "less").sub(" ", fold(text))
    return not said_in(words, "simple", "off", told)
