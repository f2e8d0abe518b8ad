"""`invite`, `people`: whom an operator lets in, and who takes part."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.city import City
from bot.commands import cards
from bot.core.people import Role
from bot.desk.inviting import make
from bot.desk.naming import as_what, called
from bot.errors import Faults
from bot.message import CODE
from bot.settings import Settings
from bot.store import roles, volunteers, where
from bot.store.asides import VolunteerRow
from bot.store.roles import Grant
from bot.store.tables import PersonRow, RoleRow
from bot.wiring import House, now, open_house

WEB = "web"
"""The name of the web channel."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator asked for."""

    role: Role
    responder: str | None = None
    area: str | None = None
    qr: Path | None = None
    page: Path | None = None


async def invite(wish: Wish) -> int:
    """Makes a single-use invitation; prints its code and links, and draws what was asked for."""
    settings = settings_.read(os.environ)
    cards.check(wish.qr, wish.page)
    async with open_house(settings) as house:
        _check(wish, house.city)
        given = Grant(wish.role, wish.responder or "", wish.area or "")
        async with house.store.write() as tx:
            code, row = await make(tx, given, now())
            ways = {**_public(settings), **await where.known(tx)}
            if settings.house.public_url is not None:
                ways |= _public(settings)
        links = {way: where.with_code(link, code) for way, link in ways.items()}
        card = cards.Card(
            links=tuple(links.values()),
            code=code,
            what=as_what(row),
            until=row.expires_at.isoformat(),
            city={each: house.city.names.get(each, "") for each in house.city.languages},
        )
        _draw(card, wish, house)
    print("For one person, for seven days:")
    for way, link in links.items():
        print(f"  {way:<10} {link}")
    print(f"  in a chat  /start {code}")
    if settings.house.public_url is None and list(links) == [WEB]:
        print("MANYHANDS_PUBLIC_URL is not set: the link works on this machine.", file=sys.stderr)
    return 0


def _check(wish: Wish, city: City) -> None:
    known = city.catalogue.responders
    if (wish.role is Role.RESPONDER) != (wish.responder is not None):
        raise Faults(["--for: names the responder, for the role responder only"])
    if wish.responder is not None and wish.responder not in known:
        raise Faults(
            [f"--for {wish.responder}: no such responder; there are {', '.join(sorted(known))}"]
        )
    if wish.area is not None and wish.responder is None:
        raise Faults(["--area: is where somebody works for a responder; say which with --for"])
    if wish.area is not None and wish.area not in city.areas:
        raise Faults([f"--area {wish.area}: no such area in areas.geojson"])


def _public(settings: Settings) -> Mapping[str, str]:
    """The web page's link, as the settings tell it."""
    house = settings.house
    return {WEB: _web(house.public_url or f"http://{house.host}:{house.port}")}


def _web(url: str) -> str:
    """On the web the code stands behind the #, which no server and no preview sees."""
    return f"{url.rstrip('/')}/#join={CODE}"


async def tell_where(house: House, url: str) -> None:
    """Keeps where people reach the bot that runs now, for links that it makes in a chat."""
    async with house.store.write() as tx:
        await where.know(tx, WEB, _web(url))


def _draw(card: cards.Card, wish: Wish, house: House) -> None:
    if wish.qr is not None:
        cards.draw(card, wish.qr)
    if wish.page is not None:
        made = now()
        cards.print_page(
            card,
            lambda language, key, facts: house.voice.say(language, key, facts, made),
            wish.page,
        )


async def show_people(*, as_json: bool) -> int:
    """Prints everybody who has a role, a line for each role; with --json a person a line."""
    settings = settings_.read(os.environ)
    async with open_house(settings) as house, house.store.read() as tx:
        found = await roles.all_roles(tx)
        offers = dict(await volunteers.every(tx))
    if as_json:
        told: dict[str, dict[str, Any]] = {}
        for row, person in found:
            line = told.setdefault(person.id, _person(person, offers.get(person.id)))
            line["roles"].append(_role(row))
        for line in told.values():
            print(json.dumps(line, ensure_ascii=False))
        return 0
    names = {person.id: called(person.id, person.name) for _, person in found}
    for row, person in found:
        what = ":".join(each for each in (row.role, row.responder, row.area) if each)
        by = f"  by {names.get(row.by, called(row.by, None))}" if row.by else ""
        print(f"{names[person.id]:<20} {what:<40} since {row.since:%Y-%m-%d}{by}")
    return 0


def _person(person: PersonRow, offer: VolunteerRow | None) -> dict[str, Any]:
    told: dict[str, Any] = {"person": person.id, "name": person.name, "roles": []}
    if offer is not None:
        told["volunteer"] = offer.model_dump(mode="json", exclude={"person"})
    return told


def _role(row: RoleRow) -> dict[str, Any]:
    return row.model_dump(mode="json", include={"role", "responder", "area", "since", "by"})
