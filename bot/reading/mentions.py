"""Finds names of places in a text: exactly, and else by sound or in spite of a typo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.reading.gazetteer import LEAST_WORD, Gazetteer, Name, Spot, fixed, windows
from bot.reading.hanzi import near_sound
from bot.reading.manner import Manner
from bot.reading.tokens import Token

LONE_WORD = 8
"""Letters of a name of one word from which on it may have a typo."""

_KEPT_WORDS = 32768
"""Words whose likeness to the names is remembered: most words of most messages."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text (characters from, to), and what it may stand for."""

    start: int
    end: int
    spots: tuple[Spot, ...]
    far: int = 0
    """Letters that are not as they should be."""


def find_mentions(gazetteer: Gazetteer, tokens: Sequence[Token]) -> list[Mention]:
    """The names in a text, in order, none over another; a longer name wins.

    Places that are misspelt are sought only when none is there as it should be.
    """
    found = list(_exact(gazetteer, tokens))
    if not any(spot.place for each in found for spot in each.spots):
        found += _by_sound(gazetteer, tokens)
        found += _by_signs(gazetteer, tokens)
        found += _by_words(gazetteer, tokens)
    return _apart(found)


def _exact(gazetteer: Gazetteer, tokens: Sequence[Token]) -> Iterator[Mention]:
    for start, end, joined in windows(tokens, gazetteer.longest):
        spots = gazetteer.exact.get(joined)
        after = tokens[end].text if end < len(tokens) else ""
        if spots and after != gazetteer.manner.otherwise.get(joined[-1], joined):
            yield Mention(tokens[start].start, tokens[end - 1].end, spots)


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """The longest of those that lie over one another; of equal ones all that they may mean."""
    kept: list[Mention] = []
    for each in sorted(found, key=lambda each: (each.start - each.end, each.far, each.start)):
        over = [old for old in kept if each.start < old.end and old.start < each.end]
        if not over:
            kept.append(each)
        elif (over[0].start, over[0].end, over[0].far) == (each.start, each.end, each.far):
            kept.remove(over[0])
            spots = dict.fromkeys((*over[0].spots, *each.spots))
            kept.append(replace(each, spots=tuple(spots)))
    return sorted(kept, key=lambda each: each.start)


def _by_sound(gazetteer: Gazetteer, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Chinese names with other signs of the same sound: 辛福路 is 幸福路."""
    sounds = [near_sound(each.text) for each in tokens]
    for start in range(len(tokens)):
        for length in gazetteer.lengths:
            part = tokens[start : start + length]
            if any(each.apart for each in part[1:]):
                break
            for name, spot in gazetteer.sounds.get(tuple(sounds[start : start + length]), ()):
                if _sounds_meant("".join(each.text for each in part), name):
                    yield Mention(part[0].start, part[-1].end, (spot,))


def _sounds_meant(said: str, name: str) -> bool:
    same = sum(a == b for a, b in zip(said, name, strict=True))
    if same == len(name):  # exact, and passed over for a reason
        return False
    if len(name) == 3:
        return same >= 2 and said[-1] == name[-1]
    return 2 * same >= len(name)


def _by_signs(gazetteer: Gazetteer, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Long Chinese names with one sign behind the second wrong, missing or too many."""
    for start, (one, two) in enumerate(pairwise(tokens)):
        for name, spot in gazetteer.signs.get(one.text + two.text, ()):
            for end in range(start + len(name) - 1, start + len(name) + 2):
                part = tokens[start:end]
                joined = "".join(each.text for each in part)
                if any(each.apart for each in part[1:]) or _other(joined, name, gazetteer):
                    continue
                far = OSA.distance(joined, name, score_cutoff=1)
                if far <= 1:
                    yield Mention(part[0].start, part[-1].end, (spot,), far)


def _other(said: str, name: str, gazetteer: Gazetteer) -> bool:
    """Whether signs that tell places apart are not the same in both."""
    telling = gazetteer.manner.telling
    one, other = ([s for s in text if s in telling or s.isdigit()] for text in (said, name))
    return one != other


def _by_words(gazetteer: Gazetteer, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Other names with a letter or two wrong in them, or a gap too many."""
    for at in range(len(tokens)):
        for name in _near_names(gazetteer, tokens, at):
            found = _fit(gazetteer, name, tokens, at)
            if found:
                yield found


def _near_names(gazetteer: Gazetteer, tokens: Sequence[Token], at: int) -> dict[Name, None]:
    """Names with a telling word like the one at a token, or like it and the next."""
    one = tokens[at]
    if one.sign or not one.text.isalpha():
        return {}
    asked = [one.text]
    if at + 1 < len(tokens) and not tokens[at + 1].apart and tokens[at + 1].text.isalpha():
        asked.append(one.text + tokens[at + 1].text)
    names: dict[Name, None] = dict.fromkeys(gazetteer.words.get(one.text, ()))
    for word in asked:
        for like in _alike(gazetteer, word):
            names.update(dict.fromkeys(gazetteer.words[like]))
    return names


@lru_cache(maxsize=_KEPT_WORDS)
def _alike(gazetteer: Gazetteer, word: str) -> tuple[str, ...]:
    """The telling words that a word may be a typo of."""
    most = _budget(len(word))
    if not most:
        return ()
    return tuple(
        each
        for length in range(len(word) - most, len(word) + most + 1)
        for each, _, _ in process.extract(
            word,
            gazetteer.vocabulary.get(length, ()),
            scorer=OSA.distance,
            score_cutoff=most,
            limit=None,
        )
    )


def _fit(gazetteer: Gazetteer, name: Name, tokens: Sequence[Token], at: int) -> Mention | None:
    """The stretch with a token in it that is nearest to a name, if it is near enough."""
    fits: list[tuple[int, Mention]] = []
    for start, end in _around(tokens, at, len(name.words)):
        said = [each.text for each in tokens[start:end]]
        same = fixed(said, gazetteer.manner) == name.fixed
        far = _far(name, said, gazetteer.manner) if same else None
        if far is not None:
            mention = Mention(tokens[start].start, tokens[end - 1].end, (name.spot,), far)
            fits.append((far, mention))
    return min(fits, key=lambda each: each[0])[1] if fits else None


def _far(name: Name, words: Sequence[str], manner: Manner) -> int | None:
    """Letters in which words differ from a name, or None when it is not what they mean.

    Word by word where there are as many; else a gap is wrong, and one letter may be too.
    """
    if len(words) == len(name.words):
        if len(words) == 1 and len(name.joined) < LONE_WORD:
            return None
        if any(
            one in manner.forms and one != other
            for one, other in zip(words, name.words, strict=True)
        ):
            return None  # "building" is no typo of a name
        each_far = [
            min(_apart_by(one, form) for form in manner.forms.get(other, (other,)))
            for one, other in zip(words, name.words, strict=True)
        ]
        fits = all(far <= most for far, most in each_far)
        return sum(far for far, _ in each_far) if fits else None
    far = OSA.distance("".join(words), name.joined, score_cutoff=1)
    return far if far <= 1 and len(name.joined) >= LONE_WORD else None


def _apart_by(said: str, meant: str) -> tuple[int, int]:
    """Letters in which two words differ, and in how many they may."""
    return OSA.distance(said, meant), _budget(max(len(said), len(meant)))


def _around(tokens: Sequence[Token], at: int, length: int) -> Iterator[tuple[int, int]]:
    """Stretches round a token, up to one longer than a name."""
    for start in range(max(0, at - length), at + 1):
        for end in range(at + 1, min(len(tokens), start + length + 1) + 1):
            if not any(each.apart for each in tokens[start + 1 : end]):
                yield start, end


def _budget(length: int) -> int:
    """Letters of a word that may be wrong."""
    return 0 if length < LEAST_WORD else 1 if length < LONE_WORD else 2
