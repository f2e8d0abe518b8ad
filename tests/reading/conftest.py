"""The sample city, the project's own lexicon, and small rules that only the tests know."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.city import City, load
from bot.reading import Finder, Lexicon, Words, load_lexicon, load_words

ROOT = Path(__file__).resolve().parents[2]
RULES = Path(__file__).resolve().parent / "rules"
OTHERS = sorted({each.parent.name for each in ROOT.glob("nlu/*/reading.toml")} - {"zh", "en"})
SPOKEN = ("zh", "en", *OTHERS)
"""All languages that have a folder."""


@pytest.fixture(scope="session")
def city() -> City:
    """The sample city."""
    return load(ROOT / "city")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The rules that people meet."""
    return load_lexicon(ROOT / "nlu", SPOKEN)


@pytest.fixture(scope="session")
def words() -> Words:
    """The small words that people meet."""
    return load_words(ROOT / "nlu", SPOKEN)


@pytest.fixture(scope="session")
def rules() -> Lexicon:
    """A few rules, so that a test says what it tests."""
    return load_lexicon(RULES, ("zh", "en"))


@pytest.fixture(scope="session")
def finder(city: City, lexicon: Lexicon, words: Words) -> Finder:
    """The finder that people meet."""
    return Finder(city, lexicon.units, words)
