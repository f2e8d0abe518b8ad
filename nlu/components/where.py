"""Finds the words of a message that say where, also of places that no list knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from sklearn_crfsuite import CRF

from nlu.components.words import MOST

Span = tuple[int, int]
"""From and to, in characters of the text."""

Token = tuple[int, int, str]
"""A word, a Chinese character or a mark, with from and to."""

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+|[^\w\s]|_")
_HAN = re.compile(r"[\u3400-\u9fff]")
_BESIDE = (-3, -2, -1, 1, 2, 3)

ROUNDS = 8
"""Passes over the sentences; twice as many read no better."""

LEAST = 2
"""Times that a sign of a place must be seen to count: half the memory, no worse."""

_END = "§"
"""What stands for a mark that ends a sentence: no place goes on behind it."""
_ENDS = frozenset(".!?…。！？؟")
_CUT_SHORT = 4
"""Letters from which on a word before a full stop ends a sentence, unless places that are marked
have it cut short (blvd.); av. and opp. never do."""
_ABBREVIATED = re.compile(rf"([^\W\d_]{{{_CUT_SHORT},}})\.(?=\s)")


class PlaceFinder:
    """A conditional random field over words, and over characters where they are words."""

    def __init__(self) -> None:
        self.model = CRF(
            algorithm="pa", min_freq=LEAST, max_iterations=ROUNDS, all_possible_transitions=True
        )
        self.knows = False
        self.abbreviated: frozenset[str] = frozenset()
        """Longer words that were seen cut short within a place."""

    def fit(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> None:
        """Learns from texts with the places in them."""
        inside = (
            text[start:end] for text, each in zip(texts, spans, strict=True) for start, end in each
        )
        self.abbreviated = frozenset(
            _plain(each) for place in inside for each in _ABBREVIATED.findall(place)
        )
        rows = [_tokens(each) for each in texts]
        labels = [_labels(tokens, marked) for tokens, marked in zip(rows, spans, strict=True)]
        self.knows = any("B" in each for each in labels)
        if self.knows:
            told = [self._features(*each) for each in zip(texts, rows, strict=True)]
            self.model.fit(told, labels)

    def find(self, text: str) -> list[Span]:
        """The places in a text, in its order."""
        tokens = _tokens(text[:MOST])
        if not tokens or not self.knows:
            return []
        found: list[Span] = []
        labels = self.model.predict_single(self._features(text, tokens))
        for (start, end, _), label in zip(tokens, labels, strict=True):
            if label == "I" and found:
                found[-1] = (found[-1][0], end)
            elif label != "O":
                found.append((start, end))
            if label == "O" and found:
                found.append((-1, -1))  # what comes next is another place
        return [each for each in found if each[0] >= 0]

    def _features(self, text: str, tokens: Sequence[Token]) -> list[dict[str, float]]:
        words = [_plain(each) for _, _, each in tokens]
        looks = [_look(each) for _, _, each in tokens]
        for at, (_, end, mark) in enumerate(tokens):
            if mark in _ENDS and (mark != "." or self._ends(words[:at], text[end : end + 1])):
                words[at] = looks[at] = _END
        return [dict.fromkeys(_of(words, looks, at), 1.0) for at in range(len(tokens))]

    def _ends(self, before: Sequence[str], behind: str) -> bool:
        """Whether a full stop ends a sentence, by the words before it and the sign behind."""
        word = before[-1] if before else ""
        return behind.isspace() and len(word) >= _CUT_SHORT and word not in self.abbreviated


def _tokens(text: str) -> list[Token]:
    return [(each.start(), each.end(), each[0]) for each in _TOKEN.finditer(text)]


def _labels(tokens: Sequence[Token], spans: Sequence[Span]) -> list[str]:
    labels, before = [], None
    for start, end, _ in tokens:
        middle = (start + end) / 2
        inside = next((each for each in spans if each[0] <= middle < each[1]), None)
        labels.append("O" if inside is None else "I" if inside == before else "B")
        before = inside
    return labels


def _of(words: Sequence[str], looks: Sequence[str], at: int) -> Iterator[str]:
    """What is told of a word: itself, its beginnings and ends, and what stands around it."""
    word = words[at]
    yield from ("bias", f"w={word}", f"look={looks[at]}")
    for length in (2, 3, 4):
        if len(word) > length:
            yield f"pre={word[:length]}"
            yield f"suf={word[-length:]}"
    for step in _BESIDE:
        there = at + step
        known = 0 <= there < len(words)
        yield f"{step}w={words[there] if known else '#'}"
        if abs(step) < 3:
            yield f"{step}look={looks[there] if known else '#'}"
            if known and len(words[there]) > 3:
                yield f"{step}suf={words[there][-3:]}"
    padded = ["#", "#", *words, "#", "#"]  # word `at` is padded[at + 2]
    for first in (-2, -1, 0):
        yield f"{first}.={padded[at + 2 + first]} {padded[at + 3 + first]}"
    around = ["#", "#", *looks, "#", "#"][at : at + 5]
    yield f"look3={' '.join(around[1:4])}"
    yield f"look5={' '.join(around)}"
    yield f"w+look={word} {around[3]}"
    yield f"look+w={around[1]} {word}"


def _plain(word: str) -> str:
    """A word without case, accents, and with its digits alike."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(each for each in folded if not unicodedata.combining(each))
    return "0" * min(len(bare), 4) if bare.isdigit() else bare


def _look(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 4)}"
    if not word[0].isalnum():
        return word
    if _HAN.match(word):
        return "han"
    if len(word) == 1:
        return "A" if word.isupper() else "a"
    return "AA" if word.isupper() else "Aa" if word[0].isupper() else "aa"
