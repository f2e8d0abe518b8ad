"""Russian is set as Russian is, counts as it counts, and tells nobody's gender."""

from __future__ import annotations

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.voice import Voice
from tests.conftest import NOW
from tests.voice.test_catalogues import Own

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@pytest.fixture
def voice() -> Voice:
    return Voice(lambda what, slug, _: slug, ZoneInfo("Asia/Shanghai"), ["ru"])


@pytest.mark.parametrize(
    "flaw",
    [
        r"[\"'“”„]",
        r"\.\.\.|(?<! )…(?=\w)",
        r" [,.!?:;]",
        r"\s-\s",
        r"[а-яё][a-z]|[a-z][а-яё]",
        r"\b[Тт](?:ы|ебя|ебе|вой|воя)\b",
        r"(?<!^)(?<![.!?] )\bВ(?:ы|ас|ам|аш\w*)\b",
        r"\b[Яя] (?:\w+ )?\w+(?:лся|лась|л|ла)\b",
    ],
)
def test_russian_is_set_as_russian_is(flaw: str) -> None:
    own = [each for each in Own("ru").words if CYRILLIC.search(each)]
    assert own
    assert [each for each in own if re.search(flaw, each)] == []


@pytest.mark.parametrize(
    ("count", "days", "following"),
    [
        (1, "1 день", "За этим следит 1 человек."),
        (3, "3 дня", "За этим следят 3 человека."),
        (11, "11 дней", "За этим следят 11 человек."),
        (21, "21 день", "За этим следит 21 человек."),
        (30, "30 дней", "За этим следят 30 человек."),
    ],
)
def test_russian_counts_in_its_own_forms(
    voice: Voice, count: int, days: str, following: str
) -> None:
    assert voice.say("ru", "span-days", {"count": count}, NOW) == days
    assert voice.say("ru", "following", {"count": count}, NOW) == following


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "принята (сегодня, 10:00)"),
        (2, "принята (среда, 10:00)"),
        (7, "принята (9 марта, 10:00)"),
        (400, "принята (6 апреля 2027 года, 10:00)"),
    ],
)
def test_a_moment_is_told_without_a_case(voice: Voice, days: int, told: str) -> None:
    at = (NOW + timedelta(days=days)).isoformat()
    assert voice.say("ru", "event-accept", {"at": at}, NOW) == told


def test_an_empty_quotation_is_left_out(voice: Voice) -> None:
    facts = {"ref": "K7Q-4M2", "note": ""}
    assert voice.say("ru", "note-new", facts, NOW) == "Новое по K7Q-4M2"
