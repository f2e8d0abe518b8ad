"""A reference is found wherever people write it, and nothing else is taken for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import refs

NUMBERS = st.integers(0, refs.SPACE - 1)
WORDS = (
    "the", "and", "see", "ref", "get", "yes", "my", "a", "is", "out", "by", "new", "they",
    "street", "garden", "please", "check", "ticket", "number", "lamp", "gate", "at", "for",
    "1st", "2nd", "3rd", "4th", "9th", "22nd", "3er", "2da", "12", "3", "7", "2026", "10086",
    "9am", "5pm", "8PM", "24h", "48H", "5km", "2kg", "50m", "5m2", "6m2", "2x4", "3x5", "220V",
    "B12", "B15", "23A", "24B", "4G", "5G", "Oak", "12B", "2br", "3BR", "N95", "2hr", "5yr",
)  # fmt: skip
HAN = (
    "路灯",
    "坏了",
    "单号",
    "工单",
    "请问",
    "最新",
    "3号楼",
    "B12栋",
    "2单元",
    "上午9点",
    "的",
    "，",
)
PLATES = ("鲁F8K3M2", "京A8K3Q2", "云B2K7M4", "新A7K2Q8")
JOINTS = st.sampled_from((" ", "-", " - ", ", ", "/", "–", "\n"))


@st.composite
def sayings(draw: st.DrawFn) -> str:
    """English words and numbers in any order, with any joint between them."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
    return "".join(word + draw(JOINTS) for word in words)


@given(NUMBERS)
def test_a_reference_is_read_as_it_was_made(number: int) -> None:
    ref = refs.make(number)
    assert re.fullmatch(f"[{refs.ALPHABET}]{{3}}-[{refs.ALPHABET}]{{3}}", ref)
    assert refs.parse(ref) == ref
    assert refs.find(ref) == [ref]


@given(NUMBERS, NUMBERS)
def test_two_numbers_never_make_one_reference(one: int, two: int) -> None:
    assert (refs.make(one) == refs.make(two)) == (one == two)


def test_a_number_too_large_still_makes_a_reference() -> None:
    assert refs.make(refs.SPACE + 5) == refs.make(5)


def test_there_are_enough_references_that_a_large_city_draws_a_free_one() -> None:
    assert refs.SPACE > 100_000_000


@given(NUMBERS)
def test_each_half_has_a_digit_and_a_letter_and_no_sign_that_is_taken_for_another(
    number: int,
) -> None:
    for half in refs.make(number).split("-"):
        assert any(sign.isdigit() for sign in half)
        assert any(sign.isalpha() for sign in half)
        assert not set(half) & set("01ILOU")


@given(NUMBERS, st.sampled_from((str.upper, str.lower, str.title)))
def test_case_does_not_matter(number: int, write: object) -> None:
    assert callable(write)
    assert refs.parse(write(refs.make(number))) == refs.make(number)


@pytest.mark.parametrize(
    "written",
    [
        "K7Q-4M2", "k7q4m2", "K7Q 4M2", "K7Q - 4M2", "K7Q– 4M2", "K7Q—4M2", "K7Q\u22124M2",
        "K7Q\u20114M2", "Ｋ７Ｑ－４Ｍ２", "k7q\u30004m2", "(K7Q-4M2)", "#K7Q-4M2", "K7Q-4M2's",
        "K7Q-4M2。", "单号K7Q-4M2，请问", "最新K7Q-4M2", "工单K7Q4M2的进度",
    ],
)  # fmt: skip
def test_a_reference_is_found_as_people_write_it(written: str) -> None:
    assert refs.find(written) == ["K7Q-4M2"]


@settings(max_examples=200)
@given(sayings(), NUMBERS, sayings())
def test_a_reference_is_found_in_any_english_sentence(before: str, n: int, after: str) -> None:
    ref = refs.make(n)
    assert refs.find(f"{before} ({ref}) {after}") == [ref]
    assert refs.find(f"{before}: {ref}, {after}") == [ref]


@pytest.mark.parametrize("word", ["ref", "the", "and", "see", "get", "yes", "3rd", "9am", "B12"])
def test_the_word_before_a_reference_does_not_swallow_its_first_half(word: str) -> None:
    assert refs.find(f"{word} K7Q-4M2") == ["K7Q-4M2"]
    assert refs.find(f"{word} k7q 4m2 {word}") == ["K7Q-4M2"]


@given(st.lists(st.sampled_from(HAN), max_size=6), NUMBERS, st.lists(st.sampled_from(HAN)))
def test_a_reference_is_found_in_any_chinese_sentence(
    before: list[str], number: int, after: list[str]
) -> None:
    ref = refs.make(number)
    assert refs.find("".join((*before, "单号", ref, "的", *after))) == [ref]


@settings(max_examples=300)
@given(sayings())
def test_no_word_number_time_size_or_house_is_taken_for_a_reference(text: str) -> None:
    assert refs.find(text) == []


@given(st.lists(st.sampled_from(HAN + PLATES), max_size=8))
def test_no_chinese_word_and_no_car_is_taken_for_a_reference(words: list[str]) -> None:
    assert refs.find("".join(words)) == []


@given(st.text(max_size=60))
def test_whatever_is_found_in_a_text_is_a_reference(text: str) -> None:
    for ref in refs.find(text):
        assert refs.parse(ref) == ref


@given(st.lists(NUMBERS, min_size=2, max_size=5, unique=True))
def test_several_references_are_found_in_order_and_each_once(numbers: list[int]) -> None:
    names = [refs.make(number) for number in numbers]
    assert refs.find(", ".join([*names, *names])) == names
    assert refs.parse(" and ".join(names)) is None


@pytest.mark.parametrize("nothing", ["", "none", "K7Q-4M", "K7Q-4M22", "XK7Q-4M2", None, 7, []])
def test_what_is_no_reference_is_parsed_as_none(nothing: object) -> None:
    assert refs.parse(nothing) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("K7Q-4M2", ""),
        ("K7Q-4M2: the crew is on the way", "the crew is on the way"),
        ("the lamp k7q 4m2", "the lamp"),
        ("about K7Q - 4M2, still dark", "about still dark"),
        ("路灯K7Q-4M2，还没修", "路灯 还没修"),
        ("K7Q-4M22 and B3D-9XT stay", "K7Q-4M22 and B3D-9XT stay"),
    ],
)
def test_words_are_passed_on_without_the_reference_that_they_are_about(
    text: str, left: str
) -> None:
    assert refs.without(text, "K7Q-4M2") == left


@given(sayings(), NUMBERS)
def test_without_its_reference_a_text_names_none(words: str, number: int) -> None:
    ref = refs.make(number)
    assert refs.find(refs.without(f"{words} ({ref}) {words}", ref)) == []


@pytest.mark.parametrize("written", ["K7Q-4M", "k7q-4m22", "K7Q-M", "K7O-4M2", "撤销K7Q-4M9A"])
def test_half_a_reference_is_seen_as_one_that_is_mistyped(written: str) -> None:
    if written.endswith("-M"):
        assert refs.mistyped(written) is None  # no digit: a word
    else:
        assert refs.mistyped(f"cancel {written} please") == written.removeprefix("撤销").upper()


@pytest.mark.parametrize(
    "said",
    ["K7Q-4M2", "K7Q-4M and K7Q-4M2", "block A3-12B", "B12-3A", "Mo-Fr", "9am-5pm", "3A-1201"],
)
def test_a_house_a_time_or_a_whole_reference_is_not_mistyped(said: str) -> None:
    assert refs.mistyped(said) is None


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("К7Т-4М2", "K7T-4M2"),
        ("что с К7Т-4М2?", "K7T-4M2"),
        ("к7т4м2", "K7T-4M2"),
        ("К7Т 4М2 всё ещё темно", "K7T-4M2"),
        ("K7Т-4M2", "K7T-4M2"),  # one letter of the other keyboard
        ("заявка Х3Н-Р8С, когда?", "X3H-P8C"),
        ("А2В-Е4У", "A2B-E4Y"),
        ("номер: с5к–2вм", "C5K-2BM"),
    ],
)
def test_letters_of_a_russian_keyboard_that_look_alike_are_read(text: str, ref: str) -> None:
    assert refs.find(text) == [ref]
    assert ref not in refs.find(refs.without(text, ref))
    assert not re.search(r"\d", refs.without(text, ref))


@pytest.mark.parametrize(
    "text",
    [
        "3ем-4ех этажный дом", "квартира 3ех 4ех комнатная", "дом 12к3", "12к3 2ва", "д. 7 к. 2",
        "К7Ж-4М2", "Я7Т-4М2", "А123ВС", "в 5 ч 3 мин", "ТАК-КАК", "т.е. 3км 5км", "2на 4му",
        "сектор А2В", "код ВК7Т-4М2а", "корпус 5К", "ГОСТ Р 2Е4",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_in_russian_is_none(text: str) -> None:
    assert refs.find(text) == []


def test_half_of_one_from_a_russian_keyboard_seems_mistyped() -> None:
    assert refs.mistyped("К7Т-4М") == "K7T-4M"
    assert refs.mistyped("дом 12к3-5") is None
