"""The three questions that take more than one message: a report, a new place, some words."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions import details, places
from actions.filing import taken_down
from actions.places import NOWHERE, answered, certain, first, next_door, several, skipped, spoken
from actions.turn import EMERGENCY, FALLBACK, Turn

PLACE_LIKE = frozenset({"inform_place", "change_place", "add_note", FALLBACK})
"""Readings of words that answer "where?": an address has few words that a model could know."""

SURE = 0.6
"""From here on another verb in the middle of a question is answered, and the question goes on."""

VERY_SURE = 0.8
"""The same when the words also hold a place of the city."""

MOST_SENTENCE = 4000

A_SENTENCE = 24
"""Letters beside a place from which on words are a sentence; a Chinese character counts twice."""

UNLIKE = 0.1
"""The probability of a category below which words are about something else."""

OTHER = "other"
MOST_KINDS = 3


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


def a_sentence(turn: Turn) -> bool:
    """Whether there are more words than those that say where."""
    besides = turn.text.replace(str((turn.metadata.get("place") or {}).get("text") or ""), "")
    return sum(2 if each > "\u2e7f" else 1 for each in besides) >= A_SENTENCE


def photos(turn: Turn) -> list[EventType]:
    """The slot with the message's photo, if it has one."""
    return [SlotSet("photos", turn.photos)] if turn.photo else []


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
        """The answer to "what is it about?": a tap, or more words; then the likeliest counts."""
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
        """What words change that say that it is something else, or somewhere else."""
        if not turn.corrects:
            return []
        kind = turn.entities.get("category") if turn.intent == "report" else None
        other = kind not in (None, turn.slots.get("category"))
        spot = places.put_right(turn)
        if not other:
            return spot
        more = [*told_more(turn), *photos(turn)]
        return [*becomes(turn), *details.forgotten(), *more, *spot]

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
        something else: the report becomes that, and what they wrote before stays in its text.
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
    """The slots of a report that is about what this message tells."""
    ranking = SlotSet("ranking", list(turn.categories) or None)
    return [SlotSet("category", turn.entities.get("category")), ranking]


def told_more(turn: Turn) -> list[EventType]:
    """The slots of a report that this message's words join: nothing makes danger less."""
    was = turn.slots.get("urgency")
    level = was if was == EMERGENCY or turn.level in (None, "low", "normal") else turn.level
    return [SlotSet("sentence", joined(turn)), SlotSet("urgency", level or was)]


def joined(turn: Turn) -> str:
    """The report's sentence with this message's below it."""
    return "\n".join(each for each in (turn.sentence, turn.text) if each)[:MOST_SENTENCE]


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
