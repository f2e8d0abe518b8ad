"""From when the times of a ticket count that was opened again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the change."""
    op.add_column("ticket", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
