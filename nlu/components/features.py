"""What a linear model sees of a text: its words and letters beside its meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple
from zlib import adler32, crc32

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.components.words import folded, words

MEANING = 0.8
"""How much the meaning counts beside the words: the less, the more sentences are known."""

SIDES = 128
"""The directions in which meanings differ most. All 512 read no better and take twice as long."""

LEAST_WORDS, LEAST_PIECES = 2, 3
"""Sentences that a word, a pair of words or a piece of one must stand in to count."""

FEW = 1000
"""Sentences up to which each word and piece of one counts, however rare."""

SEED = 7


class Features:
    """Texts as rows of numbers; learned once, so that all models of a message share its row."""

    def __init__(self) -> None:
        self.letters = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 4),
            min_df=LEAST_PIECES,
            sublinear_tf=True,
            dtype=np.float32,
        )
        self.words = TfidfVectorizer(
            tokenizer=words,
            token_pattern=None,
            lowercase=False,
            ngram_range=(1, 2),
            min_df=LEAST_WORDS,
            sublinear_tf=True,
            dtype=np.float32,
        )
        self.sides = PCA(SIDES, svd_solver="randomized", random_state=SEED)

    def fit(self, texts: Sequence[str], meanings: Any) -> Any:
        """Learns which words and letters there are, how rare they are, and how meanings differ;
        gives the texts as rows."""
        bare = [folded(each) for each in texts]
        signs = []
        for side in (self.words, self.letters):
            side.min_df = min(side.min_df, 1 + len(bare) // FEW)
            signs.append(side.fit_transform(bare))
        self.known = [_known(each) for each in (self.words, self.letters)]
        if min(meanings.shape) > SIDES:
            self.sides.fit(meanings[:: max(1, len(meanings) // 20_000)])
        return self._joined(hstack(signs), meanings)

    def rows(self, texts: Sequence[str], meanings: Any) -> Any:
        """The texts as sparse rows; `meanings` are their vectors as rows.

        What the library makes of a text, without what it checks each time: a third of the time.
        """
        words, letters = self._sides()
        first, second = len(words.rare), len(words.rare) + len(letters.rare)
        meant = np.asarray(self.directions(meanings) * MEANING, dtype=np.float32)
        wide = meant.shape[1]
        last = np.arange(second, second + wide)
        values, places, ends = [], [], [0]
        for text, sides in zip(map(folded, texts), meant, strict=True):
            one, two = _signs(words, text), _signs(letters, text)
            values += [one.weights, two.weights, sides]
            places += [one.at, two.at + first, last]
            ends.append(ends[-1] + len(one.at) + len(two.at) + wide)
        shape = (len(ends) - 1, second + wide)
        if not values:
            return csr_matrix(shape, dtype=np.float32)
        return csr_matrix((np.concatenate(values), np.concatenate(places), ends), shape=shape)

    def _sides(self) -> list[_Side]:
        """How a text is taken apart, with what of it is known."""
        made: list[_Side] | None = self.__dict__.get("_made")
        if made is None:
            both = zip((self.words, self.letters), self.known, strict=True)
            made = [_Side(learned.build_analyzer(), *known) for learned, known in both]
            self.__dict__["_made"] = made
        return made

    def __getstate__(self) -> dict[str, Any]:
        """Without what is made of the rest."""
        return {name: value for name, value in self.__dict__.items() if name != "_made"}

    def directions(self, meanings: Any) -> Any:
        """The meanings along the directions in which they differ most, as rows."""
        if not hasattr(self.sides, "components_"):
            return meanings
        return (meanings - self.sides.mean_) @ self.sides.components_.T

    def _joined(self, signs: Any, meanings: Any) -> Any:
        meant = csr_matrix(np.asarray(self.directions(meanings) * MEANING, dtype=np.float32))
        return hstack([signs, meant]).tocsr()


class _Side(NamedTuple):
    """What a vectoriser learned."""

    pieces: Callable[[str], list[str]]
    """Takes a text apart."""
    codes: Any
    """Those of the known pieces, in their order."""
    places: Any
    """The place of each code's piece in a row."""
    rare: Any
    """How rare the piece at each place is."""


def _known(learned: TfidfVectorizer) -> tuple[Any, Any, Any]:
    """The codes, places and rarities of what a vectoriser knows, which forgets the pieces.

    Half a million words and pieces as Python's strings would take more memory than their weights.
    """
    rare = np.asarray(learned.idf_, dtype=np.float32)
    codes, places = _coded(learned.vocabulary_), np.fromiter(learned.vocabulary_.values(), int)
    learned.vocabulary_, learned.stop_words_ = {}, None
    order = np.argsort(codes)
    return codes[order], places[order].astype(np.int32), rare


def _coded(pieces: Iterable[str]) -> Any:
    """A number of 64 bits for each piece; two checksums, since they are fast, the same in every
    process, and no two pieces of a vocabulary have met in both."""
    raw = map(str.encode, pieces)
    return np.fromiter((crc32(each) << 32 | adler32(each) for each in raw), dtype=np.uint64)


class _Signs(NamedTuple):
    """The pieces of a text: their places, and how much each weighs."""

    at: Any
    weights: Any


def _signs(side: _Side, text: str) -> _Signs:
    counts = Counter(side.pieces(text))
    codes = _coded(counts)
    found = np.minimum(np.searchsorted(side.codes, codes), max(len(side.codes) - 1, 0))
    known = side.codes[found] == codes if len(side.codes) else np.zeros(len(codes), dtype=bool)
    at = side.places[found[known]]
    times = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))[known]
    weights = (1 + np.log(times)) * side.rare[at]
    length = np.sqrt((weights * weights).sum())
    return _Signs(at, weights / length if length else weights)
