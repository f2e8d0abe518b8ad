"""Two things in one message: where they part."""

from __future__ import annotations

import pytest

from nlu.components.besides import joints, parts

JOINTS = joints(["and also", "also", "还有", "وكمان"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The lift is broken AND ALSO the bins are full",
            ["the lift is broken", "the bins are full"],
        ),
        ("电梯坏了，还有垃圾没人收", ["电梯坏了,", "垃圾没人收"]),
        ("المصعد معطل وكمان القمامة متراكمة", ["المصعد معطل", "القمامة متراكمة"]),
        ("the lift is broken", []),
        ("also the lift is broken", []),
        ("my alsotian dog barks at night, false alarm", []),
        ("the lift is broken, also", []),
        ("", []),
    ],
)
def test_a_message_parts_where_a_second_thing_begins(text: str, found: list[str]) -> None:
    assert parts(text, JOINTS) == found


def test_without_words_for_it_nothing_parts() -> None:
    assert joints(["", " "]) is None
    assert parts("the lift is broken and also the bins", None) == []
