"""What the staff of a responder do with a ticket: accept, decline, ask, report, resolve."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.core import refs
from bot.core.rights import FORGOTTEN
from bot.core.routing import is_last
from bot.core.tickets import UNDER_WAY, Move, Owner, State, Ticket, move
from bot.core.watch import LEAST, next_look
from bot.desk.following import following
from bot.desk.frame import Act, facts_for, facts_of, is_staff, line, may_see_exactly, must, pick
from bot.desk.telling import (
    OFFERS,
    chief_buttons,
    solved_buttons,
    staff_buttons,
    tap,
    tell_resident,
    volunteer_buttons,
)
from bot.desk.twins import likely, remembered
from bot.desk.ways import (
    WORD_TIME,
    hand_on,
    note_refused,
    note_taken,
    offer_again,
    working_until,
)
from bot.desk.whole import must_be_over, part_done
from bot.errors import Refused
from bot.message import Button
from bot.store import people, tickets

ANSWER_TIME = timedelta(days=1)
"""How long a resident has to answer a question before being asked once more; after as long again
the work goes on without."""


async def mine(act: Act, facts: Mapping[str, Any], verb: str) -> Ticket:
    """The ticket that the asker answers for and means. Raises Refused."""
    ticket = await pick(act, facts.get("ref"), await _candidates(act, verb), verb)
    if is_staff(act, ticket):
        return ticket
    if ticket.resident == act.who.id and ticket.owner_kind is not Owner.RESPONDER:
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    raise Refused("moved-on", {"ref": ticket.ref})


async def _candidates(act: Act, verb: str) -> list[Ticket]:
    found = await tickets.held_by(act.tx, act.who.id)
    if act.who.staff_of:
        found += await tickets.queue(act.tx, sorted(act.who.staff_of))
    if act.who.coordinator:
        found += await tickets.with_coordinator(act.tx)
    unique = {each.ref: each for each in found}
    offered = verb in ("accept", "decline")
    fit = [each for each in unique.values() if each.held != offered]
    return fit or list(unique.values())


async def accept(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Takes the ticket: it is this person's until it is solved or handed on."""
    ticket = await mine(act, facts, "accept")
    if ticket.owner_kind is Owner.VOLUNTEERS:
        raise Refused("claim-instead", {"ref": ticket.ref})
    if ticket.held and ticket.holder == act.who.id:
        raise Refused("accepted-already", {"ref": ticket.ref})
    must(ticket, Move.ACCEPT, "accept")
    await _take(act, ticket)
    await tell_resident(act, ticket, "ticket-accepted")
    act.answer(
        "accepted-yours", facts_for(act, ticket), *staff_buttons(act, ticket), ref=ticket.ref
    )
    return {"key": "accepted-yours", "ref": ticket.ref}


async def _take(act: Act, ticket: Ticket) -> None:
    deadline = next_look(act.city.catalogue, ticket, State.ACCEPTED, act.now)
    await note_taken(act, ticket)
    event = move(ticket, act.step(Move.ACCEPT), holder=act.who.id, deadline=deadline)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref, *OFFERS, taken=True)


async def _in_hand(act: Act, ticket: Ticket, wanted: Move, verb: str) -> None:
    """Who works on an offered ticket has accepted it; else the move must be allowed."""
    free = ticket.state in (State.OFFERED, State.TRIAGE)
    if free and ticket.owner_kind is not Owner.VOLUNTEERS:
        await _take(act, ticket)
    must(ticket, wanted, verb)


async def decline(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Hands the ticket on, with a reason from the city's list; asks for it when it is missing."""
    ticket = await mine(act, facts, "decline")
    must(ticket, Move.DECLINE, "decline")
    free = ticket.held or ticket.assigned
    if is_last(act.category(ticket), ticket.rung) and not free:
        raise Refused("cannot-decline", {"ref": ticket.ref})
    reasons = act.city.catalogue.decline_reasons
    reason = facts.get("reason")
    text = str(facts.get("text") or "")[:500]
    if reason not in reasons and not text:
        rows: list[tuple[Button, ...]] = [
            (
                Button(
                    "tap-reason", "decline", {"ref": ticket.ref, "reason": each}, {"reason": each}
                ),
            )
            for each in reasons
        ]
        rows.append((tap("tap-other-reason", "decline_words", ticket.ref),))
        act.answer("decline-why", facts_for(act, ticket), *rows, ref=ticket.ref)
        return {"key": "decline-why", "ref": ticket.ref}
    was = ticket.owner
    why = {"key": "why-declined", "facts": {"responder": was, "reason": reason or "", "text": text}}
    await note_refused(act, ticket)
    await hand_on(act, ticket, act.step(Move.DECLINE, why, reason=reason, text=text))
    act.spend(ticket.ref, "accepted-yours", "progress-told")
    act.answer("declined", facts_for(act, ticket), ref=ticket.ref)
    await tell_resident(act, ticket, "ticket-moved", why=ticket.why)
    return {"key": "declined", "ref": ticket.ref}


async def ask_resident(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Asks the resident something; the ticket waits for the answer."""
    ticket = await mine(act, facts, "ask_resident")
    if FORGOTTEN in (ticket.resident, ticket.filed_by):
        raise Refused("resident-forgotten", {"ref": ticket.ref})
    question = _words(ticket, facts, "ask_resident")
    await _in_hand(act, ticket, Move.ASK, "ask_resident")
    event = move(
        ticket,
        act.step(Move.ASK, text=question),
        question=question,
        deadline=act.now + ANSWER_TIME,
    )
    await tickets.save(act.tx, ticket, event)
    await put_question(act, ticket)
    act.answer("asked", facts_for(act, ticket), ref=ticket.ref)
    return {"key": "asked", "ref": ticket.ref}


async def put_question(act: Act, ticket: Ticket) -> None:
    """Puts the question that a ticket waits for to its resident."""
    answer = (tap("tap-answer", "answer", ticket.ref),)
    await tell_resident(act, ticket, "ticket-asked", answer, question=ticket.question)


async def progress(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Tells the resident how far the work is."""
    ticket = await mine(act, facts, "progress")
    text = _words(ticket, facts, "progress")
    await _in_hand(act, ticket, Move.PROGRESS, "progress")
    deadline = working_until(act, ticket)
    if ticket.owner_kind is Owner.VOLUNTEERS:  # a word alone makes no lease longer
        deadline = max(ticket.deadline or act.now, act.now + LEAST)
    event = move(ticket, act.step(Move.PROGRESS, text=text), deadline=deadline, question=None)
    await tickets.save(act.tx, ticket, event)
    await tell_resident(act, ticket, "ticket-progress", note=text)
    act.answer("progress-told", facts_for(act, ticket), *_work_buttons(act, ticket), ref=ticket.ref)
    return {"key": "progress-told", "ref": ticket.ref}


async def resolve(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Says that it is done; the resident is asked whether it is."""
    ticket = await mine(act, facts, "resolve")
    await must_be_over(act, ticket)
    await _in_hand(act, ticket, Move.RESOLVE, "resolve")
    text = refs.without(str(facts.get("text") or ""), ticket.ref)[:1000]
    event = move(
        ticket,
        act.step(Move.RESOLVE, text=text, owner=ticket.owner, hands=ticket.owner_kind),
        resolved_at=act.now,
        deadline=act.now + WORD_TIME,
        question=None,
        solved=None,
    )
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    if ticket.parent:
        await part_done(act, ticket)
    else:
        key = "ticket-resolved-words" if text else "ticket-resolved"
        await tell_resident(act, ticket, key, *solved_buttons(ticket.ref), note=text)
    act.answer("resolved", facts_for(act, ticket), ref=ticket.ref)
    return {"key": "resolved", "ref": ticket.ref}


async def give_back(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Gives a claimed task back so that another volunteer can take it."""
    ticket = await mine(act, facts, "give_back")
    if ticket.owner_kind is not Owner.VOLUNTEERS:
        return await decline(act, {**facts, "ref": ticket.ref})
    must(ticket, Move.GIVE_BACK, "give_back")
    await offer_again(act, ticket, act.step(Move.GIVE_BACK))
    act.spend(ticket.ref, "claim-yours")
    act.answer("given-back", facts_of(act, ticket, exact=False), ref=ticket.ref)
    await tell_resident(act, ticket, "ticket-back")
    return {"key": "given-back", "ref": ticket.ref}


async def done(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """A volunteer's word that the task is done."""
    return await resolve(act, facts)


async def queue(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What lies with the asker's responders, next deadline first."""
    found = await tickets.queue(act.tx, sorted(act.who.staff_of))
    if act.who.coordinator:
        found += await tickets.with_coordinator(act.tx)
        found += await tickets.held_by(act.tx, act.who.id)
    found = list({each.ref: each for each in found}.values())
    if not found:
        act.answer("queue-empty")
        return {"key": "queue-empty"}
    lines = [_queue_line(act, each) for each in found[:8]]
    rows = [
        (Button("tap-ref", "ask_status", {"ref": each.ref}, {"number": each.ref}),)
        for each in found[:8]
    ]
    act.answer("queue", {"count": len(found), "lines": lines}, *rows)
    return {"key": "queue", "count": len(found)}


def _queue_line(act: Act, ticket: Ticket) -> dict[str, Any]:
    """What waits for a coordinator says why; the rest how it stands."""
    if ticket.state is not State.TRIAGE:
        return line(act, ticket, "queue-line")
    told = line(act, ticket, "triage-line")
    return {**told, "facts": {**told["facts"], "why": ticket.why}}


async def staff_status(act: Act, ticket: Ticket) -> None:
    """The ticket as its staff see it, with what they can do."""
    exact = may_see_exactly(act, ticket)
    told: dict[str, Any] = {**facts_of(act, ticket, exact=exact), "why": ticket.why}
    told["following"] = await following(act, ticket)
    pictures = {"key": "pictures", "facts": {"count": len(ticket.photos)}}
    told["pictures"] = pictures if ticket.photos else {}
    if ticket.holder:
        holder = await people.person(act.tx, ticket.holder)
        told["name"] = holder.name or ""
    rows = *_work_buttons(act, ticket), *await _more(act, ticket)
    act.answer("status-staff", told, *rows, ref=ticket.ref)


async def _more(act: Act, ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    """What is done more rarely: parts for others, and joining with one that tells of the same."""
    if ticket.state not in UNDER_WAY | {State.TRIAGE} or ticket.owner_kind is Owner.VOLUNTEERS:
        return ()
    found = () if ticket.parent else (tap("tap-split", "split", ticket.ref),)
    if await likely(act, ticket, await remembered(act, ticket)):
        found = *found, tap("tap-merge", "merge", ticket.ref)
    return (found,) if found else ()


def _work_buttons(act: Act, ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    chief = (chief_buttons(ticket.ref),) if act.who.coordinator else ()
    more = chief if ticket.state is State.OFFERED else ()
    if ticket.owner_kind is Owner.VOLUNTEERS:
        return volunteer_buttons(ticket) if ticket.holder == act.who.id else more
    return (*staff_buttons(act, ticket), *more)


def _words(ticket: Ticket, facts: Mapping[str, Any], verb: str) -> str:
    text = refs.without(str(facts.get("text") or ""), ticket.ref)[:1000]
    if not text:
        raise Refused("words-missing", {"verb": verb})
    return text
