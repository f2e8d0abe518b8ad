"""What both sides of a relay are told, and who is rung for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.core.people import Role
from bot.core.relays import Line, Relay, first_name, line_up, newly_first, place_of, together
from bot.desk.frame import Act, Row
from bot.message import Button
from bot.store import people, relays

MOST_SHOWN = 700
"""Characters of somebody's words in a call."""

Told = dict[str, Any]
"""A nested key and facts."""


def button(label: str, verb: str, relay: Relay) -> Button:
    """A button about a relay."""
    return Button(label, verb, {"relay": relay.id})


def ending(relay: Relay) -> tuple[Row, ...]:
    """The way out, for both sides."""
    return ((button("tap-end-relay", "end_relay", relay),),)


def working(relay: Relay) -> tuple[Row, ...]:
    """What a coordinator may do with a relay that is open."""
    end = button("tap-end-relay", "end_relay", relay)
    if relay.ref:
        return ((end,),)
    return ((end, button("tap-relay-ticket", "relay_ticket", relay)),)


def way_on(relay: Relay) -> tuple[Told, tuple[Row, ...]]:
    """What can become of it after its end: a ticket by one tap, unless it is one."""
    if relay.ref:
        return {"key": "relay-goes-on", "facts": {"ref": relay.ref}}, ()
    rows = ((button("tap-relay-ticket", "relay_ticket", relay),),)
    return {"key": "relay-one-tap", "facts": {}}, rows


async def coordinators(act: Act, but: str) -> list[str]:
    """All coordinators that can be reached, without the person who asks."""
    found = await people.with_role(act.tx, Role.COORDINATOR)
    return [
        each for each in found if each != but and await people.address_of(act.tx, each) is not None
    ]


async def resident_of(act: Act, relay: Relay) -> Told:
    """The resident as coordinators know them: the first name, else a number."""
    name = first_name((await people.person(act.tx, relay.person)).name)
    number = str(relay.id)
    if not name:
        return {"key": "relay-neighbour", "facts": {"number": number}}
    holder = relay.coordinator
    several = holder is not None and len(await held(act, holder)) > 1
    return {"key": "relay-named", "facts": {"name": name, "number": number if several else ""}}


async def held(act: Act, coordinator: str) -> list[Relay]:
    """The relays that a coordinator has open."""
    found = await relays.live_of(act.tx, coordinator)
    return [each for each in found if each.coordinator == coordinator]


async def answerer(act: Act, coordinator: str | None, nameless: str = "relay-somebody") -> Told:
    """Who answers, by name when they have one; `nameless` is the key for who has none."""
    name = ""
    if coordinator is not None:
        name = first_name((await people.person(act.tx, coordinator)).name)
    if not name:
        return {"key": nameless, "facts": {}}
    return {"key": "relay-named", "facts": {"name": name, "number": ""}}


async def side(
    act: Act, relay: Relay, person: str | None, nameless: str = "relay-somebody-says"
) -> Told:
    """One of the two as the other knows them."""
    if person == relay.person:
        return await resident_of(act, relay)
    return await answerer(act, person, nameless)


async def ring(act: Act, relay: Relay, whom: Iterable[str]) -> None:
    """Lays somebody who waits before coordinators: the first to tap has it."""
    said = await relays.lines(act.tx, relay)
    text = "\n".join(each.text for each in said if each.text)
    told = {"by": await resident_of(act, relay), "text": text[:MOST_SHOWN], "ref": relay.ref or ""}
    key = "relay-waits-urgent" if relay.urgent else "relay-waits"
    for each in whom:
        row = (button("tap-take-relay", "take_relay", relay),)
        act.say(each, key, told, row, relay=relay.id)


async def tell_place(act: Act, relay: Relay, whom: list[str]) -> None:
    """Tells who waits their place, who answers, what to do meanwhile and how it ends."""
    only = whom[0] if len(whom) == 1 else None
    told = {
        "by": await answerer(act, only),
        "count": place_of(relay, await relays.waiting(act.tx)),
        "ref": relay.ref or "",
    }
    key = "relay-waiting-urgent" if relay.urgent else "relay-waiting"
    act.say(relay.person, key, told, *ending(relay), relay=relay.id)


async def tell_open(act: Act, relay: Relay) -> None:
    """Both hear that they talk; the coordinator also all that was written meanwhile."""
    resident, taker = relay.person, relay.coordinator or ""
    by = await resident_of(act, relay)
    act.say(taker, "relay-yours", {"by": by}, *working(relay), relay=relay.id)
    said = [each for each in await relays.lines(act.tx, relay) if each.by == resident]
    for text, photo in together(said):
        told = {"by": by, "text": text}
        act.say(taker, "relay-words", told, relay=relay.id, photo=photo)
    told = {"by": await answerer(act, taker)}
    act.say(resident, "relay-open", told, *ending(relay), relay=relay.id)


async def hand_over(act: Act, relay: Relay, line: Line, *, danger: bool = False) -> None:
    """Gives one side's words to the other; a coordinator with several hears whose they are."""
    to, mine = relay.other(line.by), line.by == relay.coordinator
    if to is None:
        return
    told = {"by": await side(act, relay, line.by), "text": line.text}
    several = relay.coordinator is not None and len(await held(act, relay.coordinator)) > 1
    rows: tuple[Row, ...] = ()
    if several and not mine:
        rows = ((button("tap-relay-turn", "take_relay", relay),),)
    key = "relay-danger" if danger and not mine else "relay-words"
    act.say(to, key, told, *rows, relay=relay.id, photo=line.photo)
    if several and mine:
        act.say(line.by, "relay-sent", {"by": await resident_of(act, relay)}, relay=relay.id)


async def tell_end(act: Act, relay: Relay, keys: Mapping[str, str], text: str = "") -> None:
    """Tells each side of the end, by the key that is for them."""
    last, rows = way_on(relay)
    for person, key in keys.items():
        nameless = "relay-somebody-says" if key == "relay-ended-by" else "relay-somebody"
        told = {
            "by": await side(act, relay, relay.other(person), nameless),
            "text": text,
            "last": last,
        }
        act.say(person, key, told, *rows, relay=relay.id)


async def move_up(act: Act, before: Iterable[Relay]) -> None:
    """Tells who has become next in the queue."""
    first = newly_first(before, await relays.waiting(act.tx))
    if first is not None:
        act.say(first.person, "relay-next", {}, *ending(first), relay=first.id)


async def offer_next(act: Act, coordinator: str) -> None:
    """Tells a coordinator who has ended one who waits next."""
    queue = [each for each in await relays.waiting(act.tx) if each.person != coordinator]
    if queue:
        first = line_up(queue)[0]
        told = {"count": len(queue), "by": await resident_of(act, first)}
        row = (button("tap-take-relay", "take_relay", first),)
        act.say(coordinator, "relay-waits-on", told, row, relay=first.id)
