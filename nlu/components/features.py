"""What a linear model sees of a text: its words and letters beside its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.components.words import words

MEANING = 2.0
"""How much the meaning counts beside the words; from cross-validation, flat around it."""


class Features:
    """Texts as rows of numbers; learned once, so that all models of a message share its row."""

    def __init__(self) -> None:
        self.letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(1, 5), min_df=2, sublinear_tf=True, dtype=np.float32
        )
        self.words = TfidfVectorizer(
            tokenizer=words,
            token_pattern=None,
            lowercase=False,
            ngram_range=(1, 2),
            sublinear_tf=True,
            dtype=np.float32,
        )

    def fit(self, texts: Sequence[str]) -> None:
        """Learns which words and letters there are, and how rare they are."""
        self.letters.fit(texts)
        self.words.fit(texts)

    def rows(self, texts: Sequence[str], meaning: Any) -> Any:
        """The texts as sparse rows; `meaning` are their vectors as rows."""
        sides = (self.words.transform(texts), self.letters.transform(texts))
        return hstack([*sides, csr_matrix(meaning * MEANING)]).tocsr()
