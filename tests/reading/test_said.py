"""What plain words tell in each language: a table a language under `said/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.catalogue import Answer, Question
from bot.reading import Finder, Words, whom
from bot.reading.answers import held_in
from bot.reading.called import language_in
from bot.reading.codes import mentions_code
from bot.reading.free import find_free
from bot.reading.names import find_role
from bot.reading.schedule import Schedule, find_schedule
from bot.reading.simple import wants_simple
from bot.reading.stars import find_stars
from bot.reading.text import fold
from bot.reading.words import said_in

pytestmark = pytest.mark.slow

HERE = Path(__file__).resolve().parent / "said"
NLU = Path(__file__).resolve().parents[2] / "nlu"
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Wednesday."""

TABLES = {each.stem: tomllib.loads(each.read_text("utf-8")) for each in sorted(HERE.glob("*.toml"))}
TESTED_ALONE = {"zh", "en"}
MECHANISMS = (
    *("hours", "until", "pauses", "digest", "stars", "whom", "needy", "near", "yes", "no"),
    *("anywhere", "turned", "roles", "codes", "simple", "staff", "called"),
    "corrects",
)
LEAST = 12


def rows(mechanism: str) -> list[Any]:
    """The sentences of a mechanism in every language, with what they tell."""
    return [
        pytest.param(text, told, id=f"{language}-{text}")
        for language, table in TABLES.items()
        for text, told in _flat(table.get(mechanism, {}))
    ]


def _flat(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for told, texts in table.items():
        for text in texts:
            yield text, told


def test_every_language_has_its_table_with_sentences_for_each_mechanism() -> None:
    spoken = {each.parent.name for each in NLU.glob("*/words.toml")} - TESTED_ALONE
    assert spoken
    assert set(TABLES) == spoken
    for language, table in TABLES.items():
        assert set(table) == set(MECHANISMS), language
        for mechanism in MECHANISMS:
            assert len(list(_flat(table[mechanism]))) >= LEAST, (language, mechanism)


@pytest.mark.parametrize(("text", "hours"), rows("hours"))
def test_hours_are_read(words: Words, text: str, hours: str) -> None:
    found = find_free(text, NOW, words)
    assert found.hours == (None if hours == "-" else hours)


@pytest.mark.parametrize(("text", "day"), rows("until"))
def test_the_end_of_a_pause_is_read(words: Words, text: str, day: str) -> None:
    until = find_free(text, NOW, words).until
    assert until is not None
    assert until.isoformat() == f"{day}T00:00:00+08:00"


@pytest.mark.parametrize(
    ("language", "reply", "day"),
    [
        ("en", "two weeks", "2026-03-18"),
        ("zh", "周五", "2026-03-06"),
        ("es", "el viernes", "2026-03-06"),
        ("es", "dos semanas", "2026-03-18"),
        ("fr", "vendredi", "2026-03-06"),
        ("fr", "deux semaines", "2026-03-18"),
        ("ru", "пятницы", "2026-03-06"),
        ("ru", "две недели", "2026-03-18"),
        ("ar", "الجمعة", "2026-03-06"),
        ("ar", "أسبوعين", "2026-03-18"),
    ],
)
def test_an_answer_to_until_when_is_read(words: Words, language: str, reply: str, day: str) -> None:
    tongue = next(each for each in words.tongues if each.language == language)
    text = tongue.get("answers", "until").format(reply)
    until = find_free(text, NOW, words).until
    assert until is not None
    assert until.date().isoformat() == day


@pytest.mark.parametrize(("text", "told"), rows("pauses"))
def test_a_pause_or_its_end_is_read(words: Words, text: str, told: str) -> None:
    found = find_free(text, NOW, words)
    assert (found.pause, found.back, found.until) == (told == "pause", told == "back", None)


@pytest.mark.parametrize(("text", "told"), rows("digest"))
def test_when_a_digest_should_come_is_read(words: Words, text: str, told: str) -> None:
    """`told` is "18:30", "off 56", "off" for never without it, or "-" for nothing clear."""
    found = find_schedule(text, words)
    if told == "-":
        assert found == Schedule()
    elif told.startswith("off"):
        assert found.off == frozenset(int(each) for each in told[3:].strip())
    else:
        assert f"{found.hour}:{found.minute:02}" == told
        assert found.off is None


@pytest.mark.parametrize(("text", "stars"), rows("stars"))
def test_stars_are_read(words: Words, text: str, stars: str) -> None:
    assert find_stars(text, words) == (None if stars == "-" else int(stars))


@pytest.mark.parametrize(("text", "code"), rows("whom"))
def test_a_report_says_for_whom_it_is(words: Words, text: str, code: str) -> None:
    assert whom.find_whom(text, words) == (None if code == "-" else code)


@pytest.mark.parametrize(("text", "code"), rows("needy"))
def test_a_call_for_help_tells_who_needs_it(words: Words, text: str, code: str) -> None:
    assert whom.find_needy(text, words) == (None if code == "-" else code)


@pytest.mark.parametrize(("text", "said"), rows("near"))
def test_small_words_round_a_place_belong_to_it(finder: Finder, text: str, said: str) -> None:
    found = finder.find(text)
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize("key", ["yes", "no"])
def test_a_plain_answer_is_a_yes_or_a_no(words: Words, key: str) -> None:
    for text, told in [each.values for each in rows(key)]:
        means = words.pattern("answers", key).fullmatch(fold(text).rstrip(" .!,。！،"))
        assert (means is not None) is (told == key), text


@pytest.mark.parametrize(("text", "told"), rows("anywhere"))
def test_anywhere_is_the_whole_city(words: Words, text: str, told: str) -> None:
    assert said_in(words, "answers", "anywhere", text) is (told == "anywhere")


CORRECTS = {
    "corrects": (
        *("不是，是红绿灯坏了", "不对，是电梯", "错了，是3号楼", "我说的是电梯", "等等，是橡树路"),
        *("搞错了 是5栋", "no, it's the traffic light", "No it is the lift", "wait its building 5"),
        *("sorry, Oak Road", "I meant the elevator", "not the lamp, the signal"),
    ),
    "-": (
        *("不是", "不知道", "电梯坏了", "不对劲，有怪味", "没有人", "路灯不亮", "no", "nobody"),
        *("no one is inside", "no water since morning", "the lamp is broken", "nothing works"),
        *("North Road 5", "waiting for three days"),
    ),
}
"""In Chinese and English."""


@pytest.mark.parametrize(("text", "told"), [*rows("corrects"), *_flat(CORRECTS)])
def test_who_puts_something_right_begins_so(words: Words, text: str, told: str) -> None:
    assert said_in(words, "answers", "corrects", text) is (told == "corrects")


@pytest.mark.parametrize(("text", "told"), rows("turned"))
def test_a_word_that_is_turned_round_answers_nothing(words: Words, text: str, told: str) -> None:
    """`told` is a phrase that holds, or `no ` and one that does not."""
    phrase = told.removeprefix("no ")
    question = Question("q", {}, (Answer("yes", {}, said={"xx": (phrase,)}),))
    assert (held_in(question, text, words) is None) is told.startswith("no ")


@pytest.mark.parametrize(("text", "role"), rows("roles"))
def test_a_role_is_named(words: Words, text: str, role: str) -> None:
    assert find_role(text, words) == (None if role == "-" else role)


@pytest.mark.parametrize(("text", "told"), rows("codes"))
def test_an_invitation_is_spoken_of(words: Words, text: str, told: str) -> None:
    assert mentions_code(text, words) is (told == "code")


@pytest.mark.parametrize(("text", "on"), rows("simple"))
def test_large_letters_are_wanted_or_no_longer(words: Words, text: str, on: str) -> None:
    assert wants_simple(text, words) is (on == "on")


@pytest.mark.parametrize(("text", "told"), rows("staff"))
def test_staff_say_that_somebody_called_or_came(words: Words, text: str, told: str) -> None:
    """`told` is `phone`, `desk` or `-`."""
    assert said_in(words, "staff", "taken_down", text) is (told != "-")
    if told != "-":
        assert said_in(words, "staff", "by_phone", text) is (told == "phone")


@pytest.mark.parametrize(("text", "code"), rows("called"))
def test_a_language_is_asked_for(words: Words, text: str, code: str) -> None:
    assert language_in(text, words) == (None if code == "-" else code)
