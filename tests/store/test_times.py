"""Times are aware, in UTC, whatever zone they were given in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import select

from bot.core.tickets import Move
from bot.store import Store, tickets, turns
from bot.store.tables import TurnRow
from tests.conftest import NOW
from tests.store.conftest import keep, read, step

NAIVE = datetime(2026, 3, 2, 10, 0)
ZONES = (ZoneInfo("Asia/Shanghai"), ZoneInfo("America/St_Johns"), timezone(timedelta(hours=-11)))


@pytest.mark.parametrize("zone", ZONES, ids=str)
async def test_a_time_of_another_zone_comes_back_as_the_same_moment_in_utc(
    store: Store, zone: timezone
) -> None:
    there = (NOW + timedelta(microseconds=123_456)).astimezone(zone)
    await keep(store, opened_at=there, deadline=there)
    found = await read(store)
    assert found.opened_at == found.deadline == there
    assert found.opened_at.tzinfo == UTC
    async with store.read() as tx:
        assert await tickets.due(tx, there) == [found.ref]
        assert await tickets.due(tx, there - timedelta(microseconds=1)) == []
        assert (await tickets.events(tx, found.ref))[0].at == there


async def test_both_hours_are_kept_when_the_clocks_go_back(store: Store) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    once = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    twice = once.replace(fold=1)
    await keep(store, opened_at=once, deadline=twice)
    found = await read(store)
    assert found.deadline is not None
    assert found.deadline - found.opened_at == timedelta(hours=1)


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises((StatementError, ValueError)):
        async with store.write() as tx:
            await turns.know(tx, "in:wang", NAIVE)
    async with store.read() as tx:
        assert (await tx.exec(select(TurnRow))).all() == []


async def test_a_move_at_a_time_without_a_zone_is_refused(store: Store) -> None:
    ticket = await keep(store)
    event = step(ticket, Move.ACCEPT, deadline=NAIVE)
    with pytest.raises((StatementError, ValueError)):
        async with store.write() as tx:
            await tickets.save(tx, ticket, event)
    assert (await read(store)).version == 1


async def test_a_question_with_a_time_without_a_zone_is_refused(store: Store) -> None:
    async with store.read() as tx:
        with pytest.raises((StatementError, ValueError)):
            await tickets.due(tx, NAIVE)
