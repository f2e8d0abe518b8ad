"""Checks that no two things of a city that people choose between have one name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.city.areas import FILE as AREAS
from bot.city.city import City
from bot.city.services import CATEGORIES, RESPONDERS
from bot.city.sheet import Page
from bot.core.catalogue import Names


def check_twins(city: City, faults: list[str]) -> None:
    """Note every name that stands twice; places are told apart by their area, see there."""
    seen: dict[tuple[str, str, str], str] = {}
    for page, where, group, slug, names in _named(city, faults):
        for language, name in names.items():
            other = seen.setdefault((group, language, name.casefold()), slug)
            if name and other != slug:
                page.wrong(where, f"{other} is called {name!r} too; give one of the two another")


def _named(city: City, faults: list[str]) -> Iterator[tuple[Page, str, str, str, Names]]:
    """The file, the place in it, the group that must differ, the slug and the names."""
    known = city.catalogue
    for category in known.categories.values():
        page = Page(f"{CATEGORIES}/{category.slug}.toml", faults)
        yield page, "names", CATEGORIES, category.slug, category.names
    for responder in known.responders.values():
        page = Page(f"{RESPONDERS}/{responder.slug}.toml", faults)
        yield page, "names", RESPONDERS, responder.slug, responder.names
    for area in city.areas.values():
        page = Page(AREAS, faults)
        yield page, f"{area.slug}.names", f"area in {area.parent}", area.slug, area.names
