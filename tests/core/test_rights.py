"""What is handed out of a person and what is taken away: lengths, files, names, numbers, places."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.core.relays import Line, Relay
from bot.core.rights import (
    FORGOTTEN,
    GAP,
    Scrub,
    event_told,
    hushed,
    is_fresh,
    known_names,
    left_behind,
    refs_in,
    sign_of,
    span,
    talk_told,
    tells_of_others,
    ticket_told,
    unnamed,
    whose,
)
from bot.core.tickets import Move, State, TicketEvent
from tests.conftest import NOW
from tests.core.town import ticket


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (730, ("years", 2)),
        (365, ("years", 1)),
        (180, ("months", 6)),
        (30, ("months", 1)),
        (45, ("days", 45)),
        (1, ("days", 1)),
        (0.5, ("days", 1)),
    ],
)
def test_a_length_of_time_is_told_in_the_longest_unit_that_fits(
    days: float, told: tuple[str, int]
) -> None:
    assert span(timedelta(days=days)) == told


def test_a_button_forgets_one_person_and_does_not_tell_who() -> None:
    assert sign_of("wang") == sign_of("wang") != sign_of("li")
    assert "wang" not in sign_of("wang")
    assert len(sign_of("wang")) == 12


def test_a_file_is_fresh_for_an_hour_once_it_is_made() -> None:
    assert not is_fresh(None, NOW)
    assert is_fresh(NOW, NOW + timedelta(minutes=59))
    assert not is_fresh(NOW, NOW + timedelta(hours=1))


# Handed out.


def test_nobody_else_is_named_in_what_is_handed_out() -> None:
    assert [whose(each, "wang") for each in ("wang", "li", None, "")] == [
        "you",
        "somebody else",
        None,
        None,
    ]
    told = ticket_told(ticket(text="dark", holder="li"), "wang")
    assert (told["resident"], told["holder"], told["text"]) == ("you", "somebody else", "dark")
    event = TicketEvent(
        ref="K7Q-4M2", at=NOW, who="li", move=Move.ASK, before=State.ACCEPTED, after=State.ACCEPTED
    )
    assert event_told(event, "wang")["who"] == "somebody else"
    assert event_told(event, "li")["who"] == "you"


FACTS: dict[str, Any] = {
    "ref": "A2B-3C4",
    "lines": [{"key": "ticket-line", "facts": {"ref": "D5E-6F7"}}, "words"],
    "refs": ["G8H-9J2"],
    "by": {"key": "by-volunteers", "facts": {}},
}


def test_tickets_are_found_in_facts_however_deep() -> None:
    assert refs_in(FACTS) == {"A2B-3C4", "D5E-6F7", "G8H-9J2"}
    assert refs_in({"text": "words", "refs": None}) == set()


def test_a_message_about_another_persons_ticket_is_not_ones_own() -> None:
    own = {"A2B-3C4", "D5E-6F7", "G8H-9J2"}
    assert not tells_of_others(None, {}, own)
    assert not tells_of_others("A2B-3C4", FACTS, own)
    assert tells_of_others("K7Q-4M2", FACTS, own)
    assert tells_of_others(None, FACTS, {"A2B-3C4"})


# Taken away.


def test_a_name_is_known_whole_and_in_its_longer_parts() -> None:
    names = known_names(["Ada de Brandeis", " ", None, "", "王芳", "B"])
    assert names == {"Ada de Brandeis", "Ada", "Brandeis", "王芳"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I am Ada Brandeis, ADA for short", "I am …, … for short"),
        ("Adam and Canada", "Adam and Canada"),
        ("我是Ada，住在王芳家", "我是…，住在…家"),
        ("call +86 138-0013-8000 now", "call … now"),
        ("call (0535) 662 1234", "call …"),
        ("身份证11010119900307123X", "身份证…"),
        ("house 12, floor 3, 120 or 12345", "house 12, floor 3, 120 or 12345"),
        ("2026-03-02T02:00:00+00:00", "2026-03-02T02:00:00+00:00"),
    ],
)
def test_names_and_long_numbers_leave_a_text_and_nothing_else(text: str, left: str) -> None:
    assert Scrub(known_names(["Ada Brandeis", "王芳"])).text(text) == left


def test_numbers_stay_where_they_may_be_another_persons() -> None:
    assert Scrub({"Ada"}, numbers=False).text("Ada: 138 0013 8000") == "…: 138 0013 8000"


def test_facts_are_scrubbed_however_deep_and_codes_stay() -> None:
    scrub = Scrub({"lamp"}, ["Oak Road 12", "Oak Road"], points=True)
    facts = {
        "key": "lamp",
        "category": "lamp",
        "due": "2026-03-02T02:00:00+00:00",
        "text": "lamp at Oak Road 12",
        "spot": {"key": "spot-place", "facts": {"place": "Oak Road 12", "lat": 36.6}},
        "named": ["Oak Road", 7],
        "lon": 121.2,
    }
    assert scrub.facts(facts) == {
        "key": "lamp",
        "category": "lamp",
        "due": "2026-03-02T02:00:00+00:00",
        "text": "… at …",
        "spot": {"key": "spot-place", "facts": {"place": "…"}},
        "named": ["…", 7],
    }
    assert Scrub().facts(facts) == facts


WORDS: dict[str, Any] = {
    "text": "Ada here, 13800138000, at Oak Road 12",
    "place": "Oak Road 12",
    "place_slug": "oak_road",
    "named": ["Oak Road 12", "Mill Lane 1"],
    "photos": ["p"],
    "lat": 36.6,
    "lon": 121.2,
    "radius": 50.0,
    "area": "lane",
}


def test_a_ticket_that_is_left_behind_keeps_its_words_without_who_it_was() -> None:
    changes = left_behind(ticket(**WORDS), {"Ada"}, private=False)
    assert changes["resident"] == FORGOTTEN
    assert changes["text"] == "… here, …, at Oak Road 12"
    assert changes["place"] == "Oak Road 12"
    assert not {"lat", "photos", "state", "ref", "category", "holder", "area"} & set(changes)


def test_a_private_ticket_that_is_left_behind_does_not_tell_where_it_was() -> None:
    changes = left_behind(ticket(**WORDS), {"Ada"}, private=True)
    assert changes["text"] == "… here, …, at …"
    assert [changes[name] for name in ("place", "place_slug", "lat", "lon", "radius")] == [None] * 5
    assert (changes["named"], changes["photos"]) == ([], [])
    assert left_behind(ticket(), (), private=True)["place"] is None


def test_a_name_goes_wherever_somebody_is_called_by_it() -> None:
    told = {
        "name": "Ann",
        "lines": [{"facts": {"name": "Ann", "at": 3}}, {"facts": {"name": "Bo"}}],
    }
    left = {"name": GAP, "lines": [{"facts": {"name": GAP, "at": 3}}, {"facts": {"name": "Bo"}}]}
    assert unnamed(told, {"Ann"}) == left
    assert unnamed([told], {"Cy"}) == [told]


def test_a_talk_is_told_with_its_own_lines_and_no_ids_of_others() -> None:
    talk = Relay(id=3, person="wang", coordinator="chen", since=NOW, last_at=NOW)
    lines = [Line(relay=each, by="chen", text="hello", at=NOW) for each in (3, 4)]
    told = talk_told(talk, lines, "wang")
    assert (told["person"], told["coordinator"]) == ("you", "somebody else")
    assert [(each["by"], each["text"]) for each in told["lines"]] == [("somebody else", "hello")]


def test_words_that_were_handed_on_are_taken_out_where_there_are_any() -> None:
    assert hushed({"text": "my words", "count": 1}) == {"text": "…", "count": 1}
    assert hushed({"text": ""}) == {"text": ""}
