"""Figures are told whole and plainly, whatever is missing in them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.city import City
from bot.voice import Voice, languages
from tests.conftest import NOW
from tests.voice.test_voice import flaws

SURE = {
    "key": "share-sure",
    "facts": {"yes": 8, "of": 13, "percent": 62, "low": 36, "high": 82},
}
RATES = {
    "done": 15,
    "silent": 2,
    "contacted_rate": {"key": "share", "facts": {"yes": 12, "of": 13, "percent": 92}},
    "solved_rate": {"key": "share-few", "facts": {"yes": 1, "of": 3}},
    "satisfied_rate": {"key": "share-none", "facts": {}},
}
LIFTS = {"key": "by-responder", "facts": {"responder": "antai_lifts"}}
PASSED = {"responder": "antai_lifts", "asked": 9, "declined": 7, "unanswered": 0}

TOLD: list[tuple[str, dict[str, Any]]] = [
    ("passing-line", PASSED),
    ("passing-line", {**PASSED, "unanswered": 2}),
    ("passing-line-reason", {**PASSED, "reason": "not_ours"}),
    ("passing-line-reason", {**PASSED, "unanswered": 1, "reason": "no_hands"}),
    ("passing-round", {"count": 1}),
    ("passing-round", {"count": 6}),
    ("rates-without", {"without_rate": SURE}),
    ("rates-took-others", {"hours": 5.5}),
    ("rates-took-government", {"hours": 31}),
    ("rates-three", RATES),
    ("odd-at-once", {"by": LIFTS, "count": 14}),
    ("odd-copied", {"by": {"key": "by-volunteers", "facts": {}}, "count": 6}),
    ("odd-reopened", {"by": LIFTS, "count": 5}),
    ("stats-by", {"by": LIFTS, **RATES}),
    ("stats-category", {"category": "elevator", **RATES}),
    ("stats-area", {"area": "heping", **RATES}),
    ("stats-nowhere", RATES),
    ("stats-none", {}),
]


@pytest.mark.parametrize("language", languages())
def test_figures_are_told_properly(
    language: str, city: City, caplog: pytest.LogCaptureFixture
) -> None:
    voice = Voice(city.name, city.zone, languages())
    for key, facts in TOLD:
        text = voice.say(language, key, facts, NOW)
        assert not flaws(text), text
    assert not caplog.records


@pytest.mark.parametrize("language", languages())
def test_the_digest_and_the_figures_hold_their_lines(language: str, city: City) -> None:
    voice = Voice(city.name, city.zone, languages())
    lines = [{"key": key, "facts": facts} for key, facts in TOLD[:3]]
    told = [{"key": "passing", "facts": {}}, *lines, {"key": "rates-month", "facts": {}}]
    told += [{"key": "odd", "facts": {}}]
    text = voice.say(language, "stats", {"done": 15, "lines": told}, NOW)
    own = voice.say(language, "stats-own", {"done": 15, "lines": told}, NOW)
    assert not flaws(text)
    assert not flaws(own)
    assert len(text.splitlines()) >= 8
