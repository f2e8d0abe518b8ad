"""Tables beside the tickets: who follows one, and what is to become one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import JSON, Field, SQLModel


class FollowerRow(SQLModel, table=True):
    """Somebody who hears how another person's ticket goes."""

    __tablename__ = "follower"
    ref: str = Field(primary_key=True, foreign_key="ticket.ref")
    person: str = Field(primary_key=True, foreign_key="person.id", index=True)
    since: datetime


class DraftRow(SQLModel, table=True):
    """What staff took down for somebody and have not yet confirmed."""

    __tablename__ = "draft"
    id: int = Field(primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    facts: dict[str, Any] = Field(sa_type=JSON)
    made_at: datetime
