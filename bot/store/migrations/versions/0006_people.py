"""Who let whom in, where they work, and what volunteers offer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ONCE = "role_person_role_responder_key"
"""What PostgreSQL called the constraint; SQLite, where it has no name, takes it for this work."""


def upgrade() -> None:
    """Makes the change."""
    op.create_table(
        "house",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "volunteer",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("vetted", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("person"),
    )
    op.add_column("invitation", _area())
    op.add_column("invitation", sa.Column("by", sa.String(), nullable=True))
    with op.batch_alter_table("role", naming_convention={"uq": ONCE}) as role:
        role.add_column(_area())
        role.drop_constraint(ONCE, type_="unique")
        role.create_unique_constraint("role_held_once", ["person", "role", "responder", "area"])


def _area() -> sa.Column[str]:
    return sa.Column("area", sa.String(), nullable=False, server_default=sa.text("''"))
