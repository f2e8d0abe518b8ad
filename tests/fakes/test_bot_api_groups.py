"""The fake Bot API keeps the contract of the real one in groups, and for who never started it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.bot_api import BotApi
from tests.fakes.test_bot_api import ask


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server with one person."""
    async with BotApi() as running:
        running.person(70, "Ada")
        yield running


async def test_a_group_lets_the_bot_write_while_it_is_in_it_and_may(api: BotApi) -> None:
    ada, group = api.people[70], api.group(-1001, "Block 12", topics={5})
    to = {"chat_id": -1001, "text": "Hello"}
    assert "bot was kicked from the supergroup chat" in await ask(api, "sendMessage", **to)
    await group.add(ada)
    assert (await ask(api, "sendMessage", **to, message_thread_id=5))["is_topic_message"]
    assert "thread not found" in await ask(api, "sendMessage", **to, message_thread_id=6)
    keys = {"keyboard": [[{"text": "Here", "request_location": True}]]}
    assert "private chats only" in await ask(api, "sendMessage", **to, reply_markup=keys)
    group.closed.add(5)
    assert "TOPIC_CLOSED" in await ask(api, "sendMessage", **to, message_thread_id=5)
    await group.mute(ada)
    assert "not enough rights to send text messages" in await ask(api, "sendMessage", **to)
    await group.unmute(ada)
    await group.move(ada, -1009)
    assert "upgraded to a supergroup" in await ask(api, "sendMessage", **to)


async def test_of_a_group_the_bot_gets_what_is_meant_for_it(api: BotApi) -> None:
    ada, group = api.people[70], api.group(-1001)
    await group.says(ada, "/help")
    await group.add(ada)
    await group.says(ada, "hello neighbours")
    named = await group.says(ada, "@manyhands_bot hello")
    sent = await ask(api, "sendMessage", chat_id=-1001, text="Hello")
    answer = await group.reply(ada, sent["message_id"], "thanks")
    came = await ask(api, "getUpdates")
    assert came[1:] == [named, answer]
    assert came[0]["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_nobody_is_written_to_who_did_not_start(api: BotApi) -> None:
    bob = api.person(71, "Bob")
    bob.started = False
    said = await ask(api, "sendMessage", chat_id=71, text="Hello")
    assert said == "Forbidden: bot can't initiate conversation with a user"
    await bob.say("/start")
    assert (await ask(api, "sendMessage", chat_id=71, text="Hello"))["text"] == "Hello"


async def test_words_beside_a_button_are_short(api: BotApi) -> None:
    button = {"inline_keyboard": [[{"text": "A", "callback_data": "/a"}]]}
    await ask(api, "sendMessage", chat_id=70, text="Hello", reply_markup=button)
    query = {"callback_query_id": (await api.people[70].tap("A"))["callback_query"]["id"]}
    said = await ask(api, "answerCallbackQuery", **query, text="x" * 201)
    assert said == "Bad Request: MESSAGE_TOO_LONG"
    assert await ask(api, "answerCallbackQuery", **query, text="No", show_alert=True) is True
    assert api.people[70].alerts == ["No"]
