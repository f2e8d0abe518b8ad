"""What a resident, or staff, still put right in a ticket: where it is, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.routing import due
from bot.core.tickets import Move, Ticket, TicketEvent, move
from bot.desk.frame import Act, facts_for, hands, is_resident, is_staff, must, pick, staff
from bot.desk.kinds import likely
from bot.desk.opening import own, place_of, tell_gone
from bot.desk.telling import alert, opened_buttons, tell_offer, tell_resident, tell_staff
from bot.desk.twins import moved
from bot.desk.ways import changed_until, choice_of, hand_on
from bot.errors import Refused
from bot.message import Button
from bot.store import tickets


async def change_place(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Puts the place right; the ticket goes to other hands when the new place asks for it."""
    ticket = await own(act, facts, "change_place")
    must(ticket, Move.CHANGE, "change_place")
    place = place_of(facts.get("place"))
    if not place["place"] and place["lat"] is None:
        place = {**place_of(None), "place": str(facts.get("text") or "")[:200] or None}
    named = [*ticket.named, *filter(None, [place["place"]])]
    await _change(act, ticket, {**place, "named": named}, {"place": place["place"]})
    await moved(act, ticket, facts)
    await tell_resident(act, ticket, "place-changed", *opened_buttons(ticket.ref), why=ticket.why)
    if ticket.urgency is Urgency.EMERGENCY:
        await alert(act, ticket)  # it may have been opened before anybody knew where
    return {"key": "place-changed", "ref": ticket.ref}


async def change_kind(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Puts the category right, or asks which it is; the ticket goes to whoever has that."""
    ticket = await _to_change(act, facts)
    must(ticket, Move.CHANGE, "change_kind")
    known = act.city.catalogue.categories
    slug = facts.get("to")
    if not isinstance(slug, str) or slug not in known:
        kinds = likely(act, ticket)
        rows = [
            (
                Button(
                    "tap-kind", "change_kind", {"ref": ticket.ref, "to": each}, {"category": each}
                ),
            )
            for each in kinds
        ]
        act.answer("which-kind", facts_for(act, ticket), *rows, ref=ticket.ref)
        return {"key": "which-kind", "ref": ticket.ref}
    was = ticket.category
    await _change(act, ticket, {"category": slug}, {"category": slug, "was": was})
    if is_resident(act, ticket):
        taps = opened_buttons(ticket.ref)
        await tell_resident(act, ticket, "kind-changed", *taps, why=ticket.why)
    else:
        act.answer("kind-changed-by-staff", facts_for(act, ticket), ref=ticket.ref)
        await tell_resident(act, ticket, "kind-changed", why=ticket.why)
    return {"key": "kind-changed", "ref": ticket.ref, "category": slug}


async def _to_change(act: Act, facts: Mapping[str, Any]) -> Ticket:
    ref = facts.get("ref")
    if ref and act.who.coordinator:
        return await pick(act, ref, (), "change_kind")
    ticket = await own(act, facts, "change_kind")
    if not (is_resident(act, ticket) or is_staff(act, ticket)):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    return ticket


async def _change(
    act: Act, ticket: Ticket, changes: Mapping[str, Any], told: Mapping[str, Any]
) -> None:
    """Changes the ticket and begins its ladder anew, when it is not in the right hands still."""
    before = await hands(act, ticket)
    was_held, old = ticket.held, ticket.model_copy()
    fresh = {"rung": -1, "hops": 0, "asked": []}
    trial = ticket.model_copy(update={**changes, **fresh})
    choice = await choice_of(act, trial, -1)
    if "category" in changes:
        owner = choice.responder if choice else None
        case = act.category(trial), ticket.urgency
        by = due(act.city.catalogue, owner, case, ticket.begun)
        changes = {**changes, "due": by, "late": ticket.late and by <= act.now}
    if choice and (choice.owner, choice.responder) == (ticket.owner_kind, ticket.owner):
        asked = await staff(act, ticket)
        if choice.rung == ticket.rung:  # theirs for the reason that holds there
            changes = {**changes, "why": dict(choice.why)}
        changes = {**changes, "deadline": changed_until(act, ticket, changes)}
        event = _stay(act, ticket, changes, told)
        await tickets.save(act.tx, ticket, event)
        if await staff(act, ticket) == asked:
            await tell_staff(act, ticket, "owner-changed", by=before)
        else:  # it suits others now: who helps there, or looks after that place
            await tell_offer(act, ticket)
        return
    for name, value in (*changes.items(), *fresh.items()):
        setattr(ticket, name, value)
    await hand_on(act, ticket, act.step(Move.CHANGE, **told))
    if was_held:
        await tell_gone(act, old)


def _stay(
    act: Act, ticket: Ticket, changes: Mapping[str, Any], told: Mapping[str, Any]
) -> TicketEvent:
    return move(ticket, act.step(Move.CHANGE, **told), ticket.state, **changes)
