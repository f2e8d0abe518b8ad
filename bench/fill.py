"""Fills a database with tickets, their histories, and people: plausible, and the same each time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Connection, Table
from sqlmodel import SQLModel

from bot.city import City
from bot.core import refs
from bot.core.catalogue import Urgency
from bot.core.people import Role
from bot.core.tickets import Move, Owner, State, Ticket
from bot.store import Store
from bot.store.asides import MeaningRow, VolunteerRow
from bot.store.tables import EventRow, PersonRow, RoleRow, TicketRow

Row = dict[str, Any]

ENDED = 0.95


def _often(told: Mapping[StrEnum, int]) -> list[str]:
    """Each value as often as is told."""
    return [each.value for each, times in told.items() for _ in range(times)]


ENDS = _often({State.CLOSED: 88, State.CANCELLED: 6, State.MERGED: 4, State.REFUSED: 2})
OPEN = _often(
    {
        State.OFFERED: 30,
        State.ACCEPTED: 15,
        State.IN_PROGRESS: 30,
        State.WAITING_FOR_RESIDENT: 7,
        State.RESOLVED: 12,
        State.TRIAGE: 6,
    }
)
URGENCIES = _often({Urgency.NORMAL: 14, Urgency.LOW: 3, Urgency.HIGH: 2, Urgency.EMERGENCY: 1})
WORDS = ("is broken", "makes a noise", "leaks", "has been dark for days", "smells", "is blocked")

OFFICES = 0.4
"""Of all tickets lie with offices that are there for the whole city."""
HELPED = 0.08
"""Of all tickets lie with volunteers."""
ANYWHERE = 0.05
"""Of the volunteers help in the whole city."""
ANSWERED = 0.5
"""Of the residents say how it was."""
ANSWERS = [
    json.dumps({"contacted": stars > 1, "solved": stars > 2, "satisfied": stars})
    for stars in (5, 5, 4, 4, 3, 2, 1)
]
OVERDUE = 60
"""Open tickets whose deadline has just passed, whatever the size: the clock keeps up."""

WEEK, RECENT, YEARS = timedelta(days=7), timedelta(days=14), timedelta(days=730)
VOLUNTEERS, STAFF, COORDINATORS, RESIDENTS = 20_000, 10_000, 5, 200_000
AT_ONCE = 10_000
"""Rows in one statement."""
STRIDE = 7_368_787
"""Scatters references over all that there are, each once."""
WRITTEN = "%Y-%m-%d %H:%M:%S.%f"


def ref(number: int) -> str:
    """The reference of a ticket by its number."""
    return refs.make(number * STRIDE)


@dataclass
class Maker:
    """Makes rows for a city, at a moment: with the values that the databases keep."""

    city: City
    now: datetime
    random: Random = field(default_factory=lambda: Random(11))

    def __post_init__(self) -> None:
        known = self.city.catalogue
        tops = set(known.outermost)
        self.grids = [each.slug for each in self.city.areas.values() if each.level == "grid"]
        self.kinds = list(known.categories)
        self.offices = [each.slug for each in known.responders.values() if each.areas & tops]
        self.others = [each.slug for each in known.responders.values() if not each.areas & tops]
        plain = Ticket(ref="", resident="", category="", opened_at=self.now, changed_at=self.now)
        self._plain = {
            name: json.dumps(value) if isinstance(value, list | dict) else value
            for name, value in plain.model_dump().items()
        }

    def one(self, those: Sequence[Any]) -> Any:
        """Any of these: quicker than `choice`."""
        return those[int(self.random.random() * len(those))]

    def tickets(self, first: int, last: int) -> Iterator[tuple[Row, list[Row]]]:
        """The tickets of these numbers, each with its history."""
        for number in range(first, last):
            over = self.random.random() < ENDED
            ticket = self._ticket(number, over)
            yield ticket, self._history(ticket)

    def _ticket(self, number: int, over: bool) -> Row:
        chance, state = self.random.random, self.one(ENDS if over else OPEN)
        opened = self.now - chance() * (YEARS if over else RECENT)
        took = min(chance() * WEEK, self.now - opened)
        ended = opened + took
        place = f"{number % 97} {self.one(self.others)} Road"
        return {
            **self._plain,
            "ref": ref(number),
            "resident": f"resident-{int(chance() * RESIDENTS)}",
            "category": self.one(self.kinds),
            "state": state,
            "urgency": self.one(URGENCIES),
            "text": f"{place}: it {self.one(WORDS)}, number {number}",
            "language": "en",
            "place": place,
            "lat": 36.4 + chance() * 0.25,
            "lon": 121.0 + chance() * 0.6,
            "radius": 30.0,
            "area": self.one(self.grids),
            **self._hands(state, number),
            "rung": 0,
            "deadline": None if over else self._deadline(number),
            "due": opened + WEEK,
            "opened_at": opened,
            "changed_at": ended,
            "resolved_at": ended if state in (State.CLOSED.value, State.RESOLVED.value) else None,
            "closed_at": ended if over else None,
            "version": 3,
        }

    def _hands(self, state: str, number: int) -> Row:
        if state == State.TRIAGE:
            return {"owner_kind": Owner.COORDINATOR.value}
        holder = None if state == State.OFFERED else f"staff-{number % STAFF}"
        if self.random.random() < HELPED:
            return {"owner_kind": Owner.VOLUNTEERS.value, "holder": holder}
        owner = self.one(self.offices if self.random.random() < OFFICES else self.others)
        return {
            "owner_kind": Owner.RESPONDER.value,
            "owner": owner,
            "holder": holder,
            "asked": f'["{owner}"]',
            "why": f'{{"key": "why-nearest", "facts": {{"responder": "{owner}"}}}}',
        }

    def _deadline(self, number: int) -> datetime:
        if number < OVERDUE / (1 - ENDED):
            return self.now - timedelta(seconds=number % 60)
        return self.now + self.random.random() * WEEK

    def _history(self, ticket: Row) -> list[Row]:
        """What the rates need: who said "done", and what the resident answered."""
        if ticket["resolved_at"] is None:
            return []
        told = json.dumps({"hands": ticket["owner_kind"], "owner": ticket["owner"], "text": "done"})
        found = [_event(ticket, Move.RESOLVE, ticket["holder"], told)]
        if self.random.random() < ANSWERED:
            found.append(_event(ticket, Move.RATE, ticket["resident"], self.one(ANSWERS)))
        return found

    def people(self) -> dict[type[SQLModel], list[Row]]:
        """Volunteers, two staff for each responder, and coordinators."""
        known = self.city.areas.values()
        areas = [each.slug for each in known if each.level in ("community", "district")]
        slugs = [slug for slug in self.city.catalogue.responders for _ in range(2)]
        roles = [(f"volunteer-{i}", Role.VOLUNTEER, "") for i in range(VOLUNTEERS)]
        roles += [(f"staff-{i}", Role.RESPONDER, slug) for i, slug in enumerate(slugs)]
        roles += [(f"coordinator-{i}", Role.COORDINATOR, "") for i in range(COORDINATORS)]
        plain = {"language": "en", "made_at": self.now, "simple": False}
        return {
            PersonRow: [{**plain, "id": person, "name": person} for person, *_ in roles],
            RoleRow: [
                {"person": person, "role": role.value, "responder": slug, "since": self.now}
                for person, role, slug in roles
            ],
            VolunteerRow: [self._offer(f"volunteer-{i}", areas) for i in range(VOLUNTEERS)],
        }

    def _offer(self, person: str, areas: Sequence[str]) -> Row:
        anywhere = self.random.random() < ANYWHERE
        skills = list(self.city.skills)
        return {
            "person": person,
            "skills": json.dumps(sorted({self.one(skills), self.one(skills)})),
            "areas": json.dumps([] if anywhere else [self.one(areas), self.one(areas)]),
            "hours": self.one(("", "Mo-Fr 18:00-22:00", "Sa-Su 08:00-20:00")),
            "vetted": self.random.random() < 0.9,
            "since": self.now,
        }


def _event(ticket: Row, move: Move, who: str | None, facts: str) -> Row:
    return {
        "ref": ticket["ref"],
        "at": ticket["resolved_at"],
        "who": who,
        "move": move.value,
        "before": State.IN_PROGRESS.value,
        "after": State.RESOLVED.value,
        "why": "{}",
        "facts": facts,
    }


def _meaning(ticket: Row) -> Row:
    """What is kept of the words of an open ticket."""
    number = int.from_bytes(str(ticket["ref"]).encode()) % 2**32
    traits = json.dumps({"numbers": [str(number % 97)], "marks": [], "again": False})
    return {"ref": ticket["ref"], "vector": Random(number).randbytes(512), "traits": traits}


async def fill_people(store: Store, maker: Maker) -> None:
    """Everybody who has a role."""
    for table, rows in maker.people().items():
        await _insert(store, table, rows)


async def fill_tickets(store: Store, maker: Maker, first: int, last: int) -> None:
    """The tickets of these numbers. Indexes are made anew at the end, which is quicker."""
    tables = [_table(TicketRow), _table(EventRow)]
    await _indexes(store, tables, make=False)
    made = maker.tickets(first, last)
    while some := list(islice(made, AT_ONCE)):
        await _insert(store, TicketRow, [ticket for ticket, _ in some])
        await _insert(store, EventRow, [event for _, those in some for event in those])
        await _insert(store, MeaningRow, [_meaning(each) for each, _ in some if each["deadline"]])
    await _indexes(store, tables, make=True)


async def _insert(store: Store, table: type[SQLModel], rows: Iterable[Row]) -> None:
    """As each database does it quickest: row by row through SQLAlchemy it takes thrice as long."""
    left, name = iter(rows), str(table.__tablename__)
    while some := list(islice(left, AT_ONCE)):
        columns = list(some[0])
        async with store.write() as tx:
            connection = await tx.connection()
            if store.is_sqlite:
                asked = ", ".join("?" for _ in columns)
                named = ", ".join(f'"{each}"' for each in columns)
                line = f"INSERT INTO {name} ({named}) VALUES ({asked})"  # noqa: S608
                values = [tuple(map(_written, each.values())) for each in some]
                await connection.exec_driver_sql(line, values)
                continue
            driver: Any = (await connection.get_raw_connection()).driver_connection
            values = [tuple(each.values()) for each in some]
            await driver.copy_records_to_table(name, records=values, columns=columns)


def _written(value: Any) -> Any:
    """A time as it stands in SQLite."""
    return f"{value:{WRITTEN}}" if isinstance(value, datetime) else value


async def _indexes(store: Store, tables: Sequence[Table], *, make: bool) -> None:
    def change(connection: Connection) -> None:
        for index in (index for table in tables for index in table.indexes):
            (index.create if make else index.drop)(connection)

    async with store.write() as tx:
        await (await tx.connection()).run_sync(change)


def _table(of: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(of.__tablename__)]
