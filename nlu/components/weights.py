"""How much an intent weighs for whoever wrote, beside what the words say."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nlu.components.sentences import REPORT, Asked

OFF_TOPIC = ("chitchat", "out_of_scope")
"""Intents that are no business of a city."""

ALONE = 4.0
"""The weight of these: one name each stands against the sum of 48 unlikely kinds of report."""

MANY = 0.6
"""The weight of a report, for the same reason: what is clearly none was often read as one."""

NOT_MINE = 0.05
"""The weight of an intent of a role that the person has not."""

AT_WORK = 2.0
"""The weight of an intent of a role that the person has: who has it, mostly speaks in it."""

OF_A_TICKET = frozenset(
    {"add_note", "cancel_ticket", "change_kind", "change_place", "rate", "reopen"}
)
"""What a person does with a ticket of theirs."""

NO_TICKET = 0.1
"""The weight of these for who has none: "nobody came for the rubbish" is a report then."""

NOT_THE_PLACE = ("change_kind", 0.2)
"""The weight of "wrong kind" for words that hold a place: they put the place right."""


def weights(asked: Asked, roles: Mapping[str, Collection[str]]) -> dict[str, float]:
    """The weights that are not one, by intent; `roles` are the intents of each role.

    Never zero, so that a resident who writes "claim K7Q-4M2" is told who may.
    """
    found = {**dict.fromkeys(OFF_TOPIC, ALONE), REPORT: MANY}
    if asked.roles is not None:
        found |= {name: NOT_MINE for those in roles.values() for name in those}
        found |= {name: AT_WORK for role in asked.roles for name in roles.get(role, ())}
    if not asked.has_tickets:
        found |= dict.fromkeys(OF_A_TICKET, NO_TICKET)
    if asked.holds_place:
        name, weight = NOT_THE_PLACE
        found[name] = found.get(name, 1.0) * weight
    return found
