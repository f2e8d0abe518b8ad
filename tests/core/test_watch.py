"""Who works on a ticket is reminded of the first word, of the end that is near, of lateness."""

from __future__ import annotations

from datetime import timedelta

from bot.core.catalogue import Urgency
from bot.core.tickets import State
from bot.core.watch import LEAST, Look, next_look, what_passed
from tests.conftest import NOW
from tests.core.town import ticket, town

H = timedelta(hours=1)
TOWN = town()
DUE = NOW + 72 * H
GIVEN = {"opened_at": NOW, "urgency": Urgency.HIGH, "due": DUE}


def test_first_the_word_then_the_end_that_is_near_then_lateness() -> None:
    held = ticket(State.ACCEPTED, **GIVEN)
    word, soon, late = NOW + 24 * H, DUE - 0.2 * 72 * H, DUE
    assert next_look(TOWN, held, State.ACCEPTED, NOW) == word
    assert what_passed(TOWN, held, word) is Look.WORD
    assert next_look(TOWN, held, State.ACCEPTED, word) == soon
    assert what_passed(TOWN, held, soon) is Look.SOON
    assert next_look(TOWN, held, State.ACCEPTED, soon) == late
    assert what_passed(TOWN, held, late) is Look.LATE
    assert next_look(TOWN, held, State.ACCEPTED, late) == late + LEAST


def test_who_has_told_something_is_not_asked_for_a_first_word() -> None:
    held = ticket(State.IN_PROGRESS, **GIVEN)
    assert next_look(TOWN, held, State.IN_PROGRESS, NOW) == DUE - 0.2 * 72 * H


def test_a_first_word_that_would_come_after_the_warning_is_not_asked_for() -> None:
    held = ticket(State.ACCEPTED, **{**GIVEN, "due": NOW + 20 * H})
    assert next_look(TOWN, held, State.ACCEPTED, NOW) == NOW + 16 * H


def test_without_a_time_to_solve_it_is_looked_at_soon() -> None:
    held = ticket(State.ACCEPTED, **{**GIVEN, "due": None})
    assert next_look(TOWN, held, State.ACCEPTED, NOW) == NOW + LEAST
    assert what_passed(TOWN, held, NOW) is Look.LATE
