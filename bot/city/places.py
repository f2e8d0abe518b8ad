"""Reads places.csv: the places and streets that people name, one a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from bot.city.city import Place
from bot.city.sheet import Page, is_language, near, read_text
from bot.message import Point

FILE = "places.csv"
KINDS: tuple[Literal["place", "street"], ...] = ("place", "street")
RADIUS = (5, 10_000)

Row = Mapping[str | None, str | None]


def read_places(
    folder: Path,
    languages: tuple[str, ...],
    area_round: Callable[[Sequence[Point]], str | None],
    faults: list[str],
) -> dict[str, Place]:
    """The places by slug; what is wrong goes to the faults, with the line."""
    page = Page(FILE, faults)
    places: dict[str, Place] = {}
    for where, row in _rows(folder, languages, page):
        place = _read_place(page, where, row, languages)
        if place is None:
            continue
        area = area_round([place.point, *place.course])
        if area is None:
            _tell_outside(page, where, place, area_round)
        if place.slug in places:
            page.wrong(f"{where}, slug", f"{place.slug} stands here twice; write another slug")
        places[place.slug] = replace(place, area=area or "")
    _check_twins(page, places)
    return places


def _rows(folder: Path, languages: tuple[str, ...], page: Page) -> Iterator[tuple[str, Row]]:
    text = read_text(folder, page)
    if text is None:
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if _check_columns(page, list(reader.fieldnames or ()), languages):
            for row in reader:
                below = sum(str(each).rstrip().count("\n") for each in row.values())
                yield f"line {reader.line_num - below}", row
    except csv.Error as fault:
        page.wrong(
            f"line {max(reader.line_num, 1)}",
            f"it cannot be read ({fault}); look for a quote left open",
        )


def _check_columns(page: Page, columns: Sequence[str], languages: tuple[str, ...]) -> bool:
    """Whether the lines below can be read; what is wrong goes to the faults."""
    needed = ["slug", "kind", "lat", "lon", "radius_m"]
    needed += [f"name_{each}" for each in languages]
    known = [*needed, *(f"aliases_{each}" for each in languages), "course"]
    missing = [each for each in needed if each not in columns]
    if missing and len(columns) == 1:
        page.wrong("line 1", "it has one column; write commas between them, not ; or tabs")
        return False
    for column in columns:
        named, _, language = column.partition("_")
        ready = named in ("name", "aliases") and is_language(language)
        if column not in known and not ready:
            page.wrong(
                "line 1", f"the column {column!r} is not known{near(column, known)}; take it out"
            )
    if missing:
        page.wrong("line 1", f"columns are missing; add {', '.join(missing)}")
    return not missing


def _read_place(page: Page, where: str, row: Row, languages: tuple[str, ...]) -> Place | None:
    before = len(page.faults)
    if any("\n" in str(each) for each in row.values()):
        page.wrong(where, "a field goes on in the next line; close its quote, or write two for one")
        return None
    if None in row or None in row.values():
        page.wrong(where, "it has not as many fields as line 1; write a comma for each empty field")
        return None
    cells = {str(key): str(value).strip() for key, value in row.items()}
    slug = page.slug(f"{where}, slug", cells["slug"])
    kind = next((each for each in KINDS if each == cells["kind"]), None)
    if kind is None:
        page.wrong(f"{where}, kind", f"{cells['kind']!r} is no kind; write place or street")
    point = Point(
        _number(page, f"{where}, lat", cells["lat"], (-90, 90)),
        _number(page, f"{where}, lon", cells["lon"], (-180, 180)),
    )
    radius = int(_number(page, f"{where}, radius_m", cells["radius_m"], RADIUS))
    names = {each: cells[f"name_{each}"] for each in languages}
    page.names(f"{where}, names", names, languages)
    aliases = {each: _split(cells.get(f"aliases_{each}", "")) for each in languages}
    course = _read_course(page, f"{where}, course", cells.get("course", ""))
    if len(page.faults) > before or kind is None:
        return None
    return Place(slug, kind, point, radius, names, aliases, "", course)


def _tell_outside(
    page: Page, where: str, place: Place, area_round: Callable[[Sequence[Point]], str | None]
) -> None:
    turned = [Point(each.lon, each.lat) for each in (place.point, *place.course)]
    if area_round(turned) is not None:
        page.wrong(f"{where}, lat and lon", "they are the wrong way round; write lat before lon")
        return
    page.wrong(f"{where}, lat and lon", f"{place.slug} reaches out of the city; mend them")


def _number(page: Page, where: str, text: str, limits: tuple[float, float]) -> float:
    low, high = limits
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        page.wrong(where, f"{text!r} does not do; write a number from {low} to {high}")
        return low
    return value


def _split(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(";") if each.strip())


def _read_course(page: Page, where: str, text: str) -> tuple[Point, ...]:
    points: list[Point] = []
    for part in _split(text):
        pair = part.split()
        if len(pair) != 2:
            page.wrong(where, f"{part!r} is no point; write lat and lon with a space between")
            continue
        lat = _number(page, where, pair[0], (-90, 90))
        points.append(Point(lat, _number(page, where, pair[1], (-180, 180))))
    if len(points) == 1:
        page.wrong(where, "one point is no course; write two or more with ; between")
    return tuple(points)


def _check_twins(page: Page, places: Mapping[str, Place]) -> None:
    """Two of one name are told apart by their area, so it must not be the same."""
    seen: dict[tuple[str, str, str], str] = {}
    for place in places.values():
        for language, name in place.names.items():
            other = seen.setdefault((language, name.casefold(), place.area), place.slug)
            if other != place.slug:
                page.wrong(
                    place.slug,
                    f"{other} in the same area has the same name {name!r}; give one another",
                )
