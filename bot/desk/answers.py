"""An answer to a category's question that comes when the ticket is open already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.questions import answer_of, asked, urgency_by
from bot.core.routing import due
from bot.core.tickets import Move, Ticket, may_move, move
from bot.desk.danger import numbers
from bot.desk.frame import Act, facts_for, is_resident
from bot.desk.opening import urgency_of
from bot.desk.telling import alert, tell_staff
from bot.desk.ways import changed_until
from bot.store import tickets


async def add_answer(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Adds the answer of a button of ours, and tells who has the ticket; else it is a dead one."""
    ref = facts.get("ref")
    ticket = await tickets.get(act.tx, ref) if isinstance(ref, str) else None
    question, _, answer = str(facts.get("to") or "").partition(".")
    told = {"question": question, "answer": answer}
    if ticket is None or not _fits(act, ticket, told):
        act.answer("tap-unknown")
        return {"key": "tap-unknown"}
    before = ticket.urgency
    others = [each for each in ticket.answers or [] if each["question"] != question]
    await _keep(act, ticket, [*others, told])
    if ticket.urgency is Urgency.EMERGENCY and before is not Urgency.EMERGENCY:
        act.answer("emergency", {"numbers": numbers(act.city, act.who.language)})
        await alert(act, ticket)
    act.answer("note-added", facts_for(act, ticket), ref=ticket.ref)
    await tell_staff(act, ticket, "detail-new")
    return {"key": "note-added", "ref": ticket.ref}


def _fits(act: Act, ticket: Ticket, told: Mapping[str, str]) -> bool:
    """Whether it is the asker's ticket, still open, and its category asks that."""
    if not (is_resident(act, ticket) and ticket.is_open and may_move(ticket, Move.NOTE)):
        return False
    questions = asked(act.category(ticket), ticket.for_whom)
    return any(each.key == told["question"] and answer_of(each, told) for each in questions)


async def _keep(act: Act, ticket: Ticket, answers: list[dict[str, str]]) -> None:
    category = act.category(ticket)
    urgency = urgency_of(urgency_by(category, answers), ticket.urgency)
    changes: dict[str, Any] = {"answers": answers}
    if urgency is not ticket.urgency:
        by = due(act.city.catalogue, ticket.owner, (category, urgency), ticket.begun)
        changes |= {"urgency": urgency, "due": by, "late": ticket.late and by <= act.now}
        changes["deadline"] = changed_until(act, ticket, changes)
    event = move(ticket, act.step(Move.NOTE, answers=answers), ticket.state, **changes)
    await tickets.save(act.tx, ticket, event)
