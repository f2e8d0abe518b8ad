"""A ticket that has parts for several hands: it ends with the last of them."""

from __future__ import annotations

from bot.core.tickets import Move, State, Ticket, may_move, move
from bot.desk.frame import Act, line
from bot.desk.telling import solved_buttons, tell_resident, tell_staff
from bot.desk.ways import WORD_TIME
from bot.errors import Refused
from bot.store import tickets


async def open_parts(act: Act, ticket: Ticket) -> list[Ticket]:
    """The parts of a ticket that are not at an end."""
    return [each for each in await tickets.parts(act.tx, ticket.ref) if each.is_open]


async def must_be_over(act: Act, ticket: Ticket) -> None:
    """Raises Refused while a ticket has parts that are not at an end."""
    if left := await open_parts(act, ticket):
        lines = [line(act, each, "queue-line") for each in left]
        raise Refused("parts-open", {"ref": ticket.ref, "lines": lines})


async def part_ended(act: Act, ticket: Ticket) -> None:
    """With the last part the whole is done, where nobody works on it himself; else they hear so."""
    whole = await tickets.get(act.tx, ticket.parent, lock=True) if ticket.parent else None
    if whole is None or not whole.is_open or await open_parts(act, whole):
        return
    done = [each.state is State.CLOSED for each in await tickets.parts(act.tx, whole.ref)]
    if not may_move(whole, Move.PARTS_DONE) or not any(done):
        if whole.state is not State.RESOLVED:
            await tell_staff(act, whole, "parts-done")
        return
    until = act.now + WORD_TIME
    step = act.step(Move.PARTS_DONE)
    event = move(whole, step, resolved_at=act.now, deadline=until, solved=None)
    await tickets.save(act.tx, whole, event)
    act.spend(whole.ref)
    await tell_resident(act, whole, "ticket-resolved", *solved_buttons(whole.ref))


async def part_done(act: Act, ticket: Ticket) -> None:
    """A part that is done is closed: its resident is asked once, about the whole."""
    closed = move(ticket, act.step(Move.CLOSE), deadline=None, closed_at=act.now)
    await tickets.save(act.tx, ticket, closed)
    await tell_resident(act, ticket, "part-done", number=ticket.parent)
    await part_ended(act, ticket)
