"""Indexes with which a million tickets are as quick to ask as a few."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlmodel import col

from bot.store.tables import EventRow, RoleRow, TicketRow

OPEN = col(TicketRow.deadline).is_not(None)
"""True of each ticket that is open: `move` sees to it; what is over has no deadline. A query that
says so has the small indexes of these alone, however many tickets there were."""

_OPEN_ONLY: dict[str, Any] = {"sqlite_where": OPEN, "postgresql_where": OPEN}
_NEXT = col(TicketRow.deadline), col(TicketRow.ref)

_COUNTED = (
    *(TicketRow.state, TicketRow.owner, TicketRow.category, TicketRow.area),
    *(TicketRow.urgency, TicketRow.late, TicketRow.due, TicketRow.opened_at, *_NEXT),
)
"""All that a digest asks of what is open: it reads the index alone."""

INDEXES = (
    Index("ticket_queue", col(TicketRow.owner_kind), col(TicketRow.owner), *_NEXT, **_OPEN_ONLY),
    Index("ticket_free", col(TicketRow.owner_kind), col(TicketRow.state), *_NEXT, **_OPEN_ONLY),
    Index("ticket_counted", *(col(each) for each in _COUNTED), **_OPEN_ONLY),
    Index("ticket_opened", col(TicketRow.opened_at)),
    Index("ticket_resolved", col(TicketRow.resolved_at)),
    Index("event_inbox", col(EventRow.inbox)),
    Index("role_held", col(RoleRow.role), col(RoleRow.responder)),
)
