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

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.city import load
from bot.core.claims import AT_ONCE
from bot.core.people import Role
from bot.core.rights import FORGOTTEN, sign_of
from bot.core.tickets import Owner, Ticket
from bot.message import parse_payload
from bot.outbox import show
from bot.store import Store
from bot.store.tables import OutboxRow
from bot.verbs import QUESTIONS, VERBS
from bot.voice import Voice
from tests.conftest import ROOT
from tests.desk.conftest import Desk
from tests.desk.walkers import (
    CAST,
    CHIEF,
    CHOICES,
    FACTS,
    HELPERS,
    ODD_FACTS,
    OPENS,
    PEOPLE,
    RESIDENTS,
    STAFF,
    TEXTS,
    VOLUNTEERS,
    WHICH,
    Slips,
    buttons,
    has_a_history,
    is_in_hands,
    look,
    talks,
)

pytestmark = pytest.mark.slow

Result = TypeVar("Result")

OPENED = {"report": "open_ticket", "decline_words": "decline"}
"""Taps that open a question which is followed by a verb of another name."""

MOST = 5
"""Tickets that people open in one walk."""

CITY = load(ROOT / "city")
NAMES = [name for name, _ in CAST]


class Walk(RuleBasedStateMachine):
    """A city in which anybody may try anything."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = Desk(Store(f"sqlite:///{self.folder / 'walk.db'}"), CITY)
        self.voice = Voice(CITY.name, CITY.zone, CITY.languages)
        self.people: dict[str, str] = {}
        self.before: dict[str, Ticket] = {}
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.secrets: dict[str, str] = {}
        """The ticket of each place that was ever named, by words and by latitude."""
        self.worked: dict[str, set[str]] = {}
        """For each ticket who held it, and the responders that accepted it."""
        self.unanswered: str | None = None
        self.told = 0
        self.slips = Slips()
        logging.getLogger("bot").addHandler(self.slips)
        self.run(self.arrive())

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
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

    @initialize(who=st.permutations(NAMES))
    def begin(self, who: Sequence[str]) -> None:
        for name, category in zip(who, ("meal_delivery", "street_light"), strict=False):
            self.open(name, category, placed=True)
            self.check()

    @precondition(lambda self: len(self.before) < MOST)
    @rule(who=PEOPLE, category=st.sampled_from(OPENS), placed=st.booleans())
    def open(self, who: str, category: str, placed: bool) -> None:
        there = self.place(placed)
        text = f"help, {there['place']['text']}" if placed else "help"
        self.ask(who, "open_ticket", category=category, text=text, **there)

    @precondition(lambda self: len(self.before) < MOST)
    @rule(category=st.sampled_from(OPENS), placed=st.booleans())
    def take_down(self, category: str, placed: bool) -> None:
        """Staff take a caller's words down, and say that they are right."""
        there = self.place(placed)
        told = self.ask("Ma", "file_draft", category=category, text="help", **there)
        self.check()
        self.ask("Ma", "file_right", draft=told.get("draft"))

    @rule(which=WHICH, verb=RESIDENTS, facts=FACTS)
    def its_resident(self, which: int, verb: str, facts: Mapping[str, Any]) -> None:
        ticket = self.ticket(which)
        who = ticket.filed_by or ticket.resident
        if who != FORGOTTEN:
            self.ask(self.name(who), verb, ref=ticket.ref, **self.placed(facts))

    @rule(which=WHICH, verb=STAFF, facts=FACTS)
    def its_staff(self, which: int, verb: str, facts: Mapping[str, Any]) -> None:
        ticket = self.ticket(which)
        theirs = [name for name, roles in CAST if (Role.RESPONDER, ticket.owner or "") in roles]
        self.ask(theirs[0] if theirs else "Chen", verb, ref=ticket.ref, **self.placed(facts))

    @rule(which=WHICH, verb=CHIEF, facts=CHOICES)
    def a_coordinator(self, which: int, verb: str, facts: Mapping[str, Any]) -> None:
        """Decides whose a ticket is, or that it is none; its resident may not agree."""
        ticket = self.ticket(which)
        self.ask("Chen", verb, ref=ticket.ref, **facts)
        self.check()
        who = ticket.filed_by or ticket.resident
        if verb == "refuse" and who != FORGOTTEN:
            self.ask(self.name(who), "appeal", ref=ticket.ref)

    @rule(who=HELPERS, which=WHICH, verb=VOLUNTEERS, facts=FACTS)
    def a_volunteer(self, who: str, which: int, verb: str, facts: Mapping[str, Any]) -> None:
        ticket = self.ticket(which)
        if ticket.owner_kind is Owner.VOLUNTEERS and ticket.holder:
            who = self.name(ticket.holder)
        elif ticket.owner_kind is Owner.VOLUNTEERS and facts["solved"]:
            verb = "claim"
        self.ask(who, verb, ref=ticket.ref, **self.placed(facts))

    @rule(who=PEOPLE, verb=st.sampled_from(sorted(set(VERBS) - {"relay_words"})), facts=ODD_FACTS)
    def anybody(self, who: str, verb: str, facts: Mapping[str, Any]) -> None:
        ref = facts["ref"]
        given = {**facts, "ref": self.ticket(ref).ref if isinstance(ref, int) else ref}
        self.ask(who, verb, **self.placed(given))

    @rule(who=PEOPLE, which=WHICH, text=TEXTS)
    def a_word_to_a_person(self, who: str, which: int, text: str) -> None:
        self.run(self.desk.ask(self.people[who], "relay_words", relay=which, text=text))

    @rule(who=PEOPLE, number=st.integers(0, 9), facts=FACTS)
    def tap(self, who: str, number: int, facts: Mapping[str, Any]) -> None:
        """Taps a button that the person sees, the newest first; then says what it asks for."""
        seen = self.run(buttons(self.desk, self.people[who]))
        if not seen:
            return
        verb, given = parse_payload(seen[number % len(seen)]) or ("", {})
        if "sure" in given:
            return self.leaves(who)
        if verb in QUESTIONS:
            given = {**self.placed(facts), **given}
        self.ask(who, OPENED.get(verb, verb), **given)

    @precondition(lambda self: len(self.before) > 2)
    @rule(who=PEOPLE)
    def leaves(self, who: str) -> None:
        """Is forgotten, and comes back as somebody new in the same roles."""
        was = self.people[who]
        self.run(self.desk.ask(was, "forget_me", sure=sign_of(was)))
        self.people[who] = self.run(self.desk.person(who))
        for role, responder in dict(CAST)[who]:
            self.run(self.desk.person(who, role, responder))
        found, _, _ = self.run(look(self.desk, self.told))
        assert not [each.ref for each in found if was in (each.resident, each.holder)]

    @rule(who=PEOPLE, verb=st.sampled_from(("claim", "accept", "resolve", "cancel_ticket", "rate")))
    def the_same_message_again(self, who: str, verb: str) -> None:
        first = self.ask(who, verb)
        self.check()
        laid, was = self.told, dict(self.before)
        again = self.run(self.desk.ask(self.people[who], verb, again=self.desk.messages))
        self.check()
        assert (again, self.told, self.before) == (first, laid, was)

    @rule(minutes=st.sampled_from((4, 10, 61, 300, 1500, 4500)))
    def wait(self, minutes: int) -> None:
        self.run(self.desk.wait(timedelta(minutes=minutes)))
        now, _, _ = self.run(look(self.desk, self.told))
        for ticket in now:
            assert not ticket.is_open or (ticket.deadline and ticket.deadline > self.desk.now)

    # What must be so, whatever happened.

    @invariant()
    def check(self) -> None:
        found, events, news = self.run(look(self.desk, self.told))
        now = {each.ref: each for each in found}
        assert set(self.before) <= set(now)
        for ref, ticket in now.items():
            is_in_hands(ticket, self.people.values())
            own = [each for each in events if each.ref == ref]
            self.history[ref] = has_a_history(ticket, own, self.history.get(ref, []))
            self.remember(ticket)
        live = self.run(talks(self.desk))
        assert len({each.person for each in live}) == len(live)
        assert all(each.due and (each.coordinator is None) == (each.state == "waiting")
                   for each in live)  # fmt: skip
        claimed = [each for each in found if each.held and each.owner_kind is Owner.VOLUNTEERS]
        assert all(
            sum(each.holder == one for each in claimed) <= AT_ONCE for one in self.people.values()
        )
        for person, row in news:
            self.can_be_said(row)
            self.keeps_secrets(person, row, now)
            self.told = row.id or self.told
        heard = {person for person, row in news if row.turn == self.desk.messages}
        assert self.unanswered in (None, *heard)
        self.unanswered, self.before = None, now

    def remember(self, ticket: Ticket) -> None:
        if ticket.place and ticket.lat:  # one of `place`, no words that anybody may say
            self.secrets |= {ticket.place: ticket.ref, str(ticket.lat): ticket.ref}
        if ticket.holder is not None:
            known = self.worked.setdefault(ticket.ref, set())
            known |= {ticket.holder, ticket.owner or ticket.holder}

    def can_be_said(self, row: OutboxRow) -> None:
        for language in CITY.languages:
            shown = show(self.voice, row, language)
            assert shown.text.strip()
            assert self.slips.heard == []
            assert all(button.label for buttons in shown.buttons for button in buttons)

    def keeps_secrets(self, person: str, row: OutboxRow, now: Mapping[str, Ticket]) -> None:
        text = json.dumps(row.facts, ensure_ascii=False)
        for secret, ref in self.secrets.items():
            if secret in text:
                assert self.may_know(person, ref, now), f"{row.key} tells {secret} of {ref} {text}"

    def may_know(self, person: str, ref: str, now: Mapping[str, Ticket]) -> bool:
        roles = dict(CAST)[self.name(person)]
        was_is = [each for each in (self.before.get(ref), now[ref]) if each is not None]
        return (
            person in (now[ref].resident, now[ref].filed_by)
            or (Role.COORDINATOR, "") in roles
            or bool({person, *(responder for _, responder in roles)} & self.worked.get(ref, set()))
            or not all(CITY.catalogue.categories[each.category].private for each in was_is)
        )

    # What the rules above need.

    def ask(self, who: str, verb: str, **facts: Any) -> dict[str, Any]:
        """One verb; that the person is answered, `check` will see."""
        self.unanswered = self.people[who]
        result = self.run(self.desk.ask(self.people[who], verb, **facts))
        assert isinstance(result["ok"], bool)
        assert result["key"]
        return result

    def ticket(self, which: int) -> Ticket:
        """One of the tickets, the newest first."""
        found = list(self.history)
        return self.before[found[-1 - which % len(found)]]

    def name(self, person: str) -> str:
        return next(name for name, each in self.people.items() if each == person)

    def placed(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Facts with a place where they say so."""
        return {**facts, **self.place(bool(facts.get("place")))}

    def place(self, placed: bool) -> dict[str, Any]:
        """A place that nobody named before, or none."""
        number = 1000 + len(self.secrets)
        there = {"lat": 36 + number / 100_000 + 0.0000005, "lon": 121.2, "area": "heping"}
        return {"place": {"text": f"house {number}", **there} if placed else None}


def test_whoever_does_whatever_no_ticket_is_lost_and_nothing_private_is_told() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=10,
            stateful_step_count=40,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate,),  # to make a failing walk short takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
