"""Indexes with which a million tickets are as quick to ask as a few."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OPEN = sa.text("deadline IS NOT NULL")


def upgrade() -> None:
    """Makes the change."""
    open_only: dict[str, Any] = {"sqlite_where": OPEN, "postgresql_where": OPEN}
    op.create_index(
        "ticket_queue", "ticket", ["owner_kind", "owner", "deadline", "ref"], **open_only
    )
    op.create_index(
        "ticket_free", "ticket", ["owner_kind", "state", "deadline", "ref"], **open_only
    )
    counted = ["state", "owner", "category", "area", "urgency", "late", "due"]
    op.create_index(
        "ticket_counted", "ticket", [*counted, "opened_at", "deadline", "ref"], **open_only
    )
    op.drop_index("ticket_filed_by", "ticket")
    op.create_index("ticket_filed_by", "ticket", ["filed_by", "opened_at"])
    op.create_index("ticket_opened", "ticket", ["opened_at"])
    op.create_index("ticket_resolved", "ticket", ["resolved_at"])
    op.create_index("event_inbox", "ticket_event", ["inbox"])
    op.create_index("role_held", "role", ["role", "responder"])
