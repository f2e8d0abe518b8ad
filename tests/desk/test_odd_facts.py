"""What a tap or an action may bring beside the expected does no harm."""

from __future__ import annotations

from datetime import timedelta

from bot.core.people import Role
from bot.core.tickets import State
from bot.message import parse_payload
from tests.desk.conftest import Desk


async def resolved(desk: Desk) -> tuple[str, str]:
    """A resident, and their ticket of which the office says that it is done."""
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    await desk.ask(staff, "resolve", ref=ref)
    return resident, ref


async def test_stars_that_are_none_are_no_word_that_it_is_solved(desk: Desk) -> None:
    resident, ref = await resolved(desk)
    for stars in ("0", "6", "-1", "NaN", "Infinity", "1e400", '"5"', "null"):
        tap = f'/rate{{"ref":"{ref}","stars":{stars}}}'
        verb, facts = parse_payload(tap) or ("rate", {"ref": ref})
        await desk.ask(resident, verb, **facts)
        ticket = await desk.ticket(ref)
        told = (ticket.state, ticket.solved, ticket.satisfied)
        assert told == (State.RESOLVED, None, None), stars
        assert (await desk.heard(resident))[-1] == "rate-solved"


async def test_an_urgency_that_is_none_is_the_usual_one(desk: Desk) -> None:
    for number, urgency in enumerate(("?", "", None, 7)):
        resident = await desk.person(f"R{number}")
        ref = await desk.open(resident, urgency=urgency)
        asked = await desk.ask(resident, "talk_to_human", text="hello", urgency=urgency)
        for each in (ref, str(asked["ref"])):
            assert (await desk.ticket(each)).urgency == "normal"


async def test_a_volunteer_keeps_the_task_when_the_answer_comes_late(desk: Desk) -> None:
    resident = await desk.person("Wang")
    helper = await desk.person("Zhao", Role.VOLUNTEER)
    ref = await desk.open(resident, "meal_delivery")
    await desk.ask(helper, "claim", ref=ref)
    await desk.ask(helper, "ask_resident", ref=ref, text="which door?")
    await desk.wait(timedelta(hours=30))
    await desk.ask(resident, "answer", ref=ref, text="the blue one")
    await desk.wait(timedelta(minutes=1))
    ticket = await desk.ticket(ref)
    assert (ticket.holder, ticket.state) == (helper, State.IN_PROGRESS)
    await desk.wait(timedelta(hours=25))
    assert (await desk.ticket(ref)).holder != helper
