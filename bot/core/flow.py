"""How a past ticket goes up a ladder, by what the record says of those who are asked.

Its whole chance flows, so nothing is left to dice: at each rung so much is taken, so much declined
at a usual time, so much runs out, and what is taken and then given back or not solved goes on as
well. Whom a rung asks, `routing.choose` says, as for a new ticket.

What is not known of the past is left out: who had their hands full then (nobody has), and who was a
volunteer then (who is one now). A ticket goes as it was put right at last. More time to answer is
believed to change nothing; less loses who needed more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from statistics import median

from bot.core.catalogue import Catalogue, Category, Urgency
from bot.core.past import Record, What, worked
from bot.core.routing import MAX_HOPS, Case, Choice, choose, is_last
from bot.core.tickets import Owner, Ticket
from bot.core.volunteers import Task, Volunteer, whom
from bot.core.worktime import after as after_work

CATCH_ALL = "other"
COORDINATOR = Owner.COORDINATOR.value
SILENCE = "silence"
"""The end of what is done, when the resident says nothing to it."""


POINTS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Where a spread of times is looked at: five times, each as likely as the others."""


@dataclass(slots=True)
class Way:
    """How a ticket goes up a ladder, in shares of the one ticket."""

    first: str | None = COORDINATOR
    """The responder's slug, `volunteers` or `coordinator`; None where nothing tells."""
    alone: bool = True
    """Whether nobody but the last rung or a coordinator gets it."""
    ends: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Solved by a kind or `volunteers`; else `silence`, or with a `coordinator`."""
    hops: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    """By how many hands it goes through."""
    waits: list[tuple[timedelta, float]] = field(default_factory=list)
    """How long until somebody whom a rung asked takes it, and the share for which that holds."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city to replay in, with what is known of those who are asked there."""

    catalogue: Catalogue
    record: Record
    volunteers: Sequence[Volunteer] = ()

    def category(self, ticket: Ticket) -> Category:
        """The ticket's category; the catch-all when the city lacks it."""
        known = self.catalogue.categories
        return known.get(ticket.category) or known[CATCH_ALL]


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a ticket that gets as far as this."""

    share: float
    at: datetime
    rung: int = -1
    asked: tuple[str, ...] = ()
    taken: bool = False
    """Whether somebody had it in hand before."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What somebody does who is asked: chances, and times."""

    takes: float
    finishes: float
    solves: float
    declines: float
    taken: Sequence[datetime]
    """Each as likely as the others."""
    declined: datetime
    given_back: datetime


def follow(place: Place, ticket: Ticket) -> Way:
    """The way of a ticket from its opening on; its area is one of the city's, or None."""
    answers = {str(each["question"]): str(each.get("answer")) for each in ticket.answers or ()}
    case = Case(place.category(ticket), ticket.area, ticket.urgency, answers=answers)
    parts, way = [_Part(1.0, ticket.opened_at)], Way()
    while parts:
        part = parts.pop()
        choice = _choice(place, case, part, ticket.resident)
        if choice is None:
            way.ends[COORDINATOR] += part.share
            way.hops[len(part.asked) + 1] += part.share
            continue
        if part.rung < 0:
            way.first = choice.responder or choice.owner.value
            way.alone = is_last(case.category, choice.rung)
        parts += _asked(place, way, ticket, part, choice)
    return way


def _choice(place: Place, case: Case, part: _Part, resident: str) -> Choice | None:
    """Whose turn it is: of the rungs above, and while there were not too many hands."""
    if len(part.asked) >= MAX_HOPS:
        return None
    helpers = 0
    if any(each.volunteers for each in case.category.ladder[part.rung + 1 :]):
        others = [each for each in place.volunteers if each.person != resident]
        task = Task(case.category, case.area, case.urgency)
        helpers = len(whom(place.catalogue, others, task, part.at))
    now = replace(case, asked=part.asked, volunteers=helpers)
    return choose(place.catalogue, now, part.rung, part.at)


def _asked(place: Place, way: Way, ticket: Ticket, part: _Part, choice: Choice) -> list[_Part]:
    """Adds to the way what a rung takes, and gives the parts that go on."""
    who = choice.responder or choice.owner.value
    known = _answer(place, ticket, who, (part.at, choice.answer_by))
    took = part.share * known.takes
    if not part.taken:
        each = took / len(known.taken)
        way.waits += [(at - ticket.opened_at, each) for at in known.taken]
    done, left = took * known.finishes, part.share - took
    asked = (*part.asked, who)
    way.hops[len(asked)] += done
    way.ends[place.record.kind_of(who)] += done * known.solves
    way.ends[SILENCE] += done * (1 - known.solves)
    declines = 0.0 if is_last(place.category(ticket), choice.rung) else known.declines
    on = (
        (took - done, known.given_back, True),
        (left * declines, known.declined, part.taken),
        (left * (1 - declines), choice.answer_by, part.taken),
    )
    return [_Part(share, at, choice.rung, asked, taken) for share, at, taken in on if share > 0]


def _answer(place: Place, ticket: Ticket, who: str, asked: tuple[datetime, datetime]) -> _Answer:
    """By what the record says of who is asked; `asked` is from when until when."""
    record, (at, by) = place.record, asked
    matter = who, ticket.category
    whose = *matter, ticket.urgency
    given = worked(place.catalogue, who, ticket.urgency, at, by)

    def later(span: timedelta) -> datetime:
        return min(_later(place.catalogue, who, ticket.urgency, at, span), by)

    soon = points(record.spread(What.TAKES, *whose), given)
    taken = [later(each) for each in soon]
    held = middle(record.spread(What.FINISHES, *whose), place.catalogue.tiers[ticket.urgency].solve)
    return _Answer(
        takes=record.chance(What.TAKES, *matter) * record.in_time(*whose, given),
        finishes=record.chance(What.FINISHES, *matter),
        solves=record.chance(What.SOLVES, *matter),
        declines=record.chance(What.DECLINES, *matter),
        taken=taken,
        declined=later(middle(record.spread(What.DECLINES, *whose), given / 2)),
        given_back=taken[len(taken) // 2] + held,
    )


def _later(
    catalogue: Catalogue, who: str, urgency: Urgency, at: datetime, span: timedelta
) -> datetime:
    known = catalogue.responders.get(who)
    if known is None or urgency is Urgency.EMERGENCY:
        return at + span
    return after_work(known.hours, at, span, catalogue.zone)


def points(spans: Sequence[timedelta], given: timedelta) -> tuple[timedelta, ...]:
    """A few times that stand for all that lie within what is given; half of it when none does."""
    within = [each for each in spans if each <= given]
    if not within:
        return (given / 2,)
    return tuple(within[int(point * len(within))] for point in POINTS)


def middle(spans: Sequence[timedelta], unknown: timedelta) -> timedelta:
    """Their median; what is unknown of none."""
    return timedelta(seconds=median(each.total_seconds() for each in spans)) if spans else unknown
