"""Who walks the city at random, what they try, and what the house itself finds wrong with it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import Any

from hypothesis import strategies as st
from sqlmodel import col, select

from bot.core.people import Role
from bot.core.tickets import HELD, MOVES, Move, Owner, State, Ticket, TicketEvent
from bot.store import tickets
from bot.store.tables import AddressRow, EventRow, OutboxRow, RelayRow
from tests.desk.conftest import Desk

CAST: tuple[tuple[str, tuple[tuple[Role, str], ...]], ...] = (
    ("Wang", ()),
    ("Zhou", ((Role.VOLUNTEER, ""),)),
    ("Zhao", ((Role.VOLUNTEER, ""),)),
    ("Li", ((Role.RESPONDER, "lighting_division"), (Role.RESPONDER, "elders_association"))),
    ("Sun", ((Role.RESPONDER, "heping_property"), (Role.RESPONDER, "haiwan_office"))),
    ("Ma", ((Role.RESPONDER, "service_desk"), (Role.VOLUNTEER, ""))),
    ("Chen", ((Role.COORDINATOR, ""),)),
)
OPENS = ("street_light", "meal_delivery", "elevator", "other")

RESIDENTS = st.sampled_from(
    (
        *("answer", "rate", "reopen", "add_note", "change_place", "change_kind"),
        *("ask_status", "list_tickets", "cancel_ticket", "appeal"),
    )
)
STAFF = st.sampled_from(
    (
        *("accept", "resolve", "decline", "progress", "ask_resident", "add_note", "give_back"),
        *("ask_status", "queue", "change_kind", "digest_now"),
    )
)
VOLUNTEERS = st.sampled_from(
    (
        *("claim", "done", "give_back", "ask_resident", "progress", "add_note"),
        *("ask_status", "list_tasks"),
    )
)

CHIEF = st.sampled_from(("assign", "refuse"))
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "to": st.sampled_from(
            ("lighting_division", "service_desk", "haiwan_office", "heping_property", "nobody")
        ),
        "volunteers": st.sampled_from((1, 1, 0, "1")),
        "reason": st.sampled_from(("joke", "court", "no reason")),
    },
)

PEOPLE = st.sampled_from([name for name, _ in CAST])
HELPERS = st.sampled_from([name for name, roles in CAST if (Role.VOLUNTEER, "") in roles])
TEXTS = st.sampled_from(("by the gate", "我等了三天 😀", "y" * 2000, ""))
NUMBERS = st.sampled_from((1, 0, None, 2, 5, 9, -1, True, 0.5, float("nan"), float("inf"), "2"))
WHICH = st.integers(0, 3)
FACTS = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "solved": st.sampled_from((None, 0, 1)),
        "contacted": st.sampled_from((None, 0, 1)),
        "stars": st.sampled_from((None, 1, 5)),
        "to": st.sampled_from(OPENS),
        "reason": st.sampled_from(("not_ours", "no reason", "abuse")),
        "place": st.booleans(),
    }
)
ODD_FACTS = st.fixed_dictionaries(
    {"ref": st.one_of(WHICH, st.sampled_from((None, "Z9Z-9Z9", "no ref", 7.5)))},
    optional={
        "text": TEXTS,
        "stars": NUMBERS,
        "solved": NUMBERS,
        "contacted": NUMBERS,
        "to": st.sampled_from((*OPENS, "nothing", "en")),
        "photo": st.just("a photo"),
        "place": st.booleans(),
        "code": st.just("no code"),
        "relay": st.one_of(WHICH, NUMBERS),
        "hour": NUMBERS,
        "zone": st.sampled_from(("America/Lima", "Mars/Olympus", "../etc", "")),
        "category": st.sampled_from((*OPENS, "nothing")),
        "urgency": st.sampled_from(("emergency", "high", "normal", "low", "?")),
    },
)


class Slips(logging.Handler):
    """What the house itself finds wrong with what it does, as a fact that a sentence lacks."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def is_in_hands(ticket: Ticket, people: Collection[str]) -> None:
    """An open ticket has an owner, a deadline and a why; one that is held, one holder."""
    if not ticket.is_open:
        return
    assert ticket.owner_kind is not None
    assert ticket.deadline is not None
    assert ticket.due is not None
    assert ticket.why
    assert (ticket.owner is not None) == (ticket.owner_kind is Owner.RESPONDER)
    if ticket.state in HELD:
        assert ticket.holder in people
    elif ticket.state is not State.RESOLVED:
        assert ticket.holder is None


def has_a_history(
    ticket: Ticket, events: Sequence[TicketEvent], was: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The ticket's history: what it was goes on, by moves of the table, to where it stands."""
    told = [each.model_dump() for each in events]
    if any(each.move is Move.FORGET for each in events):
        told, was = _bare(told), _bare(was)
    assert told[: len(was)] == was
    assert len(told) == ticket.version
    state = State.NEW
    for each in events:
        assert each.before == state
        assert each.after in MOVES[each.move][each.before]
        state = each.after
    assert state == ticket.state
    return told


def _bare(history: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What happened without its words: they may have gone with who they tell of."""
    return [{**each, "facts": {}, "why": {}} for each in history]


async def look(
    desk: Desk, told: int
) -> tuple[list[Ticket], Sequence[TicketEvent], Sequence[tuple[str, OutboxRow]]]:
    """All tickets, all that happened, and what was laid since row `told`, for whom."""
    laid = (
        select(AddressRow.person, OutboxRow)
        .where(OutboxRow.address == AddressRow.id, col(OutboxRow.id) > told)
        .where(OutboxRow.kind == "say")
        .order_by(col(OutboxRow.id))
    )
    async with desk.store.read() as tx:
        happened = await tx.exec(select(EventRow).order_by(col(EventRow.id)))
        return await tickets.every(tx), happened.all(), (await tx.exec(laid)).all()


async def buttons(desk: Desk, person: str) -> list[str]:
    """The taps that a person sees, those of the last message first."""
    rows = [row for row in await desk.rows(person) if not row.spent]
    return [each["tap"] for row in reversed(rows) for line in row.buttons for each in line]


async def talks(desk: Desk) -> Sequence[RelayRow]:
    """Who waits for a person to talk to, or talks."""
    async with desk.store.read() as tx:
        return (await tx.exec(select(RelayRow).where(RelayRow.state != "ended"))).all()
