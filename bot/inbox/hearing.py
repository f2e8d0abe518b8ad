"""A message is written down, once, before anybody says that it was received."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from bot.inbox.pieces import settle
from bot.message import MAX_TEXT, Address, Heard, Point
from bot.store import Store, Tx, mail, people, turns
from bot.store.people import Newcomer
from bot.store.tables import InboxRow

KEPT_TEXT = 20_000
"""Characters of a message that are kept; what is read of it is `MAX_TEXT`."""

__all__ = ["KEPT_TEXT", "MAX_TEXT", "hear", "name_of_conversation", "to_facts", "to_heard"]


async def hear(store: Store, heard: Heard, languages: tuple[str, ...], now: datetime) -> int:
    """Commits a message and gives its inbox id; the same message again, the same id.

    Raises what the database raises: then nothing was received.
    """
    try:
        async with store.write() as tx:
            return await _write_down(tx, heard, languages, now)
    except (IntegrityError, StaleDataError):
        # Two workers heard the same message, or met the same newcomer, at the same time; or who
        # wrote was forgotten at that moment, and is somebody new.
        async with store.write() as tx:
            return await _write_down(tx, heard, languages, now)


async def _write_down(tx: Tx, heard: Heard, languages: tuple[str, ...], now: datetime) -> int:
    before = await mail.heard_before(tx, heard.address.channel, heard.message_id)
    if before is not None:
        return before
    if heard.news == "left":
        return await _went(tx, heard)
    language = (heard.language or "").split("-")[0].lower()
    spoken = language if language in languages else languages[0]
    newcomer = Newcomer(spoken, heard.name, among_others=heard.group is not None)
    address = await people.meet(tx, heard.address, newcomer, now)
    row = InboxRow(
        channel=heard.address.channel,
        message_id=heard.message_id,
        address=address.id,
        heard=to_facts(heard),
        received_at=now,
        try_at=now,
    )
    await settle(tx, heard, row, address)
    await turns.know(tx, name_of_conversation(row.address), now)
    tx.add(row)
    await tx.flush()
    return row.id or 0


async def _went(tx: Tx, heard: Heard) -> int:
    """Somebody left a group: they are not told there any more. Of others nothing is kept."""
    address = await people.find_address(tx, heard.address)
    if address is not None:
        address.reachable = False
        tx.add(address)
    return 0


def name_of_conversation(address: str) -> str:
    """The name under which workers take turns in a conversation."""
    return f"in:{address}"


def to_facts(heard: Heard) -> dict[str, Any]:
    """A message as JSON, without its address."""
    return {
        "at": heard.at.isoformat(),
        "text": heard.text[:KEPT_TEXT].replace("\0", ""),
        "tap": heard.tap,
        "point": [heard.point.lat, heard.point.lon] if heard.point else None,
        "photo": heard.photo,
        "reply_to": heard.reply_to,
        "language": heard.language,
        "name": heard.name,
        "flaw": heard.flaw,
        "group": heard.group,
        "edits": heard.edits,
        "album": heard.album,
        "more": list(heard.more),
        "news": heard.news,
    }


def to_heard(facts: dict[str, Any], address: Address, message_id: str) -> Heard:
    """The message that `to_facts` wrote down."""
    point = facts.get("point")
    return Heard(
        address=address,
        message_id=message_id,
        at=datetime.fromisoformat(facts["at"]),
        text=facts.get("text") or "",
        tap=facts.get("tap"),
        point=Point(point[0], point[1]) if point else None,
        photo=facts.get("photo"),
        reply_to=facts.get("reply_to"),
        language=facts.get("language"),
        name=facts.get("name"),
        flaw=facts.get("flaw"),
        group=facts.get("group"),
        edits=facts.get("edits"),
        album=facts.get("album"),
        more=tuple(facts.get("more") or ()),
        news=facts.get("news"),
    )
