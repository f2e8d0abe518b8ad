"""Who takes part: persons, their roles, and what a role stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.catalogue import Catalogue
from bot.core.tickets import Owner, Ticket


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
    vetted: bool = True
    """Whether a coordinator let the volunteer in; who was invited is known."""

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


def may_hold(who: Person, ticket: Ticket) -> bool:
    """Whether what they are lets them work on a ticket in the hands where it is."""
    if ticket.owner_kind is Owner.VOLUNTEERS:
        return who.volunteer
    if ticket.owner_kind is Owner.RESPONDER and ticket.owner in who.staff_of:
        return True
    return who.coordinator


def on_site(
    catalogue: Catalogue, staff: Mapping[str, frozenset[str]], area: str | None
) -> list[str]:
    """Who of a responder's staff looks after the place of a ticket; often nobody does.

    `staff` has for each person the areas that they look after; "" is none in particular.
    """
    inside = frozenset(catalogue.within(area))
    return [person for person, areas in staff.items() if areas & inside]
