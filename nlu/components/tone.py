"""Reports told in another tone than they were written in: what is wrong stays as it is.

Urgency follows from hazard and need alone. A model only learns that if what people put before and
behind a report comes with all levels alike, so some sentences are learned once more with such a
phrase (the lookup tables named `tone`).
"""

from __future__ import annotations

import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nlu.components.sentences import REPORT, Example

TABLE = "tone"
"""The name of the lookup tables with the phrases, in all languages."""

SHARE = 0.2
"""The share of reports that are learned once more."""

TWICE = 0.3
"""The share of these with two phrases."""

BEFORE = 0.4
"""The share of phrases that stand before the report."""

SEED = 5
HAN = "CJK"
_MARKS = {HAN: ("！！", "，", "！", "。")}
_OTHER_MARKS = ("!!! ", ", ", "! ", " ", ". ")


def retold(
    examples: Sequence[Example], phrases: Sequence[str], share: float = SHARE
) -> tuple[list[Example], list[int]]:
    """Some of the reports in another tone, and the place of each one's original.

    A phrase joins sentences of its script: a linear model does not mind which language of it.
    """
    by_script: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        by_script[_script(phrase)].append(phrase)
    anywhere = by_script.pop("", [])
    for those in by_script.values():
        those.extend(anywhere)
    chance = random.Random(SEED)  # nobody shall guess it
    new: list[Example] = []
    origins: list[int] = []
    for at, each in enumerate(examples):
        script = _script(each.text)
        if each.intent != REPORT or script not in by_script or chance.random() >= share:
            continue
        new.append(replace(each, text=_joined(each.text, script, by_script[script], chance)))
        origins.append(at)
    return new, origins


def _joined(text: str, script: str, phrases: Sequence[str], chance: random.Random) -> str:
    told = text.rstrip(".!。！ ")
    marks = _MARKS.get(script, _OTHER_MARKS)
    for _ in range(2 if chance.random() < TWICE else 1):
        phrase, mark = chance.choice(phrases), chance.choice(marks)
        told = phrase + mark + told if chance.random() < BEFORE else told + mark + phrase
    return told + chance.choice(("", marks[0].strip()))


def _script(text: str) -> str:
    """The script of most letters, as Unicode names it; nothing for a text without letters."""
    names = Counter(unicodedata.name(each, "").split()[0] for each in text if each.isalpha())
    return max(names, key=lambda each: names[each], default="")
