"""The ways a ticket takes: to the first hands, to the next, to a coordinator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.core.routing import MAX_HOPS, Case, Choice, answer_by, choose
from bot.core.tickets import Move, Owner, State, Step, Ticket, TicketEvent, move
from bot.desk import crew
from bot.desk.frame import Act
from bot.desk.telling import tell_offer
from bot.store import tickets

TRIAGE_TIME = timedelta(hours=4)
"""How long a coordinator has before being reminded."""


async def hand_on(act: Act, ticket: Ticket, step: Step, **changes: Any) -> None:
    """Moves a ticket to the next rung above its own and lays it before whoever is there.

    With nobody left, or after too many hands, a coordinator decides.
    """
    choice = None
    if ticket.hops < MAX_HOPS:
        choice = await choice_of(act, ticket, ticket.rung)
    event = _handed(ticket, step, choice, act, changes)
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def first_hands(act: Act, ticket: Ticket) -> TicketEvent:
    """Moves a new ticket to its first hands; it is neither kept nor told yet."""
    choice = await choice_of(act, ticket, -1)
    if choice is None:
        return _handed(ticket, act.step(Move.TRIAGE), None, act, {})
    return _handed(ticket, act.step(Move.OFFER, choice.why), choice, act, {})


async def offer_again(act: Act, ticket: Ticket, step: Step) -> None:
    """Lays a ticket before the same rung again: its volunteer gave it back."""
    choice = await choice_of(act, ticket, ticket.rung - 1)
    event = _handed(ticket, step, choice, act, {})
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def back_to_colleagues(act: Act, ticket: Ticket, step: Step) -> None:
    """Lays a ticket before those who have it already, since nobody of them is at it any more."""
    rungs = act.category(ticket).ladder
    by = act.now + TRIAGE_TIME
    if ticket.owner_kind is Owner.RESPONDER:
        rung = rungs[max(0, min(ticket.rung, len(rungs) - 1))]
        by = answer_by(act.city.catalogue, ticket.owner, rung, ticket.urgency, act.now)
    to = State.OFFERED if ticket.owner_kind is Owner.RESPONDER else State.TRIAGE
    event = move(ticket, step, to, holder=None, question=None, deadline=by)
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def choice_of(act: Act, ticket: Ticket, after: int) -> Choice | None:
    """Whose turn it would be above a rung; nothing is moved."""
    return choose(act.city.catalogue, await _case(act, ticket), after, act.now)


async def _case(act: Act, ticket: Ticket) -> Case:
    category = act.category(ticket)
    helpers = await crew.helpers(act.tx, act.city, ticket, category, act.now)
    return Case(
        category=category,
        area=ticket.area,
        urgency=ticket.urgency,
        asked=ticket.asked,
        volunteers=len(helpers),
    )


def _handed(
    ticket: Ticket, step: Step, choice: Choice | None, act: Act, changes: Mapping[str, Any]
) -> TicketEvent:
    if choice is None:
        return move(
            ticket,
            step,
            State.TRIAGE,
            **changes,
            owner_kind=Owner.COORDINATOR,
            owner=None,
            holder=None,
            deadline=act.now + TRIAGE_TIME,
            why={"key": "why-coordinator", "facts": {}},
        )
    asked = [*ticket.asked, choice.responder] if choice.responder else list(ticket.asked)
    return move(
        ticket,
        step,
        State.OFFERED,
        **changes,
        owner_kind=choice.owner,
        owner=choice.responder,
        holder=None,
        rung=choice.rung,
        hops=ticket.hops + 1,
        asked=list(dict.fromkeys(asked)),
        deadline=choice.answer_by,
        why=dict(choice.why),
    )
