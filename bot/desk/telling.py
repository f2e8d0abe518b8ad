"""Who hears what of a ticket, and with which buttons."""

from __future__ import annotations

from typing import Any

from bot.core.people import Role
from bot.core.routing import is_last
from bot.core.tickets import Owner, State, Ticket
from bot.desk.details import behalf
from bot.desk.following import NEWS, following, tell_followers
from bot.desk.frame import Act, Row, facts_of, hands, is_resident, is_staff, staff
from bot.desk.kinds import best
from bot.message import Button
from bot.store import desks, people

OFFERS = ("offer-responder", "offer-volunteer", "offer-coordinator", "alert-emergency")
"""Keys of messages that lay a ticket before somebody."""

FILED = {
    "ticket-opened": "filed",
    "ticket-resolved": "filed-resolved",
    "ticket-resolved-words": "filed-resolved",
    "ticket-closed-quietly": "filed-closed",
    "ticket-refused": "filed-refused",
    "ticket-refused-again": "filed-refused-again",
}
"""What staff hear of a ticket that they took down: the last word is not theirs."""


ANSWERED = NEWS - {"ticket-reopened"}
"""News of which who made them has an answer already."""


def tap(label: str, verb: str, ref: str, **facts: Any) -> Button:
    """A button about a ticket."""
    return Button(label, verb, {"ref": ref, **facts})


def opened_buttons(ref: str) -> tuple[Row, ...]:
    """What a resident may still change right after a ticket opened."""
    return (
        (tap("tap-change-place", "change_place", ref), tap("tap-change-kind", "change_kind", ref)),
        (tap("tap-undo", "undo", ref),),
    )


def resident_buttons(ticket: Ticket) -> tuple[Row, ...]:
    """What a resident may do with a ticket as it stands."""
    ref = ticket.ref
    if ticket.state is State.RESOLVED and not ticket.filed_by:
        return solved_buttons(ref)
    if ticket.state in (State.RESOLVED, State.CLOSED):
        return ((tap("tap-reopen", "reopen", ref),),)
    if ticket.state is State.WAITING_FOR_RESIDENT:
        return ((tap("tap-answer", "answer", ref),),)
    if ticket.state is State.REFUSED:
        return refused_buttons(ticket)
    if not ticket.is_open:
        return ()
    return ((tap("tap-add-note", "add_note", ref), tap("tap-cancel", "cancel_ticket", ref)),)


def solved_buttons(ref: str) -> tuple[Row, ...]:
    """Whether it is solved: the resident has the last word."""
    return (
        (tap("tap-solved", "rate", ref, solved=1), tap("tap-not-solved", "rate", ref, solved=0)),
    )


def refused_buttons(ticket: Ticket) -> tuple[Row, ...]:
    """Another look, once; and after that a person to complain to."""
    if ticket.may_be_appealed:
        return ((tap("tap-appeal", "appeal", ticket.ref),),)
    return ((tap("tap-person", "talk_to_human", ticket.ref),),)


def staff_buttons(act: Act, ticket: Ticket) -> tuple[Row, ...]:
    """What the staff of a responder, or a coordinator, may do with a ticket as it stands."""
    ref = ticket.ref
    handed_on = "tap-hand-on" if ticket.held else "tap-decline"
    may_hand_on = ticket.held or ticket.assigned or not is_last(act.category(ticket), ticket.rung)
    decline = (tap(handed_on, "decline", ref),) if may_hand_on else ()
    if ticket.state is State.TRIAGE:
        return triage_buttons(act, ticket)
    if ticket.state is State.OFFERED:
        return (
            (tap("tap-accept", "accept", ref), *decline),
            (tap("tap-ask", "ask_resident", ref), tap("tap-resolve", "resolve", ref)),
        )
    if not ticket.held:
        return ()
    return (
        (tap("tap-progress", "progress", ref), tap("tap-resolve", "resolve", ref)),
        (tap("tap-ask", "ask_resident", ref), *decline),
    )


def triage_buttons(act: Act, ticket: Ticket) -> tuple[Row, ...]:
    """What a coordinator decides on: the kinds that it may be, whose it is, whether it is any."""
    ref = ticket.ref
    kinds = [
        (Button("tap-kind", "change_kind", {"ref": ref, "to": each}, {"category": each}),)
        for each in best(act, ticket)
    ]
    change = tap("tap-change-kind", "change_kind", ref)
    return (*kinds, chief_buttons(ref), (tap("tap-accept", "accept", ref), change))


def chief_buttons(ref: str) -> Row:
    """What only a coordinator may do with a ticket that nobody holds."""
    return (tap("tap-assign", "assign", ref), tap("tap-refuse", "refuse", ref))


def volunteer_buttons(ticket: Ticket) -> tuple[Row, ...]:
    """What the volunteer who holds a task may do with it."""
    ref = ticket.ref
    return (
        (tap("tap-done", "done", ref), tap("tap-give-back", "give_back", ref)),
        (tap("tap-ask", "ask_resident", ref),),
    )


def buttons_for(act: Act, ticket: Ticket) -> tuple[Row, ...]:
    """What the asker may do with a ticket: as its resident, its volunteer or its staff."""
    if is_resident(act, ticket) and not (act.who.staff_of or act.who.coordinator):
        return resident_buttons(ticket)
    if ticket.owner_kind is Owner.VOLUNTEERS:
        if ticket.holder == act.who.id:
            return volunteer_buttons(ticket)
        return ((tap("tap-claim", "claim", ticket.ref),),) if ticket.state is State.OFFERED else ()
    if is_staff(act, ticket):
        return staff_buttons(act, ticket)
    return resident_buttons(ticket) if is_resident(act, ticket) else ()


async def tell_offer(act: Act, ticket: Ticket) -> None:
    """Lays a ticket before everybody who may take it now; earlier offers are over."""
    act.spend(ticket.ref, *OFFERS)
    hidden = act.category(ticket).private or await _told_in_group(act, ticket)
    facts = {**facts_of(act, ticket, exact=not hidden), "why": ticket.why}
    facts["following"] = await following(act, ticket)
    if ticket.deadline:
        facts["answer_by"] = ticket.deadline.isoformat()
    photo = ticket.photos[0] if ticket.photos and not hidden else None
    key, rows = _offer(act, ticket)
    for person in await staff(act, ticket):
        if ticket.owner_kind is Owner.VOLUNTEERS and person == act.who.id:
            continue  # who just gave it back knows
        act.say(person, key, facts, *rows, ref=ticket.ref, photo=photo)


async def _told_in_group(act: Act, ticket: Ticket) -> bool:
    """Whether it is laid before volunteers in a group: all sorts of people read along there."""
    if ticket.owner_kind is not Owner.VOLUNTEERS:
        return False
    return bool(await desks.of(act.tx, Role.VOLUNTEER))


def _offer(act: Act, ticket: Ticket) -> tuple[str, tuple[Row, ...]]:
    if ticket.owner_kind is Owner.VOLUNTEERS:
        return "offer-volunteer", ((tap("tap-claim", "claim", ticket.ref),),)
    key = "offer-coordinator" if ticket.owner_kind is Owner.COORDINATOR else "offer-responder"
    return key, staff_buttons(act, ticket)


async def alert(act: Act, ticket: Ticket) -> None:
    """Danger to life: a coordinator hears at once, whoever has the ticket."""
    if ticket.owner_kind is Owner.COORDINATOR:
        return
    facts = {**facts_of(act, ticket), "by": await hands(act, ticket)}
    for person in await people.with_role(act.tx, Role.COORDINATOR):
        act.say(person, "alert-emergency", facts, ref=ticket.ref)


async def tell_resident(act: Act, ticket: Ticket, key: str, *rows: Row, **facts: Any) -> None:
    """Tells the resident a step of their ticket, with whose step it is.

    For a caller without an account the staff hear it who took it down; followers hear the news.
    """
    told = {**facts_of(act, ticket), "by": await hands(act, ticket), **facts}
    told["behalf"] = behalf(ticket, own=True)
    if not ticket.filed_by:
        act.say(ticket.resident, key, told, *rows, ref=ticket.ref)
    elif key not in ANSWERED or ticket.filed_by != act.who.id:
        shown = () if key in FILED else rows
        act.say(ticket.filed_by, FILED.get(key, key), told, *shown, ref=ticket.ref)
    if key in NEWS:
        await tell_followers(act, ticket)


async def tell_staff(
    act: Act, ticket: Ticket, key: str, *, photo: str | None = None, **facts: Any
) -> None:
    """Tells who answers for the ticket a step that somebody else made."""
    told = {**facts_of(act, ticket, exact=ticket.held or not act.category(ticket).private), **facts}
    rows: tuple[Row, ...] = ()
    if ticket.owner_kind is Owner.VOLUNTEERS:
        rows = volunteer_buttons(ticket) if ticket.held else ()
    elif ticket.is_open:
        rows = staff_buttons(act, ticket)
    for person in await staff(act, ticket):
        if person != act.who.id:
            act.say(person, key, told, *rows, ref=ticket.ref, photo=photo)
