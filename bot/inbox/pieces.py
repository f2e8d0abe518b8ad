"""Messages that are part of something: an album's photos, new words for old, taps in a group."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from bot.message import Heard
from bot.store import Tx, mail, people
from bot.store.tables import AddressRow, InboxRow, OutboxRow

ALBUM_WAIT = timedelta(seconds=1.5)
"""How long an album waits for its next photo."""

MOST_PHOTOS = 10
"""Photos of one message; an album of Telegram's holds as many."""

EDIT_TIME = timedelta(minutes=30)
"""How long new words for an old message are heard."""


async def settle(tx: Tx, heard: Heard, row: InboxRow, address: AddressRow) -> None:
    """Makes of a row that is to be written down what the message is part of."""
    if heard.edits:
        await _edit(tx, heard, row)
    elif heard.album:
        await _join(tx, heard, row)
    elif heard.tap and heard.group is not None:
        await _route(tx, heard, row, address)


async def _edit(tx: Tx, heard: Heard, row: InboxRow) -> None:
    """New words are heard once: when they are other words, and soon after the first.

    When nobody heard the first (it was not meant for us), this is the message.
    """
    first = await mail.heard_as(tx, row.channel, heard.edits or "")
    if first is None:
        row.message_id = heard.edits or row.message_id
        row.heard = {**row.heard, "edits": None}
        return
    late = row.received_at - first.received_at > EDIT_TIME
    if late or first.heard.get("text") == row.heard["text"]:
        _done(row)


async def _join(tx: Tx, heard: Heard, row: InboxRow) -> None:
    """An album is one message: its first waits a moment for the photos of the others.

    One that comes too late is as a reply to what the first was answered.
    """
    wanted = (
        select(InboxRow)
        .where(
            InboxRow.address == row.address,
            col(InboxRow.heard)["album"].as_string() == heard.album,
        )
        .order_by(col(InboxRow.id))
        .limit(1)
        .with_for_update()
    )
    first = (await tx.exec(wanted)).first()
    row.try_at = row.received_at + ALBUM_WAIT
    if first is None:
        return
    if first.state == mail.WAITING and first.tries == 0:
        first.heard = _joined(first.heard, heard)
        first.try_at = row.try_at
        tx.add(first)
        _done(row)
        return
    row.heard = {**row.heard, "reply_to": await _answer_to(tx, first)}


def _joined(first: dict[str, object], heard: Heard) -> dict[str, object]:
    kept = first.get("more")
    photos = [first.get("photo"), *(kept if isinstance(kept, list) else []), heard.photo]
    photos = list(dict.fromkeys(each for each in photos if each))[:MOST_PHOTOS]
    return {
        **first,
        "text": first.get("text") or heard.text,
        "photo": photos[0] if photos else None,
        "more": photos[1:],
        "flaw": first.get("flaw") or heard.flaw,
    }


async def _answer_to(tx: Tx, first: InboxRow) -> str | None:
    """The message of ours about a ticket that answered the first."""
    found = await tx.exec(
        select(OutboxRow.platform_id)
        .where(OutboxRow.turn == first.id, col(OutboxRow.ref).is_not(None))
        .where(OutboxRow.address == first.address, col(OutboxRow.platform_id).is_not(None))
        .order_by(col(OutboxRow.id))
    )
    return found.first()


async def _route(tx: Tx, heard: Heard, row: InboxRow, address: AddressRow) -> None:
    """A tap in a group is heard where the person is alone with us, and answered there.

    Not so one below a message to this very person: there the group's talk goes on. `beside`
    is where the tap itself is answered, next to the button.
    """
    row.heard = {**row.heard, "beside": address.id}
    about = await mail.about_in(tx, heard.address, heard.reply_to or "")
    if about is not None and about.address == address.id:
        return
    alone = await people.alone_at(tx, address.channel, address.sender)
    if alone is not None:
        row.address = alone.id
    else:
        row.heard = {**row.heard, "theirs": True}


def _done(row: InboxRow) -> None:
    """There is nothing to answer."""
    row.state, row.answered_at = mail.ANSWERED, row.received_at
