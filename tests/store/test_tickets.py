"""A ticket is kept whole, moved by one at a time, and its history only grows."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest

from bot.core.catalogue import Urgency
from bot.core.tickets import Move, Owner, State, Ticket
from bot.errors import Conflict
from bot.store import Store, Tx, tickets
from tests.conftest import NOW, ROOT
from tests.store.conftest import Work, at_once, keep, new_ticket, read, step

HOUR = timedelta(hours=1)


async def test_a_ticket_comes_back_as_it_was_kept(store: Store) -> None:
    kept = await keep(
        store,
        urgency=Urgency.HIGH,
        text="路灯坏了 🕯 «здесь»",
        language="zh",
        place="和平小区3号楼",
        lat=36.6,
        lon=121.2,
        radius=50.5,
        area="heping",
        photos=["a", "b"],
        ranking=[{"name": "street_light", "confidence": 0.9}],
        asked=["lighting_division"],
        due=NOW + HOUR,
        why={"key": "why-nearest", "facts": {"area": "heping"}},
    )
    assert await read(store) == kept
    assert isinstance(await read(store), Ticket)


async def test_a_reference_that_is_taken_is_not_given_twice(store: Store) -> None:
    await keep(store)
    other, event = new_ticket(resident="zhou")
    async with store.write() as tx:
        assert not await tickets.add(tx, other, [event])
    assert (await read(store)).resident == "wang"
    async with store.read() as tx:
        assert len(await tickets.events(tx, "K7Q-4M2")) == 1


async def test_a_reference_that_nobody_has_is_nothing(store: Store) -> None:
    async with store.read() as tx:
        assert await tickets.get(tx, "Z9Z-9Z9") is None
        assert await tickets.events(tx, "Z9Z-9Z9") == []


async def test_a_move_changes_the_ticket_and_is_seen_in_the_same_transaction(store: Store) -> None:
    ticket = await keep(store)
    async with store.write() as tx:
        await tickets.get(tx, ticket.ref)
        await tickets.save(tx, ticket, step(ticket, Move.ACCEPT, holder="li"))
        seen = await tickets.get(tx, ticket.ref)
    assert seen == ticket == await read(store)
    assert (ticket.state, ticket.holder, ticket.version) == (State.ACCEPTED, "li", 2)


async def test_a_ticket_that_was_read_before_somebody_moved_it_is_not_kept(store: Store) -> None:
    await keep(store)
    one, two = await read(store), await read(store)
    async with store.write() as tx:
        await tickets.save(tx, one, step(one, Move.ACCEPT, holder="one"))
    event = step(two, Move.ACCEPT, holder="two")
    with pytest.raises(Conflict):
        async with store.write() as tx:
            await tickets.save(tx, two, event)
    async with store.write() as tx:
        with pytest.raises(Conflict):
            await tickets.save(tx, two, event)
    assert (await read(store)).holder == "one"
    async with store.read() as tx:
        assert [each.who for each in await tickets.events(tx, one.ref)] == [None, "li"]


async def test_a_ticket_that_was_never_kept_cannot_be_moved(store: Store) -> None:
    ticket, _ = new_ticket()
    with pytest.raises(Conflict):
        async with store.write() as tx:
            await tickets.save(tx, ticket, step(ticket, Move.ACCEPT))


async def test_of_many_who_claim_at_the_same_time_one_wins(store: Store) -> None:
    await keep(store, owner_kind=Owner.VOLUNTEERS, owner=None)

    def claim(who: str) -> Work[str]:
        async def work(tx: Tx) -> str:
            ticket = await tickets.get(tx, "K7Q-4M2")
            assert ticket is not None
            if ticket.state is not State.OFFERED:
                raise Conflict
            await tickets.save(tx, ticket, step(ticket, Move.CLAIM, holder=who))
            return who

        return work

    told = await at_once(store, *(claim(f"v{number}") for number in range(5)))
    won = [each for each in told if isinstance(each, str)]
    assert len(won) == 1
    assert all(isinstance(each, str | Conflict) for each in told)
    assert (await read(store)).holder == won[0]
    async with store.read() as tx:
        history = await tickets.events(tx, "K7Q-4M2")
    assert [each.move for each in history] == [Move.OFFER, Move.CLAIM]


async def test_two_processes_on_one_database_lose_nothing_of_each_other(
    store: Store, ready_database: str
) -> None:
    await keep(store)
    other = Store(ready_database)

    async def note(of: Store, words: str) -> None:
        while True:
            ticket = await read(of)
            event = step(ticket, Move.NOTE, photos=[*ticket.photos, words])
            try:
                async with of.write() as tx:
                    return await tickets.save(tx, ticket, event)
            except Conflict:
                continue

    try:
        await asyncio.gather(*(note((store, other)[n % 2], f"p{n}") for n in range(8)))
    finally:
        await other.close()
    ticket = await read(store)
    assert sorted(ticket.photos) == [f"p{n}" for n in range(8)]
    async with store.read() as tx:
        assert len(await tickets.events(tx, ticket.ref)) == ticket.version == 9


async def test_history_only_grows_and_stays_in_order(store: Store) -> None:
    ticket = await keep(store)
    before: list[Any] = []
    for which in (Move.ACCEPT, Move.PROGRESS, Move.ASK, Move.ANSWER, Move.RESOLVE, Move.CLOSE):
        async with store.write() as tx:
            await tickets.save(tx, ticket, step(ticket, which))
        async with store.read() as tx:
            history = [each.model_dump() for each in await tickets.events(tx, ticket.ref)]
        assert history[:-1] == before or not before
        assert (history[-1]["move"], history[-1]["after"]) == (which, ticket.state)
        before = history
    assert len(before) == 7


def test_nothing_in_the_house_edits_history() -> None:
    files = sorted((ROOT / "bot").rglob("*.py"))
    edits = re.compile(r"(update|delete)\(\s*EventRow|\.delete\(|ticket_event.*(UPDATE|DELETE)")
    found = [
        file.name
        for file in files
        if "migrations" not in file.parts and edits.search(file.read_text(encoding="utf-8"))
    ]
    assert len(files) > 50
    assert found == []


async def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    ticket = await keep(store)
    with pytest.raises(RuntimeError):
        async with store.write() as tx:
            await tickets.save(tx, ticket, step(ticket, Move.ACCEPT))
            raise RuntimeError
    assert (await read(store)).state is State.OFFERED
    async with store.read() as tx:
        assert len(await tickets.events(tx, ticket.ref)) == 1


async def refs(found: Any) -> list[str]:
    """The references of what a question found."""
    return [each if isinstance(each, str) else each.ref for each in await found]


async def test_each_finds_what_lies_with_them(store: Store) -> None:
    """The lists that people see, over one set of tickets."""
    volunteers: dict[str, Any] = {"owner_kind": Owner.VOLUNTEERS, "owner": None}
    await keep(store, "A2A-2A2", opened_at=NOW - 3 * HOUR, deadline=NOW + 3 * HOUR)
    await keep(store, "B2B-2B2", Move.ACCEPT, opened_at=NOW - 2 * HOUR, holder="li")
    await keep(store, "C2C-2C2", Move.ACCEPT, Move.RESOLVE, holder="li", resolved_at=NOW)
    await keep(store, "D2D-2D2", Move.CANCEL, opened_at=NOW - HOUR)
    await keep(store, "E2E-2E2", deadline=NOW + 2 * HOUR, **volunteers)
    await keep(store, "F2F-2F2", deadline=NOW - HOUR, resident="zhou", **volunteers)
    await keep(store, "G2G-2G2", Move.ACCEPT, holder="zhao", resident="zhou", **volunteers)
    await keep(store, "H2H-2H2", Move.TRIAGE, owner_kind=Owner.COORDINATOR, owner=None)
    async with store.read() as tx:
        mine = await refs(tickets.of_resident(tx, "wang"))
        assert mine == ["C2C-2C2", "E2E-2E2", "H2H-2H2", "D2D-2D2", "B2B-2B2", "A2A-2A2"]
        assert await refs(tickets.of_resident(tx, "wang", 2)) == mine[:2]
        assert await refs(tickets.held_by(tx, "li")) == ["B2B-2B2"]
        assert await refs(tickets.free_tasks(tx)) == ["F2F-2F2", "E2E-2E2"]
        assert await refs(tickets.queue(tx, ["lighting_division"])) == ["A2A-2A2", "B2B-2B2"]
        assert await refs(tickets.queue(tx, [])) == []
        assert await refs(tickets.with_coordinator(tx)) == ["H2H-2H2"]
        assert await refs(tickets.due(tx, NOW)) == ["F2F-2F2"]
        assert len(await tickets.every(tx)) == 8


async def test_what_is_over_is_due_no_more(store: Store) -> None:
    await keep(store, "A2A-2A2", Move.CANCEL, deadline=NOW - HOUR)
    await keep(store, "B2B-2B2", deadline=NOW)
    async with store.read() as tx:
        assert await tickets.due(tx, NOW) == ["B2B-2B2"]
        assert await tickets.due(tx, NOW - timedelta(seconds=1)) == []


async def test_whose_a_ticket_is_and_who_took_it_down_find_it_each_once(store: Store) -> None:
    await keep(store, "A2A-2A2", opened_at=NOW - HOUR)
    await keep(store, "B2B-2B2", resident="zhou", filed_by="wang")
    await keep(store, "C2C-2C2", opened_at=NOW - 2 * HOUR, filed_by="wang")
    await keep(store, "D2D-2D2", resident="zhou")
    async with store.read() as tx:
        found = await refs(tickets.spoken_for(tx, "wang"))
        assert found == ["B2B-2B2", "A2A-2A2", "C2C-2C2"]
        assert await refs(tickets.spoken_for(tx, "wang", 2)) == found[:2]
