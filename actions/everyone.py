"""What everybody may say: a greeting, a place, a word that is not understood."""

from __future__ import annotations

from abc import ABC
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from actions.context import in_context, rated, same_or_not, twin
from actions.places import certain, doubted, named, several, taken
from actions.readings import likeliest
from actions.turn import Turn
from actions.verb import Ask, Verb, left
from bot.wiring import agreed, language_in

IN_A_ROW = 30 * 60.0
"""Seconds in which a second sentence that is not understood follows the first."""

PUT_RIGHT = ({"intent": "change_place"}, {"intent": "change_kind"}, {"intent": "cancel_ticket"})
"""What a "no" may mean when a ticket was opened a moment ago."""

SURE_OF_TOPIC = 0.4
"""From here on a question is answered at once."""


class Simple(Verb, ABC):
    """A verb without facts."""


class Greet(Simple):
    intent = "greet"


class Goodbye(Simple):
    intent = "goodbye"


class Thanks(Simple):
    """Also "yes, it works, thank you", while a ticket asks whether it is solved."""

    intent = "thanks"

    def asked(self, turn: Turn) -> Ask | None:
        said = agreed(turn.text)
        told = rated(turn, int(said)) if said is not None else None
        return same_or_not(turn) or told or super().asked(turn)


class Help(Simple):
    intent = "help"


class Privacy(Simple):
    intent = "privacy"


class Stop(Simple):
    """Leaves what we are doing."""

    intent = "stop"

    def after(self, turn: Turn) -> list[EventType]:
        return left()


class Leaving(Verb, ABC):
    """In the middle of a question it means: leave that."""

    def leaves(self, turn: Turn) -> bool:
        return turn.form is not None

    def asked(self, turn: Turn) -> Ask | None:
        return Ask("stop") if self.leaves(turn) else self.otherwise(turn)

    def otherwise(self, turn: Turn) -> Ask | None:
        """The verb when nothing is left."""
        return Ask(self.intent, self.facts(turn))

    def after(self, turn: Turn) -> list[EventType]:
        return left() if self.leaves(turn) else super().after(turn)


class Skip(Leaving):
    intent = "skip"

    def otherwise(self, turn: Turn) -> Ask | None:
        return Ask("help")


class Unclear(Verb, ABC):
    """Words that answer something when something was asked."""

    uses_photo = True

    def asked(self, turn: Turn) -> Ask | None:
        context = None if turn.form else in_context(turn)
        return context or self.otherwise(turn)

    def otherwise(self, turn: Turn) -> Ask | None:
        """The verb when nothing was asked."""
        return Ask(self.intent)

    def after(self, turn: Turn) -> list[EventType]:
        events = super().after(turn)
        if turn.photo and (turn.form or not in_context(turn)):
            events.append(SlotSet("photos", turn.photos))
        return events


class Chitchat(Unclear):
    intent = "chitchat"


class OutOfScope(Unclear):
    intent = "out_of_scope"


class Affirm(Unclear):
    intent = "affirm"

    def otherwise(self, turn: Turn) -> Ask | None:
        return twin(turn, "same") or rated(turn, 1) or Ask("thanks")


class Deny(Unclear, Leaving):
    """A "no": leaves a question, answers one, or is about the ticket just opened."""

    intent = "deny"

    def asked(self, turn: Turn) -> Ask | None:
        return Ask("stop") if self.leaves(turn) else Unclear.asked(self, turn)

    def otherwise(self, turn: Turn) -> Ask | None:
        if told := twin(turn, "not_same") or rated(turn, 0):
            return told
        recent = turn.metadata.get("recent")
        readings = list(PUT_RIGHT) if recent else []
        return Ask("not_sure", {"text": turn.text, "readings": readings, "ref": recent})


class InformPlace(Unclear):
    """A place without a question for it: kept for the next report."""

    intent = "inform_place"

    def otherwise(self, turn: Turn) -> Ask | None:
        recent = turn.metadata.get("recent")
        return Ask("keep_place", {"place": self.spot(turn)["place"], "ref": recent})

    def after(self, turn: Turn) -> list[EventType]:
        if in_context(turn):
            return super().after(turn)
        if several(turn):
            return [*super().after(turn), *doubted("which", turn, turn.text)]
        return [*super().after(turn), *taken(self.spot(turn))]

    def spot(self, turn: Turn) -> dict[str, Any]:
        """The place to keep, with what the person called it when it is not on the map."""
        return certain(turn) or {"place": named(turn.text), "point": None}


class Fallback(Unclear):
    """Not understood: shows the likeliest readings; the second time in a row calls a person. In the
    middle of a question it leaves that where it most likely says so."""

    intent = "fallback"

    def asked(self, turn: Turn) -> Ask | None:
        return Ask("stop") if turn.gives_up else super().asked(turn)

    def otherwise(self, turn: Turn) -> Ask | None:
        if self.again(turn):
            words = f"{turn.sentence}\n{turn.text}"
            return Ask("talk_to_human", {"text": words, "why": "unclear"})
        facts = {"text": turn.text, "readings": likeliest(turn), "ref": turn.ref}
        return Ask("not_sure", facts)

    def again(self, turn: Turn) -> bool:
        """Whether the sentence before was not understood either."""
        return bool(turn.sentence) and turn.form is None and turn.pause <= IN_A_ROW

    def after(self, turn: Turn) -> list[EventType]:
        if turn.gives_up:
            return left()
        if in_context(turn) or self.again(turn):
            return super().after(turn)
        spot = certain(turn)
        return [
            SlotSet("sentence", turn.text),
            SlotSet("ranking", list(turn.categories)),
            SlotSet("urgency", turn.level),
            SlotSet("photos", turn.photos),
            *([SlotSet("place", spot)] if spot else []),
        ]


class Faq(Verb):
    """A question: answered when it is clear which, else the likeliest are shown.

    The words are kept: with one tap they become a ticket.
    """

    intent = "faq"

    def facts(self, turn: Turn) -> dict[str, Any]:
        if turn.parsed:
            return {"topic": turn.entities.get("topic")}
        names = [str(each["name"]) for each in turn.topics]
        sure = bool(names) and float(turn.topics[0]["confidence"]) >= SURE_OF_TOPIC
        return {"topic": names[0] if sure else None, "topics": names}

    def after(self, turn: Turn) -> list[EventType]:
        if turn.form or turn.parsed:
            return super().after(turn)
        return [SlotSet("sentence", turn.text), SlotSet("photos", turn.photos)]


class TalkToHuman(Verb):
    """Leaves what was under way: its words and pictures go to the person along with these."""

    intent = "talk_to_human"
    uses_photo = True

    def facts(self, turn: Turn) -> dict[str, Any]:
        words = filter(None, (turn.sentence, turn.text))
        return {"text": "\n".join(words), "photos": turn.photos or None, "ref": turn.ref}

    def after(self, turn: Turn) -> list[EventType]:
        return left()


class SetLanguage(Verb):
    intent = "set_language"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"to": turn.entities.get("to") or language_in(turn.text)}


class Later(Verb):
    """What will be possible one day."""

    intent = "later"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"verb": turn.intent}
