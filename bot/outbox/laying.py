"""What is to be said is laid in the transaction of what it tells, at the right address."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.message import Button, Facts, Say, payload
from bot.store import Tx, mail, people
from bot.store.tables import OutboxRow

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """The message that something answers: its inbox id, where it came from and who wrote."""

    inbox: int
    address: str
    person: str
    shared: bool = False
    """Whether others read along there."""
    beside: str | None = None
    """For a tap among others: the address where its answer is shown beside the button."""
    theirs: bool = False
    """Whether the button was not this person's own, and there is no chat to go on in alone."""


@dataclass(frozen=True, slots=True)
class Spend:
    """Earlier messages about a ticket whose buttons are over: of these keys, or all."""

    ref: str
    keys: frozenset[str] | None = None
    by: str | None = None
    """The name of who took it: a desk's message says so."""


async def lay(
    tx: Tx, says: Iterable[Say], turn: Turn | None, now: datetime, *, at_once: bool = False
) -> None:
    """Lays messages in the transaction of what they tell.

    What answers the turn's own person waits until the turn is complete, unless `at_once`; news
    to others leaves at once. A person who can be reached nowhere gets nothing. What is private
    is never laid where others read along: there it says that the answer is elsewhere.
    """
    elsewhere = False
    for say in says:
        own = turn is not None and say.to == turn.person
        place = await _place(tx, say, turn)
        if turn is not None and own and turn.shared and place != turn.address and not say.beside:
            if not elsewhere:
                key = "told-alone" if place else "open-me-first"
                await _add(tx, Say(say.to, key), turn.address, None if at_once else turn, now)
            elsewhere = True
        if place is None:
            log.info("%s: nobody to tell", say.key)
            continue
        await _add(tx, say, place, turn if own and not at_once else None, now)


async def _place(tx: Tx, say: Say, turn: Turn | None) -> str | None:
    """The address where something is said, or None when the person cannot be reached."""
    if turn is not None and say.to == turn.person:
        if say.beside and turn.beside:
            return turn.beside
        if not (turn.shared and say.private):
            return turn.address
    found = await people.address_of(tx, say.to)
    if found is None and say.ref and not say.private:
        found = await people.group_told(tx, say.to, say.ref)
    return found.id if found else None


async def _add(tx: Tx, say: Say, address: str, turn: Turn | None, now: datetime) -> None:
    beside = turn is not None and say.beside and turn.beside == address
    row = OutboxRow(
        address=address,
        turn=turn.inbox if turn else None,
        ready=turn is None or beside,
        kind="alert" if beside else "say",
        key=say.key,
        facts=dict(say.facts),
        buttons=[] if beside else [[_kept(button) for button in row] for row in say.buttons],
        ask=say.ask,
        ref=say.ref,
        photo=say.photo,
        relay=say.relay,
        file=say.file,
        made_at=now,
        try_at=now,
    )
    tx.add(row)
    await tx.flush()


async def spend(tx: Tx, spends: Iterable[Spend], now: datetime) -> None:
    """Makes the buttons of earlier messages about a ticket look spent."""
    for each in spends:
        rows = await mail.open_offers(tx, each.ref)
        rows = [row for row in rows if each.keys is None or row.key in each.keys]
        groups = await mail.groups_among(tx, rows) if each.by is not None else set()
        for row in rows:
            label = _taken(each.by or "") if row.address in groups else {}
            await spend_one(tx, row, label, now)


def _taken(by: str) -> Mapping[str, Any]:
    """What stands in place of a desk's buttons: who took it."""
    if not by:
        return {"key": "tap-taken-by-one", "facts": {}}
    return {"key": "tap-taken", "facts": {"name": by}}


async def spend_one(tx: Tx, row: OutboxRow, label: Mapping[str, Any], now: datetime) -> None:
    """Makes the buttons of one message look spent; `label` is what stands in their place."""
    row.spent = True
    if row.state == mail.WAITING:
        row.buttons = []
    elif row.state == mail.SENT and row.platform_id:
        tx.add(
            OutboxRow(
                address=row.address,
                kind="spend",
                target=row.id,
                key=str(label.get("key") or ""),
                facts=dict(label.get("facts") or {}),
                made_at=now,
                try_at=now,
            )
        )
    tx.add(row)
    await tx.flush()


def _kept(button: Button) -> dict[str, Any]:
    return {"label": button.label, "shows": dict(button.shows), "tap": button.tap}


def kept_button(label: str, verb: str, facts: Facts, shows: Facts | None = None) -> dict[str, Any]:
    """A button as the outbox keeps it, from Rasa's question."""
    return {"label": label, "shows": dict(shows or {}), "tap": payload(verb, facts)}
