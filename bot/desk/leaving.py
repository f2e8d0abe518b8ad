"""What somebody who leaves has in hand goes on without them: tickets, and talks as coordinator."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import relays as rules
from bot.core.people import Role
from bot.core.relays import Relay
from bot.core.tickets import Move, Owner, Ticket
from bot.desk import calling
from bot.desk.endings import GONE
from bot.desk.frame import Act
from bot.desk.telling import tell_resident
from bot.desk.ways import back_to_colleagues, hand_on, offer_again
from bot.store import people, relays

WHY = {"key": "why-left", "facts": {}}

IN_HAND = ("claim-yours", "accepted-yours", "progress-told")
"""Keys of messages to who holds a ticket, with buttons that are over now."""


async def hand_back(act: Act, ticket: Ticket) -> None:
    """A ticket in their hands: to their colleagues, to the volunteers, or one rung on."""
    act.spend(ticket.ref, *IN_HAND)
    step = act.step(Move.GIVE_BACK, WHY)
    if ticket.owner_kind is Owner.VOLUNTEERS:
        await offer_again(act, ticket, step)
        await tell_resident(act, ticket, "ticket-back")
    elif ticket.owner_kind is Owner.RESPONDER and not await _colleagues(act, ticket):
        await hand_on(act, ticket, step)
        await tell_resident(act, ticket, "ticket-moved", why=ticket.why)
    else:
        await back_to_colleagues(act, ticket, step)
        await tell_resident(act, ticket, "ticket-colleague")


async def _colleagues(act: Act, ticket: Ticket) -> Sequence[str]:
    return await people.with_role(act.tx, Role.RESPONDER, ticket.owner)


async def end_talks(act: Act, person: str) -> None:
    """Their own talk is over; those that they had as coordinator go on with another."""
    for relay in await relays.live_of(act.tx, person):
        if relay.person == person:
            await _end(act, relay)
    await pass_talks_on(act, person)


async def pass_talks_on(act: Act, person: str) -> None:
    """Whom they talked with as coordinator waits for another."""
    for relay in await relays.live_of(act.tx, person):
        if relay.person != person:
            await _call_again(act, relay)


async def _end(act: Act, relay: Relay) -> None:
    before = await relays.waiting(act.tx)
    rules.end(relay, act.now)
    await relays.save(act.tx, relay)
    await relays.answer_calls(act.tx, relay, GONE, act.now)
    await relays.spend(act.tx, relay, act.now)
    if relay.coordinator:
        act.say(relay.coordinator, "talk-forgotten")
        await calling.offer_next(act, relay.coordinator)
    await calling.move_up(act, before)


async def _call_again(act: Act, relay: Relay) -> None:
    """Back into the queue; with no other coordinator the clock makes a ticket of it at once."""
    there = await calling.coordinators(act, relay.person)
    rules.wait_again(relay, act.now, anybody=bool(there))
    await relays.spend(act.tx, relay, act.now)
    await relays.save(act.tx, relay)
    if there:
        await calling.ring(act, relay, there)
        await calling.tell_place(act, relay, there)
