"""When a digest should come: hours and days, and nothing where more is asked for."""

from __future__ import annotations

import pytest

from bot.reading import Words
from bot.reading.schedule import ALL, find_schedule
from bot.reading.simple import wants_simple


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("the digest at seven, please", 7, 0),
        ("send it at 7 pm", 19, 0),
        ("every evening at eight", 20, 0),
        ("make it 12 pm", 12, 0),
        ("from now on 06:45", 6, 45),
        ("at noon", 12, 0),
        ("9h would suit me", 9, 0),
        ("at nine instead of eight", 9, 0),
        ("每天七点发给我", 7, 0),
        ("改到晚上九点", 21, 0),
        ("早上六点半", 6, 30),
        ("17:30 发", 17, 30),
        ("中午发", 12, 0),
        ("从八点改成十点", 10, 0),
    ],
)
def test_an_hour_is_read(text: str, hour: int, minute: int, words: Words) -> None:
    found = find_schedule(text, words)
    assert (found.hour, found.minute, found.off) == (hour, minute, None)


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("not on Sundays", {6}),
        ("no digest at the weekend", {5, 6}),
        ("only on Mondays and Fridays", {1, 2, 3, 5, 6}),
        ("weekdays only", {5, 6}),
        ("stop sending it", ALL),
        ("start again, every day", set()),
        ("周日别发", {6}),
        ("周末不用发", {5, 6}),
        ("周六和周日不要发", {5, 6}),
        ("我只要周二的", {0, 2, 3, 4, 5, 6}),
        ("只要工作日的", {5, 6}),
        ("退订", ALL),
        ("恢复发送", set()),
    ],
)
def test_days_without_it_are_read(text: str, off: set[int], words: Words) -> None:
    found = find_schedule(text, words)
    assert (found.hour, found.off) == (None, frozenset(off))


def test_hour_and_days_may_stand_in_one_sentence(words: Words) -> None:
    found = find_schedule("at eight, but not on Saturdays", words)
    assert (found.hour, found.off) == (8, frozenset({5}))
    assert found.clear


@pytest.mark.parametrize(
    "text",
    [
        "change the time",
        "at seven or at eight",
        "twice a day",
        "stop it until the third",
        "before the meeting at nine",
        "five lines at most",
        "早一点发",
        "出差期间先停",
        "周一的简报太长",
        "七点或者八点",
        "at 25:00",
        "stop it at seven",
    ],
)
def test_what_asks_for_more_or_for_two_things_is_left_to_the_choices(
    text: str, words: Words
) -> None:
    assert not find_schedule(text, words).clear


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("bigger letters please", True),
        ("字大一点", True),
        ("不要那么多按钮", True),
        ("back to normal, please", False),
        ("把大字关掉", False),
        ("turn the large letters off", False),
    ],
)
def test_large_letters_are_wanted_or_no_longer(text: str, on: bool, words: Words) -> None:
    assert wants_simple(text, words) is on
