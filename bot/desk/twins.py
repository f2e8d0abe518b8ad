"""Others may have told of the same already: their ticket is offered before one more is opened."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.duplicates import (
    FAR,
    LONG,
    SAME,
    VAGUE,
    Sighting,
    Traits,
    grams_of,
    likely_kinds,
    likeness,
    personal,
)
from bot.core.tickets import Owner, Ticket
from bot.desk.following import known_to_all, may_be_followed
from bot.desk.frame import Act, facts_of, is_resident, staff
from bot.message import Button, Point
from bot.store import drafts, followers, tickets, twins

WAIT = timedelta(minutes=5)
"""How long a report waits to hear whether it is the same; then it is opened."""

WIDE = 800.0
"""Metres of a radius that are looked through at most: a district is no place."""


@dataclass(frozen=True, slots=True)
class Likened:
    """What a report's words say and mean, as whoever read them found."""

    traits: Traits
    vector: bytes | None

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Likened:
        """What stands in the facts of a report; nothing where they hold none."""
        traits, meant = facts.get("traits"), facts.get("meaning")
        kept = Traits.of(traits) if isinstance(traits, Mapping) else Traits()
        return cls(kept, b64decode(meant) if isinstance(meant, str) else None)


async def remember(act: Act, ticket: Ticket, facts: Mapping[str, Any]) -> None:
    """Keeps by what others will find that they tell of the same."""
    likened = Likened.of(facts)
    await twins.keep(act.tx, ticket.ref, likened.traits, likened.vector)


async def moved(act: Act, ticket: Ticket, facts: Mapping[str, Any]) -> None:
    """The ticket is elsewhere: what tells its place from others nearby is put right, too."""
    known, _ = await twins.kept(act.tx, ticket.ref)
    new = Likened.of(facts).traits
    await twins.put_right(act.tx, ticket.ref, replace(known, numbers=new.numbers))


async def remembered(act: Act, ticket: Ticket) -> Likened:
    """What was kept of a ticket."""
    return Likened(*await twins.kept(act.tx, ticket.ref))


async def likely(act: Act, ticket: Ticket, likened: Likened) -> list[Ticket]:
    """Open tickets that tell of the same, the likeliest first."""
    mine = _sighting(act, ticket, likened)
    if mine.point is None:
        return []
    reach = FAR + min(WIDE, ticket.radius or VAGUE) + VAGUE
    seen = await twins.near(act.tx, mine.point, reach)
    liked = [(likeness(mine, _still(mine, each.sighting)), each.ref) for each in seen]
    good = [each for each in liked if each[0] >= SAME and each[1] != ticket.ref]
    refs = [ref for _, ref in sorted(good, reverse=True)]
    known = [await tickets.get(act.tx, each) for each in refs[:5]]
    return [each for each in known if each is not None]


def _still(mine: Sighting, seen: Sighting) -> Sighting:
    """What is open is not over: it is as if it were seen not so long ago; unless somebody says that
    it is there once more."""
    return seen if mine.traits.again else replace(seen, at=max(seen.at, mine.at - LONG))


def _sighting(act: Act, ticket: Ticket, likened: Likened) -> Sighting:
    known = ticket.lat is not None and ticket.lon is not None
    return Sighting(
        category=ticket.category,
        at=act.now,
        language=ticket.language,
        point=Point(ticket.lat, ticket.lon) if known else None,  # type: ignore[arg-type]
        radius=ticket.radius,
        personal=personal(act.category(ticket)),
        kinds=likely_kinds(ticket.ranking),
        traits=likened.traits,
        vector=likened.vector,
        grams=grams_of(ticket.text),
    )


async def ask_same(act: Act, ticket: Ticket, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """Asks whether a report that is about to become a ticket tells of the same as an open one.

    None when there is none, or nobody may be kept waiting.
    """
    asks = act.city.ask_same and not facts.get("alone")
    if not asks or ticket.urgency is Urgency.EMERGENCY:
        return None
    found = await likely(act, ticket, Likened.of(facts))
    shown = (each for each in found if is_resident(act, each) or may_be_followed(act, each))
    twin = next(shown, None)
    if twin is None:
        return None
    waits = drafts.Waiting(twin.ref, act.now + WAIT)
    number = await drafts.keep(act.tx, act.who.id, facts, act.now, waits)
    key = "same-own" if is_resident(act, twin) else "same-others"
    told = {**await known_to_all(act, twin), "opened": twin.opened_at.isoformat()}
    told["count"] = 1 + await followers.count(act.tx, twin.ref)
    yes = Button(
        "tap-same-own" if is_resident(act, twin) else "tap-same", "same", {"draft": number}
    )
    act.answer(key, told, (yes,), (Button("tap-not-same", "not_same", {"draft": number}),))
    return {"key": key, "twin": twin.ref, "draft": number}


async def hint(act: Act, ticket: Ticket, facts: Mapping[str, Any]) -> None:
    """Tells who has a new ticket that another of theirs may be the same: nobody could be asked."""
    if facts.get("alone") or not facts or not act.city.ask_same:
        return
    found = await likely(act, ticket, Likened.of(facts))
    theirs = (each for each in found if (each.owner_kind, each.owner) == _hands(ticket))
    twin = next(theirs, None)
    if twin is None or ticket.owner_kind is Owner.VOLUNTEERS:
        return
    known = facts_of(act, twin, exact=not act.category(twin).private)
    told = {"ref": ticket.ref, "number": twin.ref, "refs": [ticket.ref, twin.ref]}
    told |= {"category": twin.category, "spot": known["spot"]}
    join = Button("tap-merge", "merge", {"ref": ticket.ref, "to": twin.ref})
    for person in await staff(act, ticket):
        act.say(person, "twin-hint", told, (join,), ref=ticket.ref)


def _hands(ticket: Ticket) -> tuple[Owner | None, str | None]:
    return ticket.owner_kind, ticket.owner
