"""What a resident does with a ticket of theirs: ask, add, answer, rate, reopen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core import refs
from bot.core.rates import PLEASED
from bot.core.routing import due
from bot.core.tickets import END, Move, Owner, State, Ticket, move
from bot.desk.details import behalf
from bot.desk.following import followed, known_to_all, tell_followers, told_as_follower
from bot.desk.frame import (
    Act,
    facts_for,
    facts_of,
    hands,
    is_resident,
    is_staff,
    line,
    may_see_exactly,
    must,
    pick,
)
from bot.desk.opening import MOST_TEXT
from bot.desk.telling import buttons_for, solved_buttons, tap, tell_resident, tell_staff
from bot.desk.ways import choice_of, hand_on, working_until
from bot.desk.whole import part_ended
from bot.desk.work import staff_status
from bot.errors import Refused
from bot.message import Button
from bot.store import tickets

MOST_LINES = 8
MOST_PHOTOS = 10


async def ask_status(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """How a ticket stands; without a reference the open ones, or the last."""
    if not facts.get("ref"):
        return await _my_status(act)
    if followed := await told_as_follower(act, facts["ref"]):
        return {"key": "followed-news", "ref": followed}
    ticket = await pick(act, facts.get("ref"), (), "ask_status")
    await _tell_status(act, ticket)
    return {"key": "status", "ref": ticket.ref, "state": ticket.state.value}


async def _my_status(act: Act) -> dict[str, Any]:
    found = await tickets.spoken_for(act.tx, act.who.id)
    open_ones = [each for each in found if each.is_open]
    if not found or len(open_ones) > 1:
        return await list_tickets(act, {})
    ticket = (open_ones or found)[0]
    await _tell_status(act, ticket)
    return {"key": "status", "ref": ticket.ref, "state": ticket.state.value}


async def _tell_status(act: Act, ticket: Ticket) -> None:
    if ticket.resident != act.who.id and is_staff(act, ticket):
        await staff_status(act, ticket)
        return
    told = {
        **facts_of(act, ticket, exact=may_see_exactly(act, ticket)),
        "by": await hands(act, ticket),
        "why": ticket.why,
        "last": await _last(act, ticket),
    }
    told["behalf"] = behalf(ticket, own=True)
    key = "status-end" if ticket.state in END else "status"
    if ticket.state is State.REFUSED:
        key = "status-refused"
    act.answer(key, told, *buttons_for(act, ticket), ref=ticket.ref)


async def _last(act: Act, ticket: Ticket) -> dict[str, Any]:
    """The last thing that happened, as a nested key and facts."""
    history = await tickets.events(act.tx, ticket.ref)
    last = history[-1]
    return {"key": f"event-{last.move.value}", "facts": {"at": last.at.isoformat()}}


async def list_tickets(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The resident's tickets, open ones first."""
    found = await tickets.spoken_for(act.tx, act.who.id, MOST_LINES)
    others = await followed(act)
    if not found and not others:
        act.answer("no-tickets")
        return {"key": "no-tickets"}
    found.sort(key=lambda each: not each.is_open)
    rows = [
        (Button("tap-ref", "ask_status", {"ref": each.ref}, {"number": each.ref}),)
        for each in [*found, *others]
        if each.is_open
    ]
    lines = [line(act, each) for each in found]
    if others:
        lines.append({"key": "tickets-followed", "facts": {}})
        told = [await known_to_all(act, each) for each in others]
        lines += [{"key": "ticket-line", "facts": each} for each in told]
    act.answer("tickets", {"count": len(found), "lines": lines}, *rows)
    return {"key": "tickets", "count": len(found)}


async def add_note(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Adds words or a picture to a ticket; the other side hears it."""
    mine = [each for each in await tickets.spoken_for(act.tx, act.who.id) if each.is_open]
    mine += await tickets.held_by(act.tx, act.who.id)
    ticket = await pick(act, facts.get("ref"), mine, "add_note")
    _either_side(act, ticket)
    if ticket.state is State.WAITING_FOR_RESIDENT and is_resident(act, ticket):
        return await answer(act, {**facts, "ref": ticket.ref})
    must(ticket, Move.NOTE, "add_note")
    text = refs.without(str(facts.get("text") or ""), ticket.ref)[:1000]
    photo, photos = facts.get("photo"), _photos(ticket, facts)
    if not text and not photo:
        raise Refused("words-missing", {"verb": "add_note"})
    changes: dict[str, Any] = {"photos": photos} if photo else {}
    if text and is_resident(act, ticket):
        # So that whoever takes it later reads it too.
        changes["text"] = f"{ticket.text}\n{text}"[:MOST_TEXT]
    event = move(ticket, act.step(Move.NOTE, text=text, photo=photo), ticket.state, **changes)
    await tickets.save(act.tx, ticket, event)
    act.answer("note-added", facts_for(act, ticket), ref=ticket.ref)
    await _pass_on(act, ticket, text, photo)
    return {"key": "note-added", "ref": ticket.ref}


def _photos(ticket: Ticket, facts: Mapping[str, Any]) -> list[str]:
    """The ticket's photos with the new ones: one, or all of an album."""
    new = facts.get("photos") if isinstance(facts.get("photos"), list) else [facts.get("photo")]
    return [*ticket.photos, *(each for each in new or () if isinstance(each, str))][:MOST_PHOTOS]


def _either_side(act: Act, ticket: Ticket) -> None:
    if not is_resident(act, ticket) and not is_staff(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})


async def _pass_on(act: Act, ticket: Ticket, text: str, photo: str | None) -> None:
    key = "note-new" if text else "note-photo"
    if is_resident(act, ticket):
        if ticket.owner_kind is not Owner.VOLUNTEERS or ticket.held:
            await tell_staff(act, ticket, key, photo=photo, note=text)
    else:
        await tell_resident(act, ticket, key, note=text)


async def answer(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The resident's answer to a question about a ticket; the work goes on."""
    waiting = [
        each
        for each in await tickets.spoken_for(act.tx, act.who.id)
        if each.state is State.WAITING_FOR_RESIDENT
    ]
    ticket = await pick(act, facts.get("ref"), waiting, "answer")
    if not is_resident(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    if ticket.state is not State.WAITING_FOR_RESIDENT:
        return await add_note(act, facts)
    text = refs.without(str(facts.get("text") or ""), ticket.ref)[:1000]
    photo = facts.get("photo")
    if not text and not photo:
        raise Refused("words-missing", {"verb": "answer"})
    deadline = working_until(act, ticket)
    photos = _photos(ticket, facts)
    step = act.step(Move.ANSWER, text=text, photo=photo)
    event = move(ticket, step, deadline=deadline, question=None, photos=photos)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref, "ticket-asked")
    act.answer("answer-passed", facts_for(act, ticket), ref=ticket.ref)
    key = "answer-came" if text else "note-photo"
    await tell_staff(act, ticket, key, photo=photo, note=text)
    return {"key": "answer-passed", "ref": ticket.ref}


async def rate(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The resident's three answers, one by one: solved, contacted, satisfied (1 to 5)."""
    ticket = await _to_rate(act, facts)
    must(ticket, Move.RATE, "rate")
    solved, contacted, stars = (_number(facts.get(k)) for k in ("solved", "contacted", "stars"))
    if solved == 0:
        return await reopen(act, {**facts, "ref": ticket.ref})
    if contacted is not None:
        ticket.contacted = bool(contacted)
    if stars is not None and 1 <= stars <= 5:
        ticket.satisfied = stars
        solved = solved or (stars >= PLEASED and ticket.solved is None)
    if solved:
        ticket.solved = True
    step = act.step(Move.RATE)
    step.facts = {name: getattr(ticket, name) for name in ("contacted", "solved", "satisfied")}
    if _own_work(act, ticket):
        step.facts["own"] = True
    event = move(ticket, step, ticket.state)
    await tickets.save(act.tx, ticket, event)
    if ticket.solved and ticket.state is State.RESOLVED:
        await _close(act, ticket)
    _next_question(act, ticket)
    return {"key": "rated", "ref": ticket.ref}


def _own_work(act: Act, ticket: Ticket) -> bool:
    """Whether the asker or a colleague did what they rate: it closes, but is no answer of a
    resident."""
    if ticket.holder == act.who.id:
        return True
    if ticket.owner_kind is Owner.COORDINATOR:
        return act.who.coordinator
    return ticket.owner_kind is Owner.RESPONDER and ticket.owner in act.who.staff_of


async def _to_rate(act: Act, facts: Mapping[str, Any]) -> Ticket:
    found = [
        each
        for each in await tickets.of_resident(act.tx, act.who.id)
        if each.state in (State.RESOLVED, State.CLOSED) and each.parent is None
    ]
    fresh = [each for each in found if each.state is State.RESOLVED] or found[:1]
    ticket = await pick(act, facts.get("ref"), fresh, "rate")
    if ticket.resident != act.who.id:
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    return ticket


def _number(value: object) -> int | None:
    """A whole number from a tap's facts; None for anything else."""
    if isinstance(value, float) and not value.is_integer():
        return None
    return int(value) if isinstance(value, int | float) else None


async def _close(act: Act, ticket: Ticket) -> None:
    was = ticket.model_copy()
    event = move(ticket, act.step(Move.CLOSE), deadline=None, closed_at=act.now)
    await tickets.save(act.tx, ticket, event)
    act.spend(ticket.ref)
    await tell_followers(act, ticket)
    await part_ended(act, ticket)
    if was.holder and was.holder != act.who.id:
        act.say(was.holder, "owner-confirmed", facts_of(act, ticket), ref=ticket.ref)


def _next_question(act: Act, ticket: Ticket) -> None:
    ref, told = ticket.ref, facts_of(act, ticket)
    if not ticket.solved:
        act.answer("rate-solved", told, *solved_buttons(ref), ref=ref)
    elif ticket.contacted is None:
        yes, no = tap("tap-yes", "rate", ref, contacted=1), tap("tap-no", "rate", ref, contacted=0)
        act.answer("rate-contacted", told, (yes, no), ref=ref)
    elif ticket.satisfied is None:
        stars = tuple(
            Button("tap-stars", "rate", {"ref": ref, "stars": n}, {"count": n}) for n in range(1, 6)
        )
        act.answer("rate-stars", told, stars, ref=ref)
    else:
        act.answer("rate-thanks", told, ref=ref)


async def reopen(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Not solved: the ticket goes one rung up, and who had it hears so."""
    ended = [
        each
        for each in await tickets.spoken_for(act.tx, act.who.id)
        if each.state in (State.RESOLVED, State.CLOSED)
    ]
    ticket = await pick(act, facts.get("ref"), ended[:1], "reopen")
    if not is_resident(act, ticket):
        raise Refused("no-such-ticket", {"ref": ticket.ref})
    whole = await tickets.get(act.tx, ticket.parent) if ticket.parent else None
    if whole is not None and whole.state in (State.RESOLVED, State.CLOSED):
        ticket = whole  # that is what they were asked about
    must(ticket, Move.REOPEN, "reopen")
    holder, text = ticket.holder, str(facts.get("text") or "")[:1000]
    fresh: dict[str, Any] = {
        "reopened": ticket.reopened + 1,
        "since": act.now,
        "resolved_at": None,
        "closed_at": None,
    }
    fresh |= {"solved": False, "satisfied": None, "contacted": None, "late": False}
    choice = await choice_of(act, ticket, ticket.rung)
    case = act.category(ticket), ticket.urgency
    owner = choice.responder if choice else None
    fresh |= {"due": due(act.city.catalogue, owner, case, act.now)}
    act.spend(ticket.ref)
    await hand_on(act, ticket, act.step(Move.REOPEN, text=text), **fresh)
    if holder and holder not in [each.to for each in act.says] and holder != act.who.id:
        act.say(holder, "owner-reopened", facts_of(act, ticket, exact=False), ref=ticket.ref)
    told: dict[str, Any] = {"why": ticket.why}
    await tell_resident(act, ticket, "ticket-reopened", **told)
    return {"key": "ticket-reopened", "ref": ticket.ref}
