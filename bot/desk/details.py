"""What a ticket says besides its words and place: answers, for whom it is, how it came."""

from __future__ import annotations

import re
from typing import Any

from bot.core.catalogue import Category
from bot.core.people import SOMEBODY
from bot.core.questions import AT_DOOR, fitting
from bot.core.tickets import Ticket

LONG_NUMBER = re.compile(r"\d[\d -]{5,}\d")
"""A phone number, or one that says as much of a person."""


def details(category: Category, ticket: Ticket, *, exact: bool) -> list[dict[str, Any]]:
    """What the category asked and was told; a telephone number is for who holds the ticket."""
    lines: list[dict[str, Any]] = []
    for question, told in fitting(category, ticket.answers or []):
        text = str(told.get("text") or "")
        text = text if exact else without_place(ticket, text)
        text = text if ticket.held else LONG_NUMBER.sub("…", text)
        if question.key == AT_DOOR:
            lines.append({"key": f"door-{told.get('answer') or 'words'}", "facts": {"note": text}})
            continue
        facts = {"city_question": f"{category.slug}.{question.key}", "note": text}
        if told.get("answer"):
            facts["city_answer"] = f"{category.slug}.{question.key}.{told['answer']}"
        lines.append({"key": "detail-words" if text else "detail-line", "facts": facts})
    return lines


def behalf(ticket: Ticket, *, own: bool = False) -> list[dict[str, Any]]:
    """For whom a ticket is, when not for who wrote: as who wrote hears it, or who works on it."""
    lines: list[dict[str, Any]] = []
    if ticket.for_whom == SOMEBODY:
        lines.append({"key": "behalf-own-other" if own else "behalf-other", "facts": {}})
    elif ticket.for_whom:
        facts = {"whom": ticket.for_whom}
        lines.append({"key": "behalf-own" if own else "behalf-theirs", "facts": facts})
    if ticket.source and not own:
        lines.append({"key": f"source-{ticket.source}", "facts": {}})
    return lines


def without_place(ticket: Ticket, text: str) -> str:
    """The resident's words without where they live: the named place and long numbers."""
    for place in sorted(ticket.named, key=len, reverse=True):
        text = text.replace(place, "…")
    return LONG_NUMBER.sub("…", text)
