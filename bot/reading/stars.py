"""How many stars a text gives: 5 stars, ⭐⭐⭐, 五星, 4分, 3/5."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.reading.text import fold
from bot.reading.tongue import Tongue, groups
from bot.reading.words import Words, said_in

MOST = 5
_STARS = frozenset(range(1, MOST + 1))

_SIGN = r"\s*(?:/\s*5(?!\d)|[⭐★🌟](?![⭐★🌟]))"
_DRAWN = re.compile(r"(?:[⭐★🌟☆]\ufe0f?\s*)+")


def find_stars(text: str, words: Words) -> int | None:
    """1 to 5, or None when the text gives none, or says two things."""
    text = fold(text)
    said = {
        tongue.number(star)
        for tongue in words.tongues
        for pattern in (*tongue.patterns("stars", "given"), _signed(tongue))
        for match in pattern.finditer(text)
        for star in groups(match, "star")
        if star
    }
    if not said and said_in(words, "stars", "full", text):
        said = {MOST}
    if not said:
        said = {sum(sign in "⭐★🌟" for sign in each) for each in _DRAWN.findall(text)}
    return said.pop() if len(said) == 1 and said <= _STARS else None


@lru_cache(maxsize=64)
def _signed(tongue: Tongue) -> re.Pattern[str]:
    """A number before a star that is drawn, or out of five."""
    named = "|".join(each.pattern for number, each in tongue.numbers.items() if number <= MOST)
    return re.compile(rf"(?<![\d.,/十百a-zа-яء-ي])(?P<star>[1-5]|{named}){_SIGN}")
