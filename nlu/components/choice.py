"""One linear model over names: what stands in a row of features, as a probability for each."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

FOLDS = 5
"""One part of so many is kept out, so as to measure by it."""
SEED = 7
MANY = 5000
"""Sentences from which on both models are learned at once, though each time a little otherwise."""

CLOSE = 1.0
"""How near to its end the solver goes: further on it takes longer, and reads worse what is new."""

Array = Any
"""A numpy array or sparse rows; what numpy's own types add here is not worth their length."""

Ranked = list[tuple[str, float]]
"""Names with probabilities, best first."""


@dataclass
class Choice:
    """A linear model that gives each of its names a probability."""

    strength: float = 1.0
    """The inverse of the regularisation."""
    sharpness: float = 1.0
    """What the margins are multiplied with to become probabilities."""
    names: list[str] = field(default_factory=list)

    def fit(self, rows: Array, labels: Sequence[str], new: Array) -> Array:
        """Learns at least two names; gives the margins that a second model finds for the rows at
        `new`, which it did not see."""
        truth = np.array(labels)
        self.names = sorted(set(labels))
        known = np.setdiff1d(np.arange(len(truth)), new)
        part = Choice(self.strength)
        # The solver lets go of the interpreter, but two at once share their random numbers.
        with ThreadPoolExecutor(1 if len(truth) < MANY else 2) as pool:
            whole = pool.submit(self.learn, rows, truth)
            pool.submit(part.learn, rows[known], truth[known]).result()
            whole.result()
        apart = np.full((len(new), len(self.names)), -1.0)
        columns = [self.names.index(name) for name in part.names]
        apart[:, columns] = part.margins(rows[new])
        return apart

    def sharpen(self, margins: Array, labels: Sequence[str], beside: Array | float = 0.0) -> None:
        """Finds what margins are multiplied with to be probabilities, from rows that were kept
        out; `beside` is what else speaks for each name, as logarithms."""
        at = np.searchsorted(self.names, np.array(labels))
        steps = np.arange(1.0, 12.0, 0.5)
        self.sharpness = min(steps, key=lambda each: _surprise(each * margins + beside, at))

    def learn(self, rows: Array, labels: Array) -> None:
        """Learns the names, without a measure of how well."""
        self.names = sorted(set(labels))
        model = LinearSVC(C=self.strength, class_weight="balanced", random_state=SEED, tol=CLOSE)
        model.fit(rows, labels)
        # A quarter of the memory, the same answers; what a row needs of it lies together.
        self.weights = np.ascontiguousarray(model.coef_.T.astype(np.float16))
        self.bias = model.intercept_.astype(np.float32)

    def margins(self, rows: Array) -> Array:
        """How far each row lies on each name's side."""
        rows = csr_matrix(rows)
        found = np.empty((rows.shape[0], self.weights.shape[1]), dtype=np.float32)
        for i, (start, end) in enumerate(pairwise(rows.indptr)):
            weights = self.weights[rows.indices[start:end]].astype(np.float32)
            found[i] = rows.data[start:end].astype(np.float32) @ weights
        found += self.bias
        return np.hstack([-found, found]) if found.shape[1] == 1 else found

    def probabilities(self, margins: Array, beside: Array | float = 0.0) -> Array:
        """The margins as probabilities, row by row; `beside` is what else speaks for each name."""
        return softmax(self.sharpness * margins + beside)


def apart_from(labels: Sequence[str]) -> Array:
    """The places of one label in FOLDS, of each as many."""
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    _, new = next(iter(split.split(np.zeros(len(labels)), np.array(labels))))
    return new


def ranked(names: Sequence[str], chances: Array) -> Ranked:
    """The names with their probabilities, best first."""
    return sorted(zip(names, chances.tolist(), strict=True), key=lambda each: -each[1])


def softmax(margins: Array) -> Array:
    """Rows of margins as rows of probabilities."""
    raised = np.exp(margins - margins.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def _surprise(margins: Array, truth: Array) -> float:
    """How unlikely the truth looks to margins, in nats a row; `truth` are places of names."""
    right = softmax(margins)[np.arange(len(truth)), truth]
    return float(-np.log(right).mean())
