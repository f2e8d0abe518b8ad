"""Tables beside the others: who follows, what may become a ticket, who helps and how."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import JSON, Field, SQLModel


class FollowerRow(SQLModel, table=True):
    """Somebody who hears how another person's ticket goes."""

    __tablename__ = "follower"
    ref: str = Field(primary_key=True, foreign_key="ticket.ref")
    person: str = Field(primary_key=True, foreign_key="person.id", index=True)
    since: datetime
    via: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    """The ticket, joined with this one, that is theirs or that they followed before."""


class DraftRow(SQLModel, table=True):
    """What staff took down for somebody, or what may be the same as an open ticket, until somebody
    says so."""

    __tablename__ = "draft"
    __table_args__ = (Index("draft_due", "due"),)
    id: int = Field(primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    facts: dict[str, Any] = Field(sa_type=JSON)
    made_at: datetime
    twin: str | None = None
    """The open ticket that it may be the same as."""
    due: datetime | None = None
    """When it becomes a ticket by itself; None is never."""


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


class RecordRow(SQLModel, table=True):
    """How a responder has answered, each answer by its weight (see `core.record`)."""

    __tablename__ = "record"
    responder: str = Field(primary_key=True)
    asked: float = 0.0
    taken: float = 0.0
    seconds: float = 0.0


class MeaningRow(SQLModel, table=True):
    """What the words of a ticket say and mean: by it others that tell of the same are found."""

    __tablename__ = "meaning"
    ref: str = Field(primary_key=True, foreign_key="ticket.ref")
    vector: bytes | None = None
    """A unit vector (see `core.duplicates`); None where meaning is not known."""
    traits: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class ForgottenRow(SQLModel, table=True):
    """A conversation, by its opaque name, that Rasa's trackers must still forget."""

    __tablename__ = "forgotten"
    sender: str = Field(primary_key=True)
    since: datetime
    try_at: datetime = Field(index=True)
    tries: int = 0


class HouseRow(SQLModel, table=True):
    """Something that all processes know of the running bot, such as where people reach it."""

    __tablename__ = "house"
    name: str = Field(primary_key=True)
    value: str
