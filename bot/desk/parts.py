"""More than one thing in a ticket: parts for other hands, or a second ticket of the same words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.routing import due
from bot.core.tickets import Move, Ticket, move
from bot.desk.frame import Act, must
from bot.desk.kinds import MOST_KINDS, likely, may_be_about
from bot.desk.opening import keep, opened, own
from bot.desk.telling import tell_offer, tell_resident
from bot.desk.ways import first_hands
from bot.desk.work import mine
from bot.errors import Refused
from bot.message import Button
from bot.store import tickets

Facts = Mapping[str, Any]

MOST = 10
"""Parts of one ticket."""

COPIED = (
    *("resident", "text", "language", "place", "place_slug", "lat", "lon", "radius", "area"),
    *("named", "photos", "ranking", "for_whom", "source", "filed_by", "urgency"),
)
"""What a part has of the whole."""


async def split(act: Act, facts: Facts) -> dict[str, Any]:
    """Gives a part of a ticket to whoever has its kind; shows kinds when none is named.

    Raises Refused for a part of another, and for one that has MOST already.
    """
    ticket = await mine(act, facts, "split")
    if ticket.parent is not None:
        raise Refused("split-part", {"ref": ticket.ref})
    must(ticket, Move.CHANGE, "split")
    known = await tickets.parts(act.tx, ticket.ref)
    if len(known) >= MOST:
        raise Refused("split-most", {"ref": ticket.ref})
    kind = str(facts.get("to"))
    if kind not in _kinds(act, ticket, known):
        return _which(act, ticket, "split-which", known)
    part = await _part(act, ticket, kind)
    told = {"ref": ticket.ref, "number": part.ref, "category": part.category}
    return _which(act, ticket, "split-done", [*known, part], told)


def _which(
    act: Act, ticket: Ticket, key: str, known: list[Ticket], told: Facts | None = None
) -> dict[str, Any]:
    rows = [
        (Button("tap-kind", "split", {"ref": ticket.ref, "to": each}, {"category": each}),)
        for each in likely(act, ticket)
        if each in _kinds(act, ticket, known)
    ][:MOST_KINDS]
    act.answer(key, told or {"ref": ticket.ref}, *rows, ref=ticket.ref)
    return {"key": key, "ref": ticket.ref, "parts": [each.ref for each in known]}


def _kinds(act: Act, ticket: Ticket, known: list[Ticket]) -> set[str]:
    """What a further part may be about: nothing that an open part is."""
    return may_be_about(act, ticket) - {each.category for each in known if each.is_open}


async def _part(act: Act, ticket: Ticket, kind: str) -> Ticket:
    """Opens a part: the words and the place of the whole, and hands of its own."""
    part = _like(act, ticket, kind)
    part.parent = ticket.ref
    # So that whoever ends the whole meanwhile is told that it has changed.
    await tickets.save(act.tx, ticket, move(ticket, act.step(Move.NOTE, split=kind), ticket.state))
    event = await first_hands(act, part)
    part.due = due(act.city.catalogue, part.owner, (act.category(part), part.urgency), act.now)
    await keep(act, part, event)
    await tell_resident(act, part, "part-opened", number=ticket.ref, why=part.why)
    await tell_offer(act, part)
    return part


def _like(act: Act, ticket: Ticket, kind: str) -> Ticket:
    copied = {name: getattr(ticket, name) for name in COPIED}
    return Ticket(ref="", category=kind, opened_at=act.now, changed_at=act.now, **copied)


async def also(act: Act, facts: Facts) -> dict[str, Any]:
    """The resident's words tell of a second thing: it becomes a ticket of its own."""
    ticket = await own(act, facts, "also")
    kind = str(facts.get("to"))
    must(ticket, Move.CHANGE, "also")
    mine = await tickets.of_resident(act.tx, ticket.resident)
    again = any(each.category == kind and each.text == ticket.text for each in mine)
    if kind not in may_be_about(act, ticket) or again:
        act.answer("tap-unknown")
        return {"key": "tap-unknown"}
    second = _like(act, ticket, kind)
    await opened(act, second, {})
    return {"key": "ticket-opened", "ref": second.ref, "category": kind}
