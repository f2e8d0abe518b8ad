"""How urgent a message is: from the hazard and need that it tells, never from its tone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.svm import LinearSVC

from nlu.components.choice import CLOSE, SEED, Array, Choice
from nlu.components.features import Features
from nlu.components.meaning import vectors

EMERGENCY, HIGH, NORMAL, LOW = "emergency", "high", "normal", "low"
NOTHING = "nothing"
"""What sentences are that are no report."""

STRENGTH = 0.5

MISSED = 0.12
"""The share of emergencies, none of which it has seen, that it may miss. Many of ours are meant to
be hard; of others it misses half as many. A lower share cries wolf."""

CLEAR = 0.6
"""How far another level must lie before the usual one."""

LIKELY = 0.35
"""How far below the limit of an emergency words of danger still count as one."""

FEW = 12
"""Reports for each phrase that is only tone, at most: more teach no more."""

_CLAUSE = re.compile(r"[^.!?;,:。！？；，：…\n—–()،؛؟]+")
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Urgent:
    """How urgent a message is."""

    level: str
    chance: float
    """How likely it is an emergency."""
    likely: bool
    """Whether it may well be an emergency, so that words of danger decide."""


class Danger:
    """Reads how urgent messages are, from what is left of them without mere tone."""

    def __init__(self) -> None:
        self.levels = Choice(STRENGTH)
        self.limit = 0.0
        """The margin from which on it is an emergency."""
        self.tone: LinearSVC | None = None

    def fit(self, rows: Array, labels: Sequence[str]) -> dict[str, float]:
        """Learns levels from rows of messages; gives how well it reads those it did not see."""
        if EMERGENCY not in labels:
            return {}
        new, apart = self.levels.fit(rows, labels)
        truth = np.array(labels)[new]
        margins = apart[:, self.levels.names.index(EMERGENCY)]
        due = truth == EMERGENCY
        self.limit = float(np.quantile(margins[due], MISSED))
        return {
            "emergencies": float(due.sum()),
            "false_emergencies": float((margins[~due] >= self.limit).mean()),
        }

    def fit_tone(self, features: Features, tone: Sequence[str], others: Sequence[str]) -> None:
        """Learns which clauses are only tone, from such phrases and from reports."""
        phrases = [each for text in tone for each in clauses(text)]
        step = max(1, len(others) // (FEW * max(len(phrases), 1)))
        rest = [each for text in others[::step] for each in clauses(text)]
        if not phrases or not rest:
            return
        labels = np.array([True] * len(phrases) + [False] * len(rest))
        self.tone = LinearSVC(C=0.3, class_weight="balanced", random_state=SEED, tol=CLOSE)
        self.tone.fit(features.signs([*phrases, *rest]), labels)

    def read(self, features: Features, texts: Sequence[str], rows: Array) -> list[Urgent]:
        """How urgent each message is; `rows` are those of the whole texts."""
        if not self.levels.names:
            return [Urgent(NORMAL, 0.0, likely=True) for _ in texts]
        bare = [self._without_tone(features, each) for each in texts]
        margins = self.levels.margins(rows)
        changed = [i for i, each in enumerate(bare) if each != texts[i]]
        if changed:
            left = [bare[i] for i in changed]
            margins[changed] = self.levels.margins(features.rows(left, vectors(left)))
        chances = self.levels.probabilities(margins)
        return [self._urgent(*each) for each in zip(margins, chances, strict=True)]

    def _urgent(self, margins: Array, chances: Array) -> Urgent:
        told = dict(zip(self.levels.names, margins.tolist(), strict=True))
        chance = float(chances[self.levels.names.index(EMERGENCY)])
        danger = told[EMERGENCY] - self.limit
        usual = told.get(NORMAL, 0.0)
        level = NORMAL
        if danger >= 0:
            level = EMERGENCY
        elif told.get(HIGH, -1.0) - usual > CLEAR:
            level = HIGH
        elif told.get(LOW, -1.0) - usual > CLEAR:
            level = LOW
        return Urgent(level, chance, likely=danger >= -LIKELY)

    def _without_tone(self, features: Features, text: str) -> str:
        """The text without clauses that are only tone; the whole when nothing else is in it."""
        parts = clauses(text)
        if self.tone is None or len(parts) < 2:
            return text
        tone = self.tone.decision_function(features.signs(parts))
        kept = [part for part, side in zip(parts, tone, strict=True) if side < 0]
        return text if len(kept) in (0, len(parts)) else ", ".join(kept)


def clauses(text: str) -> list[str]:
    """The parts of a text between its marks."""
    found = (each.strip() for each in _CLAUSE.findall(text))
    return [each for each in found if _WORD.search(each)]
