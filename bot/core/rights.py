"""A person's rights: what is told of how long things are kept, handed out, and taken away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.relays import Line, Relay
from bot.core.tickets import Ticket, TicketEvent

FORGOTTEN = "forgotten"
"""Who stands where somebody stood that was forgotten: the same for everybody."""

SAME_FILE = timedelta(hours=1)
"""Within this time a second wish for one's data gets the file that is there."""

FILE_LIFE = timedelta(hours=24)
"""How long a file with somebody's data lies ready."""

UNITS: Mapping[str, int] = {"years": 365, "months": 30, "days": 1}
"""Days of what a length of time is told in, the longest first."""

GAP = "…"
"""Stands where something was taken out of a text."""

CODES = frozenset(
    (
        *("key", "ref", "refs", "number", "category", "kind", "was", "to", "reason", "verb"),
        *("responder", "owner", "owner_kind", "asked", "holder", "resident", "area", "role"),
        *("state", "urgency", "language", "photo", "photos", "ranking", "place_slug", "zone"),
        *("answer", "for_whom", "source", "filed_by", "city_question", "city_answer", "whom"),
    )
)
"""Facts that are codes of ours: nobody's words, whatever they look like."""

ABOUT_SOMEBODY = frozenset(
    (
        *("people", "join-offer", "invite-used", "remove-sure", "removed"),
        *("vet-done", "vet-not-now", "vet-done-already"),
    )
)
"""Messages to coordinators about somebody else who takes part."""

POINT = frozenset({"lat", "lon", "radius"})

_NUMBER = re.compile(r"[+(]{0,2}\d[\d ().-]{5,}\d[Xx]?")
"""A phone number, or one that says as much of a person."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = r"[^\W\d_\u3400-\u9fff]"


def span(time: timedelta) -> tuple[str, int]:
    """A length of time in the longest unit that tells it without a rest: `("months", 6)`."""
    days = max(1, time.days)
    return next((unit, days // each) for unit, each in UNITS.items() if days % each == 0)


def sign_of(person: str) -> str:
    """What a button carries so that it forgets this person and nobody who comes after."""
    return hashlib.sha256(person.encode()).hexdigest()[:12]


def is_fresh(made_at: datetime | None, now: datetime) -> bool:
    """Whether a file is young enough to be given again."""
    return made_at is not None and now - made_at < SAME_FILE


# What is handed out.


def whose(who: str | None, person: str) -> str | None:
    """Who somebody is in the eyes of the person: no name, no id of another."""
    if not who:
        return None
    return "you" if who == person else "somebody else"


def ticket_told(ticket: Ticket, person: str) -> dict[str, Any]:
    """A ticket as its resident may have it: all of it, without other people's ids."""
    told = ticket.model_dump(mode="json")
    return told | {name: whose(told[name], person) for name in ("resident", "holder", "filed_by")}


def event_told(event: TicketEvent, person: str) -> dict[str, Any]:
    """What happened to a ticket, without other people's ids."""
    told = event.model_dump(mode="json")
    return told | {"who": whose(event.who, person)}


def talk_told(talk: Relay, lines: Iterable[Line], person: str) -> dict[str, Any]:
    """A talk with a coordinator, and of its lines those that are given, without other ids."""
    told = talk.model_dump(mode="json")
    told |= {name: whose(told[name], person) for name in ("person", "coordinator")}
    said = [each.model_dump(mode="json") for each in lines if each.relay == talk.id]
    return told | {"lines": [each | {"by": whose(each["by"], person)} for each in said]}


def refs_in(value: Any) -> set[str]:
    """The tickets that facts tell of, however deep."""
    if isinstance(value, Mapping):
        own = [value.get("ref"), *_listed(value.get("refs"))]
        return {str(each) for each in own if each}.union(*map(refs_in, value.values()))
    return set().union(*map(refs_in, _listed(value)))


def tells_of_others(ref: str | None, facts: Mapping[str, Any], own: Collection[str]) -> bool:
    """Whether a message is about tickets of other people: staff get such, and it is not theirs."""
    about = refs_in(facts) | ({ref} if ref else set())
    return not about <= set(own)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


# What is taken away.


def known_names(names: Iterable[str | None]) -> frozenset[str]:
    """The names by which a person is called in a text: whole, and each part of three letters."""
    found: set[str] = set()
    for name in filter(None, (each.strip() for each in names if each)):
        if len(name) > 1:
            found.add(name)
        found.update(each for each in name.split() if len(each) > 2)
    return frozenset(found)


def unnamed(value: Any, names: Collection[str]) -> Any:
    """JSON in which nobody with one of these names is called by it, however deep."""
    if isinstance(value, Mapping):
        return {
            key: GAP if key == "name" and each in names else unnamed(each, names)
            for key, each in value.items()
        }
    return [unnamed(each, names) for each in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Scrub:
    """What is taken out of words and facts: names, places and, where it says so, long numbers."""

    names: Collection[str] = ()
    places: Collection[str] = ()
    numbers: bool = True
    points: bool = False
    """Whether points on the map are left out, too."""

    def text(self, text: str) -> str:
        """The words without it; a moment stays one."""
        if _MOMENT.fullmatch(text):
            return text
        for place in sorted(self.places, key=len, reverse=True):
            text = text.replace(place, GAP)
        for name in sorted(self.names, key=len, reverse=True):
            text = _word(name).sub(GAP, text)
        return _NUMBER.sub(GAP, text) if self.numbers else text

    def facts(self, value: Any) -> Any:
        """JSON without it, however deep; codes of ours stay as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.facts(each) for each in value]
        if isinstance(value, Mapping):
            return {
                name: each if name in CODES else self.facts(each)
                for name, each in value.items()
                if not (self.points and name in POINT)
            }
        return value


def _word(name: str) -> re.Pattern[str]:
    """Finds a name; one that is written in letters only as a whole word."""
    literal = re.escape(name)
    if _HAN.search(name):
        return re.compile(literal)
    return re.compile(rf"(?<!{_LETTER}){literal}(?!{_LETTER})", re.IGNORECASE)


def left_behind(ticket: Ticket, names: Collection[str], *, private: bool) -> dict[str, Any]:
    """What changes in a ticket when its resident is forgotten; of a private one also where it is.

    Its words stay, but for names and long numbers: whoever works on it needs them.
    """
    scrub = scrub_of(ticket, names, private=private)
    free = {
        name: value
        for name, value in ticket.model_dump().items()
        if name not in CODES and isinstance(value, str | list | dict)
    }
    changes = {name: scrub.facts(value) for name, value in free.items()}
    changes["resident"] = FORGOTTEN
    if private:
        changes |= dict.fromkeys(("place", "place_slug", *POINT))
        changes |= {"named": [], "photos": []}
    return changes


def hushed(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A message that hands on somebody's words to a person, without the words."""
    return {**facts, "text": GAP} if facts.get("text") else dict(facts)


def scrub_of(ticket: Ticket, names: Collection[str], *, private: bool) -> Scrub:
    """What is taken out wherever the words of a ticket stand."""
    places = [*ticket.named, *filter(None, [ticket.place])] if private else []
    return Scrub(names, places, points=private)
