"""What the reader learns from, what it is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nlu.components.choice import Ranked
from nlu.components.danger import LEVELS, NOTHING, Urgent

REPORT, FAQ = "report", "faq"
ABOUT = (REPORT, FAQ)
"""Intents whose sentences are about one of many things: a category, a topic."""
ABOUT_SIGN = "/"


@dataclass(frozen=True)
class Example:
    """A sentence of the training data."""

    text: str
    intent: str
    kind: str = ""
    """A report's category, a question's topic."""
    urgency: str = ""
    """How urgent it is, where somebody has judged that."""

    @property
    def label(self) -> str:
        """The intent with what it is about."""
        return f"{self.intent}{ABOUT_SIGN}{self.kind}" if self.kind else self.intent

    @property
    def level(self) -> int:
        """Its place among LEVELS; -1 for a report that nobody has judged."""
        if self.urgency:
            return LEVELS.index(self.urgency)
        return -1 if self.intent == REPORT else LEVELS.index(NOTHING)


@dataclass(frozen=True)
class Asked:
    """A message to be read, and what is known of who wrote it."""

    text: str
    roles: Collection[str] | None = ()
    """The person's roles; None when nobody knows them, so that any may be meant."""
    holds_place: bool = False
    """Whether a place of the city was found in it."""
    has_tickets: bool = True
    """Whether the person has any ticket."""


@dataclass(frozen=True)
class Reading:
    """A message as it was read: names with probabilities, best first."""

    intents: Ranked
    kinds: Ranked
    """What it is about, supposing that it is a report."""
    topics: Ranked
    """What is asked, supposing that it is a question."""
    sure: bool
    """Whether it may be acted on; else the person is asked what they mean."""
    sure_of_kind: bool
    """Whether the best category may be taken; else the person chooses among the best."""
    off_topic: float
    """How likely it is no business of a city."""
    urgent: Urgent
