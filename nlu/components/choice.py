"""One linear model over names: the words and letters of a text beside its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from nlu.components.words import words

FOLDS = 3
SEED = 7
MEANING = 2.0
"""How much the meaning counts beside the words; from cross-validation, flat around it."""

Array = Any
"""A numpy array; what numpy's own types add here is not worth their length."""


@dataclass
class Choice:
    """A linear model that gives each of its names a probability."""

    strength: float = 0.3
    """The inverse of the regularisation."""
    sharpness: float = 1.0
    """What the margins are multiplied with to become probabilities; found when fitted."""
    names: list[str] = field(default_factory=list)

    def fit(self, texts: Sequence[str], meaning: Array, labels: Sequence[str]) -> Array:
        """Learns at least two names, and gives the margins of the same texts as rows, each from
        a model that did not see the text."""
        truth = np.array(labels)
        self.names = sorted(set(labels))
        apart = np.zeros((len(texts), len(self.names)))
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
        for known, new in folds.split(meaning, truth):
            part = Choice(self.strength)
            part.learn([texts[i] for i in known], meaning[known], truth[known])
            columns = [self.names.index(name) for name in part.names]
            apart[np.ix_(new, columns)] = part.margins([texts[i] for i in new], meaning[new])
        at = np.searchsorted(self.names, truth)
        self.sharpness = min(np.arange(1.0, 12.0, 0.5), key=lambda s: _surprise(apart, at, s))
        self.learn(texts, meaning, truth)
        return apart

    def learn(self, texts: Sequence[str], meaning: Array, labels: Array) -> None:
        """Learns the names, without a measure of how well."""
        self.names = sorted(set(labels))
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
        self.letters.fit(texts)
        self.words.fit(texts)
        self.model = LinearSVC(C=self.strength, class_weight="balanced", random_state=SEED)
        self.model.fit(self._features(texts, meaning), labels)

    def _features(self, texts: Sequence[str], meaning: Array) -> Any:
        sides = (self.words.transform(texts), self.letters.transform(texts))
        return hstack([*sides, csr_matrix(meaning * MEANING)]).tocsr()

    def margins(self, texts: Sequence[str], meaning: Array) -> Array:
        """How far each text lies on each name's side, as rows."""
        found = self.model.decision_function(self._features(texts, meaning))
        return np.stack([-found, found], 1) if found.ndim == 1 else found

    def probabilities(self, margins: Array) -> Array:
        """The margins as probabilities, row by row."""
        return _probabilities(margins, self.sharpness)


def _probabilities(margins: Array, sharpness: float) -> Array:
    raised = np.exp(sharpness * (margins - margins.max(1, keepdims=True)))
    return raised / raised.sum(1, keepdims=True)


def _surprise(margins: Array, truth: Array, sharpness: float) -> float:
    right = _probabilities(margins, sharpness)[np.arange(len(truth)), truth]
    return float(-np.log(right).mean())
