"""Following another person's ticket: who hears how it goes, and what they may know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core import refs
from bot.core.tickets import Owner, State, Ticket
from bot.desk.frame import Act, facts_of, hands, is_resident
from bot.errors import Refused
from bot.message import Button
from bot.store import followers, tickets

NEWS = frozenset(
    {
        "part-done",
        "ticket-accepted",
        "ticket-back",
        "ticket-claimed",
        "ticket-closed-quietly",
        "ticket-late",
        "ticket-moved",
        "ticket-progress",
        "ticket-refused",
        "ticket-refused-again",
        "ticket-reopened",
        "ticket-resolved",
        "ticket-resolved-words",
    }
)
"""What the resident hears and followers hear too, without the words."""


MOST = 5
"""Followed tickets of a list."""


async def follow(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Tells the asker from now on how a ticket goes.

    One that is private, over or unknown gets the same answer: a reference opens nothing.
    """
    given = facts.get("ref") or facts.get("text")
    if not given:
        act.answer("follow-which")
        return {"key": "follow-which"}
    ref = refs.parse(given)
    ticket = await tickets.get(act.tx, ref) if ref else None
    if ticket is not None and is_resident(act, ticket):
        act.answer("follow-own", {"ref": ticket.ref}, ref=ticket.ref)
        return {"key": "follow-own", "ref": ticket.ref}
    if ticket is None or not may_be_followed(act, ticket):
        raise Refused("follow-none", {})
    fresh = await followers.follow(act.tx, ticket.ref, act.who.id, act.now)
    key = "followed" if fresh else "followed-already"
    act.answer(key, await known_to_all(act, ticket), (_stop(ticket),))
    return {"key": key, "ref": ticket.ref}


async def unfollow(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Tells the asker no more of it; whether they followed it or not, the answer is the same."""
    ref = refs.parse(facts.get("ref"))
    if ref:
        await followers.unfollow(act.tx, ref, act.who.id)
    act.answer("unfollowed", {"ref": ref or ""})
    return {"key": "unfollowed", "ref": ref}


async def told_as_follower(act: Act, ref: object) -> str | None:
    """Tells who follows a ticket how it stands, and gives its reference; None for all others."""
    found = refs.parse(ref)
    ticket = await tickets.get(act.tx, found) if found else None
    if ticket is None or is_resident(act, ticket) or act.category(ticket).private:
        return None
    if act.who.id not in await followers.of_ticket(act.tx, ticket.ref):
        return None
    act.answer("followed-news", await known_to_all(act, ticket), (_stop(ticket),))
    return ticket.ref


async def followed(act: Act) -> list[Ticket]:
    """What the asker follows and is not over, the newest first; of private ones only what they told
    of themselves."""
    rows = sorted(await followers.of_person(act.tx, act.who.id), key=lambda each: each.since)
    found: list[Ticket] = []
    for row in reversed(rows):
        ticket = await tickets.get(act.tx, row.ref)
        if ticket is not None and ticket.is_open and (row.via or not act.category(ticket).private):
            found.append(ticket)
        if len(found) == MOST:
            break
    return found


async def tell_followers(act: Act, ticket: Ticket) -> None:
    """Tells who follows a ticket where it stands; of a private one, who told of it as well."""
    reporters = await followers.reporters(act.tx, ticket.ref)
    found = await followers.of_ticket(act.tx, ticket.ref)
    if act.category(ticket).private:
        found = sorted(reporters)
    key = "followed-news" if ticket.is_open else "followed-end"
    told = await known_to_all(act, ticket)
    for person in found:
        if person not in (act.who.id, ticket.resident, ticket.filed_by):
            row = _stop(ticket) if ticket.is_open else _other(reporters.get(person))
            act.say(person, key, told, *([(row,)] if row else []))


async def following(act: Act, ticket: Ticket) -> dict[str, Any]:
    """How many follow a ticket, as a nested key and facts; empty when nobody does."""
    count = await followers.count(act.tx, ticket.ref)
    return {"key": "following", "facts": {"count": count}} if count else {}


def may_be_followed(act: Act, ticket: Ticket) -> bool:
    """Whether anybody may follow it."""
    going_on = ticket.is_open and ticket.state is not State.RESOLVED
    return going_on and not act.category(ticket).private


async def known_to_all(act: Act, ticket: Ticket) -> dict[str, Any]:
    """What everybody may know: what it is about, the part of the city, where it stands."""
    facts = facts_of(act, ticket, exact=False)
    by = await hands(act, ticket)
    if ticket.owner_kind is Owner.VOLUNTEERS and ticket.holder:
        by = {"key": "by-neighbour", "facts": {}}
    shown = ("ref", "category", "spot", "state", "due")
    return {**{name: facts[name] for name in shown if name in facts}, "by": by}


def _other(via: str | None) -> Button | None:
    """Who told of it by a ticket of theirs may say that theirs is something else, and not over."""
    return Button("tap-unmerge", "unmerge", {"ref": via}) if via else None


def _stop(ticket: Ticket) -> Button:
    return Button("tap-unfollow", "unfollow", {"ref": ticket.ref})
