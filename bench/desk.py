"""What the desk asks of its database and city, with few tickets and with ten times as many."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel import col, func, select

from bench import bigcity, races
from bench.figures import number, percentile
from bench.fill import Maker, fill_people, fill_tickets
from bench.machine import busy, cores, load
from bench.places import say
from bench.works import WORKS, Room, Work
from bot.city import City
from bot.errors import Faults
from bot.message import Point
from bot.store import AWAY, Store
from bot.store.tables import PersonRow, TicketRow

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
"""Where a database of our own is made, unless another server is named."""

POINTS = 5000


@dataclass
class Times:
    """How long something took, in seconds, at each size."""

    few: list[float] = field(default_factory=list)
    many: list[float] = field(default_factory=list)

    def row(self, label: str) -> str:
        """As a line of the table, in milliseconds."""
        cells = [
            number(value and value * 1000)
            for times in (self.few, self.many)
            for value in (percentile(times, 0.5), percentile(times, 0.95))
        ]
        few, many = percentile(self.few, 0.5), percentile(self.many, 0.5)
        ratio = number(many / few if few and many else None)
        return f"| {label} | {' | '.join(cells)} | {ratio} |"


def run(chosen: argparse.Namespace) -> int:
    """Measures and prints; the exit code, 0 when nothing was skipped."""
    return asyncio.run(_run(chosen, WORKS))


async def _run(chosen: argparse.Namespace, works: Sequence[Work]) -> int:
    say("building the city")
    city, skipped = bigcity.build(), []
    print(f"{cores()} cores. {busy(load()) or ''}\n")
    print(f"area of a point among {len(city.areas):,}: {_areas(city)}\n")
    with tempfile.TemporaryDirectory() as folder:
        for url in chosen.url or [f"sqlite:///{folder}/desk.db", POSTGRES]:
            try:
                async with _own(url) as store:
                    await _database(store, city, chosen, works)
            except (*AWAY, Faults) as error:
                skipped.append(f"{make_url(url).get_backend_name()}: {error}")
    print("\n".join(f"Skipped: {each}" for each in skipped))
    return 1 if skipped else 0


def _areas(city: City) -> str:
    draw, times = Random(3), []
    west, south, east, north = city.areas[city.slug].border.bounds
    for _ in range(POINTS):
        point = Point(draw.uniform(south, north), draw.uniform(west, east))
        began = time.perf_counter()
        city.area_at(point)
        times.append(time.perf_counter() - began)
    half, most = (1e6 * (percentile(times, share) or 0) for share in (0.5, 0.95))
    return f"{half:.0f} µs (95 % within {most:.0f} µs)"


@asynccontextmanager
async def _own(url: str) -> AsyncIterator[Store]:
    """An empty store: the SQLite file, or a database of our own on the server, dropped afterwards.

    Raises Faults when somebody's data is in it.
    """
    if make_url(url).get_backend_name() == "sqlite":
        async with _opened(url) as store:
            yield store
        return
    name = f"manyhands_bench_{secrets.token_hex(4)}"
    await _administer(url, f'CREATE DATABASE "{name}"')
    try:
        async with _opened(make_url(url).set(database=name).render_as_string(False)) as store:
            yield store
    finally:
        await _administer(url, f'DROP DATABASE "{name}" WITH (FORCE)')


async def _administer(url: str, command: str) -> None:
    address = make_url(url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.execute(text(command))


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Store]:
    store = Store(url)
    try:
        await store.migrate()
        async with store.read() as tx:
            for table in (TicketRow, PersonRow):
                if (await tx.exec(select(func.count()).select_from(table))).one():
                    raise Faults([f"{store.url.database}: there is something in it; name another"])
        yield store
    finally:
        await store.close()


async def _database(
    store: Store, city: City, chosen: argparse.Namespace, works: Sequence[Work]
) -> None:
    kind = "SQLite" if store.is_sqlite else "PostgreSQL"
    maker, found = Maker(city, datetime.now(UTC)), {each.label: Times() for each in works}
    if chosen.tickets:
        few = max(1, chosen.tickets // 10)
        await fill_people(store, maker)
        for first, last in ((0, few), (few, chosen.tickets)):
            began = time.monotonic()
            await fill_tickets(store, maker, first, last)
            await _tidy(store)
            say(f"{kind}: {last:,} tickets, {time.monotonic() - began:.0f} s")
            for work in works:
                times = found[work.label].few if last == few else found[work.label].many
                times += await measure(await _room(store, city, maker.now), work)
            say(f"{kind}: measured")
        print("\n".join(_table(kind, (few, chosen.tickets), found, works)))
    if chosen.races:
        print(f"\n{kind}: {await races.run(store, chosen.races)}\n")


async def _room(store: Store, city: City, now: datetime) -> Room:
    async with store.read() as tx:
        found = await tx.exec(select(TicketRow.ref).order_by(col(TicketRow.ref)).limit(5000))
        return Room(store, city, now, list(found.all()))


async def _tidy(store: Store) -> None:
    """What PostgreSQL does by itself after a while. SQLite never looks at its tables so."""
    if not store.is_sqlite:
        await _administer(store.url.render_as_string(False), "VACUUM ANALYZE")


async def measure(room: Room, work: Work) -> list[float]:
    """Seconds of each time that something was done, without the first tenth, or the first."""
    times = []
    for turn in range(work.times + max(1, work.times // 10)):
        async with room.store.read() as tx:
            await tx.connection()
            call = work.ready(room, tx, turn)
            began = time.perf_counter()
            await call()
            times.append(time.perf_counter() - began)
    return times[-work.times :]


def _table(
    kind: str, sizes: tuple[int, int], found: dict[str, Times], works: Sequence[Work]
) -> Iterator[str]:
    few, many = (f"{each:,}" for each in sizes)
    yield f"| {kind}, milliseconds | {few} p50 | p95 | {many} p50 | p95 | ratio |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    yield from (found[each.label].row(each.label) for each in works)
