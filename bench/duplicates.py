"""Whether two reports are found to tell of the same: 200 pairs, half of them look-alikes.

A line of `duplicates.jsonl`: `same`, `why`, and as `a` and `b` two reports: `text`, `lang`,
`category`, `place` (its words for where it is), `lat`, `lon`, `radius` (metres), `at` (local time).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.places import ROOT
from bench.understanding import understood
from bot.city import City, load
from bot.core.duplicates import (
    SAME,
    Sighting,
    grams_of,
    likely_kinds,
    likeness,
    personal,
)
from bot.message import Point
from bot.reading import words_of
from bot.reading.meaning import meaning
from bot.reading.traits import traits

PAIRS = Path(__file__).parent / "duplicates.jsonl"
WANTED = 0.95

Row = dict[str, Any]


def measure(model: Path | None = None, path: Path = PAIRS) -> str:
    """The table in Markdown, with meaning and without. Raises SubprocessError without a model."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pairs = sightings(model, rows)
    right = [bool(each["same"]) for each in rows]
    lines = ["## Duplicates: pairs of reports", ""]
    lines += [f"| | precision | recall | recall at precision {WANTED} | AUROC |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for name, chosen in (("with meaning", pairs), ("without", [_bare(each) for each in pairs])):
        found = [likeness(*each) for each in chosen]
        cells = (*hits(found, right), recall_at(found, right, WANTED), above(found, right))
        lines.append(f"| {name} | " + " | ".join(f"{each:.3f}" for each in cells) + " |")
    lines += ["", "Wanted: precision .95 at recall .80.", ""]
    lines += [f"wrong: {_wrong(row, like)}" for row, like in _misses(rows, pairs)]
    return "\n".join(lines)


def sightings(model: Path | None, rows: Sequence[Row]) -> list[tuple[Sighting, Sighting]]:
    """The reports of each pair as the desk compares them."""
    told = [each[side] for each in rows for side in "ab"]
    asked = [{"text": each["text"], "lang": each["lang"], "role": "resident"} for each in told]
    read = understood(model, asked)
    city = load(ROOT / "city")
    made = [_sighting(city, *each) for each in zip(told, read, strict=True)]
    return list(zip(made[0::2], made[1::2], strict=True))


def _sighting(city: City, told: Row, read: Row) -> Sighting:
    known = told["lat"] is not None and told["lon"] is not None
    return Sighting(
        category=told["category"],
        at=datetime.fromisoformat(told["at"]),
        language=told["lang"],
        personal=personal(city.catalogue.categories[told["category"]]),
        point=Point(told["lat"], told["lon"]) if known else None,
        radius=told["radius"],
        kinds=likely_kinds(read["category_ranking"]),
        traits=traits(told["text"], told["place"], words_of(city.languages)),
        vector=meaning(told["text"], told["place"]),
        grams=grams_of(told["text"]),
    )


def _bare(pair: tuple[Sighting, Sighting]) -> tuple[Sighting, Sighting]:
    return replace(pair[0], vector=None), replace(pair[1], vector=None)


def hits(found: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Precision and recall of what is taken for the same."""
    taken = [yes for like, yes in zip(found, right, strict=True) if like >= SAME]
    return sum(taken) / max(1, len(taken)), sum(taken) / max(1, sum(right))


def recall_at(found: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The greatest recall at which that precision is held."""
    best, good = 0.0, 0
    ordered = sorted(zip(found, right, strict=True), key=lambda each: -each[0])
    for number, (_, yes) in enumerate(ordered, 1):
        good += yes
        if good / number >= precision:
            best = good / sum(right)
    return best


def above(found: Sequence[float], right: Sequence[bool]) -> float:
    """How often a pair that is the same looks more alike than one that is not."""
    yes = [like for like, same in zip(found, right, strict=True) if same]
    no = [like for like, same in zip(found, right, strict=True) if not same]
    better = sum((one > other) + 0.5 * (one == other) for one in yes for other in no)
    return better / max(1, len(yes) * len(no))


def _misses(
    rows: Sequence[Row], pairs: Sequence[tuple[Sighting, Sighting]]
) -> list[tuple[Row, float]]:
    found = ((row, likeness(*pair)) for row, pair in zip(rows, pairs, strict=True))
    return [(row, like) for row, like in found if (like >= SAME) != row["same"]]


def _wrong(row: Row, like: float) -> str:
    return f"{'missed' if row['same'] else 'taken'} ({like:.2f}): {row['why']}"
