"""Finds the place that a sentence names, in one city."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

import shapely

from bot.city import City
from bot.city.city import distance, flat, outline
from bot.core.distance import metres
from bot.message import MAX_TEXT, Point
from bot.reading.found import Choice, Found
from bot.reading.gazetteer import Spot, build
from bot.reading.language import HAN, script_in, script_of
from bot.reading.lexicon import Units
from bot.reading.mentions import find_mentions
from bot.reading.phrases import Phrase, around, join, read_phrases
from bot.reading.placewords import place_words
from bot.reading.tokens import tokenise
from bot.reading.words import Words, words_of

NEAR = 150
"""Metres round a pin in which a name fits it, and that "near" adds to a place."""

TOGETHER = 400
"""Metres in which two places of one sentence are one."""

CLEAR = 600
"""Metres from a place that is clear in which another name's place is meant."""

MOST_SAID = 200
"""Characters that are kept of a person's words for a place."""

PIN = 30
"""Metres that a pin may be off."""

_NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")

MOST_CHOICES = 6
"""Buttons that a person still reads."""


class Finder:
    """The place finder of a city; `units` are the languages' ways to number doors.

    `words` are the languages' small words; without them those that the city speaks.
    """

    def __init__(self, city: City, units: Sequence[Units] = (), words: Words | None = None) -> None:
        words = words or words_of(city.languages)
        self._city = city
        self._units = tuple(units)
        self._words = place_words(words)
        self._gazetteer = build(city, words)

    def find(self, text: str, language: str | None = None) -> Found | None:
        """The place that a text names, or None; `language` is that of the choices' labels."""
        text = text[:MAX_TEXT]
        mentions = find_mentions(self._gazetteer, tokenise(text, self._gazetteer.manner.same))
        if not mentions:
            return None
        told = around(text, self._words, self._units)
        phrases = join(told, self._settle(read_phrases(told, mentions)), self._crossing)
        phrases = _about(phrases)
        said = [text[each.start : each.end].strip() for each in phrases]
        best = min(phrases, key=lambda each: each.rank)
        spots = best.spots
        if not all(self._together(best, each) for each in phrases):
            spots = tuple(dict.fromkeys(spot for each in phrases for spot in each.spots))
        return self._found(
            ", ".join(dict.fromkeys(said))[:MOST_SAID], spots, language, near=best.near
        )

    def at(self, point: Point, language: str | None = None) -> Found | None:
        """A pin: named after the nearest place, else its area; None outside the city."""
        area = self._city.area_at(point)
        if area is None:
            return None
        language = language or self._city.languages[0]
        for place in self._city.places_near(point, 1):
            if distance(place, point) <= NEAR:
                name = self._city.name("place", place.slug, language)
                return Found(name, point, PIN, area, place.slug)
        return Found(self._city.name("area", area, language), point, PIN, area, None)

    def by_slug(self, slug: str, language: str | None = None, text: str = "") -> Found | None:
        """A place that was chosen by its slug, or None; `text` keeps a person's own words."""
        place = self._city.places.get(slug)
        if place is None:
            return None
        name = self._city.name("place", slug, language or self._city.languages[0])
        return Found(text or name, place.point, place.radius, place.area, slug)

    def renumbered(self, known: str, text: str, language: str | None = None) -> Found | None:
        """The place that `known` names, behind the door that `text` says instead: "no, number 14".

        None where a text names a place itself, or no door, or the place is none of the city.
        """
        door, here = self._door(text[:MOST_SAID], known), self.find(known, language)
        if door is None or here is None or here.place is None or self.find(text) is not None:
            return None
        mentions = find_mentions(
            self._gazetteer, tokenise(known[:MAX_TEXT], self._gazetteer.manner.same)
        )
        name = next(
            known[each.start : each.end]
            for each in mentions
            if here.place in {spot.place for spot in each.spots}
        )
        gap = "" if HAN in (script_in(name[-1]), script_in(door[0])) else " "
        return replace(here, text=f"{name}{gap}{door}")

    def _door(self, text: str, known: str) -> str | None:
        """The first number of a door in a text that is not the known one, with its unit: 14号."""
        old = set(_NUMBER.findall(known))
        for start in range(len(text)):
            if start and _inside(text, start):
                continue
            found = (each.suffix.match(text, start) for each in self._units)
            doors = [each.group().strip(" ,，、") for each in found if each]
            door = max(doors, key=len, default="")
            numbers = set(_NUMBER.findall(door))
            if numbers and not numbers & old:
                return door
        return None

    def _settle(self, phrases: Sequence[Phrase]) -> list[Phrase]:
        """Decide between places of one name by the areas and places named beside."""
        areas = {each.spots[0].area for each in phrases if each.spots[0].place is None}
        clear = [each.spots[0].point for each in phrases if len(each.spots) == 1 and each.place]
        return [
            replace(each, spots=self._fitting(each.spots, areas, clear))
            if len(each.spots) > 1
            else each
            for each in phrases
        ]

    def _fitting(
        self, spots: tuple[Spot, ...], areas: set[str], clear: Sequence[Point]
    ) -> tuple[Spot, ...]:
        within = self._city.catalogue.within
        inside = tuple(each for each in spots if areas & set(within(each.area)))
        if inside:
            return inside
        far = [
            (min(distance(self._city.places[each.place], point) for point in clear), each)
            for each in spots
            if each.place and clear
        ]
        far.sort(key=lambda each: each[0])
        if far and far[0][0] <= CLEAR and (len(far) == 1 or far[1][0] >= 2 * far[0][0]):
            return (far[0][1],)
        return spots

    def _crossing(self, a: Phrase, b: Phrase, *, told: bool) -> Spot | None:
        """Where two streets meet; when it is not told, only if they do."""
        meetings = [
            meeting
            for one in a.spots
            for other in b.spots
            if one.street and other.street and one != other
            for meeting in [self._meeting(one, other)]
            if meeting.radius <= (TOGETHER if told else PIN * 2)
        ]
        return min(meetings, key=lambda each: each.radius, default=None)

    def _meeting(self, a: Spot, b: Spot) -> Spot:
        places = self._city.places
        one, other = (outline(places[each.place or ""], a.point) for each in (a, b))
        near, far = shapely.get_coordinates(shapely.shortest_line(one, other))
        east, north = (near + far) / 2
        origin = flat(Point(a.point.lat + 1, a.point.lon + 1), a.point)
        point = Point(a.point.lat + north / origin[1], a.point.lon + east / origin[0])
        radius = max(PIN * 2, round(one.distance(other)))
        return Spot(a.place, self._city.area_at(point) or a.area, point, radius, street=True)

    def _together(self, a: Phrase, b: Phrase) -> bool:
        """Whether two phrases may well tell one place."""
        return all(
            min(self._far(one, other), self._far(other, one)) <= TOGETHER
            for one in a.spots
            for other in b.spots
            if a is not b
        )

    def _far(self, spot: Spot, other: Spot) -> float:
        """Metres from a spot, or its street's course, to the middle of another."""
        place = self._city.places.get(spot.place or "")
        return distance(place, other.point) if place else metres(spot.point, other.point)

    def _found(
        self, said: str, spots: tuple[Spot, ...], language: str | None, *, near: bool
    ) -> Found:
        """One spot; or, with nothing decided, a circle round all, and what to choose from."""
        if len(spots) == 1:
            spot = spots[0]
            radius = spot.radius + (NEAR if near else 0)
            return Found(said, spot.point, radius, spot.area, spot.place)
        lat = sum(each.point.lat for each in spots) / len(spots)
        lon = sum(each.point.lon for each in spots) / len(spots)
        middle = Point(lat, lon)
        return Found(
            text=said,
            point=middle,
            radius=math.ceil(max(metres(middle, each.point) + each.radius for each in spots)),
            area=self._round(spots),
            place=None,
            choices=self._choices(spots, language or self._city.languages[0]),
        )

    def _round(self, spots: Sequence[Spot]) -> str | None:
        """The smallest area that all lie in."""
        within = self._city.catalogue.within
        chains = [within(each.area) for each in spots]
        return next((area for area in chains[0] if all(area in each for each in chains)), None)

    def _choices(self, spots: Sequence[Spot], language: str) -> tuple[Choice, ...]:
        """Each place by its name; places of one name also by the area that tells them apart."""
        slugs = [each.place for each in spots if each.place][:MOST_CHOICES]
        names = {slug: self._city.name("place", slug, language) for slug in slugs}
        return tuple(Choice(slug, self._label(slug, names, language)) for slug in names)

    def _label(self, slug: str, names: dict[str, str], language: str) -> str:
        name = names[slug]
        chains = {
            each: self._city.catalogue.within(self._city.places[each].area)
            for each in names
            if names[each] == name
        }
        own = chains.pop(slug)
        telling = [area for area in own if all(area not in each for each in chains.values())]
        if not chains or not telling:
            return name
        area = self._city.name("area", telling[-1], language)
        return f"{name}（{area}）" if script_of(language) == HAN else f"{name} ({area})"


def _inside(text: str, at: int) -> bool:
    """Whether a sign stands within a word or a number."""
    before = text[at - 1]
    return before.isalnum() and script_in(before) != HAN


def _about(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that may be what the text is about."""
    places = [each for each in phrases if each.place] or list(phrases)
    away = [each for each in places if not each.home] or places
    once = {frozenset(each.spots): each for each in reversed(away)}
    return list(reversed(once.values()))
