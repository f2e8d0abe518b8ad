"""Groups: conversations that others read along, and those that are a desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the change."""
    # Whoever wrote so far did so alone. Not in a batch: that makes the table anew on SQLite,
    # where rows of others point at it.
    op.add_column(
        "address", sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("address_sender", "address", ["channel", "sender"], unique=False)
    op.create_table(
        "desk",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("responder", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["address"], ["address.id"]),
        sa.ForeignKeyConstraint(["by"], ["person.id"]),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_index("ix_desk_by", "desk", ["by"], unique=False)
