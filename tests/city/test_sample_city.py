"""Binhai, the city that a newcomer runs: whole, in order, as the catalogue says."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import shapely

from bot.city import City, check
from bot.core.catalogue import Kind, Rung, Urgency
from bot.core.routing import Case, choose
from bot.reading import Finder
from tests.city.conftest import ROOT

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
    assert [each.slug for each in known if each.care] == ["companionship"]


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


def test_what_lies_in_an_area_fills_it(sample: City) -> None:
    for area in sample.areas.values():
        inside = [each.border for each in sample.areas.values() if each.parent == area.slug]
        if inside:
            assert shapely.coverage_is_valid(inside), area.slug
            whole = shapely.union_all(inside)
            assert whole.symmetric_difference(area.border).area < area.border.area * 1e-6, area.slug


def test_every_community_has_places_that_people_name(sample: City) -> None:
    named = {
        area for place in sample.places.values() for area in sample.catalogue.within(place.area)
    }
    assert {each.slug for each in sample.areas.values() if each.level == "community"} <= named
    streets = [each for each in sample.places.values() if each.kind == "street"]
    assert len(streets) >= 90
    assert all(each.course for each in streets)


def test_a_name_stands_for_one_place_but_where_cities_are_like_that(sample: City) -> None:
    finder = Finder(sample)
    several = set()
    bearers: Counter[str] = Counter()
    for place in sample.places.values():
        names = {
            name
            for language in sample.languages
            for name in (place.names[language], *place.aliases[language])
        }
        bearers.update(names)
        for name in names:
            found = finder.find(name)
            assert found is not None, name
            if found.place != place.slug:
                several.add(name)
    assert several == {name for name, count in bearers.items() if count > 1}
    assert {"新华路", "Xinhua Road", "Wenhua Road"} <= several


def test_a_question_is_asked_only_where_it_helps(sample: City) -> None:
    asked = {
        category.slug: [each.key for each in category.questions]
        for category in sample.catalogue.categories.values()
        if category.questions
    }
    assert asked["elevator"] == ["trapped"]
    assert asked["missing_person"] == ["who", "looks"]
    assert asked["gas_leak"] == ["where"]
    assert asked["heating"] == ["frail"]
    assert len(asked) < len(sample.catalogue.categories) / 2
    raised = {
        each.urgency
        for category in sample.catalogue.categories.values()
        for question in category.questions
        for each in question.answers
    }
    assert raised == {None, Urgency.HIGH, Urgency.EMERGENCY}, "no answer makes less of it"


def test_a_volunteer_can_offer_what_is_asked_for(sample: City) -> None:
    wanted = {each for slug in sample.catalogue.categories.values() for each in slug.skills}
    assert wanted | {"anything"} == set(sample.skills)
