"""Rules of the city that cannot work: the coordinators hear of it, so that none is swallowed."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.core.choosing import broken
from bot.core.people import Role
from bot.core.routing import Case
from bot.desk.frame import Act, neighbourhood
from bot.store import mail, people

log = logging.getLogger(__name__)

KEY = "rule-broken"

AGAIN = timedelta(days=1)
"""How long nothing more is said of one category in one area."""


async def tell_broken(act: Act, case: Case) -> None:
    """Tells the coordinators what of a case's ladder cannot work."""
    found = broken(act.city.catalogue, case, act.now)
    if not found or await _told(act, case):
        return
    log.warning("the ladder of %s cannot work: %s", case.category.slug, found[0]["key"])
    area = neighbourhood(act.city, case.area)
    spot = {"key": "spot-area" if area else "spot-none", "facts": {"area": area} if area else {}}
    facts = {"category": case.category.slug, "area": case.area, "spot": spot, "lines": found}
    for person in await people.with_role(act.tx, Role.COORDINATOR):
        act.say(person, KEY, facts)


async def _told(act: Act, case: Case) -> bool:
    """Whether it was told within a day, or by this very command."""
    told = [each.facts for each in act.says if each.key == KEY]
    told += await mail.facts_since(act.tx, KEY, act.now - AGAIN)
    mine = (case.category.slug, case.area)
    return any((each.get("category"), each.get("area")) == mine for each in told)
