"""What the past tells of who was asked: how often they take a ticket, how soon, what comes of it.

Read out of the events of tickets. Who was asked stands in what laid a ticket there (`to`); where
an older event lacks that, it is what took the ticket away again, or who said "done", that tells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.catalogue import Catalogue, Urgency
from bot.core.tickets import Move, Owner, State, Ticket, TicketEvent
from bot.core.worktime import between

STEADY = 4
"""Askings that a wider group's share counts for beside one's own: few of them say little."""

LEAST = 5
"""Times from which on one's own are believed."""

Group = tuple[str, ...]
"""What is counted, and of whom."""


class What(StrEnum):
    """What may or may not happen when somebody is asked."""

    TAKES = "takes"
    DECLINES = "declines"
    """Of those who do not take it: says so, and lets no time run out."""
    FINISHES = "finishes"
    """Of those who take it: says "done", and no "no" of the resident sends it on."""
    SOLVES = "solves"
    """Of what is finished: the resident says that it is solved."""


UNKNOWN = {What.TAKES: 0.7, What.DECLINES: 0.5, What.FINISHES: 0.9, What.SOLVES: 0.5}
"""What is believed of somebody of whose kind nobody was ever asked."""


class Came(StrEnum):
    """What came of an asking."""

    NOTHING = "nothing"
    """It is under way still, or the ticket was taken back, changed, merged."""
    UNANSWERED = "unanswered"
    DECLINED = "declined"
    SENT_ON = "sent_on"
    """Taken, and then given back, or not solved."""
    SILENCE = "silence"
    """Done, and the resident said nothing."""
    SOLVED = "solved"


REFUSED = (Came.UNANSWERED, Came.DECLINED)
FINISHED = (Came.SILENCE, Came.SOLVED)


@dataclass(frozen=True, slots=True)
class Asking:
    """One time that a ticket lay before somebody, and what came of it."""

    who: str | None
    """The responder's slug, `volunteers` or `coordinator`; None where nothing tells."""
    category: str
    urgency: Urgency
    at: datetime
    came: Came
    taken: datetime | None = None
    ended: datetime | None = None


@dataclass(slots=True)
class _Stay:
    """A ticket in one pair of hands: what brought it there, what happened, what took it away."""

    category: str
    events: list[TicketEvent]
    away: TicketEvent | None = None
    who: str | None = None


AWAY = frozenset(
    {Move.DECLINE, Move.UNANSWERED, Move.GIVE_BACK, Move.LEASE_ENDED, Move.REOPEN, Move.TRIAGE}
)
BACK = frozenset({Move.GIVE_BACK, Move.LEASE_ENDED})


def askings(ticket: Ticket, history: Sequence[TicketEvent]) -> list[Asking]:
    """Whom a ticket was laid before, in order. What is given back to the same is one asking."""
    stays = list(_stays(ticket, history))
    for number, each in enumerate(stays):
        each.who = _who(each) or (_owner(ticket) if number == len(stays) - 1 else None)
    joined: list[_Stay] = []
    for each in stays:
        last = joined[-1] if joined else None
        if last and last.away and last.away.move in BACK and last.who == each.who:
            last.events += each.events
            last.away = each.away
        else:
            joined.append(each)
    return [_asking(ticket, each) for each in joined]


def _stays(ticket: Ticket, history: Sequence[TicketEvent]) -> Iterator[_Stay]:
    corrected = (each.facts["was"] for each in history if each.facts.get("was"))
    category = str(next(corrected, ticket.category))
    stay: _Stay | None = None
    for event in history:
        if event.move is Move.CHANGE:
            category = str(event.facts.get("category") or category)
        if stay is not None and not _hands_on(event):
            stay.events.append(event)
            continue
        if stay is not None:
            stay.away = event
            yield stay
        stay = _Stay(category, [event])
    if stay is not None:
        yield stay


def _hands_on(event: TicketEvent) -> bool:
    """Whether it brings a ticket into other hands, as far as it tells."""
    if "to" in event.facts or event.move in AWAY or event.before is State.NEW:
        return True
    moved = event.before is not event.after and event.after in (State.OFFERED, State.TRIAGE)
    return event.move is Move.CHANGE and moved


def _who(stay: _Stay) -> str | None:
    first, away = stay.events[0], stay.away
    if first.facts.get("to"):
        return str(first.facts["to"])
    if first.after is State.TRIAGE:
        return Owner.COORDINATOR.value
    if away is not None and "responder" in away.why.get("facts", {}):
        return str(away.why["facts"]["responder"] or Owner.VOLUNTEERS.value)
    return _by_deeds(stay.events) or _by_reason(first)


def _by_deeds(events: Iterable[TicketEvent]) -> str | None:
    """Who it must have been, by what they did."""
    for each in events:
        if each.move is Move.CLAIM:
            return Owner.VOLUNTEERS.value
        if each.move is Move.RESOLVE and each.facts.get("hands"):
            return str(each.facts.get("owner") or each.facts["hands"])
    return None


def _by_reason(event: TicketEvent) -> str | None:
    """To whom a new ticket was given, by the reason that was told for it."""
    if event.move is not Move.OFFER:
        return None
    if event.why.get("key") == "why-volunteers":
        return Owner.VOLUNTEERS.value
    told = event.why.get("facts", {}).get("responder")
    return str(told) if told else None


def _owner(ticket: Ticket) -> str | None:
    return ticket.owner or (ticket.owner_kind.value if ticket.owner_kind else None)


def _asking(ticket: Ticket, stay: _Stay) -> Asking:
    took = (each.at for each in stay.events if each.move in (Move.ACCEPT, Move.CLAIM))
    taken = next(took, None)
    return Asking(
        who=stay.who,
        category=stay.category,
        urgency=ticket.urgency,
        at=stay.events[0].at,
        came=_came(stay, taken=taken is not None, asked=ticket.parent is None),
        taken=taken,
        ended=stay.away.at if stay.away else None,
    )


def _came(stay: _Stay, *, taken: bool, asked: bool) -> Came:
    """What came of it; `asked`: whether its resident is, who is not about a part."""
    away = stay.away.move if stay.away else None
    if not taken:
        refused = {Move.UNANSWERED: Came.UNANSWERED, Move.DECLINE: Came.DECLINED}
        return refused.get(away, Came.NOTHING) if away else Came.NOTHING
    if away in AWAY - {Move.TRIAGE}:
        return Came.SENT_ON
    said = (each for each in stay.events if each.move is Move.RATE and not each.facts.get("own"))
    if any(each.facts.get("solved") for each in said):
        return Came.SOLVED
    closed = asked and any(each.move is Move.CLOSE for each in stay.events)
    return Came.SILENCE if closed else Came.NOTHING


@dataclass(slots=True)
class Record:
    """What is known of everybody who was asked; of few askings their kind's count, too.

    `kind_of` tells what somebody is, also who was never asked.
    """

    kind_of: Callable[[str], str]
    _yes: Counter[Group] = field(default_factory=Counter)
    _of: Counter[Group] = field(default_factory=Counter)
    _soon: dict[tuple[str, ...], list[timedelta]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, catalogue: Catalogue, found: Iterable[Asking]) -> None:
        """Counts askings; times are in working time of who was asked."""
        for each in found:
            if each.who is None:
                continue
            for what, yes in _told(each):
                for key in ((what,), *self._groups(what, each.who, each.category)):
                    self._of[key] += 1
                    self._yes[key] += yes
            for act, span in _spans(catalogue, each, each.who):
                for key in self._groups(act, each.who, each.category, each.urgency):
                    self._soon[key].append(span)
        for spans in self._soon.values():
            spans.sort()

    def _groups(self, what: str, who: str, *more: str) -> list[Group]:
        """The widest first: its kind, itself, itself in such matters."""
        return [(what, "of a kind", self.kind_of(who)), (what, who), (what, who, *more)]

    def chance(self, what: What, who: str, category: str) -> float:
        """How likely it is, 0 to 1: the own share, drawn to that of the next wider group.

        The widest is everybody; but whether strangers take things, others do not tell.
        """
        share = UNKNOWN[what]
        everybody = [] if what is What.TAKES else [(what.value,)]
        for key in (*everybody, *self._groups(what, who, category)):
            share = (self._yes[key] + STEADY * share) / (self._of[key] + STEADY)
        return share

    def spread(self, what: str, who: str, category: str, urgency: Urgency) -> list[timedelta]:
        """The times that it took, in order: one's own, or of the next wider group that has some."""
        for key in reversed(self._groups(what, who, category, urgency)):
            if len(self._soon.get(key, ())) >= LEAST:
                return self._soon[key]
        return []

    def in_time(self, who: str, category: str, urgency: Urgency, given: timedelta) -> float:
        """The share of those who take it that comes within so much working time; all where too
        few are known."""
        own = self._soon.get((What.TAKES, who, category, urgency), [])
        if len(own) < LEAST:
            return 1.0
        return bisect_right(own, given + timedelta(seconds=1)) / len(own)


def _told(asking: Asking) -> Iterator[tuple[What, bool]]:
    """What an asking tells, and how it went."""
    came, taken = asking.came, asking.taken is not None
    if taken or came in REFUSED:
        yield What.TAKES, taken
    if came in REFUSED:
        yield What.DECLINES, came is Came.DECLINED
    if came in FINISHED or came is Came.SENT_ON:
        yield What.FINISHES, came in FINISHED
    if came in FINISHED:
        yield What.SOLVES, came is Came.SOLVED


def _spans(catalogue: Catalogue, asking: Asking, who: str) -> Iterator[tuple[str, timedelta]]:
    """How long it was until a ticket was taken, or declined; and how long it was held in vain."""
    if asking.taken is not None:
        yield What.TAKES, worked(catalogue, who, asking.urgency, asking.at, asking.taken)
        if asking.came is Came.SENT_ON and asking.ended:
            yield What.FINISHES, asking.ended - asking.taken
    elif asking.came is Came.DECLINED and asking.ended:
        yield What.DECLINES, worked(catalogue, who, asking.urgency, asking.at, asking.ended)


def worked(
    catalogue: Catalogue, who: str, urgency: Urgency, start: datetime, end: datetime
) -> timedelta:
    """Working time between two times; plain time of volunteers, and in danger to life."""
    known = catalogue.responders.get(who)
    if known is None or urgency is Urgency.EMERGENCY:
        return max(end - start, timedelta())
    return between(known.hours, start, end, catalogue.zone)
