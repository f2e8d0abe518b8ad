"""What a deep link brings: `/start at_<place>` of a lamp post's code names where one stands."""

from __future__ import annotations

import re

from bot.message import Point

START = re.compile(r"/start(?:@\w+)?\s+at_([\w-]{1,61})\s*", re.ASCII)
"""A link's word: Telegram takes A-Z, a-z, 0-9, _ and -, 64 in all (Bot features, deep linking)."""

DEGREES = re.compile(r"(-?\d{1,8})_(-?\d{1,9})")
"""Latitude and longitude in millionths of a degree, as a link can hold no point."""


def spot_in(text: str) -> str | Point | None:
    """Where a start link was scanned: a place's slug, or a point; None for all other texts."""
    found = START.fullmatch(text)
    if found is None:
        return None
    numbers = DEGREES.fullmatch(found[1])
    if numbers is None:
        return found[1]
    lat, lon = int(numbers[1]) / 1e6, int(numbers[2]) / 1e6
    return Point(lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else found[1]
