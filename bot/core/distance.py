"""How far two points of one city are apart."""

from __future__ import annotations

import math

from bot.message import Point

METRES = 111_195.0
"""Metres of one degree of latitude, on a sphere of 6,371 km."""


def metres(a: Point, b: Point) -> float:
    """The distance between two points of one city, flat, in metres."""
    east = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return METRES * math.hypot(a.lat - b.lat, east)
