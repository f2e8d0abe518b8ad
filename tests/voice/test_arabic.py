"""Arabic runs from right to left: what runs the other way is marked, and copied back unharmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest

from bot.city import City
from bot.core import refs
from bot.reading import clean, words_of
from bot.reading.codes import find_code, is_code
from bot.voice import FOLDER, Voice
from bot.voice.catalogue import catalogue
from bot.voice.filling import ISOLATE, POP, isolated
from tests.conftest import NOW
from tests.voice.test_catalogues import Own
from tests.voice.test_voice import KNOWN, SPOTS, WANTED, facts, unmarked

LETTER = r"[\u0620-\u064a]"
CODE = "fk3tQmYw2sLr9Zb0xVd1cA"


def marked(text: str) -> str:
    return f"{ISOLATE}{text}{POP}"


@pytest.fixture
def voice(city: City) -> Voice:
    return Voice(city.name, city.zone, ("zh", "en", "ar"))


def first_strong(text: str) -> str | None:
    """Where a message goes by its first letter, as a page or an app finds out."""
    found = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in found if each in ("L", "R", "AL")), None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("K7Q-4M2", marked("K7Q-4M2")),
        ("12 Oak Road", marked("12 Oak Road")),
        ("和平小区3号楼", marked("和平小区3号楼")),
        ("شارع البلوط 12", "شارع البلوط 12"),
        ("18:30", "18:30"),
        ("a\n\nب\nc", f"{marked('a')}\n\nب\n{marked('c')}"),
        ("", ""),
    ],
)
def test_a_line_with_letters_from_left_to_right_is_marked(text: str, told: str) -> None:
    assert isolated(text) == told


def test_what_runs_the_other_way_is_marked_where_the_language_runs_to_the_left(
    voice: Voice,
) -> None:
    told = {"key": "spot-place", "facts": {"place": "Oak Road 12"}}
    said = {
        each: voice.say(each, "late-alert", facts("late-alert", spot=told), NOW)
        for each in voice.spoken
    }
    assert marked("K7Q-4M2") in said["ar"]
    assert marked("Oak Road 12") in said["ar"]
    assert ISOLATE not in said["zh"] + said["en"]


def test_a_link_stays_as_it_is_so_that_it_can_be_tapped(voice: Voice) -> None:
    assert voice.say("ar", "invite-link", facts("invite-link"), NOW) == KNOWN["link"]


@pytest.mark.parametrize("spot", SPOTS, ids=lambda each: str(each["key"]))
def test_marks_open_and_close_in_one_line(voice: Voice, spot: Mapping[str, Any]) -> None:
    several = "The lamp\n灯\nis out"
    for key in WANTED:
        told = facts(key, spot=spot, text=several, note=several)
        for line in voice.say("ar", key, told, NOW).split("\n"):
            assert re.fullmatch(rf"(?:[^{ISOLATE}{POP}]|{ISOLATE}[^{ISOLATE}{POP}]+{POP})*", line)


def test_every_message_with_words_of_its_own_begins_with_one(voice: Voice) -> None:
    own = {key for key, words in _words().items() if re.search(LETTER, words)}
    begins = {key: first_strong(voice.say("ar", key, facts(key), NOW)) for key in own}
    first = {"person-line", "person-line-by", "relay-words", "as-worker", "by-volunteer"}
    parts = {*first, "detail-words", "tap-language", "faq"}  # names, or the city's own words
    assert {key for key, found in begins.items() if found == "L"} <= parts


def _words() -> dict[str, str]:
    bundle = catalogue(FOLDER / "ar.ftl")
    told = {name: 3 if isinstance(KNOWN[name], int) else "" for name in KNOWN}
    return {key: bundle.format(key, {**told, "verb": "answer"})[0] for key in WANTED}


@pytest.mark.parametrize(
    "text",
    [
        marked("K7Q-4M2"),
        "\u200fK7Q\u200e-4M2\u200f",
        f"حالة الطلب {marked('K7Q-4M2')}؟",
        f"{marked('K7Q')}-{marked('4M2')}",
    ],
)
def test_a_reference_that_is_copied_with_its_marks_is_understood(text: str) -> None:
    assert refs.find(text) == ["K7Q-4M2"]
    assert refs.parse(text) == "K7Q-4M2"
    assert refs.find(clean(text)) == ["K7Q-4M2"]
    assert not set(refs.without(f"{text} المصباح", "K7Q-4M2")) & set("K7Q42\u200e\u200f")
    assert ISOLATE not in refs.without(text, "K7Q-4M2")


def test_half_a_reference_with_marks_is_seen_to_be_mistyped() -> None:
    assert refs.mistyped(marked("K7Q-4M")) == "K7Q-4M"


def test_a_code_that_is_copied_with_its_marks_is_understood() -> None:
    assert is_code(marked(CODE))
    assert find_code(marked(CODE), words_of(("ar",))) == CODE
    assert clean(marked("Oak Road 12")) == unmarked(marked("Oak Road 12"))


@pytest.mark.parametrize(
    "flaw",
    [
        rf"{LETTER}\s?[,;?]",
        r"[“”\"„]|\.\.\.",
        r"\u0640(?! ?$)",
        r"[\u0660-\u0669\u06f0-\u06f9]",
        r" [.،؛؟!:»]|« ",
        r"[،؛؟](?=\S)(?![»)])",
        r"\bو ",
    ],
)
def test_arabic_is_set_as_arabic_is(flaw: str) -> None:
    own = [each for each in Own("ar").words if re.search(LETTER, each)]
    assert own
    assert [each for each in own if re.search(flaw, each)] == []


def test_arabic_speaks_to_everybody_in_the_plural() -> None:
    """No word that tells whether a man or a woman is spoken to."""
    alone = r"\b(?:أنتَ|أنتِ|أنت|لك|اكتب|اكتبي|اضغط|اضغطي|أرسل|أرسلي|رقمك|طلبك|لديك)\b"
    assert [each for each in Own("ar").words if re.search(alone, each)] == []
