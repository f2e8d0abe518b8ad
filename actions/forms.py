"""Questions that take more than one message: what they share, a new place, some words."""

from __future__ import annotations

from abc import ABC, abstractmethod

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.places import answered, certain, next_door, several, spoken
from actions.turn import FALLBACK, SURE, Turn

PLACE_LIKE = frozenset({"inform_place", "change_place", "add_note", FALLBACK})
"""Readings of words that answer "where?": an address has few words that a model could know."""

VERY_SURE = 0.8
"""What is SURE when the words also hold a place of the city."""

A_SENTENCE = 24
"""Letters beside a place from which on words are a sentence; a Chinese character counts twice."""


class Form(Action, ABC):
    """The validation of a form: what a message fills in. No slot events reject the message,
    and the verb that it means is done before the form asks again."""

    form: str

    @abstractmethod
    def opened(self, turn: Turn) -> list[EventType]:
        """What the message that opens the form fills in already."""

    @abstractmethod
    def heard(self, turn: Turn) -> list[EventType]:
        """What a message fills in while the form waits for an answer."""

    def name(self) -> str:
        return f"validate_{self.form}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        turn = Turn.of(tracker)
        if turn.opened:
            return self.completed(turn, self.opened(turn))
        events = [] if turn.interrupted else self.heard(turn)
        return self.completed(turn, events) if events else []

    def completed(self, turn: Turn, events: list[EventType]) -> list[EventType]:
        """The events with what follows from them."""
        return events


def is_place(turn: Turn) -> bool:
    """Whether words that are no report answer "where?"."""
    if turn.gives_up:
        return False
    if turn.intent in PLACE_LIKE:
        return True
    holds_place = bool(certain(turn) or several(turn))
    return turn.confidence < (VERY_SURE if holds_place else SURE)


def a_sentence(turn: Turn) -> bool:
    """Whether there are more words than those that say where."""
    besides = turn.text.replace(str((turn.metadata.get("place") or {}).get("text") or ""), "")
    return sum(2 if each > "\u2e7f" else 1 for each in besides) >= A_SENTENCE


def photos(turn: Turn) -> list[EventType]:
    """The slot with the message's photo, if it has one."""
    return [SlotSet("photos", turn.photos)] if turn.photo else []


class PlaceForm(Form):
    """Where a ticket is instead."""

    form = "place_form"

    def opened(self, turn: Turn) -> list[EventType]:
        return []

    def heard(self, turn: Turn) -> list[EventType]:
        found = next_door(turn) or several(turn)
        if turn.parsed:
            is_answer = turn.intent == "inform_place"
        elif turn.pressing:
            is_answer = False  # somebody in danger is no place of another ticket
        elif turn.intent == "report":
            whole = turn.confidence >= VERY_SURE and a_sentence(turn)
            is_answer = not whole and (bool(found) or turn.confidence < SURE)
        else:
            is_answer = turn.intent != "skip" and is_place(turn)
        return answered(turn) if is_answer else []


class WordsForm(Form):
    """The words that a verb cannot do without: anything typed is one, but a clear "stop"."""

    form = "words_form"

    def opened(self, turn: Turn) -> list[EventType]:
        return []

    def heard(self, turn: Turn) -> list[EventType]:
        if turn.intent == "stop" and turn.confidence >= SURE:
            return []
        if turn.slots.get("pending_verb") == "follow_ticket" and self.reports(turn):
            return []  # no reference: then it becomes a ticket of their own
        words = self.pinned(turn) if turn.parsed else turn.text
        if words is None:
            return []
        return [SlotSet("words", words), *photos(turn)]

    def reports(self, turn: Turn) -> bool:
        """Whether the words surely are a report that names no ticket."""
        return turn.intent == "report" and turn.confidence >= SURE and not turn.ref

    def pinned(self, turn: Turn) -> str | None:
        """What a pin or a photo says in place of words; None for other taps."""
        if turn.intent == "inform_place":
            return spoken(turn) or None
        takes_photo = turn.slots.get("pending_verb") in ("add_note", "answer")
        return "" if turn.intent == "send_photo" and takes_photo else None
