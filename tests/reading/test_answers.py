"""Which answer a report holds already, and which one a reply means."""

from __future__ import annotations

import pytest

from bot.core.catalogue import Answer, Question
from bot.reading import Words
from bot.reading.answers import agreed, bare, held_in, meant, needless

TRAPPED = Question(
    "trapped",
    {"en": "Is anybody trapped?", "zh": "有人被困吗？"},
    (
        Answer(
            "yes",
            {"en": "Yes", "zh": "有人被困"},
            said={"en": ("trapped", "stuck inside"), "zh": ("被困", "困在")},
        ),
        Answer(
            "no",
            {"en": "No", "zh": "没有人"},
            said={"en": ("nobody is trapped",), "zh": ("没有人被困",)},
        ),
    ),
)
WALKS = Question(
    "walks",
    {"en": "Can the person walk?"},
    (
        Answer("alone", {"en": "Yes, alone", "zh": "能自己走"}),
        Answer("arm", {"en": "With an arm to lean on", "zh": "要人扶"}),
        Answer("chair", {"en": "In a wheelchair", "zh": "坐轮椅"}),
    ),
)
WHICH = Question("which", {"en": "Which language?"}, said={"en": ("french",), "zh": ("法语",)})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the lift stopped and two people are trapped", "yes"),
        ("电梯停了，两个人被困", "yes"),
        ("Nobody is trapped, but it does not move", "no"),
        ("电梯坏了，没有人被困", "no"),
        ("I am not trapped but it stinks", None),
        ("没被困，就是不动", None),
        ("entrapped cables", None),
        ("the lift is out of order", None),
        ("a dog is trapped; well, nobody is trapped now", None),
    ],
)
def test_a_report_answers_only_what_it_says_clearly(
    text: str, key: str | None, words: Words
) -> None:
    found = held_in(TRAPPED, text, words)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("in a wheelchair", "chair"),
        ("Wheelchair!", "chair"),
        ("她坐轮椅的", "chair"),
        ("轮椅", "chair"),
        ("要人扶", "arm"),
        ("yes, alone", "alone"),
        ("a", None),
        ("I cannot say", None),
    ],
)
def test_a_reply_chooses_an_answer_by_its_name_or_a_part_of_it(
    text: str, key: str | None, words: Words
) -> None:
    found = meant(WALKS, text, words)
    assert (found.key if found else None) == key


def test_a_reply_in_other_words_is_read_as_a_report_is(words: Words) -> None:
    found = meant(TRAPPED, "an old man is stuck inside", words)
    assert found is not None
    assert found.key == "yes"


def test_a_mere_yes_or_no_is_an_answer_where_the_question_has_one() -> None:
    assert bare(TRAPPED, yes=True) == TRAPPED.answers[0]
    assert bare(TRAPPED, yes=False) == TRAPPED.answers[1]
    assert bare(WALKS, yes=True) is None


def test_a_question_is_needless_when_the_words_say_it_already(words: Words) -> None:
    assert needless(WHICH, "she speaks only French", words)
    assert needless(WHICH, "需要法语翻译", words)
    assert not needless(WHICH, "she needs somebody to translate", words)
    assert not needless(TRAPPED, "trapped", words)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("是的，好了，谢谢", True),
        ("yes, it works, thank you!", True),
        ("no. still dark", False),
        ("да, спасибо", True),
        ("thank you so much", None),
        ("yes and no", None),
        ("yes, no", None),
        ("", None),
    ],
)
def test_a_plain_yes_among_other_words_is_a_yes(words: Words, text: str, said: bool | None) -> None:
    assert agreed(text, words) is said
