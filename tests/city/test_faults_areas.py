"""Borders: every fault is told."""

from __future__ import annotations

import pytest

from tests.city.broken import AREAS, Change, Fault, is_told

HILLSIDE = '"hillside", "level": "district", "parent": "port_alder"'
SQUARE = "[[[-64.06, 44.36], [-64.03, 44.36], [-64.03, 44.4], [-64.06, 44.4], [-64.06, 44.36]]]"

FAULTS: list[Fault] = [
    (AREAS, '"features"', '"feature"', "features", "there are none"),
    (AREAS, "]}\n", "]", "the whole file", "no JSON"),
    (AREAS, '"properties": {"slug": "hillside"', '"p": {"x": ""', "feature 3", "no properties"),
    (AREAS, '"slug": "hillside"', '"slug": null', "feature 3, slug", "None is no slug"),
    (AREAS, '"slug": "hillside"', '"slug": "old_town"', "old_town", "stands here twice"),
    (AREAS, HILLSIDE, HILLSIDE.replace("district", "quarter"), "hillside.level", "none of them"),
    (AREAS, HILLSIDE, HILLSIDE.replace("district", "city"), "level", "port_alder, hillside"),
    (AREAS, HILLSIDE, HILLSIDE.replace("district", "city"), "hillside", "write parent = null"),
    (AREAS, HILLSIDE, HILLSIDE.replace("port_alder", "alder"), "hillside", "'alder' is not an"),
    (AREAS, HILLSIDE, HILLSIDE.replace("port_alder", "old_town"), "hillside", "cannot lie in"),
    (AREAS, HILLSIDE, HILLSIDE.replace('"port_alder"', "null"), "hillside", "None is not an area"),
    (AREAS, '"zh": "山坡"', '"zh": null', "hillside.names", "the name in 'zh' is no text"),
    (AREAS, '"zh": "山坡"}', '"zh": "山坡"}, "colour": 1', "hillside.colour", "not known here"),
    (AREAS, SQUARE, "[]", "old_town", "is a Polygon; write a Polygon with its corners"),
    (AREAS, SQUARE, '"square"', "old_town", "cannot be read"),
    (AREAS, f'"Polygon", "coordinates": {SQUARE}', '"Point", "coordinates": [1, 2]', "old_town",
     "is a Point"),
    (AREAS, SQUARE, SQUARE.replace("-64.03", "-640.3"), "old_town", "not on earth"),
    (AREAS, SQUARE, SQUARE.replace("44.4", "444"), "old_town", "not on earth"),
    (AREAS, SQUARE, "[[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]", "old_town", "crosses itself"),
    (AREAS, SQUARE, SQUARE.replace("-64.06", "-64.09"), "old_town", "reaches out of port_alder"),
    (AREAS, SQUARE, SQUARE.replace("-64.03", "-64.02"), "old_town and hillside", "one another"),
    (AREAS, '"en": "Hillside"', '"en": "Old Town"', "hillside.names", "called 'Old Town' too"),
    (AREAS, SQUARE, "[" * 9999 + "]" * 9999, "the whole file", "no JSON"),
    (AREAS, SQUARE, SQUARE.replace("-64.03", "NaN"), "the whole file", "NaN is no number"),
    (AREAS, SQUARE, SQUARE.replace("-64.03", "1e999"), "old_town", "not on earth"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[-1]}")
def test_a_fault_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)
