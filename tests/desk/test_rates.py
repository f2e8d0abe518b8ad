"""What an operator reads of a month, out of what people really did."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot import settings
from bot.commands.rates import Wish, lines, measure
from bot.core.people import Role
from bot.errors import Faults
from bot.store import Store
from bot.wiring import open_house
from tests.desk.conftest import Desk


@pytest.fixture
def wish(desk: Desk) -> Wish:
    """The month before the desk's day, and the day after it."""
    since, until = (desk.now + timedelta(days=n) for n in (-30, 10))
    return Wish(since=since.isoformat(), until=until.isoformat())


async def told(desk: Desk, wish: Wish, var: Path) -> list[str]:
    """What the command prints, out of the desk's own database."""
    environ = {**os.environ, "MANYHANDS_VAR": str(var)}
    async with open_house(settings.read(environ)) as house:
        house.store = desk.store
        return list(lines(await measure(house, wish)))


async def test_a_no_counts_against_who_said_done_and_a_yes_for_who_solved_it(
    desk: Desk, wish: Wish, tmp_path: Path
) -> None:
    resident = await desk.person("Wang")
    clerk = await desk.person("Sun", Role.COORDINATOR)
    ref = await desk.open(resident, "elevator")
    owner = str((await desk.ticket(ref)).owner)
    staff = await desk.person("Li", Role.RESPONDER, owner)
    await desk.ask(staff, "resolve", ref=ref)
    await desk.ask(resident, "rate", ref=ref, solved=0)
    await desk.ask(clerk, "accept", ref=ref)
    await desk.ask(clerk, "resolve", ref=ref)
    for answer in ({"solved": 1}, {"contacted": 1}, {"stars": 5}):
        await desk.ask(resident, "rate", ref=ref, **answer)
    said = await told(desk, wish, tmp_path)
    (first,) = [each for each in said if each.startswith(owner)]
    assert "0 % (0 to 79; 0 of 1)" in first
    last = await desk.ticket(ref)
    (second,) = [each for each in said if each.startswith(f"{last.owner} ")]
    assert second.count("100 % (21 to 100; 1 of 1)") == 3
    assert said[1].startswith("solved without government: ")


async def test_an_empty_month_and_a_day_that_is_none(
    desk: Desk, tmp_path: Path, store: Store
) -> None:
    said = await told(desk, Wish(by="kind"), tmp_path)
    assert said[1:] == [
        "solved without government: no answers",
        "nobody said that anything was done",
    ]
    with pytest.raises(Faults, match="no day"):
        await told(desk, Wish(since="May"), tmp_path)
