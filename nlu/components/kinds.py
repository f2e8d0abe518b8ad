"""What a report is about: one of the categories of the training data, or something else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlu.components.choice import Array, Choice

FOLDS = 6
LOST = 0.05
"""The share of known categories that may be taken for something else."""

NEIGHBOURS = 3


class Kinds:
    """Categories with probabilities; `other` is what resembles none of them.

    A linear model alone would send a pothole to the street lights, being sure that it is not
    a lift. So it learns how reports look that it does not know: it leaves each category
    out once and reads its sentences with the others alone.
    """

    def __init__(self, other: str) -> None:
        self.other = other
        self.choice = Choice()
        self.gate: LogisticRegression | None = None
        self.shift = 0.0
        self.certainty_apart: Array = 0.0
        """How sure it was of each sentence that it learned from, without having seen it."""

    def fit(self, texts: Sequence[str], meaning: Array, labels: Sequence[str]) -> dict[str, float]:
        """Learns at least two categories; gives what was measured on sentences not seen."""
        truth = np.array(labels)
        self.meaning, self.labels = meaning, truth
        apart = self.choice.fit(texts, meaning, labels)
        best = np.array(self.choice.names)[apart.argmax(1)]
        measured = {"kind_accuracy": float((best == truth).mean())}
        named = sorted(set(labels) - {self.other})
        if len(named) > NEIGHBOURS:
            near = meaning @ meaning.T
            np.fill_diagonal(near, -1.0)
            known = np.stack([apart.max(1), _nearness(near, truth, best)], 1)
            strange = self._strange(texts, meaning, truth, named)
            measured["strange_as_other"] = self._fit_gate(known[truth != self.other], strange)
            chances = self.choice.probabilities(apart).max(1) * self._known(known)
            self.certainty_apart = np.where(best == self.other, 0.0, chances)
        return measured

    def _known(self, looks: Array) -> Array:
        """How likely each look is that of a known category; a half at the border."""
        if self.gate is None:
            return np.ones(len(looks))
        return 1.0 / (1.0 + np.exp(self.shift - self.gate.decision_function(looks)))

    def _strange(
        self, texts: Sequence[str], meaning: Array, truth: Array, named: Sequence[str]
    ) -> Array:
        """How the sentences of each category look to a model of the others."""
        looks = []
        for out in np.array_split(np.array(named), min(FOLDS, len(named))):
            new = np.isin(truth, out)
            part = Choice(self.choice.strength)
            part.learn(
                [t for t, at in zip(texts, new, strict=True) if not at], meaning[~new], truth[~new]
            )
            margins = part.margins(
                [t for t, at in zip(texts, new, strict=True) if at], meaning[new]
            )
            best = np.array(part.names)[margins.argmax(1)]
            near = _nearness(meaning[new] @ meaning[~new].T, truth[~new], best)
            looks.append(np.stack([margins.max(1), near], 1))
        return np.concatenate(looks)

    def _fit_gate(self, known: Array, strange: Array) -> float:
        looks = np.concatenate([known, strange])
        self.gate = LogisticRegression(C=100.0, class_weight="balanced")
        self.gate.fit(looks, [True] * len(known) + [False] * len(strange))
        self.shift = float(np.quantile(self.gate.decision_function(known), LOST))
        return float((self.gate.decision_function(strange) < self.shift).mean())

    def read(self, text: str, meaning: Array) -> list[tuple[str, float]]:
        """The categories of one plain text with probabilities, best first. `meaning` is its
        vector as a row."""
        margins = self.choice.margins([text], meaning)
        rows = self.choice.probabilities(margins)[0].tolist()
        chances = dict(zip(self.choice.names, rows, strict=True))
        if self.gate is not None:
            best = np.array([self.choice.names[int(margins.argmax())]])
            near = _nearness(meaning @ self.meaning.T, self.labels, best)
            known = float(self._known(np.array([[margins.max(), near[0]]]))[0])
            chances = {name: chance * known for name, chance in chances.items()}
            chances[self.other] = chances.get(self.other, 0.0) + 1.0 - known
        return sorted(chances.items(), key=lambda each: -each[1])

    def named(self, ranked: Sequence[tuple[str, float]]) -> float:
        """How sure it is that a text is about one named category."""
        return max((chance for name, chance in ranked if name != self.other), default=0.0)

    def certainty(self, text: str, meaning: Array) -> float:
        """The same for a plain text and its vector."""
        return self.named(self.read(text, meaning))


def _nearness(near: Array, labels: Array, best: Array) -> Array:
    """For each row the mean nearness of the nearest sentences of its best category."""
    rows = [
        np.sort(row[labels == name])[-NEIGHBOURS:].mean()
        for row, name in zip(near, best, strict=True)
    ]
    return np.array(rows)
