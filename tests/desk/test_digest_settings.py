"""The digest by sentence: its hour, days without it, none at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.people import Role
from bot.store.tables import PersonRow
from tests.desk.conftest import Desk


@pytest.fixture
async def official(desk: Desk) -> str:
    """Who reads digests."""
    return await desk.person("Chen", Role.COORDINATOR)


async def kept(desk: Desk, person: str) -> PersonRow:
    async with desk.store.read() as tx:
        row = await tx.get(PersonRow, person)
    assert row is not None
    return row


async def test_hour_and_days_are_set_and_the_zone_stays(desk: Desk, official: str) -> None:
    await desk.ask(official, "digest_settings", zone="America/Lima")
    assert (await desk.ask(official, "digest_settings", hour=7))["key"] == "digest-set"
    told = await desk.ask(official, "digest_settings", off="65")
    assert (told["key"], told["hour"]) == ("digest-set-days", 7)
    days = (await desk.rows(official))[-1].facts["days"]
    assert [each["facts"]["weekday"] for each in days] == [5, 6]
    row = await kept(desk, official)
    assert (row.digest_hour, row.digest_days, row.zone) == (7, [5, 6], "America/Lima")
    assert (await desk.ask(official, "digest_settings", off=""))["key"] == "digest-set"
    assert (await kept(desk, official)).digest_days == []


async def test_a_minute_is_owned_up_to(desk: Desk, official: str) -> None:
    await desk.ask(official, "digest_settings", hour=6, minute=30)
    assert (await desk.heard(official))[-1] == "digest-set-hour"


async def test_it_can_be_stopped_and_comes_again_by_button(desk: Desk, official: str) -> None:
    assert (await desk.ask(official, "digest_settings", off="0123456"))["key"] == "digest-off"
    await desk.open(await desk.person("Wang"))
    await desk.wait(timedelta(hours=22))
    assert "digest" not in await desk.heard(official)
    assert (await desk.ask(official, "digest_settings", off=""))["key"] == "digest-set"
    await desk.wait(timedelta(hours=24))
    assert "digest" in await desk.heard(official)


async def test_on_a_day_off_no_digest_comes(desk: Desk, official: str) -> None:
    await desk.ask(official, "digest_settings", off="1")  # the clock stands on a Monday
    await desk.open(await desk.person("Wang"))
    await desk.wait(timedelta(hours=22))
    assert "digest" not in await desk.heard(official)
    await desk.wait(timedelta(hours=24))
    assert "digest" in await desk.heard(official)


@pytest.mark.parametrize("off", ["7", "sunday", 6, None])
async def test_what_are_no_days_is_asked_again(desk: Desk, official: str, off: object) -> None:
    assert (await desk.ask(official, "digest_settings", off=off))["key"] == "digest-when"
