"""Volunteers who tap "claim" at the same time: one has the task, the others hear that at once."""

from __future__ import annotations

import asyncio

from bot.core.people import Role
from bot.core.tickets import Move
from tests.desk.conftest import Desk


async def test_of_eight_who_claim_at_once_one_has_it_and_seven_hear_so(desk: Desk) -> None:
    resident = await desk.person("Wang")
    names = [await desk.person(f"v{number}", Role.VOLUNTEER) for number in range(8)]
    for _ in range(5):
        ref = await desk.open(resident, "meal_delivery")
        told = await asyncio.gather(*(desk.ask(each, "claim", ref=ref) for each in names))
        won = [name for name, each in zip(names, told, strict=True) if each["ok"]]
        assert [each["key"] for each in told if not each["ok"]] == ["claim-taken"] * 7
        assert [(await desk.ticket(ref)).holder] == won
        assert [each.who for each in await desk.events(ref) if each.move is Move.CLAIM] == won
        await desk.ask(won[0], "done", ref=ref)
