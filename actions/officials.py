"""What an official may do."""

from __future__ import annotations

from typing import Any

from actions.turn import Turn
from actions.verb import Verb


class DigestNow(Verb):
    intent = "digest_now"


class DigestSettings(Verb):
    """The hour and days as the words say them; without words, or when unsure, the choices."""

    intent = "digest_settings"

    def facts(self, turn: Turn) -> dict[str, Any]:
        return {"text": turn.text or None}


class Stats(Verb):
    intent = "stats"
