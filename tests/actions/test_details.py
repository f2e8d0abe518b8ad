"""What a report's category asks besides, one question after another, as slots of a turn."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from actions import details
from actions.after import OpenTicket, TakePlace
from actions.filing import FileFor, FilePlace, FileWords, ForAnother
from actions.forms import WordsForm
from actions.places import NOWHERE
from actions.reporting import ReportForm
from actions.residents import Detail, FollowTicket
from actions.turn import Turn
from actions.verb import Ask
from tests.actions.test_turns import REF, slots

HERE = {"place": {"text": "Oak", "lat": 1.0}, "point": None}
STAFF = {"roles": ["resident", "responder"]}


def at_question(category: str, key: str, **more: Any) -> dict[str, Any]:
    """The slots while a question is put."""
    return {
        **{"category": category, "place": HERE, "question": f"{category}.{key}"},
        **{"requested_slot": "details", "sentence": "it is broken"},
        **more,
    }


def goes_to(events: list[dict[str, Any]]) -> str:
    """What is done next."""
    assert events[-1]["event"] == "followup"
    return str(events[-1]["name"])


def heard(intent: str, text: str = "", sure: float = 0.9, **more: Any) -> dict[str, Any]:
    """What a message sets while the lift's question is put."""
    given = at_question("elevator", "trapped", **more.pop("slots", {}))
    turn = Turn(intent, sure, text=text, form="report_form", slots=given, **more)
    form = ReportForm()
    events = form.heard(turn)
    return slots(form.completed(turn, events) if events else [])


def opened(category: str, text: str, **more: Any) -> dict[str, Any]:
    """What a report with a place sets."""
    entities = {"category": category}
    turn = Turn("report", text=text, entities=entities, slots={"place": HERE}, **more)
    form = ReportForm()
    return slots(form.completed(turn, form.opened(turn)))


def test_a_complete_report_is_asked_what_its_category_asks() -> None:
    found = opened("elevator", "the lift does not move")
    assert found["question"] == "elevator.trapped"
    assert "details" not in found
    buttons = json.loads(found["answers"])
    assert [each["facts"]["to"] for each in buttons] == ["trapped.yes", "trapped.no"]
    assert buttons[0]["shows"] == {"city_answer": "elevator.trapped.yes"}


def test_what_the_words_say_is_not_asked() -> None:
    found = opened("elevator", "the lift stopped, nobody is trapped")
    assert found["details"] == [{"question": "trapped", "answer": "no"}]
    assert opened("street_light", "it is dark")["details"] == []


def test_danger_to_life_is_asked_nothing_not_even_where() -> None:
    pressing = {"urgency": "emergency"}
    turn = Turn("report", text="fire!", entities={"category": "elevator"}, metadata=pressing)
    form = ReportForm()
    found = slots(form.completed(turn, form.opened(turn)))
    assert (found["place"], found["details"]) == (NOWHERE, [])
    named = Turn(
        "report",
        text="fire at the mill",
        entities={"category": "elevator"},
        metadata={**pressing, "place": {"text": "the mill", "lat": None}},
    )
    found = slots(form.completed(named, form.opened(named)))
    assert found["place"]["place"]["text"] == "the mill"


@pytest.mark.parametrize(
    ("words", "read", "pressing"),
    [
        ("normal", {"name": "emergency", "likely": True}, True),
        ("emergency", {"name": "high", "likely": True}, True),
        ("emergency", {"name": "low", "likely": False}, False),
        ("emergency", {}, True),
        ("high", {"name": "high", "likely": True}, False),
    ],
)
def test_danger_is_what_was_read_and_words_of_danger_that_may_be_meant(
    words: str, read: dict[str, Any], pressing: bool
) -> None:
    turn = Turn("report", metadata={"urgency": words}, urgency=read)
    assert turn.pressing is pressing
    assert turn.level == ("emergency" if pressing else read.get("name"))


def test_how_urgent_a_report_is_waits_with_its_words_for_the_place() -> None:
    read = {"name": "high", "likely": False}
    turn = Turn("report", text="no heat", entities={"category": "elevator"}, urgency=read)
    kept = slots(ReportForm().opened(turn))
    assert kept["urgency"] == "high"
    place = {"place": {"text": "Mill"}, "point": None}
    opening = Turn("inform_place", slots={**kept, "place": place})
    assert OpenTicket().facts(opening)["read"] == "high"


def test_words_for_a_place_that_is_on_no_map_are_kept() -> None:
    lamp = {"category": "street_light"}
    turn = Turn("report", text="lamp at 14 Foo Lane is out", entities=lamp, where="14 Foo Lane")
    kept = slots(ReportForm().opened(turn))
    assert (kept["place_words"], kept["place_doubt"]) == ("14 Foo Lane", "unknown")
    left_out = Turn("skip", slots={**kept, **lamp}, form="report_form")
    assert slots(ReportForm().heard(left_out))["place"]["place"]["text"] == "14 Foo Lane"
    danger = replace(turn, urgency={"name": "emergency"})
    opened_ = slots(ReportForm().completed(danger, ReportForm().opened(danger)))
    assert opened_["place"]["place"]["text"] == "14 Foo Lane"


def test_nothing_that_is_added_makes_danger_less() -> None:
    slots_ = {"sentence": "he fell", "kind_doubt": "which", "urgency": "emergency"}
    ranked = [{"name": "elder_care", "confidence": 0.9}]
    read = {"name": "normal"}
    turn = Turn("report", text="since noon", urgency=read, categories=ranked, slots=slots_)
    assert slots(ReportForm().heard(turn))["urgency"] == "emergency"
    worse = replace(turn, slots={**slots_, "urgency": "low"}, urgency={"name": "high"})
    assert slots(ReportForm().heard(worse))["urgency"] == "high"


def test_the_place_comes_before_the_questions() -> None:
    turn = Turn("report", text="the lift is broken", entities={"category": "elevator"})
    assert "question" not in slots(ReportForm().completed(turn, ReportForm().opened(turn)))


@pytest.mark.parametrize(
    ("intent", "text", "sure", "told"),
    [
        ("nlu_fallback", "nobody inside", 0.2, {"answer": "no"}),
        ("affirm", "yes!", 0.9, {"answer": "yes"}),
        ("deny", "no, thank God", 0.9, {"answer": "no"}),
        ("report", "it smells of oil", 0.5, {"text": "it smells of oil"}),
        ("add_note", "since Monday", 0.9, {"text": "since Monday"}),
        ("ask_status", "hm, let me look", 0.4, {"text": "hm, let me look"}),
        ("elder_mode", "maybe one old man", 0.96, {"text": "maybe one old man"}),
        ("skip", "skip that", 0.9, {}),
    ],
)
def test_an_answer_in_words_is_kept(
    intent: str, text: str, sure: float, told: dict[str, str]
) -> None:
    more = {"entities": {"category": "elevator"}} if intent == "report" else {}
    found = heard(intent, text, sure, **more)
    assert found["details"] == [{"question": "trapped", **told}]


def test_a_tap_is_an_answer() -> None:
    found = heard("detail", parsed=True, entities={"to": "trapped.yes"})
    assert found["details"] == [{"question": "trapped", "answer": "yes"}]
    assert heard("detail", parsed=True, entities={"to": "trapped"}) == {}
    assert heard("affirm", parsed=True) == {}


@pytest.mark.parametrize("intent", ["ask_status", "stop", "cancel_ticket", "help"])
def test_what_surely_is_another_verb_is_no_answer(intent: str) -> None:
    assert heard(intent, "how is my ticket?") == {}


def test_a_tap_on_a_category_or_a_pin_puts_the_report_right() -> None:
    found = heard("report", parsed=True, entities={"category": "gas_leak"})
    assert (found["category"], found["question"]) == ("gas_leak", "gas_leak.where")
    pin = {"point": [1.0, 2.0], "place": {"text": "Mill"}}
    assert heard("inform_place", parsed=True, metadata=pin)["place"]["point"] == [1.0, 2.0]


def test_another_report_opens_this_one_and_begins_anew() -> None:
    sure = ({"name": "garbage", "confidence": 0.9},)
    found = heard("report", "nobody empties the bins", categories=sure)
    assert (found["details"], found["pending_verb"]) == ([], "report")
    turn = Turn("report", slots={"category": "elevator", **found})
    after = OpenTicket().done(turn, {"ref": REF})
    assert slots(after)["category"] is None
    assert goes_to(after) == "report_form"


def test_two_questions_come_one_after_the_other() -> None:
    first = opened("escort_to_clinic", "I need somebody who goes with me to the doctor")
    assert first["question"] == "escort_to_clinic.when"
    assert first["answers"] is None
    given = at_question("escort_to_clinic", "when", told=[])
    turn = Turn("nlu_fallback", text="Friday at nine", form="report_form", slots=given)
    form = ReportForm()
    second = slots(form.completed(turn, form.heard(turn)))
    assert second["question"] == "escort_to_clinic.walks"
    assert second["told"] == [{"question": "when", "text": "Friday at nine"}]


def test_danger_in_an_answer_ends_the_questions() -> None:
    first = opened("missing_person", "somebody is missing")
    assert first["question"] == "missing_person.who"
    given = at_question("missing_person", "who", sentence="somebody is missing")
    tap = Turn("detail", parsed=True, form="report_form", slots=given, entities={"to": "who.child"})
    found = slots(ReportForm().completed(tap, ReportForm().heard(tap)))
    assert found["details"] == [{"question": "who", "answer": "child"}]


def test_for_somebody_in_need_at_home_the_door_is_asked_about() -> None:
    found = opened("meal_delivery", "my mother broke her leg, who brings lunch?")
    assert found["question"] == details.AT_DOOR
    labels = [each["label"] for each in json.loads(found["answers"])]
    assert labels == ["tap-door-ring", "tap-door-knock", "tap-door-write"]


def test_an_emergency_that_has_no_place_is_asked_for_it_once_it_is_open() -> None:
    metadata = {"urgency": "emergency", "placeless": ["documents"]}
    turn = Turn("report", metadata=metadata, slots={"category": "elevator", "place": NOWHERE})
    events = OpenTicket().done(turn, {"ref": REF})
    assert slots(events)["pending_ref"] == REF
    assert goes_to(events) == "place_form"
    for category, place in (
        ("documents", NOWHERE),
        ("elevator", HERE),
        ("elevator", {"place": "mill", "point": None}),
        ("elevator", {"place": None, "point": [1, 2]}),
    ):
        known = Turn("report", metadata=metadata, slots={"category": category, "place": place})
        assert all(each["event"] == "slot" for each in OpenTicket().done(known, {"ref": REF}))


def test_what_staff_take_down_becomes_a_draft() -> None:
    asked = OpenTicket().asked(Turn("report", slots={"filing": "phone", "category": "garbage"}))
    assert asked is not None
    assert (asked.verb, asked.facts["source"]) == ("file_draft", "phone")


def test_staff_begin_with_or_without_the_report() -> None:
    sure = ({"name": "garbage", "confidence": 0.9},)
    text = "caller on line two: nobody empties the bins"
    turn = Turn("file_for", text=text, categories=sure, metadata=STAFF)
    assert FileFor().asked(turn) is None
    events = FileFor().after(turn)
    assert (slots(events)["filing"], slots(events)["category"]) == ("phone", "garbage")
    assert goes_to(events) == "report_form"
    unsure = ({"name": "garbage", "confidence": 0.3},)
    alone = Turn("file_for", text="a walk-in, please", categories=unsure, metadata=STAFF)
    assert FileFor().asked(alone) == Ask("file_for")
    assert slots(FileFor().after(alone))["filing"] == "walk_in"
    stranger = Turn("file_for", text=text, categories=sure)
    assert FileFor().asked(stranger) == Ask("file_for")
    assert "filing" not in slots(FileFor().after(stranger))


def test_a_report_that_staff_begin_with_whose_it_is_is_taken_down() -> None:
    entities = {"category": "street_light"}
    turn = Turn("report", text="caller says the lamp is out", entities=entities, metadata=STAFF)
    assert slots(ReportForm().opened(turn))["filing"] == "phone"
    for other in (
        Turn("report", text="the lamp is out", entities=entities, metadata=STAFF),
        Turn("report", text="caller says the lamp is out", entities=entities),
    ):
        assert "filing" not in slots(ReportForm().opened(other))


def test_a_draft_is_put_right_by_the_forms() -> None:
    tap = Turn("file_place", parsed=True, entities={"draft": 17})
    assert FilePlace().asked(tap) is None
    events = FilePlace().after(tap)
    assert (slots(events)["pending_verb"], slots(events)["pending_ref"]) == ("file_place", "17")
    asked = TakePlace().asked(Turn("inform_place", slots={**slots(events), "place": HERE}))
    assert asked is not None
    assert (asked.verb, asked.facts["ref"]) == ("file_place", "17")
    words = Turn("file_words", parsed=True, entities={"draft": 17})
    assert FileWords().asked(words) is None
    assert goes_to(FileWords().after(words)) == "words_form"


def test_who_writes_for_another_is_asked_what_is_wrong_there() -> None:
    turn = Turn("for_another", text="it's for my aunt")
    assert ForAnother().asked(turn) == Ask("for_another", {"text": turn.text, "going": None})
    assert slots(ForAnother().after(turn))["whom"] == "relative"


def test_following_without_a_reference_asks_for_one_and_a_report_becomes_a_report() -> None:
    assert FollowTicket().asked(Turn("follow_ticket", entities={"ref": REF})) == Ask(
        "follow_ticket", {"ref": REF}
    )
    assert FollowTicket().after(Turn("follow_ticket", entities={"ref": REF})) == []
    events = FollowTicket().after(Turn("follow_ticket", text="me too"))
    assert goes_to(events) == "words_form"
    given = {"pending_verb": "follow_ticket"}
    form = WordsForm()
    assert form.heard(Turn("report", 0.9, text="the lift is dead", slots=given)) == []
    reference = Turn("report", 0.9, text=REF, slots=given, metadata={"ref": REF})
    assert slots(form.heard(reference)) == {"words": REF}


def test_a_button_whose_question_is_over_goes_to_the_ticket_just_opened() -> None:
    tap = Turn("detail", parsed=True, entities={"to": "trapped.yes"}, metadata={"recent": REF})
    assert Detail().asked(tap) == Ask("add_answer", {"ref": REF, "to": "trapped.yes"})
