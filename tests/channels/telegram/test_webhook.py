"""The webhook: who may knock, and when the answer is 200."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.channels.telegram import Telegram
from bot.channels.telegram.polling import KINDS
from tests.channels.promises import listening
from tests.channels.telegram.rig import hurry, settings
from tests.channels.telegram.test_payloads import PAYLOADS
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

SECRET = "a-quiet_Word-42"

HEADER = "X-Telegram-Bot-Api-Secret-Token"

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@asynccontextmanager
async def hooked(api: BotApi, door: FakeDoor) -> AsyncIterator[str]:
    """The channel behind a web server of its own; gives the server's address."""
    app = web.Application()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    sites: list[str] = []
    channel: Telegram

    async def knock(request: web.Request) -> web.StreamResponse:
        # The server's port, and so the address, are known only after its routes are fixed.
        for route in channel.routes():
            if isinstance(route, web.RouteDef) and route.path == request.path:
                return await route.handler(request)
        raise web.HTTPNotFound

    app.router.add_post("/{path:.*}", knock)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sites.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
    more = {"TELEGRAM_WEBHOOK_URL": sites[0], "TELEGRAM_WEBHOOK_SECRET": SECRET}
    channel = Telegram(settings(api, **more), door.door, pause=hurry, now=lambda: NOW)
    try:
        async with listening(channel):
            yield sites[0]
    finally:
        await runner.cleanup()


@pytest.fixture
async def hook(api: BotApi, door: FakeDoor) -> AsyncIterator[str]:
    """Where Telegram was told to knock."""
    async with hooked(api, door):
        (asked,) = await api.called("setWebhook")
        yield asked["url"]


async def test_telegram_is_told_where_to_knock_and_with_which_word(api: BotApi, hook: str) -> None:
    (asked,) = api.sent("setWebhook")
    assert asked["secret_token"] == SECRET
    assert asked["allowed_updates"] == KINDS
    assert "/telegram/" in hook
    assert SECRET not in hook
    assert api.token not in hook
    assert api.updates.polls == 0


async def test_what_is_brought_is_heard(
    api: BotApi, hook: str, ada: Person, door: FakeDoor
) -> None:
    await ada.say("Hello")
    await api.confirms(1)
    assert [each.text for each in door.heard] == ["Hello"]
    assert api.updates.webhook_answers == [200]


async def test_the_answer_waits_until_the_message_is_kept(
    api: BotApi, hook: str, ada: Person, door: FakeDoor
) -> None:
    with door.hold():
        await ada.say("Hello")
        await door.is_asked()
        assert api.updates.webhook_answers == []
    await api.confirms(1)


async def test_a_message_that_is_not_kept_is_answered_500_and_comes_again(
    api: BotApi, hook: str, ada: Person, door: FakeDoor
) -> None:
    door.fail(times=2)
    await ada.say("Hello")
    await api.confirms(1)
    assert api.updates.webhook_answers == [500, 500, 200]
    assert len({each.message_id for each in door.asked}) == 1
    assert len(door.heard) == 1


@pytest.mark.parametrize("word", [None, "", "a-quiet_Word-43", "ä-quiet_Word-42", SECRET + "0"])
async def test_who_does_not_know_the_word_is_turned_away(
    hook: str, door: FakeDoor, word: str | None
) -> None:
    headers = {} if word is None else {HEADER: word}
    async with (
        aiohttp.ClientSession() as session,
        session.post(hook, json=PAYLOADS["text"], headers=headers) as answer,
    ):
        assert answer.status == 401
    assert door.asked == []


async def test_what_is_no_json_is_a_bad_request(hook: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(hook, data=b"{", headers={HEADER: SECRET}) as answer,
    ):
        assert answer.status == 400


@pytest.mark.parametrize("body", [[], 7, {}, {"update_id": "x"}, PAYLOADS["unknown_update"]])
async def test_what_is_not_understood_is_acknowledged_so_that_it_does_not_come_forever(
    hook: str, body: object
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(hook, json=body, headers={HEADER: SECRET}) as answer,
    ):
        assert answer.status == 200


async def test_failures_at_the_start_are_waited_out(
    api: BotApi, door: FakeDoor, ada: Person
) -> None:
    api.fail("setWebhook", 429, times=2, retry_after=1)
    async with hooked(api, door):
        await ada.say("Hello")
        await door.hears()


async def test_without_a_webhook_there_is_no_route(channel: Telegram) -> None:
    assert list(channel.routes()) == []


async def test_polling_and_webhook_hear_the_same(api: BotApi, tmp_path: Path) -> None:
    brought, polled = FakeDoor(tmp_path), FakeDoor(tmp_path)
    async with hooked(api, brought):
        await _all(api, 1)
    polling = Telegram(settings(api), polled.door, pause=hurry, now=lambda: NOW)
    async with listening(polling):
        await _all(api, 2)
    assert len(polled.heard) > 20
    assert {each.message_id: each for each in polled.heard} == {
        each.message_id: each for each in brought.heard
    }


async def _all(api: BotApi, times: int) -> None:
    for payload in PAYLOADS.values():
        api.updates.repeat(payload)
    await api.confirms(times * len(PAYLOADS))
