"""The token and the webhook's secret: in no log line, no text of an error, no address."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator

import pytest

from bot.channels.telegram import Telegram
from bot.errors import NotSent
from bot.message import Address
from tests.channels.promises import listening
from tests.channels.telegram.rig import hurry, settings
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.bot_api.faults import Way
from tests.fakes.door import FakeDoor

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20

LIBRARIES = ("telegram", "httpx", "httpcore", "telegram.Bot")


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything is logged, by our libraries too, though the channel asked them to be quiet."""
    before = {name: logging.getLogger(name).level for name in LIBRARIES}
    yield caplog
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def shout(caplog: pytest.LogCaptureFixture) -> None:
    """Sets every logger to DEBUG."""
    for name in ("", *LIBRARIES):
        caplog.set_level(logging.DEBUG, name)


async def test_the_token_is_not_logged_even_by_libraries_at_their_loudest(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, loud: pytest.LogCaptureFixture
) -> None:
    shout(loud)
    api.fail("getUpdates", 401)
    api.fail("getUpdates", 502, way="page")
    api.fail("file", 404, way="page")
    await ada.photo(JPEG)
    async with listening(channel):
        await api.confirms(1)
    assert "HTTP Request" in loud.text
    assert api.token not in loud.text
    assert api.token.partition(":")[2] not in loud.text


async def test_people_and_the_webhooks_secret_are_not_logged_by_libraries(
    api: BotApi, ada: Person, door: FakeDoor, to: Address, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    more = {
        "TELEGRAM_WEBHOOK_URL": "http://127.0.0.1:9",
        "TELEGRAM_WEBHOOK_SECRET": "a-quiet_Word-42",
    }
    channel = Telegram(settings(api, **more), door.door, pause=hurry)
    async with listening(channel):
        await api.called("setWebhook")
        await channel.send(to, door.shown("words to Ada"))
    assert "a-quiet_Word-42" not in caplog.text
    assert "words to Ada" not in caplog.text
    assert "HTTP Request" not in caplog.text


@pytest.mark.parametrize("way", ["answer", "page", "drop"])
@pytest.mark.parametrize("code", [400, 401, 403, 404, 500])
async def test_no_error_tells_the_token_nor_leads_to_one_that_does(
    *, api: BotApi, channel: Telegram, door: FakeDoor, to: Address, way: Way, code: int
) -> None:
    api.fail("sendMessage", code, way=way)
    with pytest.raises(NotSent) as refused:
        await channel.send(to, door.shown("Hello"))
    told = "".join(traceback.format_exception(refused.value))
    assert api.token.partition(":")[2] not in told


async def test_a_page_instead_of_an_answer_is_a_failure_and_is_not_logged(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getUpdates", 200, way="page")
    await ada.say("Hello")
    async with listening(channel):
        await door.hears()
    assert "<html>" not in caplog.text


async def test_nothing_that_can_be_shown_of_the_channel_has_the_token(
    api: BotApi, channel: Telegram
) -> None:
    line = channel._line
    for each in (channel, line, line.bot, vars(channel), vars(line), line.bot.base_url):
        assert api.token not in repr(each)
