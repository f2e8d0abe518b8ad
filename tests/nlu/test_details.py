"""What a category asks besides, and reports for others: in conversation with Rasa."""

from __future__ import annotations

from tests.nlu.conftest import Talk
from tests.nlu.test_reports import LAMP, OAK, keys

MEAL = "please bring lunch to my mother"
YES = {"question": "alone", "answer": "yes"}


def test_a_question_of_the_category_is_put_with_its_answers_as_buttons(talk: Talk) -> None:
    asked = talk.says(MEAL, place=OAK)
    assert (keys(asked), asked["busy"]) == (["ask-detail"], True)
    assert asked["said"][0]["facts"] == {"city_question": "meal_delivery.alone"}
    rows = asked["said"][0]["buttons"]
    assert rows[0] == [
        {
            "label": "tap-detail",
            "verb": "detail",
            "facts": {"to": "alone.yes"},
            "shows": {"city_answer": "meal_delivery.alone.yes"},
        }
    ]
    assert [each["label"] for each in rows[-1]] == ["tap-skip", "tap-stop"]
    opened = talk.taps("detail", {"to": "alone.yes"})
    assert (keys(opened), opened["busy"]) == ([], False)
    assert talk.last.facts["answers"] == [YES]


def test_the_question_comes_after_the_place_and_can_be_left_out(talk: Talk) -> None:
    assert keys(talk.says(MEAL)) == ["ask-place"]
    assert keys(talk.says("Oak Street 5", place=OAK)) == ["ask-detail"]
    talk.taps("skip")
    assert talk.verbs == ["open_ticket"]
    assert talk.last.facts["answers"] == [{"question": "alone"}]


def test_words_are_an_answer_and_another_verb_is_done_first(talk: Talk) -> None:
    talk.says(MEAL, place=OAK)
    assert keys(talk.says("how is my ticket")) == ["ask-detail"]
    talk.says("yes")
    assert talk.verbs == ["ask_status", "open_ticket"]
    assert talk.last.facts["answers"] == [YES]


def test_another_report_opens_the_first_and_begins_the_second(talk: Talk) -> None:
    talk.says(MEAL, place=OAK)
    assert keys(talk.says(LAMP)) == ["ask-place"]
    assert talk.last.facts["category"] == "meal_delivery"
    talk.says("Oak Street 5", place=OAK)
    assert (talk.last.facts["category"], talk.last.facts["text"]) == ("street_light", LAMP)


def test_danger_opens_a_ticket_and_asks_for_the_place_after(talk: Talk) -> None:
    asked = talk.says(MEAL, urgency="emergency")
    assert talk.verbs == ["open_ticket"]
    assert keys(asked) == []  # this town gives no reference to ask about
    assert "place" not in talk.last.facts


def test_staff_take_a_report_down_and_it_is_a_draft_first(talk: Talk) -> None:
    talk.metadata["roles"] = ["resident", "responder"]
    assert keys(talk.taps("file_for")) == []
    assert keys(talk.says(LAMP)) == ["ask-place"]
    talk.says("Oak Street 5", place=OAK)
    assert talk.verbs == ["file_for", "file_draft"]
    assert talk.last.facts["source"] == "walk_in"
    assert keys(talk.taps("file_words", {"draft": 17})) == ["ask-words"]
    talk.says("the lamp outside is dark")
    assert (talk.last.verb, talk.last.facts) == (
        "file_words",
        {"ref": "17", "text": "the lamp outside is dark"},
    )
    assert keys(talk.taps("file_place", {"draft": 17})) == ["ask-place"]
    talk.says("Oak Street 5", place=OAK)
    assert (talk.last.verb, talk.last.facts["ref"]) == ("file_place", "17")


def test_an_announcement_marks_the_next_report_alone(talk: Talk) -> None:
    talk.taps("for_another")
    talk.says(LAMP, place=OAK)
    assert talk.last.facts["for_whom"] == "somebody"
    talk.says(LAMP, place=OAK)
    assert "for_whom" not in talk.last.facts


def test_another_place_is_put_right_while_something_else_is_asked(talk: Talk) -> None:
    talk.says(MEAL, place={**OAK, "text": "Oak Street 7", "place": "oak-street-7"})
    assert keys(talk.says("sorry, Oak Street 5", place=OAK, corrects=True)) == ["ask-detail"]
    talk.taps("detail", {"to": "alone.yes"})
    assert talk.last.facts["place"]["place"] == "oak-street-5"
    assert talk.last.facts["answers"] == [YES]


def test_another_number_is_put_right_while_something_else_is_asked(talk: Talk) -> None:
    talk.says(MEAL, place=OAK)
    assert keys(talk.says("wait it is 14", corrects=True)) == ["ask-detail"]
    talk.taps("detail", {"to": "alone.yes"})
    assert talk.last.facts["place"]["text"] == "Oak Street 5 no. 14"
    assert talk.last.facts["answers"] == [YES]


def test_an_answer_that_begins_so_is_an_answer(talk: Talk) -> None:
    talk.says(MEAL, place=OAK)
    talk.says("no", corrects=True)
    assert talk.last.facts["answers"] == [{"question": "alone", "answer": "no"}]
    assert talk.last.facts["place"] == OAK
