"""What is said at once when life is in danger: the numbers to call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.city import City
from bot.core.catalogue import Urgency
from bot.core.tickets import Ticket
from bot.desk.frame import Act

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


def warned(facts: Mapping[str, Any]) -> bool:
    """Whether the numbers were told already, when the words of danger were heard."""
    return bool(facts.get("warned", facts.get("urgency") == Urgency.EMERGENCY))


def warn(act: Act, ticket: Ticket) -> None:
    """Tells the numbers, where only the meaning or an answer told of the danger."""
    care = act.category(ticket).care
    told = numbers(act.city, act.who.language, care=care)
    act.answer("care" if care else "emergency", {"numbers": told})
