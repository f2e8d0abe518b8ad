"""`route`: whom a message would be laid before and why, rung by rung; nothing is written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import settings as settings_
from bot.children.beside import newest_model
from bot.city import City
from bot.city.questions import CATCH_ALL
from bot.commands.rates import time_of
from bot.commands.understand import Message, rasa, read_all
from bot.core.routing import Case, Look, due, limited, look, may_be_asked
from bot.core.tickets import Ticket
from bot.desk import crew
from bot.desk.opening import urgency_of
from bot.errors import Faults
from bot.message import Point
from bot.store import records
from bot.wiring import House, now, open_ears, open_house

Row = dict[str, Any]


@dataclass(frozen=True)
class Wish:
    """What is asked."""

    text: str
    at: str | None = None
    """Latitude and longitude in degrees, with a comma between."""
    time: str | None = None
    """ISO 8601; without a zone it is the city's."""
    category: str | None = None
    """Instead of the one that is understood."""
    as_json: bool = False


async def route(wish: Wish) -> int:
    """Tells what is understood of the words, and every rung of the ladder as it stands."""
    async with open_house(settings_.read(os.environ)) as house:
        told = await explain(house, wish, read(house, wish.text))
    print(json.dumps(told, ensure_ascii=False) if wish.as_json else "\n".join(lines(told)))
    return 0


async def explain(house: House, wish: Wish, read: Row) -> Row:
    """The same as data; `read` is what was understood. Raises Faults for a place, time or category
    that is none."""
    city, when = house.city, _time(house.city, wish.time)
    point = _point(city, wish.at) if wish.at else None
    known = city.catalogue.categories
    slug = wish.category or read["category"]
    if slug is None:
        return {**read, "rungs": [], "why": f"this is no report but {read['intent']}"}
    if wish.category and wish.category not in known:
        raise Faults([f"--category {slug}: no category of this city; see city/categories"])
    category = known.get(slug) or known[CATCH_ALL]
    area = city.area_at(point) if point else _area(house, wish, read)
    urgency = urgency_of(read["urgency"], category.urgency)
    ticket = Ticket(
        ref="",
        resident="",
        category=category.slug,
        urgency=urgency,
        area=area,
        opened_at=when,
        changed_at=when,
    )
    async with house.store.read() as tx:
        helped = await crew.anybody(tx, city, ticket, category, when)
        case = Case(category, area, urgency, volunteers=int(helped))
        asked = may_be_asked(city.catalogue, case)
        told, load = await records.of(tx, asked, limited(city.catalogue, asked))
        case = replace(case, load=load, records=told)
    looks = [look(city.catalogue, case, i, when) for i in range(len(category.ladder))]
    chosen = next((each.choice for each in looks if each.choice), None)
    owner = chosen.responder if chosen else None
    return {
        **read,
        "category": category.slug,
        "urgency": urgency.value,
        "area": area,
        "time": _local(city, when),
        "due": _local(city, due(city.catalogue, owner, (category, urgency), when)),
        "rungs": [_rung(house, each, when) for each in looks],
        "chosen": chosen.rung if chosen else None,
    }


def read(house: House, text: str) -> Row:
    """What is understood of the words, with Rasa's newest model. Raises Faults without one."""
    ears = open_ears(house.city)
    with rasa(newest_model(house.settings.house.var)) as parse:
        told = read_all(ears, parse, [Message(text, None, ("resident",))])[0]
    keys = ("intent", "category", "urgency", "urgency_why", "place", "language")
    return {key: told[key] for key in keys}


def _area(house: House, wish: Wish, read: Row) -> str | None:
    place = open_ears(house.city).read(wish.text, read["language"]).place
    return place.area if place else None


def _rung(house: House, seen: Look, when: datetime) -> Row:
    """One rung, as data."""
    rung, choice = seen.rung, seen.choice
    to = "volunteers" if rung.volunteers else rung.responder or str(rung.kind)
    return {
        "to": to,
        "holds": seen.holds,
        "asks": (choice.responder or "volunteers") if choice else None,
        "answer_by": _local(house.city, choice.answer_by) if choice else None,
        "why": choice.why if choice else None,
        "told": _said(house, choice.why, when) if choice else None,
        "candidates": [
            {
                "responder": each.responder,
                "opens": _local(house.city, each.opens),
                "full": each.full,
                "distance": each.distance,
                "takes": round(each.takes, 2),
            }
            for each in seen.candidates
        ],
    }


def _local(city: City, when: datetime) -> str:
    return when.astimezone(city.zone).isoformat(timespec="minutes")


def _said(house: House, why: Any, when: datetime) -> str:
    language = "en" if "en" in house.city.languages else house.city.languages[0]
    return house.voice.say(language, why["key"], why["facts"], when)


def lines(told: Row) -> Iterator[str]:
    """The same for eyes."""
    yield f"understood: {told['intent']}, {told['category'] or 'no category'}, {told['urgency']}"
    if not told["rungs"]:
        yield told["why"]
        return
    yield f"where: {told['area'] or 'nobody knows'}; to be solved by {told['due']}"
    for number, rung in enumerate(told["rungs"]):
        mark = "->" if number == told["chosen"] else "  "
        if rung["asks"] is None:
            yield f"{mark} {number + 1}. {rung['to']}: {_nobody(rung)}"
            continue
        yield f"{mark} {number + 1}. {rung['to']}: {rung['told']} Answers by {rung['answer_by']}."
        for each in rung["candidates"][1:]:
            room = ", has its hands full" if each["full"] else ""
            takes = f"takes {each['takes']:.0%}"
            yield f"        also {each['responder']}, open {each['opens']}, {takes}{room}"
    if told["chosen"] is None:
        yield "-> a coordinator decides"


def _nobody(rung: Row) -> str:
    if not rung["holds"]:
        return "not asked, its conditions do not hold"
    full = rung["candidates"] and rung["candidates"][0]["full"]
    return f"{'all have their hands full' if full else 'nobody there'}; the next rung is asked"


def _time(city: City, text: str | None) -> datetime:
    if text is None:
        return now()
    try:
        return time_of(city, text)
    except ValueError:
        raise Faults([f"--time {text}: no time; write it as 2026-11-28T22:30"]) from None


def _point(city: City, text: str) -> Point:
    try:
        lat, lon = (float(each) for each in text.split(","))
        point = Point(lat, lon)
    except ValueError:
        raise Faults([f"--at {text}: no place; write latitude,longitude in degrees"]) from None
    if not city.contains(point):
        raise Faults([f"--at {text}: this lies outside {city.slug}"])
    return point
