"""A city is data only: what a folder says is what the bot gets."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.city import City, load
from bot.city.city import distance
from bot.city.times import read_hours, read_span
from bot.core.catalogue import Kind, Rung, Urgency
from bot.core.distance import metres
from bot.message import Point

ROOT = Path(__file__).resolve().parents[2]


def test_another_city_is_only_another_folder(elsewhere: City) -> None:
    assert elsewhere.slug == "port_alder"
    assert elsewhere.names == {"en": "Port Alder", "zh": "桤木港"}
    assert elsewhere.languages == ("en", "zh")
    assert str(elsewhere.zone) == str(elsewhere.catalogue.zone) == "America/Halifax"
    assert elsewhere.digest_hour == 7
    assert elsewhere.emergency["coast_guard"].number == "16"
    assert elsewhere.emergency["care"].names["en"] == "crisis line"
    assert elsewhere.warnings == ()


def test_a_category_is_read_whole(elsewhere: City) -> None:
    light, other = (elsewhere.catalogue.categories[each] for each in ("street_light", "other"))
    assert light.ladder == (
        Rung(timedelta(hours=4), kind=Kind.ENTERPRISE),
        Rung(timedelta(minutes=30), volunteers=True),
        Rung(timedelta(days=2), responder="town_desk"),
    )
    assert (light.module, light.urgency, light.solve) == (
        "transport",
        Urgency.NORMAL,
        timedelta(days=5),
    )
    assert (light.needs_place, light.private) == (True, False)
    assert (other.needs_place, other.private) == (False, True)


def test_a_responder_is_read_whole(elsewhere: City) -> None:
    desk, power = (elsewhere.catalogue.responders[each] for each in ("town_desk", "alder_power"))
    assert desk.kind is Kind.GOVERNMENT
    assert desk.categories == {"street_light", "garbage", "meal_delivery", "other"}
    assert desk.staff == ("console:desk",)
    assert power.areas == {"old_town", "hillside"}
    assert power.hours.always
    saturday = datetime(2025, 3, 1, 15, tzinfo=UTC)
    assert desk.hours.next_open(saturday, elsewhere.zone) == datetime(
        2025, 3, 2, 12, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("what", "slug", "language", "name"),
    [
        ("category", "street_light", "en", "street light"),
        ("category", "street_light", "zh", "路灯"),
        ("category", "street_light", "fr", "street light"),
        ("category", "moon", "en", "moon"),
        ("responder", "town_desk", "zh", "市政服务台"),
        ("area", "old_town", "zh", "老城"),
        ("module", "trust", "en", "Fair trade"),
        ("reason", "not_ours", "zh", "不归我们管"),
        ("place", "market_hall", "zh", "集市大厅"),
    ],
)
def test_a_name_falls_back_to_the_default_language_then_to_the_slug(
    elsewhere: City, what: str, slug: str, language: str, name: str
) -> None:
    assert elsewhere.name(what, slug, language) == name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("point", "area"),
    [
        (Point(44.37, -64.05), "old_town"),
        (Point(44.37, -64.02), "hillside"),
        (Point(44.37, -64.005), "port_alder"),
        (Point(44.37, -64.03), "old_town"),
        (Point(44.3, -64.05), None),
        (Point(36.62, 121.22), None),
    ],
)
def test_the_innermost_area_of_a_point_is_found(
    elsewhere: City, point: Point, area: str | None
) -> None:
    assert elsewhere.area_at(point) == area
    assert elsewhere.contains(point) is (area is not None)


def test_places_come_nearest_first(elsewhere: City) -> None:
    near = elsewhere.places_near(Point(44.37501, -64.05001), 3)
    assert [each.slug for each in near] == ["water_street", "church_street_old", "market_hall"]
    assert elsewhere.places_near(Point(44.3811, -64.0441), 1)[0].slug == "market_hall"


def test_a_street_is_near_where_it_runs(sample: City) -> None:
    end = sample.places["renmin_road"].course[0]
    assert metres(end, sample.places["renmin_road"].point) > 2000
    assert "renmin_road" in {each.slug for each in sample.places_near(end, 2)}


def test_a_city_may_begin_without_places(copy: Path) -> None:
    file = copy / "places.csv"
    file.write_text(file.read_text().splitlines()[0])
    city = load(copy)
    assert city.places_near(Point(44.37, -64.05), 3) == []
    assert city.area_at(Point(44.37, -64.05)) == "old_town"


def test_distances_are_metres() -> None:
    assert metres(Point(36.6, 121.2), Point(36.61, 121.2)) == pytest.approx(1112, abs=1)
    assert metres(Point(36.6, 121.2), Point(36.6, 121.21)) == pytest.approx(893, abs=1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("30m", timedelta(minutes=30)),
        (" 2 h ", timedelta(hours=2)),
        ("15d", timedelta(days=15)),
        ("2 weeks", None),
        ("0h", None),
        ("-1h", None),
    ],
)
def test_lengths_of_time_are_read(text: str, span: timedelta | None) -> None:
    assert read_span(text) == span


def test_hours_are_read_by_day() -> None:
    hours = read_hours("Mo-Fr 09:00-12:00,13:30-17:30; Sa 10:00-16:00")
    morning, afternoon = (time(9), time(12)), (time(13, 30), time(17, 30))
    assert hours.spans == ((morning, afternoon),) * 5 + (((time(10), time(16)),), ())
    assert not hours.always


def test_days_may_be_listed_and_go_over_the_weekend() -> None:
    hours = read_hours("We,Sa-Mo 08:00-24:00")
    assert [bool(each) for each in hours.spans] == [True, False, True, False, False, True, True]
    assert hours.spans[2] == ((time(8), time.max),)


def test_a_night_goes_on_in_the_next_day() -> None:
    hours = read_hours("Su 22:00-06:00")
    assert hours.spans[6] == ((time(22), time.max),)
    assert hours.spans[0] == ((time(0), time(6)),)
    assert read_hours("Mo 22:00-00:00").spans[1] == ()


def test_a_folder_loads_the_same_twice() -> None:
    one, two = load(ROOT / "city"), load(ROOT / "city")
    assert one == two


def test_the_distance_to_a_place_begins_at_its_edge() -> None:
    city = load(ROOT / "city")
    place = next(each for each in city.places.values() if each.kind == "place" and each.radius)
    assert distance(place, place.point) == 0
    far = Point(place.point.lat + 0.01, place.point.lon)
    assert distance(place, far) == pytest.approx(metres(place.point, far) - place.radius, rel=0.01)
