"""The other questions: a new place, some words for a verb, and answers to what was asked."""

from __future__ import annotations

import pytest

from tests.nlu.conftest import Talk
from tests.nlu.test_reports import LAMP, OAK, TWO, keys

REF = "K7Q-4M2"


def test_a_new_place_in_the_sentence_is_taken_at_once(talk: Talk) -> None:
    answer = talk.says("no i meant Oak Street", place=OAK, recent=REF)
    assert (talk.verbs, answer["busy"]) == (["change_place"], False)
    assert talk.last.facts["place"] == OAK


def test_change_place_asks_for_it_and_knows_the_ticket_still(talk: Talk) -> None:
    assert keys(talk.taps("change_place", {"ref": REF})) == ["ask-place"]
    assert keys(talk.says("Blabla Lane")) == ["ask-place-again"]
    assert keys(talk.says("show my tickets")) == ["ask-place-again"]
    talk.says("next to the school")
    assert talk.last.verb == "change_place"
    assert talk.last.facts["ref"] == REF
    assert talk.last.facts["place"]["text"] == "Blabla Lane / next to the school"


def test_change_place_takes_a_choice_and_can_be_left(talk: Talk) -> None:
    assert keys(talk.says("no i meant Oak Street", place=TWO, ref=REF)) == ["place-which"]
    talk.taps("inform_place", {"place": "oak-north"})
    assert talk.last.facts == {"ref": REF, "place": "oak-north", "text": ""}
    for leave in ("skip", "stop", "deny"):
        talk.taps("change_place", {"ref": REF})
        assert talk.taps(leave)["busy"] is False
        assert talk.last.verb == "stop"


def test_a_new_report_leaves_the_question_for_a_new_place(talk: Talk) -> None:
    talk.taps("change_place", {"ref": REF})
    talk.says("the elevator does not work")
    talk.says("Oak Street 5", place=OAK)
    assert talk.verbs == ["open_ticket"]
    assert talk.last.facts["category"] == "elevator"


@pytest.mark.parametrize(
    ("tap", "verb"),
    [
        ("add_note", "add_note"),
        ("answer", "answer"),
        ("ask_resident", "ask_resident"),
        ("progress", "progress"),
        ("decline_words", "decline"),
    ],
)
def test_a_tap_that_wants_words_asks_for_them(talk: Talk, tap: str, verb: str) -> None:
    answer = talk.taps(tap, {"ref": REF})
    assert answer["said"][0]["say"] == "ask-words"
    assert answer["said"][0]["facts"] == {"verb": verb, "ref": REF}
    done = talk.says("nobody collects the garbage")  # whatever it looks like
    assert (talk.last.verb, done["busy"], done["said"]) == (verb, False, [])
    assert talk.last.facts["ref"] == REF
    assert talk.last.facts["text"] == "nobody collects the garbage"


def test_words_can_be_left_and_other_taps_are_no_words(talk: Talk) -> None:
    talk.taps("add_note", {"ref": REF})
    assert keys(talk.taps("affirm")) == ["ask-words"]
    assert talk.says("forget it")["busy"] is False
    assert talk.verbs == ["thanks", "stop"]


def test_a_photo_is_a_note_and_a_pin_is_an_answer(talk: Talk) -> None:
    talk.taps("add_note", {"ref": REF})
    talk.taps("send_photo", photo="p1")
    assert talk.last.facts == {"ref": REF, "text": "", "photo": "p1"}
    talk.taps("answer", {"ref": REF})
    talk.taps("inform_place", point=[1.0, 2.0])
    assert talk.last.facts == {"ref": REF, "text": "1.0, 2.0"}


def test_a_report_goes_on_after_another_question(talk: Talk) -> None:
    talk.says(LAMP)
    talk.taps("answer", {"ref": REF})
    assert keys(talk.says("the red door")) == ["ask-place"]
    talk.says("Oak Street 5", place=OAK)
    assert (talk.verbs, talk.last.facts["text"]) == (["answer", "open_ticket"], LAMP)


def test_a_sentence_carries_its_words_itself(talk: Talk) -> None:
    talk.says("please add that it also smells", ref=REF, photo="p1")
    assert talk.last.verb == "add_note"
    assert talk.last.facts == {
        "ref": REF,
        "text": "please add that it also smells",
        "photo": "p1",
    }


@pytest.mark.parametrize("words", ["hmpf grmbl tralala", "yes", "no", "next to the school"])
def test_what_was_asked_is_answered_by_unclear_words(talk: Talk, words: str) -> None:
    talk.says(words, waiting=REF)
    assert talk.verbs == ["answer"]
    assert talk.last.facts == {"ref": REF, "text": words}


def test_a_clear_report_is_no_answer(talk: Talk) -> None:
    assert keys(talk.says(LAMP, waiting=REF)) == ["ask-place"]


def test_an_unclear_reply_is_a_note_to_its_ticket(talk: Talk) -> None:
    talk.says("hmpf grmbl tralala", ref=REF, reply=True)
    assert talk.last.verb == "add_note"
    talk.says("hmpf grmbl tralala", ref=REF, reply=True, waiting="B3D-9XT")
    assert (talk.last.verb, talk.last.facts["ref"]) == ("add_note", REF)


def test_a_no_after_a_new_ticket_offers_to_put_it_right(talk: Talk) -> None:
    talk.says("no", recent=REF)
    assert talk.last.verb == "not_sure"
    assert [each["intent"] for each in talk.last.facts["readings"]] == [
        "change_place",
        "change_kind",
        "cancel_ticket",
    ]


def test_a_language_is_taken_from_the_sentence(talk: Talk) -> None:
    talk.says("speak english")
    assert talk.last.facts == {"to": "en"}
    talk.says("change the language")
    assert talk.last.facts == {}


def test_roles_decide_between_readings_but_forbid_none(talk: Talk) -> None:
    as_resident = talk.says("claim K7Q-4M2", ref=REF)
    as_volunteer = talk.says("claim K7Q-4M2", ref=REF, roles=["resident", "volunteer"])
    assert talk.verbs == ["claim", "claim"]
    assert as_resident["intent"]["confidence"] < as_volunteer["intent"]["confidence"]
