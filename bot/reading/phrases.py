"""Grows names into what a person said of a place: its doors, what it is near, two streets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.reading.gazetteer import Spot
from bot.reading.lexicon import Units
from bot.reading.mentions import Mention
from bot.reading.placewords import COMMA, REACH, PlaceWords
from bot.reading.text import level


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a text (characters from, to) that tells one place."""

    start: int
    end: int
    spots: tuple[Spot, ...]
    near: bool = False
    """Near or opposite it, not at it."""
    home: bool = False
    """Where the person lives."""
    crossing: bool = False
    """Said to be where streets meet."""

    @property
    def place(self) -> bool:
        """Whether it tells more than an area."""
        return self.spots[0].place is not None

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The smaller, the better it tells where."""
        best = min(self.spots, key=lambda each: each.radius)
        return not self.place, best.street and not self.crossing, best.radius


class Crossing(Protocol):
    """Where the streets of two phrases meet, if they do."""

    def __call__(self, a: Phrase, b: Phrase, *, told: bool) -> Spot | None: ...


@dataclass(frozen=True, slots=True)
class Around:
    """A text, and what may stand round the names in it."""

    text: str
    low: str
    """The text, levelled: sign for sign as long."""
    words: PlaceWords
    units: Sequence[Units]


def around(text: str, words: PlaceWords, units: Sequence[Units]) -> Around:
    """A text with the small words and the doors of a deployment's languages."""
    return Around(text, level(text), words, units)


def read_phrases(text: Around, mentions: Sequence[Mention]) -> list[Phrase]:
    """Each mention with what belongs to it, left and right; none over another."""
    phrases: list[Phrase] = []
    for i, mention in enumerate(mentions):
        low = phrases[-1].end if phrases else 0
        high = mentions[i + 1].start if i + 1 < len(mentions) else len(text.text)
        end = _behind(text, mention.end, high)
        near, crossing, end = _relation_behind(text, end, high)
        start = _before(text, low, mention.start)
        near_before, crossing_before, start = _relation_before(text, low, start)
        left = text.low[max(low, start - REACH) : start]
        phrases.append(
            Phrase(
                start,
                end,
                mention.spots,
                near=near or near_before,
                home=text.words.home.search(left) is not None,
                crossing=crossing or crossing_before,
            )
        )
    return phrases


def join(text: Around, phrases: Sequence[Phrase], crossing: Crossing) -> list[Phrase]:
    """Phrases that tell one place together made one, from left to right."""
    joined: list[Phrase] = []
    for phrase in phrases:
        one = _joined(text, joined[-1], phrase, crossing) if joined else None
        if one:
            joined[-1] = one
        else:
            joined.append(phrase)
    return joined


def _joined(text: Around, a: Phrase, b: Phrase, crossing: Crossing) -> Phrase | None:
    gap, words = text.low[a.end : b.start], text.words
    whole = replace(a, end=b.end, near=a.near or b.near)
    told = a.crossing or b.crossing
    if not gap or words.both.match(gap):
        spot = crossing(a, b, told=told)
        if spot:
            return replace(whole, spots=(spot,), crossing=True)
    if words.until.match(gap) and a.place and b.place:
        return whole
    elsewhere = a.home and not b.home and COMMA.search(gap)
    if words.glue.match(gap) and not elsewhere:
        best = min(a, b, key=lambda each: each.rank)
        return replace(whole, spots=best.spots)
    return None


def _behind(text: Around, end: int, high: int) -> int:
    """The end with the numbers of doors behind a name."""
    ends = [
        text.words.without_count(text.low, end, found.end())
        for each in text.units
        if (found := each.suffix.match(text.text, end, min(high, end + REACH)))
    ]
    return max(ends, default=end)


def _before(text: Around, low: int, start: int) -> int:
    """The start with the numbers of doors before a name."""
    left = max(low, start - REACH)
    starts = [
        left + found.start()
        for each in text.units
        if (found := each.prefix.search(text.text[left:start]))
    ]
    return min(starts, default=start)


def _relation_behind(text: Around, end: int, high: int) -> tuple[bool, bool, int]:
    """Whether near, whether a crossing, and the end with the words for it."""
    near = crossing = False
    words = text.words
    for pattern in (words.part_after, words.corner_after, words.near_after):
        found = pattern.match(text.low, end, min(high, end + REACH))
        if found:
            end = found.end()
            near = near or pattern is words.near_after
            crossing = crossing or pattern is words.corner_after
    return near, crossing, end


def _relation_before(text: Around, low: int, start: int) -> tuple[bool, bool, int]:
    """Whether near, whether a crossing, and the start with the words for it."""
    left = max(low, start - REACH)
    for pattern in (text.words.near_before, text.words.corner_before):
        found = pattern.search(text.low[left:start])
        if found:
            near = pattern is text.words.near_before
            return near, not near, left + found.start()
    return False, False, start
