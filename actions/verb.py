"""What all actions share: one turn becomes one verb, then slot events."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.turn import Turn
from bot.wiring import verbs

CLEARED = (
    "category",
    "sentence",
    "ranking",
    "urgency",
    "kinds",
    "kind_doubt",
    "place",
    "place_words",
    "place_doubt",
    "choices",
    "photos",
    "question",
    "answers",
    "told",
    "details",
    "whom",
    "filing",
    "pending_verb",
    "pending_ref",
    "words",
)
"""Slots that are empty once a ticket is open or the person stopped."""


@dataclass(frozen=True)
class Ask:
    """A verb to ask for, with its facts."""

    verb: str
    facts: Mapping[str, Any] = field(default_factory=dict)


async def ask(what: Ask, turn: Turn) -> dict[str, Any]:
    """Asks for a verb, once. Raises what the database raises: the turn is then asked again."""
    facts = {name: value for name, value in what.facts.items() if value is not None}
    return await verbs(what.verb, facts, dict(turn.metadata))


def cleared(*but: str) -> list[EventType]:
    """Empties all slots, but those named."""
    return [SlotSet(slot, None) for slot in CLEARED if slot not in but]


def left() -> list[EventType]:
    """Leaves the form, if any, and empties the slots."""
    return [ActiveLoop(None), SlotSet("requested_slot", None), *cleared()]


class Verb(Action, ABC):
    """An action that asks for one verb: the intent's own name, unless `asked` says otherwise."""

    @property
    @abstractmethod
    def intent(self) -> str:
        """The intent that the action is for."""

    uses_photo: ClassVar[bool] = False
    """Whether the verb takes the message's photo; else it is kept for the next report."""

    def name(self) -> str:
        return f"action_{self.intent}"

    def asked(self, turn: Turn) -> Ask | None:
        """The verb and its facts; None when there is nothing to ask for yet."""
        return Ask(self.intent, self.facts(turn))

    def facts(self, turn: Turn) -> dict[str, Any]:
        """The verb's facts. A fact that is None is left out."""
        return {}

    def after(self, turn: Turn) -> list[EventType]:
        """Slot events. A kept sentence is only for a tap right after it."""
        events: list[EventType] = []
        if turn.form is None and turn.sentence:
            events.append(SlotSet("sentence", None))
        if turn.photo and not self.uses_photo:
            events.append(SlotSet("photos", turn.photos))
        return events

    def done(self, turn: Turn, told: Mapping[str, Any]) -> list[EventType]:
        """Slot events once the verb is done; `told` is what it answered."""
        return self.after(turn)

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        turn = Turn.of(tracker)
        what = self.asked(turn)
        told = await ask(what, turn) if what is not None else {}
        return self.done(turn, told)


class OfTicket(Verb, ABC):
    """A verb about a ticket."""

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"ref": turn.ref}


class WithWords(OfTicket, ABC):
    """A verb about a ticket that carries a sentence, which often is the message itself."""

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"ref": turn.ref, "text": turn.words}


class AsksWords(WithWords, ABC):
    """A verb that cannot do without words: a tap on its button opens the question for them."""

    @property
    def verb(self) -> str:
        """The verb that the words are for."""
        return self.intent

    def asked(self, turn: Turn) -> Ask | None:
        return Ask(self.verb, self.facts(turn)) if turn.words else None

    def after(self, turn: Turn) -> list[EventType]:
        if turn.words:
            return super().after(turn)
        return [
            SlotSet("pending_verb", self.verb),
            SlotSet("pending_ref", turn.ref),
            SlotSet("words", None),
            FollowupAction("words_form"),
        ]
