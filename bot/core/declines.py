"""Patterns of declines: who passes on much of what is laid before them, and what goes round.

Only what is known to have been laid before somebody counts: what lay there before the period
began, or was handed on before events told to whom, speaks neither for nor against anybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from bot.core.catalogue import Catalogue, Category, Responder, Rung
from bot.core.tickets import Move, TicketEvent

LEAST = 5
"""Tickets below which nothing is a pattern."""

HALF = 0.5
"""Of what somebody was asked, passed on or left unanswered: from here on it is a pattern."""

ONE_REASON = 0.6
"""Of the declines, for one reason: from here on it is a pattern."""

MANY_HOPS = 3
"""Times that a ticket is handed on, from which on it goes round."""

HANDS_ON = frozenset({Move.DECLINE, Move.UNANSWERED, Move.REOPEN})

LAYS = HANDS_ON | {
    *(Move.OFFER, Move.TRIAGE, Move.ASSIGN, Move.CHANGE),
    *(Move.GIVE_BACK, Move.LEASE_ENDED, Move.UNMERGE),
}
"""Moves that may lay a ticket before somebody."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a responder did with what it was asked."""

    responder: str
    asked: int
    declined: int
    unanswered: int
    reason: str | None
    """The one that it gave most often, of the city's list."""

    @property
    def passed(self) -> int:
        """Tickets that went on to others."""
        return self.declined + self.unanswered


@dataclass(slots=True)
class _Tally:
    asked: int = 0
    declined: int = 0
    unanswered: int = 0
    reasons: Counter[str] = field(default_factory=Counter)


def patterns(events: Iterable[TicketEvent], reasons: Collection[str]) -> list[Pattern]:
    """The responders with a pattern, who passed most on first; `reasons` are the city's.

    `events` are those of a period, each ticket's in order.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for history in _by_ticket(events):
        _count(tallies, history, reasons)
    found = [_pattern(slug, each) for slug, each in tallies.items() if _is_pattern(each)]
    return sorted(found, key=lambda each: (-each.passed, each.asked, each.responder))


def went_round(events: Iterable[TicketEvent]) -> int:
    """Tickets that came back to hands that had them before, or were handed on again and again."""
    return sum(_goes_round(history) for history in _by_ticket(events))


def stands_behind(catalogue: Catalogue, office: str) -> frozenset[str]:
    """The responders whom an office stands behind: who is asked earlier on a ladder that ends with
    it, where both look after the same part of the city."""
    last = catalogue.responders[office]
    return frozenset(
        each.slug
        for category in catalogue.categories.values()
        if _may_ask(category, category.ladder[-1], last)
        for each in catalogue.responders.values()
        if each.slug != office
        and any(_may_ask(category, rung, each) for rung in category.ladder[:-1])
        and _meet(catalogue, each, last)
    )


def _by_ticket(events: Iterable[TicketEvent]) -> Iterable[list[TicketEvent]]:
    histories: dict[str, list[TicketEvent]] = defaultdict(list)
    for each in events:
        histories[each.ref].append(each)
    return histories.values()


def _count(
    tallies: dict[str, _Tally], history: Iterable[TicketEvent], reasons: Collection[str]
) -> None:
    lies = None
    for event in history:
        by = _whose(event)
        if by is not None and by == lies:
            tally, reason = tallies[by], str(event.facts.get("reason"))
            tally.declined += event.move is Move.DECLINE
            tally.unanswered += event.move is Move.UNANSWERED
            tally.reasons.update([reason] if reason in reasons else ())
        to = _before_whom(event)
        if to is not None:
            tallies[to].asked += 1
        if to is not None or event.move in HANDS_ON:
            lies = to


def _whose(event: TicketEvent) -> str | None:
    """The responder that passed a ticket on by this, by its decline or its silence."""
    if event.move not in (Move.DECLINE, Move.UNANSWERED):
        return None
    return _responder(event)


def _before_whom(event: TicketEvent) -> str | None:
    """Before whom an event lays its ticket; None when nobody knows."""
    to = event.facts.get("to")
    if isinstance(to, str) and to:
        return to
    return _responder(event) if event.move is Move.OFFER else None


def _responder(event: TicketEvent) -> str | None:
    return (event.why.get("facts") or {}).get("responder") or None


def _is_pattern(tally: _Tally) -> bool:
    often = tally.declined + tally.unanswered >= HALF * tally.asked
    if tally.asked >= LEAST and often:
        return True
    most = max(tally.reasons.values(), default=0)
    return tally.declined >= LEAST and most >= ONE_REASON * tally.declined


def _pattern(slug: str, tally: _Tally) -> Pattern:
    # Of reasons that were given as often, always the same one is told.
    reason = min(tally.reasons, key=lambda each: (-tally.reasons[each], each), default=None)
    return Pattern(slug, tally.asked, tally.declined, tally.unanswered, reason)


def _goes_round(history: Iterable[TicketEvent]) -> bool:
    hands: list[str] = []
    hops, back = 0, False
    for event in history:
        hops += event.move in HANDS_ON
        if event.move is Move.CHANGE:
            hands.clear()  # it is about something else now, or somewhere else
        for each in (_whose(event), _before_whom(event)):
            if each is not None and each not in hands[-1:]:
                back = back or each in hands
                hands.append(each)
    return back or hops >= MANY_HOPS


def _may_ask(category: Category, rung: Rung, responder: Responder) -> bool:
    if rung.responder is not None:
        return rung.responder == responder.slug
    return rung.kind is responder.kind and category.slug in responder.categories


def _meet(catalogue: Catalogue, one: Responder, other: Responder) -> bool:
    """Whether two responders look after the same part of the city, or one a part of the other's."""
    mine = {area for each in one.areas for area in catalogue.within(each)}
    theirs = {area for each in other.areas for area in catalogue.within(each)}
    return bool(mine & other.areas or theirs & one.areas)
