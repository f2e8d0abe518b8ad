"""Places and streets: every fault is told."""

from __future__ import annotations

import pytest

from bot.city import check
from tests.city.broken import PLACES, Change, Fault, is_told

MARKET = "market_hall,place,44.381,-64.044,60,Market Hall"

FAULTS: list[Fault] = [
    (PLACES, "slug,kind", "slug,sort", "line 1", "columns are missing; add kind"),
    (PLACES, "aliases_en", "alias_en", "line 1", "did you mean 'aliases_en'"),
    (PLACES, MARKET, f"{MARKET},", "line 5", "not as many fields"),
    (PLACES, "The Market;Alder Market,", "The Market", "line 5", "not as many fields"),
    (PLACES, MARKET, MARKET.replace("market_hall", "Market"), "line 5, slug", "no slug"),
    (PLACES, MARKET, MARKET.replace("market_hall", "water_street"), "line 5, slug", "twice"),
    (PLACES, MARKET, MARKET.replace("place", "shop"), "line 5, kind", "'shop' is no kind"),
    (PLACES, MARKET, MARKET.replace("44.381", "95"), "line 5, lat", "from -90 to 90"),
    (PLACES, MARKET, MARKET.replace("-64.044", "west"), "line 5, lon", "from -180 to 180"),
    (PLACES, MARKET, MARKET.replace(",60,", ",1,"), "line 5, radius_m", "from 5 to 10000"),
    (PLACES, MARKET, MARKET.replace("44.381", "43.0"), "line 5, lat and lon", "out of the city"),
    (PLACES, MARKET, MARKET.replace("Market Hall", ""), "line 5, names", "in 'en' is no text"),
    (PLACES, MARKET, MARKET.replace("Market Hall", "Water Street"), "market_hall", "same name"),
    (PLACES, "44.375 -64.05;44.385", "44.375 -64.05;45.385", "line 2, lat", "out of the city"),
    (PLACES, "44.375 -64.05;44.385 -64.04", "44.375", "line 2, course", "is no point"),
    (PLACES, "44.375 -64.05;44.385 -64.04", "44.375 -64.05", "line 2, course", "is no course"),
    (PLACES, "44.375 -64.05;44.385 -64.04", "44.3 w;44 1", "line 2, course", "from -180 to 180"),
    (PLACES, "44.381,-64.044", "-64.044,44.381", "line 5, lat and lon", "write lat before lon"),
    (PLACES, "kind,lat,lon", "kind;lat;lon", "line 1", "columns are missing"),
    (PLACES, "Market Hall,集市大厅", '"Market Hall,集市大厅', "line 5", "close its quote"),
    (PLACES, "Market Hall,集市大厅", '"' + "Market Hall" * 20_000, "line", "a quote left open"),
    (PLACES, "slug,kind", '"' + "slug" * 50_000, "line 1", "a quote left open"),
    (PLACES, "Market Hall,集市大厅", "The Great Market Hall " * 3 + ",集市大厅", "line 5, names",
     "write at most 60"),
    (PLACES, MARKET, MARKET.replace(",60,", ",60.5.1,"), "line 5, radius_m", "from 5 to 10000"),
    (PLACES, MARKET, MARKET.replace("44.381", "nan"), "line 5, lat", "from -90 to 90"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[-1]}")
def test_a_fault_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_with_other_marks_between_is_told(change: Change, between: str) -> None:
    folder = change(PLACES, "slug", "slug")
    path = folder / PLACES
    path.write_text(path.read_text().replace(";", " ").replace(",", between))
    assert check(folder) == [
        "places.csv: line 1: it has one column; write commas between them, not ; or tabs"
    ]
