"""What an official should read now: counts, what is late, and the three most urgent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.catalogue import Urgency
from bot.core.tickets import State, Ticket

MOST = 3
"""Tickets that a digest puts before the reader with buttons."""

_ORDER = list(Urgency)


@dataclass(frozen=True, slots=True)
class Count:
    """How the tickets of one category or area stand."""

    slug: str | None
    new: int
    waiting: int
    late: int
    solved: int


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
        return not (self.total.new or self.total.waiting or self.total.late or self.total.solved)


def build(tickets: Sequence[Ticket], since: datetime, now: datetime) -> Digest:
    """The digest of these tickets: new and solved since `since`, waiting and late at `now`."""
    waiting = [each for each in tickets if each.is_open and each.state is not State.RESOLVED]
    urgent = sorted(waiting, key=lambda each: _rank(each, now))[:MOST]
    return Digest(
        total=_count(None, tickets, since, now),
        by_category=_group(tickets, "category", since, now),
        by_area=_group(tickets, "area", since, now),
        urgent=tuple(urgent),
    )


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


def since(last: datetime | None, now: datetime) -> datetime:
    """From when a digest counts: the last one, at most a week, a day when there was none."""
    return max(last, now - timedelta(days=7)) if last else now - timedelta(days=1)


def _rank(ticket: Ticket, now: datetime) -> tuple[bool, bool, int, datetime]:
    late = ticket.late or (ticket.due is not None and ticket.due < now)
    danger = ticket.urgency is Urgency.EMERGENCY
    return not danger, not late, _ORDER.index(ticket.urgency), ticket.due or ticket.opened_at


def _group(tickets: Sequence[Ticket], by: str, since: datetime, now: datetime) -> tuple[Count, ...]:
    slugs = Counter(getattr(each, by) for each in tickets)
    counts = [
        _count(slug, [each for each in tickets if getattr(each, by) == slug], since, now)
        for slug, _ in slugs.most_common()
    ]
    return tuple(each for each in counts if each.new or each.waiting or each.late or each.solved)


def _count(slug: str | None, tickets: Iterable[Ticket], since: datetime, now: datetime) -> Count:
    chosen = list(tickets)
    waiting = [each for each in chosen if each.is_open and each.state is not State.RESOLVED]
    return Count(
        slug=slug,
        new=sum(each.opened_at > since for each in chosen),
        waiting=len(waiting),
        late=sum(each.late or (each.due is not None and each.due < now) for each in waiting),
        solved=sum(each.resolved_at is not None and each.resolved_at > since for each in chosen),
    )
