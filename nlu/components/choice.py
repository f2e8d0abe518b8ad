"""One linear model over names: what stands in a row of features, as a probability for each."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from nlu.components.processors import processors

FOLDS = 5
"""One part of so many is kept out, so as to measure by it."""
SEED = 7
MANY = 5000
"""Sentences from which on both models are learned at once, though each time a little otherwise."""

PART = 0.6
"""The share of what is not kept out that the second of two models learns, where there is much: it
only tells how sure one may be."""

WIDE = 20
"""Names from which on a share of them is learned on each processor."""

REST = ""
"""The name of what is none of a share's."""

STEPS = 127
"""Whole numbers from nothing to a row's greatest weight."""

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
    weights: Array = None
    """What was learned: a column for each name, or one for two; in steps of its row's own."""
    steps: Array = None
    """How much a step of each row's weights is; None where they are whole, as models once were."""
    bias: Array = None

    def fit(self, rows: Array, labels: Sequence[str], new: Array) -> Array:
        """Learns at least two names; gives the margins that a second model finds for the rows at
        `new`, none of which it saw."""
        truth = np.array(labels)
        known = np.setdiff1d(np.arange(len(truth)), new)
        if len(truth) >= MANY:
            known = known[share(truth[known], PART)]
        part = Choice(self.strength)
        _learn(Task(self, rows, truth), Task(part, rows[known], truth[known]))
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
        _learn(Task(self, rows, labels))

    def margins(self, rows: Array) -> Array:
        """How far each row lies on each name's side."""
        rows = csr_matrix(rows)
        found = np.empty((rows.shape[0], self.weights.shape[1]), dtype=np.float32)
        for i, (start, end) in enumerate(pairwise(rows.indptr)):
            at = rows.indices[start:end]
            weights = self.weights[at].astype(np.float32)
            steps = 1.0 if self.steps is None else self.steps[at]
            found[i] = (rows.data[start:end].astype(np.float32) * steps) @ weights
        found += self.bias
        return np.hstack([-found, found]) if found.shape[1] == 1 else found

    def probabilities(self, margins: Array, beside: Array | float = 0.0) -> Array:
        """The margins as probabilities, row by row; `beside` is what else speaks for each name."""
        return softmax(self.sharpness * margins + beside)


class Task(NamedTuple):
    """A model to be learned."""

    model: Choice
    rows: Array
    labels: Array


def _learn(*tasks: Task) -> None:
    """Learns models, many sentences on all processors."""
    many = max(len(each.labels) for each in tasks) >= MANY
    # The solver lets go of the interpreter, but two at once share their random numbers.
    threads = processors() if many else 1
    with ThreadPoolExecutor(threads) as pool:
        running = []
        for each in map(_ready, tasks):
            each.model.names = sorted(set(each.labels))
            of = _shares(each.model.names, threads)
            running.append([pool.submit(_solved, each, names) for names in of])
        for each, parts in zip(tasks, running, strict=True):
            found = [part.result() for part in parts]
            order = np.argsort(np.concatenate([names for names, _, _ in found]))
            weights = np.concatenate([part for _, part, _ in found])
            bias = np.concatenate([part for _, _, part in found]).astype(np.float32)
            if len(bias) == len(order):
                weights, bias = weights[order], bias[order]
            each.model.weights, each.model.steps = stepped(weights.T)
            each.model.bias = bias


def stepped(weights: Array) -> tuple[Array, Array]:
    """Rows of weights as whole steps up to 127, and what a step of each row is.

    An eighth of the memory, the same answers; what a message needs of it lies together.
    """
    steps = np.maximum(np.abs(weights).max(1), 1e-12).astype(np.float32) / STEPS
    return np.rint(np.ascontiguousarray(weights) / steps[:, None]).astype(np.int8), steps


def _ready(task: Task) -> Task:
    """With rows as the solver takes them, so that no thread changes what another reads."""
    rows = csr_matrix(task.rows, dtype=np.float64)
    rows.sort_indices()
    return task._replace(rows=rows)


def _shares(names: Sequence[str], most: int) -> list[Sequence[str]]:
    if len(names) < WIDE:
        return [names]
    return [names[at::most] for at in range(most)]


def _solved(task: Task, names: Sequence[str]) -> tuple[Sequence[str], Array, Array]:
    """The weights and biases of some of a model's names; one row for two that are all."""
    every, counts = np.unique(task.labels, return_counts=True)
    balanced = len(task.labels) / (len(every) * counts)
    weighs = {str(each): weight for each, weight in zip(every, balanced, strict=True)}
    labels = task.labels
    if len(names) < len(every):
        labels = np.where(np.isin(labels, names), labels, REST)
        weighs = {each: weighs[each] for each in names} | {REST: 1.0}
    model = LinearSVC(C=task.model.strength, class_weight=weighs, random_state=SEED, tol=CLOSE)
    model.fit(task.rows, labels)
    at = [i for i, each in enumerate(model.classes_) if each != REST]
    if len(model.coef_) == 1:
        return names, model.coef_, model.intercept_
    return names, model.coef_[at], model.intercept_[at]


def share(labels: Array, part: float) -> Array:
    """The places of such a part of each label, at least one of each, in their order."""
    mixed = np.random.default_rng(SEED).permutation(len(labels))
    found = mixed[np.argsort(labels[mixed], kind="stable")]
    _, first, counts = np.unique(labels[found], return_index=True, return_counts=True)
    at = np.arange(len(found)) - np.repeat(first, counts)
    return np.sort(found[at < np.repeat(np.ceil(part * counts), counts)])


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
