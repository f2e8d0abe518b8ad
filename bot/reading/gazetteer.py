"""All names of a city's places, streets and areas, ready to be looked up in a text."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.city import Area, City, Place
from bot.message import Point
from bot.reading.hanzi import near_sound, sound
from bot.reading.manner import Manner, manner_of
from bot.reading.tokens import Token, tokenise
from bot.reading.words import Words

AREAS = ("district", "community")
"""Levels whose names people say."""

LEAST_SOUND = 3
"""Signs of a Chinese name from which on it is known by its sound: two are too few."""

LEAST_WORD = 4
"""Letters of a word from which on one may be wrong."""

LEAST_SIGNS = 6
"""Signs of a Chinese name from which on one may be wrong, missing or too many."""

_COMMON = 3
"""Names that share a word from which on the word distinguishes nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on the map that has a name: a place or street, or else an area."""

    place: str | None
    area: str
    point: Point
    radius: int
    street: bool = False
    course: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a spot, in tokens; `fixed` are those that no typo may touch."""

    joined: str
    words: tuple[str, ...]
    fixed: tuple[str, ...]
    spot: Spot


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names by what they are looked up with."""

    exact: Mapping[str, tuple[Spot, ...]]
    """By the name's tokens without gaps, also in pinyin."""
    longest: int
    """Tokens of the longest name."""
    sounds: Mapping[tuple[str, ...], tuple[tuple[str, Spot], ...]]
    """Chinese names by their syllables, as said in the south."""
    signs: Mapping[str, tuple[tuple[str, Spot], ...]]
    """Chinese names that are long enough for a wrong sign, by their first two."""
    words: Mapping[str, tuple[Name, ...]]
    """Other names by each of their telling words, and by the whole without gaps."""
    vocabulary: Mapping[int, tuple[str, ...]]
    """The keys of `words` that are long enough for a typo, by how long they are."""
    lengths: tuple[int, ...]
    """How many signs the names in `sounds` have."""
    manner: Manner


def build(city: City, words: Words) -> Gazetteer:
    """The gazetteer of a city, named in the manner of these languages."""
    manner = manner_of(words)
    exact: dict[str, dict[Spot, None]] = defaultdict(dict)
    sounds: dict[tuple[str, ...], dict[tuple[str, Spot], None]] = defaultdict(dict)
    signs: dict[str, dict[tuple[str, Spot], None]] = defaultdict(dict)
    lettered: list[tuple[Sequence[str], Spot]] = []
    longest = 1
    for spot, name in _named(city):
        tokens = [each.text for each in tokenise(name, manner.same)]
        joined = "".join(tokens)
        exact[joined][spot] = None
        longest = max(longest, len(tokens))
        if not is_chinese(joined):
            if spot.place is not None:
                lettered.append((tokens, spot))
        elif len(joined) >= LEAST_SOUND:
            exact["".join(map(sound, joined))][spot] = None
            if spot.place is not None:
                sounds[tuple(map(near_sound, joined))][joined, spot] = None
                if len(joined) >= LEAST_SIGNS:
                    signs[joined[:2]][joined, spot] = None
    return Gazetteer(
        exact={name: tuple(spots) for name, spots in exact.items() if name},
        longest=longest,
        sounds={name: tuple(spots) for name, spots in sounds.items()},
        signs={first: tuple(names) for first, names in signs.items()},
        words=(by_word := _by_word(lettered, manner)),
        vocabulary=_by_length(each for each in by_word if len(each) >= LEAST_WORD),
        lengths=tuple(sorted({len(each) for each in sounds})),
        manner=manner,
    )


def is_chinese(text: str) -> bool:
    """Whether it is of Chinese signs alone."""
    return all("\u3400" <= each <= "\u9fff" for each in text)


def spot_of(place: Place) -> Spot:
    """A place of the city as a spot."""
    return Spot(
        place.slug, place.area, place.point, place.radius, place.kind == "street", place.course
    )


def spot_of_area(area: Area) -> Spot:
    """An area as a spot: a circle of about its size."""
    inside = area.border.representative_point()
    west, south, east, north = area.border.bounds
    height = (north - south) * 111_195
    width = (east - west) * 111_195 * math.cos(math.radians(south))
    radius = math.hypot(height, width) / 2
    return Spot(None, area.slug, Point(inside.y, inside.x), round(radius))


def fixed(tokens: Sequence[str], manner: Manner) -> tuple[str, ...]:
    """Numbers and directions: another one is another place, not a typo."""
    return tuple(sorted(each for each in tokens if each in manner.ways or not each.isalpha()))


def windows(tokens: Sequence[Token], most: int) -> Iterator[tuple[int, int, str]]:
    """All stretches of up to so many tokens with nothing between: from, to, joined."""
    for start in range(len(tokens)):
        joined = ""
        for end in range(start, min(start + most, len(tokens))):
            if end > start and tokens[end].apart:
                break
            joined += tokens[end].text
            yield start, end + 1, joined


def _named(city: City) -> Iterator[tuple[Spot, str]]:
    for place in city.places.values():
        spot = spot_of(place)
        for language in city.languages:
            for name in (place.names[language], *place.aliases[language]):
                yield spot, name
    for area in city.areas.values():
        if area.level in AREAS:
            spot = spot_of_area(area)
            for name in area.names.values():
                yield spot, name


def _by_word(
    named: Sequence[tuple[Sequence[str], Spot]], manner: Manner
) -> Mapping[str, tuple[Name, ...]]:
    common = Counter(word for word, _ in {(w, spot) for words, spot in named for w in words})
    found: dict[str, list[Name]] = defaultdict(list)
    for words, spot in named:
        name = Name("".join(words), tuple(words), fixed(words, manner), spot)
        telling = {each for each in words if each.isalpha() and common[each] < _COMMON}
        for word in {*telling, name.joined}:
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _by_length(words: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for each in words:
        found[len(each)].append(each)
    return {length: tuple(those) for length, those in found.items()}
