"""Who takes tickets and who does not is remembered, and told when it decides."""

from __future__ import annotations

from datetime import timedelta

from bot.core.people import Role
from bot.core.record import EPOCH, HALF, Record
from bot.store import records
from tests.desk.conftest import Desk


async def known(desk: Desk, responder: str) -> tuple[float, float, timedelta]:
    """Answers, those that took a ticket, and the time until then, by the weight of now."""
    async with desk.store.read() as tx:
        found = (await records.of(tx, [responder]))[0].get(responder, Record())
    one = 2 ** ((desk.now - EPOCH) / HALF)
    seconds = found.seconds / found.taken if found.taken else 0.0
    return round(found.asked / one, 2), round(found.taken / one, 2), timedelta(seconds=seconds)


async def test_who_accepts_declines_and_stays_silent_is_remembered(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "heping_property")
    first, second = [await desk.open(resident, "elevator") for _ in range(2)]
    third = await desk.open(resident, "elevator")
    owners = {(await desk.ticket(each)).owner for each in (first, second, third)}
    assert owners == {"heping_property"}
    desk.now += timedelta(minutes=20)
    await desk.ask(staff, "accept", ref=first)
    await desk.ask(staff, "decline", ref=second, reason="not_ours")
    asked, taken, time = await known(desk, "heping_property")
    assert (asked, taken) == (2, 1)
    assert timedelta(0) <= time <= timedelta(minutes=20)
    deadline = (await desk.ticket(third)).deadline
    assert deadline is not None
    await desk.wait(deadline - desk.now)
    asked, taken, _ = await known(desk, "heping_property")
    assert (round(asked), round(taken)) == (3, 1)


async def test_who_takes_a_ticket_and_gives_it_away_has_taken_one_of_two(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "heping_property")
    ref = await desk.open(resident, "elevator")
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(staff, "decline", ref=ref, reason="not_ours")
    assert (await known(desk, "heping_property"))[:2] == (2, 1)
