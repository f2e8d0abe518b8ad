"""What a failure to send means, in our words."""

from __future__ import annotations

import pytest

from bot.channels.telegram import Telegram
from bot.errors import Gone, Rejected, TryLater
from bot.message import Address
from tests.channels.telegram.rig import settings
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor


async def test_a_message_without_words_is_rejected(
    channel: Telegram, door: FakeDoor, to: Address
) -> None:
    with pytest.raises(Rejected):
        await channel.send(to, door.shown("  \n"))


@pytest.mark.parametrize(
    ("code", "description", "verdict"),
    [
        (403, "Forbidden: bot was blocked by the user", Gone),
        (403, "Forbidden: user is deactivated", Gone),
        (403, "Forbidden: bot can't initiate conversation with a user", Gone),
        (400, "Bad Request: chat not found", Gone),
        (400, "Bad Request: PEER_ID_INVALID", Gone),
        (400, "Bad Request: wrong type of the web page content", Rejected),
        (413, "Request Entity Too Large", Rejected),
        (401, "Unauthorized", TryLater),
        (404, "Not Found", TryLater),
        (500, "Internal Server Error", TryLater),
        (502, "Bad Gateway", TryLater),
    ],
)
async def test_a_failure_becomes_a_verdict(
    *,
    api: BotApi,
    channel: Telegram,
    door: FakeDoor,
    to: Address,
    code: int,
    description: str,
    verdict: type[Exception],
) -> None:
    api.fail("sendMessage", code, description=description)
    with pytest.raises(verdict):
        await channel.send(to, door.shown("Hello"))


async def test_too_many_requests_says_when_to_come_back(
    api: BotApi, channel: Telegram, door: FakeDoor, to: Address
) -> None:
    api.fail("sendMessage", 429, retry_after=33)
    with pytest.raises(TryLater) as later:
        await channel.send(to, door.shown("Hello"))
    assert (later.value.after, later.value.everyone) == (33, False)


async def test_a_wrong_token_stops_everyone_for_a_minute(
    api: BotApi, channel: Telegram, door: FakeDoor, to: Address
) -> None:
    api.fail("sendMessage", 401)
    with pytest.raises(TryLater) as later:
        await channel.send(to, door.shown("Hello"))
    assert (later.value.after, later.value.everyone) == (60, True)


async def test_waits_grow_while_nothing_gets_through_and_shrink_when_something_does(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    waits = []
    api.fail("sendMessage", way="drop", times=4)
    for _ in range(4):
        with pytest.raises(TryLater) as later:
            await channel.send(to, door.shown("Hello"))
        waits.append(later.value.after)
    assert waits == sorted(waits)
    assert 4 <= waits[-1] <= 8
    await channel.send(to, door.shown("Hello"))
    api.fail("sendMessage", 500)
    with pytest.raises(TryLater) as later:
        await channel.send(to, door.shown("Hello"))
    assert later.value.after <= 1


async def test_a_server_that_hangs_is_tried_later(
    api: BotApi, door: FakeDoor, to: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.wire.READ", 0.05)
    channel = Telegram(settings(api), door.door)
    api.fail("sendMessage", way="hang")
    with pytest.raises(TryLater):
        await channel.send(to, door.shown("Hello"))
    await channel.close()


async def test_who_blocked_the_bot_is_gone_until_they_unblock_it(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await ada.block()
    with pytest.raises(Gone):
        await channel.send(to, door.shown("Hello"))
    await ada.unblock()
    await channel.send(to, door.shown("Hello again"))
    await ada.hears("Hello again")


async def test_who_never_wrote_is_gone(api: BotApi, channel: Telegram, door: FakeDoor) -> None:
    with pytest.raises(Gone):
        await channel.send(Address("telegram", "99", "99"), door.shown("Hello"))
