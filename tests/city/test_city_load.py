"""A city is data only: what a folder says is what the bot gets."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.city import City, check, load
from bot.city.city import distance, metres
from bot.city.times import read_hours, read_span
from bot.core.catalogue import Kind, Rung, Urgency
from bot.core.routing import Case, choose
from bot.message import Point

ROOT = Path(__file__).resolve().parents[2]

FIRST = {
    "safety": "gas_leak:E fire_hazard:G manhole_cover:G fallen_wire:E flooding:G building_danger:G "
    "missing_person:G",
    "transport": "street_light:G pothole:G traffic_signal:G illegal_parking:G shared_bikes:E "
    "public_transport:E sidewalk_blocked:G",
    "community": "elevator:E water_supply:E power_outage:E heating:E property_management:E "
    "internet_outage:E neighbour_noise:N elder_care:N meal_delivery:V companionship:N "
    "escort_to_clinic:V home_repair:V childcare:N digital_help:V food_aid:N language_help:V",
    "environment": "garbage:E illegal_dumping:G construction_noise:G air_pollution:G "
    "water_pollution:G green_space:G stray_animals:N",
    "trust": "unpaid_wages:G consumer_fraud:N prepaid_card:N price_gouging:G",
    "affairs": "documents:G social_insurance:G school_enrolment:G staff_conduct:G "
    "policy_question:G disability_support:N other:D",
}
"""Who is asked first: government, enterprise, NGO, volunteers, the desk."""

PRIVATE = {
    "elder_care", "companionship", "escort_to_clinic", "home_repair", "childcare", "food_aid",
    "meal_delivery", "language_help", "disability_support",
}  # fmt: skip


def who(rung: Rung) -> str:
    """The letter of a rung."""
    if rung.volunteers:
        return "V"
    return "D" if rung.responder else str(rung.kind)[0].upper()


def test_the_sample_city_has_no_fault_and_no_warning() -> None:
    assert check(ROOT / "city") == []


def test_who_is_asked_first_is_as_the_catalogue_says(sample: City) -> None:
    known = sample.catalogue.categories.values()
    wanted = {
        (module, *each.split(":")) for module, words in FIRST.items() for each in words.split()
    }
    assert {(each.module, each.slug, who(each.ladder[0])) for each in known} == wanted
    assert {each.ladder[-1].responder for each in known} == {"service_desk"}
    assert [who(rung) for rung in sample.catalogue.categories["missing_person"].ladder] == [
        "G", "V", "D",
    ]  # fmt: skip


def test_what_is_urgent_and_what_is_private_is_as_the_catalogue_says(sample: City) -> None:
    known = sample.catalogue.categories.values()
    urgency = {each.slug: each.urgency for each in known if each.urgency is not Urgency.NORMAL}
    assert urgency == {
        "gas_leak": Urgency.HIGH,
        "missing_person": Urgency.HIGH,
        "policy_question": Urgency.LOW,
    }
    assert {each.slug for each in known if each.private} == PRIVATE


def test_every_category_has_somebody_to_ask_in_every_grid(sample: City) -> None:
    now = datetime(2026, 3, 2, 2, tzinfo=UTC)
    grids = [slug for slug, each in sample.areas.items() if each.level == "grid"]
    for area in (*grids, None):
        for category in sample.catalogue.categories.values():
            choice = choose(
                sample.catalogue, Case(category, area, category.urgency, volunteers=1), -1, now
            )
            assert choice is not None
            assert choice.rung == 0, (category.slug, area)


def test_every_organisation_of_the_sample_city_may_be_asked(sample: City) -> None:
    asked = set()
    for category in sample.catalogue.categories.values():
        for rung in category.ladder:
            asked |= {
                each.slug
                for each in sample.catalogue.responders.values()
                if rung.responder == each.slug
                or (rung.kind is each.kind and category.slug in each.categories)
            }
    assert asked == set(sample.catalogue.responders)


def test_every_grid_of_the_sample_city_has_a_worker_of_its_own(sample: City) -> None:
    grids = [each for each in sample.areas.values() if each.level == "grid"]
    workers = {each.worker["zh"]: each.worker["en"] for each in grids if each.worker}
    assert len(workers) == len(grids) == len(set(workers.values()))
    assert sample.worker_of("heping_2") == ("heping_2", sample.areas["heping_2"].worker)
    assert sample.worker_of("heping") is None


def test_the_sample_city_has_what_a_newcomer_should_see(sample: City) -> None:
    levels = [each.level for each in sample.areas.values()]
    assert [levels.count(each) for each in ("city", "district", "community", "grid")] == [
        1, 4, 24, 121,
    ]  # fmt: skip
    assert {each.kind for each in sample.catalogue.responders.values()} == set(Kind)
    assert len(sample.places) >= 300
    assert len(sample.catalogue.responders) >= 40
    assert sample.catalogue.categories["meal_delivery"].private
    assert not sample.catalogue.categories["documents"].needs_place
    assert sample.catalogue.categories["prepaid_card"].needs_place
    assert sample.name("place", "xinhua_road_west", "zh") == "新华路"
    assert sample.name("place", "xinhua_road_east", "zh") == "新华路"


def test_a_place_belongs_to_the_smallest_area_that_holds_all_of_it(sample: City) -> None:
    for place in sample.places.values():
        for point in (place.point, *place.course):
            assert place.area in sample.catalogue.within(sample.area_at(point))
    areas = {slug: sample.places[slug].area for slug in ("renmin_road", "oak_road")}
    assert areas == {"renmin_road": "binhai", "oak_road": "haiwan"}
    assert sample.places["heping_estate"].area == "heping_1"


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
