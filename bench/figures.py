"""The arithmetic of a measurement: percentiles, medians, ratios, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` (0 to 1) of the values do not exceed."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def middle(values: Sequence[float | None]) -> float | None:
    """The median of those that were measured."""
    known = [each for each in values if each is not None]
    return median(known) if known else None


def ratios(ours: Sequence[float | None], plain: Sequence[float | None]) -> list[float]:
    """Ours over plain, round by round, where both were measured."""
    pairs = zip(ours, plain, strict=False)
    return [one / two for one, two in pairs if one is not None and two]


def number(value: float | None) -> str:
    """Three figures that matter, or a dash."""
    if value is None:
        return "–"
    if value == 0 or abs(value) >= 99.95:
        return f"{value:.0f}"
    return f"{value:.{2 if abs(value) < 9.995 else 1}f}"


def spread(values: Sequence[float]) -> str:
    """The median with the least and the greatest of the rounds."""
    if not values:
        return "–"
    told = number(median(values))
    if len(values) > 1:
        told += f" ({number(min(values))} to {number(max(values))})"
    return told
