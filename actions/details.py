"""What a report's category asks besides: one question after another, none that is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from actions.places import NOWHERE, named, said_where
from actions.turn import EMERGENCY, SURE, Turn
from bot.wiring import questions, reply

AT_DOOR = "at_door"
INTERRUPTS = frozenset(
    {
        *("ask_status", "list_tickets", "help", "talk_to_human", "set_language", "privacy"),
        *("export_data", "forget_me", "for_another", "queue", "digest_now"),
    }
)
"""What is done first when the words surely mean it. Free answers are short and strange: "maybe
one old man" reads as many things."""

SURE_OF_KIND = 0.7
NO_KIND = "other"

LEAVES = frozenset({"stop", "cancel_ticket"})

Told = list[dict[str, Any]]


def next_question(turn: Turn, slots: Mapping[str, Any]) -> list[EventType]:
    """The slots that put the next question, or that say that nothing is left to ask."""
    category = slots.get("category")
    if not category or slots.get("details") is not None:
        return []
    if slots.get("place") is None:
        return _without_place(turn) if turn.pressing else []
    told: Told = list(slots.get("told") or ())
    asks = questions(category, str(slots.get("sentence") or ""), slots.get("whom"))
    known = {each["question"] for each in told}
    held = [
        {"question": each["key"], "answer": each["held"]}
        for each in asks
        if each["held"] and each["key"] not in known
    ]
    told += held
    known |= {each["question"] for each in held}
    left = [each for each in asks if each["key"] not in known]
    if not left or turn.pressing or _dangerous(asks, told):
        return _settled(told)
    return [SlotSet("told", told), *_put(str(category), left[0])]


def _without_place(turn: Turn) -> list[EventType]:
    """A report that cannot wait opens at once; where it is comes after."""
    words = said_where(turn)
    place = {"place": named(words), "point": None} if words else dict(NOWHERE)
    return [SlotSet("place", place), *_settled([])]


def settled(turn: Turn) -> list[EventType]:
    """The slots that say that nothing more is asked: what was told stays."""
    return _settled(list(turn.slots.get("told") or ()))


def _settled(told: Told) -> list[EventType]:
    return [
        SlotSet("told", told),
        SlotSet("details", told),
        SlotSet("question", None),
        SlotSet("answers", None),
    ]


def _put(category: str, question: Mapping[str, Any]) -> list[EventType]:
    key = question["key"]
    name = key if key == AT_DOOR else f"{category}.{key}"
    buttons = [_button(name, key, each["key"]) for each in question["answers"]]
    shown = json.dumps(buttons, ensure_ascii=False) if buttons else None
    return [SlotSet("question", name), SlotSet("answers", shown)]


def _button(name: str, question: str, answer: str) -> dict[str, Any]:
    facts = {"to": f"{question}.{answer}"}
    if question == AT_DOOR:
        return {"label": f"tap-door-{answer}", "verb": "detail", "facts": facts, "shows": {}}
    shows = {"city_answer": f"{name}.{answer}"}
    return {"label": "tap-detail", "verb": "detail", "facts": facts, "shows": shows}


def _dangerous(asks: list[dict[str, Any]], told: Told) -> bool:
    """Whether an answer tells of danger to life."""
    urgent = {
        (question["key"], answer["key"])
        for question in asks
        for answer in question["answers"]
        if answer["urgency"] == EMERGENCY
    }
    return any((each["question"], each.get("answer")) in urgent for each in told)


def answered(turn: Turn) -> list[EventType]:
    """The slots after a message while a question is put; none when it is no answer."""
    if turn.intent == "skip":
        return _with(turn, {"question": _key(turn)})
    if turn.parsed:
        return _tapped(turn)
    return [] if turn.intent in LEAVES and turn.confidence >= SURE else _said(turn)


def _said(turn: Turn) -> list[EventType]:
    """The slots after words: an answer by name, in words of one's own, or another report."""
    if _other_report(turn):
        # It opens now; then the message begins a report of its own.
        return [*settled(turn), SlotSet("pending_verb", "report")]
    chosen = _chosen(turn)
    if chosen is not None:
        return _with(turn, {"question": _key(turn), "answer": chosen})
    if turn.text and _is_answer(turn):
        return _with(turn, {"question": _key(turn), "text": turn.text})
    return []


def _tapped(turn: Turn) -> list[EventType]:
    question, _, answer = str(turn.entities.get("to") or "").partition(".")
    if turn.intent != "detail" or not answer:
        return []
    return _with(turn, {"question": question, "answer": answer})


def _chosen(turn: Turn) -> str | None:
    category, key = str(turn.slots.get("category")), _key(turn)
    yes = {"affirm": True, "deny": False}.get(turn.intent)
    return reply(category, key, turn.text, yes=yes)


def _is_answer(turn: Turn) -> bool:
    another = turn.intent in INTERRUPTS or turn.ref is not None
    return not another or turn.confidence < SURE


def _other_report(turn: Turn) -> bool:
    """Whether the words surely are a report of something else."""
    best = next(iter(turn.categories), None)
    if turn.intent != "report" or best is None or turn.confidence < SURE:
        return False
    named = best["name"] not in (NO_KIND, turn.slots.get("category"))
    return named and float(best["confidence"]) >= SURE_OF_KIND and not _chosen(turn)


def _key(turn: Turn) -> str:
    """The key of the question that is put."""
    return str(turn.slots.get("question") or "").rpartition(".")[2]


def _with(turn: Turn, answer: dict[str, Any]) -> list[EventType]:
    """The answers so far with this one; a second answer to a question takes the first's place."""
    told: Told = list(turn.slots.get("told") or ())
    others = [each for each in told if each["question"] != answer["question"]]
    return [SlotSet("told", [*others, answer])]
