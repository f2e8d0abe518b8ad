"""What an unclear sentence may mean, as a person can choose it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions.turn import Turn

OFFERED = frozenset(
    {
        "accept",
        "add_note",
        "ask_resident",
        "ask_status",
        "cancel_ticket",
        "change_kind",
        "change_place",
        "claim",
        "decline",
        "digest_now",
        "done",
        "export_data",
        "forget_me",
        "give_back",
        "help",
        "list_tasks",
        "list_tickets",
        "privacy",
        "progress",
        "queue",
        "rate",
        "reopen",
        "resolve",
        "set_language",
        "talk_to_human",
    }
)
"""Intents that make sense as a button below "I am not sure what you mean"."""

MOST_READINGS = 3
LEAST_CONFIDENCE = 0.03


def likeliest(turn: Turn) -> list[dict[str, str]]:
    """The best readings that a person can choose from, best first."""
    found: list[tuple[float, dict[str, str]]] = []
    for each in turn.readings:
        intent, confidence = str(each["name"]), float(each["confidence"])
        if intent == "report":
            found += _about(confidence, turn.categories, "report", "category")
        elif intent == "faq":
            found += _about(confidence, turn.topics, "faq", "topic")
        elif intent in OFFERED:
            found.append((confidence, {"intent": intent}))
    found.sort(key=lambda each: -each[0])
    return [each for confidence, each in found if confidence >= LEAST_CONFIDENCE][:MOST_READINGS]


def _about(
    chance: float, things: Sequence[Mapping[str, Any]], intent: str, name: str
) -> list[tuple[float, dict[str, str]]]:
    return [
        (chance * float(each["confidence"]), {"intent": intent, name: str(each["name"])})
        for each in things
    ]
