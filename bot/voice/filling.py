"""Puts facts into a sentence that is made already, so that neither changes the other."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

EMPTY = "\ue000"
"""Stands where a fact is empty. Like all marks, of Unicode's private use."""

_FILLED = re.compile(r"[\ue001-\uf8ff\d]")
_MARK = re.compile(r"[\ue001-\uf8ff]")
_QUOTED = re.compile(rf"[“«(（]\s*{EMPTY}\s*[”»)）]")
_GAP = re.compile(rf"\s*[·,،，、:：]?\s*{EMPTY}")
_LEFT = re.compile(r"^[\s·,،，、:：]+|\s+$")

ISOLATE, POP = "\u2068", "\u2069"
"""Round a text whose own direction is not that of the sentence: Unicode's FSI and PDI."""


class Filling:
    """The facts of one sentence: each is a mark while the sentence is made."""

    def __init__(self) -> None:
        self._values: list[str] = []

    def mark(self, value: Any) -> Any:
        """What stands for a value; a number stands for itself, a sentence may count by it."""
        if not isinstance(value, str):
            return value
        if not value.strip():
            return EMPTY
        self._values.append(value)
        return chr(ord(EMPTY) + len(self._values))

    def fill(self, text: str) -> str:
        """The sentence with its values; without what is empty, and lines that are only that."""
        lines = text.split("\n")
        told = [each for each in lines if EMPTY not in each or _FILLED.search(each)] or lines
        whole = "\n".join(_tidy(each) if EMPTY in each else each for each in told)
        return _MARK.sub(lambda found: self._values[ord(found[0]) - ord(EMPTY) - 1], whole)


def _tidy(line: str) -> str:
    return _LEFT.sub("", _GAP.sub("", _QUOTED.sub(EMPTY, line)))


def isolated(text: str) -> str:
    """A text that stands whole in a sentence from right to left: marks round each line that
    holds letters from left to right. A reference between Arabic words would fall apart else."""
    lines = text.split("\n")  # an isolation ends with its line, whether closed or not
    return "\n".join(f"{ISOLATE}{each}{POP}" if _goes_right(each) else each for each in lines)


def _goes_right(text: str) -> bool:
    return any(unicodedata.bidirectional(each) == "L" for each in text)
