"""Whether two reports tell of the same: by place, kind, time, their traits, and what they mean."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.core.catalogue import Category
from bot.core.distance import metres
from bot.message import Point

FAR = 400.0
"""Metres beyond the radius of both within which two reports may be of the same."""

VAGUE = 100.0
"""Metres around a point in which something lies when nobody says how exactly."""

SAME = 0.6
"""From this likeness on two reports are taken to tell of the same."""

KINDS = 3
"""Categories that a report may be about: its own, and as many as were thought likely besides."""

LEAST_CHANCE = 0.05
"""A kind that was thought less likely than this is none that a report may be about."""

LONG = timedelta(days=6)
"""After this long something of the same kind there is rather something new."""

USUAL = 0.3
"""How near the meanings of two reports of the same place and kind usually are."""

ONE = 127
"""What stands for 1 in a kept vector."""

Vector = bytes
"""A unit vector of whole numbers of one byte."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a report from others of its kind."""

    numbers: frozenset[str] = frozenset()
    """Of houses, buildings, entrances, bus lines."""
    marks: frozenset[str] = frozenset()
    """Left, black, a woman: codes of `reading`."""
    again: bool = False
    """Whether it says that this is not the first time."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Traits:
        """The traits that `plain` made plain."""
        numbers, marks = (
            frozenset(map(str, kept.get(each) or ())) for each in ("numbers", "marks")
        )
        return cls(numbers, marks, bool(kept.get("again")))

    def plain(self) -> dict[str, Any]:
        """The same as JSON may hold it."""
        return {"numbers": sorted(self.numbers), "marks": sorted(self.marks), "again": self.again}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report as it is compared with others."""

    category: str
    at: datetime
    language: str = ""
    point: Point | None = None
    radius: float | None = None
    """Metres around the point."""
    personal: bool = False
    """Whether it is one person's need, as another's next door is another's."""
    kinds: frozenset[str] = frozenset()
    """Categories that it may be about besides."""
    traits: Traits = field(default_factory=Traits)
    vector: Vector | None = None
    """What its words mean, without the place; None where that is not known."""
    grams: frozenset[str] = frozenset()
    """Pieces of its words, for where meaning is not known."""


GROUPS = (
    ("left", "right"),
    ("north", "south", "east", "west"),
    ("front", "back"),
    ("goods", "people"),
    ("woman", "man"),
    ("dark", "light", "brown"),
)
"""Marks of which a thing has one."""

BIAS = 1.79
WEIGHTS: Mapping[str, float] = {
    "personal": -1.1,
    "out": -1.75,
    "long": -2.9,
    "long_again": -0.92,
    "numbers": -2.65,
    "marks": -2.25,
    "meaning": 1.88,
}
"""By logistic regression over 500 pairs (`bench/pairs.jsonl`), half of them look-alikes. In one
language meaning says nothing there: look-alikes are as near as what is the same."""


def likeness(a: Sighting, b: Sighting) -> float:
    """How likely two reports tell of the same, from 0 to 1; 0 when their kinds have nothing to do
    with one another, or they lie too far apart."""
    told = features(a, b)
    if told is None:
        return 0.0
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * each for name, each in told.items())))


def features(a: Sighting, b: Sighting) -> dict[str, float] | None:
    """What speaks for and against it; None when it cannot be."""
    if not _akin(a, b):
        return None
    far = metres(a.point, b.point) if a.point and b.point else None
    reach = (a.radius or VAGUE) + (b.radius or VAGUE)
    if far is not None and far > FAR + reach:
        return None
    long = abs(a.at - b.at) > LONG
    across = a.language != b.language
    return {
        "personal": float(a.personal or b.personal),
        "out": 0.5 if far is None else min(far / reach, 4.0),
        "long": float(long),
        "long_again": float(long and (a.traits.again or b.traits.again)),
        "numbers": float(_apart(a.traits.numbers, b.traits.numbers)),
        "marks": float(contrasts(a.traits.marks, b.traits.marks)),
        "meaning": closeness(a, b) - USUAL if across else 0.0,
    }


def personal(category: Category) -> bool:
    """Whether tickets of a category are about a person: help at home, a claim, an application."""
    return category.private or not category.needs_place


def _akin(a: Sighting, b: Sighting) -> bool:
    return a.category == b.category or a.category in b.kinds or b.category in a.kinds


def _apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each has a number that the other lacks: two flats of one house share only its own."""
    return bool(some - others and others - some)


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others and not some & others)


def contrasts(some: frozenset[str], others: frozenset[str]) -> int:
    """In how many ways two things differ of which each has one."""
    return sum(_differ(some.intersection(each), others.intersection(each)) for each in GROUPS)


def closeness(a: Sighting, b: Sighting) -> float:
    """How near their meaning is, from -1 to 1; of their words alone where it is not known."""
    if a.vector is not None and b.vector is not None and len(a.vector) == len(b.vector):
        pairs = zip(memoryview(a.vector).cast("b"), memoryview(b.vector).cast("b"), strict=True)
        return sum(x * y for x, y in pairs) / ONE**2
    both = len(a.grams & b.grams)
    return both / math.sqrt(len(a.grams) * len(b.grams)) if both else 0.0


def likely_kinds(
    ranking: Iterable[Mapping[str, Any]], least: float = LEAST_CHANCE
) -> frozenset[str]:
    """The categories that a report may be about, of a ranking, best first."""
    likely = [
        str(each["name"]) for each in ranking if float(each.get("confidence") or 0.0) >= least
    ]
    return frozenset(likely[:KINDS])


def packed(vector: Sequence[float]) -> Vector:
    """A unit vector as it is kept."""
    return bytes(max(-ONE, min(ONE, round(each * ONE))) & 0xFF for each in vector)


def grams_of(text: str) -> frozenset[str]:
    """Pieces of a text: pairs of signs of scripts without blanks, four letters of others."""
    words = "".join(each if each.isalnum() else " " for each in text.casefold()).split()
    return frozenset(
        word[i : i + size]
        for word in words
        for size in (2 if max(word) >= "\u3040" else 4,)
        for i in range(max(1, len(word) - size + 1))
    )
