"""One linear model over names: what stands in a row of features, as a probability for each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

FOLDS = 3
"""One part of so many is kept out, so as to measure by it."""
SEED = 7
CLOSE = 0.1
"""How near to its end the solver goes: further on it takes longer, and reads the same."""

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
    """What the margins are multiplied with to become probabilities; found when fitted."""
    names: list[str] = field(default_factory=list)

    def fit(self, rows: Array, labels: Sequence[str]) -> tuple[Array, Array]:
        """Learns at least two names; gives which rows a second model did not see, and the margins
        that it finds for them."""
        truth = np.array(labels)
        self.names = sorted(set(labels))
        split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
        known, new = next(iter(split.split(np.zeros(len(truth)), truth)))
        part = Choice(self.strength)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # the solver lets go of the interpreter
            whole = pool.submit(self.learn, rows, truth)
            pool.submit(part.learn, rows[known], truth[known]).result()
            whole.result()
        apart = np.full((len(new), len(self.names)), -1.0)
        columns = [self.names.index(name) for name in part.names]
        apart[:, columns] = part.margins(rows[new])
        at = np.searchsorted(self.names, truth[new])
        self.sharpness = min(np.arange(1.0, 12.0, 0.5), key=lambda s: _surprise(apart, at, s))
        return new, apart

    def learn(self, rows: Array, labels: Array) -> None:
        """Learns the names, without a measure of how well."""
        self.names = sorted(set(labels))
        self.model = LinearSVC(
            C=self.strength, class_weight="balanced", random_state=SEED, tol=CLOSE
        )
        self.model.fit(rows, labels)
        self.model.coef_ = self.model.coef_.astype(np.float32)  # half the memory, the same answers

    def margins(self, rows: Array) -> Array:
        """How far each row lies on each name's side."""
        found = self.model.decision_function(rows)
        return np.stack([-found, found], 1) if found.ndim == 1 else found

    def probabilities(self, margins: Array) -> Array:
        """The margins as probabilities, row by row."""
        return _probabilities(margins, self.sharpness)


def ranked(names: Sequence[str], chances: Array) -> Ranked:
    """The names with their probabilities, best first."""
    return sorted(zip(names, chances.tolist(), strict=True), key=lambda each: -each[1])


def _probabilities(margins: Array, sharpness: float) -> Array:
    raised = np.exp(sharpness * (margins - margins.max(1, keepdims=True)))
    return raised / raised.sum(1, keepdims=True)


def _surprise(margins: Array, truth: Array, sharpness: float) -> float:
    right = _probabilities(margins, sharpness)[np.arange(len(truth)), truth]
    return float(-np.log(right).mean())
