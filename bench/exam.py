"""An exam in understanding: reports written apart from the training data, read by the model.

`reports/<language>.jsonl`, a line each: `text`, `category` (null when it is no report), `urgency`,
and in `also` other categories that are right too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.places import ROOT
from bot.commands.understand import rasa
from bot.reading import load_lexicon

REPORTS = Path(__file__).parent / "reports"
SHOWN = 3
"""Categories that are shown when it is not clear which."""

OUTCOMES = (
    "right at once",
    "asked back, right one among the choices",
    "asked back, other",
    "wrong category",
    "not taken for a report",
)


@dataclass
class Exam:
    """The outcome for one language."""

    language: str
    reports: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    urgency: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def measure(model: Path) -> list[Exam]:
    """Lets the model read all reports of each language. Raises Faults."""
    exams = []
    for path in sorted(REPORTS.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        parses = _parses(model, [row["text"] for row in rows])
        exams.append(_marked(path.stem, rows, parses))
    return exams


def markdown(exams: Sequence[Exam]) -> str:
    """The table, and what was wrong."""
    return "\n".join(_lines(exams))


def _lines(exams: Sequence[Exam]) -> Iterator[str]:
    yield "## Exam: reports by somebody who had not seen the training data"
    yield ""
    yield "| of the reports | " + " | ".join(each.language for each in exams) + " |"
    yield "| --- |" + " --- |" * len(exams)
    for outcome in OUTCOMES:
        yield f"| {outcome} | " + " | ".join(_share(e.reports, outcome) for e in exams) + " |"
    cells = (_share(each.others, "not taken for a report") for each in exams)
    yield "| of the others: not taken for a report | " + " | ".join(cells) + " |"
    for name in ("emergency", "false emergency"):
        cells = (str(each.urgency[name]) for each in exams)
        yield f"| {name}: seen in the words | " + " | ".join(cells) + " |"
    cells = (str(each.urgency["due"]) for each in exams)
    yield "| emergencies there are | " + " | ".join(cells) + " |"
    for each in exams:
        yield ""
        yield f"Wrong, {each.language}:"
        yield from (f"* {line}" for line in each.wrong)


def _share(counts: Counter[str], outcome: str) -> str:
    total = sum(counts.values())
    return f"{counts[outcome]} of {total}"


def _marked(
    language: str, rows: Sequence[Mapping[str, Any]], parses: Sequence[Mapping[str, Any]]
) -> Exam:
    exam, lexicon = Exam(language), load_lexicon(ROOT / "nlu", (language,))
    for row, parse in zip(rows, parses, strict=True):
        urgent = lexicon.urgency(row["text"])[0] == "emergency"
        due = row["urgency"] == "emergency"
        exam.urgency["due"] += due
        if urgent:
            exam.urgency["emergency" if due else "false emergency"] += 1
        if row["category"] is None:
            exam.others[_outcome({}, parse)] += 1
            continue
        outcome = _outcome({row["category"], *row.get("also", ())}, parse)
        exam.reports[outcome] += 1
        if outcome in OUTCOMES[3:]:
            read = parse["category"] or parse["intent"]
            exam.wrong.append(f"{row['text']} ({row['category']}, read as {read})")
    return exam


def _outcome(right: set[str] | Mapping[str, str], parse: Mapping[str, Any]) -> str:
    if parse["intent"] == "nlu_fallback":
        return OUTCOMES[2]
    if parse["intent"] != "report":
        return OUTCOMES[4]
    if parse["category"] is None:
        return OUTCOMES[1 if set(parse["categories"][:SHOWN]) & set(right) else 2]
    return OUTCOMES[0 if parse["category"] in right else 3]


def _parses(model: Path, texts: Sequence[str]) -> list[dict[str, Any]]:
    with rasa(model) as parse:
        found = parse([{"text": each} for each in texts])
    told = []
    for each in found:
        entities = {entity["entity"]: entity["value"] for entity in each["entities"]}
        ranking = [kind["name"] for kind in each.get("category_ranking") or ()]
        told.append(
            {
                "intent": each["intent"]["name"],
                "category": entities.get("category"),
                "categories": ranking,
            }
        )
    return told
