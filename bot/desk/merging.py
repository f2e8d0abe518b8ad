"""Two tickets of the same become one, and two again if that was wrong; who told of it hears."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.tickets import Move, Ticket, move
from bot.desk.following import known_to_all
from bot.desk.frame import Act, facts_of, find, is_resident, is_staff, line, must, staff
from bot.desk.joined import apart, main, reporters
from bot.desk.opening import tell_gone
from bot.desk.telling import tap, tell_resident, tell_staff
from bot.desk.twins import likely, remembered
from bot.desk.whole import open_parts
from bot.errors import Refused
from bot.message import Button
from bot.store import followers, tickets

Facts = Mapping[str, Any]

MOST = 4
"""Tickets that are offered to join one with."""


async def merge(act: Act, facts: Facts) -> dict[str, Any]:
    """Joins a ticket with the one that tells of the same; shows the likely ones when none is named.

    Who told of it follows the other from now on, and hears so. Raises Refused.
    """
    ticket = await _mine(act, facts.get("ref"))
    must(ticket, Move.MERGE, "merge")
    if ticket.parent:
        raise Refused("merge-never", {"ref": ticket.ref})
    if await open_parts(act, ticket):
        raise Refused("merge-parts", {"ref": ticket.ref})
    if not facts.get("to"):
        return await _which(act, ticket)
    other = await main(act, await _mine(act, facts["to"]))
    if other.ref == ticket.ref:
        raise Refused("merge-same", {"ref": ticket.ref, "number": str(facts["to"])})
    must(other, Move.NOTE, "merge")
    if not other.is_open:
        raise Refused("cannot-now", {"ref": other.ref, "state": other.state.value, "verb": "merge"})
    if not is_staff(act, other):
        raise Refused("no-such-ticket", {"ref": str(facts["to"])})
    if act.category(ticket).private != act.category(other).private:
        raise Refused("merge-never", {"ref": ticket.ref})
    await _join(act, ticket, other)
    act.answer("merged", _both(ticket, other), (tap("tap-unmerge", "unmerge", ticket.ref),))
    return {"key": "merged", "ref": ticket.ref, "into": other.ref}


async def _mine(act: Act, ref: object) -> Ticket:
    """A ticket that the asker answers for. Raises Refused, in the same words for others'."""
    ticket = await find(act, str(ref))
    if not is_staff(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    return ticket


async def _which(act: Act, ticket: Ticket) -> dict[str, Any]:
    found = await likely(act, ticket, await remembered(act, ticket))
    shown = [each for each in found if is_staff(act, each)][:MOST]
    if not shown:
        raise Refused("merge-none", {"ref": ticket.ref})
    rows = [
        (
            Button(
                "tap-merge-ref", "merge", {"ref": ticket.ref, "to": each.ref}, {"number": each.ref}
            ),
        )
        for each in shown
    ]
    told = {"ref": ticket.ref, "lines": [line(act, each, "queue-line") for each in shown]}
    act.answer("merge-which", told, *rows, ref=ticket.ref)
    return {"key": "merge-which", "ref": ticket.ref}


def _both(ticket: Ticket, other: Ticket) -> dict[str, Any]:
    return {"ref": ticket.ref, "number": other.ref, "category": ticket.category}


async def _join(act: Act, ticket: Ticket, other: Ticket) -> None:
    in_hands = ticket.model_copy()
    step = act.step(Move.MERGE, into=other.ref)
    gone: dict[str, Any] = {"deadline": None, "closed_at": act.now, "question": None}
    event = move(ticket, step, merged_into=other.ref, **gone)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    await followers.move(act.tx, ticket.ref, other.ref)
    told = {**await known_to_all(act, other), **_both(ticket, other)}
    other_thing = (tap("tap-unmerge", "unmerge", ticket.ref),)
    for person in reporters(ticket):
        if person not in (other.resident, other.filed_by):
            await followers.follow(act.tx, other.ref, person, act.now, via=ticket.ref)
        if person != act.who.id:
            act.say(person, "ticket-merged", told, other_thing, ref=ticket.ref)
    await tell_gone(act, in_hands, "owner-merged", number=other.ref)
    await _pass_words(act, ticket, other)


async def _pass_words(act: Act, ticket: Ticket, other: Ticket) -> None:
    """Whoever has the other reads what this one said, and sees a picture of it."""
    event = move(other, act.step(Move.NOTE, joined=ticket.ref), other.state)
    await tickets.save(act.tx, other, event)
    private = act.category(ticket).private
    told = {**_both(other, ticket), "text": facts_of(act, ticket, exact=not private)["text"]}
    photo = ticket.photos[0] if ticket.photos and not private else None
    for person in await staff(act, other):
        # As a message about the ticket whose words they are, so that they go with their writer.
        act.say(person, "merge-words", told, ref=ticket.ref, photo=photo)


async def unmerge(act: Act, facts: Facts) -> dict[str, Any]:
    """A ticket stands by itself again: its resident, or staff, say that it is not the same."""
    ticket = await find(act, str(facts.get("ref")))
    other = await tickets.get(act.tx, ticket.merged_into or "")
    if other is None:
        raise Refused("unmerge-not", {"ref": ticket.ref})
    whole = await main(act, other)
    if not (is_resident(act, ticket) or is_staff(act, ticket) or is_staff(act, whole)):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    must(ticket, Move.UNMERGE, "unmerge")
    await apart(act, ticket, whole)
    if not is_resident(act, ticket):
        act.answer("unmerged", {"ref": ticket.ref})
    await tell_resident(act, ticket, "ticket-unmerged", why=ticket.why)
    if whole.is_open:
        await tell_staff(act, whole, "unmerge-told", number=ticket.ref)
    return {"key": "unmerged", "ref": ticket.ref}
