"""For whom a report is: only where the words say so, and never of whom it complains."""

from __future__ import annotations

import pytest

from bot.core.people import CLOSE, SOMEBODY
from bot.reading import Words, whom


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I am writing for my mother, the lamp at her door is dark", "mother"),
        ("this report is on behalf of our old neighbour", "neighbour"),
        ("it's for somebody else, the bins are full", SOMEBODY),
        ("替我妈报一下，楼道灯不亮", "mother"),
        ("我替楼上李奶奶说一声，门口垃圾没人收", "neighbour"),
        ("给我爸妈报个修", "parents"),
        ("替别人报的，路灯坏了", SOMEBODY),
        ("my neighbour plays loud music every night", None),
        ("it is dangerous for my children", None),
        ("moved here for my husband's work", None),
        ("邻居天天半夜放音乐", None),
        ("村干部给自己亲戚多报了补贴", None),
    ],
)
def test_a_report_says_for_whom_it_is(text: str, code: str | None, words: Words) -> None:
    assert whom.find_whom(text, words) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("My father is 85 and can't cook any more. Who brings lunch?", "father"),
        ("我爷爷一个人住，做不了饭", "grandfather"),
        ("lunch for my grandmother please", "grandmother"),
        ("I broke my leg and my son is away", None),
        ("我一个人在家，儿子在外地，做不了饭", None),
        ("my husband died last year", None),
        ("my child is alone after school", None),
        ("can somebody bring lunch?", None),
    ],
)
def test_a_call_for_help_at_home_tells_who_needs_it(
    text: str, code: str | None, words: Words
) -> None:
    assert whom.find_needy(text, words) == code


def test_an_announcement_names_somebody_or_nobody(words: Words) -> None:
    assert whom.announced("it's for my aunt", words) == "relative"
    assert whom.announced("帮朋友报个事", words) == "friend"
    assert whom.announced("I am only the messenger", words) == SOMEBODY


def test_every_code_is_one_that_a_ticket_may_keep() -> None:
    assert set(whom.CODES) == set(CLOSE) - {SOMEBODY}
