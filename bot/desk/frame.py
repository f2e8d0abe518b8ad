"""The frame of one command: who asks, when, in which transaction, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.city import City
from bot.core import refs
from bot.core.catalogue import Category
from bot.core.people import Person, Role
from bot.core.rights import FORGOTTEN
from bot.core.tickets import Move, Owner, Step, Ticket, may_move
from bot.core.volunteers import may_take
from bot.desk import crew
from bot.desk.aloud import may_be_said_aloud
from bot.desk.details import behalf, details, without_place
from bot.errors import Refused
from bot.message import Button, Say
from bot.outbox import Spend, Turn
from bot.store import Tx, desks, people, tickets

Row = tuple[Button, ...]


@dataclass(slots=True)
class Act:
    """One command under way. What is said is laid in the outbox when it is done."""

    tx: Tx
    city: City
    who: Person
    now: datetime
    turn: Turn | None = None
    says: list[Say] = field(default_factory=list)
    spends: list[Spend] = field(default_factory=list)

    def say(
        self, to: str, key: str, facts: Mapping[str, Any] | None = None, *rows: Row, **more: Any
    ) -> None:
        """Says something to a person, in order; for them alone unless it may be said aloud."""
        told = dict(facts or {})
        more.setdefault("private", not may_be_said_aloud(self.city, key, told))
        self.says.append(Say(to, key, told, rows, **more))

    def answer(
        self, key: str, facts: Mapping[str, Any] | None = None, *rows: Row, **more: Any
    ) -> None:
        """Says something to who asked."""
        self.say(self.who.id, key, facts, *rows, **more)

    def spend(self, ref: str, *keys: str, taken: bool = False) -> None:
        """The buttons of earlier messages about a ticket are over: of these keys, or of all.

        `taken`: by who asked; a group to which it was laid is told so in their place.
        """
        by = (self.who.name or "") if taken else None
        self.spends.append(Spend(ref, frozenset(keys) or None, by))

    def step(self, move: Move, why: Mapping[str, Any] | None = None, **facts: Any) -> Step:
        """The step of a move that this command makes."""
        return Step(
            move=move,
            at=self.now,
            who=self.who.id or None,
            why=dict(why or {}),
            facts=facts,
            inbox=self.turn.inbox if self.turn else None,
        )

    def category(self, ticket: Ticket) -> Category:
        """The ticket's category; the catch-all when the city no longer has it."""
        known = self.city.catalogue.categories
        return known.get(ticket.category) or known["other"]


MOST_REF = 12
"""Characters of a reference that are told back when it is none."""

CLOCK = Person(id="", language="")
"""Who acts when nobody does: the clock."""


def facts_of(act: Act, ticket: Ticket, *, exact: bool = True) -> dict[str, Any]:
    """The facts by which a ticket is told; without the exact place where it is not due."""
    facts: dict[str, Any] = {
        "ref": ticket.ref,
        "category": ticket.category,
        "state": ticket.state.value,
        "urgency": ticket.urgency.value,
        "text": (ticket.text if exact else without_place(ticket, ticket.text))[:700],
        "place": (ticket.place or "") if exact else "",
        "opened": ticket.opened_at.isoformat(),
        "details": details(act.category(ticket), ticket, exact=exact),
        "behalf": behalf(ticket),
    }
    area = neighbourhood(act.city, ticket.area)
    if area:
        facts["area"] = area
    if ticket.due:
        facts["due"] = ticket.due.isoformat()
    if exact and ticket.lat is not None and ticket.lon is not None:
        facts["lat"], facts["lon"] = ticket.lat, ticket.lon
    facts["spot"] = _spot(ticket.place if exact else None, area)
    return facts


def neighbourhood(city: City, area: str | None) -> str | None:
    """The part of the city by its name in daily life: only offices know their grids."""
    for each in city.catalogue.within(area):
        if city.areas[each].level != "grid":
            return each
    return area


def _spot(place: str | None, area: str | None) -> dict[str, Any]:
    if place and area:
        return {"key": "spot-both", "facts": {"place": place, "area": area}}
    if place:
        return {"key": "spot-place", "facts": {"place": place}}
    if area:
        return {"key": "spot-area", "facts": {"area": area}}
    return {"key": "spot-none", "facts": {}}


def may_see_exactly(act: Act, ticket: Ticket) -> bool:
    """Whether the asker may know the exact place: it is theirs, in their hands, or not private."""
    if not act.category(ticket).private or is_resident(act, ticket) or act.who.coordinator:
        return True
    return ticket.held and is_staff(act, ticket)


def facts_for(act: Act, ticket: Ticket) -> dict[str, Any]:
    """The facts by which a ticket is told to the asker."""
    return facts_of(act, ticket, exact=may_see_exactly(act, ticket))


def line(
    act: Act, ticket: Ticket, key: str = "ticket-line", *, lasts: bool = False
) -> dict[str, Any]:
    """The ticket as one line of a list for the asker; `lasts`: in something that is passed on, such
    as a digest, where the exact place of a private ticket has no business."""
    hidden = lasts and act.category(ticket).private
    facts = facts_of(act, ticket, exact=not hidden and may_see_exactly(act, ticket))
    for long in ("text", "details"):
        del facts[long]
    return {"key": key, "facts": facts}


async def hands(act: Act, ticket: Ticket) -> dict[str, Any]:
    """Whose hands a ticket is in, as a nested key and facts."""
    if ticket.owner_kind is Owner.RESPONDER:
        return {"key": "by-responder", "facts": {"responder": ticket.owner}}
    if ticket.owner_kind is Owner.VOLUNTEERS and ticket.holder:
        holder = await people.person(act.tx, ticket.holder)
        if holder.name:
            return {"key": "by-volunteer", "facts": {"name": holder.name}}
        return {"key": "by-neighbour", "facts": {}}
    if ticket.owner_kind is Owner.VOLUNTEERS:
        return {"key": "by-volunteers", "facts": {}}
    return {"key": "by-coordinator", "facts": {}}


async def staff(act: Act, ticket: Ticket) -> list[str]:
    """Who answers for a ticket now: its holder, or all whom it is laid before.

    A responder that has a desk hears of it there, once, and not each of its staff. Of the
    volunteers, those are told alone who are not known to be in a group that is.
    """
    if ticket.held and ticket.holder:
        return [ticket.holder]
    if ticket.owner_kind is Owner.RESPONDER:
        groups = await desks.of(act.tx, Role.RESPONDER, ticket.owner or "")
        return await crew.answering(act.tx, act.city, ticket, [each.person for each in groups])
    if ticket.owner_kind is Owner.VOLUNTEERS:
        groups = await desks.of(act.tx, Role.VOLUNTEER)
        told = await desks.seen_in(act.tx, groups)
        found = await crew.helpers(act.tx, act.city, ticket, act.category(ticket), act.now)
        return [each.person for each in groups] + [each for each in found if each not in told]
    return list(await people.with_role(act.tx, Role.COORDINATOR))


def is_resident(act: Act, ticket: Ticket) -> bool:
    """Whether it is the asker's own ticket, or they took it down for somebody."""
    return act.who.id in (ticket.resident, ticket.filed_by)


def is_staff(act: Act, ticket: Ticket) -> bool:
    """Whether the asker answers for the ticket as it stands now."""
    if act.who.coordinator:
        return True
    if ticket.owner_kind is Owner.RESPONDER:
        return ticket.owner in act.who.staff_of
    return ticket.holder == act.who.id


async def find(act: Act, ref: str) -> Ticket:
    """A ticket that the asker may know of.

    Raises Refused in the same words for one that does not exist and one that is not theirs:
    a reference opens nothing by itself.
    """
    ticket = await tickets.get(act.tx, ref)
    if ticket is None or not await _may_know(act, ticket):
        if ticket is not None and await tickets.was_held_by(act.tx, ref, act.who.id):
            raise Refused("moved-on", {"ref": ref})
        raise Refused("no-such-ticket", {"ref": ref})
    return ticket


async def _may_know(act: Act, ticket: Ticket) -> bool:
    if is_resident(act, ticket) or is_staff(act, ticket):
        return True
    if act.who.staff_of & set(ticket.asked):
        return True
    if act.who.volunteer and ticket.owner_kind is Owner.VOLUNTEERS:
        return may_take(act.who.vetted, act.category(ticket))
    return await _filed_here(act, ticket)


async def _filed_here(act: Act, ticket: Ticket) -> bool:
    """Whether a colleague took it down: who comes back to the counter may meet another clerk."""
    if ticket.filed_by in (None, FORGOTTEN) or not act.who.staff_of:
        return False
    return bool(act.who.staff_of & (await people.person(act.tx, ticket.filed_by or "")).staff_of)


def _as_typed(ref: object) -> str:
    """What is no reference, as it was given: no other ticket is meant instead."""
    return str(ref)[:MOST_REF]


async def pick(act: Act, ref: object, mine: Iterable[Ticket], verb: str) -> Ticket:
    """The ticket that is meant: the one named, or the only one it can be.

    Raises Refused when the one named does not exist, when there is none, or with the
    choices when there are several.
    """
    if ref:
        return await find(act, refs.parse(ref) or _as_typed(ref))
    found = list(mine)
    if not found:
        raise Refused("nothing-there", {"verb": verb})
    if len(found) > 1:
        lines = [line(act, each) for each in found[:5]]
        choices = [each.ref for each in found[:5]]
        raise Refused("which-ticket", {"verb": verb, "lines": lines, "refs": choices})
    return found[0]


def must(ticket: Ticket, move: Move, verb: str) -> None:
    """Raises Refused when the ticket's state does not allow the move."""
    if not may_move(ticket, move):
        raise Refused("cannot-now", {"ref": ticket.ref, "state": ticket.state.value, "verb": verb})
