"""The digest: what an official should read now, and can act on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.catalogue import Kind
from bot.core.digests import Count, Digest, build, is_weekly, since
from bot.core.people import Person
from bot.desk.figures import month
from bot.desk.frame import Act, Row, line, neighbourhood
from bot.desk.passing import passing
from bot.errors import Refused
from bot.message import Button
from bot.store import tallies
from bot.store.tables import PersonRow

MOST_LINES = 6


def reads_digests(act: Act, who: Person) -> bool:
    """Whether a person gets the daily digest: coordinators, and staff of government offices."""
    known = act.city.catalogue.responders
    offices = [each for each in who.staff_of if each in known]
    return who.coordinator or any(known[each].kind is Kind.GOVERNMENT for each in offices)


async def digest_now(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The digest of the last day, whatever the hour; for coordinators with the month's rates."""
    digest = await _digest(act, act.who, None)
    more = await passing(act, act.who)
    if act.who.coordinator:
        more += await month(act)
    if digest.quiet and not more:
        act.answer("digest-quiet")
        return {"key": "digest-quiet"}
    _tell(act, act.who, digest, more)
    return {"key": "digest", "new": digest.total.new, "waiting": digest.total.waiting}


async def daily_digest(act: Act, row: PersonRow, who: Person) -> bool:
    """Says a person's digest for the day; quiet when there is nothing. True when said.

    The first of a week comes also when only patterns are to tell, and for coordinators with
    the month's rates.
    """
    digest = await _digest(act, who, row)
    zone = ZoneInfo(row.zone) if row.zone else act.city.zone
    weekly = is_weekly(zone, row.digested_at, act.now)
    more = await passing(act, who) if weekly or not digest.quiet else []
    if weekly and who.coordinator:
        more += await month(act, odd=True)
    row.digested_at = act.now
    act.tx.add(row)
    if digest.quiet and not more:
        return False
    _tell(act, who, digest, more)
    return True


async def _digest(act: Act, who: Person, row: PersonRow | None) -> Digest:
    start = since(row.digested_at, act.now) if row else act.now - timedelta(days=1)
    mine = None if who.coordinator else sorted(who.staff_of)
    scope = tallies.Scope(mine, start, act.now)
    by_category = await tallies.counts(act.tx, tallies.CATEGORY, scope)
    by_area = [
        replace(each, slug=neighbourhood(act.city, each.slug))
        for each in await tallies.counts(act.tx, tallies.AREA, scope)
    ]
    urgent = await tallies.urgent(act.tx, scope)
    for each in urgent:
        each.area = neighbourhood(act.city, each.area)
    return build(by_category, by_area, urgent)


def _tell(act: Act, who: Person, digest: Digest, more: Sequence[Mapping[str, Any]]) -> None:
    total = digest.total
    told = {
        "new": total.new,
        "waiting": total.waiting,
        "late": total.late,
        "solved": total.solved,
        "lines": [*_standing(act, digest), *more],
        "refs": [each.ref for each in digest.urgent],
    }
    rows: list[Row] = [
        (Button("tap-ref", "ask_status", {"ref": each.ref}, {"number": each.ref}),)
        for each in digest.urgent
    ]
    rows.append((Button("tap-stats", "stats"), Button("tap-digest-time", "digest_settings")))
    act.say(who.id, "digest", told, *rows)


def _standing(act: Act, digest: Digest) -> list[dict[str, Any]]:
    """How the tickets stand, line by line."""
    lines: list[dict[str, Any]] = []
    if digest.by_category:
        lines.append({"key": "digest-by-category", "facts": {}})
        lines += _lines(digest.by_category, "category")
        lines.append({"key": "digest-by-area", "facts": {}})
        lines += _lines(digest.by_area, "area")
    if digest.urgent:
        lines.append({"key": "digest-urgent", "facts": {}})
        lines += [line(act, each, "queue-line", lasts=True) for each in digest.urgent]
    return lines


def _lines(counts: Iterable[Count], what: str) -> list[dict[str, Any]]:
    chosen = list(counts)[:MOST_LINES]
    return [
        {
            "key": f"digest-{what}" if each.slug else "digest-nowhere",
            "facts": {
                what: each.slug or "",
                "new": each.new,
                "waiting": each.waiting,
                "late": each.late,
                "solved": each.solved,
            },
        }
        for each in chosen
    ]


HOURS = (6, 7, 8, 9, 12, 18, 20)
"""Local hours that are offered for the daily digest."""


async def digest_settings(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Sets the hour (0 to 23), the weekdays without it and the zone of the asker's digest.

    Asks when none of them is told.
    """
    row = await act.tx.get(PersonRow, act.who.id)
    hour, zone, off = facts.get("hour"), facts.get("zone"), _days(facts.get("off"))
    if row is None or (hour is None and zone is None and off is None):
        taps = tuple(
            Button("tap-hour", "digest_settings", {"hour": each}, {"hour": each}) for each in HOURS
        )
        act.answer("digest-when", {}, taps[:4], taps[4:])
        return {"key": "digest-when"}
    if zone is not None:
        row.zone = _zone(zone)
    if hour is not None:
        row.digest_hour = _hour(hour)
    if off is not None:
        row.digest_days = off
    act.tx.add(row)
    return _tell_settings(act, row, exact=not facts.get("minute"))


def _tell_settings(act: Act, row: PersonRow, *, exact: bool) -> dict[str, Any]:
    """Says when the digest comes; it leaves on the full hour, whatever minute was wished."""
    told: dict[str, Any] = {
        "hour": act.city.digest_hour if row.digest_hour is None else row.digest_hour,
        "zone": row.zone or act.city.zone.key,
    }
    off = row.digest_days or []
    if len(off) == 7:
        act.answer("digest-off", {}, (Button("tap-digest-on", "digest_settings", {"off": ""}),))
        return {"key": "digest-off", **told}
    told["days"] = [{"key": "digest-day", "facts": {"weekday": each}} for each in off]
    key = "digest-set-days" if off else "digest-set"
    act.answer(key if exact else "digest-set-hour", told)
    return {"key": key, **told}


def _days(value: object) -> list[int] | None:
    """Weekdays as digits, 0 for Monday; none of them is every day. None for anything else."""
    if not isinstance(value, str) or set(value) - set("0123456"):
        return None
    return sorted({int(each) for each in value})


def _hour(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 23:
        raise Refused("digest-when", {})
    return value


def _zone(value: object) -> str:
    try:
        return ZoneInfo(str(value)).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused("zone-unknown", {"zone": str(value)[:60]}) from error
