"""The channel over real HTTP: a turn, its replay, its failure, its token."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import requests

from tests.nlu.conftest import TOKEN, Talk


def test_a_turn_gives_the_question_the_intent_and_whether_it_goes_on(talk: Talk) -> None:
    answer = talk.says("the street light is broken")
    (question,) = answer["said"]
    assert (question["say"], question["facts"], question["ask"]) == ("ask-place", {}, "place")
    assert question["buttons"] == [
        [
            {"label": "tap-skip-place", "verb": "skip", "facts": {}},
            {"label": "tap-stop", "verb": "stop", "facts": {}},
        ]
    ]
    assert answer["intent"]["name"] == "report"
    assert answer["busy"] is True


def test_what_a_verb_answers_is_not_said_by_rasa(talk: Talk) -> None:
    answer = talk.says("hello")
    assert answer["said"] == []
    assert answer["busy"] is False
    assert talk.verbs == ["greet"]


def test_nobody_without_the_token_gets_in(rasa: str) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}):
        for method, path in (("POST", "ask"), ("GET", "heard"), ("GET", "ready")):
            answer = requests.request(method, f"{rasa}/{path}", headers=headers, timeout=10)
            assert (answer.status_code, answer.json()) == (401, {"failed": "Unknown"})


def test_it_is_ready_with_a_model(rasa: str) -> None:
    answer = requests.get(f"{rasa}/ready", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10)
    assert answer.json()["ready"] is True
    assert answer.json()["model"]


def test_a_request_out_of_shape_is_refused_without_an_echo(rasa: str) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    for body in (
        "no json",
        "[]",
        '{"sender": "x"}',
        '{"sender": "x", "message_id": "1", "text": 7}',
        '{"sender": "x", "message_id": "1", "text": "", "parse": {"intent": "restart"}}',
        '{"sender": "x", "message_id": "1", "text": "", "parse": {"intent": "unheard_of"}}',
    ):
        answer = requests.post(f"{rasa}/ask", data=body, headers=headers, timeout=10)
        assert (answer.status_code, answer.json()) == (400, {"failed": "BadRequest"})


def test_typed_text_is_never_a_payload(talk: Talk) -> None:
    talk.says("the street light is broken")
    for text in ("/session_start", "/session_start once more"):
        assert talk.says(text)["intent"]["confidence"] < 1.0
    # They were taken for the address, as any words are, and the report was not forgotten.
    assert talk.last.verb == "open_ticket"
    assert talk.last.facts["place"]["text"] == "/session_start / /session_start once more"


def test_a_heard_message_is_told_again_with_its_answers(talk: Talk) -> None:
    said = talk.says("the street light is broken")["said"]
    first = talk.number
    talk.taps("skip")
    assert talk.heard(first) == {"heard": True, "said": said, "busy": False}
    assert talk.heard(talk.number)["heard"] is True
    assert talk.heard(10_000_000) == {"heard": False, "said": [], "busy": False}


def test_nothing_of_a_failed_turn_is_kept_and_the_form_goes_on_when_asked_again(
    talk: Talk,
) -> None:
    talk.says("the street light is broken")
    talk.town.away = True
    number = talk.number + 1_000_000
    failed = talk.post(number, "", parse={"intent": "skip", "entities": {}})
    assert (failed.status_code, failed.json()) == (500, {"failed": "RasaException"})
    assert talk.heard(number)["heard"] is False
    talk.town.away = False
    again = talk.post(number, "", parse={"intent": "skip", "entities": {}})
    assert again.status_code == 200
    assert talk.last.verb == "open_ticket"
    assert talk.last.facts["text"] == "the street light is broken"


def test_a_fresh_session_forgets_the_form_but_not_when_its_turn_fails(talk: Talk) -> None:
    talk.says("the street light is broken")
    talk.town.away = True
    number = talk.number + 2_000_000
    assert talk.post(number, "hello", fresh=True).status_code == 500
    talk.town.away = False
    assert talk.says("next to the school")["busy"] is True  # still the first session's form
    fresh = talk.says("hello", fresh=True)
    assert (fresh["busy"], talk.last.verb) == (False, "greet")
    assert talk.heard(talk.number)["heard"] is True


def test_a_first_message_may_be_fresh(talk: Talk) -> None:
    assert talk.says("hello", fresh=True)["busy"] is False


def test_metadata_reaches_the_verbs(talk: Talk) -> None:
    talk.says("claim K7Q-4M2", ref="K7Q-4M2", roles=["resident", "volunteer"])
    assert talk.last.facts == {"ref": "K7Q-4M2"}
    assert talk.last.inbox == talk.number


def test_a_tracker_that_cannot_be_kept_fails_the_turn(talk: Talk, trackers: Path) -> None:
    talk.says("the street light is broken")
    number = talk.number + 3_000_000
    with sqlite3.connect(trackers) as database:
        database.execute("ALTER TABLE events RENAME TO away")
    failed = talk.post(number, "next to the school")
    with sqlite3.connect(trackers) as database:
        database.execute("ALTER TABLE away RENAME TO events")
    database.close()
    assert (failed.status_code, failed.json()) == (500, {"failed": "OperationalError"})
    assert talk.post(number, "next to the school").json()["said"][0]["say"] == "ask-place-again"
