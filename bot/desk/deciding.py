"""What only a coordinator decides: who has a ticket, and that it is no matter for the city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.choosing import assigned, likely
from bot.core.routing import Case, due
from bot.core.tickets import LAST_REFUSAL, REFUSAL, Move, Owner, State, Ticket, move
from bot.desk.frame import Act, Row, facts_for, hands, is_resident, must, pick
from bot.desk.kinds import best
from bot.desk.telling import OFFERS, refused_buttons, tell_offer, tell_resident
from bot.desk.triage import opens
from bot.desk.ways import TRIAGE_TIME, case_of, lay_before
from bot.desk.whole import must_be_over, part_ended
from bot.errors import Refused
from bot.message import Button
from bot.store import tickets

Facts = Mapping[str, Any]

MOST_HANDS = 6
"""Responders that a coordinator is shown to choose from."""

DECIDED = (*OFFERS, "triage-waits", "assign-whom", "refuse-why")
"""Keys of messages whose buttons are over once a coordinator has decided."""


async def assign(act: Act, facts: Facts) -> dict[str, Any]:
    """Lays a ticket before whom a coordinator chooses; asks who that is, when it is not told."""
    ticket = await _meant(act, facts, Move.ASSIGN, "assign")
    case, to = await case_of(act, ticket), facts.get("to")
    helpers = facts.get("volunteers") == 1 and _may_help(case)
    if not helpers and not (isinstance(to, str) and to in act.city.catalogue.responders):
        rows = _hands(act, ticket, case)
        act.answer("assign-whom", facts_for(act, ticket), *rows, ref=ticket.ref)
        return {"key": "assign-whom", "ref": ticket.ref}
    choice = assigned(act.city.catalogue, case, None if helpers else str(to), act.now)
    act.spend(ticket.ref, *DECIDED)
    await lay_before(act, ticket, choice)
    by = await hands(act, ticket)
    act.answer("assigned", {**facts_for(act, ticket), "by": by}, ref=ticket.ref)
    await tell_resident(act, ticket, "ticket-moved", why=ticket.why)
    return {"key": "assigned", "ref": ticket.ref}


def _hands(act: Act, ticket: Ticket, case: Case) -> list[Row]:
    """The likeliest responders but the one that has it, and volunteers where they may help."""
    found = [
        each
        for each in likely(act.city.catalogue, case, act.now, best(act, ticket))
        if each != ticket.owner
    ]
    rows: list[Row] = [
        (Button("tap-responder", "assign", {"ref": ticket.ref, "to": each}, {"responder": each}),)
        for each in found[:MOST_HANDS]
    ]
    if _may_help(case) and ticket.owner_kind is not Owner.VOLUNTEERS:
        helpers = {"ref": ticket.ref, "volunteers": 1}
        rows.append((Button("tap-desk-volunteers", "assign", helpers),))
    return rows


def _may_help(case: Case) -> bool:
    """Whether the category is one for volunteers, and some are there whom it suits."""
    return case.volunteers > 0 and any(each.volunteers for each in case.category.ladder)


async def refuse(act: Act, facts: Facts) -> dict[str, Any]:
    """Ends a ticket that is no matter for the city, with a reason from the city's list; asks for it
    when it is missing."""
    ticket = await _meant(act, facts, Move.REFUSE, "refuse")
    await must_be_over(act, ticket)
    reasons, reason = act.city.catalogue.refuse_reasons, facts.get("reason")
    if not isinstance(reason, str) or reason not in reasons:
        rows = [
            (Button("tap-reason", "refuse", {"ref": ticket.ref, "reason": each}, {"reason": each}),)
            for each in reasons
        ]
        act.answer("refuse-why", facts_for(act, ticket), *rows, ref=ticket.ref)
        return {"key": "refuse-why", "ref": ticket.ref}
    again = any(each.move is Move.APPEAL for each in await tickets.events(act.tx, ticket.ref))
    why = {"key": LAST_REFUSAL if again else REFUSAL, "facts": {"reason": reason}}
    nobody: dict[str, Any] = {"owner_kind": Owner.COORDINATOR, "owner": None, "deadline": None}
    step = act.step(Move.REFUSE, why, reason=reason)
    event = move(ticket, step, why=why, closed_at=act.now, **nobody)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    await part_ended(act, ticket)
    act.answer("refused", {**facts_for(act, ticket), "reason": reason}, ref=ticket.ref)
    key = "ticket-refused-again" if again else "ticket-refused"
    await tell_resident(act, ticket, key, *refused_buttons(ticket), reason=reason)
    return {"key": "refused", "ref": ticket.ref}


async def appeal(act: Act, facts: Facts) -> dict[str, Any]:
    """The resident does not agree with a refusal: a coordinator looks once more, and only once."""
    mine = await tickets.spoken_for(act.tx, act.who.id)
    refused = [each for each in mine if each.may_be_appealed]
    ticket = await pick(act, facts.get("ref"), refused, "appeal")
    if not is_resident(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    must(ticket, Move.APPEAL, "appeal")
    if not ticket.may_be_appealed:
        raise Refused("appeal-over", {"ref": ticket.ref})
    await _look_again(act, ticket)
    act.spend(ticket.ref, "ticket-refused")
    until = ticket.deadline.isoformat() if ticket.deadline else ""
    act.answer("appealed", {**facts_for(act, ticket), "answer_by": until}, ref=ticket.ref)
    await tell_offer(act, ticket)
    return {"key": "appealed", "ref": ticket.ref}


async def _look_again(act: Act, ticket: Ticket) -> None:
    """Back to the coordinators; its times count from now."""
    why = {"key": "why-appealed", "facts": {"reason": ticket.why["facts"]["reason"]}}
    case = act.category(ticket), ticket.urgency
    fresh: dict[str, Any] = {
        "since": act.now,
        "due": due(act.city.catalogue, None, case, act.now),
        "deadline": opens(act, ticket.urgency) + TRIAGE_TIME,
        "closed_at": None,
        "late": False,
    }
    event = move(ticket, act.step(Move.APPEAL, why), State.TRIAGE, why=why, **fresh)
    await tickets.save(act.tx, ticket, event)


async def _meant(act: Act, facts: Facts, wanted: Move, verb: str) -> Ticket:
    """The ticket that a coordinator means. Raises Refused."""
    waiting = await tickets.with_coordinator(act.tx)
    ticket = await pick(act, facts.get("ref"), waiting, verb)
    must(ticket, wanted, verb)
    return ticket
