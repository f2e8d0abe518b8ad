"""What a sentence says by itself: language, urgency, references, stars, place in the city."""

from bot.reading.finder import Finder
from bot.reading.found import Choice, Found
from bot.reading.lexicon import Lexicon, load_lexicon
from bot.reading.reading import Reading, read
from bot.reading.text import clean, is_empty, is_only_emoji
from bot.reading.words import Words, load_words, words_of

__all__ = [
    "Choice",
    "Finder",
    "Found",
    "Lexicon",
    "Reading",
    "Words",
    "clean",
    "is_empty",
    "is_only_emoji",
    "load_lexicon",
    "load_words",
    "read",
    "words_of",
]
