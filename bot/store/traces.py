"""Everything that is kept of a person, table by table: to be handed out, and to be erased."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast
from sqlmodel import SQLModel, col, delete, or_, select, update

from bot.core.relays import Relay
from bot.core.rights import FORGOTTEN, Scrub, known_names
from bot.core.tickets import Ticket
from bot.store import Tx, drafts, followers, tickets, volunteers
from bot.store.asides import DraftRow, FollowerRow, VolunteerRow
from bot.store.tables import (
    AddressRow,
    CommandRow,
    DeskRow,
    EventRow,
    ExportRow,
    ForgottenRow,
    InboxRow,
    InvitationRow,
    LineRow,
    OutboxRow,
    PersonRow,
    PhotoRow,
    RelayRow,
    RoleRow,
    TicketRow,
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
    photos: frozenset[str] = field(default_factory=frozenset)


async def of_person(tx: Tx, identity: str) -> Traces | None:
    """All that is kept of a person, oldest first; None when nobody is called so."""
    person = await tx.get(PersonRow, identity)
    if person is None:
        return None
    addresses = await addresses_of(tx, identity)
    ids = [each.id for each in addresses]
    heard = await _all(tx, InboxRow, col(InboxRow.address).in_(ids), InboxRow.id)
    own = await tickets.of_resident(tx, identity, MOST_TICKETS)
    happened = await events_of(tx, [each.ref for each in own])
    talks = await talks_of(tx, identity)
    photos = {photo for each in heard for photo in _photos_of(each.heard)}
    invited = or_(col(InvitationRow.used_by) == identity, col(InvitationRow.by) == identity)
    return Traces(
        person=person,
        addresses=addresses,
        roles=await _all(tx, RoleRow, col(RoleRow.person) == identity, RoleRow.id),
        offer=await volunteers.of(tx, identity),
        invitations=await _all(tx, InvitationRow, invited, InvitationRow.made_at),
        groups=await _all(tx, DeskRow, col(DeskRow.by) == identity, DeskRow.address),
        heard=heard,
        said=await _all(tx, OutboxRow, col(OutboxRow.address).in_(ids), OutboxRow.id),
        commands=await _all(tx, CommandRow, _commands_of(ids), CommandRow.at),
        turns=await _all(tx, TurnRow, col(TurnRow.name).in_(turns_of(ids)), TurnRow.name),
        tickets=own,
        events=happened,
        work=await work_of(tx, identity, own),
        talks=talks,
        lines=await _lines(tx, identity, talks),
        exports=await _exports(tx, identity),
        follows=await followers.of_person(tx, identity),
        drafts=await drafts.of_person(tx, identity),
        photos=frozenset(photos.union(*(each.photos for each in own))),
    )


async def addresses_of(tx: Tx, person: str, *, lock: bool = False) -> Sequence[AddressRow]:
    """Where a person is reached; locked, so that nothing is heard from there meanwhile."""
    wanted = select(AddressRow).where(AddressRow.person == person).order_by(col(AddressRow.id))
    return (await tx.exec(wanted.with_for_update() if lock else wanted)).all()


async def work_of(tx: Tx, person: str, own: Iterable[Ticket]) -> Sequence[EventRow]:
    """What a person did with other people's tickets."""
    mine = {each.ref for each in own}
    done = await _all(tx, EventRow, col(EventRow.who) == person, EventRow.id)
    return [each for each in done if each.ref not in mine]


async def talks_of(tx: Tx, person: str) -> Sequence[Relay]:
    """What a person talked, or waits to talk, with a coordinator, or as one."""
    mine = or_(col(RelayRow.person) == person, col(RelayRow.coordinator) == person)
    found = await _all(tx, RelayRow, mine, RelayRow.id)
    return [Relay.model_validate(each.model_dump()) for each in found]


async def _lines(tx: Tx, person: str, talks: Sequence[Relay]) -> Sequence[LineRow]:
    own = {each.id for each in talks if each.person == person}
    told = await _all(tx, LineRow, col(LineRow.relay).in_([each.id for each in talks]), LineRow.id)
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
    for some in _some(refs):
        found += await _all(tx, EventRow, col(EventRow.ref).in_(some), EventRow.id)
    return found


async def _exports(tx: Tx, person: str) -> Sequence[tuple[Any, ...]]:
    """Without their data: it may be large, and would hold itself."""
    wanted = select(ExportRow.id, ExportRow.state, ExportRow.asked_at, ExportRow.expires)
    return [tuple(each) for each in (await tx.exec(wanted.where(ExportRow.person == person))).all()]


async def _all(tx: Tx, table: type[Any], where: Any, order: Any) -> Sequence[Any]:
    return (await tx.exec(select(table).where(where).order_by(order))).all()


def _commands_of(addresses: Sequence[str]) -> ColumnElement[bool]:
    heard = select(InboxRow.id).where(col(InboxRow.address).in_(addresses))
    return col(CommandRow.inbox).in_(heard)


def turns_of(addresses: Iterable[str]) -> list[str]:
    """The names under which workers take turns in conversations (see `bot.inbox`)."""
    return [f"in:{each}" for each in addresses]


def _some(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[i : i + AT_ONCE] for i in range(0, len(values), AT_ONCE))


# What is taken away.


@dataclass(frozen=True, slots=True)
class About:
    """Tickets and talks that messages are about."""

    refs: Collection[str]
    talks: Collection[int]


async def leave_talks(tx: Tx, person: str, scrub: Scrub) -> None:
    """Deletes a person's talks with coordinators; as one of these they said it as nobody."""
    own = select(RelayRow.id).where(RelayRow.person == person)
    await tx.exec(delete(LineRow).where(col(LineRow.relay).in_(own)))
    await tx.exec(delete(RelayRow).where(col(RelayRow.person) == person))
    for line in await _all(tx, LineRow, col(LineRow.by) == person, LineRow.id):
        line.by, line.text = FORGOTTEN, scrub.text(line.text)
        tx.add(line)
    mine = update(RelayRow).where(col(RelayRow.coordinator) == person)
    await tx.exec(mine.values(coordinator=None))
    await tx.flush()


async def take_roles(tx: Tx, person: str) -> None:
    """The person holds no role any more: nothing new is laid before them."""
    await tx.exec(delete(RoleRow).where(col(RoleRow.person) == person))
    await volunteers.forget(tx, person)


async def scrub_events(tx: Tx, rows: Iterable[EventRow], scrub: Scrub) -> None:
    """Takes words out of what happened; who, when, which move and its states stay."""
    for row in rows:
        facts, why = scrub.facts(row.facts), scrub.facts(row.why)
        if (facts, why) != (row.facts, row.why):
            row.facts, row.why = facts, why
            tx.add(row)
    await tx.flush()


async def told_of(
    tx: Tx, about: About, names: Collection[str], but: Sequence[str]
) -> Sequence[OutboxRow]:
    """What others were told of these, maybe in a list, or with one of these names."""
    others = col(OutboxRow.address).not_in(but)
    facts = cast(col(OutboxRow.facts), String)
    lists = col(OutboxRow.ref).is_(None) & facts.contains('"ref"')
    named = [facts.icontains(json.dumps(each)[1:-1], autoescape=True) for each in names]
    found = list(await _all(tx, OutboxRow, others & or_(lists, *named), OutboxRow.id))
    for column, values in ((OutboxRow.ref, about.refs), (OutboxRow.relay, about.talks)):
        for some in _some(sorted(values)):
            found += await _all(tx, OutboxRow, others & col(column).in_(some), OutboxRow.id)
    return list({each.id: each for each in found}.values())


async def erase(tx: Tx, person: str, addresses: Sequence[AddressRow], now: datetime) -> None:
    """Deletes every row of a person; what Rasa must still forget is written down."""
    ids = [each.id for each in addresses]
    photos = await _photos_heard(tx, ids)
    await followers.leave(tx, person)
    await drafts.leave(tx, person)
    for wanted in (
        delete(CommandRow).where(_commands_of(ids)),
        delete(InboxRow).where(col(InboxRow.address).in_(ids)),
        delete(OutboxRow).where(col(OutboxRow.address).in_(ids)),
        delete(AddressRow).where(col(AddressRow.id).in_(ids)),
        update(RoleRow).where(col(RoleRow.by) == person).values(by=FORGOTTEN),
        update(DeskRow).where(col(DeskRow.by) == person).values(by=_whole_group()),
        update(InvitationRow).where(col(InvitationRow.used_by) == person).values(used_by=FORGOTTEN),
        update(InvitationRow).where(col(InvitationRow.by) == person).values(by=FORGOTTEN),
        delete(ExportRow).where(col(ExportRow.person) == person),
        delete(PersonRow).where(col(PersonRow.id) == person),
    ):
        await tx.exec(wanted)
    tx.add_all([ForgottenRow(sender=each, since=now, try_at=now) for each in ids])
    await tx.flush()
    await let_photos_go(tx, photos)


def _whole_group() -> Any:
    """Who stands for a group as a whole: it stays a desk when who made it one is gone."""
    stands = select(AddressRow.person).where(AddressRow.id == DeskRow.address)
    return stands.scalar_subquery()


async def _photos_heard(tx: Tx, addresses: Sequence[str]) -> set[str]:
    found = await tx.exec(select(InboxRow.heard).where(col(InboxRow.address).in_(addresses)))
    return {photo for heard in found.all() for photo in _photos_of(heard)}


def _photos_of(heard: Mapping[str, Any]) -> list[str]:
    return [str(each) for each in (heard.get("photo"), *(heard.get("more") or ())) if each]


async def let_photos_go(tx: Tx, photos: Iterable[str]) -> int:
    """Deletes those of the pictures that no ticket and no message uses any more."""
    gone = 0
    for each in sorted(photos):
        if not await _is_used(tx, each):
            gone += (await tx.exec(delete(PhotoRow).where(col(PhotoRow.id) == each))).rowcount
    return gone


async def _is_used(tx: Tx, photo: str) -> bool:
    in_ticket = select(TicketRow.ref).where(
        cast(col(TicketRow.photos), String).contains(photo, autoescape=True)
    )
    heard = select(InboxRow.id).where(
        cast(col(InboxRow.heard), String).contains(photo, autoescape=True)
    )
    said = select(LineRow.id).where(LineRow.photo == photo)
    for wanted in (in_ticket, heard, said):
        if (await tx.exec(wanted.limit(1))).first() is not None:
            return True
    return False


def row_told(row: SQLModel) -> dict[str, Any]:
    """A row as JSON."""
    return row.model_dump(mode="json")
