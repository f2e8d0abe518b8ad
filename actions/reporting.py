"""A report in several messages: what it is about, where, and what its category asks besides."""

from __future__ import annotations

import json

from rasa_sdk.events import EventType, SlotSet

from actions import details, places
from actions.filing import taken_down
from actions.forms import VERY_SURE, Form, a_sentence, is_place, photos
from actions.places import NOWHERE, answered, certain, first, several, skipped
from actions.turn import EMERGENCY, FALLBACK, SURE, Turn

MOST_SENTENCE = 4000

UNLIKE = 0.1
"""The probability of a category below which words are about something else."""

OTHER = "other"
MOST_KINDS = 3


def kind_of(turn: Turn) -> str | None:
    """What a report is about; None when that is in doubt and there is time to ask."""
    if turn.entities.get("category"):
        return str(turn.entities["category"])
    return str(turn.categories[0]["name"]) if turn.pressing and turn.categories else None


def kind_doubted(turn: Turn) -> list[EventType]:
    """The slots while the person chooses among the likeliest categories."""
    best = [str(each["name"]) for each in turn.categories if each["name"] != OTHER][:MOST_KINDS]
    if not best:
        return []
    kinds = json.dumps([{"category": each} for each in [*best, OTHER]])
    return [SlotSet("kinds", kinds), SlotSet("kind_doubt", "which")]


def tells_another(turn: Turn) -> bool:
    """Whether the words surely are a whole report of something else, with its own place; of danger
    to life, however few they are."""
    known = turn.slots.get("category")
    if turn.pressing and next((each["name"] for each in turn.categories), known) != known:
        return True
    spot = certain(turn)
    if turn.confidence < VERY_SURE or not spot or not isinstance(spot["place"], dict):
        return False
    ranked = {str(each["name"]): float(each["confidence"]) for each in turn.categories}
    return a_sentence(turn) and ranked.get(str(known), 0.0) < UNLIKE


class ReportForm(Form):
    """A report needs a category, a place, and what the category asks besides; the person may
    leave out all but the category."""

    form = "report_form"

    def opened(self, turn: Turn) -> list[EventType]:
        goes_on = turn.interrupted and turn.slots.get("category")
        if turn.intent != "report" or goes_on:
            return []
        category = kind_of(turn)
        needs_no_place = category in (turn.metadata.get("placeless") or ())
        spot = first(turn)
        if needs_no_place and not certain(turn):
            spot = [SlotSet("place", dict(NOWHERE))]
        doubt = [] if category else kind_doubted(turn)
        words = [*self.told(turn), *taken_down(turn)]
        return [SlotSet("category", category), *words, *doubt, *photos(turn), *spot]

    def completed(self, turn: Turn, events: list[EventType]) -> list[EventType]:
        slots = {each["name"]: each["value"] for each in events if each["event"] == "slot"}
        return [*events, *details.next_question(turn, {**turn.slots, **slots})]

    def told(self, turn: Turn) -> list[EventType]:
        """The words of the report, with what they were read as."""
        if turn.parsed and turn.sentence:
            return []  # a tap on one of our readings: the slots hold the sentence
        return [
            SlotSet("sentence", turn.text),
            SlotSet("ranking", list(turn.categories) or None),
            SlotSet("urgency", turn.level),
        ]

    def heard(self, turn: Turn) -> list[EventType]:
        if turn.slots.get("category") is None:
            return self.kind_told(turn)
        if events := self.put_right(turn):
            return events
        if turn.slots.get("requested_slot") == "details" and not self.corrects(turn):
            return details.answered(turn)
        return self.where_told(turn)

    def where_told(self, turn: Turn) -> list[EventType]:
        """What a message fills in while it is asked where."""
        if turn.intent == "skip":
            return skipped(turn)
        if turn.parsed:
            return self.tapped(turn)
        if turn.intent == "report":
            return self.reported(turn)
        return self.located(turn) if is_place(turn) else []

    def kind_told(self, turn: Turn) -> list[EventType]:
        """The answer to "what is it about?": a tap, or more words. After more words the
        likeliest is taken; nobody is asked the same twice."""
        doubted = turn.slots.get("kind_doubt") is not None
        if turn.parsed or not doubted:
            return self.opened(turn) if turn.intent == "report" else []
        if turn.intent not in ("report", FALLBACK) and not is_place(turn):
            return []
        ranked = list(turn.slots.get("ranking") or ())
        if turn.categories and (turn.intent == "report" or not ranked):
            ranked = list(turn.categories)
        category = turn.entities.get("category") or ranked[0]["name"]
        spot = first(turn) if certain(turn) or several(turn) else []
        return [SlotSet("category", category), *told_more(turn), *photos(turn), *spot]

    def corrects(self, turn: Turn) -> bool:
        """Whether a tap puts the category or the place right."""
        return turn.parsed and turn.intent in ("report", "inform_place")

    def put_right(self, turn: Turn) -> list[EventType]:
        """What words change that say that it is something else, or somewhere else. Danger to life
        of another kind corrects nothing: it is a report of its own."""
        kind = turn.entities.get("category") if turn.intent == "report" else None
        other = kind not in (None, turn.slots.get("category"))
        if not turn.corrects or (other and turn.pressing):
            return []
        spot = places.put_right(turn)
        return [*becomes(turn), *told_more(turn), *photos(turn), *spot] if other else spot

    def tapped(self, turn: Turn) -> list[EventType]:
        """A pin or a choice is the place; a tap on a category changes the category."""
        if turn.intent == "inform_place":
            return self.located(turn)
        category = turn.entities.get("category")
        return [SlotSet("category", category)] if turn.intent == "report" and category else []

    def reported(self, turn: Turn) -> list[EventType]:
        """Another report: an address that sounds like one, or a new problem.

        Whole sentences about something else with a place of their own are a second ticket. Other
        words with a place of the city are the answer. About the same thing, or when we are not
        sure, the words tell where ("the lamp by the bridge"). Else the person has gone on to
        something else, and the report becomes that; what they wrote before stays in its text,
        so nothing that they said is lost.
        """
        if tells_another(turn):  # the first opens as it is, and this one begins
            events = skipped(turn)
            return [*events, *details.settled(turn), SlotSet("pending_verb", "report")]
        other = turn.entities.get("category") not in (None, turn.slots.get("category"))
        switched = other and turn.confidence >= SURE
        more = told_more(turn) if switched else []
        if certain(turn) or several(turn) or not switched:
            return [*more, *self.located(turn)]
        return [*becomes(turn), *more, *photos(turn)]

    def located(self, turn: Turn) -> list[EventType]:
        """The message as the answer to "where?"; words of danger stay in the report's text."""
        told = told_more(turn) if turn.pressing and not turn.parsed else []
        return [*told, *answered(turn), *photos(turn)]


def becomes(turn: Turn) -> list[EventType]:
    """The slots of a report that is about what this message tells; what was asked of the other kind
    is forgotten, and where it is counts as the new kind needs."""
    kind = turn.entities.get("category")
    asked = ("told", "details", "question", "answers")
    slots = {"category": kind, "ranking": list(turn.categories) or None, **dict.fromkeys(asked)}
    placeless, place = kind in (turn.metadata.get("placeless") or ()), turn.slots.get("place")
    if placeless and place is None:
        slots["place"] = dict(NOWHERE)
    elif place == NOWHERE and not placeless:
        slots["place"] = None
    return [SlotSet(*each) for each in slots.items()]


def told_more(turn: Turn) -> list[EventType]:
    """The slots of a report that this message's words join: nothing makes danger less."""
    was = turn.slots.get("urgency")
    level = was if was == EMERGENCY or turn.level in (None, "low", "normal") else turn.level
    return [SlotSet("sentence", joined(turn)), SlotSet("urgency", level or was)]


def joined(turn: Turn) -> str:
    """The report's sentence with this message's below it."""
    return "\n".join(each for each in (turn.sentence, turn.text) if each)[:MOST_SENTENCE]
