"""Tickets that were joined with one that tells of the same, and how they come apart again."""

from __future__ import annotations

from bot.core.rights import FORGOTTEN
from bot.core.routing import due
from bot.core.tickets import Move, Ticket
from bot.desk.frame import Act
from bot.desk.telling import tell_resident
from bot.desk.ways import choice_of, hand_on
from bot.store import followers, tickets

DEEP = 20
"""Tickets that may have been joined in a row."""


async def main(act: Act, ticket: Ticket) -> Ticket:
    """The ticket with which one is joined at last."""
    for _ in range(DEEP):
        if ticket.merged_into is None:
            break
        ticket = await tickets.get(act.tx, ticket.merged_into) or ticket
    return ticket


def reporters(ticket: Ticket) -> set[str]:
    """Who told of it: its resident, or who took it down."""
    return {ticket.filed_by or ticket.resident} - {FORGOTTEN}


async def set_free(act: Act, ticket: Ticket, but: str) -> None:
    """What others told of, and was joined with a ticket that is called off, stands by itself again,
    and they hear so; what `but` told of is over with it."""
    for ref in await tickets.merged_into(act.tx, [ticket.ref]):
        each = await tickets.get(act.tx, ref)
        if each is not None and each.resident not in (but, FORGOTTEN):
            await apart(act, each, ticket)
            await tell_resident(act, each, "ticket-unmerged", why=each.why)


async def apart(act: Act, ticket: Ticket, main: Ticket) -> None:
    """Its ladder begins anew, and whoever came with it goes with it."""
    await followers.move_back(act.tx, main.ref, ticket.ref, await _joined(act, ticket))
    for person in reporters(ticket):
        await followers.unfollow(act.tx, ticket.ref, person)
    for name, value in {"rung": -1, "hops": 0, "asked": [], "holder": None}.items():
        setattr(ticket, name, value)
    choice = await choice_of(act, ticket, -1)
    owner = choice.responder if choice else None
    by = due(act.city.catalogue, owner, (act.category(ticket), ticket.urgency), act.now)
    fresh = {"merged_into": None, "closed_at": None, "since": act.now, "due": by, "late": False}
    fresh |= {"resolved_at": None, "solved": None}
    await hand_on(act, ticket, act.step(Move.UNMERGE), **fresh)


async def _joined(act: Act, ticket: Ticket) -> list[str]:
    """The tickets that were joined with this one, those that were joined with them, and so on."""
    found: list[str] = []
    new = [ticket.ref]
    while new and len(found) < DEEP:
        found += new
        new = await tickets.merged_into(act.tx, new)
    return found
