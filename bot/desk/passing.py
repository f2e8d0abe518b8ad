"""Who passes on much of what is laid before them, where officials read it: in the digest."""

from __future__ import annotations

from typing import Any

from bot.core.catalogue import Kind
from bot.core.declines import LAYS, Pattern, patterns, stands_behind, went_round
from bot.core.people import Person
from bot.desk.figures import PERIOD
from bot.desk.frame import Act
from bot.store import tickets

MOST_PATTERNS = 3


async def passing(act: Act, who: Person) -> list[dict[str, Any]]:
    """The patterns of declines that a reader of digests should know, a line each; for coordinators
    also how many tickets go round."""
    shown = None if who.coordinator else _looked_after(act, who)
    if shown is not None and not shown:
        return []
    events = await tickets.happened(act.tx, LAYS, act.now - PERIOD)
    found = patterns(events, act.city.catalogue.decline_reasons)
    lines = [_line(each) for each in found if shown is None or each.responder in shown]
    lines = lines[:MOST_PATTERNS]
    if who.coordinator and (count := went_round(events)):
        lines.append({"key": "passing-round", "facts": {"count": count}})
    return [{"key": "passing", "facts": {}}, *lines] if lines else []


def _looked_after(act: Act, who: Person) -> frozenset[str]:
    """The government offices that somebody answers for, and the responders that these stand
    behind."""
    known = act.city.catalogue
    staff_of = [known.responders[each] for each in who.staff_of if each in known.responders]
    offices = [each.slug for each in staff_of if each.kind is Kind.GOVERNMENT]
    return frozenset(offices).union(*(stands_behind(known, each) for each in offices))


def _line(found: Pattern) -> dict[str, Any]:
    facts = {
        "responder": found.responder,
        "asked": found.asked,
        "declined": found.declined,
        "unanswered": found.unanswered,
    }
    if found.reason is None:
        return {"key": "passing-line", "facts": facts}
    return {"key": "passing-line-reason", "facts": {**facts, "reason": found.reason}}
