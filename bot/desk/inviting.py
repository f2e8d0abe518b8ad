"""Invitations: a coordinator makes one for one person, who opens it once, within a week."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.core.people import Role
from bot.desk.frame import Act, Row
from bot.desk.naming import as_what, called
from bot.desk.talk import first_taps
from bot.errors import Refused
from bot.message import Button
from bot.reading.names import find_like, find_role
from bot.reading.words import Words, words_of
from bot.store import Tx, people, roles, where
from bot.store.roles import Grant
from bot.store.tables import InvitationRow

Facts = Mapping[str, Any]

VALID = timedelta(days=7)
PAGE = 6
"""Organisations on one page of the choice."""

INVITED = (Role.VOLUNTEER, Role.RESPONDER, Role.COORDINATOR)


async def make(tx: Tx, given: Grant, made_at: Any) -> tuple[str, InvitationRow]:
    """Keeps a new invitation to a role; its code, of which only the hash is kept."""
    code = secrets.token_urlsafe(16)
    row = InvitationRow(
        code_hash="",
        role=given.role.value,
        responder=given.responder,
        area=given.area,
        by=given.by,
        made_at=made_at,
        expires_at=made_at + VALID,
    )
    await people.invite(tx, code, row)
    return code, row


async def invite(act: Act, facts: Facts) -> dict[str, Any]:
    """Makes an invitation; asks to what, and for which organisation, while that is not told."""
    known = act.city.catalogue.responders
    responder = str(facts.get("for") or "")
    meant = [responder] if responder in known else _named(act, facts)
    role = _role(facts, meant, words_of(act.city.languages))
    if role is None:
        row = tuple(Button(f"tap-as-{each}", "invite", {"role": each.value}) for each in INVITED)
        act.answer("invite-whom", {}, *((each,) for each in row))
        return {"key": "invite-whom"}
    if role is not Role.RESPONDER:
        return await _made(act, Grant(role, by=act.who.id))
    if len(meant) != 1:
        return _which(act, facts, meant)
    return await _made(act, Grant(role, meant[0], _grid(act, facts), by=act.who.id))


def _named(act: Act, facts: Facts) -> list[str]:
    text = str(facts.get("text") or "")[:200]
    names = {slug: each.names for slug, each in act.city.catalogue.responders.items()}
    return find_like(text, names) if text else []


def _role(facts: Facts, meant: list[str], words: Words) -> Role | None:
    if meant or "from" in facts:
        return Role.RESPONDER
    told = facts.get("role")
    return Role(told) if told in INVITED else find_role(str(facts.get("text") or "")[:200], words)


def _grid(act: Act, facts: Facts) -> str:
    """The grid that the words name: its worker is invited, not somebody for all of the office."""
    area = act.city.areas.get(str(facts.get("area") or ""))
    return area.slug if area is not None and area.level == "grid" else ""


def _which(act: Act, facts: Facts, meant: list[str]) -> dict[str, Any]:
    """A page of the organisations, or those that a name may mean."""
    found = meant or sorted(
        act.city.catalogue.responders,
        key=lambda slug: act.city.name("responder", slug, act.who.language).casefold(),
    )
    start = facts.get("from")
    first = start if type(start) is int and 0 <= start < len(found) else 0
    rows: list[Row] = [
        (Button("tap-responder", "invite", {"for": each}, {"responder": each}),)
        for each in found[first : first + PAGE]
    ]
    if first + PAGE < len(found):
        rows.append((Button("tap-next-ones", "invite", {"from": first + PAGE}),))
    act.answer("invite-which", {}, *rows)
    return {"key": "invite-which"}


async def _made(act: Act, given: Grant) -> dict[str, Any]:
    code, row = await make(act.tx, given, act.now)
    lines = [
        {"key": "invite-link", "facts": {"link": where.with_code(link, code)}}
        for link in (await where.known(act.tx)).values()
    ]
    told = {"what": as_what(row), "code": code, "lines": lines, "until": row.expires_at.isoformat()}
    act.answer("invite-made", told)
    return {"key": "invite-made", "role": row.role}


async def join_by_code(act: Act, facts: Facts) -> dict[str, Any]:
    """Gives the role of an invitation, once."""
    row = await take_up(act, str(facts.get("code") or ""))
    role = Role(row.role)
    who = await people.person(act.tx, act.who.id)
    rows = first_taps(who)
    if role is Role.VOLUNTEER:
        rows = ((Button("tap-availability", "set_availability"),), *rows)
    key = "joined-worker" if row.area else f"joined-{role.value}"
    told = {"responder": row.responder} if row.responder else {}
    act.answer(key, {**told, "area": row.area} if row.area else told, *rows)
    return {"key": key}


async def take_up(act: Act, code: str) -> InvitationRow:
    """Spends an invitation for its role; who made it hears so. Raises Refused."""
    row = await people.use_invitation(act.tx, code, act.who.id, act.now)
    if row is None:
        raise Refused(await _why_not(act, code))
    given = Grant(Role(row.role), row.responder, row.area, row.by)
    await roles.grant(act.tx, act.who.id, given, act.now)
    if given.role is Role.VOLUNTEER:
        await roles.let_in(act.tx, act.who.id, row.by)
    if row.by and row.by != act.who.id:
        name = called(act.who.id, act.who.name)
        act.say(row.by, "invite-used", {"name": name, "what": as_what(row)})
    return row


async def _why_not(act: Act, code: str) -> str:
    """What is wrong with a code; who has not used it is not told that somebody has."""
    row = await people.invitation(act.tx, code)
    if row is not None and row.used_by == act.who.id:
        return "code-used-by-you"
    if row is not None and row.used_by is None:
        return "code-too-late"
    return "code-unknown"
