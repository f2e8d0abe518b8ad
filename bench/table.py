"""A measurement as a table in Markdown: ours, plain, and ours over plain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bench.figures import middle, number, ratios, spread

Round = TypeVar("Round")


@dataclass(frozen=True)
class Row(Generic[Round]):
    """One line: what it is called, and how a side's round tells it."""

    label: str
    value: Callable[[Round], float | None]


def table(
    rows: Iterable[Row[Round]], ours: Sequence[Round], plain: Sequence[Round], columns: str = ""
) -> str:
    """Medians of the rounds, and the median of the ratios of each round with its extremes."""
    lines = [f"| {columns} | ours | plain Rasa | ours / plain |", "| --- | ---: | ---: | ---: |"]
    for row in rows:
        one, two = [row.value(each) for each in ours], [row.value(each) for each in plain]
        cells = (number(middle(one)), number(middle(two)), spread(ratios(one, two)))
        lines.append(f"| {row.label} | {' | '.join(cells)} |")
    return "\n".join(lines)
