"""The digest: what an official should read now, and can act on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from bot.core.catalogue import Kind
from bot.core.digests import Count, Digest, build, since
from bot.core.people import Person
from bot.desk.frame import Act, line
from bot.message import Button
from bot.store import tickets
from bot.store.tables import PersonRow

MOST_LINES = 6


def reads_digests(act: Act, who: Person) -> bool:
    """Whether a person gets the daily digest: coordinators, and staff of government offices."""
    known = act.city.catalogue.responders
    offices = [each for each in who.staff_of if each in known]
    return who.coordinator or any(known[each].kind is Kind.GOVERNMENT for each in offices)


async def digest_now(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The digest of the last day, whatever the hour."""
    digest = await _digest(act, act.who, None)
    if digest.quiet:
        act.answer("digest-quiet")
        return {"key": "digest-quiet"}
    _tell(act, act.who, digest)
    return {"key": "digest", "new": digest.total.new, "waiting": digest.total.waiting}


async def daily_digest(act: Act, row: PersonRow, who: Person) -> bool:
    """Says a person's digest for the day; quiet when there is nothing. True when said."""
    digest = await _digest(act, who, row)
    row.digested_at = act.now
    act.tx.add(row)
    if digest.quiet:
        return False
    _tell(act, who, digest)
    return True


async def _digest(act: Act, who: Person, row: PersonRow | None) -> Digest:
    start = since(row.digested_at, act.now) if row else act.now - timedelta(days=1)
    mine = None if who.coordinator else sorted(who.staff_of)
    return build(await tickets.for_digest(act.tx, mine, start), start, act.now)


def _tell(act: Act, who: Person, digest: Digest) -> None:
    total = digest.total
    lines: list[dict[str, Any]] = [{"key": "digest-by-category", "facts": {}}]
    lines += _lines(digest.by_category, "category")
    lines.append({"key": "digest-by-area", "facts": {}})
    lines += _lines(digest.by_area, "area")
    if digest.urgent:
        lines.append({"key": "digest-urgent", "facts": {}})
        lines += [line(each) for each in digest.urgent]
    rows = [
        (Button("tap-ref", "ask_status", {"ref": each.ref}, {"number": each.ref}),)
        for each in digest.urgent
    ]
    told = {
        "new": total.new,
        "waiting": total.waiting,
        "late": total.late,
        "solved": total.solved,
        "lines": lines,
        "refs": [each.ref for each in digest.urgent],
    }
    act.say(who.id, "digest", told, *rows)


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
