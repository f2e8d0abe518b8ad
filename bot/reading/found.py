"""A place as a person named it: the words, the point, how sure, and what else it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.message import Point


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several places that fit about as well."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where something is, in the shape of `metadata.place`.

    With `choices` nothing is decided: `place` is None, point and radius (metres) hold all
    of them, and `area` is the smallest that does.
    """

    text: str
    """As the person said it, with numbers of houses and doors."""
    point: Point
    radius: int
    area: str | None
    place: str | None
    choices: tuple[Choice, ...] = ()

    def to_facts(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "text": self.text,
            "lat": self.point.lat,
            "lon": self.point.lon,
            "radius": self.radius,
            "area": self.area,
            "place": self.place,
            "choices": [{"place": each.place, "text": each.text} for each in self.choices],
        }

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Found:
        """Back from JSON values. Raises KeyError when one is missing."""
        return cls(
            text=facts["text"],
            point=Point(facts["lat"], facts["lon"]),
            radius=facts["radius"],
            area=facts["area"],
            place=facts["place"],
            choices=tuple(Choice(each["place"], each["text"]) for each in facts["choices"]),
        )
