"""What stays of a text when it is cleaned, and what is empty or only emoji."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import clean, is_empty, is_only_emoji
from bot.reading.text import plain


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  路灯坏了 \n", "路灯坏了"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("bro\u200bken\ufeff li\u00adght\x00\x1b", "broken light"),
        ("\u202etxet\u202c \u2066x\u2069", "txet x"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),
        ("👨\u200d👩\u200d👧 ok", "👨\u200d👩\u200d👧 ok"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("着\u200d火", "着火"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_what_nobody_sees_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("text", "empty"), [("", True), (" \n\u200b\u200e ", True), ("?", False), ("👍", False)]
)
def test_a_text_with_nothing_to_see_is_empty(text: str, empty: bool) -> None:
    assert is_empty(text) is empty


@pytest.mark.parametrize(
    "text", ["👍", "👍🏽 👍", "❤️", "👨‍👩‍👧", "🇨🇳", "1️⃣", "[微笑]", "[抱拳][强]", "⭐⭐⭐", "☀"]
)
def test_emoji_and_stickers_are_only_emoji(text: str) -> None:
    assert is_only_emoji(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "ok 👍", "!", "1", "[1]", "路灯🙏", "25°", "©", "[微笑]好"]
)
def test_words_signs_and_nothing_are_not_only_emoji(text: str) -> None:
    assert not is_only_emoji(text)


def test_patterns_get_plain_signs() -> None:
    assert (
        plain("ＳＯＳ　１１９\n\n著火了，電梯  裡有人（Ａ座）")
        == "SOS 119 着火了，电梯 里有人（A座）"
    )
    assert len(plain("火" * 9000)) == 4000


@settings(deadline=None)
@given(st.text())
def test_plain_never_has_two_blanks(text: str) -> None:
    assert "  " not in plain(text)
