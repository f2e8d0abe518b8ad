"""What a verb's facts gain by reading its words, before the desk is asked."""

from __future__ import annotations

from typing import Any

import pytest

from bot.city import City
from bot.inbox import Ears
from bot.wiring import open_ears, understood


@pytest.fixture(scope="module")
def ears(city: City) -> Ears:
    """What reads sentences for the sample city."""
    return open_ears(city)


def full(ears: Ears, verb: str, **facts: Any) -> dict[str, Any]:
    return understood.understood(ears, verb, facts, {"lang": "en"})


def test_a_report_gains_its_urgency_also_from_what_was_answered(ears: Ears) -> None:
    report = {"category": "elevator", "text": "the lift does not move"}
    assert full(ears, "open_ticket", **report)["urgency"] == "normal"
    told = [{"question": "trapped", "text": "yes, a child is trapped inside!"}]
    assert full(ears, "open_ticket", **report, answers=told)["urgency"] == "emergency"
    calm = full(ears, "open_ticket", **report, answers=told, read="normal")
    assert calm["urgency"] == "emergency", "the answer told of danger that the report did not"
    assert full(ears, "file_words", text="there is a fire!")["urgency"] == "emergency"
    assert full(ears, "open_ticket", answers="none", text="")["urgency"] == "normal"


@pytest.mark.parametrize(
    ("text", "read", "urgency", "warned"),
    [
        ("she lies behind her door", "emergency", "emergency", False),
        ("I smell gas in the stairs", "emergency", "emergency", True),
        ("thanks for mending the gas leak", "low", "low", True),
        ("my street is dark", "high", "high", False),
        ("my street is dark", None, "normal", False),
    ],
)
def test_a_report_is_as_urgent_as_its_sentences_were_read(
    ears: Ears, text: str, read: str | None, urgency: str, warned: bool
) -> None:
    found = full(ears, "open_ticket", category="other", text=text, read=read)
    assert (found["urgency"], found["warned"]) == (urgency, warned)


@pytest.mark.parametrize(
    ("category", "text", "said", "whom"),
    [
        ("street_light", "I am writing for my mother, it is dark there", None, "mother"),
        ("street_light", "my mother is 80 and it is dark at her door", None, None),
        ("meal_delivery", "my mother is 80 and can't cook", None, "mother"),
        ("street_light", "it is dark", "friend", "friend"),
        ("nothing", "my mother is 80", None, None),
    ],
)
def test_a_report_gains_for_whom_it_is(
    ears: Ears, category: str, text: str, said: str | None, whom: str | None
) -> None:
    facts = {"category": category, "text": text, "for_whom": said}
    assert full(ears, "open_ticket", **facts)["for_whom"] == whom


def test_a_sentence_sets_the_digest_or_leaves_it_to_the_choices(ears: Ears) -> None:
    assert full(ears, "digest_settings", text="at half past, I mean 6:30, not on Sundays") == {
        **{"text": "at half past, I mean 6:30, not on Sundays", "hour": 6, "minute": 30},
        **{"off": "6"},
    }
    assert "hour" not in full(ears, "digest_settings", text="twice a day")
    assert full(ears, "digest_settings", hour=9) == {"hour": 9}
    assert full(ears, "digest_settings", text="start again")["off"] == ""


def test_a_sentence_turns_simple_speech_on_or_off(ears: Ears) -> None:
    assert full(ears, "elder_mode", text="bigger letters")["on"] == 1
    assert full(ears, "elder_mode", text="back to normal")["on"] == 0
    assert full(ears, "elder_mode", on=0) == {"on": 0}
    assert full(ears, "for_another", text="it's for my aunt")["for_whom"] == "relative"


def test_what_a_category_asks_is_left_out_where_the_words_tell_of_danger(ears: Ears) -> None:
    asks = understood.questions(ears, "gas_leak", "it is odd here")
    assert [each["key"] for each in asks] == ["where"]
    assert asks[0]["answers"][0] == {"key": "inside", "urgency": "emergency"}
    assert understood.questions(ears, "gas_leak", "there is a smell of gas in the kitchen!") == []
    assert understood.questions(ears, "nothing", "it is odd here") == []


@pytest.mark.parametrize(
    ("question", "said", "answer"),
    [
        ("elevator.trapped", ("oh yes", True), "yes"),
        ("elevator.trapped", ("no, not now", False), "no"),
        ("elevator.trapped", ("I don't know", None), None),
        ("gas_leak.where", ("outdoors", None), "outside"),
        ("meal_delivery.at_door", ("nobody", None), None),
        ("elevator.size", ("big", None), None),
        ("nothing.trapped", ("yes", True), None),
    ],
)
def test_a_reply_chooses_an_answer(
    ears: Ears, question: str, said: tuple[str, bool | None], answer: str | None
) -> None:
    category, _, key = question.partition(".")
    assert understood.reply(ears, category, key, said) == answer


def test_another_place_has_its_own_numbers(ears: Ears) -> None:
    facts = {"text": "no, 14", "place": {"text": "Oak Road 14"}}
    assert understood.likened(ears, "change_place", facts)["traits"]["numbers"] == ["14"]
    assert understood.likened(ears, "change_place", {"text": "14"})["traits"]["numbers"] == ["14"]
