"""How the languages of a deployment write the names of places: shortened, with directions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.tokens import folded
from bot.reading.words import Words


@dataclass(frozen=True, slots=True)
class Manner:
    """What is alike, and what is not, in the names of places."""

    same: Mapping[str, str]
    """What a word of a name stands for: street for st. Names and texts go through it alike,
    so St may be Saint in both."""
    ways: frozenset[str]
    """Directions and the like: another one is another place."""
    telling: frozenset[str]
    """Signs that make another place of a name: no typo is taken for them."""
    otherwise: Mapping[str, str]
    """For a sign at a name's end the one behind it that makes another word: 街道, 路由器."""


@lru_cache(maxsize=32)
def manner_of(words: Words) -> Manner:
    """The manner of these languages together."""
    same: dict[str, str] = {}
    for group in words.all("names", "same"):
        _join(same, [folded(each) for each in group])
    return Manner(
        {word: first for word, first in same.items() if word != first},
        frozenset(map(folded, words.all("names", "ways"))),
        frozenset(words.all("names", "telling")),
        dict(words.all("names", "otherwise")),
    )


def _join(same: dict[str, str], group: list[str]) -> None:
    """Makes one of words that are one, also with those that another language joined to them."""
    first = same.get(group[0], group[0])
    old = {same[each] for each in group if each in same}
    for word in (*group, *(word for word, stands in same.items() if stands in old)):
        same[word] = first
