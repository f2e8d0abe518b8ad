"""Groups that we are in: one is met, becomes a desk, moves, or is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.people import Role
from bot.core.tickets import State
from bot.desk.frame import Act, Row
from bot.desk.inviting import take_up
from bot.desk.telling import tell_offer
from bot.errors import Refused
from bot.message import Address, Button
from bot.store import desks, people, tickets
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, DeskRow, PersonRow

Facts = Mapping[str, Any]

VOLUNTEERS = "volunteers"
"""What is written for the desk of the volunteers, where a responder has its slug."""

OFF = "off"
"""What ends a desk."""


async def _here(act: Act) -> Address:
    """The group in which this is asked. Raises Refused where nobody else reads along."""
    row = await act.tx.get(AddressRow, act.turn.address) if act.turn else None
    if row is None or not row.shared:
        raise Refused("desk-only-in-group")
    return Address(row.channel, row.conversation, "")


async def _know(act: Act, there: Address, facts: Facts) -> DeskRow:
    name = facts.get("group")
    who = Newcomer(act.who.language, str(name)[:200] if name else None)
    return await desks.know(act.tx, there, who, act.who.id, act.now)


async def meet_group(act: Act, facts: Facts) -> dict[str, Any]:
    """Somebody brought us into a group: it is told how to speak with us."""
    await _know(act, await _here(act), facts)
    act.answer("group-hello")
    return {"key": "group-hello"}


async def leave_group(act: Act, facts: Facts) -> dict[str, Any]:
    """We may write in a group no more. The clock does what follows from it."""
    await desks.shut(act.tx, await _here(act))
    return {"key": "left"}


async def move_group(act: Act, facts: Facts) -> dict[str, Any]:
    """A group goes on as another conversation: a desk there, when it was one, as before."""
    there = await _here(act)
    to = Address(there.channel, str(facts.get("to") or ""), "")
    for row, old in await desks.rooms(act.tx, there):
        known = await act.tx.get(PersonRow, old.person)
        who = Newcomer(known.language, known.name) if known else Newcomer(act.who.language)
        fresh = await desks.know(act.tx, to, who, row.by, act.now)
        fresh.role, fresh.responder, fresh.since = row.role, row.responder, row.since
        act.tx.add(fresh)
        new = await act.tx.get_one(AddressRow, fresh.address)
        await desks.move(act.tx, old, new)
        await desks.forget(act.tx, old.id)
    await desks.shut(act.tx, there)
    return {"key": "moved"}


async def open_desk(act: Act, facts: Facts) -> dict[str, Any]:
    """Makes the group a desk: by who answers for a responder, a coordinator, or an invitation."""
    there = await _here(act)
    word = str(facts.get("code") or "").strip()
    if word.casefold() == OFF:
        return await _close(act, there)
    found = await _meant(act, word)
    if found is None:
        return _which(act)
    role, responder = found
    if role is Role.COORDINATOR:
        return {"key": "joined-coordinator"}
    row = await _know(act, there, facts)
    row.role, row.responder, row.since = role, responder, act.now
    act.tx.add(row)
    key = "desk-opened" if responder else "desk-opened-volunteers"
    act.answer(key, {"responder": responder} if responder else {})
    return {"key": key}


async def _meant(act: Act, word: str) -> tuple[Role, str] | None:
    """Whose desk it is to be; None when that must be asked. Raises Refused."""
    may = set(act.city.catalogue.responders) if act.who.coordinator else act.who.staff_of
    if word in may:
        return Role.RESPONDER, word
    if word.casefold() == VOLUNTEERS and act.who.coordinator:
        return Role.VOLUNTEER, ""
    if word:
        return await _invited(act, word)
    if act.who.coordinator or len(may) > 1:
        return None
    if not may:
        role = Role.RESPONDER.value
        raise Refused("not-for-role", {"verb": "open_desk", "role": role})
    return Role.RESPONDER, next(iter(may))


async def _invited(act: Act, code: str) -> tuple[Role, str]:
    row = await take_up(act, code[:64])
    role = Role(row.role)
    act.answer(f"joined-{role.value}", {"responder": row.responder} if row.responder else {})
    return role, row.responder


def _which(act: Act) -> dict[str, Any]:
    rows: list[Row] = [
        (Button("tap-desk", "open_desk", {"code": each}, {"responder": each}),)
        for each in sorted(act.who.staff_of)
    ]
    if act.who.coordinator:
        rows.append((Button("tap-desk-volunteers", "open_desk", {"code": VOLUNTEERS}),))
    act.answer("desk-which", {}, *rows)
    return {"key": "desk-which"}


async def _close(act: Act, there: Address) -> dict[str, Any]:
    """The group is a desk no more: offers go to each person again."""
    address = await people.find_address(act.tx, there)
    row = await act.tx.get(DeskRow, address.id) if address else None
    if row is None or not row.role:
        raise Refused("desk-none")
    theirs = row.responder in act.who.staff_of if row.responder else act.who.volunteer
    if not (act.who.coordinator or theirs):
        raise Refused("not-for-role", {"verb": "open_desk", "role": row.role})
    role, responder = Role(row.role), row.responder
    row.role, row.responder = "", ""
    act.tx.add(row)
    await act.tx.flush()
    act.answer("desk-closed")
    await _offer_again(act, role, responder)
    return {"key": "desk-closed"}


async def group_lost(act: Act, address: str) -> bool:
    """A group cannot be reached any more: offers go to each person again, and who brought us
    there hears so. False when that was done before."""
    row, there = await act.tx.get(DeskRow, address), await act.tx.get(AddressRow, address)
    if row is None or there is None or there.reachable:
        return False
    role, responder, by = row.role, row.responder, row.by
    if not await desks.forget(act.tx, address):
        return False
    known = await act.tx.get(PersonRow, there.person)
    told = {"name": (known.name if known else None) or ""}
    act.say(by, "desk-lost" if role else "group-lost", told)
    if role:
        await _offer_again(act, Role(role), responder)
    return True


async def _offer_again(act: Act, role: Role, responder: str) -> None:
    """Lays what nobody took yet before whom it is for now."""
    if role is Role.RESPONDER:
        found = await tickets.queue(act.tx, [responder])
    else:
        found = await tickets.free_tasks(act.tx)
    for ticket in found:
        if ticket.state is State.OFFERED:
            await tell_offer(act, ticket)
