"""A report in conversation: asked for its place, interrupted, changed, left, taken up again."""

from __future__ import annotations

from typing import Any

from tests.nlu.conftest import Talk

LAMP = "the street light is broken"
OAK = {"text": "Oak Street 5", "lat": 1.0, "lon": 2.0, "radius": 20, "area": "north"}
OAK = {**OAK, "place": "oak-street-5", "choices": []}
TWO = {
    **{"text": "Oak", "lat": None, "lon": None, "radius": None, "area": None, "place": None},
    "choices": [
        {"place": "oak-north", "text": "Oak North"},
        {"place": "oak-south", "text": "南橡"},
    ],
}


def keys(answer: dict[str, Any]) -> list[str]:
    return [each["say"] for each in answer["said"]]


def test_a_report_with_its_place_opens_in_one_turn(talk: Talk) -> None:
    answer = talk.says(LAMP, place=OAK, photo="p1")
    assert (answer["said"], answer["busy"]) == ([], False)
    assert talk.verbs == ["open_ticket"]
    facts = talk.last.facts
    assert (facts["category"], facts["text"]) == ("street_light", LAMP)
    assert (facts["place"], facts["photos"]) == (OAK, ["p1"])
    assert facts["ranking"][0]["name"] == "street_light"


def test_the_answer_to_where_opens_the_ticket_under_the_persons_words(talk: Talk) -> None:
    talk.says(LAMP)
    answer = talk.says("it is Oak Street 5, the second lamp", place=OAK)
    assert (keys(answer), answer["busy"]) == ([], False)
    assert talk.last.facts["text"] == LAMP
    assert talk.last.facts["place"] == {**OAK, "text": "it is Oak Street 5, the second lamp"}


def test_an_unknown_address_is_asked_once_more_and_then_taken_as_it_is(talk: Talk) -> None:
    talk.says(LAMP)
    again = talk.says("Blabla Lane")
    assert again["said"][0]["say"] == "ask-place-again"
    assert again["said"][0]["facts"] == {"text": "Blabla Lane"}
    talk.says("opposite the pharmacy")
    assert talk.verbs == ["open_ticket"]
    assert talk.last.facts["place"]["text"] == "Blabla Lane / opposite the pharmacy"
    assert talk.last.facts["place"]["lat"] is None


def test_of_several_places_one_is_chosen_by_a_tap(talk: Talk) -> None:
    talk.says(LAMP)
    which = talk.says("Oak", place=TWO)
    assert keys(which) == ["place-which"]
    rows = which["said"][0]["buttons"]
    assert [each["label"] for each in rows[2]] == ["tap-skip-place", "tap-stop"]
    assert rows[1] == [
        {
            "label": "tap-place",
            "verb": "inform_place",
            "facts": {"place": "oak-south"},
            "shows": {"place": "南橡"},
        }
    ]
    talk.taps("inform_place", {"place": "oak-south"})
    assert talk.last.facts["place"] == "oak-south"


def test_of_several_places_one_is_chosen_by_its_name(talk: Talk) -> None:
    talk.says(LAMP, place=TWO)
    talk.says("oak north")
    assert talk.last.facts["place"] == "oak-north"


def test_a_second_doubtful_name_is_taken_as_it_is(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("Oak", place=TWO)
    talk.says("Oak Street", place=TWO)
    assert talk.last.facts["place"]["text"] == "Oak / Oak Street"


def test_a_skipped_place_is_left_out(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("i don't know")
    assert talk.verbs == ["open_ticket"]
    assert "place" not in talk.last.facts


def test_a_place_skipped_after_words_keeps_the_words(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("Blabla Lane")
    talk.taps("skip")
    assert talk.last.facts["place"]["text"] == "Blabla Lane"


def test_a_pin_answers_where(talk: Talk) -> None:
    talk.says(LAMP)
    talk.taps("inform_place", point=[1.5, 2.5], place=OAK)
    assert (talk.last.facts["point"], talk.last.facts["place"]) == ([1.5, 2.5], OAK)


def test_a_pin_may_come_first(talk: Talk) -> None:
    first = talk.taps("inform_place", point=[1.5, 2.5], place=OAK)
    assert (talk.last.verb, talk.last.facts["place"], first["busy"]) == ("keep_place", OAK, True)
    talk.says(LAMP)
    assert talk.last.facts["point"] == [1.5, 2.5]
    assert talk.verbs == ["keep_place", "open_ticket"]


def test_a_photo_may_come_first_or_in_the_middle(talk: Talk) -> None:
    assert talk.taps("send_photo", photo="p1")["busy"] is True
    talk.says(LAMP)
    assert keys(talk.taps("send_photo", photo="p2")) == ["ask-place"]
    talk.taps("skip")
    assert talk.verbs == ["keep_photo", "keep_photo", "open_ticket"]
    assert talk.last.facts["photos"] == ["p1", "p2"]


def test_the_second_report_asks_afresh(talk: Talk) -> None:
    talk.taps("send_photo", photo="p1")
    talk.says(LAMP, place=OAK)
    assert keys(talk.says("nobody collects the garbage")) == ["ask-place"]
    talk.taps("skip")
    facts = talk.last.facts
    assert (facts["category"], facts["photos"]) == ("garbage", [])
    assert "place" not in facts


def test_another_verb_is_answered_and_the_report_goes_on(talk: Talk) -> None:
    talk.says(LAMP)
    for words, verb in (
        ("what is the status of my ticket", "ask_status"),
        ("show my tickets", "list_tickets"),
        ("hello", "greet"),
        ("speak english", "set_language"),
        ("help", "help"),
        ("claim K7Q-4M2", "claim"),
    ):
        answer = talk.says(words, roles=["resident", "volunteer"])
        assert (talk.last.verb, keys(answer)) == (verb, ["ask-place"])
    talk.says("Oak Street 5", place=OAK)
    assert (talk.last.verb, talk.last.facts["text"]) == ("open_ticket", LAMP)


def test_after_an_interruption_the_doubt_is_asked_again(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("Oak", place=TWO)
    answer = talk.says("show my tickets")
    assert keys(answer) == ["place-which"]
    assert len(answer["said"][0]["buttons"]) == 3


def test_stop_no_and_cancel_leave_the_report(talk: Talk) -> None:
    for words in ("forget it", "no", "cancel my ticket"):
        talk.says(LAMP)
        answer = talk.says(words)
        assert (talk.last.verb, answer["busy"]) == ("stop", False)
        assert keys(talk.says("nobody collects the garbage")) == ["ask-place"]
        talk.taps("stop")
    assert "open_ticket" not in talk.verbs


def test_cancelling_a_named_ticket_does_not_leave_the_report(talk: Talk) -> None:
    talk.says(LAMP)
    answer = talk.says("cancel my ticket", ref="K7Q-4M2")
    assert (talk.last.verb, keys(answer)) == ("cancel_ticket", ["ask-place"])


def test_a_new_problem_instead_of_a_place_becomes_the_report_and_nothing_is_lost(
    talk: Talk,
) -> None:
    talk.says(LAMP)
    assert keys(talk.says("the elevator does not work")) == ["ask-place"]
    talk.taps("skip")
    assert talk.last.facts["category"] == "elevator"
    assert talk.last.facts["text"] == f"{LAMP}\nthe elevator does not work"
    assert talk.verbs == ["open_ticket"]


def test_an_address_that_sounds_like_a_report_is_the_address(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("the garbage bins on Oak Street 5", place=OAK)
    assert (talk.last.verb, talk.last.facts["category"]) == ("open_ticket", "street_light")


def test_words_about_the_same_thing_tell_where_it_is(talk: Talk) -> None:
    talk.says(LAMP)
    assert keys(talk.says("the lamp outside is dark")) == ["ask-place-again"]


def test_a_report_by_tap_asks_for_the_place_and_a_bare_one_for_the_matter(talk: Talk) -> None:
    assert keys(talk.taps("report", {"category": "garbage"})) == ["ask-place"]
    talk.taps("stop")
    assert keys(talk.taps("report")) == ["ask-category"]
    assert keys(talk.says(LAMP)) == ["ask-place"]
    talk.taps("skip")
    assert (talk.last.facts["category"], talk.last.facts["text"]) == ("street_light", LAMP)


def test_a_category_without_a_place_is_not_asked_for_one(talk: Talk) -> None:
    talk.says("how do i renew my passport", placeless=["documents"])
    assert (talk.verbs, talk.last.facts["category"]) == (["open_ticket"], "documents")


def test_not_understood_shows_readings_and_a_tap_keeps_the_sentence(talk: Talk) -> None:
    talk.says("hmpf grmbl tralala", photo="p1", place=OAK)
    assert talk.last.verb == "not_sure"
    assert talk.last.facts["readings"]
    assert talk.last.facts["text"] == "hmpf grmbl tralala"
    talk.taps("report", {"category": "garbage"})
    facts = talk.last.facts
    assert (facts["category"], facts["text"]) == ("garbage", "hmpf grmbl tralala")
    assert (facts["place"], facts["photos"]) == (OAK, ["p1"])
    assert facts["ranking"]


def test_not_understood_twice_in_a_row_calls_a_person(talk: Talk) -> None:
    talk.says("hmpf grmbl tralala")
    talk.says("zzkk wuwu prr")
    assert talk.verbs == ["not_sure", "talk_to_human"]
    assert talk.last.facts["text"] == "hmpf grmbl tralala\nzzkk wuwu prr"
    assert talk.says("hello")["busy"] is False


def test_something_else_in_between_is_not_in_a_row(talk: Talk) -> None:
    talk.says("hmpf grmbl tralala")
    talk.says("hello")
    talk.says("zzkk wuwu prr")
    assert talk.verbs == ["not_sure", "greet", "not_sure"]


def test_it_is_something_else_puts_the_report_right(talk: Talk) -> None:
    talk.says(LAMP)
    assert keys(talk.says("no, the elevator does not work", corrects=True)) == ["ask-place"]
    talk.says("Oak Street 5", place=OAK)
    assert talk.verbs == ["open_ticket"]
    assert (talk.last.facts["category"], talk.last.facts["place"]["lat"]) == ("elevator", 1.0)
    assert talk.last.facts["text"] == f"{LAMP}\nno, the elevator does not work"


def test_it_is_something_else_with_its_place_is_one_ticket(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("no, I mean that the elevator at Oak Street 5 is broken", place=OAK, corrects=True)
    assert talk.verbs == ["open_ticket"]
    assert talk.last.facts["category"] == "elevator"


def test_a_kind_that_needs_no_place_is_not_asked_for_one_when_put_right(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("no, the elevator does not work", corrects=True, placeless=["elevator"])
    assert talk.verbs == ["open_ticket"]
    assert talk.last.facts["category"] == "elevator"


def test_danger_of_another_kind_is_a_report_of_its_own(talk: Talk) -> None:
    talk.says(LAMP)
    talk.says("wait, the elevator does not work", place=OAK, corrects=True, urgency="emergency")
    told = [each.facts["category"] for each in talk.town.asked if each.verb == "open_ticket"]
    assert told == ["street_light", "elevator"]
