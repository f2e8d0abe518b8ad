"""What words mean that say little by themselves: by what was asked, or by what they reply to."""

from __future__ import annotations

from actions.places import moved, next_door, spoken
from actions.turn import FALLBACK, Turn
from actions.verb import Ask
from bot.wiring import agreed

PUT_RIGHT_BY = frozenset({"change_place", "change_kind", "deny"})
"""What words may be read as that say of a ticket's place that it is another."""


def in_context(turn: Turn) -> Ask | None:
    """What an unclear message is when something was asked, or when it replies to a message."""
    text = turn.text or spoken(turn)
    if not text and not turn.photo:
        return None
    ref = turn.metadata.get("ref")
    if not turn.metadata.get("reply") and (told := same_or_not(turn)):
        return told
    if told := answering(turn):
        return told
    said = agreed(turn.text) if turn.intent == FALLBACK and ref is None else None
    if said is not None and (told := rated(turn, int(said))):
        return told
    if ref and turn.metadata.get("reply"):
        return Ask("add_note", {"ref": ref, "text": text, "photo": turn.photo})
    return _put_right(turn)


def answering(turn: Turn) -> Ask | None:
    """What a message is that names no other ticket, while staff wait for a resident's answer."""
    text = turn.text or spoken(turn)
    if not turn.waiting or turn.ref not in (None, turn.waiting):
        return None
    return Ask("answer", {"ref": turn.waiting, "text": text, "photo": turn.photo})


def same_or_not(turn: Turn) -> Ask | None:
    """A plain yes or no, while a report waits to hear whether it is the same as another."""
    said = {"affirm": True, "deny": False}.get(turn.intent)
    if said is None and turn.intent in (FALLBACK, "thanks"):
        said = agreed(turn.text)
    return None if said is None else twin(turn, "same" if said else "not_same")


def _put_right(turn: Turn) -> Ask | None:
    """Words with a place that seem to put something right, just after a ticket was opened."""
    spot = next_door(turn)
    if spot is None or not turn.metadata.get("recent") or not turn.readings:
        return None
    waits = turn.intent == "deny" and turn.metadata.get("twin")
    if (
        waits
        or turn.intent not in (FALLBACK, "deny")
        or turn.readings[0]["name"] not in PUT_RIGHT_BY
    ):
        return None
    return Ask("change_place", moved(turn.metadata["recent"], spot, turn))


def rated(turn: Turn, solved: int) -> Ask | None:
    """A bare yes or no while a ticket asks its resident whether it is solved."""
    rating = turn.metadata.get("rating")
    return Ask("rate", {"ref": rating, "solved": solved}) if rating else None


def twin(turn: Turn, verb: str) -> Ask | None:
    """A bare yes or no while a report waits to hear whether it is the same as another."""
    number = turn.metadata.get("twin")
    return Ask(verb, {"draft": number}) if number else None
