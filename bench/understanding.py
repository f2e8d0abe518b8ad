"""How well messages are understood that nobody who wrote training data has seen.

`<folder of SETS>/<language>.jsonl`, a line each: `text`, `intent`, and where
they apply `category`, `also` (other categories that are right too), `urgency`, `place` (a part of
the text), `role`, `pair` (of the same report told calmly and in anger) and `set`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import percentile
from bench.places import ROOT, environment
from bench.project import REPORT
from bench.reading import parse

SETS = {
    "unseen": "messages that have chosen nothing",
    "fresh": "messages whose totals told which languages need more, and decided refusals",
    "messages": "messages that have chosen constants, and told what to teach",
}
"""The folders of messages, each with what it is."""
OFF_TOPIC = frozenset({"chitchat", "out_of_scope"})
FALLBACK = "nlu_fallback"
SHORT = 20
"""Signs up to which a message tells its language hardly."""
MOST_SECONDS = 600.0
CONFUSIONS = 20

Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A message with its right answers, and what was understood of it."""

    asked: Row
    told: Row
    """With the language of the conversation known."""
    bare: Row
    """With nothing known."""

    @property
    def right(self) -> frozenset[str]:
        """The categories that are right."""
        return frozenset({self.asked.get("category"), *self.asked.get("also", ())} - {None})

    @property
    def kinds(self) -> list[str]:
        """The categories as they were ranked, best first."""
        return [str(each["name"]) for each in self.told["category_ranking"]] or [""]


def measure(model: Path | None = None) -> str:
    """The tables of our model in Markdown. Raises SubprocessError when nothing could be read."""
    parts = []
    for name, what in SETS.items():
        asked = _asked(name)
        began = time.perf_counter()
        told = understood(model, [_question(each, each["lang"]) for each in asked])
        seconds = time.perf_counter() - began
        bare = understood(model, [_question(each, None) for each in asked])
        cases = [Case(*each) for each in zip(asked, told, bare, strict=True)]
        parts += [f"## Understanding: {what}", "", *_table(cases), "", *_confusions(cases), ""]
        parts += [*_reliability(cases), ""]
        parts += [f"{len(cases)} messages in {seconds:.0f} s, the start of Rasa within.", ""]
    return "\n".join(parts)


def measure_plain(model: Path) -> str:
    """The tables of plain Rasa's model on the same messages. Raises SubprocessError."""
    parts = []
    for name, what in SETS.items():
        asked = _asked(name)
        read = parse(model, [each["text"] for each in asked], 1)
        told = [_of_plain(each) for each in read.read]
        cases = [Case(*each) for each in zip(asked, told, told, strict=True)]
        parts += [f"## Plain Rasa: {what}", "", *_table(cases), ""]
        parts += [f"p50 {percentile(read.times, 0.5):.1f} ms a message.", ""]
    return "\n".join(parts)


def _asked(name: str) -> list[Row]:
    paths = sorted((Path(__file__).parent / name).glob("*.jsonl"))
    return [row for path in paths for row in _rows(path)]


def _of_plain(read: Row) -> Row:
    """What plain Rasa read, in our words; it knows nothing of urgency, language and place."""
    ranking = [each for each in read["intent_ranking"] if each["name"] != FALLBACK]
    chances = {each["name"]: each["confidence"] for each in ranking}
    best = ranking[0]["name"].partition("/")[0]
    kinds = [each for each in ranking if each["name"].startswith(REPORT)]
    return {
        "intent": "report" if best.startswith(REPORT) else best,
        "intent_confidence": ranking[0]["confidence"],
        "category_ranking": [{**each, "name": each["name"][len(REPORT) :]} for each in kinds],
        "urgency": None,
        "language": None,
        "place": None,
        "off_topic": sum(chances.get(each, 0.0) for each in OFF_TOPIC),
    }


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        yield {**json.loads(line), "lang": path.stem}


def _question(row: Row, language: str | None) -> Row:
    asked = {"text": row["text"], "role": row.get("role", "resident"), "lang": language}
    return {name: value for name, value in asked.items() if value}


def understood(model: Path | None, asked: Sequence[Row]) -> list[Row]:
    """What the running bot would understand of messages, in their order."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "understand", *(["--model", str(model)] if model else [])],
        input="".join(json.dumps(each, ensure_ascii=False) + "\n" for each in asked),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=MOST_SECONDS,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


Measure = Callable[[Sequence[Case]], float | None]


def _table(cases: Sequence[Case]) -> Iterator[str]:
    languages = sorted({each.asked["lang"] for each in cases})
    yield "| measure | all | " + " | ".join(languages) + " | wanted |"
    yield "| --- |" + " --- |" * (len(languages) + 2)
    for name, (told, wanted) in MEASURES.items():
        parts = [cases, *([c for c in cases if c.asked["lang"] == one] for one in languages)]
        cells = ("–" if value is None else f"{value:.3f}" for value in map(told, parts))
        yield f"| {name} | " + " | ".join(cells) + f" | {wanted} |"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float | None:
    """The mean over the right labels of each one's F1; pairs are (right, read)."""
    labels = {right for right, _ in pairs}
    both, right = Counter(one for one, two in pairs if one == two), Counter(a for a, _ in pairs)
    read = Counter(two for _, two in pairs)
    scores = [2 * both[each] / (right[each] + read[each]) for each in labels]
    return sum(scores) / len(scores) if scores else None


def overlap(right: str | None, read: str | None) -> float | None:
    """F1 over signs of two parts of a text; None where there is none and none was read."""
    if not right and not read:
        return None
    same = Counter(right or "") & Counter(read or "")
    return 2 * same.total() / (len(right or "") + len(read or ""))


def auroc(high: Sequence[float], low: Sequence[float]) -> float | None:
    """How often one of `high` lies above one of `low`."""
    if not high or not low:
        return None
    above = sum((one > other) + 0.5 * (one == other) for one in high for other in low)
    return above / len(high) / len(low)


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def _reports(cases: Sequence[Case]) -> list[Case]:
    return [each for each in cases if each.asked["set"] in ("report", "pair")]


def _urgent(cases: Sequence[Case], *, due: bool) -> list[bool]:
    which = (
        each.asked.get("urgency") == "emergency" if due else each.asked["set"] == "not_emergency"
        for each in cases
    )
    return [
        each.told["urgency"] == "emergency"
        for each, wanted in zip(cases, which, strict=True)
        if wanted and each.told["urgency"]
    ]


def _pairs(cases: Sequence[Case]) -> float | None:
    levels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in cases:
        if each.asked.get("pair") and each.told["urgency"]:
            levels[each.asked["lang"], each.asked["pair"]].add(each.told["urgency"])
    return _share([len(each) == 1 for each in levels.values()])


def _places(cases: Sequence[Case]) -> float | None:
    if not any(each.told["place"] for each in cases):
        return None
    found = [overlap(each.asked.get("place"), each.told["place"]) for each in cases]
    scores = [each for each in found if each is not None]
    return sum(scores) / len(scores) if scores else None


def _off_topic(cases: Sequence[Case]) -> float | None:
    off = [each.told["off_topic"] for each in cases if each.asked["intent"] in OFF_TOPIC]
    on = [each.told["off_topic"] for each in cases if each.asked["intent"] not in OFF_TOPIC]
    return auroc(off, on)


def _language(cases: Sequence[Case], *, bare: bool) -> float | None:
    short = [each for each in cases if len(each.asked["text"]) <= SHORT]
    rows = ((each.bare if bare else each.told, each.asked["lang"]) for each in short)
    return _share([told["language"] == right for told, right in rows if told["language"]])


MEASURES: dict[str, tuple[Measure, str]] = {
    "intents, macro-F1": (
        lambda cases: macro_f1([(each.asked["intent"], each.told["intent"]) for each in cases]),
        ".92, each .88",
    ),
    "category, first": (
        lambda cases: _share([each.kinds[0] in each.right for each in _reports(cases)]),
        ".88",
    ),
    "category, among three": (
        lambda cases: _share([bool(set(each.kinds[:3]) & each.right) for each in _reports(cases)]),
        ".96",
    ),
    "emergencies seen": (lambda cases: _share(_urgent(cases, due=True)), ".98"),
    "hard negatives taken for one": (lambda cases: _share(_urgent(cases, due=False)), ".05"),
    "calm and angry as urgent": (_pairs, "1.00"),
    "place, overlap F1": (_places, ".85"),
    "off-topic, AUROC": (_off_topic, ".96"),
    "language of short texts, bare": (lambda cases: _language(cases, bare=True), ".955"),
    "language of short texts, in a talk": (lambda cases: _language(cases, bare=False), ".985"),
}


def _confusions(cases: Sequence[Case]) -> Iterator[str]:
    """The commonest wrong readings."""
    wrong: Counter[tuple[str, str]] = Counter()
    for each in cases:
        right, read = each.asked["intent"], each.told["intent"]
        if right != read:
            wrong[right, read] += 1
        elif right == "report" and each.kinds[0] not in each.right:
            wrong[f"report/{each.asked['category']}", f"report/{each.kinds[0]}"] += 1
    yield "| commonest confusions: right | read as | times |"
    yield "| --- | --- | --- |"
    for (right, read), times in wrong.most_common(CONFUSIONS):
        yield f"| {right} | {read} | {times} |"


def _reliability(cases: Sequence[Case]) -> Iterator[str]:
    """How often readings of a confidence are right: what asking back rests on."""
    yield "| confidence in the intent | messages | mean confidence | right |"
    yield "| --- | --- | --- | --- |"
    for low, high in ((0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        inside = [each for each in cases if low <= each.told["intent_confidence"] < high]
        if inside:
            mean = sum(each.told["intent_confidence"] for each in inside) / len(inside)
            right = _share([each.asked["intent"] == each.told["intent"] for each in inside])
            span = f"{low:.2f} to {min(high, 1.0):.2f}"
            yield f"| {span} | {len(inside)} | {mean:.2f} | {right:.2f} |"
