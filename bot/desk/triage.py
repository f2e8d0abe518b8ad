"""A ticket that a coordinator answers, made of what somebody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.tickets import Move, Owner, Ticket, may_move, move
from bot.desk.frame import Act
from bot.desk.opening import MOST_TEXT, keep, urgency_of
from bot.desk.telling import tell_offer, tell_resident, tell_staff
from bot.desk.ways import TRIAGE_TIME
from bot.store import tickets

ASKED = "why-asked-for-person"

WHYS = {"unclear": "why-unclear", "unread": "why-unread"}
"""Why words become a ticket for a person whom nobody asked for: not understood, or not read."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What somebody wants of a person: whose it is, and in which words."""

    whose: str
    language: str
    text: str
    photos: tuple[str, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    why: str = ASKED


def opens(act: Act, urgency: Urgency = Urgency.NORMAL) -> datetime:
    """When a coordinator can look at it: now, or when the next hours of duty begin."""
    if urgency is Urgency.EMERGENCY:
        return act.now
    return act.city.duty.next_open(act.now, act.city.catalogue.zone)


async def lay_before_coordinators(act: Act, matter: Matter) -> Ticket:
    """Keeps a ticket for a coordinator to decide on; nobody is told yet."""
    ticket = Ticket(
        ref="",
        resident=matter.whose,
        category="other",
        urgency=matter.urgency,
        text=matter.text[:MOST_TEXT],
        language=matter.language,
        photos=list(matter.photos)[:10],
        opened_at=act.now,
        changed_at=act.now,
    )
    why = {"key": matter.why, "facts": {}}
    until = opens(act, matter.urgency) + TRIAGE_TIME
    step = act.step(Move.TRIAGE, why)
    event = move(ticket, step, owner_kind=Owner.COORDINATOR, deadline=until, due=until, why=why)
    await keep(act, ticket, event)
    return ticket


async def keep_for_person(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Keeps words as a ticket that a coordinator answers, and says when."""
    text = str(facts.get("text") or "").strip()
    urgency = urgency_of(facts.get("urgency"), Urgency.NORMAL)
    before = await _waiting(act)
    if before is not None and urgency is not Urgency.EMERGENCY:
        await add_words(act, before, text)
        act.answer("person-called-already", {"ref": before.ref}, ref=before.ref)
        return {"key": "person-called-already", "ref": before.ref}
    photos = tuple(facts.get("photos") or ())
    why = WHYS.get(str(facts.get("why")), ASKED)
    matter = Matter(act.who.id, act.who.language, text, photos, urgency, why)
    ticket = await lay_before_coordinators(act, matter)
    at = opens(act, urgency)
    key = "person-called-off-duty" if at > act.now else "person-called"
    await tell_resident(act, ticket, key, at=at.isoformat())
    await tell_offer(act, ticket)
    return {"key": key, "ref": ticket.ref}


async def _waiting(act: Act) -> Ticket | None:
    """A ticket of the asker that lies with a coordinator already."""
    mine = await tickets.of_resident(act.tx, act.who.id)
    return next(
        (each for each in mine if each.owner_kind is Owner.COORDINATOR and each.is_open), None
    )


async def add_words(act: Act, ticket: Ticket, text: str, photo: str | None = None) -> None:
    """Adds what was written besides to a ticket, when that is new and still of use."""
    news = bool(photo) or bool(text and text not in ticket.text)
    if not news or not may_move(ticket, Move.NOTE):
        return
    whole = f"{ticket.text}\n{text}".strip()[:MOST_TEXT]
    photos = [*ticket.photos, photo][:10] if photo else list(ticket.photos)
    step = act.step(Move.NOTE, text=text, photo=photo)
    event = move(ticket, step, ticket.state, text=whole, photos=photos)
    await tickets.save(act.tx, ticket, event)
    if ticket.is_open:
        key = "note-new" if text else "note-photo"
        await tell_staff(act, ticket, key, photo=photo, note=text)
