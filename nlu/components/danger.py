"""How urgent a message is: from the hazard and need that it tells, never from its tone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlu.components.choice import SEED, Array, Choice, softmax

EMERGENCY, HIGH, NORMAL, LOW = "emergency", "high", "normal", "low"
NOTHING = "nothing"
"""What sentences are that are no report."""
LEVELS = (EMERGENCY, HIGH, NORMAL, LOW, NOTHING)

STRENGTH = 1.0
SECOND = 0.03
"""The inverse of the second look's regularisation."""

ROUNDS = 400
ENOUGH = 2.0
"""Where the second look's solver stops, as the slope over all sentences: further on it reads the
same."""

MISSED = 0.07
"""The share that may be missed of emergencies that the second look has seen, but not the first.
Many of ours are meant to be hard; of others half as many are. A lower share cries wolf."""

LIKELY = 1.0
"""How far below the limit of an emergency, in log-odds, words of danger still count as one."""

SHARP = 3.0
"""What margins are multiplied with so that they are about as large as the other facts."""


@dataclass(frozen=True)
class Urgent:
    """How urgent a message is."""

    level: str
    chance: float
    """How likely it is an emergency."""
    likely: bool
    """Whether it may well be an emergency, so that words of danger decide."""


@dataclass(frozen=True)
class Subject:
    """What messages are about, row by row."""

    kinds: Array
    """How likely each kind of report is."""
    rest: Array
    """What else bears on it: intents, known sentences that are near, meaning."""


class Danger:
    """Reads how urgent messages are, in two looks.

    The first is a linear model over words and meaning. The second weighs what it found by what the
    message is about: the same words weigh more of a smell of gas than of an unpaid wage.
    """

    def __init__(self) -> None:
        self.levels = Choice(STRENGTH)
        self.second: Any = None
        self.limit = 0.0
        """The log-odds from which on it is an emergency."""

    def fit(
        self, rows: Array, labels: Sequence[str], unseen: Array, about: Subject
    ) -> dict[str, float]:
        """Learns levels from rows of messages; gives how well it reads those that the first look
        did not see.

        `unseen` are the places of rows that the first look may not see, so that the second learns
        from them; `about` tells what each of these messages is about.
        """
        if EMERGENCY not in {labels[i] for i in unseen}:
            return {}  # with so few, words of danger alone decide
        apart = self.levels.fit(rows, labels, unseen)
        truth = np.array(labels)[unseen]
        facts = _facts(self.levels.names, apart, about)
        self.second = LogisticRegression(
            C=SECOND, max_iter=ROUNDS, tol=ENOUGH, random_state=SEED
        ).fit(facts, truth)
        odds = self._odds(self.second.predict_log_proba(facts))
        due = truth == EMERGENCY
        self.limit = float(np.quantile(odds[due], MISSED))
        return {
            "emergencies": float(due.sum()),
            "false_emergencies": float((odds[~due] >= self.limit).mean()),
        }

    def read(self, rows: Array, about: Subject) -> list[Urgent]:
        """How urgent each message is, by its row and what it is about."""
        if self.second is None:
            return [Urgent(NORMAL, 0.0, likely=True) for _ in range(rows.shape[0])]
        facts = _facts(self.levels.names, self.levels.margins(rows), about)
        chances = self.second.predict_log_proba(facts)
        odds = self._odds(chances).tolist()
        return [self._urgent(*each) for each in zip(odds, np.exp(chances), strict=True)]

    def _odds(self, chances: Array) -> Array:
        """The log-odds of an emergency, by the logarithms of the chances."""
        due = chances[:, list(self.second.classes_).index(EMERGENCY)]
        found: Array = due - np.log(-np.expm1(np.minimum(due, -1e-9)))
        return found

    def _urgent(self, odds: float, chances: Array) -> Urgent:
        told = dict(zip(self.second.classes_, chances.tolist(), strict=True))
        level = EMERGENCY
        if odds < self.limit:
            level = max((HIGH, NORMAL, LOW), key=lambda each: told.get(each, 0.0))
        return Urgent(level, told[EMERGENCY], likely=odds >= self.limit - LIKELY)


def _facts(names: Sequence[str], margins: Array, about: Subject) -> Array:
    """What the second look sees: the first one's margins, what the message is about, and how both
    go together, for each level but one."""
    margins = SHARP * margins
    both = [about.kinds * margins[:, [at]] for at in range(len(names)) if names[at] != NORMAL]
    chances = np.log(softmax(margins) + 1e-4)
    return np.hstack([margins, chances, about.kinds, about.rest, *both]).astype(np.float32)
