"""What a linear model sees of a text: its words and letters beside its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.components.words import folded, words

MEANING = 0.8
"""How much the meaning counts beside the words: the less, the more sentences are known."""

SIDES = 128
"""The directions in which meanings differ most. All 512 read no better and take twice as long."""

FEW = 1000
"""Sentences up to which each word and piece of one counts, however rare."""

SEED = 7


class Features:
    """Texts as rows of numbers; learned once, so that all models of a message share its row."""

    def __init__(self) -> None:
        self.letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True, dtype=np.float32
        )
        self.words = TfidfVectorizer(
            tokenizer=words,
            token_pattern=None,
            lowercase=False,
            ngram_range=(1, 2),
            min_df=2,
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
            side.stop_words_ = None  # hundreds of thousands that nobody asks for
        if min(meanings.shape) > SIDES:
            self.sides.fit(meanings[:: max(1, len(meanings) // 20_000)])
        return self._joined(hstack(signs), meanings)

    def rows(self, texts: Sequence[str], meanings: Any) -> Any:
        """The texts as sparse rows; `meanings` are their vectors as rows."""
        bare = [folded(each) for each in texts]
        signs = [self.words.transform(bare), self.letters.transform(bare)]
        return self._joined(hstack(signs), meanings)

    def directions(self, meanings: Any) -> Any:
        """The meanings along the directions in which they differ most, as rows."""
        if not hasattr(self.sides, "components_"):
            return meanings
        return (meanings - self.sides.mean_) @ self.sides.components_.T

    def _joined(self, signs: Any, meanings: Any) -> Any:
        meant = csr_matrix(np.asarray(self.directions(meanings) * MEANING, dtype=np.float32))
        return hstack([signs, meant]).tocsr()
