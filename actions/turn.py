"""One turn as the actions see it: what was heard, where it was heard, what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.interfaces import Tracker

FALLBACK = "nlu_fallback"
EMERGENCY = "emergency"

LEAVING = frozenset({"stop", "cancel_ticket"})
"""What words may be read as that leave a question."""

SURE = 0.6
"""From here on words in the middle of a question mean what they are read as: another verb is done
first, and the question comes again."""

LIKELY = 0.4
"""From here on words that are not understood leave it."""


@dataclass(frozen=True)
class Turn:
    """The person's last message with its reading, the slots, and what came before it."""

    intent: str
    confidence: float = 1.0
    parsed: bool = False
    """Whether it came already parsed: a tap, a pin or a photo, not words."""
    text: str = ""
    entities: Mapping[str, Any] = field(default_factory=dict)
    where: str = ""
    """Words of the message that say where, also of a place that the city's lists do not know."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    readings: Sequence[Mapping[str, Any]] = ()
    """Intents with their confidence, best first."""
    categories: Sequence[Mapping[str, Any]] = ()
    """Categories with their confidence, best first, supposing that it is a report."""
    topics: Sequence[Mapping[str, Any]] = ()
    """What may be asked with its confidence, best first, supposing that it is a question."""
    urgency: Mapping[str, Any] = field(default_factory=dict)
    """How urgent the words were read as: `{name, confidence, likely}`; empty for taps."""
    slots: Mapping[str, Any] = field(default_factory=dict)
    form: str | None = None
    opened: bool = False
    """Whether the form was opened by this message."""
    interrupted: bool = False
    """Whether another action has answered this message already, and the form goes on."""
    pause: float = 0.0
    """Seconds since the message before."""

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """The turn that a tracker is in.

        Read from the events: a tracker's own latest message leaves out what a form consumed.
        """
        start = max((i for i, each in enumerate(tracker.events) if _is(each, "user")), default=0)
        heard = tracker.events[start] if tracker.events else {}
        since = tracker.events[start + 1 :]
        parse = heard.get("parse_data") or {}
        intent = parse.get("intent") or {}
        return cls(
            intent=str(intent.get("name") or FALLBACK),
            confidence=float(intent.get("confidence") or 0.0),
            parsed=bool(parse.get("parsed")),
            text="" if parse.get("parsed") else str(heard.get("text") or "").strip(),
            entities={each["entity"]: each.get("value") for each in parse.get("entities") or ()},
            where=max(_values(parse, "where"), key=len, default=""),
            metadata=heard.get("metadata") or {},
            readings=parse.get("intent_ranking") or (),
            categories=_with_besides(parse),
            topics=parse.get("topic_ranking") or (),
            urgency=parse.get("urgency") or {},
            slots=tracker.slots,
            form=(tracker.active_loop or {}).get("name"),
            opened=any(_is(each, "active_loop") and each.get("name") for each in since),
            interrupted=any(_is(each, "action") and _answers(each) for each in since),
            pause=_pause(tracker.events[: start + 1]),
        )

    @property
    def ref(self) -> str | None:
        """The ticket that the tap, the words or the reply name."""
        return self.entities.get("ref") or self.metadata.get("ref")

    @property
    def waiting(self) -> str | None:
        """The ticket about which this resident was asked something."""
        return self.metadata.get("waiting")

    @property
    def corrects(self) -> bool:
        """Whether its words begin as who puts right what was said or understood."""
        return bool(self.text and self.metadata.get("corrects"))

    @property
    def photo(self) -> str | None:
        """The photo that came with the message."""
        return self.metadata.get("photo")

    @property
    def point(self) -> Sequence[float] | None:
        """The pin that the message is: latitude and longitude."""
        return self.metadata.get("point")

    @property
    def photos(self) -> list[str]:
        """The photos kept so far, with this message's."""
        new = self.metadata.get("photos") or [self.photo]
        kept = [*(self.slots.get("photos") or ()), *filter(None, new)]
        return list(dict.fromkeys(kept))

    @property
    def pressing(self) -> bool:
        """Whether it tells of danger to life, so that nothing more is asked before the ticket: as
        it was read, or by words of danger, unless the reading is sure that there is none."""
        words = self.metadata.get("urgency") == EMERGENCY
        return self.urgency.get("name") == EMERGENCY or (words and self.urgency.get("likely", True))

    @property
    def gives_up(self) -> bool:
        """Whether words in the middle of a question, not understood, most likely leave it."""
        best = next(iter(self.readings), None)
        if self.form is None or self.intent != FALLBACK or best is None:
            return False
        leaves = best["name"] in LEAVING and float(best["confidence"]) >= LIKELY
        return leaves and not self.metadata.get("place")

    @property
    def level(self) -> str | None:
        """How urgent it is; None when nothing was read."""
        return EMERGENCY if self.pressing else self.urgency.get("name")

    @property
    def sentence(self) -> str:
        """The report's words; outside of a form those that were not understood."""
        return str(self.slots.get("sentence") or "")

    @property
    def words(self) -> str:
        """The words of the message; for a tap on one of our readings the kept ones."""
        if self.parsed:
            return self.sentence if self.form is None else ""
        return self.text


def _with_besides(parse: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The categories; those that the words tell of besides are marked."""
    ranked = list(parse.get("category_ranking") or ())
    besides = {str(each["name"]): each for each in parse.get("besides") or ()}
    kept = [each for each in ranked if each["name"] not in besides]
    marked = [{**each, "besides": True} for each in besides.values()]
    return (
        [*kept[:1], *marked, *kept[1:]][: max(len(ranked), len(marked) + 1)] if marked else ranked
    )


def _values(parse: Mapping[str, Any], entity: str) -> list[str]:
    return [str(each["value"]) for each in parse.get("entities") or () if each["entity"] == entity]


def _is(event: Mapping[str, Any], kind: str) -> bool:
    return event.get("event") == kind


def _answers(action: Mapping[str, Any]) -> bool:
    name = str(action.get("name"))
    return name.startswith("action_") and name != "action_listen"


def _pause(events: Sequence[Mapping[str, Any]]) -> float:
    times = [float(each.get("timestamp") or 0.0) for each in events if _is(each, "user")]
    return times[-1] - times[-2] if len(times) > 1 else 0.0
