"""What an action makes of a turn, as plain functions of what was heard."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from rasa_sdk.interfaces import Tracker

from actions.everyone import Affirm, Deny, Fallback, InformPlace, TalkToHuman, Thanks
from actions.forms import PlaceForm, WordsForm, is_place
from actions.readings import likeliest
from actions.reporting import ReportForm
from actions.residents import CancelTicket, ChangeKind, ChangePlace, SendPhoto
from actions.turn import Turn
from actions.verb import Ask
from bot.wiring import language_in

REF = "K7Q-4M2"
OAK = {"text": "Oak", "lat": 1.0, "lon": 2.0, "choices": []}


def tracker(*events: dict[str, Any], **slots: Any) -> Tracker:
    return Tracker("x", slots, {}, list(events), False, None, {}, None)


def user(text: str, intent: str = "greet", at: float = 0.0, **parse: Any) -> dict[str, Any]:
    data = {"intent": {"name": intent, "confidence": 0.9}, "entities": [], **parse}
    return {"event": "user", "text": text, "parse_data": data, "metadata": {}, "timestamp": at}


def slots(events: list[dict[str, Any]]) -> dict[str, Any]:
    return {each["name"]: each["value"] for each in events if each["event"] == "slot"}


def test_a_turn_is_read_from_the_last_message() -> None:
    turn = Turn.of(tracker(user("one", at=1.0), user(" two ", "thanks", at=61.0)))
    assert (turn.intent, turn.text, turn.pause, turn.parsed) == ("thanks", "two", 60.0, False)


def test_a_turn_without_any_message_is_not_understood() -> None:
    assert Turn.of(tracker()).intent == "nlu_fallback"


def test_a_turn_knows_whether_the_form_was_opened_or_interrupted() -> None:
    opened = {"event": "active_loop", "name": "report_form"}
    form = {"event": "action", "name": "report_form"}
    listen = {"event": "action", "name": "action_listen"}
    other = {"event": "action", "name": "action_greet"}
    assert Turn.of(tracker(user("x"), opened, form)).opened
    assert not Turn.of(tracker(opened, form, listen, user("x"), form)).opened
    assert not Turn.of(tracker(opened, form, listen, user("x"), form)).interrupted
    assert Turn.of(tracker(user("x"), other, form)).interrupted


def test_a_tap_has_no_words_but_those_not_understood_before() -> None:
    tap = Turn("add_note", parsed=True, slots={"sentence": "it smells"})
    assert tap.words == "it smells"
    assert Turn("add_note", parsed=True, form="report_form", slots=tap.slots).words == ""


@pytest.mark.parametrize(
    ("intent", "confidence", "place", "taken"),
    [
        ("inform_place", 0.9, None, True),
        ("nlu_fallback", 0.2, None, True),
        ("ask_status", 0.9, None, False),
        ("ask_status", 0.5, None, True),
        ("ask_status", 0.7, OAK, True),
        ("ask_status", 0.9, OAK, False),
    ],
)
def test_words_answer_where_unless_they_clearly_mean_something_else(
    intent: str, confidence: float, place: dict[str, Any] | None, taken: bool
) -> None:
    turn = Turn(intent, confidence, text="Oak", metadata={"place": place})
    assert is_place(turn) is taken


def test_the_report_keeps_its_words_when_the_person_goes_on_to_something_else() -> None:
    events = ReportForm().heard(
        Turn(
            "report",
            0.9,
            text="the lift too",
            entities={"category": "elevator"},
            slots={"category": "street_light", "sentence": "lamp out"},
            form="report_form",
        )
    )
    assert slots(events)["category"] == "elevator"
    assert slots(events)["sentence"] == "lamp out\nthe lift too"


@pytest.mark.parametrize(
    ("reading", "confidence", "gives_up"),
    [("stop", 0.5, True), ("skip", 0.45, False), ("stop", 0.3, False), ("report", 0.5, False)],
)
def test_words_that_most_likely_give_up_are_no_place(
    reading: str, confidence: float, gives_up: bool
) -> None:
    likely = ({"name": reading, "confidence": confidence},)
    for form in (PlaceForm(), ReportForm()):
        turn = Turn(
            "nlu_fallback",
            confidence,
            text="算了不用了",
            readings=likely,
            slots={"category": "street_light", "sentence": "lamp out", "requested_slot": "place"},
            form=form.form,
        )
        assert (form.heard(turn) == []) is gives_up
        assert (Fallback().asked(turn) == Ask("stop")) is gives_up
        placed = replace(turn, metadata={"place": OAK})
        assert form.heard(placed) != []


def test_a_whole_report_is_no_new_place_of_another() -> None:
    words = "the drain is blocked and it stinks, Oak"
    turn = Turn("report", 0.95, text=words, metadata={"place": OAK}, form="place_form")
    assert PlaceForm().heard(turn) == []
    assert PlaceForm().heard(replace(turn, text="the lamp at Oak")) != []


NEXT_DOOR = {"recent": REF, "next_door": {**OAK, "text": "Oak 14"}}


def test_another_number_puts_the_place_of_the_last_ticket_right() -> None:
    asked = ChangePlace().asked(Turn("change_place", text="wait, 14", metadata=NEXT_DOOR))
    assert asked is not None
    assert (asked.verb, asked.facts["place"]["text"]) == ("change_place", "Oak 14")
    likely = ({"name": "deny", "confidence": 0.9},)
    denied = Turn("deny", 0.9, text="no, 14", metadata=NEXT_DOOR, readings=likely)
    told = Deny().asked(denied)
    assert told is not None
    assert told.verb == "change_place"
    waits = Deny().asked(replace(denied, metadata={**NEXT_DOOR, "twin": 3}))
    assert waits == Ask("not_same", {"draft": 3})
    form = Turn("nlu_fallback", 0.2, text="14", metadata=NEXT_DOOR, form="place_form")
    assert slots(PlaceForm().heard(form))["place"]["place"]["text"] == "Oak 14"


def test_words_that_say_where_answer_the_staff_who_asked() -> None:
    turn = Turn("change_place", 0.5, text="the one left of the gate", metadata={"waiting": REF})
    told = ChangePlace().asked(turn)
    assert told == Ask("answer", {"ref": REF, "text": turn.text, "photo": None})
    assert not any(each["event"] == "followup" for each in ChangePlace().after(turn))
    other = {"ref": "N3N-4VD"}
    assert ChangePlace().asked(replace(turn, entities=other)) is None
    assert ChangePlace().asked(replace(turn, text="", parsed=True)) is None


def test_what_is_told_besides_is_marked_among_the_categories() -> None:
    ranked = [{"name": each, "confidence": 0.3} for each in ("elevator", "garbage", "heating")]
    besides = [{"name": "pothole", "confidence": 0.8}]
    turn = Turn.of(tracker(user("x", category_ranking=ranked, besides=besides)))
    assert [each["name"] for each in turn.categories] == ["elevator", "pothole", "garbage"]
    assert [each.get("besides", False) for each in turn.categories] == [False, True, False]
    assert Turn.of(tracker(user("x", category_ranking=ranked))).categories == ranked


def test_thanks_with_a_yes_says_that_it_is_solved() -> None:
    waits = {"rating": REF}
    for intent, verb in (("thanks", Thanks()), ("nlu_fallback", Fallback())):
        turn = Turn(intent, 0.8, text="是的，好了，谢谢", metadata=waits)
        assert verb.asked(turn) == Ask("rate", {"ref": REF, "solved": 1})
    assert Thanks().asked(Turn("thanks", text="谢谢", metadata=waits)) == Ask("thanks", {})
    assert Thanks().asked(Turn("thanks", text="yes, thanks")) == Ask("thanks", {})


def test_a_plain_answer_is_to_whether_it_is_the_same_before_all_else() -> None:
    waits = {"twin": 3, "rating": REF, "waiting": REF, "tickets": True}
    same, other = Ask("same", {"draft": 3}), Ask("not_same", {"draft": 3})
    assert Affirm().asked(Turn("affirm", text="yes", metadata=waits)) == same
    assert Deny().asked(Turn("deny", text="no", metadata=waits)) == other
    assert Fallback().asked(Turn("nlu_fallback", text="yes, it is", metadata=waits)) == same
    assert Thanks().asked(Turn("thanks", text="yes, thank you", metadata=waits)) == same
    replied = {**waits, "reply": True, "ref": REF}
    told = Affirm().asked(Turn("affirm", text="yes", metadata=replied))
    assert told is not None
    assert told.verb == "answer"


def test_another_number_is_only_for_the_ticket_that_is_meant() -> None:
    elsewhere = Turn("change_place", text="14", metadata={**NEXT_DOOR, "ref": "N3N-4VD"})
    assert ChangePlace().asked(elsewhere) is None
    form = Turn(
        "nlu_fallback",
        0.2,
        text="14",
        metadata=NEXT_DOOR,
        form="place_form",
        slots={"pending_ref": "N3N-4VD"},
    )
    assert slots(PlaceForm().heard(form)).get("place") is None


def test_a_place_alone_may_be_that_of_the_ticket_just_opened() -> None:
    asked = InformPlace().asked(Turn("inform_place", text="Oak", metadata={"recent": REF}))
    assert asked is not None
    assert (asked.verb, asked.facts["ref"]) == ("keep_place", REF)


@pytest.mark.parametrize(
    ("text", "about", "another"),
    [
        ("my neighbour has not opened the door for three days, Oak", "elder_care", True),
        ("the lamp right behind the school gate there, on Oak", "street_light", False),
        ("school at Oak", "school_enrolment", False),
    ],
)
def test_a_whole_report_in_place_of_an_answer_is_a_second_ticket(
    text: str, about: str, another: bool
) -> None:
    turn = Turn(
        "report",
        0.9,
        text=text,
        entities={"category": about},
        metadata={"place": OAK},
        categories=[{"name": about, "confidence": 0.8}],
        slots={"category": "street_light", "sentence": "lamp out", "requested_slot": "place"},
        form="report_form",
    )
    found = slots(ReportForm().heard(turn))
    assert (found.get("pending_verb") == "report") is another
    assert (found["place"]["place"] is None) is another


DANGER = {"place": OAK, "urgency": "emergency"}


def test_danger_in_place_of_an_answer_is_never_only_a_place() -> None:
    turn = Turn("report", 0.7, text="a man collapsed at Oak", metadata=DANGER, form="place_form")
    assert PlaceForm().heard(turn) == []
    asked = {"category": "pothole", "sentence": "deep hole", "requested_slot": "place"}
    ranked = [{"name": "elder_care", "confidence": 0.4}]
    other = Turn(
        "report",
        0.7,
        text=turn.text,
        metadata=DANGER,
        slots=asked,
        form="report_form",
        categories=ranked,
    )
    assert slots(ReportForm().heard(other))["pending_verb"] == "report"
    unclear = Turn(
        "nlu_fallback", 0.2, text=turn.text, metadata=DANGER, slots=asked, form="report_form"
    )
    assert slots(ReportForm().heard(unclear))["sentence"] == "deep hole\na man collapsed at Oak"


def test_words_that_may_be_stop_are_words_when_that_is_not_sure() -> None:
    form = WordsForm()
    assert slots(form.heard(Turn("stop", 0.5, text="stop the water first"))) == {
        "words": "stop the water first"
    }
    assert form.heard(Turn("stop", 0.9, text="stop")) == []


def test_the_second_sentence_in_a_row_has_to_come_soon() -> None:
    kept = {"sentence": "hm"}
    soon = Turn("nlu_fallback", text="grmbl", slots=kept, pause=60.0)
    late = Turn("nlu_fallback", text="grmbl", slots=kept, pause=86_400.0)
    assert Fallback().asked(soon) == Ask("talk_to_human", {"text": "hm\ngrmbl", "why": "unclear"})
    asked = Fallback().asked(late)
    assert asked is not None
    assert asked.verb == "not_sure"


def test_who_asks_for_a_person_takes_along_what_was_said_and_leaves_the_question() -> None:
    turn = Turn(
        "talk_to_human",
        text="a person please",
        metadata={"ref": REF, "photo": "two"},
        slots={"sentence": "lamp out", "photos": ["one"], "category": "street_light"},
        form="report_form",
    )
    facts = {"text": "lamp out\na person please", "photos": ["one", "two"], "ref": REF}
    assert TalkToHuman().asked(turn) == Ask("talk_to_human", facts)
    events = TalkToHuman().after(turn)
    assert {"event": "active_loop", "timestamp": None, "name": None} in events
    assert slots(events)["sentence"] is None
    assert slots(events)["photos"] is None


def test_readings_are_ranked_by_intent_and_category_and_small_talk_is_left_out() -> None:
    turn = Turn(
        "nlu_fallback",
        readings=(
            {"name": "greet", "confidence": 0.5},
            {"name": "report", "confidence": 0.3},
            {"name": "ask_status", "confidence": 0.1},
            {"name": "claim", "confidence": 0.01},
        ),
        categories=(
            {"name": "garbage", "confidence": 0.6},
            {"name": "elevator", "confidence": 0.4},
        ),
    )
    assert likeliest(turn) == [
        {"intent": "report", "category": "garbage"},
        {"intent": "report", "category": "elevator"},
        {"intent": "ask_status"},
    ]


def test_a_photo_answers_what_was_asked_and_else_waits() -> None:
    asked = SendPhoto().asked(Turn("send_photo", metadata={"photo": "p", "waiting": REF}))
    assert asked is not None
    assert (asked.verb, asked.facts["photo"]) == ("answer", "p")
    alone = Turn("send_photo", metadata={"photo": "p"})
    assert SendPhoto().asked(alone) == Ask("keep_photo", {"photo": "p"})
    assert slots(SendPhoto().after(alone)) == {"photos": ["p"]}


def test_several_places_wait_for_the_report() -> None:
    place = {**OAK, "choices": [{"place": "a", "text": "A"}, {"place": "b", "text": "B"}]}
    turn = Turn("inform_place", text="Oak", metadata={"place": place})
    assert slots(InformPlace().after(turn))["place_doubt"] == "which"


def test_cancel_is_stop_only_in_the_middle_of_something() -> None:
    asked = CancelTicket().asked(Turn("cancel_ticket", text="cancel"))
    assert asked is not None
    assert asked.verb == "cancel_ticket"
    inside = Turn("cancel_ticket", text="cancel", form="report_form")
    assert CancelTicket().asked(inside) == Ask("stop")
    assert Deny().asked(Turn("deny", text="no", form="place_form")) == Ask("stop")


def test_the_kind_is_changed_to_what_the_words_surely_name() -> None:
    sure = ({"name": "garbage", "confidence": 0.8},)
    asked = ChangeKind().asked(Turn("change_kind", categories=sure))
    assert asked == Ask("change_kind", {"ref": None, "to": "garbage"})
    unsure = ({"name": "garbage", "confidence": 0.3},)
    assert ChangeKind().facts(Turn("change_kind", categories=unsure))["to"] is None


def test_a_kept_pin_is_the_new_place_and_is_used_up() -> None:
    turn = Turn(
        "change_place",
        parsed=True,
        entities={"ref": REF},
        slots={"place": {"place": OAK, "point": [1.0, 2.0]}},
    )
    asked = ChangePlace().asked(turn)
    assert asked == Ask("change_place", {"ref": REF, "place": OAK, "text": "Oak"})
    assert slots(ChangePlace().after(turn))["place"] is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("speak English", "en"),
        ("请讲中文,看不懂英文", "zh"),
        ("my chinese is bad, can you use english", "en"),
        ("我要用西班牙语", "es"),
        ("на русском", "ru"),
        ("change the language", None),
        ("english or chinese?", None),
    ],
)
def test_the_language_that_is_asked_for_is_found(text: str, code: str | None) -> None:
    assert language_in(text) == code


RANKED = [
    {"name": name, "confidence": 0.2} for name in ("garbage", "other", "pothole", "fallen_wire")
]


def test_a_report_of_a_kind_in_doubt_lets_the_person_choose() -> None:
    turn = Turn("report", text="mess again", categories=RANKED)
    told = slots(ReportForm().opened(turn))
    assert told["category"] is None
    assert told["kind_doubt"] == "which"
    assert [each["category"] for each in json.loads(told["kinds"])] == [
        "garbage",
        "pothole",
        "fallen_wire",
        "other",
    ]


def test_danger_to_life_is_never_asked_for_its_kind() -> None:
    metadata = {"urgency": "emergency"}
    told = slots(ReportForm().opened(Turn("report", categories=RANKED, metadata=metadata)))
    assert (told["category"], "kind_doubt" in told) == ("garbage", False)


def test_after_more_words_the_likeliest_kind_is_taken_with_all_that_was_said() -> None:
    kept = {"sentence": "mess again", "kind_doubt": "which", "ranking": RANKED}
    turn = Turn("report", text="holes everywhere", categories=RANKED[2:], slots=kept)
    told = slots(ReportForm().heard(turn))
    assert (told["category"], told["sentence"]) == ("pothole", "mess again\nholes everywhere")
    asked = Turn("ask_status", confidence=0.9, text="how is my ticket", slots=kept)
    assert ReportForm().heard(asked) == []


def test_an_album_is_kept_whole_and_each_photo_once() -> None:
    turn = Turn("report", metadata={"photo": "a", "photos": ["a", "b"]}, slots={"photos": ["b"]})
    assert turn.photos == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("no, at Oak Road", "Oak Road"),
        ("不是，是Oak Road那边", "Oak Road那边"),
        ("sorry! behind Oak Road, near the bins", "behind Oak Road, near the bins"),
        ("Oak Road, the second lamp", "Oak Road, the second lamp"),
        ("the corner where the mill was", "the corner where the mill was"),
    ],
)
def test_a_place_is_called_as_the_person_calls_it_without_what_stands_before(
    text: str, kept: str
) -> None:
    turn = Turn("inform_place", text=text, metadata={"place": {**OAK, "text": "Oak Road"}})
    assert slots(PlaceForm().heard(turn))["place"]["place"]["text"] == kept
