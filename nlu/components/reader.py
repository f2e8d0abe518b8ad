"""Reads a message: what the person does and what a report is about, with how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from nlu.components.besides import joints, parts
from nlu.components.choice import Array, Choice, Ranked, apart_from, ranked
from nlu.components.danger import (
    EMERGENCY,
    LEVELS,
    NORMAL,
    Danger,
    Subject,
    Urgent,
)
from nlu.components.features import Features
from nlu.components.meaning import many, vectors
from nlu.components.near import Found, Neighbours
from nlu.components.sentences import (
    ABOUT,
    ABOUT_SIGN,
    REPORT,
    Asked,
    Example,
    Reading,
)
from nlu.components.tone import retold
from nlu.components.weights import OFF_TOPIC, weights
from nlu.components.words import plain

_REPORTS = f"{REPORT}{ABOUT_SIGN}"
OFF = 0.5
"""From which chance on that it is none of the city's business danger is a figure of speech."""

WIDE = frozenset({REPORT})
"""Intents that may be about anything, so their sentences need not be near a known one."""

LOOKS = frozenset({"ask_status", "list_tickets"})
"""Intents that only look, and for "what's happening with my tickets" do the same: in doubt between
them, the likelier is done."""

DOUBTED = 0.12
"""The share of right categories that may be asked back for the sake of the wrong ones."""

BESIDE = 3.0
"""How much meaning and neighbours weigh beside probabilities in what a message is about."""

TRUST = 0.3
"""How much it counts what the neighbours say of intent and kind. A model that knows two thirds
would trust them twice as much."""
SILENT = 0.01
"""What counts as said where no neighbour says it."""

SECOND = 0.5
"""From which chance on what stands behind "and also" is a second report."""

STRANGE = 0.01
"""The share of right readings that may count as too far from all that is known."""


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
        self.danger = Danger()
        self.threshold = self.kind_threshold = self.floor = 0.0
        self.joints = joints(())

    def fit(
        self, examples: Sequence[Example], ask_back: float, tone: Sequence[str] = ()
    ) -> dict[str, float]:
        """Learns from the examples; `ask_back` is the share of right readings that may be asked
        back for the sake of the wrong ones, `tone` are phrases that tell nothing of hazard.

        Gives what was measured, each example read by a model that did not see it, as its author
        would be: with the role that the intent needs.
        """
        more, origins = retold(examples, tone)
        known = len(examples)
        examples = [*examples, *more]
        texts = [plain(each.text) for each in examples]
        meanings = many(texts)
        rows = self.features.fit(texts, meanings)
        labels = [each.label for each in examples]
        new = apart_from(labels[:known])
        new = np.flatnonzero(np.isin([*range(known), *origins], new))  # an original goes with it
        apart = self.labels.fit(rows, labels, new)
        self.intents = sorted({each.intent for each in examples})
        sides = self.features.directions(meanings)
        self.neighbours = Neighbours(sides[:known])
        self.answers = np.array([self.labels.names.index(each) for each in labels[:known]])
        self.urgencies = np.array([each.level for each in examples])
        found = self.neighbours.find(sides[new], np.setdiff1d(np.arange(known), new))
        unseen = [examples[i] for i in new]
        self.labels.sharpen(apart, [each.label for each in unseen], self._votes(found))
        chances = self.labels.probabilities(apart, self._votes(found))
        told = self._measure_kinds(unseen, chances)
        weighed = self._weighed_apart(unseen, self._by_intent(chances))
        told |= self._measure(unseen, weighed, found.nearest, ask_back)
        told |= self._fit_danger(rows, new, self._subject(chances, found, sides[new]))
        self.urgencies = self.urgencies[:known]
        return told

    def _fit_danger(self, rows: Array, new: Array, about: Subject) -> dict[str, float]:
        """Learns urgency from what somebody has judged; `about` tells of the rows at `new`."""
        at = np.flatnonzero(self.urgencies >= 0)
        judged = np.isin(new, at)
        levels = [LEVELS[i] for i in self.urgencies[at]]
        unseen = np.flatnonzero(np.isin(at, new))
        told = Subject(about.kinds[judged], about.rest[judged])
        return self.danger.fit(rows[at], levels, unseen, told)

    def _votes(self, found: Found) -> Array:
        """What the neighbours say of labels, as logarithms, as much as it counts."""
        return TRUST * np.log(found.votes(self.answers, len(self.labels.names)) + SILENT)

    def _subject(self, chances: Array, found: Found, sides: Array) -> Subject:
        """What messages are about, as their urgency depends on it."""
        at = [i for i, each in enumerate(self.labels.names) if each.startswith(_REPORTS)]
        votes = found.votes(self.urgencies, len(LEVELS))
        rest = [self._by_intent(chances), BESIDE * votes, BESIDE * sides]
        return Subject(chances[:, at], np.hstack(rest))

    def _measure_kinds(self, examples: Sequence[Example], chances: Array) -> dict[str, float]:
        """Finds from where on the category of a report is sure, and how good it is."""
        at = [i for i, each in enumerate(examples) if each.intent == REPORT and each.kind]
        names, rows = self._about(REPORT, chances[at])
        if len(names) < 2 or not at:
            return {}
        best = rows.max(1)
        right = np.array(names)[rows.argmax(1)] == np.array([examples[i].kind for i in at])
        self.kind_threshold = float(np.quantile(best[right], DOUBTED))
        sure = best >= self.kind_threshold
        return {
            "report_accuracy": float(right.mean()),
            "report_threshold": self.kind_threshold,
            "report_accuracy_when_sure": float(right[sure].mean()),
            "report_wrong_asked_back": float((~sure[~right]).mean()) if (~right).any() else 1.0,
        }

    def _about(self, intent: str, chances: Array) -> tuple[list[str], Array]:
        """What messages are about, supposing that they have this intent: names, probabilities."""
        labels = self.labels.names
        at = [i for i, each in enumerate(labels) if each.startswith(f"{intent}{ABOUT_SIGN}")]
        names = [labels[i].partition(ABOUT_SIGN)[2] for i in at]
        if not at:
            return names, np.zeros((len(chances), 0))
        return names, chances[:, at] / chances[:, at].sum(1, keepdims=True)

    def _by_intent(self, chances: Array) -> Array:
        """The probabilities of labels, summed for each intent."""
        of = [self.intents.index(each.partition(ABOUT_SIGN)[0]) for each in self.labels.names]
        summed = np.zeros((len(self.intents), len(chances)))
        np.add.at(summed, of, chances.T)
        return summed.T

    def _weighed_apart(self, examples: Sequence[Example], chances: Array) -> Array:
        """The probabilities of examples, each for a person with the role that it needs."""
        asked = [Asked(each.text, self._roles_for(each.intent)) for each in examples]
        return np.array([self._weighed(*each) for each in zip(chances, asked, strict=True)])

    def _measure(
        self, examples: Sequence[Example], rows: Array, near: Array, ask_back: float
    ) -> dict[str, float]:
        """Finds from where on a reading is sure, and how good the readings are; `near` is how near
        each comes to what is known."""
        best = np.array(self.intents)[rows.argmax(1)]
        right = best == np.array([each.intent for each in examples])
        self.threshold = float(np.quantile(rows.max(1)[right], ask_back))
        self.floor = float(np.quantile(near[right], STRANGE))
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

    def _weighed(self, chances: Array, asked: Asked) -> Array:
        """The probabilities for whoever wrote."""
        known = weights(asked, self.roles)
        weighed: Array = chances * np.array([known.get(each, 1.0) for each in self.intents])
        return weighed / weighed.sum()

    def read(self, asked: Sequence[Asked]) -> list[Reading]:
        """What each message says. Many at once take half the time each."""
        said = [plain(each.text) for each in asked]
        meanings = vectors(said)
        rows = self.features.rows(said, meanings)
        sides = self.features.directions(meanings)
        near = self.neighbours.find(sides)
        chances = self.labels.probabilities(self.labels.margins(rows), self._votes(near))
        (kinds, likely), (topics, asked_about) = (self._about(each, chances) for each in ABOUT)
        intents = self._by_intent(chances)
        urgent = self.danger.read(rows, self._subject(chances, near, sides))
        alike = near.nearest.tolist()
        found = []
        for i, each in enumerate(asked):
            about = ranked(kinds, likely[i]), ranked(topics, asked_about[i])
            found.append(self._read(each, intents[i], about, (alike[i], urgent[i])))
        return found

    def besides(self, asked: Sequence[Asked], readings: Sequence[Reading]) -> list[Ranked]:
        """What each report tells of besides what it was taken for, each as a part of it says."""
        said = [
            [replace(each, text=part) for part in parts(each.text, self.joints)]
            if reading.sure and reading.intents[0][0] == REPORT
            else []
            for each, reading in zip(asked, readings, strict=True)
        ]
        told = iter(self.read([part for those in said for part in those]) if any(said) else ())
        found: list[Ranked] = []
        for those, reading in zip(said, readings, strict=True):
            kinds = [_one_kind(next(told)) for _ in those]
            likely = {name: chance for name, chance in kinds if chance >= SECOND}
            first = reading.kinds[0][0] if reading.kinds else ""
            is_first = likely.pop(first, None) is not None
            found.append(list(likely.items()) if is_first else [])
        return found

    def _read(
        self,
        asked: Asked,
        chances: Array,
        about: tuple[Ranked, Ranked],
        told: tuple[float, Urgent],
    ) -> Reading:
        nearness, urgent = told
        kinds, topics = about
        by_name = dict(zip(self.intents, chances.tolist(), strict=True))
        off_topic = sum(by_name.get(each, 0.0) for each in OFF_TOPIC)
        weighed = self._weighed(chances, asked)
        pairs = zip(self.intents, weighed.tolist(), strict=True)
        best = sorted(pairs, key=lambda each: -each[1])
        name, chance = best[0]
        near = name in WIDE or nearness >= self.floor
        if name in LOOKS:
            chance = sum(each for other, each in best if other in LOOKS)
        if name in OFF_TOPIC:  # it wins by that weight, but is not sure by it
            chance = by_name[name]
        sure = bool(plain(asked.text)) and near and chance >= self.threshold
        sure_of_kind = not kinds or kinds[0][1] >= self.kind_threshold
        if urgent.level == EMERGENCY and off_topic >= OFF:
            urgent = replace(urgent, level=NORMAL)
        if urgent.level == EMERGENCY and not sure and REPORT in by_name:
            # Danger to life is a report, whatever else it may be.
            best.sort(key=lambda each: (each[0] != REPORT, -each[1]))
            sure = True
        return Reading(best, kinds, topics, sure, sure_of_kind, off_topic, urgent)


def _one_kind(reading: Reading) -> tuple[str, float]:
    """The likeliest kind of a report, and the chance that it is one and of that kind."""
    name, chance = reading.kinds[0] if reading.kinds else ("", 0.0)
    return name, min(chance, dict(reading.intents).get(REPORT, 0.0))
