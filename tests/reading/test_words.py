"""What a language's words.toml may be, and how its pieces come together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import wiring
from bot.errors import BadCity, Faults
from bot.reading import load_words
from bot.reading.lacking import lacking
from bot.reading.sections import SECTIONS
from bot.reading.tongue import apart
from bot.reading.words import FILE, known, words_of

ROOT = Path(__file__).resolve().parents[2]
NLU = ROOT / "nlu"

Change = Callable[[str], str]


def copy(folder: Path, change: Change = str, file: str = FILE) -> Path:
    """A folder with English in it, one of its files changed."""
    (folder / "en").mkdir()
    for name in (FILE, "reading.toml"):
        text = (NLU / "en" / name).read_text("utf-8")
        (folder / "en" / name).write_text(change(text) if name == file else text, "utf-8")
    return folder


def without(section: str) -> Change:
    """Takes a section out."""
    return lambda text: re.sub(rf"(?ms)^\[{section}\].*?(?=^\[\w+\]|\Z)", "", text)


def put(old: str, new: str) -> Change:
    """Writes one thing in place of another."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize("section", sorted(SECTIONS.keys() - {"pieces", "language"}))
def test_a_section_that_is_missing_is_told_in_one_line(tmp_path: Path, section: str) -> None:
    found = lacking(copy(tmp_path, without(section)), ["en"])
    assert found == [f"en/words.toml: {section}: the section is missing; write [{section}]"]


@pytest.mark.parametrize("section", ["veto", "emergency", "high", "low", "units", "leave"])
def test_a_part_of_reading_toml_that_is_missing_is_told(tmp_path: Path, section: str) -> None:
    change: Change = lambda text: re.sub(  # noqa: E731
        rf"(?ms)^\[\[?{section}\]\]?.*?(?=^\[|\Z)", "", text
    )
    found = lacking(copy(tmp_path, change, "reading.toml"), ["en"])
    assert found == [f"en/reading.toml: {section}: the section is missing; write it"]


def test_a_language_without_files_is_told_of_each(tmp_path: Path) -> None:
    found = lacking(copy(tmp_path), ["en", "sw"])
    assert [each.split(":")[0] for each in found] == ["sw/reading.toml", "sw/words.toml"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (put("[stars]", "[[stars"), "the whole file: this is no TOML"),
        (put("[stars]", "[comets]\nx = 1\n[stars]"), "comets: not known"),
        (put("[simple]", "[simple]\nsize = 'x'"), "simple.size: not known"),
        (put("off = ", "of = "), "simple.off: it is missing"),
        (put("part_first = false", "part_first = 1"), "hours.part_first: write true or false"),
        (put('until = "pause until {}"', "until = 1"), "answers.until: write a text"),
        (put('"mondays?", ', ""), "days.full: write 7 patterns"),
        (put("split = ", "split = ['x'] #"), "names.split: write a pattern"),
        (put('means = "month"', 'means = "year"'), "until.rule 1: write means = one of"),
        (put("months = 1", "months = '1'"), "until.rule 1: write means, pattern, months"),
        (put("months = 1, ", ""), "until.rule 1: write means, pattern, months"),
        (put('["avenue", "ave", "av"]', '"ave"'), "names.same: write a list of lists"),
        (put("rewrite = [[", "rewrite = [['x'], ["), "hours.rewrite: write a list of lists of two"),
        (put("{corner}", "{bend}"), "near.corner_before: this is no pattern, or names no piece"),
        (put("full marks", "(full marks"), "stars.full: this is no pattern"),
        (put("wife = '" + "''wife'" + "''", "wife = 'x?'"), "persons.wife: it matches nothing"),
    ],
)
def test_a_fault_is_told_with_its_file_and_place(
    tmp_path: Path, change: Change, fault: str
) -> None:
    with pytest.raises(Faults) as raised:
        load_words(copy(tmp_path, change), ["en"])
    assert any(each.startswith(f"en/words.toml: {fault}") for each in raised.value.faults)


def test_a_city_with_a_language_that_lacks_words_does_not_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlu = tmp_path / "nlu"
    nlu.mkdir()
    copy(nlu, without("stars"))
    (nlu / "zh").mkdir()
    monkeypatch.setattr(wiring, "ROOT", tmp_path)
    with pytest.raises(BadCity) as raised:
        wiring.open_city(ROOT / "city")
    told = [each.removeprefix("city.toml: languages: nlu/") for each in raised.value.faults]
    files = [each.split(":")[0] for each in told]
    assert files[:3] == ["zh/reading.toml", "zh/words.toml", "en/words.toml"]
    assert {each.partition("/")[0] for each in files[3:]} == {"es", "fr", "ar", "ru"}


def test_the_projects_own_languages_lack_nothing() -> None:
    assert lacking(NLU, known()) == []


def test_a_group_that_comes_again_is_numbered() -> None:
    assert apart("(?P<day>a)(?P<day>b)(?P<to>c)") == "(?P<day>a)(?P<day2>b)(?P<to>c)"


def test_small_words_tell_which_languages_are_meant() -> None:
    words = words_of(("zh", "en", "fr", "ru"))

    def heard(text: str) -> list[str]:
        return [each.language for each in words.heard(text).tongues]

    assert heard("mon mari m'aide le samedi") == ["zh", "fr", "ru"]
    assert heard("I am free on Mondays and in the evenings") == ["zh", "en", "ru"]
    assert heard("mon") == ["zh", "en", "fr", "ru"]
    assert words.heard("周一") is words


def test_a_language_without_words_yet_is_silent() -> None:
    assert words_of(("xx",)).tongues == ()
    assert words_of(("xx",)).pattern("free", "never").search("no") is None
