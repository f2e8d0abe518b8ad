"""What a ticket may be about instead of what it was taken for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.tickets import Ticket
from bot.desk.frame import Act

MOST_KINDS = 6
BEST_KINDS = 3
"""Kinds that stand as buttons below a ticket that waits for a decision."""


def likely(act: Act, ticket: Ticket) -> list[str]:
    """The categories that a ticket may be about instead, the likeliest first."""
    known = act.city.catalogue.categories
    order = [*_ranked(ticket), *known]
    kinds = [each for each in dict.fromkeys(order) if each in known and each != ticket.category]
    if "other" in kinds:
        kinds.remove("other")
        return [*kinds[: MOST_KINDS - 1], "other"]
    return kinds[:MOST_KINDS]


def best(act: Act, ticket: Ticket) -> list[str]:
    """Those of its ranking that it is not taken for, the likeliest first; often none."""
    known = act.city.catalogue.categories
    found = [each for each in dict.fromkeys(_ranked(ticket)) if each in known]
    return [each for each in found if each not in (ticket.category, "other")][:BEST_KINDS]


def may_be_about(act: Act, ticket: Ticket) -> set[str]:
    """What another ticket with the same words and place may be about: of what is private nothing
    public."""
    private = act.category(ticket).private
    categories = act.city.catalogue.categories.values()
    return {each.slug for each in categories if each.private or not private}


def _ranked(ticket: Ticket) -> list[str]:
    return [str(each.get("name")) for each in ticket.ranking if isinstance(each, Mapping)]
