"""The rates where officials read them: of the last thirty days, each with what it is a share of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from bot.city import City
from bot.core.catalogue import Kind
from bot.core.rates import Outcome, Rate, Rates, headline, oddities, outcomes, rates
from bot.core.tickets import Owner
from bot.desk.frame import Act, Row, neighbourhood
from bot.message import Button
from bot.store import Tx, tickets

PERIOD = timedelta(days=30)

FEW = 5
"""Answers below which a percentage would say more than is known."""

WAYS = ("responder", "category", "area")
"""What the rates can be looked at by."""

MOST_GROUPS = 8
MOST_ODD = 3

ODD = {"at_once": "odd-at-once", "copied": "odd-copied", "reopened": "odd-reopened"}

Line = dict[str, Any]

MANY = 5000
"""Times that somebody said "done" from which on it takes so long to count them that what was told
is told again, until it is as old as LASTS."""
LASTS = timedelta(hours=1)

_kept: WeakKeyDictionary[Any, dict[str, tuple[datetime, int, list[Line]]]] = WeakKeyDictionary()
"""What was told of a database."""


async def known(tx: Tx, since: datetime, until: datetime) -> list[Outcome]:
    """All that somebody said was done in a time, with what residents said to it."""
    found = await tickets.resolved(tx, since, until)
    each_one = (one for ticket, history in found for one in outcomes(ticket, history))
    return [each for each in each_one if since <= each.at < until]


def kind_of(city: City, owner: str) -> Kind | None:
    """What a responder is; None for volunteers and coordinators."""
    responder = city.catalogue.responders.get(owner)
    return responder.kind if responder else None


async def month(act: Act, *, odd: bool = False) -> list[Line]:
    """The city's rates of the last thirty days for a digest, with what somebody should look at;
    nothing when nothing was done."""
    _, lines = await _told(act, f"month {odd}", lambda found: _month(act, found, odd=odd))
    return lines


def _month(act: Act, found: Sequence[Outcome], *, odd: bool) -> list[Line]:
    lines = [{"key": "rates-month", "facts": {}}, *_without(act, found), *_three(found)]
    look = sorted(oddities(found), key=lambda each: (-each[2], each)) if odd else []
    if look:
        lines.append({"key": "odd", "facts": {}})
    return lines + [
        {"key": ODD[why], "facts": {"by": _hands(owner), "count": number}}
        for why, owner, number in look[:MOST_ODD]
    ]


async def stats(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The rates of the last thirty days, or of each group of them: `by` responder, category or
    area. Coordinators see the city's, staff those of their own responders."""
    by = facts.get("by") if facts.get("by") in WAYS else None
    mine = None if act.who.coordinator else act.who.staff_of
    whose = "all" if mine is None else " ".join(sorted(mine))

    def lines_of(found: Sequence[Outcome]) -> list[Line]:
        if by is not None:
            return _groups(act, found, str(by))
        return [*(_without(act, found) if mine is None else ()), *_three(found)]

    done, lines = await _told(act, f"stats {by} {whose}", lines_of, mine)
    if not done:
        act.answer("stats-none")
        return {"key": "stats-none"}
    key = "stats" if act.who.coordinator else "stats-own"
    act.answer(key, {"done": done, "lines": lines}, _taps(act, by))
    return {"key": key, "by": by, "done": done}


async def _told(
    act: Act,
    key: str,
    lines_of: Callable[[Sequence[Outcome]], list[Line]],
    owners: Collection[str] | None = None,
) -> tuple[int, list[Line]]:
    """How often somebody said "done" in the last thirty days, and the lines about it, of these
    owners or of all. Those of a great city are those of at most an hour ago."""
    kept = _kept.setdefault(act.tx.get_bind().engine, {})
    at, done, lines = kept.get(key) or (None, 0, [])
    if at is not None and timedelta() <= act.now - at < LASTS:
        return done, lines
    found = await known(act.tx, act.now - PERIOD, act.now)
    mine = [each for each in found if owners is None or each.owner in owners]
    told = (len(mine), lines_of(mine) if mine else [])
    if len(found) >= MANY:
        kept[key] = (act.now, *told)
    return told


def _taps(act: Act, by: str | None) -> Row:
    """The ways to look at it that are not shown now."""
    several = act.who.coordinator or len(act.who.staff_of) > 1
    ways = WAYS if several else WAYS[1:]
    return tuple(Button(f"tap-by-{each}", "stats", {"by": each}) for each in ways if each != by)


def _without(act: Act, found: Sequence[Outcome]) -> list[Line]:
    """How much was solved without government, and how long that took beside the government's."""
    whole = headline(found, lambda owner: kind_of(act.city, owner))
    lines: list[Line] = [
        {"key": "rates-without", "facts": {"without_rate": _share(whole.without, sure=True)}}
    ]
    if whole.others is not None:
        lines.append({"key": "rates-took-others", "facts": {"hours": _hours(whole.others)}})
    if whole.government is not None:
        lines.append({"key": "rates-took-government", "facts": {"hours": _hours(whole.government)}})
    return lines


def _three(found: Sequence[Outcome]) -> list[Line]:
    (whole,) = rates(found, lambda _: "")
    return [{"key": "rates-three", "facts": _shares(whole)}]


def _groups(act: Act, found: Sequence[Outcome], by: str) -> list[Line]:
    """The rates of each group, the largest first."""
    told: Mapping[str, Callable[[Outcome], str]] = {
        "responder": lambda each: each.owner,
        "category": lambda each: each.category,
        "area": lambda each: neighbourhood(act.city, each.area) or "",
    }
    return [_group(each, by) for each in rates(found, told[by])[:MOST_GROUPS]]


def _group(group: Rates, by: str) -> Line:
    if by == "responder":
        return {"key": "stats-by", "facts": {"by": _hands(group.key), **_shares(group)}}
    key = f"stats-{by}" if group.key else "stats-nowhere"
    return {"key": key, "facts": {by: group.key, **_shares(group)}}


def _hands(owner: str) -> Line:
    """Who said that something was done, as a nested key and facts."""
    if owner == Owner.VOLUNTEERS:
        return {"key": "by-volunteers", "facts": {}}
    if owner == Owner.COORDINATOR:
        return {"key": "by-coordinator", "facts": {}}
    return {"key": "by-responder", "facts": {"responder": owner}}


def _shares(told: Rates) -> dict[str, Any]:
    return {
        "done": told.done,
        "silent": told.silent,
        "contacted_rate": _share(told.contacted),
        "solved_rate": _share(told.solved),
        "satisfied_rate": _share(told.satisfied),
    }


def _share(rate: Rate, *, sure: bool = False) -> Line:
    """A share with what it is a share of; of few answers only these. `sure` adds its interval."""
    facts: dict[str, Any] = {"yes": rate.yes, "of": rate.of}
    if rate.share is None or rate.interval is None:
        return {"key": "share-none", "facts": {}}
    if rate.of < FEW:
        return {"key": "share-few", "facts": facts}
    facts["percent"] = round(100 * rate.share)
    if not sure:
        return {"key": "share", "facts": facts}
    facts["low"], facts["high"] = (round(100 * each) for each in rate.interval)
    return {"key": "share-sure", "facts": facts}


def _hours(span: timedelta) -> float:
    """Hours, as exactly as they are worth telling."""
    hours = span / timedelta(hours=1)
    return round(hours, 1) if hours < 10 else round(hours)
