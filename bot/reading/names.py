"""Which of the city's own things a sentence names: what somebody can do, an organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from bot.core.catalogue import Names
from bot.core.people import Role
from bot.reading.text import fold
from bot.reading.words import Words, said_in

SURE = 85.0
"""From here on a name counts as this one, out of 100."""

NEAR = 6.0
"""Points below the best in which others may be meant as well."""

SEVERAL = 3
"""Names that begin alike from which on the beginning tells nothing."""

_ROLES = (Role.VOLUNTEER, Role.COORDINATOR, Role.RESPONDER)

_PARTS = r"[,、،/;（）()]|{}"
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST = 3
"""Letters of a word that may stand for a whole name; of Chinese two signs."""


def find_named(text: str, known: Mapping[str, Names], words: Words) -> list[str]:
    """The slugs of what a sentence names, or names a part of ("驾车、接送": 接送)."""
    said = fold(text)
    return [
        slug
        for slug, names in known.items()
        if any(_stands_in(part, said) for name in names.values() for part in _parts(name, words))
    ]


def find_role(text: str, words: Words) -> Role | None:
    """The one role that a text names."""
    found = [role for role in _ROLES if said_in(words, "roles", role.value, text)]
    return found[0] if len(found) == 1 else None


def find_like(text: str, known: Mapping[str, Names]) -> list[str]:
    """The slugs of what a text may mean by a name, however mistyped; the likeliest first.

    Several only when it could as well be any of them.
    """
    said = fold(text)
    if len(said) < (2 if _HAN.search(said) else _LEAST):
        return []
    full = {slug: [fold(each) for each in names.values()] for slug, names in known.items()}
    shared = _shared(each for names in full.values() for each in names)
    scores = {
        slug: max(_alike(said, each) for name in names for each in _ways(name, shared))
        for slug, names in full.items()
    }
    best = max(scores.values(), default=0.0)
    if best < SURE:
        return []
    close = [slug for slug, score in scores.items() if score >= max(SURE, best - NEAR)]
    return sorted(close, key=lambda slug: -scores[slug])


def _shared(names: Iterable[str]) -> frozenset[str]:
    """How several begin, as with the city's own name: people leave that away."""
    begins = Counter(
        begin
        for name in names
        for begin in ([name[:2], name[:3]] if _HAN.match(name) else [f"{name.split()[0]} "])
    )
    return frozenset(begin for begin, count in begins.items() if count >= SEVERAL)


def _ways(name: str, shared: Iterable[str]) -> list[str]:
    """A name in full, and without how it begins when several begin so."""
    begins = [each for each in shared if name.startswith(each)]
    bare = name.removeprefix(max(begins, key=len)) if begins else name
    return [name, bare] if len(bare) >= _LEAST else [name]


def _parts(name: str, words: Words) -> list[str]:
    whole = fold(name)
    split = words.pattern("names", "split", _PARTS)
    return [each.strip() for each in (whole, *split.split(whole)) if each.strip()]


def _stands_in(part: str, said: str) -> bool:
    if _HAN.search(part):
        return len(part) > 1 and part in said
    pattern = rf"(?<!\w){re.escape(part)}(?!\w)"
    return len(part) >= _LEAST and re.search(pattern, said) is not None


def _alike(said: str, name: str) -> float:
    """How alike two names are; part of a longer one counts a little less than the whole."""
    whole = fuzz.ratio(said, name)
    if len(said) < len(name) and not _HAN.search(said) and len(said) < 5:
        return whole
    return max(whole, fuzz.partial_ratio(said, name) - 3, fuzz.token_set_ratio(said, name) - 3)
