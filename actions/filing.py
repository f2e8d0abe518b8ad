"""Reports for somebody else: by a neighbour, or taken down by staff and read back to them."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.places import first
from actions.turn import Turn
from actions.verb import Ask, Verb, left
from bot.wiring import announced, by_phone
from bot.wiring import taken_down as says_taken_down

STAFF = frozenset({"responder", "coordinator"})
SURE_OF_KIND = 0.6
LEAST_WORDS = 12
NO_KIND = frozenset({"other", "staff_conduct", "documents", "digital_help", "policy_question"})
"""What a sentence about taking down a report itself is read as."""


def is_staff(turn: Turn) -> bool:
    """Whether the person is staff."""
    return bool(STAFF & set(turn.metadata.get("roles") or ()))


def source_of(turn: Turn) -> str:
    """How what staff take down came to them."""
    return "phone" if by_phone(turn.text) else "walk_in"


def taken_down(turn: Turn) -> list[EventType]:
    """The slot of a report that staff begin with whose it is: "caller says the lamp is out"."""
    if not is_staff(turn) or not says_taken_down(turn.text):
        return []
    return [SlotSet("filing", source_of(turn))]


class ForAnother(Verb):
    """The next report, or the one under way, is for somebody else."""

    intent = "for_another"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.text or None, "going": 1 if turn.form else None}

    def after(self, turn: Turn) -> list[EventType]:
        return [*super().after(turn), SlotSet("whom", announced(turn.text))]


class FileFor(Verb):
    """Staff take down what somebody says; words that hold the report already begin it."""

    intent = "file_for"

    def asked(self, turn: Turn) -> Ask | None:
        return None if self.begins(turn) else Ask("file_for")

    def begins(self, turn: Turn) -> bool:
        """Whether the message says itself what is wrong."""
        best = next(iter(turn.categories), None)
        if turn.parsed or best is None or not is_staff(turn) or len(turn.text) < LEAST_WORDS:
            return False
        return best["name"] not in NO_KIND and float(best["confidence"]) >= SURE_OF_KIND

    def after(self, turn: Turn) -> list[EventType]:
        if not is_staff(turn):
            return super().after(turn)
        events = [*left(), SlotSet("filing", source_of(turn))]
        if not self.begins(turn):
            return events
        return [
            *events,
            SlotSet("category", turn.categories[0]["name"]),
            SlotSet("sentence", turn.text),
            SlotSet("ranking", list(turn.categories)),
            SlotSet("urgency", turn.level),
            *first(turn),
            FollowupAction("report_form"),
        ]


class FilePlace(Verb):
    """Asks where it is instead."""

    intent = "file_place"

    def asked(self, turn: Turn) -> Ask | None:
        return None

    def after(self, turn: Turn) -> list[EventType]:
        return [*_about(turn), SlotSet("place", None), FollowupAction("place_form")]


class FileWords(Verb):
    """Asks for the words once more."""

    intent = "file_words"

    def asked(self, turn: Turn) -> Ask | None:
        return None

    def after(self, turn: Turn) -> list[EventType]:
        return [*_about(turn), SlotSet("words", None), FollowupAction("words_form")]


def _about(turn: Turn) -> list[EventType]:
    """The verb that the answer is for, and the draft."""
    draft = str(turn.entities.get("draft") or "")
    return [SlotSet("pending_verb", turn.intent), SlotSet("pending_ref", draft)]
