"""What a resident may do with their tickets."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.context import answering, in_context, twin
from actions.everyone import Leaving
from actions.places import doubted, moved, next_door, several, taken
from actions.turn import Turn
from actions.verb import Ask, AsksWords, OfTicket, Verb, WithWords

SURE_OF_KIND = 0.5


class SendPhoto(Verb):
    """A photo without words: an answer, a note to what it replies to, or kept for a report."""

    intent = "send_photo"
    uses_photo = True

    def asked(self, turn: Turn) -> Ask | None:
        context = None if turn.form else in_context(turn)
        return context or Ask("keep_photo", {"photo": turn.photo})

    def after(self, turn: Turn) -> list[EventType]:
        if turn.form is None and in_context(turn):
            return super().after(turn)
        return [*super().after(turn), SlotSet("photos", turn.photos)]


class AskStatus(OfTicket):
    intent = "ask_status"


class ListTickets(Verb):
    intent = "list_tickets"


class AddNote(AsksWords):
    intent = "add_note"
    uses_photo = True

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {**super().facts(turn), "photo": turn.photo}


class Answer(AsksWords):
    intent = "answer"
    uses_photo = True

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"ref": turn.ref or turn.waiting, "text": turn.words, "photo": turn.photo}


class CancelTicket(WithWords, Leaving):
    """In the middle of a report that names no other ticket it means: leave the report."""

    intent = "cancel_ticket"

    def leaves(self, turn: Turn) -> bool:
        return turn.form is not None and turn.ref is None


class Rate(OfTicket):
    intent = "rate"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"ref": turn.ref, "stars": turn.entities.get("stars") or turn.metadata.get("stars")}


class Reopen(WithWords):
    intent = "reopen"


class FollowTicket(WithWords):
    """Without a reference it asks for one; whoever has none tells what is wrong instead."""

    intent = "follow_ticket"

    def asked(self, turn: Turn) -> Ask | None:
        return Ask(self.intent, {"ref": turn.ref}) if turn.ref else twin(turn, "same")

    def after(self, turn: Turn) -> list[EventType]:
        if turn.ref or twin(turn, "same"):
            return super().after(turn)
        return [
            *super().after(turn),
            SlotSet("pending_verb", self.intent),
            SlotSet("pending_ref", None),
            SlotSet("words", None),
            FollowupAction("words_form"),
        ]


class Detail(Verb):
    """An answer by a button whose question is over: it is added to the ticket just opened."""

    intent = "detail"

    def asked(self, turn: Turn) -> Ask | None:
        facts = {"ref": turn.metadata.get("recent"), "to": turn.entities.get("to")}
        return Ask("add_answer", facts)


class ElderMode(Verb):
    intent = "elder_mode"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.text or None}


class ChangeKind(OfTicket):
    intent = "change_kind"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"ref": turn.ref, "to": turn.entities.get("to") or self.kind_in(turn)}

    def kind_in(self, turn: Turn) -> str | None:
        """The category that the sentence names clearly enough."""
        best = next(iter(turn.categories), None)
        if best is None or float(best["confidence"]) < SURE_OF_KIND:
            return None
        return str(best["name"])


class ChangePlace(OfTicket):
    """With a place in the words, or one kept before, at once; else it asks for the place. While
    staff wait for an answer ("which pole?"), words that say where are that."""

    intent = "change_place"

    def asked(self, turn: Turn) -> Ask | None:
        if told := self.told(turn):
            return told
        spot = self.spot(turn)
        if spot is None:
            return None
        return Ask(self.intent, moved(turn.ref, spot, turn))

    def spot(self, turn: Turn) -> dict[str, Any] | None:
        """Where it is instead, when that is known already."""
        return next_door(turn) or turn.slots.get("place")

    def told(self, turn: Turn) -> Ask | None:
        """The answer that staff wait for, when these words are it."""
        return answering(turn) if turn.text and not turn.form else None

    def after(self, turn: Turn) -> list[EventType]:
        if self.told(turn):
            return super().after(turn)
        if self.spot(turn):
            return [*super().after(turn), *taken({}), SlotSet("place", None)]
        doubt = doubted("which", turn, turn.text) if several(turn) else []
        return [
            *super().after(turn),
            SlotSet("pending_ref", turn.ref),
            *doubt,
            FollowupAction("place_form"),
        ]
