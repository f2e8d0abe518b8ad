"""What the rights of a person need: files, conversations to forget, ids that are used once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the change."""
    op.create_table(
        "export",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_export_person", "export", ["person"])
    op.create_table(
        "forgotten",
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sender"),
    )
    op.create_index("ix_forgotten_try_at", "forgotten", ["try_at"])
    op.add_column("outbox", sa.Column("file", sa.String(), nullable=True))
    op.add_column("command", sa.Column("inbox", sa.Integer(), nullable=True))
    _tell_messages_of_commands()
    op.create_index("ix_command_inbox", "command", ["inbox"])
    op.create_index("command_at", "command", ["at"])
    op.create_index("event_who", "ticket_event", ["who"])
    if op.get_bind().dialect.name == "sqlite":
        _use_ids_once()
    op.create_index("inbox_received", "inbox", ["received_at"])
    op.create_index("outbox_made", "outbox", ["made_at"])


def _use_ids_once() -> None:
    """SQLite makes these tables anew for it; lines stand aside while what they point at does."""
    op.execute("CREATE TEMPORARY TABLE aside AS SELECT * FROM relay_line")
    op.execute("DELETE FROM relay_line")
    for name in ("inbox", "outbox", "relay"):
        kwargs = {"sqlite_autoincrement": True}
        with op.batch_alter_table(name, recreate="always", table_kwargs=kwargs):
            pass
    op.execute("INSERT INTO relay_line SELECT * FROM aside")
    op.execute("DROP TABLE aside")


def _tell_messages_of_commands() -> None:
    """A command's key begins with the number of its message."""
    number = "split_part(key, ':', 1)"
    if op.get_bind().dialect.name == "sqlite":
        number = "substr(key, 1, instr(key, ':') - 1)"
    op.execute(f"UPDATE command SET inbox = CAST({number} AS INTEGER) WHERE key LIKE '%:%'")  # noqa: S608
