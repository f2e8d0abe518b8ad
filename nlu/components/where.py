"""Finds the words of a message that say where, also of places that no list knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from sklearn_crfsuite import CRF

from nlu.components.words import MOST

Span = tuple[int, int]
"""From and to, in characters of the text."""

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|\d+|[^\w\s]|_")
_HAN = re.compile(r"[\u3400-\u9fff]")
_JOINED = re.compile(r"[\s,،，'’.-]*")
_BESIDE = (-3, -2, -1, 1, 2, 3)

ROUNDS = 80
"""Passes over the sentences; more read the same."""


class PlaceFinder:
    """A conditional random field over words, and over characters where they are words."""

    def __init__(self) -> None:
        self.model = CRF(
            algorithm="lbfgs",
            c1=0.05,
            c2=0.05,
            max_iterations=ROUNDS,
            min_freq=1,
            all_possible_transitions=True,
        )
        self.knows = False

    def fit(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> None:
        """Learns from texts with the places in them."""
        rows = [_tokens(each) for each in texts]
        labels = [_labels(tokens, marked) for tokens, marked in zip(rows, spans, strict=True)]
        self.knows = any("B" in each for each in labels)
        if self.knows:
            self.model.fit([_features(each) for each in rows], labels)

    def find(self, text: str) -> list[Span]:
        """The places in a text, in its order."""
        tokens = _tokens(text[:MOST])
        if not tokens or not self.knows:
            return []
        found: list[Span] = []
        labels = self.model.predict_single(_features(tokens))
        for (start, end, _), label in zip(tokens, labels, strict=True):
            if label == "I" and found:
                found[-1] = (found[-1][0], end)
            elif label != "O":
                found.append((start, end))
            if label == "O" and found:
                found.append((-1, -1))  # what comes next is another place
        return [each for each in found if each[0] >= 0]


def best(text: str, spans: Sequence[Span]) -> str | None:
    """The words of the place that says most; places beside one another are one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _JOINED.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if not joined:
        return None
    start, end = max(joined, key=lambda each: each[1] - each[0])
    return text[start:end]


def _tokens(text: str) -> list[tuple[int, int, str]]:
    return [(each.start(), each.end(), each[0]) for each in _TOKEN.finditer(text)]


def _labels(tokens: Sequence[tuple[int, int, str]], spans: Sequence[Span]) -> list[str]:
    labels, before = [], None
    for start, end, _ in tokens:
        middle = (start + end) / 2
        inside = next((each for each in spans if each[0] <= middle < each[1]), None)
        labels.append("O" if inside is None else "I" if inside == before else "B")
        before = inside
    return labels


def _features(tokens: Sequence[tuple[int, int, str]]) -> list[dict[str, Any]]:
    words = [_plain(each) for _, _, each in tokens]
    looks = [_look(each) for _, _, each in tokens]
    return [dict(_of(words, looks, at)) for at in range(len(tokens))]


def _of(words: Sequence[str], looks: Sequence[str], at: int) -> Iterator[tuple[str, Any]]:
    word = words[at]
    yield "bias", 1.0
    yield f"w={word}", 1.0
    yield f"look={looks[at]}", 1.0
    for length in (2, 3, 4):
        if len(word) > length:
            yield f"pre={word[:length]}", 1.0
            yield f"suf={word[-length:]}", 1.0
    for step in _BESIDE:
        there = at + step
        known = 0 <= there < len(words)
        yield f"{step}w={words[there] if known else '#'}", 1.0
        if abs(step) < 3:
            yield f"{step}look={looks[there] if known else '#'}", 1.0
            if known and len(words[there]) > 3:
                yield f"{step}suf={words[there][-3:]}", 1.0
    padded = ["#", "#", *words, "#"]  # word `at` is padded[at + 2]
    for first in (-2, -1, 0):
        yield f"{first}.={padded[at + 2 + first]} {padded[at + 3 + first]}", 1.0


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
