"""What a sentence says by itself: language, urgency, references, stars, place in the city."""

from bot.reading.finder import Finder
from bot.reading.found import Choice, Found
from bot.reading.lexicon import Lexicon, load_lexicon
from bot.reading.reading import Reading, read
from bot.reading.text import clean, is_empty, is_only_emoji

__all__ = [
    "Choice",
    "Finder",
    "Found",
    "Lexicon",
    "Reading",
    "clean",
    "is_empty",
    "is_only_emoji",
    "load_lexicon",
    "read",
]
