"""What a digest tells is counted in the database, and the most urgent stands first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.core.catalogue import Urgency
from bot.core.digests import Count, build
from bot.core.tickets import Move, Owner
from bot.store import Store, tallies
from bot.store.tallies import Scope
from tests.conftest import NOW
from tests.store.conftest import keep

HOUR = timedelta(hours=1)
LONG_AGO = NOW - 9 * HOUR
DONE = (Move.ACCEPT, Move.RESOLVE, Move.CLOSE)
ALL = Scope(None, NOW - HOUR, NOW)


async def told(store: Store, scope: Scope = ALL) -> Any:
    async with store.read() as tx:
        by_category = await tallies.counts(tx, tallies.CATEGORY, scope)
        by_area = await tallies.counts(tx, tallies.AREA, scope)
        return build(by_category, by_area, await tallies.urgent(tx, scope))


async def test_of_no_tickets_there_is_nothing_to_tell(store: Store) -> None:
    assert (await told(store)).quiet


async def test_what_is_new_waits_is_late_or_solved_is_counted(store: Store) -> None:
    east: dict[str, Any] = {"area": "east", "due": NOW + HOUR}
    await keep(store, "A2A-2A2", opened_at=NOW, **east)
    await keep(store, "B2B-2B2", opened_at=LONG_AGO, late=True, area="east")
    await keep(store, "C2C-2C2", opened_at=LONG_AGO, due=NOW - HOUR)
    await keep(store, "D2D-2D2", *DONE[:2], opened_at=LONG_AGO, resolved_at=NOW, late=True, **east)
    await keep(store, "E2E-2E2", Move.CANCEL, opened_at=NOW, area="west", category="bin")
    await keep(store, "F2F-2F2", *DONE, opened_at=LONG_AGO, resolved_at=LONG_AGO, area="west")
    digest = await told(store)
    assert digest.total == Count(None, new=2, waiting=3, late=2, solved=1)
    assert digest.by_category == (
        Count("street_light", new=1, waiting=3, late=2, solved=1),
        Count("bin", new=1),
    )
    assert digest.by_area == (
        Count("east", new=1, waiting=2, late=1, solved=1),
        Count(None, waiting=1, late=1),
        Count("west", new=1),
    )


async def test_what_came_with_the_last_digest_is_not_new_in_the_next(store: Store) -> None:
    await keep(store, "A2A-2A2", *DONE, opened_at=NOW, resolved_at=NOW)
    assert (await told(store, Scope(None, NOW, NOW))).quiet
    assert not (await told(store, Scope(None, NOW - timedelta(microseconds=1), NOW))).quiet


async def test_an_office_reads_of_its_own_tickets_alone(store: Store) -> None:
    await keep(store, "A2A-2A2", opened_at=NOW)
    await keep(store, "B2B-2B2", opened_at=NOW, owner="service_desk")
    await keep(store, "C2C-2C2", owner_kind=Owner.VOLUNTEERS, owner=None, opened_at=NOW)
    office = Scope(["lighting_division"], NOW - HOUR, NOW)
    digest = await told(store, office)
    assert digest.total == Count(None, new=1, waiting=1)
    assert [each.ref for each in digest.urgent] == ["A2A-2A2"]
    assert (await told(store, Scope([], NOW - HOUR, NOW))).quiet


async def test_danger_stands_first_then_what_is_late_then_what_presses_then_what_is_due(
    store: Store,
) -> None:
    day = timedelta(days=1)
    in_order: list[dict[str, Any]] = [
        {"urgency": Urgency.EMERGENCY, "late": True},
        {"urgency": Urgency.EMERGENCY, "due": NOW + day},
        {"urgency": Urgency.HIGH, "due": NOW - day},
        {"urgency": Urgency.LOW, "late": True},
        {"urgency": Urgency.HIGH, "due": NOW + 5 * day},
        {"opened_at": LONG_AGO},
        {"due": NOW + day},
        {"due": NOW + 2 * day},
        {"urgency": Urgency.LOW, "due": NOW + HOUR},
    ]
    names = [f"{letter}2A-2A2" for letter in "XBWCVDTES"]
    for name, facts in reversed(list(zip(names, in_order, strict=True))):
        await keep(store, name, owner=name, **facts)
    for first in range(len(names) - 2):
        digest = await told(store, Scope(names[first:], NOW - HOUR, NOW))
        assert [each.ref for each in digest.urgent] == names[first : first + 3]


async def test_what_is_resolved_or_over_is_not_put_before_the_reader(store: Store) -> None:
    await keep(store, "A2A-2A2", *DONE, urgency=Urgency.EMERGENCY)
    await keep(store, "B2B-2B2", *DONE[:2], urgency=Urgency.EMERGENCY)
    await keep(store, "C2C-2C2", Move.CANCEL, urgency=Urgency.EMERGENCY)
    assert (await told(store)).urgent == ()
