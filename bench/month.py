"""A month of an invented city, and what a changed ladder would have made of it.

About 3,000 tickets go through the real desk into a new database: residents open, correct and rate
them, staff and volunteers take, decline or overlook them, by chances and times that are always
drawn alike. Reminders to who works on a ticket are left out: nothing in a replay hangs on them.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.crowd import Crowd
from bench.places import ROOT, say
from bot import settings
from bot.commands.replay import Wish, compare, lines
from bot.wiring import open_house

TICKETS = 3000
FIRST = datetime(2026, 2, 28, 16, tzinfo=UTC)
"""Midnight of 1 March 2026 in Binhai."""
MONTH = timedelta(days=31)

GOVERNMENT = '[[ladder]]\nto = "government"\n'

CHANGES: Mapping[str, tuple[str, str]] = {
    # The office and the legal aid change places.
    "categories/unpaid_wages.toml": (
        f'{GOVERNMENT}answer = "1d"\n\n[[ladder]]\nto = "ngo"\nanswer = "1d"\n',
        f'[[ladder]]\nto = "ngo"\nanswer = "1d"\n\n{GOVERNMENT}answer = "1d"\n',
    ),
    # Who carries the garbage away clears what was dumped.
    "categories/illegal_dumping.toml": (
        GOVERNMENT,
        f'[[ladder]]\nto = "enterprise"\nanswer = "2h"\n\n{GOVERNMENT}',
    ),
    "responders/binhai_sanitation.toml": ('["garbage"]', '["garbage", "illegal_dumping"]'),
    # Neighbours first, by day and when it is nothing grave.
    "categories/green_space.toml": (
        GOVERNMENT,
        '[[ladder]]\nto = "volunteers"\nanswer = "3h"\n\n[ladder.when]\n'
        f'hours = "Mo-Su 08:00-18:00"\nurgency = ["normal", "low"]\n\n{GOVERNMENT}',
    ),
    # Mediation before a fine.
    "categories/construction_noise.toml": (
        GOVERNMENT,
        f'[[ladder]]\nto = "ngo"\nanswer = "2h"\n\n{GOVERNMENT}',
    ),
    "responders/good_neighbours.toml": (
        '["neighbour_noise"]',
        '["construction_noise", "neighbour_noise"]',
    ),
}
"""Files of the sample city: what stands there, and what is tried instead."""


def measure(number: int = TICKETS) -> str:
    """The replay of a changed Binhai over a month of so many tickets, as the command tells it."""
    with tempfile.TemporaryDirectory() as folder:
        return "\n".join(asyncio.run(_replayed(Path(folder), number)))


async def _replayed(folder: Path, number: int) -> list[str]:
    changed = changed_city(folder / "changed-city")
    environ = {"MANYHANDS_VAR": str(folder / "var"), "MANYHANDS_CITY": str(ROOT / "city")}
    async with open_house(settings.read(environ)) as house:
        crowd = Crowd(house.store, house.city)
        say(f"{number} tickets go through the desk; that takes some minutes.")
        await crowd.live(FIRST, MONTH, number)
        last = (FIRST + MONTH).isoformat()
        told = await compare(house.store, house.city, Wish(FIRST.isoformat(), last, changed))
    return list(lines({**told, "city": changed.name}))


def changed_city(folder: Path) -> Path:
    """A copy of the sample city with other ladders. Raises ValueError when it has changed."""
    shutil.copytree(ROOT / "city", folder)
    for name, (before, after) in CHANGES.items():
        text = (folder / name).read_text("utf-8")
        if text.count(before) != 1:
            raise ValueError(f"{name}: what is to be changed is not there")
        (folder / name).write_text(text.replace(before, after), "utf-8")
    return folder
