"""Whom a ticket is laid before: volunteers whom it suits, staff who look after its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.city import City
from bot.city.times import read_hours
from bot.core.catalogue import Category
from bot.core.people import on_site
from bot.core.tickets import Ticket
from bot.core.volunteers import Task, Volunteer, whom
from bot.store import Tx, roles, volunteers
from bot.store.asides import VolunteerRow


async def helpers(
    tx: Tx, city: City, ticket: Ticket, category: Category, now: datetime
) -> list[str]:
    """The volunteers who are asked; never the resident, for whom it is."""
    task = Task(category, ticket.area, ticket.urgency)
    known = [
        _volunteer(person, row)
        for person, row in await volunteers.every(tx)
        if person != ticket.resident
    ]
    return whom(city.catalogue, known, task, now)


async def answering(tx: Tx, city: City, ticket: Ticket, desk: Sequence[str]) -> list[str]:
    """The staff of the ticket's responder who are asked, or its desk when it has one."""
    staff = await roles.staff_areas(tx, ticket.owner or "")
    there = on_site(city.catalogue, staff, ticket.area)
    return there or list(desk) or list(staff)


def _volunteer(person: str, row: VolunteerRow | None) -> Volunteer:
    if row is None:
        return Volunteer(person)
    return Volunteer(
        person=person,
        skills=frozenset(row.skills),
        areas=frozenset(row.areas),
        hours=read_hours(row.hours) if row.hours else None,
        paused_until=row.paused_until,
        vetted=row.vetted,
    )
