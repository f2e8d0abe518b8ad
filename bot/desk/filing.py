"""Reports for somebody else: announced by a neighbour, or taken down by staff and read back."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.people import CLOSE, SOMEBODY
from bot.core.tickets import Ticket
from bot.desk.danger import warn, warned
from bot.desk.frame import Act, Row, facts_of
from bot.desk.kinds import likely
from bot.desk.opening import drawn, opened, place_of
from bot.errors import Refused
from bot.message import Button
from bot.store import drafts

Facts = Mapping[str, Any]

SOURCES = ("walk_in", "phone")


async def for_another(act: Act, facts: Facts) -> dict[str, Any]:
    """The next report is for somebody else; `going`: it is under way already."""
    whom = facts.get("for_whom")
    told: dict[str, Any] = {"key": "whom-other", "facts": {}}
    if whom in CLOSE and whom != SOMEBODY:
        told = {"key": "whom-own", "facts": {"whom": whom}}
    key = "for-another-noted" if facts.get("going") else "for-another"
    act.answer(key, {"meant": told}, *(() if facts.get("going") else (_NEVER_MIND,)))
    return {"key": key, "for_whom": whom}


async def file_for(act: Act, facts: Facts) -> dict[str, Any]:
    """Staff take something down for somebody who has no account here."""
    act.answer("file-go-ahead", {}, _NEVER_MIND)
    return {"key": "file-go-ahead"}


async def file_draft(act: Act, facts: Facts) -> dict[str, Any]:
    """What was taken down is read back; danger to life is not kept waiting for that."""
    ticket = _drawn(act, facts)
    if ticket.urgency is Urgency.EMERGENCY:
        return await _open(act, ticket, facts, told=warned(facts))
    number = await drafts.keep(act.tx, act.who.id, facts, act.now)
    return _read_back(act, number, ticket)


async def file_right(act: Act, facts: Facts) -> dict[str, Any]:
    """It was read back and is right: the ticket opens."""
    number, kept = await _draft(act, facts)
    await drafts.drop(act.tx, number)
    return await _open(act, _drawn(act, kept), kept, told=True)


async def file_place(act: Act, facts: Facts) -> dict[str, Any]:
    """Puts the place of what was taken down right."""
    place = place_of(facts.get("place"))
    if not place["place"] and place["lat"] is None:
        place = {**place_of(None), "text": str(facts.get("text") or "")[:200]}
    else:
        place = {**place, "text": place["place"], "place": place["place_slug"]}
    return await _corrected(act, facts, {"place": place})


async def file_words(act: Act, facts: Facts) -> dict[str, Any]:
    """Puts the words of what was taken down right."""
    told = {"text": facts.get("text"), "urgency": facts.get("urgency")}
    return await _corrected(act, facts, told)


async def file_kind(act: Act, facts: Facts) -> dict[str, Any]:
    """Puts the category of what was taken down right, or asks which it is."""
    number, kept = await _draft(act, facts)
    to = facts.get("to")
    if to in act.city.catalogue.categories:
        return await _corrected(act, facts, {"category": to})
    rows = [
        (Button("tap-kind", "file_kind", {"draft": number, "to": each}, {"category": each}),)
        for each in likely(act, _drawn(act, kept))
    ]
    act.answer("file-which-kind", {}, *rows)
    return {"key": "file-which-kind"}


async def file_drop(act: Act, facts: Facts) -> dict[str, Any]:
    """What was taken down is dropped: no ticket, nothing kept."""
    number, _ = await _draft(act, facts)
    await drafts.drop(act.tx, number)
    act.answer("file-dropped")
    return {"key": "file-dropped"}


async def _draft(act: Act, facts: Facts) -> tuple[int, dict[str, Any]]:
    """The asker's draft that a button or a question means. Raises Refused when it is gone."""
    given = facts.get("draft", facts.get("ref"))
    number = int(str(given)) if str(given).isdecimal() and len(str(given)) < 18 else 0
    kept = await drafts.get(act.tx, number, act.who.id)
    if kept is None:
        raise Refused("file-gone", {})
    return number, kept


async def _corrected(act: Act, facts: Facts, changes: Facts) -> dict[str, Any]:
    number, kept = await _draft(act, facts)
    changed = {**kept, **changes}
    await drafts.change(act.tx, number, changed)
    return _read_back(act, number, _drawn(act, changed))


def _drawn(act: Act, facts: Facts) -> Ticket:
    """The ticket of somebody without an account; who took it down hears of it."""
    ticket = drawn(act, facts)
    ticket.resident = f"caller:{secrets.token_hex(8)}"
    ticket.filed_by = act.who.id
    ticket.source = str(facts["source"]) if facts.get("source") in SOURCES else SOURCES[0]
    return ticket


def _read_back(act: Act, number: int, ticket: Ticket) -> dict[str, Any]:
    """Sums it up once, with what can still be put right."""
    about = {"draft": number}
    rows: tuple[Row, ...] = (
        (Button("tap-file-right", "file_right", about),),
        (
            Button("tap-change-place", "file_place", about),
            Button("tap-change-kind", "file_kind", about),
        ),
        (
            Button("tap-file-words", "file_words", about),
            Button("tap-file-drop", "file_drop", about),
        ),
    )
    act.answer("file-read-back", facts_of(act, ticket), *rows)
    return {"key": "file-read-back", "draft": number}


async def _open(act: Act, ticket: Ticket, facts: Facts, *, told: bool) -> dict[str, Any]:
    if not told:
        warn(act, ticket)
    await opened(act, ticket, facts)
    return {"key": "filed", "ref": ticket.ref, "category": ticket.category}


_NEVER_MIND: Row = (Button("tap-stop", "stop"),)
