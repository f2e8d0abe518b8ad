"""Somebody is taken out of everything, in one transaction; what others need stays without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.relays import Relay
from bot.core.rights import FORGOTTEN, Scrub, hushed, left_behind, refs_in, scrub_of, unnamed
from bot.core.tickets import Move, State, Ticket, move
from bot.desk.frame import Act
from bot.desk.leaving import end_talks, hand_back
from bot.desk.opening import call_off, tell_gone
from bot.desk.rounds import no_answer
from bot.store import erasing, tickets, traces, twins
from bot.store.tables import OutboxRow, PersonRow


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who is forgotten, what they are called, and what they had to do with."""

    person: str
    names: frozenset[str]
    own: Mapping[str, Ticket]
    """Their tickets by reference, as they stood before."""
    worked: frozenset[str]
    """Other people's tickets that they did something with."""
    talks: Mapping[int | None, Relay]
    """Theirs with a coordinator, or as one."""

    @property
    def own_talks(self) -> set[int]:
        """The ids of those in which they were no coordinator."""
        return {key for key, each in self.talks.items() if key and each.person == self.person}


async def forget(act: Act, person: str) -> bool:
    """Forgets a person; False when there is none of that id.

    What they have in hand goes to others. Their tickets stay, without them, but for open ones of
    private categories, which nobody could do any more. `act` is the clock's, so that nothing of
    this looks like their deed.
    """
    addresses = await traces.addresses_of(act.tx, person, lock=True)
    row = await act.tx.get(PersonRow, person, populate_existing=True)
    if row is None:
        return False
    names = await traces.names_of(act.tx, row, addresses)
    await erasing.take_roles(act.tx, person)
    talks = await traces.talks_of(act.tx, person)
    await end_talks(act, person)
    for ticket in await tickets.held_by(act.tx, person):
        await hand_back(act, ticket)
    own = await tickets.of_resident(act.tx, person, traces.MOST_TICKETS)
    work = await traces.work_of(act.tx, person, own)
    was = {each.ref: each.model_copy() for each in own}
    worked = frozenset(each.ref for each in work)
    leaving = Leaving(person, names, was, worked, {each.id: each for each in talks})
    for ref in was:
        now = await tickets.get(act.tx, ref)  # the end of another may have moved it
        if now is not None:
            await _leave(act, now, leaving)
    await twins.forget(act.tx, was)
    await erasing.scrub_events(act.tx, work, Scrub(names))
    for ref in sorted(leaving.worked):
        await _leave_work(act, ref, leaving)
    ids, about = [each.id for each in addresses], erasing.About(was, leaving.own_talks)
    for told in await erasing.told_of(act.tx, about, names, ids):
        _scrub_told(act, told, leaving)
    await erasing.leave_talks(act.tx, person, Scrub(names, numbers=False))
    await erasing.erase(act.tx, person, addresses, act.now)
    await erasing.let_photos_go(act.tx, _photos(act, was.values()))
    return True


async def _leave(act: Act, ticket: Ticket, leaving: Leaving) -> None:
    """A ticket of theirs: their words stay in it, but for what says who they are."""
    private = act.category(ticket).private
    scrub = scrub_of(ticket, leaving.names, private=private)
    changes = left_behind(ticket, leaving.names, private=private)
    await _change(act, ticket, leaving, changes)
    await erasing.scrub_events(act.tx, await traces.events_of(act.tx, [ticket.ref]), scrub)
    if private and ticket.is_open and ticket.state is not State.RESOLVED:
        in_hands = ticket.model_copy()
        await call_off(act, ticket, "forget_me", leaving.person)
        await tell_gone(act, in_hands)
    elif ticket.state is State.WAITING_FOR_RESIDENT:
        await no_answer(act, ticket)


async def _leave_work(act: Act, ref: str, leaving: Leaving) -> None:
    """Another's ticket that they held, took down, or asked something about."""
    ticket = await tickets.get(act.tx, ref)
    if ticket is None:
        return
    question = Scrub(leaving.names).text(ticket.question) if ticket.question else None
    if leaving.person in (ticket.holder, ticket.filed_by) or question != ticket.question:
        await _change(act, ticket, leaving, {"question": question})


async def _change(act: Act, ticket: Ticket, leaving: Leaving, changes: Mapping[str, Any]) -> None:
    if ticket.holder == leaving.person:
        changes = {**changes, "holder": None}
    if ticket.filed_by == leaving.person:
        changes = {**changes, "filed_by": FORGOTTEN}
    event = move(ticket, act.step(Move.FORGET), **changes)
    await tickets.save(act.tx, ticket, event)


def _scrub_told(act: Act, row: OutboxRow, leaving: Leaving) -> None:
    """What others were told of them: nobody finds it there any more."""
    about = refs_in(row.facts) | ({row.ref} if row.ref else set())
    mine = [leaving.own[each] for each in sorted(about & set(leaving.own))]
    private = [each for each in mine if act.category(each).private]
    places = [place for each in private for place in _places(each)]
    if row.relay in leaving.own_talks:
        row.facts, row.photo = hushed(Scrub(leaving.names, places).facts(row.facts)), None
    elif mine:
        row.facts = Scrub(leaving.names, places, points=bool(private)).facts(row.facts)
        row.photo = None if private else row.photo
    elif about & leaving.worked or row.relay in leaving.talks:
        row.facts = Scrub(leaving.names, numbers=False).facts(row.facts)
    else:
        row.facts = unnamed(row.facts, leaving.names)
        row.buttons = unnamed(row.buttons, leaving.names)
    act.tx.add(row)


def _places(ticket: Ticket) -> list[str]:
    return [*ticket.named, *filter(None, [ticket.place])]


def _photos(act: Act, own: Iterable[Ticket]) -> set[str]:
    """Pictures of private tickets: they may show a home."""
    return {photo for each in own if act.category(each).private for photo in each.photos}
