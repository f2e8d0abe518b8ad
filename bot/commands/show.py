"""`tickets`, `city check`: what an operator looks at."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.core.tickets import Ticket
from bot.errors import BadCity, Faults
from bot.store import Tx, tickets
from bot.wiring import open_city, open_house


async def show_tickets(ref: str | None, *, as_json: bool) -> int:
    """Prints tickets with all fields and events, one JSON object a line, or a line each."""
    async with open_house(settings_.read(os.environ)) as house, house.store.read() as tx:
        found = [await tickets.get(tx, ref)] if ref else await tickets.every(tx)
        known = [each for each in found if each is not None]
        for ticket in known:
            print(await _line(tx, ticket, as_json=as_json))
    if ref and not known:
        raise Faults([f"{ref}: there is no such ticket"])
    return 0


async def _line(tx: Tx, ticket: Ticket, *, as_json: bool) -> str:
    if not as_json:
        owner = ticket.owner or (ticket.owner_kind or "-")
        place = ticket.place or ""
        return f"{ticket.ref}  {ticket.state:<12} {ticket.category:<16} {owner:<24} {place}"
    told: dict[str, Any] = ticket.model_dump(mode="json")
    history = await tickets.events(tx, ticket.ref)
    told["events"] = [each.model_dump(mode="json", exclude={"id"}) for each in history]
    return json.dumps(told, ensure_ascii=False)


def check_city(folder: Path) -> int:
    """Tells every fault of a city's files at once, and what it may live with."""
    try:
        city = open_city(folder)
    except BadCity as error:
        print("\n".join(error.faults), file=sys.stderr)
        print(f"{folder}: {len(error.faults)} to put right.", file=sys.stderr)
        return 1
    for warning in city.warnings:
        print(warning)
    known = city.catalogue
    print(
        f"{folder} is in order: {len(known.categories)} categories, "
        f"{len(known.responders)} responders, {len(city.areas)} areas, {len(city.places)} places."
    )
    return 0
