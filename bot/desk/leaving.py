"""What somebody who leaves has in hand goes on without them: tickets, and talks as coordinator."""

from __future__ import annotations

from bot.core import relays as rules
from bot.core.people import Role
from bot.core.relays import Relay, Stage
from bot.core.tickets import Move, Owner, State, Ticket, move
from bot.desk import calling
from bot.desk.endings import GONE
from bot.desk.frame import Act
from bot.desk.telling import tell_offer, tell_resident
from bot.desk.ways import TRIAGE_TIME, offer_again
from bot.store import people, relays, tickets

IN_HAND = ("claim-yours", "accepted-yours", "progress-told")
"""Keys of messages to who holds a ticket, with buttons that are over now."""


async def hand_back(act: Act, ticket: Ticket) -> None:
    """A ticket in their hands: to their colleagues, to the volunteers, or one rung on."""
    act.spend(ticket.ref, *IN_HAND)
    step = act.step(Move.GIVE_BACK)
    if ticket.owner_kind is Owner.COORDINATOR:
        deadline = act.now + TRIAGE_TIME
        event = move(ticket, step, State.TRIAGE, holder=None, deadline=deadline)
        await tickets.save(act.tx, ticket, event)
        await tell_offer(act, ticket)
        return
    was = ticket.owner
    if was and await people.with_role(act.tx, Role.RESPONDER, was):
        ticket.asked = [each for each in ticket.asked if each != was]
    await offer_again(act, ticket, step)
    if ticket.owner_kind is Owner.VOLUNTEERS:
        await tell_resident(act, ticket, "ticket-back")
    elif ticket.owner != was:
        await tell_resident(act, ticket, "ticket-moved", why=ticket.why)


async def end_talks(act: Act, person: str) -> None:
    """Their own talk is over; whom they talked with as coordinator waits for another."""
    for relay in await relays.live_of(act.tx, person):
        if relay.person == person:
            await _end(act, relay)
        else:
            await _call_again(act, relay)


async def _end(act: Act, relay: Relay) -> None:
    before = await relays.waiting(act.tx)
    rules.end(relay, act.now)
    await relays.save(act.tx, relay)
    await relays.answer_calls(act.tx, relay, GONE, act.now)
    await relays.spend(act.tx, relay, act.now)
    if relay.coordinator:
        act.say(relay.coordinator, "relay-forgotten")
        await calling.offer_next(act, relay.coordinator)
    await calling.move_up(act, before)


async def _call_again(act: Act, relay: Relay) -> None:
    """Back into the queue; with no other coordinator the clock makes a ticket of it at once."""
    there = await calling.coordinators(act, relay.person)
    relay.state, relay.coordinator, relay.taken_at = Stage.WAITING, None, None
    relay.due = act.now + rules.PATIENCE if there else act.now
    await relays.spend(act.tx, relay, act.now)
    await relays.save(act.tx, relay)
    if there:
        await calling.ring(act, relay, there)
        await calling.tell_place(act, relay, there)
