"""References that people can read aloud and type: K7Q-4M2."""

from __future__ import annotations

import re

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 O 1 I L U: they are taken for one another on paper and on the phone."""

_HALVES = tuple(
    a + b + c
    for a in ALPHABET
    for b in ALPHABET
    for c in ALPHABET
    if any(each.isdigit() for each in (a, b, c)) and not (a + b + c).isdigit()
)
SPACE = len(_HALVES) ** 2
"""How many references there are: each half holds a digit and a letter, so no word is one."""

_FOUND = re.compile(
    rf"(?<![A-Za-z0-9])([{ALPHABET}]{{3}})[-\u2010-\u2015\s]?([{ALPHABET}]{{3}})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_KNOWN = frozenset(_HALVES)


def make(number: int) -> str:
    """The reference for a number below `SPACE`; draw the number at random."""
    left, right = divmod(number % SPACE, len(_HALVES))
    return f"{_HALVES[left]}-{_HALVES[right]}"


def find(text: str) -> list[str]:
    """The references in a text, as K7Q-4M2, in order, each once."""
    found: dict[str, None] = {}
    for left, right in _FOUND.findall(text):
        if left.upper() in _KNOWN and right.upper() in _KNOWN:
            found[f"{left.upper()}-{right.upper()}"] = None
    return list(found)


def parse(text: object) -> str | None:
    """The reference that a text is, or None when it is none or more than one."""
    found = find(text) if isinstance(text, str) else []
    return found[0] if len(found) == 1 else None
