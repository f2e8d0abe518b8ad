"""Urgency by words: what decides, what a veto takes out, and faults of the files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.core.catalogue import Urgency
from bot.errors import Faults
from bot.reading import Lexicon, load_lexicon

HARD = ["a", "1", "火", "电梯", "有人", "lift ", "somebody in the lift ", "no heat ", "not ",
        "a b ", "1 ", "x, ", "child ", "燃气", "老人 ", "the fire "]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "urgency", "why"),
    [
        ("There is a fire in the kitchen", Urgency.EMERGENCY, "fire"),
        ("三楼着火了", Urgency.EMERGENCY, "fire"),
        ("三樓著火了", Urgency.EMERGENCY, "fire"),
        ("三楼着\u200b火了", Urgency.EMERGENCY, "fire"),
        ("FIRE", Urgency.EMERGENCY, "fire"),
        ("ＦＩＲＥ！", Urgency.EMERGENCY, "fire"),
        ("sos", Urgency.EMERGENCY, "sos"),
        ("help 起火了 please", Urgency.EMERGENCY, "fire"),
        ("she has no   insulin", Urgency.HIGH, "medicine"),
        ("no\ninsulin", Urgency.HIGH, "medicine"),
        ("老人没药了", Urgency.HIGH, "medicine"),
        ("it would be nice to have a bench, no medicine left", Urgency.HIGH, "medicine"),
        ("It would be nice to have a bench", Urgency.LOW, None),
        ("建议装一盏灯", Urgency.LOW, None),
        ("The light is broken", Urgency.NORMAL, None),
        ("THE LIGHT IS BROKEN!!! I WILL COMPLAIN TO THE MAYOR", Urgency.NORMAL, None),
        ("", Urgency.NORMAL, None),
    ],
)
def test_the_most_urgent_words_decide(
    rules: Lexicon, text: str, urgency: Urgency, why: str | None
) -> None:
    assert rules.urgency(text) == (urgency, why)


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("When is the fire drill?", Urgency.NORMAL),
        ("fire drill today and now a real fire", Urgency.EMERGENCY),
        ("楼下消防演习太吵", Urgency.NORMAL),
        ("消防演习的时候真的着火了", Urgency.EMERGENCY),
        ("着消防演习火", Urgency.NORMAL),
    ],
)
def test_a_veto_takes_out_its_own_words_only(rules: Lexicon, text: str, urgency: Urgency) -> None:
    assert rules.urgency(text)[0] is urgency


def test_without_its_script_a_languages_rules_are_not_asked_unless_there_is_no_other() -> None:
    chinese = load_lexicon(Path(__file__).parent / "rules", ["zh"])
    assert chinese.urgency("fire")[0] is Urgency.NORMAL
    assert chinese.urgency("fire 着火")[0] is Urgency.EMERGENCY


def write(folder: Path, text: str) -> Path:
    (folder / "en").mkdir()
    (folder / "en" / "reading.toml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[emergency]", "the whole file: this is no TOML"),
        ("[[alarm]]\npattern = 'x'", "alarm: not known"),
        ("emergency = 'x'", "emergency: no list"),
        ("emergency = ['x']", "emergency 1: unknown words"),
        ("[[emergency]]\npattern = 'x'\nwhy = 'y'\nwho = 'z'", "emergency 1: unknown words"),
        ("[[emergency]]\npattern = 'x'", "emergency 1: nobody could tell why"),
        ("[[high]]\npattern = '(x'\nwhy = 'y'", "high 1: this is no pattern"),
        ("[[low]]\nwhy = 'y'", "low 1: no pattern"),
        ("[[veto]]\npattern = 'x*'", "veto 1: no pattern, or one that matches nothing at all"),
        ("[units]\nsuffix = '['", "units.suffix: this is no pattern"),
        ("[units]\nprefix = '\\d*'", "units.prefix: no pattern, or one that matches nothing"),
        ("[units]\nbefore = 'x'", "units: unknown words"),
        ("units = 'x'", "units: unknown words"),
        ("leave = 'x'", "leave: no list of words"),
        ("[leave]\nwords = [1]", "leave: no list of words"),
    ],
)
def test_a_fault_is_told_with_its_file_and_place(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(Faults) as raised:
        load_lexicon(write(tmp_path, text), ["en"])
    assert any(each.startswith(f"en/reading.toml: {fault}") for each in raised.value.faults)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = write(tmp_path, "[[low]]\npattern = '('\n[[high]]\npattern = 'x'")
    with pytest.raises(Faults) as raised:
        load_lexicon(folder, ["en", "zh"])
    assert len(raised.value.faults) == 3
    assert any(each.startswith("zh/reading.toml: the whole file") for each in raised.value.faults)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Bye!", True),
        ("Thank you, bye.", True),
        ("谢谢您，再见。", True),
        ("結束", True),
        ("stop", True),
        ("stop the water", False),
        ("cancel", False),
        ("不用了", False),
        ("bye the way", False),
        ("", False),
        ("...", False),
    ],
)
def test_only_a_whole_goodbye_ends_a_talk(lexicon: Lexicon, text: str, over: bool) -> None:
    assert lexicon.leaving(text) is over


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    lexicon = load_lexicon(write(tmp_path, ""), ["en"])
    assert not lexicon.leaving("")
    assert lexicon.urgency("fire") == (Urgency.NORMAL, None)


@pytest.mark.parametrize("hard", HARD)
def test_no_text_keeps_the_projects_rules_busy(lexicon: Lexicon, hard: str) -> None:
    """The longest text that is read, of words that begin many patterns."""
    start = time.perf_counter()
    lexicon.urgency(hard * 4000)
    assert time.perf_counter() - start < 2
