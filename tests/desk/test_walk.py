"""Whoever does whatever in whatever order: no ticket is lost, nothing private is told."""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import tempfile
from collections.abc import Coroutine, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import col, select

from bot.city import City
from bot.core.claims import AT_ONCE
from bot.core.people import Role
from bot.core.tickets import HELD, MOVES, Owner, State, Ticket, TicketEvent
from bot.message import parse_payload
from bot.outbox import show
from bot.store import Store, tickets
from bot.store.tables import AddressRow, OutboxRow
from bot.verbs import VERBS
from bot.voice import Voice
from tests.desk.conftest import Desk

Result = TypeVar("Result")

CAST: tuple[tuple[str, tuple[tuple[Role, str], ...]], ...] = (
    ("Wang", ()),
    ("Zhou", ((Role.VOLUNTEER, ""),)),
    ("Zhao", ((Role.VOLUNTEER, ""),)),
    ("Li", ((Role.RESPONDER, "lighting_division"), (Role.RESPONDER, "warm_hands"))),
    ("Sun", ((Role.RESPONDER, "heping_property"), (Role.RESPONDER, "haiwan_office"))),
    ("Ma", ((Role.RESPONDER, "service_desk"), (Role.VOLUNTEER, ""))),
    ("Chen", ((Role.COORDINATOR, ""),)),
)
OPENS = ("street_light", "meal_delivery", "elevator", "other")
QUESTIONS = {"report": "open_ticket", "decline_words": "decline"}
"""Taps that open a question, and the verb that follows it where that has another name."""

PEOPLE = st.sampled_from([name for name, _ in CAST])
TEXTS = st.sampled_from(("by the gate", "", "我等了三天 😀", "y" * 2000))
NUMBERS = st.sampled_from((None, 0, 1, 2, 5, 9, -1, True, 0.5))
TICKETS = st.one_of(st.integers(0, 3), st.sampled_from((None, "Z9Z-9Z9", "no ref", 7)))
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "text": TEXTS,
        "reason": st.sampled_from(("not_ours", "no reason")),
        "to": st.sampled_from((*OPENS, "nothing", "en")),
        "stars": NUMBERS,
        "solved": NUMBERS,
        "contacted": NUMBERS,
        "photo": st.just("a photo"),
        "place": st.sampled_from((None, "here", "nowhere")),
        "code": st.just("no code"),
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


class Walk(RuleBasedStateMachine):
    """A city in which anybody may try anything."""

    def __init__(self, city: City) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(Store(f"sqlite:///{self.folder / 'walk.db'}"), city)
        self.voice = Voice(city.name, city.zone, city.languages)
        self.people: dict[str, str] = {}
        self.before: dict[str, Ticket] = {}
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.secrets: dict[str, str] = {}
        """The ticket of each place that was ever named, by words and by latitude."""
        self.worked: dict[str, set[str]] = {}
        """For each ticket who held it, and the responders that accepted it."""
        self.told = 0
        self.slips = Slips()
        logging.getLogger("bot").addHandler(self.slips)
        self.run(self.arrive())

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Does something of the desk's."""
        return self.runner.run(work)

    def teardown(self) -> None:
        logging.getLogger("bot").removeHandler(self.slips)
        self.run(self.desk.store.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    async def arrive(self) -> None:
        await self.desk.store.migrate()
        for name, roles in CAST:
            self.people[name] = await self.desk.person(name)
            for role, responder in roles:
                await self.desk.person(name, role, responder)

    # What happens.

    @rule(who=PEOPLE, category=st.sampled_from(OPENS), placed=st.booleans())
    def open(self, who: str, category: str, placed: bool) -> None:
        self.ask(who, "open_ticket", category=category, text="help", **self.place(placed))

    @rule(who=PEOPLE, verb=st.sampled_from(sorted(VERBS)), which=TICKETS, facts=FACTS)
    def try_a_verb(self, who: str, verb: str, which: object, facts: Mapping[str, Any]) -> None:
        given = {**facts, "ref": self.ref(which)}
        if "place" in given:
            given |= self.place(given.pop("place") == "here")
        self.ask(who, verb, **given)

    @precondition(lambda self: self.before)
    @rule(who=PEOPLE, number=st.integers(0, 9), facts=FACTS)
    def tap(self, who: str, number: int, facts: Mapping[str, Any]) -> None:
        """Taps a button that the person sees, the newest first; then says what it asks for."""
        seen = self.run(self.buttons(self.people[who]))
        if not seen:
            return
        verb, given = parse_payload(seen[number % len(seen)]) or ("", {})
        told = {"text": facts.get("text", "words"), **given}
        if verb in ("report", "change_place"):
            told |= self.place(facts.get("place") == "here")
        verb = QUESTIONS.get(verb, verb)
        self.ask(who, verb, **(given if VERBS[verb].direct and verb != "decline" else told))

    @precondition(lambda self: self.desk.messages)
    @rule(who=PEOPLE, verb=st.sampled_from(("claim", "accept", "resolve", "cancel_ticket")))
    def ask_again(self, who: str, verb: str) -> None:
        """The same message a second time: the same answer, and nothing happens."""
        first = self.ask(who, verb)
        self.check()
        laid, was = self.told, dict(self.before)
        again = self.run(self.desk.ask(self.people[who], verb, again=self.desk.messages))
        assert again == first
        self.check()
        assert (self.told, self.before) == (laid, was)

    @rule(minutes=st.sampled_from((4, 61, 300, 1500, 3000, 12000)))
    def wait(self, minutes: int) -> None:
        self.run(self.desk.wait(timedelta(minutes=minutes)))
        for ticket in self.run(self.all()):
            assert not ticket.is_open or (ticket.deadline and ticket.deadline > self.desk.now)

    # What must be so, whatever happened.

    @invariant()
    def check(self) -> None:
        now = {each.ref: each for each in self.run(self.all())}
        assert set(self.before) <= set(now)
        for ref, ticket in now.items():
            self.is_in_somebodys_hands(ticket)
            self.has_a_history(ticket, self.run(self.desk.events(ref)))
            self.remember(ticket)
        for volunteer in self.people.values():
            tasks = [each for each in now.values() if each.holder == volunteer and each.held]
            claimed = [each for each in tasks if each.owner_kind is Owner.VOLUNTEERS]
            assert len(claimed) <= AT_ONCE
        for person, row in self.run(self.news()):
            self.can_be_said(row)
            self.keeps_secrets(person, row, now)
            self.told = row.id or self.told
        self.before = now

    def is_in_somebodys_hands(self, ticket: Ticket) -> None:
        if not ticket.is_open:
            return
        assert ticket.owner_kind is not None
        assert ticket.deadline is not None
        assert ticket.due is not None
        assert ticket.why
        known = self.desk.city.catalogue.responders
        assert (ticket.owner in known) == (ticket.owner_kind is Owner.RESPONDER)
        if ticket.state in HELD:
            assert ticket.holder in self.people.values()
        elif ticket.state is not State.RESOLVED:
            assert ticket.holder is None

    def has_a_history(self, ticket: Ticket, events: Sequence[TicketEvent]) -> None:
        told = [each.model_dump() for each in events]
        was = self.history.get(ticket.ref, [])
        assert told[: len(was)] == was
        assert len(told) == ticket.version
        state = State.NEW
        for each in events:
            assert each.before == state
            assert each.after in MOVES[each.move][each.before]
            state = each.after
        assert state == ticket.state
        self.history[ticket.ref] = told

    def remember(self, ticket: Ticket) -> None:
        for secret in (ticket.place, ticket.lat):
            if secret is not None:
                self.secrets[str(secret)] = ticket.ref
        if ticket.holder is not None:
            known = self.worked.setdefault(ticket.ref, set())
            known |= {ticket.holder, ticket.owner or ticket.holder}

    def can_be_said(self, row: OutboxRow) -> None:
        for language in self.desk.city.languages:
            shown = show(self.voice, row, language, self.desk.now)
            assert shown.text.strip()
            assert self.slips.heard == []
            assert all(button.label for buttons in shown.buttons for button in buttons)

    def keeps_secrets(self, person: str, row: OutboxRow, now: Mapping[str, Ticket]) -> None:
        text = json.dumps(row.facts, ensure_ascii=False)
        for secret, ref in self.secrets.items():
            if secret in text:
                assert self.may_know(person, ref, now), f"{row.key} tells {secret} of {ref}"

    def may_know(self, person: str, ref: str, now: Mapping[str, Ticket]) -> bool:
        name = next(name for name, each in self.people.items() if each == person)
        roles = dict(CAST)[name]
        tickets_ = [each for each in (self.before.get(ref), now[ref]) if each is not None]
        known = self.desk.city.catalogue.categories
        return (
            now[ref].resident == person
            or (Role.COORDINATOR, "") in roles
            or bool({person, *(responder for _, responder in roles)} & self.worked.get(ref, set()))
            or not all(known[each.category].private for each in tickets_)
        )

    # What the rules above need.

    def ask(self, who: str, verb: str, **facts: Any) -> dict[str, Any]:
        """One verb: whatever comes of it, the person is answered."""
        person = self.people[who]
        result = self.run(self.desk.ask(person, verb, **facts))
        assert isinstance(result["ok"], bool)
        assert result["key"]
        answered = [row for _, row in self.run(self.news()) if row.turn == self.desk.messages]
        assert answered, f"{verb} is not answered"
        return result

    def ref(self, which: object) -> object:
        refs = sorted(self.before, key=lambda ref: self.before[ref].opened_at)
        if isinstance(which, int) and which < len(refs):
            return refs[-1 - which]
        return which

    def place(self, placed: bool) -> dict[str, Any]:
        """A place that nobody named before, or none."""
        if not placed:
            return {"place": None}
        number = 1000 + len(self.secrets)
        area = next(slug for slug, each in self.desk.city.areas.items() if each.level != "city")
        return {
            "place": {
                "text": f"house {number}",
                "lat": 36 + number / 100_000 + 0.0000005,
                "lon": 121.2,
                "area": "heping" if "heping" in self.desk.city.areas else area,
            }
        }

    async def all(self) -> list[Ticket]:
        async with self.desk.store.read() as tx:
            return await tickets.every(tx)

    async def news(self) -> list[tuple[str, OutboxRow]]:
        """What was laid since the last look, and for whom."""
        async with self.desk.store.read() as tx:
            found = await tx.exec(
                select(AddressRow.person, OutboxRow)
                .where(OutboxRow.address == AddressRow.id, col(OutboxRow.id) > self.told)
                .where(OutboxRow.kind == "say")
                .order_by(col(OutboxRow.id))
            )
            return list(found.all())

    async def buttons(self, person: str) -> list[str]:
        """The taps that a person sees, those of the last message first."""
        rows = [row for row in await self.desk.rows(person) if not row.spent]
        return [
            str(button["tap"]) for row in reversed(rows) for line in row.buttons for button in line
        ]


def test_whoever_does_whatever_no_ticket_is_lost_and_nothing_private_is_told(city: City) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Walk(city),
        settings=settings(
            max_examples=8,
            stateful_step_count=30,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate,),  # to make a failing walk short takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
