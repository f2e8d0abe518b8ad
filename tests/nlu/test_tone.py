"""Reports in another tone: what is wrong stays, and so does how urgent it is."""

from __future__ import annotations

from nlu.components.sentences import Example
from nlu.components.tone import retold

LAMP = Example("the lamp is out.", "report", "street_light", "normal")
LIFT = Example("电梯坏了", "report", "elevator", "high")
HELLO = Example("good morning", "greet")
PHRASES = ["this is a scandal", "太不像话了", "😡😡"]


def test_a_report_keeps_its_words_and_all_that_was_judged() -> None:
    new, origins = retold([LAMP, LIFT, HELLO], PHRASES, share=1.0)
    assert origins == [0, 1]
    for told, known in zip(new, (LAMP, LIFT), strict=True):
        assert known.text.rstrip(".") in told.text
        assert told.text != known.text
        assert (told.label, told.level) == (known.label, known.level)


def test_phrases_join_reports_of_their_script_and_signs_join_any() -> None:
    new, _ = retold([LIFT] * 50, PHRASES, share=1.0)
    assert all("scandal" not in each.text for each in new)
    assert any("太不像话了" in each.text for each in new)
    assert any("😡" in each.text for each in new)


def test_only_a_share_is_told_anew_and_always_the_same() -> None:
    new, origins = retold([LAMP] * 1000, PHRASES, share=0.2)
    assert 150 < len(new) < 250
    assert retold([LAMP] * 1000, PHRASES, share=0.2) == (new, origins)
    assert retold([LAMP] * 10, []) == ([], [])
