"""Tables beside the others: who follows, what is to become a ticket, what volunteers offer."""

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


class VolunteerRow(SQLModel, table=True):
    """What a volunteer offers; who asks to become one has this row before the role."""

    __tablename__ = "volunteer"
    person: str = Field(primary_key=True, foreign_key="person.id")
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    areas: list[str] = Field(default_factory=list, sa_type=JSON)
    """Empty is the whole city."""
    hours: str = ""
    """As a city writes opening hours, "Mo-Fr 18:00-22:00"; "" is always."""
    paused_until: datetime | None = None
    vetted: bool = True
    since: datetime


class HouseRow(SQLModel, table=True):
    """Something that all processes know of the running bot, such as where people reach it."""

    __tablename__ = "house"
    name: str = Field(primary_key=True)
    value: str
