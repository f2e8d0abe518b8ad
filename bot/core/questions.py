"""What a ticket's category asks besides, which answers fit it, and what they change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.catalogue import Answer, Category, Question, Urgency

AT_DOOR = "at_door"
"""The question of ours: how somebody in need notices who comes. Cities have no such key."""

DOOR = Question(AT_DOOR, {}, tuple(Answer(key, {}) for key in ("ring", "knock", "write")))

Told = Sequence[Mapping[str, Any]]
"""Answers so far: `{question, answer}` by keys, `{question, text}`, or `{question}` when the
person would not say."""


def asked(category: Category, for_whom: str | None = None) -> tuple[Question, ...]:
    """What is asked for a report; nothing where nobody may be kept waiting.

    For somebody else who needs help at home, also how they notice who comes.
    """
    if category.urgency is Urgency.EMERGENCY:
        return ()
    return (*category.questions, DOOR) if for_whom and category.private else category.questions


def fitting(category: Category, told: Told) -> list[tuple[Question, Mapping[str, Any]]]:
    """The answers that say something for this category, in the order in which it asks."""
    given = {str(each.get("question")): each for each in told}
    return [
        (question, given[question.key])
        for question in (*category.questions, DOOR)
        if question.key in given and _says(question, given[question.key])
    ]


def _says(question: Question, told: Mapping[str, Any]) -> bool:
    return bool(told.get("text")) or answer_of(question, told) is not None


def answer_of(question: Question, told: Mapping[str, Any]) -> Answer | None:
    """The answer of the question's own that was chosen; None for words or a foreign one."""
    return next((each for each in question.answers if each.key == told.get("answer")), None)


def urgency_by(category: Category, told: Told) -> Urgency | None:
    """The most urgent that the answers make of it; None when they change nothing."""
    answers = [answer_of(*each) for each in fitting(category, told)]
    order = list(Urgency)
    found = [each.urgency for each in answers if each and each.urgency]
    return min(found, key=order.index, default=None)


def clean(told: object, most: int = 500) -> list[dict[str, str]]:
    """Answers as a ticket keeps them, from what a door handed on; what is none is left out."""
    rows = told if isinstance(told, list) else []
    found: list[dict[str, str]] = []
    for each in rows[:8]:
        if not isinstance(each, Mapping) or not each.get("question"):
            continue
        name = next((name for name in ("answer", "text") if each.get(name)), None)
        if name is not None:
            found.append(
                {"question": str(each["question"])[:40], name: str(each[name])[:most].strip()}
            )
    return found
