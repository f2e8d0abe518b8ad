"""The measurement of the desk measures what it says, on data that could be a city's."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bench import bigcity, desk, fill
from bench.works import WORKS, Work
from bot.city import City
from bot.city.areas import _check_neighbours
from bot.city.sheet import Page
from bot.core.tickets import END
from bot.errors import Faults
from bot.store import Store
from bot.store.indexes import OPEN
from bot.store.tables import EventRow, TicketRow
from tests.conftest import NOW
from tests.store.conftest import keep


@pytest.fixture
async def filled(store: Store, city: City, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A database with a few of everything."""
    monkeypatch.setattr(fill, "VOLUNTEERS", 30)
    maker = fill.Maker(city, NOW)
    await fill.fill_people(store, maker)
    await fill.fill_tickets(store, maker, 0, 300)
    await fill.fill_tickets(store, maker, 300, 600)
    return store


async def test_most_tickets_are_over_and_the_others_have_owner_and_deadline(filled: Store) -> None:
    async with filled.read() as tx:
        every = (await tx.exec(select(TicketRow))).all()
        is_open = set((await tx.exec(select(TicketRow.ref).where(OPEN))).all())
        events = (await tx.exec(select(func.count(col(EventRow.id))))).one()
    assert len({each.ref for each in every}) == 600
    assert is_open == {each.ref for each in every if each.state not in END}
    assert all(each.owner_kind for each in every)
    assert 5 < len(is_open) < 60
    assert events > 500


@pytest.mark.parametrize("work", WORKS, ids=lambda each: each.label)
async def test_all_that_is_timed_can_be_asked(filled: Store, city: City, work: Work) -> None:
    room = await desk._room(filled, city, NOW)
    assert len(await desk.measure(room, replace(work, times=3))) == 3


async def test_a_database_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'theirs.db'}"
    store = Store(url)
    await store.migrate()
    await keep(store)
    await store.close()
    with pytest.raises(Faults, match="there is something in it"):
        async with desk._own(url):
            pytest.fail("it was opened")


def test_ten_times_as_many_take_as_long_is_told_as_a_ratio() -> None:
    times = desk.Times(few=[0.001, 0.002, 0.003], many=[0.002, 0.003, 0.009])
    assert times.row("this") == "| this | 2.00 | 3.00 | 3.00 | 9.00 | 1.50 |"
    assert desk.Times().row("that") == "| that | – | – | – | – | – |"


@pytest.mark.slow
def test_a_city_of_ten_thousand_areas_is_without_fault_and_soon_checked() -> None:
    city, faults = bigcity.build(), list[str]()
    began = time.process_time()
    _check_neighbours(Page("areas.geojson", faults), city.areas)
    assert time.process_time() - began < 60
    assert faults == []
    assert len(city.areas) == 10_101
    assert len(city.catalogue.responders) == 5_000
    assert {len(city.catalogue.within(each)) for each in city.areas} == {1, 2, 3, 4}
