"""What is taken away of a person, table by table; what others need stays without them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import col, delete, or_, select, update

from bot.core.rights import FORGOTTEN, Scrub
from bot.store import Tx, drafts, followers, volunteers
from bot.store.asides import ForgottenRow
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
    PhotoRow,
    RelayRow,
    RoleRow,
    TicketRow,
)
from bot.store.traces import commands_of, in_some, photos_of, rows_of


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
    for line in await rows_of(tx, LineRow, col(LineRow.by) == person, LineRow.id):
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
    found = list(await rows_of(tx, OutboxRow, others & or_(lists, *named), OutboxRow.id))
    for column, values in ((OutboxRow.ref, about.refs), (OutboxRow.relay, about.talks)):
        for some in in_some(sorted(values)):
            found += await rows_of(tx, OutboxRow, others & col(column).in_(some), OutboxRow.id)
    return list({each.id: each for each in found}.values())


async def erase(tx: Tx, person: str, addresses: Sequence[AddressRow], now: datetime) -> None:
    """Deletes every row of a person; what Rasa must still forget is written down."""
    ids = [each.id for each in addresses]
    photos = await _photos_heard(tx, ids)
    await followers.leave(tx, person)
    await drafts.leave(tx, person)
    for wanted in (
        delete(CommandRow).where(commands_of(ids)),
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
    return {photo for heard in found.all() for photo in photos_of(heard)}


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
