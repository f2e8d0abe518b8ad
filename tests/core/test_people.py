"""What a role lets somebody hold, and whom of a responder's staff a ticket is laid before."""

from __future__ import annotations

import pytest

from bot.core.people import Person, may_hold, on_site
from bot.core.tickets import Owner
from tests.core.town import ticket, town

WANG = Person("wang", "en")
ZHAO = Person("zhao", "en", volunteer=True)
LI = Person("li", "en", staff_of=frozenset({"desk"}))
CHEN = Person("chen", "en", coordinator=True)


@pytest.mark.parametrize(
    ("owner_kind", "owner", "may"),
    [
        (Owner.VOLUNTEERS, None, {ZHAO}),
        (Owner.RESPONDER, "desk", {LI, CHEN}),
        (Owner.RESPONDER, "lamps", {CHEN}),
        (Owner.COORDINATOR, None, {CHEN}),
    ],
)
def test_a_ticket_is_held_by_who_has_the_role_for_it(
    owner_kind: Owner, owner: str | None, may: set[Person]
) -> None:
    held = ticket(owner_kind=owner_kind, owner=owner)
    assert {each for each in (WANG, ZHAO, LI, CHEN) if may_hold(each, held)} == may


@pytest.mark.parametrize(
    ("area", "asked"),
    [
        ("lane", ["lane", "mill"]),
        ("mill", ["mill"]),
        ("west", []),
        (None, []),
    ],
)
def test_who_looks_after_the_place_is_found_among_the_staff(
    area: str | None, asked: list[str]
) -> None:
    staff = {
        "lane": frozenset({"lane"}),
        "mill": frozenset({"mill", ""}),
        "all": frozenset({""}),
    }
    assert on_site(town(), staff, area) == asked
