"""The ways a ticket takes: to the first hands, to the next, to a coordinator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.choosing import can_match
from bot.core.claims import lease_until
from bot.core.record import refused, took
from bot.core.routing import (
    MAX_HOPS,
    Case,
    Choice,
    answer_by,
    choose,
    limited,
    may_be_asked,
)
from bot.core.tickets import UNDER_WAY, Move, Owner, State, Step, Ticket, TicketEvent, move
from bot.core.watch import next_look
from bot.core.worktime import between
from bot.desk import crew
from bot.desk.alarms import tell_broken
from bot.desk.frame import Act
from bot.desk.telling import tell_offer
from bot.store import records, tickets

WORD_TIME = timedelta(days=3)
"""How long a resident has to say whether it is solved before the ticket closes quietly."""

TRIAGE_TIME = timedelta(hours=4)
"""How long a coordinator has before being reminded."""

NOT_TAKEN = frozenset({Move.DECLINE, Move.UNANSWERED, Move.GIVE_BACK})
"""Moves by which somebody does not take what was laid before them, or no longer."""

Why = Mapping[str, Any]


async def hand_on(act: Act, ticket: Ticket, step: Step, **changes: Any) -> None:
    """Moves a ticket to the next rung above its own and lays it before whoever is there.

    With nobody left, or after too many hands, a coordinator decides.
    """
    turn = _decided(act, ticket, step) or await _turn(act, ticket, ticket.rung)
    event = _handed(ticket, step, turn, act, changes)
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def first_hands(act: Act, ticket: Ticket) -> TicketEvent:
    """Moves a new ticket to its first hands; it is neither kept nor told yet."""
    step = act.step(Move.OFFER)
    turn = _decided(act, ticket, step) or await _turn(act, ticket, -1)
    if isinstance(turn, Choice):
        return _handed(ticket, act.step(Move.OFFER, turn.why), turn, act, {})
    return _handed(ticket, act.step(Move.TRIAGE, turn), turn, act, {})


async def lay_before(act: Act, ticket: Ticket, choice: Choice) -> None:
    """Lays a ticket before whom a coordinator chose; the hands before that no longer count."""
    ticket.hops = 0
    event = _handed(ticket, act.step(Move.ASSIGN, choice.why), choice, act, {})
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def offer_again(act: Act, ticket: Ticket, step: Step) -> None:
    """Lays a ticket before the same rung again: its volunteer gave it back."""
    turn = await _turn(act, ticket, ticket.rung - 1)
    event = _handed(ticket, step, turn, act, {})
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


async def back_to_colleagues(act: Act, ticket: Ticket, step: Step) -> None:
    """Lays a ticket before those who have it already, since nobody of them is at it any more."""
    by = act.now + TRIAGE_TIME
    if ticket.owner_kind is Owner.RESPONDER:
        by = _answer_by(act, ticket)
    to = State.OFFERED if ticket.owner_kind is Owner.RESPONDER else State.TRIAGE
    event = move(ticket, step, to, holder=None, question=None, laid_at=act.now, deadline=by)
    await tickets.save(act.tx, ticket, event)
    await tell_offer(act, ticket)


def working_until(act: Act, ticket: Ticket) -> datetime:
    """When a ticket that is worked on from now is looked at next: at the end of a volunteer's
    lease, or as its owner is due."""
    if ticket.owner_kind is Owner.VOLUNTEERS:
        return lease_until(ticket.urgency, act.now)
    return next_look(act.city.catalogue, ticket, State.IN_PROGRESS, act.now)


def changed_until(act: Act, ticket: Ticket, changes: Mapping[str, Any]) -> datetime | None:
    """The next deadline of a ticket that stays where it is with these changes: what became more
    urgent, or is due sooner, does not wait for a deadline that was set before."""
    known = ticket.model_copy(update=dict(changes))
    if known.state is State.OFFERED and known.deadline is not None:
        return min(known.deadline, _answer_by(act, known))
    working = known.state in (State.ACCEPTED, State.IN_PROGRESS)
    if working and known.owner_kind is not Owner.VOLUNTEERS:
        return next_look(act.city.catalogue, known, known.state, act.now)
    return known.deadline


def _answer_by(act: Act, ticket: Ticket) -> datetime:
    """By when its owner is to answer; its ladder may be shorter than when they were asked."""
    rungs = act.category(ticket).ladder
    rung = rungs[max(0, min(ticket.rung, len(rungs) - 1))]
    return answer_by(act.city.catalogue, ticket.owner, rung, ticket.urgency, act.now)


async def choice_of(act: Act, ticket: Ticket, after: int) -> Choice | None:
    """Whose turn it would be above a rung; nothing is moved."""
    return choose(act.city.catalogue, await case_of(act, ticket), after, act.now)


async def _turn(act: Act, ticket: Ticket, after: int) -> Choice | Why:
    """Whose turn it is above a rung, or why a coordinator decides; a rule that cannot work is told
    to the coordinators, too."""
    case = await case_of(act, ticket)
    await tell_broken(act, case)
    choice = choose(act.city.catalogue, case, after, act.now)
    if choice is not None:
        return choice
    facts = {"category": case.category.slug}
    rule = can_match(act.city.catalogue, case, act.now)
    return {"key": "why-nobody-left" if rule else "why-no-rule", "facts": facts}


def _decided(act: Act, ticket: Ticket, step: Step) -> Why | None:
    """Why a coordinator decides, whoever else there may be; None when the ladder does."""
    if step.move in NOT_TAKEN and ticket.owner_kind is not Owner.COORDINATOR:
        if step.facts.get("reason") in act.city.catalogue.refuse_reasons:
            told = {"responder": ticket.owner, "reason": step.facts["reason"]}
            return {"key": "why-doubted", "facts": told}
        if ticket.assigned and ticket.owner_kind is Owner.VOLUNTEERS:
            return {"key": "why-back-volunteers", "facts": {}}
        if ticket.assigned:
            return {"key": "why-back", "facts": {"responder": ticket.owner}}
    if _nowhere(act, ticket, step):
        return {"key": "why-no-place", "facts": {}}
    if ticket.hops >= MAX_HOPS:
        return {"key": "why-hands", "facts": {"count": ticket.hops}}
    return None


def _nowhere(act: Act, ticket: Ticket, step: Step) -> bool:
    """Whether nobody knows where to go, not even in words that the map does not have. Danger to
    life waits for no place, and a coordinator who puts the kind right has seen that."""
    chosen = step.move is Move.CHANGE and act.who.coordinator
    if ticket.rung >= 0 or ticket.urgency is Urgency.EMERGENCY or chosen:
        return False
    known = ticket.place or ticket.area or ticket.lat is not None
    return act.category(ticket).needs_place and not known


async def case_of(act: Act, ticket: Ticket) -> Case:
    category = act.category(ticket)
    helped = await crew.anybody(act.tx, act.city, ticket, category, act.now)
    case = Case(
        category=category,
        area=ticket.area,
        urgency=ticket.urgency,
        asked=ticket.asked,
        volunteers=int(helped),
        answers=_answers(ticket),
    )
    asked = may_be_asked(act.city.catalogue, case)
    known, load = await records.of(act.tx, asked, limited(act.city.catalogue, asked))
    if ticket.owner in load and ticket.state in UNDER_WAY:
        load[str(ticket.owner)] -= 1  # it is one of them itself
    return replace(case, load=load, records=known)


async def note_taken(act: Act, ticket: Ticket) -> None:
    """Notes in the record of its responder that it takes a ticket now."""
    known = act.city.catalogue.responders.get(ticket.owner or "")
    if ticket.state is State.OFFERED and known is not None:
        laid, zone = ticket.laid_at or ticket.opened_at, act.city.catalogue.zone
        span = between(known.hours, laid, act.now, zone)
        await records.add(act.tx, known.slug, took(span, act.now))


async def note_refused(act: Act, ticket: Ticket) -> None:
    """Notes that its responder does not take a ticket, or gives it away again."""
    if ticket.owner in act.city.catalogue.responders:
        await records.add(act.tx, str(ticket.owner), refused(act.now))


def _answers(ticket: Ticket) -> dict[str, str]:
    """The answers that were chosen, by question."""
    told = [each for each in ticket.answers or () if each.get("answer")]
    return {str(each["question"]): str(each["answer"]) for each in told}


def _handed(
    ticket: Ticket, step: Step, choice: Choice | Why, act: Act, changes: Mapping[str, Any]
) -> TicketEvent:
    chosen = choice if isinstance(choice, Choice) else None
    to = (chosen.responder or Owner.VOLUNTEERS) if chosen else Owner.COORDINATOR
    step = step.model_copy(update={"facts": {**step.facts, "to": str(to)}})
    if not isinstance(choice, Choice):
        return move(
            ticket,
            step,
            State.TRIAGE,
            **changes,
            owner_kind=Owner.COORDINATOR,
            owner=None,
            holder=None,
            laid_at=act.now,
            deadline=act.now + TRIAGE_TIME,
            why=dict(choice),
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
        laid_at=act.now,
        deadline=choice.answer_by,
        why=dict(choice.why),
    )
