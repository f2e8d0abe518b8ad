"""What a city offers and who stands behind it: categories, ladders, responders, hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

MODULES = ("safety", "transport", "community", "environment", "trust", "affairs")

AHEAD = 31
"""Days within which somebody opens again: a week, and the longest holidays beside it."""

Names = Mapping[str, str]
"""A name by language."""

Words = Mapping[str, tuple[str, ...]]
"""Words and phrases by language."""


class Kind(StrEnum):
    """What a responder is."""

    GOVERNMENT = "government"
    ENTERPRISE = "enterprise"
    NGO = "ngo"


class Urgency(StrEnum):
    """From hazard and need alone; anger, capitals and status change nothing."""

    EMERGENCY = "emergency"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours: for each weekday (0 is Monday) the spans in local time; empty is shut."""

    spans: tuple[tuple[tuple[time, time], ...], ...]
    always: bool = False
    shut: frozenset[date] = frozenset()
    """Days on which it is closed, whatever weekday: public holidays."""

    def on(self, day: date) -> tuple[tuple[time, time], ...]:
        """The spans of a day, in order."""
        return () if day in self.shut else self.spans[day.weekday()]

    def open_at(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it is open at an aware time."""
        if self.always:
            return True
        local = now.astimezone(zone)
        return any(start <= local.time() < end for start, end in self.on(local.date()))

    def next_open(self, now: datetime, zone: ZoneInfo) -> datetime:
        """`now` if open, else when it opens next, in UTC; `now` when it never opens."""
        if self.open_at(now, zone):
            return now
        local = now.astimezone(zone)
        days = ((local + timedelta(days=ahead)).date() for ahead in range(AHEAD))
        firsts = (self._first_of(day, now, zone) for day in days)
        return next((each for each in firsts if each is not None), now)

    def _first_of(self, day: date, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When it opens on a day after a time."""
        starts = (datetime.combine(day, start, zone) for start, _ in self.on(day))
        # When the clocks go back an hour comes twice; when they go forward one never comes.
        times = (each.replace(fold=fold).astimezone(UTC) for each in starts for fold in (0, 1))
        later = (each for each in times if each > now and self.open_at(each, zone))
        return min(later, default=None)


@dataclass(frozen=True, slots=True)
class Tier:
    """How long things may take at one urgency, in working time of who has the ticket."""

    dispatch: timedelta
    """Until somebody has taken it, at each rung."""
    answer: timedelta
    """From its opening to the first word to the resident."""
    solve: timedelta
    """From its opening to a solution."""


TIERS: Mapping[Urgency, Tier] = {
    Urgency.EMERGENCY: Tier(timedelta(minutes=5), timedelta(hours=1), timedelta(hours=24)),
    Urgency.HIGH: Tier(timedelta(hours=1), timedelta(hours=24), timedelta(days=3)),
    Urgency.NORMAL: Tier(timedelta(hours=4), timedelta(days=2), timedelta(days=7)),
    Urgency.LOW: Tier(timedelta(days=1), timedelta(days=5), timedelta(days=15)),
}
"""What holds where the city says nothing else; a rung or a category may allow less."""


@dataclass(frozen=True, slots=True)
class Responder:
    """An organisation whose staff answer in chat."""

    slug: str
    kind: Kind
    names: Names
    areas: frozenset[str]
    """Slugs of the areas that it covers, with all that lies in them."""
    categories: frozenset[str]
    hours: Hours
    staff: tuple[str, ...] = ()
    """Addresses of its first staff as `channel:sender`."""
    capacity: int | None = None
    """Open tickets beyond which others are asked; None is no end. The last rung takes more."""
    on_holidays: bool = False
    """Whether it works on public holidays, too."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a rung is asked at all; what is empty holds always."""

    areas: frozenset[str] = frozenset()
    """Areas, with all that lies in them."""
    urgency: frozenset[Urgency] = frozenset()
    hours: Hours | None = None
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a question of the category the answers with which the rung is asked."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: exactly one of `kind`, `responder`, `volunteers` is set."""

    answer: timedelta
    """How long it may take to answer before the ticket goes on."""
    kind: Kind | None = None
    responder: str | None = None
    volunteers: bool = False
    when: Condition = field(default_factory=Condition)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a question offers."""

    key: str
    names: Names
    urgency: Urgency | None = None
    """What the ticket becomes by it, when that is more urgent."""
    said: Words = field(default_factory=dict)
    """What in a report's own words says so already."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a category needs to know besides; without answers it takes a person's own words."""

    key: str
    names: Names
    answers: tuple[Answer, ...] = ()
    said: Words = field(default_factory=dict)
    """What in a report's own words makes the question needless."""


@dataclass(frozen=True, slots=True)
class Category:
    """What a ticket is about."""

    slug: str
    module: str
    names: Names
    urgency: Urgency
    ladder: tuple[Rung, ...]
    """In order; the last rung is a government desk that cannot decline."""
    solve: timedelta
    """How long it may take to be solved, at the category's own urgency."""
    needs_place: bool = True
    private: bool = False
    """Whether the exact place is told only to who holds the claim."""
    care: bool = False
    """Whether it is about despair: an emergency of it is met gently, with the numbers for that."""
    questions: tuple[Question, ...] = ()
    """At most two."""
    skills: frozenset[str] = frozenset()
    """What a volunteer needs for it, any of these; empty when anybody can help."""


@dataclass(frozen=True)
class Catalogue:
    """All that routing needs to know of a city."""

    zone: ZoneInfo
    categories: Mapping[str, Category]
    responders: Mapping[str, Responder]
    parents: Mapping[str, str | None]
    """For each area the area that it lies in."""
    decline_reasons: Mapping[str, Names] = field(default_factory=dict)
    refuse_reasons: Mapping[str, Names] = field(default_factory=dict)
    """Why a ticket may be no matter for the city; who declines for one of these asks for a look."""
    tiers: Mapping[Urgency, Tier] = field(default_factory=lambda: TIERS)

    @cached_property
    def serving(self) -> Mapping[tuple[Kind | None, str], Mapping[str, Sequence[Responder]]]:
        """By kind and category the responders of each area that they cover: in a city of thousands
        not each is looked at for every ticket."""
        found: dict[tuple[Kind | None, str], dict[str, list[Responder]]] = {}
        for each in self.responders.values():
            for category in each.categories:
                by_area = found.setdefault((each.kind, category), defaultdict(list))
                for area in each.areas:
                    by_area[area].append(each)
        return {key: dict(by_area) for key, by_area in found.items()}

    @cached_property
    def outermost(self) -> tuple[str, ...]:
        """The areas that lie in no other: the whole city."""
        return tuple(area for area, parent in self.parents.items() if parent is None)

    def within(self, area: str | None) -> tuple[str, ...]:
        """The area and all that it lies in, innermost first."""
        chain: list[str] = []
        while area is not None and area not in chain:
            chain.append(area)
            area = self.parents.get(area)
        return tuple(chain)
