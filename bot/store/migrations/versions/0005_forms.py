"""Answers to a category's questions, tickets for others, followers, drafts, simple speech."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the change."""
    op.add_column("ticket", sa.Column("answers", sa.JSON(), nullable=True))
    op.add_column("ticket", sa.Column("for_whom", sa.String(), nullable=True))
    op.add_column("ticket", sa.Column("source", sa.String(), nullable=True))
    op.add_column("ticket", sa.Column("filed_by", sa.String(), nullable=True))
    op.create_index("ticket_filed_by", "ticket", ["filed_by"])
    op.add_column("person", sa.Column("digest_days", sa.JSON(), nullable=True))
    op.add_column(
        "person", sa.Column("simple", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.create_table(
        "follower",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ref"], ["ticket.ref"]),
        sa.ForeignKeyConstraint(["person"], ["person.id"]),
        sa.PrimaryKeyConstraint("ref", "person"),
    )
    op.create_index("ix_follower_person", "follower", ["person"])
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_draft_person", "draft", ["person"])
