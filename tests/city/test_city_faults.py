"""Every fault of a city's files is told, with its place and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.city import check, load
from bot.errors import BadCity
from tests.city.broken import (
    AREAS,
    CITY,
    DESK,
    LIGHT,
    OTHER,
    PLACES,
    POWER,
    Change,
    Fault,
    is_told,
)

HILLSIDE = '"hillside", "level": "district", "parent": "port_alder"'
SQUARE = "[[[-64.06, 44.36], [-64.03, 44.36], [-64.03, 44.4], [-64.06, 44.4], [-64.06, 44.36]]]"
MARKET = "market_hall,place,44.381,-64.044,60,Market Hall"

FAULTS: list[Fault] = [
    (CITY, 'slug = "port_alder"', 'slug = "Port Alder"', "slug", "no slug"),
    (CITY, 'slug = "port_alder"', f'slug = "{"a" * 24}"', "slug", "at most 23"),
    (CITY, 'slug = "port_alder"', 'slug = "alder"', "slug", "no area is 'alder'"),
    (CITY, '"America/Halifax"', '"America/Atlantis"', "zone", "no time zone"),
    (CITY, '"America/Halifax"', '"../etc"', "zone", "no time zone"),
    (CITY, '"America/Halifax"', '" "', "zone", "no text here"),
    (CITY, '["en", "zh"]', '["en", "english"]', "languages", "codes of languages"),
    (CITY, '["en", "zh"]', '["en", "zh", "en"]', "languages", "each once"),
    (CITY, '["en", "zh"]', '"en"', "languages", "codes of languages"),
    (CITY, "digest_hour = 7", "digest_hour = 24", "digest_hour", "from 0 to 23"),
    (CITY, "digest_hour = 7", "digest_hour = true", "digest_hour", "from 0 to 23"),
    (CITY, "digest_hour = 7", "digest_hor = 7", "digest_hor", "did you mean 'digest_hour'"),
    (CITY, "digest_hour = 7", "digest_hour = ", "the whole file", "no TOML"),
    (CITY, 'zh = "桤木港"', 'zh = ""', "names", "the name in 'zh' is no text"),
    (CITY, 'zh = "桤木港"', "zh = 5", "names", "the name in 'zh' is no text"),
    (CITY, 'zh = "桤木港"', "", "names", "no name in 'zh'"),
    (CITY, "[names]", "[name]", "names", "no names"),
    (CITY, "[emergency.care]", "[emergency.cares]", "emergency.care", "no table"),
    (CITY, '"988"', "988", "emergency.care.number", "no text here"),
    (CITY, 'zh = "海岸警卫队"', 'z = ""', "emergency.coast_guard.names", "no name in 'zh'"),
    (CITY, "[modules]", "[module]", "modules", "no table"),
    (CITY, "trust = {", "thrust = {", "modules.trust", "no names"),
    (CITY, "trust = {", "thrust = {", "modules.thrust", "did you mean 'trust'"),
    (CITY, "not_ours =", '"not ours" =', "decline_reasons.not ours", "no slug"),
    (LIGHT, '"transport"', '"transprot"', "module", "did you mean 'transport'"),
    (LIGHT, 'module = "transport"', "", "module", "nothing stands here"),
    (LIGHT, '"normal"', '"urgent"', "urgency", "'urgent' is none of them"),
    (LIGHT, '"5d"', '"five days"', "solve", "no length of time"),
    (LIGHT, '"5d"', "5", "solve", "no length of time"),
    (LIGHT, '"4h"', '"0h"', "ladder 1.answer", "no length of time"),
    (LIGHT, 'to = "enterprise"', 'to = "enterprises"', "ladder 1.to", "did you mean 'enterprise'"),
    (LIGHT, 'to = "enterprise"', 'to = "ngo"', "ladder 1: ngo", "nobody of this kind serves"),
    (LIGHT, ":town_desk", ":town_dusk", "ladder 3", "did you mean 'town_desk'"),
    (LIGHT, ":town_desk", ":alder_power", "the last rung", "alder_power is no government"),
    (LIGHT, '"responder:town_desk"', '"government"', "the last rung", "no desk by name"),
    (LIGHT, 'answer = "4h"', 'answers = "4h"', "ladder 1.answers", "did you mean 'answer'"),
    (OTHER, "[[ladder]]", "[ladder]", "ladder", "no rows"),
    (OTHER, "[[ladder]]", "[[ladders]]", "the last rung", "no desk by name"),
    (OTHER, "private = true", 'private = "yes"', "private", "write true or false"),
    (DESK, '"government"', '"goverment"', "kind", "did you mean 'government'"),
    (DESK, '["port_alder"]', '["old_town"]', "", "town_desk does not cover hillside"),
    (DESK, '["port_alder"]', '["port_adler"]', "areas", "did you mean 'port_alder'"),
    (DESK, '["port_alder"]', "[]", "areas", "no list of texts"),
    (DESK, '"Mo-Fr 08:30-16:30"', '"Mo-Fr 8:30-16:30"', "hours", "no clear hours"),
    (DESK, '"Mo-Fr 08:30-16:30"', '"Mo-Fr 08:30-24:30"', "hours", "no clear hours"),
    (DESK, '"Mo-Fr 08:30-16:30"', '"Monday 08:30-16:30"', "hours", "'Monday' is no day"),
    (DESK, '"Mo-Fr 08:30-16:30"', '"Mo-Fri 08:30-16:30"', "hours", "'Mo-Fri' is no day"),
    (DESK, '"Mo-Fr 08:30-16:30"', '"Mo 08:00-12:00,11:00-13:00"', "hours", "on Mo overlap"),
    (DESK, '["console:desk"]', '["desk"]', "staff", "no address"),
    (POWER, '["street_light"]', '["street_lights"]', "categories", "did you mean 'street_light'"),
    (POWER, '["street_light"]', '["street_light", "street_light"]', "categories", "twice"),
    (POWER, '["street_light"]', '"street_light"', "categories", "no list of texts"),
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
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[-1]}")
def test_a_fault_is_told_with_its_file_its_place_and_what_to_do(
    change: Change, fault: Fault
) -> None:
    is_told(change, fault)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (CITY, f"{CITY}: the whole file: it is missing"),
        (AREAS, f"{AREAS}: the whole file: it is missing"),
        (PLACES, f"{PLACES}: the whole file: it is missing"),
        (OTHER, f"{OTHER}: the whole file: it is missing"),
        (POWER, "nobody of this kind serves the category"),
    ],
)
def test_a_missing_file_is_told(copy: Path, file: str, words: str) -> None:
    (copy / file).unlink()
    assert any(words in each for each in check(copy))


@pytest.mark.parametrize("file", [CITY, AREAS, PLACES, LIGHT, DESK])
def test_a_file_that_is_no_utf8_is_told(copy: Path, file: str) -> None:
    (copy / file).write_bytes("桤木港".encode("gb18030"))
    assert any(each.startswith(f"{file}: the whole file: it cannot") for each in check(copy))


def test_a_folder_that_is_not_there_has_every_fault_at_once(tmp_path: Path) -> None:
    told = "\n".join(check(tmp_path / "nowhere"))
    for file in (CITY, AREAS, PLACES, "categories", "responders"):
        assert f"{file}: " in told
    assert "is not in this city" not in told, "what cannot be known is no fault"


def test_a_file_with_a_name_that_is_no_slug_is_told(copy: Path) -> None:
    (copy / LIGHT).rename(copy / "categories/Street-Light.toml")
    assert any("Street-Light.toml: its name: " in each for each in check(copy))


def test_faults_in_many_files_are_told_together(change: Change) -> None:
    change(CITY, "digest_hour = 7", "digest_hour = 70")
    change(LIGHT, '"5d"', '"soon"')
    change(DESK, "16:30", "16.30")
    change(AREAS, HILLSIDE, HILLSIDE.replace("district", "village"))
    folder = change(PLACES, "44.381", "here")
    with pytest.raises(BadCity) as raised:
        load(folder)
    files = {each.split(":")[0] for each in raised.value.faults}
    assert files == {CITY, LIGHT, DESK, AREAS, PLACES}
    assert list(raised.value.faults) == check(folder)


def test_a_rung_with_nobody_in_some_area_is_a_warning_by_name(change: Change) -> None:
    folder = change(POWER, '["old_town", "hillside"]', '["hillside"]')
    assert check(folder) == [
        f"warning: {LIGHT}: ladder 1: enterprise: nobody of this kind in old_town; add one there"
    ]
    assert load(folder).warnings == tuple(check(folder))
