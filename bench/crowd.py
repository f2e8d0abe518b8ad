"""People of an invented month: they open tickets at a real desk, answer, overlook, rate."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from bot.city import City
from bot.core.catalogue import Kind, Urgency
from bot.core.people import Role
from bot.core.tickets import Owner, State, Ticket
from bot.core.worktime import after
from bot.desk import CLOCK, Act
from bot.desk.rounds import deadline_passed
from bot.message import Address
from bot.store import Store, Tx, people, tickets, volunteers
from bot.store.people import Newcomer
from bot.verbs import Ask, do, finish

SEED = 20260301
RESIDENTS, VOLUNTEERS = 400, 40
AT_ONCE = 400
"""Steps that are committed together."""

OFTEN = {
    **dict.fromkeys(("garbage", "illegal_parking"), 9),
    **dict.fromkeys(("street_light", "construction_noise", "property_management"), 6),
    **dict.fromkeys(("elevator", "pothole", "neighbour_noise", "policy_question"), 5),
    **dict.fromkeys(("illegal_dumping", "green_space", "documents", "other", "meal_delivery"), 4),
    **dict.fromkeys(("water_supply", "internet_outage", "unpaid_wages", "home_repair"), 3),
    **dict.fromkeys(("social_insurance", "sidewalk_blocked", "escort_to_clinic"), 2),
}
"""How often a category comes, beside 1 of all others."""

BY_HOUR = (1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 9, 8, 7, 7, 8, 8, 8, 8, 9, 9, 8, 6, 4, 2)


@dataclass(frozen=True)
class Habit:
    """What a kind does when asked: chances, and medians in hours."""

    takes: float
    declines: float
    """Of what it does not take."""
    answers: float
    works: float
    fails: float
    """Of what it takes: given back, or a "no" of the resident."""


HABITS = {
    Kind.GOVERNMENT.value: Habit(0.86, 0.5, 1.2, 16, 0.08),
    Kind.ENTERPRISE.value: Habit(0.78, 0.35, 0.6, 7, 0.10),
    Kind.NGO.value: Habit(0.72, 0.6, 1.0, 9, 0.07),
    Owner.VOLUNTEERS.value: Habit(0.64, 0.0, 0.4, 3, 0.12),
    Owner.COORDINATOR.value: Habit(1.0, 0.0, 1.5, 12, 0.05),
}
HASTE = {Urgency.EMERGENCY: 0.04, Urgency.HIGH: 0.4}
"""How much sooner what is urgent is answered, and done."""

SAYS_YES, SAYS_NO = 0.45, 0.5
"""Residents who tell that it is solved; of what failed those who are told "done" all the same."""

Do = Callable[[Tx, datetime, str], Awaitable[None]]


@dataclass
class Crowd:
    """Everybody, and what they will do next."""

    store: Store
    city: City
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Persons by what they are: `resident`, `volunteers`, `coordinator`, a responder's slug."""
    agenda: list[tuple[datetime, int, Do, str, int]] = field(default_factory=list)
    """When, a number, what, about which ticket, as of which version."""
    numbers: count[int] = field(default_factory=count)

    async def live(self, first: datetime, span: timedelta, number: int) -> None:
        """Opens so many tickets within a span, and lives until nothing more is to be done."""
        async with self.store.write() as tx:
            await self._arrive(tx, first)
        for _ in range(number):
            day = first + timedelta(days=self.dice.randrange(span.days))
            (hour,) = self.dice.choices(range(24), BY_HOUR)
            self._later(day + timedelta(hours=hour, seconds=self.dice.random() * 3600), self._open)
        while self.agenda:
            async with self.store.write() as tx:
                for _ in range(min(AT_ONCE, len(self.agenda))):
                    await self._next(tx)

    async def _arrive(self, tx: Tx, now: datetime) -> None:
        async def come(what: str, role: Role | None = None, responder: str = "") -> str:
            name = f"{what} {len(self.ids.get(what, []))}"
            row = await people.meet(tx, Address("bench", name, name), Newcomer("en", name), now)
            if role is not None:
                await people.give_role(tx, row.person, role, now, responder)
            self.ids.setdefault(what, []).append(row.person)
            return row.person

        for _ in range(RESIDENTS):
            await come("resident")
        await come(Owner.COORDINATOR.value, Role.COORDINATOR)
        for slug in self.city.catalogue.responders:
            await come(slug, Role.RESPONDER, slug)
        for _ in range(VOLUNTEERS):
            person = await come(Owner.VOLUNTEERS.value, Role.VOLUNTEER)
            row = await volunteers.begin(tx, person, now, vetted=True)
            row.skills = self.dice.sample(sorted(self.city.skills), 2)
            tx.add(row)

    def _later(self, at: datetime, what: Do, ref: str = "", version: int = 0) -> None:
        heappush(self.agenda, (at, next(self.numbers), what, ref, version))

    async def _next(self, tx: Tx) -> None:
        """Does what comes next, unless the ticket has moved meanwhile."""
        if not self.agenda:
            return
        now, _, what, ref, version = heappop(self.agenda)
        ticket = await tickets.get(tx, ref) if ref else None
        if ticket is None or ticket.version == version:
            await what(tx, now, ref)

    async def _ask(self, tx: Tx, now: datetime, person: str, verb: str, **facts: Any) -> str:
        """One verb; the reference of its ticket when it was done, else nothing."""
        told = await do(tx, self.city, Ask(verb, facts, person, None, now))
        return str(told.get("ref") or "") if told["ok"] else ""

    async def _open(self, tx: Tx, now: datetime, _: str) -> None:
        known = self.city.catalogue.categories
        (slug,) = self.dice.choices(list(known), [OFTEN.get(each, 1) for each in known])
        spot = self.dice.choice(list(self.city.places.values()))
        place: dict[str, Any] = {"text": spot.slug, "lat": spot.point.lat, "lon": spot.point.lon}
        place |= {"place": spot.slug, "radius": spot.radius, "area": self.city.area_at(spot.point)}
        (urgency,) = self.dice.choices(("normal", "high", "emergency"), (92, 6, 2))
        facts: dict[str, Any] = {"category": slug, "text": slug, "urgency": urgency}
        facts["alone"] = True  # so few streets, and all is a matter of its own
        if self.dice.random() < 0.92:
            facts["place"] = place
        resident = self.dice.choice(self.ids["resident"])
        ref = await self._ask(tx, now, resident, "open_ticket", **facts)
        ticket = await self._ticket(tx, ref)
        if self.dice.random() < 0.04:
            at = now + timedelta(minutes=1 + 20 * self.dice.random())
            self._later(at, self._cancel, ref, ticket.version)
        self._plan(ticket, now)

    async def _cancel(self, tx: Tx, now: datetime, ref: str) -> None:
        resident = (await self._ticket(tx, ref)).resident
        await self._ask(tx, now, resident, "cancel_ticket", ref=ref)

    def _plan(self, ticket: Ticket, now: datetime) -> None:
        """What whoever it lies before will do: take it, decline it, or let the time run out."""
        habit, dice = self._habit(ticket), self.dice.random()
        at = self._in(ticket, now, habit.answers)
        what: Do = self._take
        if dice >= habit.takes:
            last = ticket.rung >= len(self.city.catalogue.categories[ticket.category].ladder) - 1
            declines = dice < habit.takes + (1 - habit.takes) * habit.declines
            what = self._decline if declines and not last else self._time
        if ticket.deadline and (what == self._time or at > ticket.deadline):
            what, at = self._time, ticket.deadline
        self._later(at, what, ticket.ref, ticket.version)

    def _habit(self, ticket: Ticket) -> Habit:
        known = self.city.catalogue.responders.get(ticket.owner or "")
        return HABITS[known.kind.value if known else str(ticket.owner_kind)]

    def _in(self, ticket: Ticket, now: datetime, hours: float) -> datetime:
        """About so many hours later, in working time of who has it."""
        drawn = hours * self.dice.lognormvariate(0, 0.7) * HASTE.get(ticket.urgency, 1)
        span = timedelta(hours=drawn)
        known = self.city.catalogue.responders.get(ticket.owner or "")
        if known is None or ticket.urgency is Urgency.EMERGENCY:
            return now + span
        return after(known.hours, now, span, self.city.zone)

    async def _take(self, tx: Tx, now: datetime, ref: str) -> None:
        ticket = await self._ticket(tx, ref)
        verb = "claim" if ticket.owner_kind is Owner.VOLUNTEERS else "accept"
        free = self._who(ticket)
        for person in self.dice.sample(free, min(5, len(free))):
            if await self._ask(tx, now, person, verb, ref=ref):
                break
        ticket = await self._ticket(tx, ref)
        if not ticket.held:  # everybody has their hands full
            self._later(ticket.deadline or now, self._time, ref, ticket.version)
            return
        fails = self.dice.random() < self._habit(ticket).fails * (1 - SAYS_NO)
        what = self._decline if fails else self._resolve
        at = self._in(ticket, now, self._habit(ticket).works)
        if ticket.owner_kind is Owner.VOLUNTEERS and ticket.deadline and at > ticket.deadline:
            what, at = self._time, ticket.deadline
        self._later(at, what, ref, ticket.version)

    def _who(self, ticket: Ticket) -> list[str]:
        return self.ids[ticket.owner or str(ticket.owner_kind)]

    async def _decline(self, tx: Tx, now: datetime, ref: str) -> None:
        ticket = await self._ticket(tx, ref)
        person = ticket.holder or self._who(ticket)[0]
        verb = "give_back" if ticket.held else "decline"
        reason = next(iter(self.city.catalogue.decline_reasons))
        await self._ask(tx, now, person, verb, ref=ref, reason=reason)
        self._plan(await self._ticket(tx, ref), now)

    async def _resolve(self, tx: Tx, now: datetime, ref: str) -> None:
        ticket = await self._ticket(tx, ref)
        await self._ask(tx, now, str(ticket.holder), "resolve", ref=ref, text=f"done, {ref}")
        no = self._habit(ticket).fails * SAYS_NO
        dice, ticket = self.dice.random(), await self._ticket(tx, ref)
        at = now + timedelta(hours=24 * self.dice.random())
        if dice < no:
            self._later(at, self._no, ref, ticket.version)
        elif dice < no + SAYS_YES:
            self._later(at, self._yes, ref, ticket.version)
        else:
            self._later(ticket.deadline or now, self._time, ref, ticket.version)

    async def _yes(self, tx: Tx, now: datetime, ref: str) -> None:
        resident = (await self._ticket(tx, ref)).resident
        await self._ask(tx, now, resident, "rate", ref=ref, solved=1)

    async def _no(self, tx: Tx, now: datetime, ref: str) -> None:
        resident = (await self._ticket(tx, ref)).resident
        await self._ask(tx, now, resident, "rate", ref=ref, solved=0)
        self._plan(await self._ticket(tx, ref), now)

    async def _time(self, tx: Tx, now: datetime, ref: str) -> None:
        """What the clock does when a deadline has passed."""
        act = Act(tx, self.city, CLOCK, now)
        await deadline_passed(act, ref)
        await finish(act)
        ticket = await self._ticket(tx, ref)
        if ticket.state in (State.OFFERED, State.TRIAGE):
            self._plan(ticket, now)

    async def _ticket(self, tx: Tx, ref: str) -> Ticket:
        found = await tickets.get(tx, ref)
        if found is None:
            raise LookupError(ref)
        return found
