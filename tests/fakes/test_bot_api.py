"""The fake Bot API keeps the contract of the real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.bot_api import BotApi

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server with one person."""
    async with BotApi() as running:
        running.person(70, "Ada")
        yield running


async def ask(api: BotApi, method: str, **fields: Any) -> Any:
    """The result of a call, or the description of its failure."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{api.url}/bot{api.token}/{method}", json=fields) as answer,
    ):
        body = await answer.json()
        assert body["ok"] == (answer.status == 200)
        return body["result"] if body["ok"] else body["description"]


async def test_it_knows_itself(api: BotApi) -> None:
    assert (await ask(api, "getMe"))["is_bot"] is True
    assert (await ask(api, "GETME"))["id"] == int(api.token.partition(":")[0])


async def test_another_token_is_unauthorized(api: BotApi) -> None:
    api.token, right = "1:wrong", api.token
    wrong = api.token
    api.token = right
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{api.url}/bot{wrong}/getMe") as answer,
    ):
        assert answer.status == 401


async def test_a_method_that_it_does_not_know_is_not_found(api: BotApi) -> None:
    assert await ask(api, "sendTelepathy") == "Not Found"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"chat_id": 70, "text": ""}, "message text is empty"),
        ({"chat_id": 70, "text": "  \n"}, "message text is empty"),
        ({"chat_id": 70}, "message text is empty"),
        ({"text": "Hello"}, "chat_id is empty"),
        ({"chat_id": 71, "text": "Hello"}, "chat not found"),
        ({"chat_id": 70, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 70, "text": "🌃" * 2049}, "message is too long"),
        ({"chat_id": 70, "text": "Hello", "colour": "red"}, 'unknown field "colour"'),
        ({"chat_id": "Ada", "text": "Hello"}, 'can\'t parse field "chat_id"'),
    ],
)
async def test_a_message_that_it_does_not_take(
    api: BotApi, fields: dict[str, Any], refusal: str
) -> None:
    assert await ask(api, "sendMessage", **fields) == f"Bad Request: {refusal}"
    assert api.refused
    assert api.people[70].inbox == []


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ({"inline_keyboard": [[{"text": "A", "callback_data": "x" * 65}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": "A", "callback_data": "路" * 22}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": "A"}]]}, "text buttons are unallowed"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}, "must be non-empty"),
        ({"inline_keyboard": [[{"text": "A", "callback_data": "x"}] * 9]}, "too long"),
        ({"inline_keyboard": [[{"text": "A", "callback_data": "x", "tint": 1}]]}, '"tint"'),
        ({"inline_keyboard": [], "remove_keyboard": True}, "can't parse inline keyboard"),
        ({"keyboard": [[{"text": ""}]]}, "must be non-empty"),
        ({"keyboard": [["A"]], "tint": 1}, '"tint"'),
        ({"remove_keyboard": False}, "object expected"),
        ([], "can't parse reply keyboard"),
    ],
)
async def test_a_markup_that_it_does_not_take(api: BotApi, markup: Any, refusal: str) -> None:
    said = await ask(api, "sendMessage", chat_id=70, text="Hello", reply_markup=markup)
    assert refusal in said


async def test_updates_come_until_they_are_confirmed(api: BotApi) -> None:
    ada = api.people[70]
    first, second = await ada.say("one"), await ada.say("two")
    assert await ask(api, "getUpdates") == [first, second]
    assert await ask(api, "getUpdates", limit=1) == [first]
    assert api.updates.confirmed == []
    assert await ask(api, "getUpdates", offset=first["update_id"] + 1) == [second]
    assert api.updates.confirmed == [first["update_id"]]
    assert await ask(api, "getUpdates", offset=0) == [second]


async def test_a_negative_offset_forgets_all_but_the_last(api: BotApi) -> None:
    for word in ("one", "two", "three"):
        last = await api.people[70].say(word)
    assert await ask(api, "getUpdates", offset=-1) == [last]
    assert len(api.updates.confirmed) == 2


async def test_a_long_poll_waits_for_news(api: BotApi) -> None:
    waiting = asyncio.create_task(ask(api, "getUpdates", timeout=30))
    await api.called("getUpdates")
    said = await api.people[70].say("Hello")
    assert await waiting == [said]


async def test_only_the_kinds_that_were_asked_for_come(api: BotApi) -> None:
    assert await ask(api, "getUpdates", allowed_updates=["message"]) == []
    await api.people[70].block()
    said = await api.people[70].say("Hello")
    assert await ask(api, "getUpdates") == [said]


async def test_a_second_long_poll_ends_the_first(api: BotApi) -> None:
    first = asyncio.create_task(ask(api, "getUpdates", timeout=30))
    await api.called("getUpdates")
    await ask(api, "getUpdates")
    assert (await first).startswith("Conflict: terminated by other getUpdates")


async def test_there_is_no_polling_beside_a_webhook(api: BotApi) -> None:
    await ask(api, "setWebhook", url="http://127.0.0.1:9/x")
    assert (await ask(api, "getUpdates")).startswith("Conflict: can't use getUpdates")
    await ask(api, "deleteWebhook")
    assert await ask(api, "getUpdates") == []


@pytest.mark.parametrize(
    "fields",
    [{"url": "nonsense"}, {"url": "https://a.example", "secret_token": "a b"}, {"url": ""}],
)
async def test_a_webhook_that_it_does_not_take(api: BotApi, fields: dict[str, Any]) -> None:
    assert (await ask(api, "setWebhook", **fields)).startswith("Bad Request")


async def test_buttons_are_edited_once(api: BotApi) -> None:
    button = {"inline_keyboard": [[{"text": "A", "callback_data": "/a"}]]}
    sent = await ask(api, "sendMessage", chat_id=70, text="Hello", reply_markup=button)
    same = {"chat_id": 70, "message_id": sent["message_id"], "reply_markup": button}
    assert "message is not modified" in await ask(api, "editMessageReplyMarkup", **same)
    changed = await ask(api, "editMessageReplyMarkup", chat_id=70, message_id=sent["message_id"])
    assert "reply_markup" not in changed
    nowhere = await ask(api, "editMessageReplyMarkup", chat_id=70, message_id=1)
    assert nowhere == "Bad Request: message to edit not found"


async def test_a_message_with_a_keyboard_cannot_be_edited(api: BotApi) -> None:
    keyboard = {"keyboard": [["Here"]]}
    sent = await ask(api, "sendMessage", chat_id=70, text="Where?", reply_markup=keyboard)
    said = await ask(api, "editMessageReplyMarkup", chat_id=70, message_id=sent["message_id"])
    assert said == "Bad Request: message can't be edited"


async def test_a_tap_is_answered_once(api: BotApi) -> None:
    button = {"inline_keyboard": [[{"text": "A", "callback_data": "/a"}]]}
    await ask(api, "sendMessage", chat_id=70, text="Hello", reply_markup=button)
    query = (await api.people[70].tap("A"))["callback_query"]
    assert query["data"] == "/a"
    assert query["message"]["text"] == "Hello"
    assert await ask(api, "answerCallbackQuery", callback_query_id=query["id"]) is True
    again = await ask(api, "answerCallbackQuery", callback_query_id=query["id"])
    assert "query is too old" in again


async def test_a_picture_can_be_fetched(api: BotApi) -> None:
    update = await api.people[70].photo(JPEG, "Look")
    sizes = update["message"]["photo"]
    told = await ask(api, "getFile", file_id=sizes[-1]["file_id"])
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{api.url}/file/bot{api.token}/{told['file_path']}") as answer,
    ):
        assert await answer.read() == JPEG
    assert "wrong file_id" in await ask(api, "getFile", file_id="nonsense")


@pytest.mark.parametrize(
    ("code", "command", "description"), [("en", "Help", "x"), ("en", "help", ""), ("eng", "a", "x")]
)
async def test_a_menu_that_it_does_not_take(
    api: BotApi, code: str, command: str, description: str
) -> None:
    commands = [{"command": command, "description": description}]
    said = await ask(api, "setMyCommands", commands=commands, language_code=code)
    assert said.startswith("Bad Request")


async def test_ordered_failures_come_in_their_order_and_end(api: BotApi) -> None:
    api.fail("getMe", 429, retry_after=3)
    api.fail("*", 500)
    assert await ask(api, "getMe") == "Too Many Requests: retry after 3"
    assert await ask(api, "getMe") == "Internal Server Error"
    assert (await ask(api, "getMe"))["is_bot"]


async def test_a_failure_can_wait_its_turn(api: BotApi) -> None:
    api.fail("getMe", 500, after=1)
    assert (await ask(api, "getMe"))["is_bot"]
    assert await ask(api, "getMe") == "Internal Server Error"


async def test_a_late_failure_did_its_work(api: BotApi) -> None:
    api.fail("sendMessage", 500, late=True)
    assert await ask(api, "sendMessage", chat_id=70, text="Hello") == "Internal Server Error"
    assert [each.text for each in api.people[70].screen] == ["Hello"]


async def test_a_connection_can_break(api: BotApi) -> None:
    api.fail("getMe", way="drop")
    with pytest.raises(aiohttp.ClientError):
        await ask(api, "getMe")


async def test_who_hangs_is_let_go(api: BotApi) -> None:
    api.fail("getMe", way="hang")
    waiting = asyncio.create_task(ask(api, "getMe"))
    await api.called("getMe")
    api.heal()
    with pytest.raises(aiohttp.ClientError):
        await waiting


async def test_who_blocked_the_bot_or_is_gone_gets_nothing(api: BotApi) -> None:
    ada = api.people[70]
    await ada.block()
    said = await ask(api, "sendMessage", chat_id=70, text="Hello")
    assert said == "Forbidden: bot was blocked by the user"
    await ada.unblock()
    ada.gone = True
    said = await ask(api, "sendMessage", chat_id=70, text="Hello")
    assert said == "Forbidden: user is deactivated"


async def test_a_person_hears_messages_in_their_order(api: BotApi) -> None:
    ada = api.people[70]
    for word in ("one", "two", "three"):
        await ask(api, "sendMessage", chat_id=70, text=word)
    assert (await ada.hears("TWO")).text == "two"
    assert (await ada.hears()).text == "three"
    with pytest.raises(AssertionError, match="'one'"):
        await ada.hears("one", seconds=0)


async def test_a_person_waits_for_what_comes_later(api: BotApi) -> None:
    ada = api.people[70]
    waiting = asyncio.create_task(ada.hears("later"))
    await ask(api, "sendMessage", chat_id=70, text="now")
    await ask(api, "sendMessage", chat_id=70, text="later")
    assert (await waiting).text == "later"


async def test_a_deleted_message_takes_its_keyboard_with_it(api: BotApi) -> None:
    ada = api.people[70]
    keyboard = {"keyboard": [[{"text": "Here", "request_location": True}]]}
    sent = await ask(api, "sendMessage", chat_id=70, text="Where?", reply_markup=keyboard)
    assert ada.keyboard == ["Here"]
    await ask(api, "deleteMessage", chat_id=70, message_id=sent["message_id"])
    assert (ada.keyboard, ada.screen) == ([], [])
