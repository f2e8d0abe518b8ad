"""Long polling: what is confirmed and when, and what failures do to it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram.polling import GIVEN_UP, KINDS
from tests.channels.promises import listening
from tests.channels.telegram.rig import hurry, settings
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor


async def test_an_earlier_webhook_is_taken_down_first(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    api.updates.set_webhook("http://127.0.0.1:9/gone", "", [])
    await ada.say("Hello")
    async with listening(channel):
        await door.hears()
    methods = [each.method for each in api.calls if each.method != "setMyCommands"]
    assert methods[:2] == ["deleteWebhook", "getUpdates"]


async def test_the_question_for_news_stays_open_as_long_as_is_set(
    api: BotApi, running: Telegram
) -> None:
    asked = await api.called("getUpdates")
    assert asked[0]["timeout"] == 5
    assert asked[0]["allowed_updates"] == KINDS


async def test_an_update_is_confirmed_only_by_asking_for_the_next(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    update = await ada.say("Hello")
    await api.confirms(1)
    assert api.sent("getUpdates")[-1]["offset"] == update["update_id"] + 1
    assert len(door.heard) == 1


async def test_one_conversation_that_fails_does_not_hold_up_the_others(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    door.fail(times=1)
    await ada.say("first, fails once")
    await ada.say("second")
    ben = api.person(71, "Ben", "en")
    await ben.say("third, from another")
    async with listening(channel):
        await api.confirms(3)
    words = [each.text for each in door.heard]
    assert words == ["third, from another", "first, fails once", "second"]
    assert [each.text for each in door.asked].count("third, from another") == 1


async def test_what_is_not_kept_is_asked_for_again_and_again(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, pauses: list[float]
) -> None:
    door.fail(times=5)
    await ada.say("Keep me")
    async with listening(channel):
        await api.confirms(1)
    assert len(door.asked) == 6
    assert len(pauses) == 5
    assert pauses == sorted(pauses)
    assert all(0.5 <= each <= 5 for each in pauses)


async def test_one_update_that_never_can_be_kept_does_not_end_the_service(
    api: BotApi,
    channel: Telegram,
    ada: Person,
    door: FakeDoor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    door.poison = "the one"
    await ada.say("the one")
    await ada.say("the next")
    ben = api.person(71, "Ben", "en")
    async with listening(channel):
        for number in range(GIVEN_UP):
            await ben.say(f"word {number}")
            await door.hears(number + 1)
        await api.confirms(GIVEN_UP + 2)
    assert [each.text for each in door.heard if each.address.sender == "70"] == ["the next"]
    assert "is lost" in caplog.text


async def test_nothing_is_given_up_while_nothing_can_be_kept(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    door.fail(times=GIVEN_UP + 5)
    await ada.say("Keep me")
    async with listening(channel):
        await api.confirms(1)
    assert [each.text for each in door.heard] == ["Keep me"]


async def test_what_was_heard_but_not_confirmed_is_the_same_message_after_a_restart(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    update = await ada.say("Hello")
    async with listening(channel):
        await api.confirms(1)
    api.updates.repeat(update)
    async with listening(channel):
        await api.confirms(2)
    assert len(door.asked) == 2
    assert len(door.heard) == 1


@pytest.mark.parametrize(
    ("code", "hint"), [(401, "TELEGRAM_TOKEN"), (409, "another process"), (500, ""), (403, "")]
)
async def test_a_failure_is_logged_and_waited_out(
    *,
    api: BotApi,
    channel: Telegram,
    ada: Person,
    door: FakeDoor,
    caplog: pytest.LogCaptureFixture,
    code: int,
    hint: str,
) -> None:
    api.fail("getUpdates", code)
    await ada.say("Still there?")
    async with listening(channel):
        await door.hears()
    lines = [each for each in caplog.messages if "no news" in each]
    assert len(lines) == 1
    assert hint in lines[0]


async def test_telegram_is_given_the_time_it_asks_for(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, pauses: list[float]
) -> None:
    api.fail("getUpdates", 429, retry_after=17)
    await ada.say("Hello")
    async with listening(channel):
        await door.hears()
    assert pauses == [17]


async def test_failures_at_the_start_are_waited_out(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    api.fail("deleteWebhook", 500, times=3)
    await ada.say("Hello")
    async with listening(channel):
        await door.hears()


async def test_another_process_with_the_same_token_is_survived(
    api: BotApi, running: Telegram, door: FakeDoor, ada: Person
) -> None:
    await api.called("getUpdates")
    await api.updates.poll({"timeout": 0})
    await ada.say("Hello")
    await door.hears()


async def test_a_server_that_hangs_is_given_up(
    api: BotApi, door: FakeDoor, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.wire.READ", 0.05)
    api.fail("getUpdates", way="hang")
    await ada.say("Hello")
    channel = Telegram(settings(api, TELEGRAM_POLL_SECONDS=0), door.door)
    async with listening(channel):
        await door.hears()


async def test_the_end_comes_at_once_and_leaves_no_task(api: BotApi, channel: Telegram) -> None:
    api.fail("setMyCommands", way="hang")
    async with listening(channel):
        await api.called("getUpdates")
        await api.called("setMyCommands")
        assert _our_tasks()
    assert not _our_tasks()


async def test_it_can_listen_again_after_it_ended(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor
) -> None:
    async with listening(channel):
        await api.called("getUpdates")
    async with listening(channel):
        await ada.say("Hello again")
        await door.hears()


async def test_each_language_has_its_menu_of_commands(api: BotApi, running: Telegram) -> None:
    await api.called("setMyCommands", 3)
    await api.bell.until(lambda: len(api.commands) == 3)
    assert api.commands["zh"]["help"] == "command-help (zh)"
    assert api.commands["en"]["tasks"] == "command-tasks (en)"
    assert api.commands[""] == api.commands["en"]
    await api.bell.until(lambda: len(api.group_commands) == 3)
    assert api.group_commands["zh"]["desk"] == "command-desk (zh)"
    assert {each["scope"]["type"] for each in api.sent("setMyCommands")} == {
        "all_private_chats",
        "all_group_chats",
    }


async def test_a_server_without_menus_is_no_failed_start(
    api: BotApi,
    channel: Telegram,
    ada: Person,
    door: FakeDoor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    api.lacks.add("setMyCommands")
    async with listening(channel):
        await ada.say("Hello")
        await door.hears()
        await api.bell.until(lambda: any("no menu" in each for each in caplog.messages) or None)


def _our_tasks() -> list[asyncio.Task[object]]:
    """Tasks that run the channel's code; the fake server's share the loop."""
    return [each for each in asyncio.all_tasks() if "bot/channels/telegram" in repr(each)]


async def test_the_house_is_told_how_a_link_opens_a_chat(api: BotApi, door: FakeDoor) -> None:
    told: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def reached(channel: str, link: str) -> None:
        await told.put((channel, link))

    channel = Telegram(settings(api), replace(door.door, reached=reached), pause=hurry)
    async with listening(channel), asyncio.timeout(30):
        way, link = await told.get()
    assert way == "telegram"
    assert link.startswith("https://t.me/")
    assert link.endswith("?start={code}")
