"""What waits to be answered and what waits to be said: in order, each once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot.message import Address
from bot.store import Store, mail, people, turns
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, InboxRow, OutboxRow
from tests.conftest import NOW

SECOND = timedelta(seconds=1)


async def meet(store: Store, name: str) -> str:
    """The address of somebody who wrote."""
    async with store.write() as tx:
        there = Address("test", name, name)
        row = await people.meet(tx, there, Newcomer("en"), NOW)
        await turns.know(tx, f"in:{row.id}", NOW)
        return row.id


async def hear(store: Store, address: str, message: str, **more: Any) -> int:
    """A message that waits."""
    given: dict[str, Any] = {"heard": {"text": message}, "received_at": NOW, "try_at": NOW, **more}
    async with store.write() as tx:
        row = InboxRow(channel="test", message_id=message, address=address, **given)
        tx.add(row)
        await tx.flush()
        return row.id or 0


async def say(store: Store, address: str, key: str, **more: Any) -> int:
    """A message to be said."""
    given: dict[str, Any] = {"made_at": NOW, "try_at": NOW, **more}
    async with store.write() as tx:
        row = OutboxRow(address=address, key=key, **given)
        tx.add(row)
        await tx.flush()
        return row.id or 0


async def test_a_message_is_known_by_the_platforms_id(store: Store) -> None:
    wang = await meet(store, "wang")
    first = await hear(store, wang, "m1")
    with pytest.raises(IntegrityError):
        await hear(store, wang, "m1")
    async with store.read() as tx:
        assert await mail.heard_before(tx, "test", "m1") == first
        assert await mail.heard_before(tx, "web", "m1") is None


async def test_who_waits_longest_is_answered_first_and_who_is_answered_not_again(
    store: Store,
) -> None:
    wang, zhou, li, chen = [await meet(store, name) for name in ("wang", "zhou", "li", "chen")]
    await hear(store, zhou, "z1")
    await hear(store, wang, "w1")
    await hear(store, wang, "w2")
    await hear(store, li, "l1", try_at=NOW + SECOND)
    await hear(store, chen, "c1", state=mail.ANSWERED)
    async with store.read() as tx:
        assert await mail.conversations_with_mail(tx, NOW, set()) == [zhou, wang]
        assert await mail.conversations_with_mail(tx, NOW, set(), 1) == [zhou]
        assert await mail.conversations_with_mail(tx, NOW, {zhou}, 1) == [wang]
        assert await mail.conversations_with_mail(tx, NOW + SECOND, {zhou}) == [wang, li]
        assert [row.message_id for row in await mail.waiting_in(tx, wang)] == ["w1", "w2"]


async def test_a_conversation_that_another_has_in_hand_is_left_to_them(store: Store) -> None:
    wang = await meet(store, "wang")
    await hear(store, wang, "w1")
    async with store.write() as tx:
        assert await turns.take(tx, f"in:{wang}", "one", NOW, SECOND)
    async with store.read() as tx:
        assert await mail.conversations_with_mail(tx, NOW, set()) == []
        assert await mail.conversations_with_mail(tx, NOW + SECOND, set()) == [wang]


async def test_messages_leave_in_order_when_they_are_ready_and_due(store: Store) -> None:
    wang, zhou = await meet(store, "wang"), await meet(store, "zhou")
    turn = await hear(store, wang, "w1", state=mail.ANSWERED)
    later = await say(store, wang, "first", turn=turn, ready=False)
    await say(store, zhou, "news")
    await say(store, wang, "second", try_at=NOW + SECOND)
    async with store.write() as tx:
        assert await mail.addresses_to_send(tx, NOW, set()) == [zhou]
        assert await mail.addresses_to_send(tx, NOW, {zhou}) == []
        assert [row.key for row in await mail.to_send(tx, wang)] == ["second"]
        await mail.release_turn(tx, turn)
    async with store.write() as tx:
        assert await mail.addresses_to_send(tx, NOW, set()) == [wang, zhou]
        assert [row.key for row in await mail.to_send(tx, wang)] == ["first", "second"]
        assert [row.key for row in await mail.to_send(tx, wang, 1)] == ["first"]
        assert not await mail.turn_is_sent(tx, turn)
        await mail.settle(tx, later, state=mail.SENT, platform_id="p1")
    async with store.read() as tx:
        assert await mail.turn_is_sent(tx, turn)
        assert [row.key for row in await mail.said(tx, wang, 0)] == ["first"]
        assert await mail.said(tx, wang, later) == []
        found = await mail.about(tx, wang, "p1")
        assert found is not None
        assert found.key == "first"
        assert await mail.about(tx, zhou, "p1") is None


async def test_a_turn_is_not_over_before_its_message_is_answered(store: Store) -> None:
    wang = await meet(store, "wang")
    turn = await hear(store, wang, "w1")
    async with store.read() as tx:
        assert not await mail.turn_is_sent(tx, turn)
        assert not await mail.has_words(tx, turn)
    await say(store, wang, "answer", turn=turn)
    async with store.read() as tx:
        assert await mail.has_words(tx, turn)


async def test_a_turn_whose_message_is_no_longer_kept_is_over_once_its_answer_left(
    store: Store,
) -> None:
    wang = await meet(store, "wang")
    last_word = await say(store, wang, "answer", turn=7)
    async with store.read() as tx:
        assert not await mail.turn_is_sent(tx, 7)
    async with store.write() as tx:
        await mail.settle(tx, last_word, state=mail.SENT)
        assert await mail.turn_is_sent(tx, 7)


async def test_who_cannot_be_reached_gets_nothing_more(store: Store) -> None:
    wang, zhou = await meet(store, "wang"), await meet(store, "zhou")
    for who in (wang, zhou):
        await say(store, who, "sent", state=mail.SENT)
        await say(store, who, "waits")
    async with store.write() as tx:
        await mail.give_up(tx, wang)
    async with store.read() as tx:
        assert await mail.to_send(tx, wang) == []
        assert [row.key for row in await mail.said(tx, wang, 0)] == ["sent"]
        assert len(await mail.to_send(tx, zhou)) == 1
        row = await tx.get(AddressRow, wang)
    assert row is not None
    assert not row.reachable


async def test_only_messages_with_live_buttons_about_a_ticket_are_open_offers(
    store: Store,
) -> None:
    wang = await meet(store, "wang")
    buttons = [[{"label": "tap-claim", "tap": "/claim"}]]
    await say(store, wang, "live", ref="K7Q-4M2", buttons=buttons)
    await say(store, wang, "spent", ref="K7Q-4M2", buttons=buttons, spent=True)
    await say(store, wang, "bare", ref="K7Q-4M2")
    await say(store, wang, "other", ref="B3D-9XT", buttons=buttons)
    await say(store, wang, "", kind="spend", ref="K7Q-4M2", buttons=buttons)
    async with store.read() as tx:
        assert [row.key for row in await mail.open_offers(tx, "K7Q-4M2")] == ["live"]


async def test_a_conversation_is_shown_as_it_went(store: Store) -> None:
    wang = await meet(store, "wang")
    for number in range(3):
        at = NOW + number * SECOND
        turn = await hear(store, wang, f"in {number}", received_at=at)
        await say(store, wang, f"out {number}", turn=turn, made_at=at)
    await say(store, wang, "", kind="spend", made_at=NOW + 9 * SECOND)
    await say(store, wang, "not yet", ready=False, made_at=NOW + 9 * SECOND)
    async with store.read() as tx:
        rows = await mail.last(tx, wang, 4)
    told = [row.message_id if isinstance(row, InboxRow) else row.key for row in rows]
    assert told == ["in 1", "out 1", "in 2", "out 2"]


async def test_what_a_command_answered_is_kept_once(store: Store) -> None:
    async with store.write() as tx:
        assert await mail.result_of(tx, "7:claim") is None
        await mail.keep_result(tx, "7:claim", {"ok": True}, NOW)
    async with store.read() as tx:
        assert await mail.result_of(tx, "7:claim") == {"ok": True}
    with pytest.raises(IntegrityError):
        async with store.write() as tx:
            await mail.keep_result(tx, "7:claim", {"ok": False}, NOW)
