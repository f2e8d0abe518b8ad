"""What a category asks, which answers fit it, and what they change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.catalogue import Answer, Category, Kind, Question, Rung, Urgency
from bot.core.digests import is_off
from bot.core.questions import AT_DOOR, DOOR, asked, clean, fitting, urgency_by

TRAPPED = Question(
    "trapped", {"en": "Anybody inside?"}, (Answer("yes", {}, Urgency.EMERGENCY), Answer("no", {}))
)
SINCE = Question("since", {"en": "Since when?"})
LIFT = Category(
    slug="elevator",
    module="community",
    names={"en": "lift"},
    urgency=Urgency.NORMAL,
    ladder=(Rung(timedelta(hours=1), kind=Kind.GOVERNMENT),),
    solve=timedelta(days=1),
    questions=(TRAPPED, SINCE),
)


def test_a_category_asks_its_own_questions() -> None:
    assert asked(LIFT) == (TRAPPED, SINCE)
    assert asked(LIFT, "mother") == (TRAPPED, SINCE)


def test_for_somebody_who_needs_help_at_home_it_is_asked_how_they_notice_a_visitor() -> None:
    home = replace(LIFT, private=True)
    assert asked(home, "mother") == (TRAPPED, SINCE, DOOR)
    assert asked(home) == (TRAPPED, SINCE)


def test_what_is_an_emergency_by_itself_asks_nothing() -> None:
    assert asked(replace(LIFT, urgency=Urgency.EMERGENCY), "mother") == ()


def test_answers_fit_when_the_category_asks_and_knows_them() -> None:
    told = [
        {"question": "since", "text": "Monday"},
        {"question": "trapped", "answer": "maybe"},
        {"question": "size", "answer": "yes"},
        {"question": AT_DOOR, "answer": "knock"},
    ]
    found = fitting(LIFT, told)
    assert [(question.key, answer) for question, answer in found] == [
        ("since", told[0]),
        (AT_DOOR, told[3]),
    ]


@pytest.mark.parametrize(
    ("told", "urgency"),
    [
        ([{"question": "trapped", "answer": "yes"}], Urgency.EMERGENCY),
        ([{"question": "trapped", "answer": "no"}], None),
        ([{"question": "trapped", "text": "I cannot tell"}], None),
        ([], None),
    ],
)
def test_an_answer_may_raise_the_urgency(
    told: list[dict[str, str]], urgency: Urgency | None
) -> None:
    assert urgency_by(LIFT, told) is urgency


def test_answers_are_kept_as_short_words_and_nothing_else_is() -> None:
    given = [
        {"question": "since", "text": " " + "x" * 900},
        {"question": "trapped", "answer": "yes", "more": 1},
        {"question": "size"},
        {"text": "of nothing"},
        "words",
    ]
    assert clean(given) == [
        {"question": "since", "text": "x" * 499},
        {"question": "trapped", "answer": "yes"},
    ]
    assert clean("no list") == []
    assert clean([{"question": "q", "text": str(n)} for n in range(20)])[-1]["text"] == "7"


def test_a_day_off_is_one_where_its_reader_lives() -> None:
    sunday = datetime(2026, 3, 1, 20, tzinfo=UTC)
    assert is_off([6], ZoneInfo("Europe/London"), sunday)
    assert not is_off([6], ZoneInfo("Asia/Shanghai"), sunday), "it is Monday there already"
    assert not is_off((), ZoneInfo("UTC"), sunday)
