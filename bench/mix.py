"""The frozen mix: what people say in the measurement, and which answer counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

MIX = Path(__file__).with_name("mix.json")
WORDS = (
    "welcome",
    "help",
    "thanks",
    "goodbye",
    "ask-place",
    "ask-detail",
    "ticket",
    "status",
    "tickets",
    "undone",
)
"""The answers that a turn may expect. Each side says them in its own keys."""

TAPS = ("help", "ask_status", "list_tickets", "undo")


@dataclass(frozen=True)
class Turn:
    """One message of a person and the answer that counts."""

    expect: str
    say: str = ""
    tap: str = ""
    ref: bool = False
    """Whether the tap carries the reference of the ticket that was opened last."""
    category: str | None = None
    """The category that the ticket must get."""
    place: str | None = None
    """What the sentence calls the place: the answer to who asks for it all the same."""
    detail: str | None = None
    """The answer to who asks one thing more about the problem before the ticket."""

    @property
    def kind(self) -> Literal["tap", "sentence"]:
        """What is measured apart: a tap needs no understanding."""
        return "tap" if self.tap else "sentence"

    @property
    def words(self) -> str:
        """The turn as a report names it."""
        return f"/{self.tap}" if self.tap else self.say


@dataclass(frozen=True)
class Conversation:
    """What one new person says."""

    lang: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Told:
    """One message of a bot, under the mix's word for it, or the bot's own where it has none."""

    word: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """The word, with the category where there is one."""
        category = self.facts.get("category")
        return f"{self.word} ({category})" if category else self.word


def load(path: Path = MIX) -> tuple[Conversation, ...]:
    """The conversations of a mix. Raises ValueError when a line cannot be meant."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    found = tuple(
        Conversation(each["lang"], tuple(Turn(**turn) for turn in each["turns"]))
        for each in whole["conversations"]
    )
    for turn in (turn for each in found for turn in each.turns):
        if turn.expect not in WORDS or bool(turn.say) == bool(turn.tap):
            raise ValueError(f"{path.name}: {turn}")
        if turn.tap and turn.tap not in TAPS:
            raise ValueError(f"{path.name}: no such tap: {turn.tap}")
    return found


def sentences(mix: Sequence[Conversation]) -> list[tuple[str, str]]:
    """Each typed sentence once, with its language."""
    said = ((turn.say, each.lang) for each in mix for turn in each.turns if turn.say)
    return list(dict.fromkeys(said))


def is_right(turn: Turn, told: Sequence[Told]) -> bool:
    """Whether the expected answer is there, about the right category."""
    return any(
        each.word == turn.expect
        and (turn.category is None or each.facts.get("category") == turn.category)
        for each in told
    )


def as_met(conversation: Conversation, *, knows_city: bool) -> Conversation:
    """The conversation as it goes with a bot: one that does not know the city asks for each
    place; one that does asks what some categories need."""
    turns = [each for turn in conversation.turns for each in _as_met(turn, knows_city)]
    return Conversation(conversation.lang, tuple(turns))


def _as_met(turn: Turn, knows_city: bool) -> tuple[Turn, ...]:
    asks = "ask-detail" if knows_city else "ask-place"
    told = turn.detail if knows_city else turn.place
    if told is None:
        return (turn,)
    return Turn(asks, say=turn.say), Turn("ticket", say=told, category=turn.category)
