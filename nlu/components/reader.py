"""Reads a message: what the person does and what a report is about, with how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nlu.components.choice import Array, Choice, Ranked
from nlu.components.features import Features
from nlu.components.meaning import vectors
from nlu.components.words import plain

REPORT, FAQ = "report", "faq"
ABOUT = (REPORT, FAQ)
"""Intents whose sentences are about one of many things: a category, a topic."""
ABOUT_SIGN = "/"
WIDE = frozenset({REPORT, "out_of_scope"})
"""Intents that may be about anything, so their sentences need not be near a known one."""

NOT_MINE = 0.05
"""The weight of an intent of a role that the person has not."""

AT_WORK = 2.0
"""The weight of an intent of a role that the person has: who has it, mostly speaks in it."""

OF_A_TICKET = frozenset(
    {"add_note", "cancel_ticket", "change_kind", "change_place", "rate", "reopen"}
)
"""What a person does with a ticket of theirs."""

NO_TICKET = 0.1
"""The weight of these for who has none: "nobody came for the rubbish" is a report then."""

LOOKS = frozenset({"ask_status", "list_tickets"})
"""Intents that only look, and for "what's happening with my tickets" do the same: in doubt between
them, the likelier is done."""

NOT_THE_PLACE = ("change_kind", 0.2)
"""The weight of "wrong kind" for words that hold a place: they put the place right."""

DOUBTED = 0.12
"""The share of right categories that may be asked back for the sake of the wrong ones."""

STRANGE = 0.01
"""The share of right readings that may count as too far from all that is known."""


PIECE = 1024
"""Vectors that are compared with all others at once."""


@dataclass(frozen=True)
class Example:
    """A sentence of the training data."""

    text: str
    intent: str
    kind: str = ""
    """A report's category, a question's topic."""

    @property
    def label(self) -> str:
        """The intent with what it is about."""
        return f"{self.intent}{ABOUT_SIGN}{self.kind}" if self.kind else self.intent


@dataclass(frozen=True)
class Reading:
    """A message as it was read: names with probabilities, best first."""

    intents: Ranked
    kinds: Ranked
    """What it is about, supposing that it is a report."""
    topics: Ranked
    """What is asked, supposing that it is a question."""
    sure: bool
    """Whether it may be acted on; else the person is asked what they mean."""
    sure_of_kind: bool
    """Whether the best category may be taken; else the person chooses among the best."""


class Reader:
    """Reads messages in any language that the meaning covers, and tells how sure it is."""

    def __init__(self, roles: Mapping[str, Collection[str]]) -> None:
        """`roles`: for each role the intents that only those who have it are likely to mean."""
        self.roles = {role: frozenset(intents) for role, intents in roles.items()}
        self.features = Features()
        self.labels = Choice()
        """Over intents, those of ABOUT with what they are about: one name for 48 kinds of report
        would lie too wide for a linear model."""
        self.intents: list[str] = []
        self.about = {name: Choice() for name in ABOUT}
        self.threshold = self.kind_threshold = 0.0
        self.floor = 0.0

    def fit(self, examples: Sequence[Example], ask_back: float) -> dict[str, float]:
        """Learns from the examples; `ask_back` is the share of right readings that may be asked
        back for the sake of the wrong ones. Gives what was measured, each example read by a
        model that did not see it, as its author would be: with the role that the intent needs.
        """
        texts = [plain(each.text) for each in examples]
        self.seen = vectors(texts)
        self.features.fit(texts)
        rows = self.features.rows(texts, self.seen)
        apart = self.labels.fit(rows, [each.label for each in examples])
        self.intents = sorted({each.intent for each in examples})
        measured: dict[str, float] = {}
        for name, choice in self.about.items():
            told = self._fit_about(name, choice, examples, rows)
            measured |= {f"{name}_{what}": value for what, value in told.items()}
        self.kind_threshold = measured[f"{REPORT}_threshold"]
        chances = self._by_intent(self.labels.probabilities(apart))
        weighed = self._weighed_apart(examples, chances)
        return {**measured, **self._measure(examples, weighed, ask_back)}

    def _fit_about(
        self, name: str, choice: Choice, examples: Sequence[Example], rows: Array
    ) -> dict[str, float]:
        """Learns what sentences of one intent are about; gives how well, and from where on it is
        sure."""
        at = [i for i, each in enumerate(examples) if each.intent == name and each.kind]
        truth = np.array([examples[i].kind for i in at])
        if len(set(truth)) < 2:
            return {"accuracy": 1.0, "threshold": 0.0}
        apart = choice.fit(rows[at], truth.tolist())
        best = choice.probabilities(apart).max(1)
        right = np.array(choice.names)[apart.argmax(1)] == truth
        threshold = float(np.quantile(best[right], DOUBTED))
        return {
            "accuracy": float(right.mean()),
            "threshold": threshold,
            "accuracy_when_sure": float(right[best >= threshold].mean()),
            "wrong_asked_back": float((best[~right] < threshold).mean())
            if not right.all()
            else 1.0,
        }

    def _by_intent(self, chances: Array) -> Array:
        """The probabilities of labels, summed for each intent."""
        of = np.array([each.partition(ABOUT_SIGN)[0] for each in self.labels.names])
        return np.stack([chances[:, of == each].sum(1) for each in self.intents], 1)

    def _weighed_apart(self, examples: Sequence[Example], chances: Array) -> Array:
        """The probabilities of examples, each for a person with the role that it needs."""
        roles = [self._roles_for(each.intent) for each in examples]
        return np.array([self._weighed(*each) for each in zip(chances, roles, strict=True)])

    def _measure(
        self, examples: Sequence[Example], rows: Array, ask_back: float
    ) -> dict[str, float]:
        """Finds from where on a reading is sure, and how good the readings are."""
        best = np.array(self.intents)[rows.argmax(1)]
        right = best == np.array([each.intent for each in examples])
        self.threshold = float(np.quantile(rows.max(1)[right], ask_back))
        self.floor = float(np.quantile(nearest(self.seen)[right], STRANGE))
        sure = rows.max(1) >= self.threshold
        return {
            "examples": float(len(examples)),
            "intent_accuracy": float(right.mean()),
            "accuracy_when_sure": float(right[sure].mean()),
            "wrong_asked_back": float((~sure[~right]).mean()) if (~right).any() else 1.0,
            "threshold": self.threshold,
            "floor": self.floor,
        }

    def _roles_for(self, intent: str) -> list[str]:
        return [role for role, those in self.roles.items() if intent in those]

    def _weighed(self, chances: Array, held: Collection[str]) -> Array:
        """The probabilities for a person with these roles.

        Never zero, so that a resident who writes "claim K7Q-4M2" is told who may.
        """
        mine = {each for role in held for each in self.roles.get(role, ())}
        staff = {each for those in self.roles.values() for each in those}
        weights = [
            AT_WORK if name in mine else NOT_MINE if name in staff else 1.0 for name in self.intents
        ]
        weighed: Array = chances * np.array(weights)
        return weighed / weighed.sum()

    def read(
        self,
        text: str,
        roles: Collection[str],
        *,
        holds_place: bool = False,
        has_tickets: bool = True,
    ) -> Reading:
        """What a message says, for a person with these roles; `holds_place`: whether a place of
        the city was found in it; `has_tickets`: whether the person has any ticket."""
        said = plain(text)
        meaning = vectors([said])
        row = self.features.rows([said], meaning)
        chances = self._by_intent(self.labels.probabilities(self.labels.margins(row)))[0]
        weights = {name: NO_TICKET for name in OF_A_TICKET if not has_tickets}
        if holds_place:
            weights[NOT_THE_PLACE[0]] = NOT_THE_PLACE[1]
        chances = chances * np.array([weights.get(each, 1.0) for each in self.intents])
        kinds, topics = (self.about[each].ranked(row) for each in ABOUT)
        weighed = self._weighed(chances, roles)
        pairs = zip(self.intents, weighed.tolist(), strict=True)
        ranked = sorted(pairs, key=lambda each: -each[1])
        name, chance = ranked[0]
        near = name in WIDE or float((self.seen @ meaning[0]).max()) >= self.floor
        if name in LOOKS:
            chance = sum(each for other, each in ranked if other in LOOKS)
        sure = bool(said) and near and chance >= self.threshold
        sure_of_kind = not kinds or kinds[0][1] >= self.kind_threshold
        return Reading(ranked, kinds, topics, sure, sure_of_kind)


def nearest(vectors: Array) -> Array:
    """How near each vector comes to another one; in pieces, since all pairs of twenty thousand
    take two gigabytes."""
    found = np.empty(len(vectors))
    for start in range(0, len(vectors), PIECE):
        near = vectors[start : start + PIECE] @ vectors.T
        own = np.arange(len(near))
        near[own, start + own] = -1.0
        found[start : start + PIECE] = near.max(1)
    return found
