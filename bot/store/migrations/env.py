"""Runs the migrations on the connection that `bot.store` hands over."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import bot.store.asides
import bot.store.indexes
import bot.store.tables  # noqa: F401

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
