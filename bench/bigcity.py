"""A city of 10,000 areas and 5,000 responders, made in memory: the sample city's kinds, much more
of everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import shapely
from shapely.geometry.base import BaseGeometry

from bench.places import ROOT
from bot.city import Area, City, load
from bot.city.times import read_hours
from bot.core.catalogue import Category, Kind, Responder

WIDE, HIGH = 150, 64
"""Grids from west to east, and from south to north."""
LEVELS = (("city", 150, 64), ("district", 30, 16), ("community", 5, 4), ("grid", 1, 1))
"""How many grids an area of each level is wide and high: 1, 20, 480 and 9,600 areas."""

WEST, SOUTH, STEP = 121.0, 36.4, 0.004
"""Degrees; a grid is about 360 by 440 metres."""
BENDS = 4
"""Parts of one side of a grid: borders are crooked, and neighbours share them."""

RESPONDERS = 5000
OFFICES = 50
"""That are there for the whole city; of the others one in ten for a district."""

HOURS = ("24/7", "Mo-Fr 08:30-17:30", "Mo-Su 07:00-22:00", "Mo-Sa 08:00-12:00,13:30-18:00")

Corner = tuple[int, int]


class _Map:
    """Crooked lines between the corners of grids; the same line from both sides."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._points: dict[tuple[Corner, Corner, int], tuple[float, float]] = {}

    def border(self, west: int, south: int, wide: int, high: int) -> BaseGeometry:
        """The polygon round a block of grids."""
        east, north = west + wide, south + high
        round_ = [(x, south) for x in range(west, east)]
        round_ += [(east, y) for y in range(south, north)]
        round_ += [(x, north) for x in range(east, west, -1)]
        round_ += [(west, y) for y in range(north, south, -1)]
        pairs = zip(round_, [*round_[1:], round_[0]], strict=True)
        return shapely.Polygon([point for a, b in pairs for point in self._line(a, b)])

    def _line(self, a: Corner, b: Corner) -> Iterator[tuple[float, float]]:
        for part in range(BENDS):
            first, last, at = (a, b, part) if a < b else (b, a, (BENDS - part) % BENDS)
            yield self._point(first, last, at) if part else self._point(a, a, 0)

    def _point(self, a: Corner, b: Corner, at: int) -> tuple[float, float]:
        if (a, b, at) not in self._points:
            near, stray = at / BENDS, 0.1 * STEP
            self._points[a, b, at] = (
                WEST + STEP * (a[0] + (b[0] - a[0]) * near) + self._random.uniform(-stray, stray),
                SOUTH + STEP * (a[1] + (b[1] - a[1]) * near) + self._random.uniform(-stray, stray),
            )
        return self._points[a, b, at]


def build(seed: int = 7) -> City:
    """The city; the same for the same seed."""
    random, sample = Random(seed), load(ROOT / "city")
    areas = {each.slug: each for each in _areas(_Map(random))}
    known = [each for each in sample.catalogue.categories.values() if each.slug != "other"]
    responders = {
        slug: replace(each, areas=frozenset({"a-city-0-0"}))
        for slug, each in sample.catalogue.responders.items()
    }
    more = RESPONDERS - len(responders)
    responders |= {
        each.slug: each for each in _responders(random, list(areas.values()), known, more)
    }
    catalogue = replace(
        sample.catalogue,
        responders=responders,
        parents={each.slug: each.parent for each in areas.values()},
    )
    return replace(sample, slug="a-city-0-0", areas=areas, places={}, catalogue=catalogue)


def _areas(drawn: _Map) -> Iterator[Area]:
    for depth, (level, wide, high) in enumerate(LEVELS):
        for west in range(0, WIDE, wide):
            for south in range(0, HIGH, high):
                border = drawn.border(west, south, wide, high)
                parent = _slug(depth - 1, west, south) if depth else None
                slug = _slug(depth, west, south)
                yield Area(slug, {"en": slug}, level, parent, border)


def _slug(depth: int, west: int, south: int) -> str:
    level, wide, high = LEVELS[depth]
    return f"a-{level}-{west // wide}-{south // high}"


def _responders(
    random: Random, areas: list[Area], known: list[Category], number: int
) -> Iterator[Responder]:
    by_level = {level: [each.slug for each in areas if each.level == level] for level, *_ in LEVELS}
    kinds = {
        kind: [each.slug for each in known if any(rung.kind is kind for rung in each.ladder)]
        for kind in Kind
    }
    hours = [read_hours(each) for each in HOURS]
    for i in range(number):
        level, kind = _sort(i)
        own = by_level[level]
        yield Responder(
            slug=f"r{i:04}",
            kind=kind,
            names={"en": f"r{i:04}"},
            areas=frozenset(random.sample(own, min(len(own), random.randint(1, 2)))),
            categories=frozenset(random.sample(kinds[kind], min(len(kinds[kind]), 8))),
            hours=random.choice(hours),
            capacity=random.randint(20, 60) if random.random() < 0.4 else None,
        )


def _sort(i: int) -> tuple[str, Kind]:
    if i < OFFICES:
        return "city", (Kind.GOVERNMENT, Kind.ENTERPRISE)[i % 2]
    if i % 10 == 0:
        return "district", tuple(Kind)[i // 10 % 3]
    return "community", Kind.NGO if i % 5 == 1 else Kind.ENTERPRISE
