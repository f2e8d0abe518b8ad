"""Reads a sentence by itself: language, urgency, references, stars, place."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core import refs
from bot.core.catalogue import Urgency
from bot.message import MAX_TEXT
from bot.reading.finder import Finder
from bot.reading.found import Found
from bot.reading.language import find_language
from bot.reading.lexicon import Lexicon
from bot.reading.stars import find_stars
from bot.reading.text import clean
from bot.reading.words import said_in, words_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says by itself."""

    language: str
    """The language to answer in: one that the deployment speaks."""
    unspoken: str | None
    """The language that it is in, when the deployment does not speak that."""
    urgency: Urgency
    """From hazard and need in the words; normal when they tell nothing."""
    why: str | None
    """A code of the lexicon for the urgency."""
    refs: tuple[str, ...]
    mistyped: str | None
    """What seems to be meant as a reference and is none, when there is no other."""
    stars: int | None
    place: Found | None
    leaving: bool = False
    """Whether it only says goodbye, or that this is over."""
    corrects: bool = False
    """Whether it begins as who puts right what they said, or what was understood."""


def read(text: str, *, prior: str | None, lexicon: Lexicon, finder: Finder) -> Reading:
    """Read a text; `prior` is the language that the person spoke so far, None when nobody knows.

    Pure; raises nothing. At most `MAX_TEXT` characters are read.
    """
    text = clean(text[:MAX_TEXT])
    place = finder.find(text)
    rest = text.replace(place.text, " ", 1) if place else text  # a name tells no language
    for ref in refs.find(text):
        rest = refs.without(rest, ref)
    language, unspoken = find_language(rest, lexicon.languages, prior)
    if place and place.choices:
        place = finder.find(text, language)
    urgency, why = lexicon.urgency(text)
    words = words_of(lexicon.languages)
    return Reading(
        language=language,
        unspoken=unspoken,
        urgency=urgency,
        why=why,
        refs=tuple(refs.find(text)),
        mistyped=refs.mistyped(text),
        stars=find_stars(text, words),
        place=place,
        leaving=lexicon.leaving(text),
        corrects=said_in(words, "answers", "corrects", text),
    )
