"""What is done once a form has all it needs."""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.places import NOWHERE, moved
from actions.turn import Turn
from actions.verb import Ask, Verb, cleared

UNDER_WAY = (
    *("category", "sentence", "ranking", "urgency", "kinds", "kind_doubt", "photos"),
    *("question", "answers", "told", "details", "whom", "filing"),
)
"""Slots of a report that another question interrupts."""


class AfterForm(Verb, ABC):
    """What is done once a form has all it needs."""

    def goes_on(self, turn: Turn) -> list[EventType]:
        """A report that another question interrupted goes on."""
        return [FollowupAction("report_form")] if turn.slots.get("category") else []


class OpenTicket(AfterForm):
    intent = "open_ticket"
    uses_photo = True

    def asked(self, turn: Turn) -> Ask | None:
        verb = "file_draft" if turn.slots.get("filing") else "open_ticket"
        return Ask(verb, self.facts(turn))

    def facts(self, turn: Turn) -> dict[str, Any]:
        spot = turn.slots.get("place") or NOWHERE
        return {
            "category": turn.slots.get("category"),
            "text": turn.sentence,
            "place": spot.get("place"),
            "point": spot.get("point"),
            "photos": list(turn.slots.get("photos") or ()),
            "ranking": list(turn.slots.get("ranking") or ()),
            "answers": list(turn.slots.get("details") or ()),
            "read": turn.slots.get("urgency"),
            "for_whom": turn.slots.get("whom"),
            "source": turn.slots.get("filing"),
            "part": 2 if turn.interrupted else None,
        }

    def done(self, turn: Turn, told: Mapping[str, Any]) -> list[EventType]:
        """A message that was no answer but a new report begins it; one that could not wait for
        its place is asked for it now."""
        if turn.slots.get("pending_verb") == "report":
            return [*cleared(), FollowupAction("report_form")]
        if told.get("ref") and turn.pressing and self.nowhere(turn):
            kept = ("place_words", "place_doubt", "choices")
            asked = [SlotSet("pending_ref", told["ref"]), FollowupAction("place_form")]
            return [*cleared(*kept), *asked]
        return cleared()

    def nowhere(self, turn: Turn) -> bool:
        """Whether the place is wanted and not known."""
        category, spot = turn.slots.get("category"), turn.slots.get("place") or NOWHERE
        if category in (turn.metadata.get("placeless") or ()) or spot.get("point"):
            return False
        place = spot.get("place")
        return not isinstance(place, str) and (place or {}).get("lat") is None


class TakePlace(AfterForm):
    """The new place of a ticket."""

    intent = "take_place"

    def asked(self, turn: Turn) -> Ask | None:
        spot = turn.slots.get("place") or NOWHERE
        filing = turn.slots.get("pending_verb") == "file_place"
        verb = "file_place" if filing else "change_place"
        return Ask(verb, moved(turn.slots.get("pending_ref"), spot, turn))

    def after(self, turn: Turn) -> list[EventType]:
        return cleared(*UNDER_WAY) + self.goes_on(turn)


class SendWords(AfterForm):
    """The words go to the verb that asked for them."""

    intent = "send_words"
    uses_photo = True

    def asked(self, turn: Turn) -> Ask | None:
        verb = str(turn.slots.get("pending_verb"))
        facts = {"ref": turn.slots.get("pending_ref"), "text": turn.slots.get("words")}
        if verb in ("add_note", "answer"):
            facts["photo"] = turn.photo
        return Ask(verb, facts)

    def after(self, turn: Turn) -> list[EventType]:
        slots = ("pending_verb", "pending_ref", "words")
        return [*(SlotSet(slot, None) for slot in slots), *self.goes_on(turn)]
