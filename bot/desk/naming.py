"""What a person is, in words: a volunteer, staff of an office, a coordinator; and by what name."""

from __future__ import annotations

from typing import Any

from bot.core.people import Role
from bot.store import Tx
from bot.store.roles import Grant
from bot.store.tables import InvitationRow, PersonRow, RoleRow

Nested = dict[str, Any]


def as_what(row: RoleRow | InvitationRow | Grant, *, vetted: bool = True) -> Nested:
    """A role as a nested key and facts."""
    if row.role == Role.RESPONDER and row.area:
        return {
            "key": "as-worker",
            "facts": {"responder": row.responder, "area": row.area},
        }
    if row.role == Role.RESPONDER:
        return {"key": "as-responder", "facts": {"responder": row.responder}}
    if row.role == Role.VOLUNTEER:
        return {"key": "as-volunteer" if vetted else "as-newcomer", "facts": {}}
    return {"key": "as-coordinator", "facts": {}}


def called(person: str, name: str | None) -> str:
    """The name; of who never told one, a mark that tells them from others."""
    return name or f"#{person[:4]}"


async def name_of(tx: Tx, person: str) -> str:
    """What a person is called."""
    row = await tx.get(PersonRow, person)
    return called(person, row.name if row else None)
