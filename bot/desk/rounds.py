"""What time brings: offers that nobody answers, leases that run out, work that is late."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.core.people import Role
from bot.core.tickets import HELD, Move, Owner, State, Ticket, move
from bot.core.watch import Look, next_look, what_passed
from bot.desk.frame import Act, facts_of, hands
from bot.desk.telling import tap, tell_resident, tell_staff
from bot.desk.ways import TRIAGE_TIME, hand_on, note_refused, offer_again, working_until
from bot.desk.whole import part_ended
from bot.desk.work import ANSWER_TIME, put_question
from bot.store import people, tickets

REMINDERS = {Look.WORD: "owner-word", Look.SOON: "owner-soon"}
"""What who works on a ticket is told before it is late."""

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
    if ticket.state in HELD - {State.WAITING_FOR_RESIDENT}:
        return _lease_ended if ticket.owner_kind is Owner.VOLUNTEERS else _working
    rules: dict[State, Callable[[Act, Ticket], Awaitable[None]]] = {
        State.OFFERED: _unanswered,
        State.WAITING_FOR_RESIDENT: _no_answer_yet,
        State.RESOLVED: _close_quietly,
        State.TRIAGE: _remind_coordinators,
    }
    return rules.get(ticket.state, _late)


async def _unanswered(act: Act, ticket: Ticket) -> None:
    why = {"key": "why-no-answer", "facts": {"responder": ticket.owner or ""}}
    await note_refused(act, ticket)
    await hand_on(act, ticket, act.step(Move.UNANSWERED, why))
    await tell_resident(act, ticket, "ticket-moved", why=ticket.why)


async def _lease_ended(act: Act, ticket: Ticket) -> None:
    holder = ticket.holder
    act.spend(ticket.ref, "claim-yours")
    await offer_again(act, ticket, act.step(Move.LEASE_ENDED))
    if holder:
        act.say(holder, "lease-ended", facts_of(act, ticket, exact=False), ref=ticket.ref)
    await tell_resident(act, ticket, "ticket-back")


async def _no_answer_yet(act: Act, ticket: Ticket) -> None:
    """Asks once more, and then no more."""
    history = await tickets.events(act.tx, ticket.ref)
    asked = (each.move for each in reversed(history) if each.move in (Move.ASK, Move.REMIND))
    last = next(asked, Move.REMIND)
    if last is Move.REMIND or not ticket.question:
        await no_answer(act, ticket)
        return
    event = move(ticket, act.step(Move.REMIND), ticket.state, deadline=act.now + ANSWER_TIME)
    await tickets.save(act.tx, ticket, event)
    await put_question(act, ticket)


async def no_answer(act: Act, ticket: Ticket) -> None:
    """The work goes on without the resident's answer."""
    event = move(ticket, act.step(Move.NO_ANSWER), deadline=working_until(act, ticket))
    await tickets.save(act.tx, ticket, event)
    await tell_staff(act, ticket, "answer-missing")


async def _close_quietly(act: Act, ticket: Ticket) -> None:
    event = move(ticket, act.step(Move.CLOSE), deadline=None, closed_at=act.now)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    await part_ended(act, ticket)
    reopen = (tap("tap-reopen", "reopen", ticket.ref),)
    await tell_resident(act, ticket, "ticket-closed-quietly", reopen)


async def _remind_coordinators(act: Act, ticket: Ticket) -> None:
    event = move(ticket, act.step(Move.LATE), ticket.state, deadline=act.now + TRIAGE_TIME)
    await tickets.save(act.tx, ticket, event)
    await tell_staff(act, ticket, "triage-waits", why=ticket.why)


async def _working(act: Act, ticket: Ticket) -> None:
    """Reminds who works on a ticket: of the first word to its resident, of the end that is near."""
    catalogue = act.city.catalogue
    why = what_passed(catalogue, ticket, act.now)
    if why is Look.LATE or ticket.late:
        await _late(act, ticket)
        return
    deadline = next_look(catalogue, ticket, ticket.state, act.now)
    step = act.step(Move.REMIND, look=why)
    await tickets.save(act.tx, ticket, move(ticket, step, ticket.state, deadline=deadline))
    if why is not None:
        await tell_staff(act, ticket, REMINDERS[why])


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
