"""Everything that is kept of a person, table by table: to be handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel, col, or_, select

from bot.core.relays import Relay
from bot.core.rights import known_names
from bot.core.tickets import Ticket
from bot.store import Tx, drafts, followers, tickets, volunteers
from bot.store.asides import DraftRow, FollowerRow, MeaningRow, VolunteerRow
from bot.store.tables import (
    AddressRow,
    CommandRow,
    DeskRow,
    EventRow,
    ExportRow,
    InboxRow,
    InvitationRow,
    LineRow,
    OutboxRow,
    PersonRow,
    RelayRow,
    RoleRow,
    TurnRow,
)

MOST_TICKETS = 100_000
AT_ONCE = 500
"""Values in one statement: databases take so many and no more."""


@dataclass(frozen=True)
class Traces:
    """All rows that are of a person. Photos are ids; the data of a file is not among them."""

    person: PersonRow
    addresses: Sequence[AddressRow] = ()
    roles: Sequence[RoleRow] = ()
    offer: VolunteerRow | None = None
    invitations: Sequence[InvitationRow] = ()
    groups: Sequence[DeskRow] = ()
    """That they brought us into, or made a desk."""
    heard: Sequence[InboxRow] = ()
    said: Sequence[OutboxRow] = ()
    commands: Sequence[CommandRow] = ()
    turns: Sequence[TurnRow] = ()
    tickets: Sequence[Ticket] = ()
    events: Sequence[EventRow] = ()
    """Of their tickets."""
    work: Sequence[EventRow] = ()
    """What they did with other people's tickets."""
    talks: Sequence[Relay] = ()
    """With coordinators, or as one."""
    lines: Sequence[LineRow] = ()
    """Of their own talks all, of others what they said themselves."""
    exports: Sequence[tuple[Any, ...]] = ()
    """Id, state, when it was asked for, when it is over."""
    follows: Sequence[FollowerRow] = ()
    drafts: Sequence[DraftRow] = ()
    meanings: Sequence[MeaningRow] = ()
    photos: frozenset[str] = field(default_factory=frozenset)


async def of_person(tx: Tx, identity: str) -> Traces | None:
    """All that is kept of a person, oldest first; None when nobody is called so."""
    person = await tx.get(PersonRow, identity)
    if person is None:
        return None
    addresses = await addresses_of(tx, identity)
    ids = [each.id for each in addresses]
    heard = await rows_of(tx, InboxRow, col(InboxRow.address).in_(ids), InboxRow.id)
    own = await tickets.of_resident(tx, identity, MOST_TICKETS)
    happened = await events_of(tx, [each.ref for each in own])
    talks = await talks_of(tx, identity)
    photos = {photo for each in heard for photo in photos_of(each.heard)}
    invited = or_(col(InvitationRow.used_by) == identity, col(InvitationRow.by) == identity)
    return Traces(
        person=person,
        addresses=addresses,
        roles=await rows_of(tx, RoleRow, col(RoleRow.person) == identity, RoleRow.id),
        offer=await volunteers.of(tx, identity),
        invitations=await rows_of(tx, InvitationRow, invited, InvitationRow.made_at),
        groups=await rows_of(tx, DeskRow, col(DeskRow.by) == identity, DeskRow.address),
        heard=heard,
        said=await rows_of(tx, OutboxRow, col(OutboxRow.address).in_(ids), OutboxRow.id),
        commands=await rows_of(tx, CommandRow, commands_of(ids), CommandRow.at),
        turns=await rows_of(tx, TurnRow, col(TurnRow.name).in_(turns_of(ids)), TurnRow.name),
        tickets=own,
        events=happened,
        work=await work_of(tx, identity, own),
        talks=talks,
        lines=await _lines(tx, identity, talks),
        exports=await _exports(tx, identity),
        follows=await followers.of_person(tx, identity),
        drafts=await drafts.of_person(tx, identity),
        meanings=[row for each in own if (row := await tx.get(MeaningRow, each.ref))],
        photos=frozenset(photos.union(*(each.photos for each in own))),
    )


async def addresses_of(tx: Tx, person: str, *, lock: bool = False) -> Sequence[AddressRow]:
    """Where a person is reached; locked, so that nothing is heard from there meanwhile."""
    wanted = select(AddressRow).where(AddressRow.person == person).order_by(col(AddressRow.id))
    return (await tx.exec(wanted.with_for_update() if lock else wanted)).all()


async def work_of(tx: Tx, person: str, own: Iterable[Ticket]) -> Sequence[EventRow]:
    """What a person did with other people's tickets."""
    mine = {each.ref for each in own}
    done = await rows_of(tx, EventRow, col(EventRow.who) == person, EventRow.id)
    return [each for each in done if each.ref not in mine]


async def talks_of(tx: Tx, person: str) -> Sequence[Relay]:
    """What a person talked, or waits to talk, with a coordinator, or as one."""
    mine = or_(col(RelayRow.person) == person, col(RelayRow.coordinator) == person)
    found = await rows_of(tx, RelayRow, mine, RelayRow.id)
    return [Relay.model_validate(each.model_dump()) for each in found]


async def _lines(tx: Tx, person: str, talks: Sequence[Relay]) -> Sequence[LineRow]:
    own = {each.id for each in talks if each.person == person}
    told = await rows_of(
        tx, LineRow, col(LineRow.relay).in_([each.id for each in talks]), LineRow.id
    )
    return [each for each in told if each.relay in own or each.by == person]


async def names_of(tx: Tx, person: PersonRow, addresses: Sequence[AddressRow]) -> frozenset[str]:
    """What a person is called: by themselves, by a platform now and earlier, by an account."""
    ids = [each.id for each in addresses]
    heard = await tx.exec(
        select(col(InboxRow.heard)["name"].as_string())
        .where(col(InboxRow.address).in_(ids))
        .distinct()
    )
    accounts = {part for each in addresses for part in (each.conversation, each.sender)}
    long = {each for each in accounts if len(each) > 4}
    return known_names([person.name, *heard.all()]) | long


async def events_of(tx: Tx, refs: Sequence[str]) -> list[EventRow]:
    """What happened to tickets, ticket by ticket."""
    found: list[EventRow] = []
    for some in in_some(refs):
        found += await rows_of(tx, EventRow, col(EventRow.ref).in_(some), EventRow.id)
    return found


async def _exports(tx: Tx, person: str) -> Sequence[tuple[Any, ...]]:
    """Without their data: it may be large, and would hold itself."""
    wanted = select(ExportRow.id, ExportRow.state, ExportRow.asked_at, ExportRow.expires)
    return [tuple(each) for each in (await tx.exec(wanted.where(ExportRow.person == person))).all()]


async def rows_of(tx: Tx, table: type[Any], where: Any, order: Any) -> Sequence[Any]:
    """The rows of a table for which something holds, in order."""
    return (await tx.exec(select(table).where(where).order_by(order))).all()


def commands_of(addresses: Sequence[str]) -> ColumnElement[bool]:
    """Commands that came from these addresses."""
    heard = select(InboxRow.id).where(col(InboxRow.address).in_(addresses))
    return col(CommandRow.inbox).in_(heard)


def turns_of(addresses: Iterable[str]) -> list[str]:
    """The names under which workers take turns in conversations (see `bot.inbox`)."""
    return [f"in:{each}" for each in addresses]


def in_some(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """The values, as many at a time as one statement takes."""
    return (values[i : i + AT_ONCE] for i in range(0, len(values), AT_ONCE))


def photos_of(heard: Mapping[str, Any]) -> list[str]:
    """The pictures of a message that was heard."""
    return [str(each) for each in (heard.get("photo"), *(heard.get("more") or ())) if each]


def row_told(row: SQLModel) -> dict[str, Any]:
    """A row as JSON."""
    return row.model_dump(mode="json")
