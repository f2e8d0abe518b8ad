"""What is said at once when life is in danger: the numbers to call."""

from __future__ import annotations

from typing import Any

from bot.city import City

WANTED = ("ambulance", "fire", "police")
WANTED_CARE = ("care", "ambulance")


def numbers(city: City, language: str, *, care: bool = False) -> list[dict[str, Any]]:
    """The city's numbers as nested keys and facts; `care` for a person in despair."""
    return [
        {
            "key": "emergency-number",
            "facts": {
                "name": city.emergency[each].names.get(language)
                or next(iter(city.emergency[each].names.values())),
                "number": city.emergency[each].number,
            },
        }
        for each in (WANTED_CARE if care else WANTED)
        if each in city.emergency
    ]
