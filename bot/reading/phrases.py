"""Grows names into what a person said of a place: its doors, what it is near, two streets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.reading import placewords as words
from bot.reading.gazetteer import Spot
from bot.reading.lexicon import Units
from bot.reading.mentions import Mention
from bot.reading.placewords import REACH


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


def read_phrases(text: str, mentions: Sequence[Mention], units: Sequence[Units]) -> list[Phrase]:
    """Each mention with what belongs to it, left and right; none over another."""
    phrases: list[Phrase] = []
    for i, mention in enumerate(mentions):
        low = phrases[-1].end if phrases else 0
        high = mentions[i + 1].start if i + 1 < len(mentions) else len(text)
        start, end, near, crossing = mention.start, mention.end, False, False
        end = _behind(text, end, high, units)
        near, crossing, end = _relation_behind(text, end, high)
        start = _before(text, low, start, units)
        near_before, crossing_before, start = _relation_before(text, low, start)
        home = words.HOME.search(text, max(low, start - REACH), start) is not None
        phrases.append(
            Phrase(
                start,
                end,
                mention.spots,
                near=near or near_before,
                home=home,
                crossing=crossing or crossing_before,
            )
        )
    return phrases


def join(text: str, phrases: Sequence[Phrase], crossing: Crossing) -> list[Phrase]:
    """Phrases that tell one place together made one, from left to right."""
    joined: list[Phrase] = []
    for phrase in phrases:
        one = _joined(text, joined[-1], phrase, crossing) if joined else None
        if one:
            joined[-1] = one
        else:
            joined.append(phrase)
    return joined


def _joined(text: str, a: Phrase, b: Phrase, crossing: Crossing) -> Phrase | None:
    gap = text[a.end : b.start]
    whole = replace(a, end=b.end, near=a.near or b.near)
    told = a.crossing or b.crossing
    if not gap or words.AND.match(gap):
        spot = crossing(a, b, told=told)
        if spot:
            return replace(whole, spots=(spot,), crossing=True)
    if words.TO.match(gap) and a.place and b.place:
        return whole
    elsewhere = a.home and not b.home and words.COMMA.search(gap)
    if words.GLUE.match(gap) and not elsewhere:
        best = min(a, b, key=lambda each: each.rank)
        return replace(whole, spots=best.spots)
    return None


def _behind(text: str, end: int, high: int, units: Sequence[Units]) -> int:
    """The end with the numbers of doors behind a name."""
    ends = [
        found.end()
        for each in units
        if (found := each.suffix.match(text, end, min(high, end + REACH)))
    ]
    return max(ends, default=end)


def _before(text: str, low: int, start: int, units: Sequence[Units]) -> int:
    """The start with the numbers of doors before a name."""
    left = max(low, start - REACH)
    starts = [
        left + found.start() for each in units if (found := each.prefix.search(text[left:start]))
    ]
    return min(starts, default=start)


def _relation_behind(text: str, end: int, high: int) -> tuple[bool, bool, int]:
    """Whether near, whether a crossing, and the end with the words for it."""
    near = crossing = False
    for pattern in (words.PART_AFTER, words.CROSS_AFTER, words.NEAR_AFTER):
        found = pattern.match(text, end, min(high, end + REACH))
        if found:
            end = found.end()
            near = near or pattern is words.NEAR_AFTER
            crossing = crossing or pattern is words.CROSS_AFTER
    return near, crossing, end


def _relation_before(text: str, low: int, start: int) -> tuple[bool, bool, int]:
    """Whether near, whether a crossing, and the start with the words for it."""
    left = max(low, start - REACH)
    for pattern in (words.NEAR_BEFORE, words.CROSS_BEFORE):
        found = pattern.search(text[left:start])
        if found:
            near = pattern is words.NEAR_BEFORE
            return near, not near, left + found.start()
    return False, False, start
