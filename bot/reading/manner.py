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
    forms: Mapping[str, tuple[str, ...]]
    """In what long forms the languages write a word that stands for others: avenue, avenida."""
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
    groups = [[folded(each) for each in group] for group in words.all("names", "same")]
    for group in groups:
        _join(same, group)
    forms: dict[str, tuple[str, ...]] = {}
    for long in dict.fromkeys(group[0] for group in groups):
        forms[same[long]] = (*forms.get(same[long], ()), long)
    return Manner(
        {word: first for word, first in same.items() if word != first},
        forms,
        frozenset(map(folded, words.all("names", "ways"))),
        frozenset(words.all("names", "telling")),
        dict(words.all("names", "otherwise")),
    )


def _join(same: dict[str, str], group: list[str]) -> None:
    """Makes one of words that are one, also with those that another language joined to them."""
    first = next((same[each] for each in group if each in same), group[0])
    old = {same[each] for each in group if each in same}
    for word in (*group, *(word for word, stands in same.items() if stands in old)):
        same[word] = first
