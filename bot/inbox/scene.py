"""What surrounds a message when it is answered: person, reading, tickets it may be about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.city import City
from bot.core.people import Person, Role
from bot.core.relays import aimed
from bot.core.tickets import State, Ticket
from bot.desk.danger import numbers
from bot.inbox.hearing import to_heard
from bot.inbox.links import spot_in
from bot.message import MAX_TEXT, Address, Heard, Point
from bot.outbox import Turn
from bot.reading import Finder, Reading
from bot.store import Tx, drafts, mail, people, relays, tickets
from bot.store.tables import AddressRow, InboxRow, OutboxRow

RECENT = timedelta(minutes=30)
"""How long "no, I meant the other street" is about the ticket that was just opened."""

HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[^\W\d_]{2,}")

Read = Callable[[str, str | None], Reading]
"""What a sentence says by itself: the text, and the conversation's language, if it is known."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A message and all that is known around it."""

    row: InboxRow
    address: AddressRow
    heard: Heard
    person: Person
    reading: Reading
    about: OutboxRow | None
    """The message of ours that it replies to, or whose button was tapped."""
    now: datetime
    relay: int | None = None
    """Where two people talk, or one waits to, and this is said to the other."""

    @property
    def turn(self) -> Turn:
        """The turn that answers it."""
        return Turn(
            self.row.id or 0,
            self.address.id,
            self.person.id,
            shared=self.address.shared,
            beside=self.row.heard.get("beside"),
            theirs=bool(self.row.heard.get("theirs")),
        )

    @property
    def ref(self) -> str | None:
        """The ticket that the message names or replies to; what was mistyped finds none."""
        if self.reading.refs:
            return self.reading.refs[0]
        return self.about.ref if self.about else self.reading.mistyped


async def load(tx: Tx, row: InboxRow, read: Read, now: datetime) -> Scene:
    """Sets the scene for a message."""
    address = await tx.get(AddressRow, row.address, populate_existing=True)
    if address is None:
        raise LookupError(f"no address {row.address}")
    there = Address(address.channel, address.conversation, address.sender)
    heard = to_heard(row.heard, there, row.message_id)
    spot = spot_in(heard.text)
    if isinstance(spot, Point):
        heard = replace(heard, point=spot)
    person = await people.person(tx, address.person)
    about = await _about(tx, row, heard, address)
    words = read(heard.text[:MAX_TEXT], person.language)
    scene = Scene(row, address, heard, person, words, about, now)
    return replace(scene, relay=await _relay(tx, scene))


async def _relay(tx: Tx, scene: Scene) -> int | None:
    """The relay that words are for; a tap, an answer and a reply about a ticket are for none.

    Nor is what is said where others read along, or began before the relay.
    """
    if scene.heard.tap or scene.address.shared or spot_in(scene.heard.text) is not None:
        return None
    about = scene.about
    if about is not None and (about.relay is not None or about.ref is not None):
        return about.relay
    if scene.address.busy:
        return None
    heard_at = scene.row.received_at
    if scene.heard.edits:
        first = await mail.heard_as(tx, scene.row.channel, scene.heard.edits)
        heard_at = first.received_at if first else heard_at
    found = aimed(await relays.live_of(tx, scene.person.id), scene.person.id, heard_at)
    if found is None or (scene.heard.edits and heard_at < found.since):
        return None
    return found.id


async def _about(tx: Tx, row: InboxRow, heard: Heard, address: AddressRow) -> OutboxRow | None:
    """The message of ours that is replied to or tapped; in a group it may be to anybody."""
    if not heard.reply_to:
        return None
    if heard.group is None:
        return await mail.about(tx, address.id, heard.reply_to)
    there = await tx.get(AddressRow, row.heard.get("beside") or address.id) or address
    room = Address(there.channel, there.conversation, there.sender)
    return await mail.about_in(tx, room, heard.reply_to)


async def metadata(tx: Tx, scene: Scene, city: City, finder: Finder) -> dict[str, Any]:
    """What Rasa and its actions are told beside the words. No name, no address."""
    mine = await tickets.spoken_for(tx, scene.person.id)
    own = [each for each in mine if each.resident == scene.person.id]
    waiting = [each.ref for each in mine if each.state is State.WAITING_FOR_RESIDENT]
    since = scene.now - RECENT
    recent = next((each for each in mine if each.is_open and each.opened_at > since), None)
    place, point = scene.reading.place, scene.heard.point
    if point is not None:
        place = finder.at(point, scene.person.language)
    elif isinstance(spot := spot_in(scene.heard.text), str):
        place = finder.by_slug(spot, scene.person.language)
    return {
        "person": scene.person.id,
        "address": scene.address.id,
        "shared": scene.address.shared,
        "inbox": scene.row.id,
        "lang": scene.person.language,
        "roles": sorted(each.value for each in scene.person.roles),
        "ref": scene.ref,
        "reply": scene.about is not None,
        "tickets": bool(mine) or bool(scene.person.roles - {Role.RESIDENT}),
        "waiting": waiting[0] if waiting else None,
        "recent": recent.ref if recent else None,
        "next_door": _next_door(scene, recent, finder),
        "twin": waits.id if (waits := await drafts.waiting(tx, scene.person.id)) else None,
        "rating": next((each.ref for each in own if each.state is State.RESOLVED), None),
        "photo": scene.heard.photo,
        "photos": [*filter(None, [scene.heard.photo]), *scene.heard.more],
        "point": [point.lat, point.lon] if point else None,
        "place": place.to_facts() if place else None,
        "stars": scene.reading.stars,
        "corrects": scene.reading.corrects,
        "urgency": scene.reading.urgency.value,
        "placeless": [
            slug for slug, each in city.catalogue.categories.items() if not each.needs_place
        ],
        "now": scene.now.isoformat(),
    }


def _next_door(scene: Scene, recent: Ticket | None, finder: Finder) -> dict[str, Any] | None:
    """Where a ticket just opened is, but for the number of the door, which the words put right."""
    if recent is None or not recent.place or scene.heard.point or scene.heard.tap:
        return None
    found = finder.renumbered(recent.place, scene.heard.text, scene.person.language)
    return found.to_facts() if found else None


def spoken_now(scene: Scene, languages: tuple[str, ...]) -> str | None:
    """The language that the person has changed to, when the words leave no doubt."""
    heard = scene.reading.language
    if heard == scene.person.language or heard not in languages or scene.heard.tap:
        return None
    text = scene.heard.text
    if scene.reading.place is not None:
        # An address is written in the city's script, whatever the person speaks.
        text = text.replace(scene.reading.place.text, " ")
    enough = len(HAN.findall(text)) >= 3 if heard == "zh" else len(WORD.findall(text)) >= 3
    return heard if enough else None


def emergency(scene: Scene, city: City) -> tuple[str, Mapping[str, Any]] | None:
    """What is said at once when life is in danger: the numbers to call."""
    if scene.reading.urgency != "emergency" or scene.heard.tap:
        return None
    care = scene.reading.why == "self_harm"
    told = numbers(city, scene.person.language, care=care)
    return ("care" if care else "emergency"), {"numbers": told}
