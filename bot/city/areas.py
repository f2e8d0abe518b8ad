"""Reads areas.geojson: nested borders, each inside its parent, none over its neighbour."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from bot.city.city import LEVELS, Area
from bot.city.sheet import Page, Sheet, near, read_text
from bot.core.catalogue import Names

FILE = "areas.geojson"
ROUNDING = 0.001
"""The part of an area that may lie outside its parent, or over a neighbour, unnoticed."""


def read_areas(folder: Path, languages: tuple[str, ...], faults: list[str]) -> dict[str, Area]:
    """The areas by slug; what is wrong goes to the faults."""
    page = Page(FILE, faults)
    areas: dict[str, Area] = {}
    for number, feature in enumerate(_features(folder, page), start=1):
        area = _read_area(page, f"feature {number}", feature, languages)
        if area is None:
            continue
        if area.slug in areas:
            page.wrong(area.slug, "this slug stands here twice; give one of the two another")
        areas[area.slug] = area
    if areas:
        _check_top(page, areas)
    for area in areas.values():
        _check_parent(page, area, areas)
    if areas:
        _check_neighbours(page, areas)
    return areas


def _features(folder: Path, page: Page) -> list[Any]:
    text = read_text(folder, page)
    if text is None:
        return []
    try:
        data = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        page.wrong("the whole file", f"this is no JSON: {fault}; mend the line that is named")
        return []
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        page.wrong("features", "there are none; write a GeoJSON FeatureCollection of polygons")
        return []
    return features


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _read_area(page: Page, where: str, feature: Any, languages: tuple[str, ...]) -> Area | None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        page.wrong(where, "it has no properties; write slug, level, parent and names there")
        return None
    slug = page.slug(f"{where}, slug", properties.get("slug"))
    where = slug or where
    sheet = Sheet(page, properties, where, {"slug", "parent"})
    level = sheet.choice("level", LEVELS)
    names = sheet.names("names", languages)
    worker = _read_worker(sheet, level, languages)
    sheet.done()
    border = _read_border(page, where, feature.get("geometry"))
    parent = properties.get("parent")
    if not slug or border is None:
        return None
    outer = parent if isinstance(parent, str) else None
    return Area(slug, names, level, outer, border, worker)


def _read_worker(sheet: Sheet, level: str, languages: tuple[str, ...]) -> Names | None:
    if sheet.value("worker") is None:
        return None
    if level != LEVELS[-1]:
        sheet.wrong("worker", f"a {level} has no worker; write the workers at its grids")
    return sheet.names("worker", languages)


def _read_border(page: Page, where: str, geometry: Any) -> BaseGeometry | None:
    try:
        border = shape(geometry)
    except (ShapelyError, ValueError, TypeError, LookupError, AttributeError):
        page.wrong(where, "its geometry cannot be read; write a GeoJSON Polygon or MultiPolygon")
        return None
    if border.geom_type not in ("Polygon", "MultiPolygon") or border.is_empty:
        page.wrong(where, f"its geometry is a {border.geom_type}; write a Polygon with its corners")
        return None
    west, south, east, north = border.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        page.wrong(where, "its corners are not on earth; write [longitude, latitude] in degrees")
        return None
    if not border.is_valid:
        fault = shapely.is_valid_reason(border)
        page.wrong(where, f"its border crosses itself ({fault}); draw it round in one turn")
        return None
    return border


def _check_top(page: Page, areas: Mapping[str, Area]) -> None:
    tops = [each.slug for each in areas.values() if each.level == LEVELS[0]]
    if len(tops) != 1:
        said = ", ".join(tops) or "none"
        page.wrong("level", f'areas of level "city": {said}; write exactly one, round the others')


def _check_parent(page: Page, area: Area, areas: Mapping[str, Area]) -> None:
    if area.level == LEVELS[0]:
        if area.parent is not None:
            page.wrong(area.slug, "the city lies in no other area; write parent = null")
        return
    parent = areas.get(area.parent or "")
    if parent is None:
        known = near(area.parent, areas) or "; write the slug of the area that it lies in"
        page.wrong(area.slug, f"its parent {area.parent!r} is not an area of this file{known}")
        return
    if LEVELS.index(parent.level) >= LEVELS.index(area.level):
        page.wrong(
            area.slug,
            f"a {area.level} cannot lie in a {parent.level}; write a parent of a higher level",
        )
    if area.border.difference(parent.border).area > area.border.area * ROUNDING:
        page.wrong(area.slug, f"it reaches out of {parent.slug}; mend one of the two borders")


def _check_neighbours(page: Page, areas: Mapping[str, Area]) -> None:
    known = list(areas.values())
    for first, second in _touching([each.border for each in known]):
        a, b = known[first], known[second]
        if a.parent == b.parent and a.parent is not None and _overlap(a.border, b.border):
            page.wrong(f"{a.slug} and {b.slug}", "they lie over one another; mend the border")


def _touching(borders: Sequence[BaseGeometry]) -> list[tuple[int, int]]:
    """The pairs that could lie over one another, by number: in a large city they are few of all."""
    pairs = shapely.STRtree(borders).query(borders, predicate="intersects").T.tolist()
    return sorted((first, second) for first, second in pairs if first < second)


def _overlap(a: BaseGeometry, b: BaseGeometry) -> bool:
    return bool(a.intersection(b).area > min(a.area, b.area) * ROUNDING)
