"""How a ticket is opened, and what its resident may still put right."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.city.questions import CATCH_ALL
from bot.core import refs
from bot.core.catalogue import Urgency
from bot.core.duplicates import likely_kinds
from bot.core.people import CLOSE
from bot.core.questions import clean, urgency_by
from bot.core.routing import due
from bot.core.tickets import Move, State, Ticket, TicketEvent, move
from bot.desk.danger import warn, warned
from bot.desk.following import tell_followers
from bot.desk.frame import Act, Row, facts_for, is_resident, must, pick
from bot.desk.joined import set_free
from bot.desk.kinds import MOST_KINDS, likely, may_be_about
from bot.desk.telling import alert, opened_buttons, tell_offer, tell_resident, tell_staff
from bot.desk.twins import ask_same, hint, remember
from bot.desk.ways import first_hands
from bot.desk.whole import open_parts, part_ended
from bot.errors import Refused
from bot.message import Button
from bot.store import drafts, tickets

MOST_TEXT = 4000

SECOND = 0.2
"""From this chance on a second kind may be a second thing that the words tell of."""

_CLAUSES = re.compile(r"[,，、.。;；:：!！?？\n،؛؟]")
"""Without any of these there are no two things in a text."""


async def open_ticket(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Opens a ticket from what was understood, and lays it before its first hands.

    Where others seem to have told of the same already, the person is asked first.
    """
    ticket = drawn(act, facts)
    if asked := await ask_same(act, ticket, facts):
        return asked
    if ticket.urgency is Urgency.EMERGENCY and not warned(facts):
        warn(act, ticket)
    await opened(act, ticket, facts)
    return {"key": "ticket-opened", "ref": ticket.ref, "category": ticket.category}


def drawn(act: Act, facts: Mapping[str, Any]) -> Ticket:
    """The ticket that facts describe: without reference, in nobody's hands, not kept."""
    known = act.city.catalogue.categories
    category = known.get(str(facts.get("category") or "other")) or known["other"]
    answers = clean(facts.get("answers"))
    read = urgency_of(facts.get("urgency"), category.urgency)
    urgency = urgency_of(urgency_by(category, answers), read)
    whom = facts.get("for_whom")
    ticket = Ticket(
        ref="",
        resident=act.who.id,
        category=category.slug,
        urgency=urgency,
        text=str(facts.get("text") or "")[:MOST_TEXT],
        language=act.who.language,
        photos=list(facts.get("photos") or [])[:10],
        ranking=list(facts.get("ranking") or [])[:MOST_KINDS],
        answers=answers or None,
        for_whom=str(whom) if whom in CLOSE else None,
        opened_at=act.now,
        changed_at=act.now,
        **place_of(facts.get("place")),
    )
    ticket.named = [ticket.place] if ticket.place else []
    return ticket


async def opened(act: Act, ticket: Ticket, facts: Mapping[str, Any]) -> None:
    """Gives a ticket that facts described its first hands and reference, keeps it, and tells
    everybody."""
    event = await first_hands(act, ticket)
    ticket.due = due(
        act.city.catalogue, ticket.owner, (act.category(ticket), ticket.urgency), act.now
    )
    await keep(act, ticket, event)
    await remember(act, ticket, facts)
    told = {"why": ticket.why, "answer_by": ticket.deadline.isoformat() if ticket.deadline else ""}
    rows = *opened_buttons(ticket.ref), *_besides(act, ticket)
    await tell_resident(act, ticket, "ticket-opened", *rows, **told)
    await tell_offer(act, ticket)
    await hint(act, ticket, facts)
    if ticket.urgency is Urgency.EMERGENCY:
        await alert(act, ticket)


def _besides(act: Act, ticket: Ticket) -> tuple[Row, ...]:
    """A second thing that the words seem to tell of: one tap makes it a ticket, too."""
    kinds = likely_kinds(ticket.ranking, SECOND) if _CLAUSES.search(ticket.text[:-1]) else ()
    told = (told_besides(ticket.ranking) or set(kinds)) - {ticket.category, CATCH_ALL}
    known = [each for each in likely(act, ticket) if each in told & may_be_about(act, ticket)]
    if not known:
        return ()
    facts = {"ref": ticket.ref, "to": known[0]}
    return ((Button("tap-also", "also", facts, {"category": known[0]}),),)


def told_besides(ranking: Iterable[Mapping[str, Any]]) -> set[str]:
    """The categories of which the words surely tell besides."""
    return {str(each["name"]) for each in ranking if each.get("besides")}


def place_of(place: object) -> dict[str, Any]:
    """The fields of a ticket that a place fills; all empty when there is none."""
    found = place if isinstance(place, Mapping) else {}
    text = found.get("text")
    return {
        "place": str(text)[:200] if text else None,
        "place_slug": found.get("place"),
        "lat": found.get("lat"),
        "lon": found.get("lon"),
        "radius": found.get("radius"),
        "area": found.get("area"),
    }


def urgency_of(read: object, usual: Urgency) -> Urgency:
    """The category's own urgency, raised or lowered by what the words tell."""
    try:
        told = Urgency(str(read))
    except ValueError:
        return usual
    order = list(Urgency)
    if told is Urgency.NORMAL:
        return usual
    if told is Urgency.LOW:
        return told if usual is Urgency.NORMAL else usual
    return min(told, usual, key=order.index)


async def keep(act: Act, ticket: Ticket, event: TicketEvent) -> None:
    """Keeps a new ticket under a reference drawn at random."""
    for _ in range(20):
        ticket.ref = refs.make(secrets.randbelow(refs.SPACE))
        event.ref = ticket.ref
        if await tickets.add(act.tx, ticket, [event]):
            return
    raise RuntimeError("no free reference")


async def undo(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Takes a ticket back that was not meant."""
    return await _cancel(act, facts, "undo", "ticket-undone")


async def cancel(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Cancels the resident's ticket; whoever has it hears so at once."""
    waits = None if facts.get("ref") else await drafts.waiting(act.tx, act.who.id)
    # What waits to hear whether it is the same as another is no ticket yet.
    if waits is not None and await drafts.drop(act.tx, waits.id):
        act.answer("stopped")
        return {"key": "stopped"}
    return await _cancel(act, facts, "cancel_ticket", "ticket-cancelled")


async def _cancel(act: Act, facts: Mapping[str, Any], verb: str, key: str) -> dict[str, Any]:
    ticket = await own(act, facts, verb)
    must(ticket, Move.CANCEL, verb)
    from_hands = ticket.model_copy()
    await call_off(act, ticket, verb)
    for part in await open_parts(act, ticket):
        in_hands = part.model_copy()
        await call_off(act, part, verb)
        await tell_gone(act, in_hands)
    act.answer(key, facts_for(act, ticket), ref=ticket.ref)
    await tell_followers(act, ticket)
    await tell_gone(act, from_hands)
    return {"key": key, "ref": ticket.ref}


async def call_off(act: Act, ticket: Ticket, verb: str, resident: str = "") -> None:
    """Ends a ticket without a solution; nobody is told yet. `resident` is whose it was."""
    step = act.step(Move.CANCEL, verb=verb)
    await tickets.save(act.tx, ticket, move(ticket, step, deadline=None, closed_at=act.now))
    act.spend(ticket.ref)
    await set_free(act, ticket, resident or ticket.resident)
    await part_ended(act, ticket)


async def tell_gone(act: Act, ticket: Ticket, key: str = "owner-cancelled", **facts: Any) -> None:
    """Tells who works on a ticket that it is over; others only see their offer spent."""
    if ticket.held:
        before = len(act.says)
        await tell_staff(act, ticket, key, **facts)
        for i, say in enumerate(act.says[before:], before):
            act.says[i] = replace(say, buttons=())


async def own(act: Act, facts: Mapping[str, Any], verb: str) -> Ticket:
    """The resident's own ticket that is meant. Raises Refused."""
    mine = [
        each
        for each in await tickets.spoken_for(act.tx, act.who.id)
        if each.is_open and each.state is not State.RESOLVED
    ]
    ticket = await pick(act, facts.get("ref"), mine, verb)
    if not is_resident(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    return ticket
