"""`rates`: contacted, solved, satisfied, with what they are shares of; and who is no government."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot import settings as settings_
from bot.city import City
from bot.core.rates import Outcome, Rate, headline, oddities, rates
from bot.desk.figures import PERIOD, kind_of, known
from bot.errors import Faults
from bot.wiring import House, now, open_house

Row = dict[str, Any]
YEARS = range(2000, 2101)
"""In which a time that is told can lie."""
NOWHERE = "nowhere"


@dataclass(frozen=True)
class Wish:
    """What is asked."""

    by: str = "responder"
    since: str | None = None
    """A day as ISO 8601; 30 days ago unless said."""
    until: str | None = None
    """The first day that no longer counts; else now."""
    as_json: bool = False


async def show(wish: Wish) -> int:
    """Prints the rates of a period."""
    async with open_house(settings_.read(os.environ)) as house:
        told = await measure(house, wish)
    print(json.dumps(told, ensure_ascii=False) if wish.as_json else "\n".join(lines(told)))
    return 0


async def measure(house: House, wish: Wish) -> Row:
    """The rates as data. Raises Faults for a day that is none."""
    since, until = period(house.city, wish.since, wish.until)
    async with house.store.read() as tx:
        found = await known(tx, since, until)
    whole = headline(found, lambda owner: kind_of(house.city, owner))
    return {
        "since": since.astimezone(house.city.zone).isoformat(timespec="minutes"),
        "until": until.astimezone(house.city.zone).isoformat(timespec="minutes"),
        "by": wish.by,
        "without_government": _rate(whole.without),
        "hours_without": _hours(whole.others),
        "hours_government": _hours(whole.government),
        "groups": [
            {
                "key": each.key,
                "done": each.done,
                "silent": each.silent,
                "contacted": _rate(each.contacted),
                "solved": _rate(each.solved),
                "satisfied": _rate(each.satisfied),
            }
            for each in rates(found, _by(house.city)[wish.by])
        ],
        "look_at": [
            {"why": why, "owner": owner, "tickets": number}
            for why, owner, number in oddities(found)
        ],
    }


WAYS = ("responder", "category", "area", "kind")


def _by(city: City) -> Mapping[str, Callable[[Outcome], str]]:
    return {
        "responder": lambda each: each.owner,
        "category": lambda each: each.category,
        "area": lambda each: each.area or NOWHERE,
        "kind": lambda each: str(kind_of(city, each.owner) or each.owner),
    }


ODD = {
    "at_once": "ended within ten minutes by one person",
    "copied": "ended with the same words by one person",
    "reopened": "called done and opened again within a day",
}


def lines(told: Row) -> Iterator[str]:
    """The same for eyes."""
    whole = told["without_government"]
    yield f"{told['since']} to {told['until']}"
    yield f"solved without government: {_shown(whole)}"
    for name, key in (("others", "hours_without"), ("government", "hours_government")):
        if told[key] is not None:
            yield f"  median of {name}: {told[key]:.1f} h"
    if not told["groups"]:
        yield "nobody said that anything was done"
        return
    yield ""
    yield f"{told['by']:<24} {'done':>6} {'silent':>6}  contacted / solved / satisfied"
    for each in told["groups"]:
        shares = "  ".join(_shown(each[key]) for key in ("contacted", "solved", "satisfied"))
        yield f"{each['key']:<24} {each['done']:>6} {each['silent']:>6}  {shares}"
    for each in told["look_at"]:
        yield f"look at {each['owner']}: {each['tickets']} tickets {ODD[each['why']]}"


def _rate(rate: Rate) -> Row:
    low, high = rate.interval or (None, None)
    return {"yes": rate.yes, "of": rate.of, "share": rate.share, "low": low, "high": high}


def _shown(rate: Row) -> str:
    """A share with its interval and what it is a share of; few answers are no share."""
    if not rate["of"]:
        return "no answers"
    share, low, high = (round(100 * rate[key]) for key in ("share", "low", "high"))
    return f"{share} % ({low} to {high}; {rate['yes']} of {rate['of']})"


def _hours(span: timedelta | None) -> float | None:
    return None if span is None else round(span / timedelta(hours=1), 2)


def day_of(city: City, name: str, text: str | None) -> datetime | None:
    """An aware time from a day as ISO 8601, in the city's zone. Raises Faults for what is none."""
    if text is None:
        return None
    try:
        return time_of(city, text)
    except ValueError:
        raise Faults([f"--{name} {text}: no day; write it as 2026-11-01"]) from None


def time_of(city: City, text: str) -> datetime:
    """An aware time in UTC from ISO 8601, in the city's zone. Raises ValueError for what is none,
    and for one that no city has tickets of."""
    when = datetime.fromisoformat(text)
    if when.year not in YEARS:
        raise ValueError(text)
    return (when if when.tzinfo else when.replace(tzinfo=city.zone)).astimezone(UTC)


def period(city: City, first: str | None, last: str | None) -> tuple[datetime, datetime]:
    """From when to when, of `--since` and `--until`. Raises Faults when they are out of order."""
    until = day_of(city, "until", last) or now()
    since = day_of(city, "since", first) or until - PERIOD
    if since >= until:
        raise Faults([f"--since {first}: that is not before {last or 'now'}"])
    return since, until
