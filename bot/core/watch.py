"""What is looked at while somebody works on a ticket: a first word, its end, lateness."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.catalogue import Catalogue
from bot.core.routing import at_work, first_word
from bot.core.tickets import State, Ticket

SOON = 0.2
"""The last part of the time to a solution in which its owner is warned."""

LEAST = timedelta(hours=1)
"""Who takes over what is late has this long before being asked about it."""


class Look(StrEnum):
    """Why a ticket is looked at."""

    WORD = "word"
    """Nobody has told its resident anything yet."""
    SOON = "soon"
    """It should be solved before long."""
    LATE = "late"
    """It should have been solved."""


def looks(catalogue: Catalogue, ticket: Ticket, state: State) -> dict[Look, datetime]:
    """When a ticket that somebody works on is looked at, by why."""
    if ticket.due is None:
        return {}
    soon = ticket.due - SOON * (ticket.due - ticket.begun)
    found = {
        Look.SOON: min(at_work(catalogue, ticket, soon), ticket.due),
        Look.LATE: ticket.due,
    }
    if state is State.ACCEPTED:
        word = first_word(catalogue, ticket)
        if word < found[Look.SOON]:
            found[Look.WORD] = word
    return found


def next_look(catalogue: Catalogue, ticket: Ticket, state: State, now: datetime) -> datetime:
    """When a ticket that comes into this state now is looked at next; what is late already keeps
    its time."""
    times = [at for at in looks(catalogue, ticket, state).values() if at > now]
    kept = ticket.deadline if ticket.late and ticket.deadline else now
    return min(times, default=max(kept, now + LEAST))


def what_passed(catalogue: Catalogue, ticket: Ticket, now: datetime) -> Look | None:
    """Why a ticket is looked at now: the latest of what has passed; None when nothing has."""
    if ticket.due is None:
        return Look.LATE
    passed = {why: at for why, at in looks(catalogue, ticket, ticket.state).items() if at <= now}
    return max(passed, key=lambda why: (passed[why], why is Look.LATE), default=None)
