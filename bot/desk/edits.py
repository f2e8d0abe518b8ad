"""New words for a message that was answered already: the first counts, the new are a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.tickets import Ticket
from bot.desk.frame import Act
from bot.desk.resident import add_note
from bot.errors import Refused
from bot.message import Button
from bot.store import mail, tickets
from bot.store.tables import AddressRow, InboxRow


async def edited(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Says that the first version counts, and offers to add the new words to its ticket.

    Quiet about what came to nothing, or is over.
    """
    row = await act.tx.get(InboxRow, act.turn.inbox) if act.turn else None
    first = await _first(act, row) if row else None
    if row is None or first is None:
        raise Refused("nothing-there", {"verb": "edited"})
    ticket = await _ticket_of(act, first)
    if ticket is not None and ticket.is_open:
        add = Button("tap-add-edit", "add_edit", {"ref": ticket.ref, "heard": row.id})
        told = {"ref": ticket.ref, "category": ticket.category}
        act.answer("edit-note", told, (add,), ref=ticket.ref)
        return {"key": "edit-note", "ref": ticket.ref}
    address = await act.tx.get(AddressRow, row.address)
    if ticket is None and address is not None and address.busy:
        act.answer("edit-late")
    return {"key": "edit-late"}


async def add_edit(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Adds the new words of an edited message to the ticket as a note."""
    number = facts.get("heard")
    row = await act.tx.get(InboxRow, number) if type(number) is int else None
    address = await act.tx.get(AddressRow, row.address) if row else None
    if row is None or address is None or address.person != act.who.id:
        raise Refused("nothing-there", {"verb": "add_note"})
    return await add_note(act, {"ref": facts.get("ref"), "text": row.heard.get("text")})


async def _first(act: Act, row: InboxRow) -> InboxRow | None:
    """The message as it was first."""
    edits = row.heard.get("edits")
    return await mail.heard_as(act.tx, row.channel, str(edits)) if edits else None


async def _ticket_of(act: Act, first: InboxRow) -> Ticket | None:
    """The ticket that a message opened or was added to; or that a form made of its words."""
    for ref in await tickets.moved_by(act.tx, first.id or 0):
        return await tickets.get(act.tx, ref)
    words = " ".join(str(first.heard.get("text") or "").split())
    if not words:
        return None
    for each in await tickets.of_resident(act.tx, act.who.id):
        if each.opened_at >= first.received_at and words in " ".join(each.text.split()):
            return each
    return None
