"""How a broken city is tried: one change, and what `city check` must say of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.city import check, load
from bot.errors import BadCity

Change = Callable[[str, str, str], Path]

Fault = tuple[str, str, str, str, str]
"""The file, what stands there, what is written instead, the place and the words of the fault."""

LIGHT = "categories/street_light.toml"
OTHER = "categories/other.toml"
DESK = "responders/town_desk.toml"
POWER = "responders/alder_power.toml"
AREAS = "areas.geojson"
PLACES = "places.csv"
CITY = "city.toml"
FAQ = "faq/how_long.toml"


def is_told(change: Change, fault: Fault) -> None:
    """The fault is told with its file, its place and what to write instead, and nothing loads."""
    file, old, new, place, words = fault
    folder = change(file, old, new)
    found = check(folder)
    fitting = [each for each in found if place in each and words in each]
    assert fitting, found
    assert any(each.startswith(f"{file}: ") for each in fitting) or "cover" in words
    assert all("; " in each for each in found), "each says what to write instead"
    with pytest.raises(BadCity) as raised:
        load(folder)
    assert set(fitting) <= set(raised.value.faults)
