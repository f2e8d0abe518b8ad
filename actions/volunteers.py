"""What a volunteer may do."""

from __future__ import annotations

from typing import Any

from actions.turn import Turn
from actions.verb import OfTicket, Verb, WithWords


class ListTasks(Verb):
    intent = "list_tasks"


class Claim(OfTicket):
    intent = "claim"


class GiveBack(OfTicket):
    intent = "give_back"


class Done(WithWords):
    intent = "done"


class Join(Verb):
    """With what the sentence says already: a code, what somebody can do."""

    intent = "join"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.words}


class Leave(Verb):
    intent = "leave"


class SetAvailability(Verb):
    """With the times, the place and the skills that the sentence names."""

    intent = "set_availability"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.words, "place": turn.metadata.get("place")}
