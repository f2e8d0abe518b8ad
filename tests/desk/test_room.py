"""Who has as many tickets as it can take is passed over, and the resident reads why."""

from __future__ import annotations

from dataclasses import replace

from tests.desk.conftest import PLACE, Desk

NEAR = "heping_property"


def with_room_for(desk: Desk, number: int) -> None:
    """The nearest company can take only so many tickets."""
    known = desk.city.catalogue
    near = replace(known.responders[NEAR], capacity=number)
    catalogue = replace(known, responders={**known.responders, NEAR: near})
    desk.city = replace(desk.city, catalogue=catalogue)


async def test_the_next_ticket_goes_to_who_has_room(desk: Desk) -> None:
    with_room_for(desk, 1)
    resident = await desk.person("Wang")
    place = {**PLACE, "area": "heping"}
    first = await desk.ticket(await desk.open(resident, "elevator", place=place))
    assert first.owner == NEAR
    second = await desk.ticket(await desk.open(resident, "elevator", place=place))
    assert second.owner == "antai_lifts"
    assert second.why["key"] == "why-free"
    await desk.ask(resident, "undo", ref=first.ref)
    third = await desk.ticket(await desk.open(resident, "elevator", place=place))
    assert third.owner == NEAR


async def test_a_ticket_does_not_stand_in_its_own_way(desk: Desk) -> None:
    with_room_for(desk, 1)
    resident = await desk.person("Wang")
    place = {**PLACE, "area": "heping"}
    ref = await desk.open(resident, "elevator", place=place)
    await desk.ask(resident, "change_place", ref=ref, place={**place, "text": "和平小区5号楼"})
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.place) == (NEAR, "和平小区5号楼")
