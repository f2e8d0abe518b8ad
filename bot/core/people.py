"""Who takes part: persons, their roles, and what a role stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person may be; everybody is a resident."""

    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    RESPONDER = "responder"
    COORDINATOR = "coordinator"


SOMEBODY = "somebody"
"""Somebody of whom no more was said."""

CLOSE = (
    *("mother", "father", "parents", "grandmother", "grandfather", "wife", "husband", "child"),
    *("sibling", "relative", "neighbour", "friend", "colleague", SOMEBODY),
)
"""For whom a person may write, as a ticket keeps it: never a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to the bot."""

    id: str
    language: str
    name: str | None = None
    volunteer: bool = False
    coordinator: bool = False
    staff_of: frozenset[str] = field(default_factory=frozenset)
    """Slugs of the responders that they answer for."""
    simple: bool = False
    """Whether they are spoken to in few choices and short sentences."""

    @property
    def roles(self) -> frozenset[Role]:
        """All that the person is."""
        held = {Role.RESIDENT}
        if self.volunteer:
            held.add(Role.VOLUNTEER)
        if self.staff_of:
            held.add(Role.RESPONDER)
        if self.coordinator:
            held.add(Role.COORDINATOR)
        return frozenset(held)
