"""The city as the rest of the bot sees it: names, borders, places, and its catalogue."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

import shapely
from shapely.geometry.base import BaseGeometry

from bot.core.catalogue import Catalogue, Hours, Names
from bot.core.distance import METRES
from bot.message import Point

LEVELS = ("city", "district", "community", "grid")
"""From the whole to the smallest; an area lies in one of a level before its own."""

What: TypeAlias = Literal[
    "category",
    "responder",
    "area",
    "module",
    "reason",
    "place",
    "question",
    "answer",
    "faq",
    "topic",
    "skill",
    "worker",
]
"""What has a name. A question's slug is `<category>.<question>`, an answer's has `.<answer>` too;
`faq` is the answer to a topic, `topic` its question; a worker's slug is the area."""

ALWAYS = Hours(((),) * 7, always=True)


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """Whom to call when life is in danger."""

    number: str
    names: Names


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the city with a border (degrees, longitude first)."""

    slug: str
    names: Names
    level: str
    parent: str | None
    border: BaseGeometry = field(repr=False, compare=False)
    worker: Names | None = None
    """Who looks after a grid, by name."""


@dataclass(frozen=True, slots=True)
class Faq:
    """A thing that residents ask; `category` is the ticket's when the answer does not help."""

    slug: str
    question: Names
    answer: Names
    category: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place or street that people name; `radius` in metres around `point`."""

    slug: str
    kind: Literal["place", "street"]
    point: Point
    radius: int
    names: Names
    aliases: Mapping[str, tuple[str, ...]]
    area: str
    """The smallest area that the point and the whole course lie in."""
    course: tuple[Point, ...] = ()
    """How a street runs, when the city says it."""


@dataclass(frozen=True)
class City:
    """Everything that a city may change."""

    slug: str
    names: Names
    zone: ZoneInfo
    languages: tuple[str, ...]
    """The first is the default."""
    emergency: Mapping[str, EmergencyNumber]
    """By purpose: ambulance, fire, police, care, and what else the city has."""
    catalogue: Catalogue
    areas: Mapping[str, Area]
    places: Mapping[str, Place]
    modules: Mapping[str, Names]
    digest_hour: int
    """In local time."""
    faq: Mapping[str, Faq] = field(default_factory=dict)
    """By topic."""
    duty: Hours = ALWAYS
    """When a coordinator is there to talk to."""
    retention: Mapping[str, timedelta] = field(default_factory=dict)
    """How long messages, photos and people are kept after their last use."""
    skills: Mapping[str, Names] = field(default_factory=dict)
    """What volunteers can offer."""
    ask_same: bool = True
    """Whether residents are asked if their report is the same as an open ticket near by."""
    warnings: tuple[str, ...] = ()
    """What a city may live with but should know, one sentence each."""

    def name(self, what: What, slug: str, language: str) -> str:
        """The name in a language, else in the default language, else the slug."""
        names = self._names[what].get(slug, {})
        return names.get(language) or names.get(self.languages[0]) or slug

    def area_at(self, point: Point) -> str | None:
        """The innermost area that a point lies in, or None outside the city."""
        spot = shapely.Point(point.lon, point.lat)
        near = (self._bordered[i] for i in sorted(self._borders.query(spot).tolist()))
        return next((each.slug for each in near if each.border.intersects(spot)), None)

    def area_round(self, points: Sequence[Point]) -> str | None:
        """The smallest area that all points lie in, or None when one lies outside the city."""
        chains = [self.catalogue.within(self.area_at(each)) for each in points]
        return next((area for area in chains[0] if all(area in each for each in chains)), None)

    def worker_of(self, area: str | None) -> tuple[str, Names] | None:
        """Whose grid an area is or lies in: the area that has the worker, and the worker."""
        for slug in self.catalogue.within(area):
            found = self.areas.get(slug)
            if found is not None and found.worker is not None:
                return slug, found.worker
        return None

    def contains(self, point: Point) -> bool:
        """Whether a point lies in the city."""
        return self.area_at(point) is not None

    def places_near(self, point: Point, n: int) -> list[Place]:
        """The n places whose names fit a point best, nearest first (see `distance`)."""
        spot = shapely.Point(flat(point, self._origin))
        lengths = shapely.distance(self._shapes, spot).tolist() if self.places else []
        gaps = {
            place.slug: _gap(place, far)
            for place, far in zip(self.places.values(), lengths, strict=True)
        }
        return [self.places[slug] for slug in sorted(gaps, key=gaps.__getitem__)[:n]]

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, Names]]:
        return {
            "category": {slug: each.names for slug, each in self.catalogue.categories.items()},
            "responder": {slug: each.names for slug, each in self.catalogue.responders.items()},
            "area": {slug: each.names for slug, each in self.areas.items()},
            "module": self.modules,
            "reason": {**self.catalogue.refuse_reasons, **self.catalogue.decline_reasons},
            "place": {slug: each.names for slug, each in self.places.items()},
            "question": self._questions,
            "answer": self._answers,
            "faq": {slug: each.answer for slug, each in self.faq.items()},
            "topic": {slug: each.question for slug, each in self.faq.items()},
            "skill": self.skills,
            "worker": {slug: each.worker for slug, each in self.areas.items() if each.worker},
        }

    @property
    def _questions(self) -> Mapping[str, Names]:
        return {
            f"{category.slug}.{each.key}": each.names
            for category in self.catalogue.categories.values()
            for each in category.questions
        }

    @property
    def _answers(self) -> Mapping[str, Names]:
        return {
            f"{category.slug}.{question.key}.{each.key}": each.names
            for category in self.catalogue.categories.values()
            for question in category.questions
            for each in question.answers
        }

    @cached_property
    def _origin(self) -> Point:
        return next(iter(self.places.values())).point if self.places else Point(0, 0)

    @cached_property
    def _shapes(self) -> list[BaseGeometry]:
        return [outline(each, self._origin) for each in self.places.values()]

    @cached_property
    def _bordered(self) -> list[Area]:
        """The innermost first, so that one look is enough; made ready to be asked often."""
        found = sorted(self.areas.values(), key=_depth, reverse=True)
        shapely.prepare([each.border for each in found])
        return found

    @cached_property
    def _borders(self) -> shapely.STRtree:
        return shapely.STRtree([each.border for each in self._bordered])


def distance(place: Place, point: Point) -> float:
    """Metres from a point to a place: 0 within a place's radius; to a street's course."""
    return _gap(place, outline(place, point).distance(shapely.Point(0, 0)))


def flat(point: Point, origin: Point) -> tuple[float, float]:
    """A point as metres east and north of an origin in the same city."""
    east = (point.lon - origin.lon) * math.cos(math.radians(origin.lat))
    return east * METRES, (point.lat - origin.lat) * METRES


def outline(place: Place, origin: Point) -> BaseGeometry:
    """A street's course, else the point, in metres from an origin."""
    if len(place.course) > 1:
        return shapely.LineString([flat(each, origin) for each in place.course])
    return shapely.Point(flat(place.point, origin))


def _gap(place: Place, far: float) -> float:
    return far if place.kind == "street" else max(0.0, far - place.radius)


def _depth(area: Area) -> tuple[int, str]:
    return LEVELS.index(area.level), area.slug
