"""Who waits is served in order, words find their way, and nothing stays open for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.relays import (
    LONGER,
    MOST_TOGETHER,
    PATIENCE,
    QUIET,
    Due,
    Line,
    Relay,
    Stage,
    aimed,
    call,
    end,
    first_name,
    line_up,
    newly_first,
    place_of,
    speak,
    take,
    together,
    wait_again,
    what_is_due,
)
from tests.conftest import NOW

MINUTE = timedelta(minutes=1)


def waiting(number: int, minutes: int = 0, *, urgent: bool = False) -> Relay:
    """Somebody who began to wait so many minutes after the start."""
    relay = call(f"p{number}", NOW + minutes * MINUTE, urgent=urgent)
    relay.id = number
    return relay


def open_relay(number: int, minutes: int = 0, coordinator: str = "chen") -> Relay:
    """One that a coordinator took after so many minutes."""
    relay = waiting(number)
    take(relay, coordinator, NOW + minutes * MINUTE)
    return relay


def test_who_came_first_is_served_first_and_danger_before_all() -> None:
    queue = [waiting(1, 5), waiting(2, 3), waiting(3, 9, urgent=True), waiting(4, 3)]
    assert [each.id for each in line_up(queue)] == [3, 2, 4, 1]
    assert [place_of(each, queue) for each in queue] == [4, 2, 1, 3]


def test_who_is_not_in_the_queue_yet_comes_last() -> None:
    assert place_of(waiting(9), [waiting(1)]) == 2
    assert place_of(waiting(9), []) == 1


def test_who_becomes_first_is_told_once() -> None:
    one, two = waiting(1), waiting(2, 1)
    found = newly_first([one, two], [two])
    assert found is two
    assert newly_first([one, two], [one]) is None
    assert newly_first([one], []) is None
    assert newly_first([], [one]) is one


def test_who_waits_is_kept_after_a_quarter_of_an_hour() -> None:
    relay = waiting(1)
    assert what_is_due(relay, NOW + PATIENCE - MINUTE) is None
    speak(relay, NOW + 10 * MINUTE)
    assert what_is_due(relay, NOW + PATIENCE) is Due.FALL_BACK


def test_for_who_is_in_danger_all_are_rung_again_before_that() -> None:
    relay = waiting(1, urgent=True)
    assert what_is_due(relay, NOW + PATIENCE) is Due.RING_AGAIN
    assert what_is_due(relay, NOW + LONGER) is Due.FALL_BACK


def test_an_open_relay_ends_after_a_quiet_while_that_each_word_begins_anew() -> None:
    relay = open_relay(1)
    speak(relay, NOW + 20 * MINUTE)
    assert what_is_due(relay, NOW + QUIET) is None
    assert what_is_due(relay, NOW + 20 * MINUTE + QUIET) is Due.QUIET


def test_nothing_is_due_after_the_end() -> None:
    relay = open_relay(1)
    end(relay, NOW)
    assert (relay.state, relay.ended_at) == (Stage.ENDED, NOW)
    assert what_is_due(relay, NOW + LONGER) is None


def test_each_side_knows_the_other() -> None:
    relay = open_relay(1)
    assert (relay.other("p1"), relay.other("chen")) == ("chen", "p1")
    assert waiting(1).other("p1") is None
    assert [relay.between(each) for each in ("p1", "chen", "zhou")] == [True, True, False]


def test_words_are_for_the_relay_where_something_was_said_last() -> None:
    one, two = open_relay(1, 1), open_relay(2, 2)
    now = NOW + 9 * MINUTE
    assert aimed([one, two], "chen", now) is two
    speak(one, NOW + 5 * MINUTE)
    assert aimed([one, two], "chen", now) is one
    assert aimed([one, two], "p2", now) is two


def test_words_are_for_nobody_when_nobody_listens() -> None:
    over = open_relay(1)
    end(over, NOW)
    assert aimed([over, waiting(2)], "chen", NOW) is None
    assert aimed([open_relay(3)], "zhou", NOW) is None
    assert aimed([], "p1", NOW) is None


def test_what_a_coordinator_wrote_before_taking_it_is_for_somebody_else() -> None:
    relay = open_relay(1, 5)
    assert aimed([relay], "chen", NOW + 4 * MINUTE) is None
    assert aimed([relay], "p1", NOW + 4 * MINUTE) is relay
    assert aimed([relay], "chen", NOW + 5 * MINUTE) is relay


def test_what_was_written_meanwhile_is_few_messages_in_order() -> None:
    said = [("one", None), ("two", None), ("look", "a"), ("three", None), ("", "b")]
    lines = [Line(relay=1, by="p1", text=text, photo=photo, at=NOW) for text, photo in said]
    assert together(lines) == [("one\ntwo", None), ("look", "a"), ("three", None), ("", "b")]
    assert together([]) == []


def test_no_message_of_what_was_written_meanwhile_is_too_long() -> None:
    lines = [Line(relay=1, by="p1", text="y" * 1500, at=NOW) for _ in range(5)]
    told = together(lines)
    assert [text.count("y") for text, _ in told] == [3000, 3000, 1500]
    assert all(len(text) <= MOST_TOGETHER for text, _ in told)


@pytest.mark.parametrize(
    ("name", "called"),
    [("Wang Fang", "Wang"), ("王芳", "王芳"), ("  ", ""), (None, ""), ("y" * 99, "y" * 20)],
)
def test_people_are_called_by_their_first_name(name: str | None, called: str) -> None:
    assert first_name(name) == called


def test_who_loses_their_coordinator_waits_again_or_is_due_at_once() -> None:
    for anybody, due in ((True, NOW + PATIENCE), (False, NOW)):
        talk = call("ann", NOW - timedelta(hours=1))
        take(talk, "chen", NOW - timedelta(minutes=5))
        wait_again(talk, NOW, anybody=anybody)
        assert (talk.state, talk.coordinator, talk.due) == (Stage.WAITING, None, due)
