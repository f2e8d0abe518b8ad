"""A ticket, its states and moves: one table, one writer, and a history that is never edited."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import JSON, Field, SQLModel

from bot.core.catalogue import Urgency


class State(StrEnum):
    """Where a ticket stands."""

    NEW = "new"
    TRIAGE = "triage"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_RESIDENT = "waiting_for_resident"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    MERGED = "merged"


END = frozenset({State.CLOSED, State.CANCELLED, State.REFUSED, State.MERGED})
OPEN = frozenset(State) - END
HELD = frozenset({State.ACCEPTED, State.IN_PROGRESS, State.WAITING_FOR_RESIDENT})
"""Somebody works on it."""

UNDER_WAY = frozenset({State.OFFERED}) | HELD


class Owner(StrEnum):
    """What kind of hands a ticket is in."""

    RESPONDER = "responder"
    VOLUNTEERS = "volunteers"
    COORDINATOR = "coordinator"


class Move(StrEnum):
    """What can happen to a ticket."""

    OFFER = "offer"
    TRIAGE = "triage"
    ASSIGN = "assign"
    ACCEPT = "accept"
    CLAIM = "claim"
    DECLINE = "decline"
    UNANSWERED = "unanswered"
    GIVE_BACK = "give_back"
    LEASE_ENDED = "lease_ended"
    ASK = "ask_resident"
    ANSWER = "answer"
    NO_ANSWER = "no_answer"
    PROGRESS = "progress"
    RESOLVE = "resolve"
    CLOSE = "close"
    REOPEN = "reopen"
    CANCEL = "cancel_ticket"
    REFUSE = "refuse"
    APPEAL = "appeal"
    MERGE = "merge"
    UNMERGE = "unmerge"
    PARTS_DONE = "parts_done"
    CHANGE = "change"
    NOTE = "note"
    RATE = "rate"
    REMIND = "remind"
    LATE = "late"
    FORGET = "forget"


S, M = State, Move

MOVES: dict[Move, dict[State, frozenset[State]]] = {
    M.OFFER: {S.NEW: frozenset({S.OFFERED}), S.TRIAGE: frozenset({S.OFFERED})},
    M.TRIAGE: {each: frozenset({S.TRIAGE}) for each in OPEN - {S.RESOLVED}},
    M.ASSIGN: {each: frozenset({S.OFFERED}) for each in (S.TRIAGE, S.OFFERED)},
    M.ACCEPT: {each: frozenset({S.ACCEPTED}) for each in (S.OFFERED, S.TRIAGE)},
    M.CLAIM: {S.OFFERED: frozenset({S.ACCEPTED})},
    M.DECLINE: {each: frozenset({S.OFFERED, S.TRIAGE}) for each in UNDER_WAY},
    M.UNANSWERED: {S.OFFERED: frozenset({S.OFFERED, S.TRIAGE})},
    M.GIVE_BACK: {each: frozenset({S.OFFERED, S.TRIAGE}) for each in HELD},
    M.LEASE_ENDED: {each: frozenset({S.OFFERED, S.TRIAGE}) for each in HELD},
    M.ASK: {each: frozenset({S.WAITING_FOR_RESIDENT}) for each in HELD},
    M.ANSWER: {S.WAITING_FOR_RESIDENT: frozenset({S.IN_PROGRESS})},
    M.NO_ANSWER: {S.WAITING_FOR_RESIDENT: frozenset({S.IN_PROGRESS})},
    M.PROGRESS: {each: frozenset({S.IN_PROGRESS}) for each in HELD},
    M.RESOLVE: {each: frozenset({S.RESOLVED}) for each in HELD},
    M.CLOSE: {S.RESOLVED: frozenset({S.CLOSED})},
    M.REOPEN: {each: frozenset({S.OFFERED, S.TRIAGE}) for each in (S.RESOLVED, S.CLOSED)},
    M.CANCEL: {each: frozenset({S.CANCELLED}) for each in OPEN - {S.RESOLVED}},
    M.REFUSE: {each: frozenset({S.REFUSED}) for each in (S.TRIAGE, S.OFFERED)},
    M.APPEAL: {S.REFUSED: frozenset({S.TRIAGE})},
    M.MERGE: {each: frozenset({S.MERGED}) for each in OPEN},
    M.UNMERGE: {S.MERGED: frozenset({S.OFFERED, S.TRIAGE})},
    M.PARTS_DONE: {each: frozenset({S.RESOLVED}) for each in (S.OFFERED, S.TRIAGE)},
    M.CHANGE: {each: frozenset({each, S.OFFERED, S.TRIAGE}) for each in OPEN - {S.RESOLVED}},
    M.NOTE: {each: frozenset({each}) for each in OPEN | {S.CLOSED}},
    M.RATE: {each: frozenset({each}) for each in (S.RESOLVED, S.CLOSED)},
    M.REMIND: {each: frozenset({each}) for each in HELD},
    M.LATE: {each: frozenset({each}) for each in UNDER_WAY | {S.TRIAGE}},
    M.FORGET: {each: frozenset({each}) for each in State},
}
"""For each move the states it starts from and where it may lead."""


ASSIGNED = frozenset({"why-assigned", "why-assigned-volunteers"})
"""Keys of the why of what a coordinator laid before somebody, whatever the ladder says."""

REFUSAL, LAST_REFUSAL = "why-refused", "why-refused-again"
"""Keys of the why of a refusal; after the second, which followed an appeal, none follows."""


class BadMove(ValueError):
    """The table of moves does not hold this."""


class Ticket(SQLModel):
    """One tracked request. Times are aware, in UTC."""

    ref: str
    resident: str
    category: str
    state: State = State.NEW
    urgency: Urgency = Urgency.NORMAL
    text: str = ""
    language: str = ""
    place: str | None = None
    place_slug: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    """Metres around the point in which the place lies."""
    area: str | None = None
    named: list[str] = Field(default_factory=list, sa_type=JSON)
    """All places that it was said to be at, so that none slips out with the words."""
    photos: list[str] = Field(default_factory=list, sa_type=JSON)
    ranking: list[Any] = Field(default_factory=list, sa_type=JSON)
    """What the words may mean, best first: `{name, confidence}`."""
    owner_kind: Owner | None = None
    owner: str | None = None
    """The responder's slug when `owner_kind` is responder."""
    holder: str | None = None
    """The person who accepted or claimed it."""
    rung: int = -1
    hops: int = 0
    asked: list[str] = Field(default_factory=list, sa_type=JSON)
    """Responders that had it since it was opened or reopened."""
    laid_at: datetime | None = None
    """When it was laid before who has it now."""
    deadline: datetime | None = None
    """When the next thing must have happened; what that is follows from the state."""
    due: datetime | None = None
    """When it should be solved."""
    late: bool = False
    why: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """Why it is in these hands, as key and facts."""
    question: str | None = None
    answers: list[Any] | None = Field(default=None, sa_type=JSON)
    """To what its category asked: `{question, answer}` by keys, or `{question, text}`."""
    parent: str | None = None
    """The ticket that this is a part of."""
    merged_into: str | None = None
    """The ticket that tells of the same, when this one was joined with it."""
    for_whom: str | None = None
    """Who needs it, by a code such as `mother`, when that is not who wrote."""
    source: str | None = None
    """How it came when staff took it down for somebody: `walk_in` or `phone`."""
    filed_by: str | None = None
    """The staff person who took it down; the news come to them."""
    contacted: bool | None = None
    solved: bool | None = None
    satisfied: int | None = None
    reopened: int = 0
    opened_at: datetime
    since: datetime | None = None
    """From when its times count: its opening, or when it was opened again."""
    changed_at: datetime
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    version: int = 0
    """Grows with each move; whoever writes says which one they read."""

    @property
    def begun(self) -> datetime:
        """From when its times count."""
        return self.since or self.opened_at

    @property
    def held(self) -> bool:
        """Whether somebody works on it."""
        return self.state in HELD

    @property
    def assigned(self) -> bool:
        """Whether a coordinator chose who has it: if they do not take it, it goes back there."""
        return self.why.get("key") in ASSIGNED

    @property
    def may_be_appealed(self) -> bool:
        """Whether it was refused, and its resident may still ask for another look."""
        return self.state is State.REFUSED and self.why.get("key") == REFUSAL

    @property
    def is_open(self) -> bool:
        """Whether it is not at an end."""
        return self.state not in END


class TicketEvent(SQLModel):
    """One thing that happened to a ticket; appended, never edited."""

    ref: str
    at: datetime
    who: str | None = None
    """The person, or None for the clock."""
    move: Move
    before: State
    after: State
    why: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    inbox: int | None = None


class Step(SQLModel):
    """What moves a ticket: which move, when, who and why."""

    move: Move
    at: datetime
    who: str | None = None
    why: dict[str, Any] = Field(default_factory=dict)
    facts: dict[str, Any] = Field(default_factory=dict)
    inbox: int | None = None


def may_move(ticket: Ticket, move: Move) -> bool:
    """Whether the table lets this ticket make the move."""
    return ticket.state in MOVES[move]


def move(ticket: Ticket, step: Step, to: State | None = None, **changes: Any) -> TicketEvent:
    """Makes the move on the ticket and gives the event to append. The only writer of a state.

    `to` may be left out where the table leaves one state. Raises BadMove when the table does
    not hold the move, or when an open ticket would be left without owner or deadline; then
    nothing is changed.
    """
    ends = MOVES[step.move].get(ticket.state, frozenset())
    after = to or (next(iter(ends)) if len(ends) == 1 else ticket.state)
    if after not in ends:
        raise BadMove(f"{step.move} does not lead from {ticket.state} to {after}")
    left = ticket.model_copy(update={**changes, "state": after})
    if left.is_open and (left.owner_kind is None or left.deadline is None):
        raise BadMove(f"{step.move} leaves {ticket.ref} without owner or deadline")
    before = ticket.state
    for name, value in changes.items():
        setattr(ticket, name, value)
    ticket.state = after
    ticket.changed_at = step.at
    ticket.version += 1
    return TicketEvent(
        ref=ticket.ref,
        at=step.at,
        who=step.who,
        move=step.move,
        before=before,
        after=after,
        why=step.why,
        facts=step.facts,
        inbox=step.inbox,
    )
