"""What somebody says who was asked whether their report is the same as another, or time says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.city.questions import CATCH_ALL
from bot.core.tickets import State
from bot.desk.following import follow, may_be_followed
from bot.desk.frame import Act, is_resident
from bot.desk.opening import open_ticket, told_besides
from bot.desk.resident import add_note
from bot.errors import Refused
from bot.store import drafts, people, tickets
from bot.store.asides import DraftRow


async def same(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """It is: the person follows that ticket, or adds to their own; none is opened, but for a second
    thing of which the words told besides."""
    draft = await _taken(act, facts)
    told = await _joined(act, draft)
    if told["key"] != "ticket-opened":
        await _open_second(act, draft)
    return told


async def _joined(act: Act, draft: DraftRow) -> dict[str, Any]:
    twin = await tickets.get(act.tx, draft.twin or "")
    going_on = twin is not None and twin.is_open and twin.state is not State.RESOLVED
    if twin is not None and going_on and is_resident(act, twin):
        photos = list(draft.facts.get("photos") or ())
        more = {"photo": photos[0], "photos": photos} if photos else {}
        return await add_note(act, {"ref": twin.ref, "text": draft.facts.get("text"), **more})
    if twin is None or not may_be_followed(act, twin):
        return await _open(act, draft)  # it ended meanwhile
    return await follow(act, {"ref": twin.ref})


async def _open_second(act: Act, draft: DraftRow) -> None:
    """The ticket of others is not about this one; it may be the same as yet another."""
    category = draft.facts.get("category")
    known = act.city.catalogue.categories
    for kind in sorted(told_besides(draft.facts.get("ranking") or ()) - {category, CATCH_ALL}):
        if kind in known:
            await open_ticket(act, {**draft.facts, "category": kind, "ranking": [], "warned": True})
            return


async def not_same(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """It is not: the report becomes a ticket of its own."""
    return await _open(act, await _taken(act, facts))


async def nobody_said(act: Act, number: int) -> bool:
    """Nobody said whether it is the same: it is opened. False when somebody did meanwhile."""
    draft = await drafts.waiting(act.tx, None, number)
    if draft is None or draft.due is None or draft.due > act.now:
        return False
    if not await drafts.drop(act.tx, number):
        return False
    act.who = await people.person(act.tx, draft.person)
    await _open(act, draft)
    return True


async def _taken(act: Act, facts: Mapping[str, Any]) -> DraftRow:
    """The asker's report that waits, of this number or the only one. Raises Refused."""
    number = facts.get("draft")
    draft = await drafts.waiting(act.tx, act.who.id, number if type(number) is int else None)
    if draft is None or not await drafts.drop(act.tx, draft.id):
        raise Refused("same-gone", {})
    return draft


async def _open(act: Act, draft: DraftRow) -> dict[str, Any]:
    return await open_ticket(act, {**draft.facts, "alone": True, "warned": True})
