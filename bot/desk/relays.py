"""A person to talk to: somebody waits, a coordinator takes it, and both write to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.core import relays as rules
from bot.core.catalogue import Urgency
from bot.core.relays import Line, Relay, Stage
from bot.core.tickets import Ticket
from bot.desk import calling
from bot.desk.frame import Act
from bot.desk.opening import MOST_TEXT, urgency_of
from bot.desk.telling import tell_offer
from bot.desk.triage import Matter, keep_for_person, lay_before_coordinators
from bot.errors import Refused
from bot.store import people, relays, tickets

Facts = Mapping[str, Any]

WORDS = frozenset({"relay-words", "relay-danger"})
"""Messages that are somebody's own words: a reply to them is meant for that person."""


async def talk_to_human(act: Act, facts: Facts) -> dict[str, Any]:
    """Rings the coordinators on duty; else the words wait as a ticket.

    Danger to life is a ticket at once, and rings whatever the hour.
    """
    urgent = urgency_of(facts.get("urgency"), Urgency.NORMAL) is Urgency.EMERGENCY
    there = await calling.coordinators(act, act.who.id)
    mine = [each for each in await relays.live_of(act.tx, act.who.id) if each.person == act.who.id]
    if mine:
        return await _again(act, mine[0], facts, urgent=urgent)
    alone = await people.address_of(act.tx, act.who.id) is not None
    on_duty = act.city.duty.open_at(act.now, act.city.catalogue.zone)
    if not there or not alone or not (urgent or on_duty):
        return await keep_for_person(act, facts)
    relay = rules.call(act.who.id, act.now, urgent=urgent)
    relay.ref = (await _emergency(act, facts)).ref if urgent else await _about(act, facts)
    await relays.add(act.tx, relay)
    await relays.add_lines(act.tx, _lines(act, relay, facts))
    await _listen(act)
    await calling.ring(act, relay, there)
    await calling.tell_place(act, relay, there)
    return {"key": "relay-waiting", "relay": relay.id, "ref": relay.ref}


async def _again(act: Act, relay: Relay, facts: Facts, *, urgent: bool) -> dict[str, Any]:
    """Who waits or talks already asks once more: the words join the others."""
    news = urgent and not relay.urgent
    if news:
        relay.urgent, relay.ref = True, (await _emergency(act, facts)).ref
    await _say(act, relay, _lines(act, relay, facts), danger=urgent)
    if relay.state is Stage.OPEN:
        by = await calling.answerer(act, relay.coordinator)
        act.answer("relay-going-on", {"by": by}, *calling.ending(relay), relay=relay.id)
        return {"key": "relay-going-on", "relay": relay.id, "ref": relay.ref}
    there = await calling.coordinators(act, act.who.id)
    if news:
        await calling.ring(act, relay, there)
    await calling.tell_place(act, relay, there)
    return {"key": "relay-waiting", "relay": relay.id, "ref": relay.ref}


async def _emergency(act: Act, facts: Facts) -> Ticket:
    """The ticket of somebody in danger, laid before the coordinators at once."""
    text = str(facts.get("text") or "").strip()
    matter = Matter(act.who.id, act.who.language, text, urgency=Urgency.EMERGENCY)
    ticket = await lay_before_coordinators(act, matter)
    await tell_offer(act, ticket)
    return ticket


async def _about(act: Act, facts: Facts) -> str | None:
    """The ticket of their own that somebody wants to talk about."""
    ticket = await tickets.get(act.tx, str(facts.get("ref") or ""))
    return ticket.ref if ticket is not None and ticket.resident == act.who.id else None


async def relay_words(act: Act, facts: Facts) -> dict[str, Any]:
    """Gives words or a picture to the other side, or keeps them for who will take it.

    `onward` in the result says that somebody else has to answer them.
    """
    relay = await relays.get(act.tx, facts.get("relay"))
    if relay is None or not relay.between(act.who.id) or relay.state is Stage.ENDED:
        return await _not_passed(act, relay, str(facts.get("reply") or ""))
    first = relay.last_at == relay.since
    danger = bool(facts.get("danger")) and act.who.id == relay.person
    await _say(act, relay, _lines(act, relay, facts), danger=danger)
    if relay.state is Stage.OPEN:
        return {"key": "relay-passed", "onward": False}
    if first and not danger:
        place = rules.place_of(relay, await relays.waiting(act.tx))
        act.answer("relay-kept", {"count": place}, relay=relay.id)
    # While nobody reads it yet, danger must not wait: a ticket opens as for everybody.
    return {"key": "relay-kept", "onward": danger}


async def _not_passed(act: Act, relay: Relay | None, reply: str) -> dict[str, Any]:
    """A reply in a relay that is not theirs, or over, reaches nobody by mistake."""
    coordinator = act.who.coordinator
    if relay is None or not (coordinator or reply in WORDS) or not reply:
        return {"key": "relay-over", "onward": True}
    if relay.state is Stage.ENDED:
        raise Refused("relay-over")
    if relay.state is Stage.OPEN:
        raise Refused("relay-taken", {"by": await _taker(act, relay)})
    by = await calling.resident_of(act, relay)
    row = (calling.button("tap-take-relay", "take_relay", relay),)
    act.answer("relay-take-first", {"by": by}, row, relay=relay.id)
    return {"key": "relay-take-first", "onward": False}


async def _say(act: Act, relay: Relay, lines: Iterable[Line], *, danger: bool = False) -> None:
    rules.speak(relay, act.now)
    await relays.save(act.tx, relay)
    for each in lines:
        await relays.add_lines(act.tx, [each])
        await calling.hand_over(act, relay, each, danger=danger)


def _lines(act: Act, relay: Relay, facts: Facts) -> list[Line]:
    """What a message says: its words with the first picture, then the other pictures."""
    text = str(facts.get("text") or "").strip()[:MOST_TEXT]
    photos = [str(each) for each in facts.get("photos") or [facts.get("photo")] if each]
    said: list[tuple[str, str | None]] = [(text, photos[0] if photos else None)]
    said += [("", each) for each in photos[1:]]
    return [
        Line(relay=relay.id or 0, by=act.who.id, text=words, photo=photo, at=act.now)
        for words, photo in said
        if words or photo
    ]


async def take_relay(act: Act, facts: Facts) -> dict[str, Any]:
    """A coordinator takes somebody who waits, one wins; or turns to one of their own."""
    relay = await relays.get(act.tx, facts.get("relay"))
    if relay is None or relay.state is Stage.ENDED:
        raise Refused("relay-gone")
    if relay.person == act.who.id:
        raise Refused("relay-own")
    if relay.coordinator == act.who.id:
        return await _turn_to(act, relay)
    if relay.state is Stage.OPEN:
        raise Refused("relay-taken", {"by": await _taker(act, relay)})
    before = await relays.waiting(act.tx)
    rules.take(relay, act.who.id, act.now)
    await relays.save(act.tx, relay)
    has_it = {"key": "relay-has-it", "facts": {"by": await _taker(act, relay)}}
    await relays.answer_calls(act.tx, relay, has_it, act.now)
    await relays.spend(act.tx, relay, act.now)
    await _listen(act)
    await calling.tell_open(act, relay)
    await calling.move_up(act, before)
    return {"key": "relay-yours", "relay": relay.id}


async def _turn_to(act: Act, relay: Relay) -> dict[str, Any]:
    """From now on a coordinator's words without a reply go there."""
    rules.speak(relay, act.now)
    await relays.save(act.tx, relay)
    await _listen(act)
    by = await calling.resident_of(act, relay)
    act.answer("relay-turned", {"by": by}, *calling.working(relay), relay=relay.id)
    return {"key": "relay-turned", "relay": relay.id}


async def _taker(act: Act, relay: Relay) -> dict[str, Any]:
    return await calling.answerer(act, relay.coordinator, "relay-somebody-says")


async def _listen(act: Act) -> None:
    """What the asker writes next is for the relay, whatever question was open before."""
    alone = await people.address_of(act.tx, act.who.id)
    if alone is not None:
        await people.start_afresh(act.tx, alone.id)
