"""The checker of what the bot learns from."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.sentences import Sentence, few, misshapen, sentences, twins
from tests.conftest import ROOT


def say(text: str, label: str = "thanks", language: str = "en") -> Sentence:
    return Sentence(text, label, language, "x.yml")


def test_the_same_in_other_signs_is_told_with_both_places() -> None:
    (told,) = twins([say("Thank you!"), say("thank you", "goodbye")])
    assert told.startswith("twice: 'Thank you!' (en/x.yml thanks)")
    assert "goodbye" in told


def test_nearly_the_same_is_told_but_not_where_there_are_few_ways_to_say_it() -> None:
    long = "the street lamp at the corner has been out for a week"
    (told,) = twins([say(long), say(long.replace("week", "weeks")), say("hello"), say("hallo")])
    assert told.startswith("nearly twice")
    assert not list(twins([say(long), say("la lámpara de la esquina está apagada", language="es")]))


def test_too_few_and_far_too_many_are_told_by_language() -> None:
    kinds = {"garbage": 45, "elevator": 44, "pothole": 200, "heating": 3}
    found = [
        say(f"{kind} {number}", f"report/{kind}")
        for kind, count in kinds.items()
        for number in range(count)
    ]
    told = list(few(found))
    assert "en: report/heating has 3 sentences, not 40" in told
    assert any(each.startswith("en: report/pothole has 200 sentences, others") for each in told)
    assert len(told) == 2


def test_all_languages_are_read() -> None:
    assert {each.language for each in sentences(ROOT / "nlu")} >= {"zh", "en"}


def test_a_sentence_under_two_intents_in_two_languages_is_told() -> None:
    (told,) = twins([say("quit", "stop"), say("quit", "leave", "ru")])
    assert told.startswith("in en and ru: 'quit'")
    assert not list(twins([say("ok", "affirm"), say("ok", "affirm", "ru")]))


HOLE = "  examples: |\n    - hole"


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (f"intent: report\n  metadata: normal\n{HOLE}", "metadata is 'normal'"),
        (f"lookup: mood\n{HOLE}", "write besides or tone"),
        (f"intent: report\n  metadata: {{urgency: hight}}\n{HOLE}", "hight"),
        (f"intent: report\n  metadata: {{places: mraked}}\n{HOLE}", "marked"),
        (f"intent: report\n  metadata: {{knid: pothole}}\n{HOLE}", "knid"),
        (f"intnet: report\n{HOLE}", "has no intent"),
        ("intent: report\n  exampels: |\n    - hole", "exampels"),
        ("intent: report\n  examples: |\n    hole", "dash"),
        ("intent: report\n  examples:", "no examples"),
    ],
)
def test_a_slip_in_the_form_is_told(tmp_path: Path, block: str, told: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "x.yml").write_text(f"nlu:\n- {block}\n")
    assert any(told in each and each.startswith("en/x.yml: ") for each in misshapen(tmp_path))


def test_all_that_is_there_is_well_formed(tmp_path: Path) -> None:
    assert list(misshapen(ROOT / "nlu")) == []
    (tmp_path / "en").mkdir()
    for page in ("version: '3.1'\n", "- nlu\n", ""):
        (tmp_path / "en" / "x.yml").write_text(page)
        assert list(misshapen(tmp_path)) == ["en/x.yml: no list below nlu:"]
