"""Speaking simply: few choices, short lists, short sentences; each message goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from bot.message import payload

T = TypeVar("T")

SHOWN = 2
"""Choices of a message; the others wait behind "more"."""

LINES = 3
"""Lines of a list."""

SHORT = frozenset(
    {
        "ask-place",
        "ask-place-again",
        "help-resident",
        "not-understood",
        "place-changed",
        "privacy",
        "status",
        "ticket-opened",
        "ticket-reopened",
        "welcome-resident",
    }
)
"""Sentences that have a shorter form."""

Kept = Mapping[str, Any]
"""A button as the outbox keeps it."""


def short(key: str) -> str:
    """The key of the shorter form, where there is one."""
    return f"simple-{key}" if key in SHORT else key


def few_lines(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with lists of a few lines, and how many were left out."""
    told = dict(facts)
    lines = told.get("lines")
    if isinstance(lines, list) and len(lines) > LINES:
        left = {"key": "more-lines", "facts": {"count": len(lines) - LINES + 1}}
        told["lines"] = [*lines[: LINES - 1], left]
    return told


def few_buttons(rows: Sequence[Sequence[Kept]], message: int) -> list[list[Kept]]:
    """A button a row, the first few; a tap on the last one shows the others of the message."""
    every = [each for row in rows for each in row]
    if len(every) <= SHOWN:
        return [[each] for each in every]
    more: Kept = {"label": "tap-more", "shows": {}, "tap": payload("more", {"of": message})}
    return [[each] for each in (*every[:SHOWN], more)]


def turned(every: Sequence[T], by: int) -> list[T]:
    """The same with the first few at the end."""
    return [*every[by:], *every[:by]]
