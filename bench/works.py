"""What the desk does again and again, one thing each, as the desk does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from types import SimpleNamespace
from typing import Any, cast

from bot.city import City
from bot.commands import rates
from bot.core.duplicates import Traits
from bot.core.people import Person
from bot.core.tickets import Ticket
from bot.desk import CLOCK, Act, crew, reports, twins
from bot.desk.ways import choice_of
from bot.store import Store, Tx, tickets

Call = Callable[[], Awaitable[Any]]


@dataclass(frozen=True)
class Room:
    """A filled database, its city, the time, and references of tickets that are there."""

    store: Store
    city: City
    now: datetime
    refs: list[str]


@dataclass(frozen=True)
class Work:
    """Something that is timed: `ready` gives what is called, with all that need not be timed."""

    label: str
    ready: Callable[[Room, Tx, int], Call]
    times: int = 300


def _act(room: Room, tx: Tx, who: Person = CLOCK) -> Act:
    return Act(tx, room.city, who, room.now)


def _new(room: Room, turn: int, *, helped: bool | None = None) -> Ticket:
    """A ticket that somebody opens now; `helped`: of a category that asks volunteers."""
    draw, known = Random(turn), room.city.catalogue.categories.values()
    kinds = [
        each.slug
        for each in known
        if helped is None or helped == any(rung.volunteers for rung in each.ladder)
    ]
    grids = [each.slug for each in room.city.areas.values() if each.level == "grid"]
    return Ticket(
        ref="",
        resident=f"resident-{turn}",
        category=draw.choice(kinds),
        area=draw.choice(grids),
        opened_at=room.now,
        changed_at=room.now,
    )


def _route(room: Room, tx: Tx, turn: int) -> Call:
    act, ticket = _act(room, tx), _new(room, turn)
    return lambda: choice_of(act, ticket, -1)


def _duplicates(room: Room, tx: Tx, turn: int) -> Call:
    act, ticket, draw = _act(room, tx), _new(room, turn), Random(turn)
    ticket.lat, ticket.lon = 36.4 + draw.random() * 0.25, 121.0 + draw.random() * 0.6
    ticket.radius = 50.0
    likened = twins.Likened(Traits(frozenset({"12"})), draw.randbytes(512))
    return lambda: twins.likely(act, ticket, likened)


def _helpers(room: Room, tx: Tx, turn: int) -> Call:
    ticket = _new(room, turn, helped=True)
    category = room.city.catalogue.categories[ticket.category]
    return lambda: crew.helpers(tx, room.city, ticket, category, room.now)


def _status(room: Room, tx: Tx, turn: int) -> Call:
    ref = room.refs[turn % len(room.refs)]

    async def call() -> None:
        await tickets.get(tx, ref)
        await tickets.events(tx, ref)

    return call


def _office(room: Room, turn: int) -> str:
    """One of those that are there for the whole city: they have a full queue at every size."""
    tops = set(room.city.catalogue.outermost)
    those = [each.slug for each in room.city.catalogue.responders.values() if each.areas & tops]
    return those[turn % len(those)]


def _digest(room: Room, tx: Tx, who: Person) -> Call:
    act = _act(room, tx, who)
    return lambda: reports.digest_now(act, {})


def _office_digest(room: Room, tx: Tx, turn: int) -> Call:
    staff_of = frozenset({_office(room, turn)})
    return _digest(room, tx, Person("staff-0", "en", staff_of=staff_of))


def _rates(room: Room, tx: Tx, turn: int) -> Call:
    house: Any = cast(Any, SimpleNamespace(city=room.city, store=room.store))
    return lambda: rates.measure(house, rates.Wish())


WORKS = (
    Work("route a ticket", _route, 500),
    Work("find duplicates", _duplicates, 500),
    Work("the volunteers to be told", _helpers),
    Work("status by reference", _status, 500),
    Work("a resident's tickets", lambda r, tx, i: lambda: tickets.spoken_for(tx, f"resident-{i}")),
    Work("a responder's queue", lambda r, tx, i: lambda: tickets.queue(tx, [_office(r, i)])),
    Work("the coordinators' queue", lambda r, tx, i: lambda: tickets.with_coordinator(tx)),
    Work("free tasks", lambda r, tx, i: lambda: tickets.free_tasks(tx)),
    Work("what is due", lambda r, tx, i: lambda: tickets.due(tx, r.now)),
    Work("an office's digest", _office_digest, 30),
    Work(
        "a coordinator's digest",
        lambda r, tx, i: _digest(r, tx, Person("coordinator-0", "en", coordinator=True)),
        3,
    ),
    Work("the rates of a month", _rates, 3),
)
