"""Spoken to simply, every message has few choices, short lists and short sentences."""

from __future__ import annotations

import pytest

from bot.city import City
from bot.message import parse_payload
from bot.outbox import show
from bot.store.tables import OutboxRow
from bot.voice import FOLDER, Voice, languages
from bot.voice.catalogue import catalogue
from bot.voice.simple import LINES, SHORT, SHOWN, few_buttons, few_lines, turned
from tests.conftest import NOW


def button(number: int) -> dict[str, object]:
    tap = f'/ask_status{{"ref":"K7Q-4M{number}"}}'
    return {"label": "tap-ref", "shows": {"number": f"K7Q-4M{number}"}, "tap": tap}


def row(key: str, count: int, **facts: object) -> OutboxRow:
    buttons = [[button(number) for number in range(2, 2 + count)]]
    return OutboxRow(
        id=9, address="a", key=key, facts=facts, buttons=buttons, made_at=NOW, try_at=NOW
    )


@pytest.fixture
def voice(city: City) -> Voice:
    return Voice(city.name, city.zone, languages())


@pytest.mark.parametrize("language", languages())
def test_a_message_shows_two_choices_and_more(voice: Voice, language: str) -> None:
    shown = show(voice, row("no-tickets", 5), language, simple=True)
    taps = [parse_payload(line[0].tap) for line in shown.buttons]
    assert [len(line) for line in shown.buttons] == [1, 1, 1]
    assert taps[-1] == ("more", {"of": 9})
    assert shown.simple
    usual = show(voice, row("no-tickets", 5), language)
    assert (len(usual.buttons[0]), usual.simple) == (5, False)


def test_two_choices_need_no_more(voice: Voice) -> None:
    shown = show(voice, row("no-tickets", SHOWN), "en", simple=True)
    assert [line[0].label for line in shown.buttons] == ["K7Q-4M2", "K7Q-4M3"]
    assert few_buttons([], 1) == []


def test_spent_buttons_stay_spent(voice: Voice) -> None:
    message = row("no-tickets", 5)
    message.spent = True
    assert show(voice, message, "en", simple=True).buttons == ()


@pytest.mark.parametrize("language", languages())
def test_a_list_has_three_lines(voice: Voice, language: str) -> None:
    lines = [{"key": "queue-empty", "facts": {}}] * 7
    text = show(voice, row("which-ticket", 0, lines=lines), language, simple=True).text
    assert len(text.splitlines()) == 1 + LINES
    assert "5" in text.splitlines()[-1]
    assert few_lines({"lines": lines[:LINES]})["lines"] == lines[:LINES]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", sorted(SHORT))
def test_the_short_form_is_shorter_and_asks_for_no_other_facts(language: str, key: str) -> None:
    known = catalogue(FOLDER / f"{language}.ftl")
    assert known.wanted[f"simple-{key}"] <= known.wanted[key]


def test_the_choices_turn_until_all_were_shown() -> None:
    every = list("abcde")
    assert turned(every, 2) == list("cdeab")
