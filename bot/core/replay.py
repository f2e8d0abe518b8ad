"""Past tickets on the ladders of another city: what would move, before and after.

Both cities are replayed by the same record (`flow`), so that the two differ by nothing else; what
really happened stands beside them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.catalogue import Catalogue, Kind
from bot.core.flow import COORDINATOR, SILENCE, Place, Way, follow
from bot.core.past import Asking, Came, Record, askings
from bot.core.tickets import Move, State, Ticket, TicketEvent
from bot.core.volunteers import Volunteer

LEFT_OUT = frozenset({State.CANCELLED, State.REFUSED, State.MERGED})
"""Tickets that are not replayed: nobody had to solve them."""

Past = tuple[Ticket, Sequence[TicketEvent]]
"""A ticket with its whole history, oldest first."""


@dataclass(frozen=True, slots=True)
class Side:
    """What becomes of many tickets, in numbers of tickets."""

    ends: Mapping[str, float]
    hops: Mapping[int, float]
    waits: Sequence[tuple[timedelta, float]]
    """In order."""
    alone: int

    @property
    def solved(self) -> float:
        """Of which residents say that they are solved."""
        return sum(number for end, number in self.ends.items() if end not in (SILENCE, COORDINATOR))

    @property
    def without(self) -> float | None:
        """The share of these that is solved without government; None of nothing."""
        return 1 - self.ends.get(Kind.GOVERNMENT, 0.0) / self.solved if self.solved else None

    @property
    def mean_hops(self) -> float | None:
        """Through how many hands a ticket goes."""
        whole = sum(self.hops.values())
        return sum(hops * number for hops, number in self.hops.items()) / whole if whole else None

    def wait(self, share: float) -> timedelta | None:
        """Within what so great a share (0 to 1) is taken, of what is taken at all."""
        left = share * sum(number for _, number in self.waits)
        for span, number in self.waits:
            left -= number
            if left <= 1e-9:
                return span
        return None


@dataclass(frozen=True, slots=True)
class Row:
    """The tickets of a category on both sides."""

    category: str
    tickets: int
    moved: int
    """That go to other first hands."""
    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class Replay:
    """What a changed city would have done with the tickets of a time."""

    tickets: int
    left_out: int
    """Taken back, refused, merged; or asked for a person, not for a thing."""
    really: Side
    """What happened; what is under way still has no end."""
    before: Side
    after: Side
    told: int
    """Tickets of which the first hands are known,"""
    agree: int
    """and those of them that the city in use gives to the same hands in the replay."""
    moved: int
    """That go to other first hands."""
    changes: Mapping[tuple[str, str, str], int]
    """The same by category, first hands before and after; the most frequent first."""
    rows: Sequence[Row]
    """The largest category first."""
    no_category: Mapping[str, int]
    """Tickets by category that the new city lacks: they are its catch-all."""
    no_area: Mapping[str, int]
    """Likewise areas: the next one round it that it has, else none."""


def replay(
    old: Catalogue, new: Catalogue, past: Sequence[Past], volunteers: Sequence[Volunteer] = ()
) -> Replay:
    """The same tickets in the city in use and in another, by one record of who does what."""
    kinds = {**new.responders, **old.responders}
    record = Record(lambda who: kinds[who].kind.value if who in kinds else who)
    found = [askings(*each) for each in past]
    record.learn(old, (asking for each in found for asking in each))
    chosen = [number for number, each in enumerate(past) if _is_replayed(*each)]
    tickets = [past[number][0] for number in chosen]
    really = [_really(past[number][0], found[number], record) for number in chosen]
    ways = [
        [follow(place, _placed(ticket, old, place.catalogue)) for ticket in tickets]
        for place in (Place(old, record, volunteers), Place(new, record, volunteers))
    ]
    return _compared(new, tickets, (really, *ways), len(past) - len(tickets))


def _compared(
    new: Catalogue, tickets: Sequence[Ticket], ways: Sequence[Sequence[Way]], left_out: int
) -> Replay:
    really, before, after = ways
    firsts = [(one.first, two.first) for one, two in zip(really, before, strict=True) if one.first]
    moved = Counter(
        (ticket.category, str(one.first), str(two.first))
        for ticket, one, two in zip(tickets, before, after, strict=True)
        if one.first != two.first
    )
    areas = (each.area for each in tickets if each.area and each.area not in new.parents)
    kinds = (each.category for each in tickets if each.category not in new.categories)
    return Replay(
        tickets=len(tickets),
        left_out=left_out,
        really=side(really),
        before=side(before),
        after=side(after),
        told=len(firsts),
        agree=sum(one == two for one, two in firsts),
        moved=sum(moved.values()),
        changes=dict(sorted(moved.items(), key=lambda each: (-each[1], each[0]))),
        rows=_rows(tickets, before, after),
        no_category=Counter(kinds),
        no_area=Counter(areas),
    )


def _rows(tickets: Sequence[Ticket], before: Sequence[Way], after: Sequence[Way]) -> list[Row]:
    groups: dict[str, list[tuple[Way, Way]]] = defaultdict(list)
    for ticket, one, two in zip(tickets, before, after, strict=True):
        groups[ticket.category].append((one, two))
    rows = [
        Row(
            category=category,
            tickets=len(pairs),
            moved=sum(one.first != two.first for one, two in pairs),
            before=side(one for one, _ in pairs),
            after=side(two for _, two in pairs),
        )
        for category, pairs in groups.items()
    ]
    return sorted(rows, key=lambda each: (-each.tickets, each.category))


def side(ways: Iterable[Way]) -> Side:
    """The sum of the ways of many tickets."""
    ends: dict[str, float] = defaultdict(float)
    hops: dict[int, float] = defaultdict(float)
    known = list(ways)
    for each in known:
        for end, share in each.ends.items():
            ends[end] += share
        for number, share in each.hops.items():
            hops[number] += share
    waits = sorted(wait for each in known for wait in each.waits)
    return Side(ends, hops, waits, alone=sum(each.alone for each in known))


def _really(ticket: Ticket, found: Sequence[Asking], record: Record) -> Way:
    """What became of a ticket, as far as it got."""
    last = found[-1]
    way = Way(found[0].who, alone=False)
    way.hops[len(found)] += 1
    if last.who == COORDINATOR:
        way.ends[COORDINATOR] += 1
    elif last.came is Came.SILENCE:
        way.ends[SILENCE] += 1
    elif last.came is Came.SOLVED:
        way.ends[record.kind_of(last.who or "")] += 1
    taken = next((each.taken for each in found if each.taken and each.who != COORDINATOR), None)
    if taken is not None:
        way.waits.append((taken - ticket.opened_at, 1.0))
    return way


def _is_replayed(ticket: Ticket, history: Sequence[TicketEvent]) -> bool:
    """Whether the ladder would have had to bring it to somebody who solves it."""
    if ticket.state in LEFT_OUT or not history:
        return False
    first = history[0]
    return not (first.move is Move.TRIAGE and first.why)


def _placed(ticket: Ticket, old: Catalogue, new: Catalogue) -> Ticket:
    """The ticket in an area that the new city has: its own, or the next round it."""
    area = next((each for each in old.within(ticket.area) if each in new.parents), None)
    return ticket if area == ticket.area else ticket.model_copy(update={"area": area})
