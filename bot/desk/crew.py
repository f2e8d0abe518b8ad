"""Whom a ticket is laid before: volunteers whom it suits, staff who look after its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from bot.city import City
from bot.city.times import read_hours
from bot.core.catalogue import Category, Hours
from bot.core.people import on_site
from bot.core.tickets import Ticket
from bot.core.volunteers import Task, Volunteer, fits, whom
from bot.store import Tx, roles, volunteers
from bot.store.volunteers import EVERYBODY, Offer, Sieve


async def helpers(
    tx: Tx, city: City, ticket: Ticket, category: Category, now: datetime
) -> list[str]:
    """The volunteers who are asked; never the resident, for whom it is."""
    task = Task(category, ticket.area, ticket.urgency)
    for sieve in (_sieve(city, task, now), EVERYBODY):
        known = [
            _volunteer(each)
            for each in await volunteers.offers(tx, sieve)
            if each.person != ticket.resident
        ]
        if any(fits(city.catalogue, each, task, now) for each in known):
            break  # nobody who was sieved out fits
    return whom(city.catalogue, known, task, now)


async def anybody(tx: Tx, city: City, ticket: Ticket, category: Category, now: datetime) -> bool:
    """Whether `helpers` would find somebody for a ladder that asks volunteers.

    Where there is one who is vetted, it would: they are asked when nobody fits.
    """
    if not any(rung.volunteers for rung in category.ladder):
        return False
    if await volunteers.any_vetted(tx, ticket.resident):
        return True
    return bool(await helpers(tx, city, ticket, category, now))


def _sieve(city: City, task: Task, now: datetime) -> Sieve:
    """What all who fit have in common, as far as the database can tell it at once.

    In an area with others in it, who helps in any of these is asked too: too many to name.
    """
    whole = task.area is None or task.area in city.catalogue.parents.values()
    return Sieve(
        areas=None if whole else city.catalogue.within(task.area),
        skills=task.category.skills,
        vetted=task.category.private,
        awake_at=now,
    )


async def offering(tx: Tx) -> list[Volunteer]:
    """All volunteers, with what they offer."""
    return [_volunteer(each) for each in await volunteers.offers(tx, EVERYBODY)]


async def answering(tx: Tx, city: City, ticket: Ticket, desk: Sequence[str]) -> list[str]:
    """The staff of the ticket's responder who are asked, or its desk when it has one."""
    staff = await roles.staff_areas(tx, ticket.owner or "")
    there = on_site(city.catalogue, staff, ticket.area)
    return there or list(desk) or list(staff)


def _volunteer(offer: Offer) -> Volunteer:
    return Volunteer(
        person=offer.person,
        skills=frozenset(offer.skills),
        areas=frozenset(offer.areas),
        hours=_hours(offer.hours) if offer.hours else None,
        paused_until=offer.paused_until,
        vetted=offer.vetted,
    )


@lru_cache(1000)
def _hours(text: str) -> Hours:
    """Many have the same."""
    return read_hours(text)
