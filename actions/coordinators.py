"""What a coordinator may do with those who take part."""

from __future__ import annotations

from typing import Any

from actions.turn import Turn
from actions.verb import Verb


class Invite(Verb):
    """With the organisation, and the grid, that the sentence names."""

    intent = "invite"

    def facts(self, turn: Turn) -> dict[str, Any]:
        place = turn.metadata.get("place") or {}
        return {"text": turn.words, "area": place.get("area")}


class People(Verb):
    """With the persons whom the sentence names."""

    intent = "people"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.words}
