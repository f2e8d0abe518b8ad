"""What a city says besides: questions, topics, workers, skills, duty, how long it keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.city import City, load
from bot.core.catalogue import Answer, Condition, Question, Urgency
from bot.voice import Voice
from tests.city.broken import LIGHT, Change


def test_a_category_asks_what_the_city_says(elsewhere: City) -> None:
    asked = elsewhere.catalogue.categories["street_light"].questions
    assert asked == (
        Question(
            "how_many",
            {"en": "How many are out?", "zh": "几盏不亮？"},
            (
                Answer("one", {"en": "just one", "zh": "就一盏"}),
                Answer("all", {"en": "the whole street", "zh": "整条街"}, Urgency.HIGH),
            ),
        ),
        Question(
            "number", {"en": "Which number stands on the pole?", "zh": "灯杆上的编号是多少？"}
        ),
    )
    assert elsewhere.catalogue.categories["other"].questions == ()


def test_a_category_says_what_volunteers_need_for_it(elsewhere: City) -> None:
    assert elsewhere.catalogue.categories["street_light"].skills == {"repair"}
    assert elsewhere.catalogue.categories["other"].skills == frozenset()
    assert set(elsewhere.skills) == {"repair", "company"}


def test_a_topic_leads_to_its_category_or_to_the_one_that_takes_all(elsewhere: City) -> None:
    assert {slug: each.category for slug, each in elsewhere.faq.items()} == {
        "how_long": "street_light",
        "who_reads": "other",
    }
    assert elsewhere.faq["who_reads"].question["zh"] == "谁会看到？"


def test_a_city_may_have_no_topics(copy: Path) -> None:
    for path in (copy / "faq").iterdir():
        path.unlink()
    (copy / "faq").rmdir()
    assert load(copy).faq == {}


def test_the_grid_worker_of_a_place_is_the_nearest_above_it(elsewhere: City) -> None:
    assert elsewhere.worker_of("wharf") == ("wharf", {"en": "Ada Marsh", "zh": "艾达·马什"})
    assert elsewhere.worker_of("old_town") is None
    assert elsewhere.worker_of(None) is None
    assert elsewhere.worker_of("nowhere") is None


def test_coordinators_are_there_in_the_hours_of_duty(elsewhere: City) -> None:
    friday, sunday = (datetime(2026, 3, day, 15, tzinfo=UTC) for day in (6, 8))
    assert not elsewhere.duty.open_at(friday, elsewhere.zone)
    assert elsewhere.duty.open_at(sunday, elsewhere.zone)


def test_what_a_city_does_not_say_is_as_usual(
    elsewhere: City, change: Callable[[str, str, str], Path]
) -> None:
    assert elsewhere.retention == {
        "messages": timedelta(days=30),
        "photos": timedelta(days=90),
        "people": timedelta(days=730),
    }
    change("city.toml", '[duty]\nhours = "Su-Th 09:00-17:00"\n', "")
    change("city.toml", '[retention]\nphotos = "90d"\n', "")
    bare = load(change("categories/street_light.toml", 'skills = ["repair"]\n', ""))
    assert bare.duty.always
    assert bare.ask_same
    quiet = change("city.toml", "digest_hour", "ask_same = false\ndigest_hour")
    assert not load(quiet).ask_same
    assert bare.retention["photos"] == timedelta(days=180)


@pytest.mark.parametrize(
    ("fact", "slug", "words"),
    [
        ("city_question", "street_light.how_many", "How many are out?"),
        ("city_answer", "street_light.how_many.all", "the whole street"),
        ("topic", "how_long", "How long does it take?"),
        ("faq", "how_long", "Most lamps are mended within five days."),
        ("skill", "company", "keeping company"),
        ("worker", "wharf", "Ada Marsh"),
        ("faq", "gone", "gone"),
    ],
)
def test_what_the_city_says_can_be_shown(
    elsewhere: City, tmp_path: Path, fact: str, slug: str, words: str
) -> None:
    (tmp_path / "en.ftl").write_text(f"told = {{ ${fact} }}\n")
    voice = Voice(elsewhere.name, elsewhere.zone, ["en"], tmp_path)
    assert voice.say("en", "told", {fact: slug}, datetime(2026, 3, 2, tzinfo=UTC)) == words


def test_a_rung_may_be_for_some_alone_and_a_responder_for_so_many(change: Change) -> None:
    when = 'when = { areas = ["hillside"], urgency = ["high"], answers = { how_many = ["all"] } }'
    change(LIGHT, '"4h"', f'"4h"\n{when}')
    city = load(change("responders/alder_power.toml", '"24/7"', '"24/7"\ncapacity = 7'))
    found = city.catalogue.categories["street_light"].ladder[0].when
    assert found == Condition(
        areas=frozenset({"hillside"}),
        urgency=frozenset({Urgency.HIGH}),
        answers={"how_many": frozenset({"all"})},
    )
    assert city.catalogue.responders["alder_power"].capacity == 7
