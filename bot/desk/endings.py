"""How a relay ends: by a word of either side, by the clock, or as a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core import relays as rules
from bot.core.relays import Due, Line, Relay, Stage
from bot.core.tickets import Ticket
from bot.desk import calling
from bot.desk.following import following
from bot.desk.frame import Act, facts_of
from bot.desk.telling import opened_buttons, staff_buttons, tell_offer, tell_resident
from bot.desk.triage import Matter, add_words, lay_before_coordinators
from bot.errors import Refused
from bot.message import Button
from bot.store import people, relays, tickets

MOST_GOODBYE = 300

GONE = {"key": "relay-gone", "facts": {}}


async def end_relay(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Ends the relay that is meant, or the last active one; the other side hears by whom."""
    relay = await _meant(act, facts.get("relay"))
    if relay is None:
        act.answer("relay-none", {}, (Button("tap-person", "talk_to_human"),))
        return {"key": "relay-none"}
    taker, before = relay.coordinator, await relays.waiting(act.tx)
    await _end(act, relay, GONE)
    if taker is None:
        await calling.tell_end(act, relay, {act.who.id: "relay-left"})
        await calling.move_up(act, before)
        return {"key": "relay-left", "relay": relay.id}
    other = relay.other(act.who.id) or taker
    text = str(facts.get("text") or "")[:MOST_GOODBYE]
    keys = {other: "relay-ended-by", act.who.id: "relay-ended"}
    await calling.tell_end(act, relay, keys, text)
    await calling.offer_next(act, taker)
    return {"key": "relay-ended", "relay": relay.id}


async def _meant(act: Act, named: object) -> Relay | None:
    """The relay that a button names, else the asker's last active one; or none."""
    if named is None:
        live = await relays.live_of(act.tx, act.who.id)
        return rules.aimed(live, act.who.id, act.now)
    relay = await _theirs(act, named)
    if relay.state is Stage.ENDED:
        raise Refused("relay-closed")
    return relay


async def _theirs(act: Act, named: object) -> Relay:
    relay = await relays.get(act.tx, named)
    if relay is None or not relay.between(act.who.id):
        raise Refused("relay-closed")
    return relay


async def _end(act: Act, relay: Relay, became: Mapping[str, Any]) -> None:
    """Keeps the end; what is still to be tapped is over, and calls say what became of it."""
    rules.end(relay, act.now)
    await relays.save(act.tx, relay)
    await relays.answer_calls(act.tx, relay, became, act.now)
    await relays.spend(act.tx, relay, act.now)


async def relay_ticket(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Makes a ticket of what the resident said; either side may, once."""
    relay = await _theirs(act, facts.get("relay"))
    if relay.ref:
        raise Refused("relay-ticket-already", {"ref": relay.ref})
    before = await relays.waiting(act.tx)
    ticket = await _ticket_of(act, relay, "why-coordinator")
    if relay.state is Stage.WAITING:
        await _end(act, relay, _is_ticket(ticket))
    else:
        await relays.save(act.tx, relay)
    until = ticket.deadline.isoformat() if ticket.deadline else ""
    told: dict[str, Any] = {"why": ticket.why, "answer_by": until}
    await tell_resident(act, ticket, "ticket-opened", *opened_buttons(ticket.ref), **told)
    if relay.coordinator is None:
        await tell_offer(act, ticket)
    else:
        told = {**facts_of(act, ticket), **told, "following": await following(act, ticket)}
        rows = staff_buttons(act, ticket)
        act.say(relay.coordinator, "offer-coordinator", told, *rows, ref=ticket.ref)
    await calling.move_up(act, before)
    return {"key": "ticket-opened", "relay": relay.id, "ref": ticket.ref}


async def _ticket_of(act: Act, relay: Relay, why: str) -> Ticket:
    said = await _said(act, relay)
    text = "\n".join(each.text for each in said if each.text)
    photos = tuple(each.photo for each in said if each.photo)
    language = (await people.person(act.tx, relay.person)).language
    matter = Matter(relay.person, language, text, photos, why=why)
    ticket = await lay_before_coordinators(act, matter)
    relay.ref = ticket.ref
    return ticket


async def _said(act: Act, relay: Relay) -> list[Line]:
    """What the resident said: a ticket holds no words of the other side."""
    return [each for each in await relays.lines(act.tx, relay) if each.by == relay.person]


def _is_ticket(ticket: Ticket) -> dict[str, Any]:
    return {"key": "relay-is-ticket", "facts": {"ref": ticket.ref}}


async def relay_due(act: Act, identity: int) -> bool:
    """Does what time asks for in a relay; False when it no longer asks for anything."""
    relay = await relays.get(act.tx, identity)
    asked = rules.what_is_due(relay, act.now) if relay is not None else None
    if relay is None or asked is None:
        return False
    if asked is Due.QUIET:
        await _end(act, relay, GONE)
        quiet = dict.fromkeys((relay.person, relay.coordinator or ""), "relay-quiet")
        await calling.tell_end(act, relay, quiet)
    elif asked is Due.RING_AGAIN:
        await _ring_again(act, relay)
    else:
        await _fall_back(act, relay)
    return True


async def _ring_again(act: Act, relay: Relay) -> None:
    relay.due = act.now + rules.PATIENCE
    await relays.save(act.tx, relay)
    await calling.ring(act, relay, await calling.coordinators(act, relay.person))
    act.say(relay.person, "relay-still-calling", {}, *calling.ending(relay), relay=relay.id)


async def _fall_back(act: Act, relay: Relay) -> None:
    """Nobody took it in time: what was written is a ticket, and both sides hear so."""
    before = await relays.waiting(act.tx)
    ticket = await _emergency_of(act, relay) if relay.urgent else None
    if ticket is None:
        ticket = await _ticket_of(act, relay, "why-asked-for-person")
    await _end(act, relay, _is_ticket(ticket))
    until = ticket.deadline.isoformat() if ticket.deadline else ""
    act.say(relay.person, "relay-nobody", {"ref": ticket.ref, "answer_by": until}, ref=ticket.ref)
    if not ticket.held:
        await tell_offer(act, ticket)
    await calling.move_up(act, before)


async def _emergency_of(act: Act, relay: Relay) -> Ticket | None:
    """The ticket that was opened at once, with what was written since; None when it is over."""
    ticket = await tickets.get(act.tx, relay.ref or "")
    if ticket is None or not ticket.is_open:
        return None
    for each in await _said(act, relay):
        await add_words(act, ticket, each.text, each.photo)
    return ticket
