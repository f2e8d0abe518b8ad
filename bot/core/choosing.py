"""What a coordinator can choose from where the ladder leads no further, and why it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.catalogue import Catalogue, Kind, Responder, Rung
from bot.core.routing import Case, Choice, answer_by, candidate, choose, covers, look
from bot.core.tickets import Owner


def likely(catalogue: Catalogue, case: Case, now: datetime, kinds: Sequence[str] = ()) -> list[str]:
    """All responders, the likeliest for a case first: who covers its area; of these who serves its
    category, then one of the kinds that it may be instead, then government; and who has not had it
    yet, then as a rung would order them."""
    known = [case.category.slug, *kinds]

    def order(each: Responder) -> tuple[Any, ...]:
        serves = (at for at, kind in enumerate(known) if kind in each.categories)
        other = next(serves, len(known) + (each.kind is not Kind.GOVERNMENT))
        far, had = not covers(catalogue, each, case.area), each.slug in case.asked
        return far, other > 0, had, other, *candidate(catalogue, case, each, now).order()

    return [each.slug for each in sorted(catalogue.responders.values(), key=order)]


def assigned(catalogue: Catalogue, case: Case, to: str | None, now: datetime) -> Choice:
    """A coordinator's choice of a responder, or of volunteers where `to` is None.

    It stands on the first rung that may ask them now, else on the first that ever does, else
    on the last: so who reopens it goes one rung up, or to the coordinator.
    """
    number = _rung(catalogue, case, to, now)
    by = answer_by(catalogue, to, case.category.ladder[number], case.urgency, now)
    if to is None:
        why: dict[str, Any] = {"key": "why-assigned-volunteers", "facts": {}}
        return Choice(number, Owner.VOLUNTEERS, None, by, why)
    why = {"key": "why-assigned", "facts": {"responder": to}}
    return Choice(number, Owner.RESPONDER, to, by, why)


def _rung(catalogue: Catalogue, case: Case, to: str | None, now: datetime) -> int:
    ladder = case.category.ladder
    theirs = [i for i, rung in enumerate(ladder) if _asks(catalogue, case, rung, to)]
    holding = [i for i in theirs if look(catalogue, case, i, now).holds]
    return next(iter([*holding, *theirs]), len(ladder) - 1)


def _asks(catalogue: Catalogue, case: Case, rung: Rung, to: str | None) -> bool:
    """Whether a rung is for a responder, or for volunteers."""
    if to is None:
        return rung.volunteers
    known = catalogue.responders[to]
    of_its_kind = rung.kind is known.kind and case.category.slug in known.categories
    return rung.responder == to or of_its_kind


def broken(catalogue: Catalogue, case: Case, now: datetime) -> list[Mapping[str, Any]]:
    """What in a case's ladder cannot work, whoever asks for it; as keys and facts."""
    named = [each.responder for each in case.category.ladder if each.responder is not None]
    found: list[Mapping[str, Any]] = []
    for slug in dict.fromkeys(named):
        known = catalogue.responders.get(slug)
        if known is None:
            found.append({"key": "rule-gone", "facts": {"responder": slug}})
        elif candidate(catalogue, case, known, now).never:
            found.append({"key": "rule-shut", "facts": {"responder": slug}})
    if not can_match(catalogue, case, now):
        found.append({"key": "rule-nobody", "facts": {}})
    return found


def can_match(catalogue: Catalogue, case: Case, now: datetime) -> bool:
    """Whether any rung has somebody for a case that nobody had yet."""
    return choose(catalogue, replace(case, asked=()), -1, now) is not None
