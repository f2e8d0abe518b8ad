"""What time brings: offers that nobody answers, leases that run out, work that is late."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.core.people import Role
from bot.core.tickets import HELD, Move, Owner, State, Ticket, move
from bot.desk.frame import Act, facts_of, hands
from bot.desk.telling import tap, tell_resident, tell_staff
from bot.desk.ways import TRIAGE_TIME, hand_on, offer_again
from bot.store import people, tickets

REMIND = timedelta(days=1)
"""How often what is late is told again."""


async def deadline_passed(act: Act, ref: str) -> bool:
    """Does what a ticket's deadline asks for; False when it no longer asks for anything."""
    ticket = await tickets.get(act.tx, ref)
    if ticket is None or ticket.deadline is None or ticket.deadline > act.now:
        return False
    if not ticket.is_open:
        return False
    await _rule(ticket)(act, ticket)
    return True


def _rule(ticket: Ticket) -> Callable[[Act, Ticket], Awaitable[None]]:
    working = ticket.state in HELD - {State.WAITING_FOR_RESIDENT}
    if working and ticket.owner_kind is Owner.VOLUNTEERS:
        return _lease_ended
    rules: dict[State, Callable[[Act, Ticket], Awaitable[None]]] = {
        State.OFFERED: _unanswered,
        State.WAITING_FOR_RESIDENT: no_answer,
        State.RESOLVED: _close_quietly,
        State.TRIAGE: _remind_coordinators,
    }
    return rules.get(ticket.state, _late)


async def _unanswered(act: Act, ticket: Ticket) -> None:
    why = {"key": "why-no-answer", "facts": {"responder": ticket.owner or ""}}
    await hand_on(act, ticket, act.step(Move.UNANSWERED, why))
    await tell_resident(act, ticket, "ticket-moved", why=ticket.why)


async def _lease_ended(act: Act, ticket: Ticket) -> None:
    holder = ticket.holder
    act.spend(ticket.ref, "claim-yours")
    await offer_again(act, ticket, act.step(Move.LEASE_ENDED))
    if holder:
        act.say(holder, "lease-ended", facts_of(act, ticket, exact=False), ref=ticket.ref)
    await tell_resident(act, ticket, "ticket-back")


async def no_answer(act: Act, ticket: Ticket) -> None:
    """The work goes on without the resident's answer."""
    deadline = max(ticket.due or act.now, act.now + REMIND)
    event = move(ticket, act.step(Move.NO_ANSWER), deadline=deadline)
    await tickets.save(act.tx, ticket, event)
    await tell_staff(act, ticket, "answer-missing")


async def _close_quietly(act: Act, ticket: Ticket) -> None:
    event = move(ticket, act.step(Move.CLOSE), deadline=None, closed_at=act.now)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    reopen = (tap("tap-reopen", "reopen", ticket.ref),)
    await tell_resident(act, ticket, "ticket-closed-quietly", reopen)


async def _remind_coordinators(act: Act, ticket: Ticket) -> None:
    event = move(ticket, act.step(Move.LATE), ticket.state, deadline=act.now + TRIAGE_TIME)
    await tickets.save(act.tx, ticket, event)
    await tell_staff(act, ticket, "triage-waits")


async def _late(act: Act, ticket: Ticket) -> None:
    first = not ticket.late
    event = move(ticket, act.step(Move.LATE), ticket.state, late=True, deadline=act.now + REMIND)
    await tickets.save(act.tx, ticket, event)
    await tell_staff(act, ticket, "owner-late")
    if not first:
        return
    await tell_resident(act, ticket, "ticket-late")
    told = {**facts_of(act, ticket), "by": await hands(act, ticket)}
    for person in await people.with_role(act.tx, Role.COORDINATOR):
        act.say(person, "late-alert", told, ref=ticket.ref)
