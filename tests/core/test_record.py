"""A record of answers is smoothed, so that newcomers get a chance, and fades."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.record import HALF, NEW, RELUCTANT, USUAL, Record, refused, took
from tests.conftest import NOW

ANSWERS = st.lists(st.booleans(), max_size=40)
TIMES = st.timedeltas(timedelta(0), timedelta(days=400))


def record(*answers: bool, needs: timedelta = timedelta(hours=1)) -> Record:
    """The record of somebody who answered so, all at one time."""
    parts = [took(needs, NOW) if taken else refused(NOW) for taken in answers]
    return Record(*(sum(getattr(each, name) for each in parts) for name in Record.__slots__))


def test_somebody_new_is_taken_for_willing_and_usual() -> None:
    assert NEW.takes(NOW) == pytest.approx(0.7)
    assert NEW.wait(NOW) == USUAL


def test_two_refusals_are_no_pattern_and_six_are() -> None:
    assert record(False, False).takes(NOW) > RELUCTANT
    assert record(*[False] * 6).takes(NOW) < RELUCTANT


def test_who_answers_quickly_is_expected_to() -> None:
    quick, slow = (record(*[True] * 5, needs=timedelta(hours=each)) for each in (0.1, 20))
    assert quick.wait(NOW) < USUAL < slow.wait(NOW)


def test_what_was_long_ago_is_forgiven() -> None:
    bad = record(*[False] * 20)
    assert bad.takes(NOW) < 0.2
    assert bad.takes(NOW + 6 * HALF) > 0.6


@given(answers=ANSWERS, later=TIMES)
def test_a_share_is_one_and_a_time_is_never_less_than_none(
    answers: list[bool], later: timedelta
) -> None:
    known = record(*answers)
    assert 0 < known.takes(NOW + later) <= 1
    assert known.wait(NOW + later) >= timedelta(0)
    with_one_more = Record(
        known.asked + took(timedelta(0), NOW).asked, known.taken + took(timedelta(0), NOW).taken
    )
    assert with_one_more.takes(NOW) >= known.takes(NOW) or not answers


@pytest.mark.parametrize("year", [1, 1900, 2020, 2111, 9998])
def test_a_time_far_away_is_told_of_too(year: int) -> None:
    known, then = record(*[False] * 6), NOW.replace(year=year)
    assert 0 < known.takes(then) <= 1
    assert timedelta(0) <= known.wait(then) < timedelta(days=1)
