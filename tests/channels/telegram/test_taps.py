"""Buttons that were chosen: they are answered, and they look it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.telegram import Telegram
from bot.errors import Rejected, TryLater
from bot.message import Address
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

ROW = [("I take it", '/claim{"ref":"K7Q-4M2"}'), ("Not now", "/list_tasks")]


async def test_a_tap_is_answered_and_its_button_stands_alone_with_a_mark(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await running.send(to, door.shown("A task", ROW))
    await ada.tap("I take it")
    await ada.waits(lambda each: each.buttons == [["✓ I take it"]])
    assert api.waiting_taps == set()
    assert [each.tap for each in door.heard] == ['/claim{"ref":"K7Q-4M2"}']


async def test_a_spent_button_says_nothing_more(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await running.send(to, door.shown("A task", ROW))
    await ada.tap("I take it")
    await ada.waits(lambda each: each.buttons == [["✓ I take it"]])
    await ada.tap("✓ I take it")
    await api.confirms(2)
    await api.called("answerCallbackQuery", 2)
    assert len(door.heard) == 1
    assert len(api.sent("editMessageReplyMarkup")) == 1


async def test_a_tap_is_not_answered_before_it_is_kept(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await running.send(to, door.shown("A task", ROW))
    with door.hold():
        await ada.tap("I take it")
        await door.is_asked()
        assert len(api.waiting_taps) == 1
        assert api.sent("answerCallbackQuery") == []
    await api.called("answerCallbackQuery")


async def test_a_tap_that_cannot_be_answered_is_heard_all_the_same(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await running.send(to, door.shown("A task", ROW))
    api.fail("answerCallbackQuery", 400)
    api.fail("editMessageReplyMarkup", 500)
    await ada.tap("I take it")
    await api.confirms(1)
    await api.called("editMessageReplyMarkup")
    assert len(door.heard) == 1


async def test_in_a_group_the_house_answers_a_tap_and_says_what_it_wants(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    group = api.group(-1001, status="member")
    there = Address("telegram", "-1001", "")
    await running.send(there, door.shown("A task", ROW))
    await group.tap(ada, "I take it")
    (heard,) = await door.hears()
    assert (heard.address.conversation, heard.group) == ("-1001", "Neighbours")
    assert (len(api.waiting_taps), group.screen[0].buttons) == (1, [["I take it", "Not now"]])
    words = replace(door.shown("It is taken already. " * 20), tap=heard.message_id)
    assert await running.send(heard.address, words) is None
    (said,) = ada.alerts
    assert len(said) <= 200
    await running.spend(there, f"-1001:{group.screen[0].id}", "Bo is on it")
    assert group.screen[0].buttons == [["✓ Bo is on it"]]
    assert api.refused == []


async def test_a_tap_that_waited_too_long_is_let_go(
    api: BotApi, channel: Telegram, door: FakeDoor, to: Address
) -> None:
    late = replace(door.shown("It is taken already"), tap="4382556677889900001")
    assert await channel.send(to, late) is None
    api.fail("answerCallbackQuery", 500)
    with pytest.raises(TryLater):
        await channel.send(to, late)


async def test_buttons_that_others_used_up_go_away(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    sent = str(await channel.send(to, door.shown("A task", ROW)))
    await channel.spend(to, sent, None)
    assert ada.screen[0].buttons == []
    await channel.spend(to, sent, None)


@pytest.mark.parametrize("sent", ["70:4040", "no such id", ""])
async def test_a_message_that_is_not_there_cannot_be_spent(
    channel: Telegram, ada: Person, to: Address, sent: str
) -> None:
    with pytest.raises(Rejected):
        await channel.spend(to, sent, "I take it")


async def test_spending_is_tried_later_when_telegram_says_so(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    sent = str(await channel.send(to, door.shown("A task", ROW)))
    api.fail("editMessageReplyMarkup", 429, retry_after=4)
    with pytest.raises(TryLater) as later:
        await channel.spend(to, sent, "I take it")
    assert later.value.after == 4
