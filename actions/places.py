"""What a message says about where it is, and when to ask for it once more."""

from __future__ import annotations

import json
import re
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from actions.turn import SURE, Turn
from bot.wiring import renumbered

MOST_TEXT = 200
SHORT = 2
"""Characters before a name that tell nothing of the place: "at", "is" in Chinese."""

_BREAK = re.compile(r"[,，.。;；:：!！?？、\n]")

NOWHERE: dict[str, Any] = {"place": None, "point": None}


def named(text: str) -> dict[str, Any]:
    """A place that is not on the map: only what the person calls it."""
    return {
        "text": text[:MOST_TEXT],
        "lat": None,
        "lon": None,
        "radius": None,
        "area": None,
        "place": None,
        "choices": [],
    }


def certain(turn: Turn) -> dict[str, Any] | None:
    """The spot of the message as `{"place", "point"}`; None when it holds none, or several.

    `place` is what was found, or the slug of a place that was chosen.
    """
    place = turn.metadata.get("place") or {}
    if turn.point:
        return {"place": place or None, "point": list(turn.point)}
    if place.get("lat") is not None and not place.get("choices"):
        return {"place": place, "point": None}
    return _chosen(turn)


def next_door(turn: Turn) -> dict[str, Any] | None:
    """The spot of the message; else that of the ticket just opened, with another number, where no
    other ticket is meant."""
    place, recent = turn.metadata.get("next_door"), turn.metadata.get("recent")
    meant = turn.slots.get("pending_ref") if turn.form else turn.ref
    here = place and meant in (None, recent)
    return certain(turn) or ({"place": place, "point": None} if here else None)


def several(turn: Turn) -> list[dict[str, Any]]:
    """The places that the message may mean, when there is more than one."""
    return list((turn.metadata.get("place") or {}).get("choices") or ())


def _chosen(turn: Turn) -> dict[str, Any] | None:
    """One of the choices that were shown, by tap or by its name."""
    wanted = turn.entities.get("place")
    for each in json.loads(turn.slots.get("choices") or "[]"):
        if wanted == each["place"] or turn.text.casefold() == str(each["text"]).casefold():
            return {"place": each["place"], "point": None}
    return None


def taken(spot: dict[str, Any]) -> list[EventType]:
    """The slots when the place is settled."""
    return [
        SlotSet("place", spot),
        SlotSet("place_words", None),
        SlotSet("place_doubt", None),
        SlotSet("choices", None),
    ]


def said_where(turn: Turn) -> str:
    """The words of the message for a place, whether or not it is on the map."""
    return str((turn.metadata.get("place") or {}).get("text") or turn.where)


def first(turn: Turn) -> list[EventType]:
    """The slots after the sentence that may hold the place by the way."""
    spot = certain(turn) or turn.slots.get("place")
    if spot:
        return taken(spot)
    words = said_where(turn)
    if several(turn):
        return doubted("which", turn, words)
    return doubted("unknown", turn, words) if words else []


def answered(turn: Turn) -> list[EventType]:
    """The slots after an answer to "where?": settled, or in doubt and asked once more.

    The second time the words are taken as they are.
    """
    spot = certain(turn)
    if spot:
        return taken(_as_said(spot, turn))
    if turn.form == "place_form" and (spot := next_door(turn)):
        return taken(spot)
    doubt = turn.slots.get("place_doubt")
    if several(turn) and doubt != "which":
        return doubted("which", turn, turn.text)
    if doubt is None:
        return doubted("unknown", turn, turn.text)
    return taken({"place": named(words_so_far(turn)), "point": None})


def put_right(turn: Turn) -> list[EventType]:
    """The slots after words that say that it is elsewhere: a place, another number of the one that
    was told, or, once that is settled, words that most likely tell where."""
    if certain(turn) or several(turn):
        return answered(turn)
    told = (turn.slots.get("place") or {}).get("place")
    place = told if isinstance(told, dict) else {}
    text = str(place.get("text") or "")
    found = renumbered(text, turn.text, str(turn.metadata.get("lang"))) if text else None
    if found:
        return taken({"place": found, "point": None})
    if not text or turn.intent != "inform_place" or turn.confidence < SURE:
        return []
    return taken({"place": {**place, "text": f"{text} / {turn.text}"[:MOST_TEXT]}, "point": None})


def skipped(turn: Turn) -> list[EventType]:
    """The slots when the person does not want to say: what was said before stays."""
    words = words_so_far(turn, with_text=False)
    return taken({"place": named(words), "point": None} if words else dict(NOWHERE))


def doubted(doubt: str, turn: Turn, words: str) -> list[EventType]:
    """The slots while it is asked once more: `unknown`, or `which` of several."""
    choices = [{"place": each["place"], "text": each["text"]} for each in several(turn)]
    return [
        SlotSet("place_words", words[:MOST_TEXT] or None),
        SlotSet("place_doubt", doubt),
        SlotSet("choices", json.dumps(choices, ensure_ascii=False) if choices else None),
    ]


def words_so_far(turn: Turn, with_text: bool = True) -> str:
    """All that was said about the place, each once."""
    said = [str(turn.slots.get("place_words") or ""), turn.text if with_text else ""]
    return " / ".join(dict.fromkeys(each for each in said if each))


def _as_said(spot: dict[str, Any], turn: Turn) -> dict[str, Any]:
    """The spot under the person's own words: they tell more than the name on the map."""
    if not turn.text or turn.point or not isinstance(spot["place"], dict):
        return spot
    words = _about_place(turn.text, str(spot["place"].get("text") or ""))
    return {**spot, "place": {**spot["place"], "text": words[:MOST_TEXT]}}


def _about_place(text: str, name: str) -> str:
    """The words without what stands before the clause that names the place: of "no, at Oak Road 12,
    behind the bins" all from "Oak Road" on."""
    start = text.find(name) if name else 0
    clause = max((each.end() for each in _BREAK.finditer(text, 0, max(start, 0))), default=0)
    short = len(text[clause:start].strip()) <= SHORT
    return text[start if short and start > 0 else clause :].strip()


def moved(ref: str | None, spot: dict[str, Any], turn: Turn) -> dict[str, Any]:
    """The facts of the verb `change_place`."""
    place = spot["place"]
    text = (place.get("text") if isinstance(place, dict) else None) or turn.words
    return {"ref": ref, "place": place, "text": text}


def spoken(turn: Turn) -> str:
    """A pin in words: the name of the place, or else its latitude and longitude."""
    place = turn.metadata.get("place") or {}
    return str(place.get("text") or "") or ", ".join(str(each) for each in turn.point or ())
