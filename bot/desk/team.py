"""Who takes part: the list for coordinators, how a role ends, and who has its work then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core import refs
from bot.core.people import Role, may_hold
from bot.core.tickets import Move, State
from bot.desk.frame import Act, Row
from bot.desk.leaving import WHY, hand_back, pass_talks_on
from bot.desk.naming import as_what, called, name_of
from bot.desk.telling import tell_resident
from bot.desk.ways import hand_on
from bot.errors import Conflict, Refused
from bot.message import Button
from bot.store import people, roles, tickets, volunteers
from bot.store.tables import PersonRow, RoleRow

Facts = Mapping[str, Any]

PAGE = 6
"""Roles on one page of the list."""


async def list_people(act: Act, facts: Facts) -> dict[str, Any]:
    """Everybody with a role: since when, by whom; with buttons to let in and to take out."""
    found = _meant(await roles.all_roles(act.tx), str(facts.get("text") or ""))
    start = facts.get("from")
    first = start if type(start) is int and 0 <= start < len(found) else 0
    lines: list[dict[str, Any]] = []
    rows: list[Row] = []
    for number, (row, person) in enumerate(found[first : first + PAGE], start=first + 1):
        told = {"number": str(number), "name": called(person.id, person.name)}
        line, taps = await _line(act, row, told)
        lines.append(line)
        rows.append(taps)
    if first + PAGE < len(found):
        rows.append((Button("tap-next-ones", "people", {"from": first + PAGE}),))
    act.answer("people", {"count": len(found), "lines": lines}, *rows)
    return {"key": "people", "count": len(found)}


def _meant(
    found: list[tuple[RoleRow, PersonRow]] | Any, text: str
) -> list[tuple[RoleRow, PersonRow]]:
    """Those whom the words name; all when they name nobody."""
    said = text.casefold()
    named = [each for each in found if each[1].name and each[1].name.casefold() in said]
    return named or list(found)


async def _line(act: Act, row: RoleRow, told: Facts) -> tuple[dict[str, Any], Row]:
    vetted = True
    if row.role == Role.VOLUNTEER:
        offer = await volunteers.of(act.tx, row.person)
        vetted = offer is None or offer.vetted
    facts = {**told, "what": as_what(row, vetted=vetted), "at": row.since.isoformat()}
    line: dict[str, Any] = {"key": "person-line", "facts": facts}
    if row.by:
        by = {"key": "by-person", "facts": {"name": await name_of(act.tx, row.by)}}
        line = {"key": "person-line-by", "facts": {**facts, "by": by}}
    remove = Button("tap-remove", "remove_role", {"role": row.id}, told)
    if vetted:
        return line, (remove,)
    yes = Button("tap-vet-name", "vet", {"role": row.id, "yes": 1}, told)
    return line, (yes, remove)


async def remove_role(act: Act, facts: Facts) -> dict[str, Any]:
    """Takes a role from somebody, asked once more; what they hold moves on."""
    row = await role_meant(act, facts)
    if row is None:
        raise Refused("role-gone")
    name = await name_of(act.tx, row.person)
    told = {"name": name, "what": as_what(row)}
    if facts.get("yes") != 1:
        yes = Button("tap-remove-yes", "remove_role", {"role": row.id, "yes": 1})
        act.answer("remove-sure", told, (yes,), (Button("tap-stop", "stop"),))
        return {"key": "remove-sure"}
    count = await end(act, row, "role-ended" if row.person != act.who.id else "role-left")
    if row.person != act.who.id:
        act.answer("removed", {**told, "count": count})
    return {"key": "removed", "count": count}


async def leave(act: Act, facts: Facts) -> dict[str, Any]:
    """Lays down a role of one's own, asked once more."""
    mine = list(await roles.roles_of(act.tx, act.who.id))
    chosen = [each for each in mine if each.id == facts.get("role")]
    if not mine:
        key = "stopped" if await volunteers.forget(act.tx, act.who.id) else "leave-nothing"
        act.answer(key)
        return {"key": key}
    if chosen and facts.get("yes") == 1:
        count = await end(act, chosen[0], "role-left")
        return {"key": "role-left", "count": count}
    if len(mine) > 1 and not chosen:
        rows = [
            (Button("tap-leave", "leave", {"role": each.id}, {"what": as_what(each)}),)
            for each in mine[:8]
        ]
        act.answer("leave-which", {}, *rows, (Button("tap-stop", "stop"),))
        return {"key": "leave-which"}
    row = (chosen or mine)[0]
    held = len(await tickets.held_by(act.tx, act.who.id))
    yes = Button("tap-leave-yes", "leave", {"role": row.id, "yes": 1})
    told = {"what": as_what(row), "count": held}
    act.answer("leave-sure", told, (yes,), (Button("tap-stop", "stop"),))
    return {"key": "leave-sure"}


async def role_meant(act: Act, facts: Facts) -> RoleRow | None:
    """The role that a button is about, while it is held."""
    number = facts.get("role")
    return await act.tx.get(RoleRow, number) if type(number) is int else None


async def end(act: Act, row: RoleRow, key: str) -> int:
    """Ends a role at once: its tickets move on, and who had it hears `key`. Gives how many.

    Raises Refused for the last coordinator, without whom nobody could let anybody in.
    """
    if row.role == Role.COORDINATOR:
        left = await roles.coordinators_for_update(act.tx)
        if act.who.coordinator and act.who.id not in left:
            raise Conflict("the asker is no coordinator any more")
        if [each for each in left if each != row.person] == []:
            raise Refused("last-coordinator")
    what = as_what(row)
    await roles.end_role(act.tx, row)
    count = await _let_go(act, row.person)
    if row.role == Role.COORDINATOR:
        await pass_talks_on(act, row.person)
    if row.role == Role.RESPONDER:
        await _leave_no_offer_alone(act, row.responder)
    act.say(row.person, key, {"what": what, "count": count})
    return count


async def _let_go(act: Act, person: str) -> int:
    """Moves on what a person holds and may hold no longer."""
    who = await people.person(act.tx, person)
    held = [each for each in await tickets.held_by(act.tx, person) if not may_hold(who, each)]
    for ticket in held:
        await hand_back(act, ticket)
    return len(held)


async def _leave_no_offer_alone(act: Act, responder: str) -> None:
    """What lies before an organisation that has nobody any more goes on at once."""
    if await people.with_role(act.tx, Role.RESPONDER, responder):
        return
    for ticket in await tickets.queue(act.tx, [responder], limit=1000):
        if ticket.state is State.OFFERED:
            await hand_on(act, ticket, act.step(Move.UNANSWERED, WHY))
            await tell_resident(act, ticket, "ticket-moved", why=ticket.why)


async def refuse(act: Act, verb: str, whose: frozenset[Role], facts: Facts) -> None:
    """Says for whom a verb is; to who held that ticket, that it is in other hands now.

    Raises Refused.
    """
    ref = refs.parse(str(facts.get("ref") or ""))
    if ref and await tickets.was_held_by(act.tx, ref, act.who.id):
        raise Refused("moved-on", {"ref": ref})
    role = min(whose - {Role.COORDINATOR} or whose)
    raise Refused("not-for-role", {"verb": verb, "role": role.value})
