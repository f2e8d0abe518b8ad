"""What an official should read now: counts, what is late, and the three most urgent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.tickets import Ticket

MOST = 3
"""Tickets that a digest puts before the reader with buttons."""


@dataclass(frozen=True, slots=True)
class Count:
    """How the tickets of one category or area stand."""

    slug: str | None = None
    new: int = 0
    waiting: int = 0
    late: int = 0
    solved: int = 0

    def __add__(self, other: Count) -> Count:
        """Both together, under the same name."""
        return Count(
            self.slug,
            self.new + other.new,
            self.waiting + other.waiting,
            self.late + other.late,
            self.solved + other.solved,
        )

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.waiting or self.late or self.solved)


@dataclass(frozen=True, slots=True)
class Digest:
    """One reading for one desk."""

    total: Count
    by_category: tuple[Count, ...]
    by_area: tuple[Count, ...]
    urgent: tuple[Ticket, ...]

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return self.total.quiet


def build(
    by_category: Iterable[Count], by_area: Iterable[Count], urgent: Sequence[Ticket]
) -> Digest:
    """The digest of what was counted, where a slug may come several times; each ticket has one
    category and one area, or none. `urgent` in order."""
    categories = _group(by_category)
    total = sum(categories, Count())
    return Digest(total, categories, _group(by_area), tuple(urgent[:MOST]))


def is_due(hour: int, zone: ZoneInfo, last: datetime | None, now: datetime) -> bool:
    """Whether the daily digest of an hour in a zone should leave now and has not yet today.

    One that was missed comes late; but the first ever, only at its hour: who was made an official
    at noon has waited for nothing.
    """
    local = now.astimezone(zone)
    if last is None:
        return local.hour == hour
    return local.hour >= hour and last.astimezone(zone).date() < local.date()


def is_off(days: Iterable[int], zone: ZoneInfo, now: datetime) -> bool:
    """Whether today, in a zone, is one of the weekdays without a digest (0 is Monday)."""
    return now.astimezone(zone).weekday() in days


def is_weekly(zone: ZoneInfo, last: datetime | None, now: datetime) -> bool:
    """Whether a digest that leaves now is the first of its week: Monday's, or of the first day
    after it that has one."""
    if last is None:
        return True
    return last.astimezone(zone).isocalendar()[:2] < now.astimezone(zone).isocalendar()[:2]


def since(last: datetime | None, now: datetime) -> datetime:
    """From when a digest counts: the last one, at most a week, a day when there was none."""
    return max(last, now - timedelta(days=7)) if last else now - timedelta(days=1)


def _group(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Each slug once, where there is most to tell first; without what is quiet."""
    found: dict[str | None, Count] = {}
    for each in counts:
        found[each.slug] = found.get(each.slug, Count(each.slug)) + each
    loud = (each for each in found.values() if not each.quiet)
    return tuple(sorted(loud, key=lambda each: (-_size(each), each.slug or "")))


def _size(count: Count) -> int:
    return count.new + count.waiting + count.solved
