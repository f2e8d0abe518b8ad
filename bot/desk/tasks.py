"""What volunteers do: look at the free tasks and claim one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.claims import lease_until, may_claim
from bot.core.tickets import Move, Owner, State, Ticket, move
from bot.core.volunteers import may_take
from bot.desk.frame import Act, facts_of, line, pick
from bot.desk.telling import OFFERS, tell_resident, volunteer_buttons
from bot.errors import Refused
from bot.message import Button
from bot.store import tickets


async def list_tasks(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the volunteer holds, and what is free."""
    held = await tickets.held_by(act.tx, act.who.id)
    free = await _free(act)
    if not held and not free:
        act.answer("no-tasks")
        return {"key": "no-tasks"}
    lines: list[dict[str, Any]] = []
    rows: list[tuple[Button, ...]] = []
    for each in held:
        lines.append({"key": "task-line-yours", "facts": line(act, each)["facts"]})
        rows.append((Button("tap-ref", "ask_status", {"ref": each.ref}, {"number": each.ref}),))
    for each in free[:8]:
        facts_ = facts_of(act, each, exact=not act.category(each).private)
        for long in ("text", "details"):
            del facts_[long]
        lines.append({"key": "task-line", "facts": facts_})
        rows.append((tap_claim(each.ref),))
    act.answer("tasks", {"count": len(free), "lines": lines}, *rows)
    return {"key": "tasks", "count": len(free)}


async def _free(act: Act) -> list[Ticket]:
    """What this volunteer may take, whether or not it suits their hours."""
    return [
        each
        for each in await tickets.free_tasks(act.tx)
        if each.resident != act.who.id and may_take(act.who.vetted, act.category(each))
    ]


def tap_claim(ref: str) -> Button:
    """A claim button that names its ticket, for lists."""
    return Button("tap-claim-ref", "claim", {"ref": ref}, {"number": ref})


async def claim(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Claims a task. One wins; the others hear at once that it is taken."""
    ticket = await pick(act, facts.get("ref"), await _free(act), "claim")
    if ticket.holder == act.who.id and ticket.held:
        raise Refused("claimed-already", {"ref": ticket.ref})
    if ticket.resident == act.who.id:
        raise Refused("own-ticket", {"ref": ticket.ref})
    if ticket.owner_kind is not Owner.VOLUNTEERS or ticket.state is not State.OFFERED:
        raise Refused("claim-taken", {"ref": ticket.ref})
    if not may_take(act.who.vetted, act.category(ticket)):
        raise Refused("not-vetted", {"ref": ticket.ref})
    if not may_claim(len(await tickets.held_by(act.tx, act.who.id))):
        raise Refused("claim-full", {"ref": ticket.ref})
    until = lease_until(ticket.urgency, act.now)
    event = move(ticket, act.step(Move.CLAIM), holder=act.who.id, deadline=until)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref, *OFFERS, taken=True)
    told = {**facts_of(act, ticket), "until": until.isoformat()}
    photo = ticket.photos[0] if ticket.photos else None
    act.answer("claim-yours", told, *volunteer_buttons(ticket), ref=ticket.ref, photo=photo)
    await tell_resident(act, ticket, "ticket-claimed", until=until.isoformat())
    return {"key": "claim-yours", "ref": ticket.ref}
