"""What Rasa utters, in the shape that the outbox takes."""

from __future__ import annotations

import json
from typing import Any


def saying(custom: dict[str, Any]) -> dict[str, Any]:
    """A response of `domain.yml` as a Saying: say, facts, ask, buttons.

    `choices` is the text of a JSON list of places, categories or buttons, because Rasa fills a
    slot into a response only as text; each becomes a button of its own row.
    """
    shown: dict[str, Any] = {"say": custom["say"], "facts": dict(custom.get("facts") or {})}
    if custom.get("ask"):
        shown["ask"] = custom["ask"]
    rows = [[{"facts": {}, **each} for each in row] for row in custom.get("buttons") or []]
    shown["buttons"] = choice_buttons(custom.get("choices")) + rows
    return shown


def choice_buttons(choices: Any) -> list[list[dict[str, Any]]]:
    """A row for each thing to choose from; none when there is nothing to choose."""
    if not isinstance(choices, str) or not choices.startswith("["):
        return []
    return [[_button(each)] for each in json.loads(choices)]


def _button(choice: dict[str, Any]) -> dict[str, Any]:
    if "verb" in choice:
        return choice
    if "category" in choice:
        kind = {"category": choice["category"]}
        return {"label": "tap-kind", "verb": "report", "facts": kind, "shows": kind}
    return {
        "label": "tap-place",
        "verb": "inform_place",
        "facts": {"place": choice["place"]},
        "shows": {"place": choice["text"]},
    }
