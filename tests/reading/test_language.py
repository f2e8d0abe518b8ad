"""In which language a person goes on, and which one nobody here speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.language import find_language, script_of

BOTH = ("zh", "en")
NLU = Path(__file__).resolve().parents[2] / "nlu"
FOLDERS = sorted(each.parent.name for each in NLU.glob("*/words.toml"))
ALL = (*BOTH, *(each for each in FOLDERS if each not in BOTH))
"""Every language that has a folder."""

EACH = pytest.mark.parametrize("spoken", [BOTH, ALL], ids=["two", "all"])


@EACH
@pytest.mark.parametrize(
    ("text", "prior", "language"),
    [
        ("路灯坏了", "en", "zh"),
        ("路燈壞咗", "en", "zh"),
        ("好的", "en", "zh"),
        ("The street light is broken", "zh", "en"),
        ("hello", "zh", "en"),
        ("我家wifi坏了", "en", "zh"),
        ("请问 elevator 什么时候修好", "en", "zh"),
        ("my flat in 和平小区 has no light since Monday", "zh", "en"),
    ],
)
def test_a_text_tells_its_language_by_its_script(
    spoken: tuple[str, ...], text: str, prior: str, language: str
) -> None:
    assert find_language(text, spoken, prior) == (language, None)


@EACH
@pytest.mark.parametrize("prior", BOTH)
@pytest.mark.parametrize(
    "text",
    ["", "ok", "OK!", "okay", "👍", "12", "3-2-501", "K7Q-4M2", "k7q4m2 R8T-5N3",
     "https://example.org/a-long-address", "me@example.org", "wifi", "5 ⭐", "..."],
)  # fmt: skip
def test_a_text_that_tells_nothing_keeps_the_language_so_far(
    spoken: tuple[str, ...], text: str, prior: str
) -> None:
    assert find_language(text, spoken, prior) == (prior, None)


@EACH
@pytest.mark.parametrize(("text", "prior"), [("坏了 lights out", "zh"), ("坏了 lights out", "en")])
def test_a_mixed_text_keeps_the_language_so_far(
    spoken: tuple[str, ...], text: str, prior: str
) -> None:
    assert find_language(text, spoken, prior) == (prior, None)


@pytest.mark.parametrize(
    ("text", "unspoken"),
    [
        ("La farola de la calle del Roble no funciona desde hace dos semanas", "es"),
        ("no hay luz en la calle", "es"),
        ("Le lampadaire de notre rue est en panne depuis deux semaines", "fr"),
        ("Уличный фонарь не работает уже две недели", "ru"),
        ("Света нет", "ru"),
        ("مصباح الشارع لا يعمل منذ أسبوعين", "ar"),
        ("街灯が二週間つきません", "ja"),
        ("가로등이 고장났어요", "ko"),
        ("ไฟถนนเสีย", "th"),
        ("Đèn đường bị hỏng hai tuần rồi, không có ai sửa", "vi"),
    ],
)
def test_a_language_that_nobody_here_speaks_is_noticed(text: str, unspoken: str) -> None:
    language, noticed = find_language(text, BOTH, "zh")
    assert noticed == unspoken
    assert language == ("en" if script_of(unspoken) == "LATIN" else "zh")


@EACH
@pytest.mark.parametrize(
    "text",
    [
        "streetlight out, corner shop, please fix",
        "Broken swing, slide rusty, bench gone",
        "elevator broken third floor building",
        "Rubbish not collected again, rats everywhere, smells awful",
        "STREETLIGHT BROKEN, CORNER SHOP, PLEASE FIX",
        "ꜲꜴꜶꜸꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠ",
    ],
)
def test_an_english_text_is_not_taken_for_another(spoken: tuple[str, ...], text: str) -> None:
    assert find_language(text, spoken, "zh") == ("en", None)


def test_chinese_in_latin_letters_is_no_other_language() -> None:
    assert find_language("wo jia de dian ti huai le", BOTH, "zh") == ("en", None)


def test_several_languages_of_one_script_are_told_apart() -> None:
    spoken = ("zh", "en", "es", "fr")
    text = "La farola de la calle no funciona desde hace dos semanas"
    assert find_language(text, spoken, "en") == ("es", None)
    assert find_language("farola rota", spoken, "fr") == ("fr", None)


@pytest.mark.parametrize("prior", ["zh", None])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("farola rota", "es"),
        ("buenas tardes", "es"),
        ("dale, mandale nomás", "es"),
        ("lampadaire cassé", "fr"),
        ("ouais vas-y", "fr"),
        ("street dark", "en"),
        ("hello", "en"),
    ],
)
def test_few_words_tell_their_language_when_it_cannot_be_the_conversations(
    text: str, language: str, prior: str | None
) -> None:
    assert find_language(text, ALL, prior) == (language, None)


@pytest.mark.parametrize("prior", [*ALL, None])
@pytest.mark.parametrize(
    "text",
    ["salam, labas 3likom?", "el asanser 3atlan men embareh", "nour share3na mtfi, ki ndir?",
     "7ofra kbira", "mafi kahraba 3anna", "SHI 7ADA YRED 3LAYNA"],
)  # fmt: skip
def test_arabic_in_latin_letters_is_arabic(text: str, prior: str | None) -> None:
    assert find_language(text, ALL, prior) == ("ar", None)


@pytest.mark.parametrize("prior", ["en", "es", "fr"])
@pytest.mark.parametrize(
    "text", ["mp3 player", "7am", "3rd floor flat 9b", "gr8", "b4 9pm", "7eme", "salsa"]
)
def test_figures_in_words_are_not_arabic_at_once(text: str, prior: str) -> None:
    assert find_language(text, ALL, prior) == (prior, None)


@pytest.mark.parametrize(
    "text",
    ["please cancel K9D-3IL", "ok im on it F6L-3RC", "lift7 stuck",
     "no heating in flats b7c and b9d",
     "Corner of Nour Street and Salam Street is dark", "The lifts in blocks B3A and B3B are stuck",
     "Buses line7 and line9 do not stop here any more", "Mr Hadi Nour fell on the stairs"],
)  # fmt: skip
def test_codes_flats_and_names_are_not_arabic(text: str) -> None:
    assert find_language(text, ALL, "en") == ("en", None)


@pytest.mark.parametrize("text", ["", "ok", "12", "👍", "K7Q-4M2"])
def test_a_text_that_tells_nothing_to_somebody_unknown_is_in_a_language_that_is_spoken(
    text: str,
) -> None:
    assert find_language(text, ALL, None)[0] in ALL


def test_a_language_of_latin_script_that_lingua_does_not_know_is_no_error() -> None:
    assert find_language("jijiji wawawa", ("zh", "xq", "xr"), None) == ("xq", None)


def test_a_script_that_the_deployment_does_not_write_keeps_the_language() -> None:
    assert find_language("路灯坏了", ("en",), "en") == ("en", "zh")
    assert find_language("hello there", ("zh",), "zh") == ("zh", None)
    assert find_language("The light is broken in my street", ("zh",), "zh") == ("zh", "en")


def test_the_same_text_is_read_the_same_each_time() -> None:
    text = "Fanale rotto vicino stazione, buio totale, pericoloso"
    assert len({find_language(text, BOTH, "zh") for _ in range(5)}) == 1


@settings(deadline=None)
@given(st.text(), st.sampled_from(BOTH), st.sampled_from([BOTH, ALL]))
def test_the_language_is_always_one_that_is_spoken(
    text: str, prior: str, spoken: tuple[str, ...]
) -> None:
    language, unspoken = find_language(text, spoken, prior)
    assert language in spoken
    assert unspoken not in spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La farola de la calle no funciona desde hace dos semanas", "es"),
        ("no hay luz en mi calle", "es"),
        ("Le lampadaire de notre rue est en panne depuis deux semaines", "fr"),
        ("il n'y a pas de lumière dans la rue", "fr"),
        ("Уличный фонарь не работает уже две недели", "ru"),
        ("света нет", "ru"),
        ("مصباح الشارع لا يعمل منذ أسبوعين", "ar"),
        ("ما في كهرباء", "ar"),
        ("路灯坏了", "zh"),
        ("The street light is broken", "en"),
    ],
)
@pytest.mark.parametrize("prior", ["zh", "ru"])
def test_a_language_with_a_folder_is_gone_on_in(text: str, language: str, prior: str) -> None:
    assert find_language(text, ALL, prior) == (language, None)


def test_a_language_of_latin_script_that_we_do_not_know_may_be_spoken() -> None:
    assert find_language("ka na yi ha", ("zh", "ha"), "ha") == ("ha", None)
