"""What a city offers and who stands behind it: categories, ladders, responders, hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MODULES = ("safety", "transport", "community", "environment", "trust", "affairs")

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

    def open_at(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it is open at an aware time."""
        if self.always:
            return True
        local = now.astimezone(zone)
        return any(start <= local.time() < end for start, end in self.spans[local.weekday()])

    def next_open(self, now: datetime, zone: ZoneInfo) -> datetime:
        """`now` if open, else when it opens next, in UTC; `now` when it never opens."""
        if self.open_at(now, zone):
            return now
        local = now.astimezone(zone)
        starts = [
            datetime.combine(day, start, zone)
            for day in ((local + timedelta(days=ahead)).date() for ahead in range(8))
            for start, _ in self.spans[day.weekday()]
        ]
        # When the clocks go back an hour comes twice; when they go forward one never comes.
        times = (each.replace(fold=fold).astimezone(UTC) for each in starts for fold in (0, 1))
        return min((each for each in times if each > now and self.open_at(each, zone)), default=now)


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


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: exactly one of `kind`, `responder`, `volunteers` is set."""

    answer: timedelta
    """How long it may take to answer before the ticket goes on."""
    kind: Kind | None = None
    responder: str | None = None
    volunteers: bool = False


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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that routing needs to know of a city."""

    zone: ZoneInfo
    categories: Mapping[str, Category]
    responders: Mapping[str, Responder]
    parents: Mapping[str, str | None]
    """For each area the area that it lies in."""
    decline_reasons: Mapping[str, Names] = field(default_factory=dict)

    def within(self, area: str | None) -> tuple[str, ...]:
        """The area and all that it lies in, innermost first."""
        chain: list[str] = []
        while area is not None and area not in chain:
            chain.append(area)
            area = self.parents.get(area)
        return tuple(chain)
