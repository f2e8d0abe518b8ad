"""How a long text is cut, and what a button can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.showing import cut, split, units

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab. \n。，!？🌃é"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=400,
)


@given(TEXTS, st.integers(min_value=2, max_value=60))
def test_the_pieces_make_the_whole_and_each_fits(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert "".join(pieces) == text
    assert all(0 < units(each) <= limit for each in pieces)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("short", ["short"]),
        ("one two\n\nthree four", ["one two\n\n", "three four"]),
        ("one two three\nfour", ["one two three\n", "four"]),
        ("One two. Three four", ["One two. ", "Three four"]),
        ("路灯坏了很久了。请派人来修一下好吗", ["路灯坏了很久了。", "请派人来修一下好吗"]),
        ("one two three four", ["one two three ", "four"]),
        ("a" * 20, ["a" * 15, "a" * 5]),
        ("🌃" * 10, ["🌃" * 7, "🌃" * 3]),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, pieces: list[str]) -> None:
    assert split(text, 15) == pieces


def test_a_cut_does_not_leave_almost_nothing_behind() -> None:
    assert split("A.\n\n" + "word " * 10, 40)[0] == "A.\n\n" + "word " * 7


def test_a_huge_text_is_cut_fast() -> None:
    assert len(split("line of words\n" * 20_000)) > 60


def test_a_label_is_cut_only_when_it_must_be() -> None:
    assert cut("I take it") == "I take it"
    assert len(cut("x" * 100)) == 48
