"""The tables: what is kept, one class each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Enum, Index, UniqueConstraint, false, text
from sqlmodel import JSON, Field, SQLModel

from bot.core.relays import Line, Relay
from bot.core.tickets import Ticket, TicketEvent

NEVER_AGAIN = {"sqlite_autoincrement": True}
"""Ids are not used a second time, also when the newest row was deleted: what a command answered
and what a page has shown is known by them."""


NOT_ENDED = text("state NOT IN ('closed', 'cancelled', 'refused', 'merged')")


class PersonRow(SQLModel, table=True):
    """Somebody who wrote."""

    __tablename__ = "person"
    id: str = Field(primary_key=True)
    language: str
    name: str | None = None
    made_at: datetime
    digest_hour: int | None = None
    """Local hour of the daily digest; None means the city's."""
    zone: str | None = None
    digested_at: datetime | None = None
    digest_days: list[int] | None = Field(default=None, sa_type=JSON)
    """Weekdays without a digest; 0 is Monday."""
    simple: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether they are spoken to in large letters, few choices and short sentences."""


class AddressRow(SQLModel, table=True):
    """Where a person is reached; `id` is the opaque name of the conversation."""

    __tablename__ = "address"
    __table_args__ = (
        UniqueConstraint("channel", "conversation", "sender"),
        Index("address_sender", "channel", "sender"),
    )
    id: str = Field(primary_key=True)
    channel: str
    conversation: str
    sender: str
    person: str = Field(foreign_key="person.id", index=True)
    reachable: bool = True
    seen_at: datetime
    busy: bool = False
    """Whether a form was left open: the next sentence may be its answer."""
    told_kept: bool = False
    """Whether the person was told that their words are kept while Rasa is away."""
    turns: int = 0
    """Turns in Rasa's session of this conversation so far."""
    shared: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether others read along while the person speaks there."""


class DeskRow(SQLModel, table=True):
    """A group that was met; with a role it is a desk: offers go there once, not to each person."""

    __tablename__ = "desk"
    address: str = Field(primary_key=True, foreign_key="address.id")
    """The group as a whole; its person stands for whoever is there."""
    role: str = ""
    responder: str = ""
    since: datetime
    by: str = Field(foreign_key="person.id", index=True)
    """Who brought us there, or made it a desk: hears when it is lost."""


class RoleRow(SQLModel, table=True):
    """A role that a person holds, since when and by whom."""

    __tablename__ = "role"
    __table_args__ = (
        UniqueConstraint("person", "role", "responder", "area", name="role_held_once"),
    )
    id: int | None = Field(default=None, primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    role: str
    responder: str = ""
    area: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    """The part of the city that they look after for the responder; "" is none in particular."""
    since: datetime
    by: str | None = None
    """The person who let them in; None when it was the city or whoever runs the bot."""


class InvitationRow(SQLModel, table=True):
    """A single-use code that gives a role; only its hash is kept."""

    __tablename__ = "invitation"
    code_hash: str = Field(primary_key=True)
    role: str
    responder: str = ""
    area: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    made_at: datetime
    by: str | None = None
    """The coordinator who made it; None when it was made at the console."""
    expires_at: datetime
    used_by: str | None = None
    used_at: datetime | None = None


class InboxRow(SQLModel, table=True):
    """A message that was heard, until it is answered."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "message_id"),
        Index(
            "inbox_waiting",
            "try_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("inbox_conversation", "address", "state", "id"),
        Index("inbox_received", "received_at"),
        NEVER_AGAIN,
    )
    id: int | None = Field(default=None, primary_key=True)
    channel: str
    message_id: str
    address: str = Field(foreign_key="address.id")
    heard: dict[str, Any] = Field(sa_type=JSON)
    state: str = "waiting"
    """waiting, answered, triage (given to a person because Rasa stayed away)."""
    tries: int = 0
    received_at: datetime
    try_at: datetime
    answered_at: datetime | None = None


class OutboxRow(SQLModel, table=True):
    """A message that is to be said, until a platform took it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_waiting",
            "try_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("outbox_address", "address", "id"),
        Index("outbox_platform", "address", "platform_id"),
        Index("outbox_made", "made_at"),
        NEVER_AGAIN,
    )
    id: int | None = Field(default=None, primary_key=True)
    address: str = Field(foreign_key="address.id")
    turn: int | None = Field(default=None, index=True)
    """The inbox id that this answers; it waits until the turn is complete."""
    ready: bool = True
    state: str = "waiting"
    """waiting, sent, gone, rejected."""
    kind: str = "say"
    """say, or spend: make the buttons of row `target` look spent."""
    target: int | None = None
    key: str = ""
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    buttons: list[Any] = Field(default_factory=list, sa_type=JSON)
    ask: str | None = None
    ref: str | None = Field(default=None, index=True)
    photo: str | None = None
    relay: int | None = Field(default=None, index=True)
    file: str | None = None
    spent: bool = False
    made_at: datetime
    try_at: datetime
    tries: int = 0
    sent_at: datetime | None = None
    platform_id: str | None = None


class TicketRow(Ticket, table=True):
    """A ticket as it stands now."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ticket_deadline", "deadline"),
        Index("ticket_resident", "resident", "opened_at"),
        Index("ticket_owner", "owner_kind", "owner", "state"),
        Index("ticket_holder", "holder", "state"),
        Index("ticket_filed_by", "filed_by", "opened_at"),
        Index("ticket_parent", "parent"),
        Index("ticket_merged_into", "merged_into"),
        Index("ticket_near", "lat", "lon", sqlite_where=NOT_ENDED, postgresql_where=NOT_ENDED),
    )
    ref: str = Field(primary_key=True)


class EventRow(TicketEvent, table=True):
    """Something that happened to a ticket."""

    __tablename__ = "ticket_event"
    __table_args__ = (
        Index("event_who", "who"),
        Index("event_move", "move", "at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    ref: str = Field(foreign_key="ticket.ref", index=True)


class RelayRow(Relay, table=True):
    """A resident and a coordinator who talk, or will."""

    __tablename__ = "relay"
    __table_args__ = (
        Index(
            "relay_live",
            "person",
            unique=True,
            sqlite_where=text("state != 'ended'"),
            postgresql_where=text("state != 'ended'"),
        ),
        Index("relay_coordinator", "coordinator", "state"),
        Index("relay_due", "due"),
        NEVER_AGAIN,
    )
    id: int | None = Field(default=None, primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)


class LineRow(Line, table=True):
    """Something that was said in a relay."""

    __tablename__ = "relay_line"
    id: int | None = Field(default=None, primary_key=True)
    relay: int = Field(foreign_key="relay.id", index=True)


class CommandRow(SQLModel, table=True):
    """What a verb answered for a message, so that a replay answers the same."""

    __tablename__ = "command"
    __table_args__ = (Index("command_at", "at"),)
    key: str = Field(primary_key=True)
    inbox: int | None = Field(default=None, index=True)
    """The message that it was for."""
    result: dict[str, Any] = Field(sa_type=JSON)
    at: datetime


class PhotoRow(SQLModel, table=True):
    """A picture, as JPEG without metadata; `id` is its SHA-256."""

    __tablename__ = "photo"
    id: str = Field(primary_key=True)
    data: bytes
    made_at: datetime


class ExportRow(SQLModel, table=True):
    """A file with all that is kept of a person, while it is made and while it lies ready."""

    __tablename__ = "export"
    id: str = Field(primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    state: str = "asked"
    """asked, ready."""
    asked_at: datetime
    try_at: datetime
    tries: int = 0
    made_at: datetime | None = None
    expires: datetime
    name: str = ""
    data: bytes | None = None
    token_hash: str | None = Field(default=None, unique=True)
    """Of what opens it once, on the web."""


class TurnRow(SQLModel, table=True):
    """Who handles a conversation now; the fence grows with each turn."""

    __tablename__ = "turn"
    name: str = Field(primary_key=True)
    holder: str = ""
    until: datetime
    fence: int = 0


for _table in SQLModel.metadata.tables.values():
    for _column in _table.columns:
        if isinstance(_column.type, Enum) and _column.type.enum_class is not None:
            # As its value in plain text: a new state needs no change of the database's types.
            _column.type = Enum(
                _column.type.enum_class,
                native_enum=False,
                length=32,
                values_callable=lambda cls: [each.value for each in cls],
            )
