"""`replay`: past tickets through a changed city, before and after; nothing is written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.city import City
from bot.commands.rates import period
from bot.core.catalogue import Catalogue
from bot.core.flow import COORDINATOR, SILENCE
from bot.core.replay import Replay, Row, Side
from bot.core.replay import replay as replayed
from bot.desk import crew
from bot.errors import BadCity, Faults
from bot.store import Store, tickets
from bot.wiring import open_city, open_house

Told = dict[str, Any]

IN_USE = "the city in use"

MOST_CHANGES = 20
"""Changes of first hands that are told for eyes."""


@dataclass(frozen=True)
class Wish:
    """What is asked."""

    since: str
    """A day as ISO 8601."""
    until: str | None = None
    """The first day that no longer counts; else now."""
    city: Path | None = None
    """The changed city's folder; else the one in use, which shows how true a replay is."""
    as_json: bool = False


async def show(wish: Wish) -> int:
    """Prints what would move, and what would not."""
    async with open_house(settings_.read(os.environ)) as house:
        told = await compare(house.store, house.city, wish)
    print(json.dumps(told, ensure_ascii=False) if wish.as_json else "\n".join(lines(told)))
    return 0


async def compare(store: Store, city: City, wish: Wish) -> Told:
    """The same as data. Raises Faults for a day or a city that is none, and for no tickets."""
    since, until = period(city, wish.since, wish.until)
    changed = _changed(city, wish.city)
    async with store.read() as tx:
        past = await tickets.opened(tx, since, until)
        offered = [replace(each, paused_until=None) for each in await crew.offering(tx)]
    found = replayed(city.catalogue, changed, past, offered)
    if not found.tickets:
        when = f"{_local(city, since)} to {_local(city, until)}"
        raise Faults([f"no ticket to replay was opened from {when}"])
    return {
        "since": _local(city, since),
        "until": _local(city, until),
        "city": str(wish.city) if wish.city else IN_USE,
        **_whole(found),
    }


def _whole(found: Replay) -> Told:
    return {
        "tickets": found.tickets,
        "left_out": found.left_out,
        "first_hands": {"known": found.told, "as_replayed": found.agree},
        "really": {**_side(found.really), "last_rung_only": None},
        "before": _side(found.before),
        "after": _side(found.after),
        "moved": found.moved,
        "changes": [
            {"category": category, "before": before, "after": after, "tickets": number}
            for (category, before, after), number in found.changes.items()
        ],
        "categories": [_row(each) for each in found.rows],
        "no_category": dict(found.no_category),
        "no_area": dict(found.no_area),
    }


def _changed(city: City, folder: Path | None) -> Catalogue:
    """The changed city's catalogue. Raises Faults with all that `city check` says of it."""
    if folder is None:
        return city.catalogue
    if not folder.is_dir():
        raise Faults([f"--city {folder}: there is no such folder"])
    try:
        return open_city(folder).catalogue
    except BadCity as error:
        count = f"{folder}: {len(error.faults)} to put right."
        raise Faults([*error.faults, count]) from None


def _side(side: Side) -> Told:
    """In numbers of tickets, but for shares and hours."""
    return {
        "without_government": side.without,
        "solved": round(side.solved, 1),
        "silence": round(side.ends.get(SILENCE, 0.0), 1),
        "with_coordinator": round(side.ends.get(COORDINATOR, 0.0), 1),
        "by": {
            end: round(number, 1)
            for end, number in sorted(side.ends.items())
            if end not in (SILENCE, COORDINATOR)
        },
        "mean_hops": side.mean_hops,
        "hops": {str(hops): round(number, 1) for hops, number in sorted(side.hops.items())},
        "hours_median": _hours(side.wait(0.5)),
        "hours_p90": _hours(side.wait(0.9)),
        "last_rung_only": side.alone,
    }


def _row(row: Row) -> Told:
    return {
        "category": row.category,
        "tickets": row.tickets,
        "moved": row.moved,
        "before": _side(row.before),
        "after": _side(row.after),
    }


def lines(told: Told) -> Iterator[str]:
    """The same for eyes."""
    known, same = told["first_hands"]["known"], told["first_hands"]["as_replayed"]
    yield f"{told['since']} to {told['until']}, through {told['city']}"
    yield f"{told['tickets']} tickets; {told['left_out']} left out (taken back, or for a person)"
    yield f"first hands as the replay of the city in use has them: {_part(same, known)}"
    for key, what in (("no_category", CATCH_ALL), ("no_area", ROUND)):
        for name, number in told[key].items():
            yield f"the new city lacks {name}: {number} tickets are replayed {what}"
    yield ""
    yield from _table(told)
    yield ""
    yield f"to other first hands: {_part(told['moved'], told['tickets'])}"
    for each in islice(told["changes"], MOST_CHANGES):
        yield f"  {each['category']}: {each['before']} -> {each['after']}  {each['tickets']}"
    yield ""
    yield from _categories(told)


CATCH_ALL = "as `other`"
ROUND = "in the area round it"


def _table(told: Told) -> Iterator[str]:
    sides = [told[key] for key in ("really", "before", "after")]
    yield f"{'':<34}{'really':>10}{'before':>10}{'after':>10}"
    yield _line("solved without government", [_share(each["without_government"]) for each in sides])
    shares = [_of(each["with_coordinator"], each["hops"]) for each in sides]
    yield _line("left to a coordinator", shares)
    yield _line("hands, mean", [_number(each["mean_hops"], "") for each in sides])
    for hops in sorted({hops for each in sides for hops in each["hops"]}, key=int):
        shares = [_of(each["hops"].get(hops, 0), each["hops"]) for each in sides]
        yield _line(f"  through {hops}", shares)
    yield _line("until taken, half within", [_number(each["hours_median"], " h") for each in sides])
    yield _line("  nine of ten within", [_number(each["hours_p90"], " h") for each in sides])


def _categories(told: Told) -> Iterator[str]:
    """What is otherwise afterwards, and whom nobody but the last rung or a coordinator gets."""
    yield f"{'':<24}{'':>8}{'other':>8}  {'without government':>20}  {'only the last rung':>20}"
    yield f"{'category':<24}{'tickets':>8}{'hands':>8}" + f"  {'before':>10}{'after':>10}" * 2
    whole = {**told, "category": "all"}
    for each in (*told["categories"], whole):
        before, after = each["before"], each["after"]
        if not (each["moved"] or before["last_rung_only"] or after["last_rung_only"]):
            continue
        shares = [_share(side["without_government"]) for side in (before, after)]
        alone = [str(side["last_rung_only"]) for side in (before, after)]
        cells = [f"  {one:>10}{two:>10}" for one, two in (shares, alone)]
        yield f"{each['category']:<24}{each['tickets']:>8}{each['moved']:>8}{''.join(cells)}"


def _line(name: str, cells: list[str]) -> str:
    return f"{name:<34}" + "".join(f"{each:>10}" for each in cells)


def _part(number: int, of: int) -> str:
    return f"{number} of {of} ({_share(number / of if of else None)})"


def _of(number: float, hops: dict[str, float]) -> str:
    whole = sum(hops.values())
    return _share(number / whole if whole else None)


def _share(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f} %"


def _number(value: float | None, unit: str) -> str:
    return "-" if value is None else f"{value:.2f}{unit}"


def _hours(span: timedelta | None) -> float | None:
    return None if span is None else span / timedelta(hours=1)


def _local(city: City, when: datetime) -> str:
    return when.astimezone(city.zone).isoformat(timespec="minutes")
