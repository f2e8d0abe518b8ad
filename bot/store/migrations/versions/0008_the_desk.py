"""How responders answer, what tickets mean, and which belong together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OPEN = sa.text("state NOT IN ('closed', 'cancelled', 'refused', 'merged')")


def upgrade() -> None:
    """Makes the change."""
    op.add_column("ticket", sa.Column("laid_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("ticket", sa.Column("parent", sa.String(), nullable=True))
    op.add_column("ticket", sa.Column("merged_into", sa.String(), nullable=True))
    op.create_index("ticket_parent", "ticket", ["parent"])
    op.create_index("ticket_merged_into", "ticket", ["merged_into"])
    op.create_index(
        "ticket_near", "ticket", ["lat", "lon"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index("event_move", "ticket_event", ["move", "at"])
    op.add_column("follower", sa.Column("via", sa.String(), nullable=False, server_default=""))
    op.add_column("draft", sa.Column("twin", sa.String(), nullable=True))
    op.add_column("draft", sa.Column("due", sa.DateTime(timezone=True), nullable=True))
    op.create_index("draft_due", "draft", ["due"])
    op.create_table(
        "record",
        sa.Column("responder", sa.String(), nullable=False),
        sa.Column("asked", sa.Float(), nullable=False),
        sa.Column("taken", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("responder"),
    )
    op.create_table(
        "meaning",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["ref"], ["ticket.ref"]),
        sa.PrimaryKeyConstraint("ref"),
    )
