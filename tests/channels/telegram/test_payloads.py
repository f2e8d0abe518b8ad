"""Each recorded payload, and what is heard of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram.groups import Me
from bot.channels.telegram.hearing import Reading, parse, read
from bot.channels.telegram.pictures import Picture
from bot.message import Address, Point
from tests.fakes.bot_api import BotApi
from tests.fakes.bot_api.server import BOT_ID

PAYLOADS = {each.stem: json.loads(each.read_text("utf-8"))
            for each in Path(__file__).parent.joinpath("payloads").glob("*.json")}  # fmt: skip

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

ME = Me(BOT_ID, "manyhands_bot")

CLAIM = '/claim{"ref":"K7Q-4M2"}'

ACCEPT = '/accept{"ref":"K7Q-4M2"}'

LARGEST = Picture("AgACAgIAAxkBAAIHyZxk", 172033)

HEARD: dict[str, dict[str, Any]] = {
    "text": {"text": "The street light outside 12 Willow Road is out"},
    "text_chinese": {"text": "小区门口的路灯坏了，晚上很黑🌃"},
    "start_link": {"text": "/start invite-Zm9v"},
    "typed_payload": {"text": CLAIM},
    "forwarded_text": {"text": "No water in building 4 since morning"},
    "location": {"point": Point(31.230416, 121.473701)},
    "live_location": {"point": Point(31.230416, 121.473701)},
    "venue": {"point": Point(31.2245, 121.4691)},
    "photo": {"picture": LARGEST},
    "photo_caption": {"text": "This manhole has no cover!", "picture": LARGEST},
    "photo_in_album": {"text": "one of two", "picture": LARGEST},
    "photo_huge": {"picture": LARGEST},
    "image_document": {"text": "the original", "picture": Picture("BQACAgIAAxkBAAIIdoc", 2401221)},
    "image_document_huge": {"picture": Picture("BQACAgIAAxkBAAIIbig", 15000000)},
    "document": {"text": "my letter", "flaw": "unsupported"},
    "gif": {"flaw": "unsupported"},
    "voice": {"flaw": "unsupported"},
    "sticker": {"flaw": "unsupported"},
    "video": {"text": "water everywhere", "flaw": "unsupported"},
    "video_note": {"flaw": "unsupported"},
    "contact": {"flaw": "no-contact"},
    "poll_message": {"flaw": "unsupported"},
    "reply_to_us": {"text": "The third", "reply_to": "514203377:2011"},
    "reply_to_what_the_library_cannot_read": {"text": "The third", "reply_to": "514203377:2011"},
    "reply_to_oneself": {"text": "I mean the one on the left"},
    "tap": {"tap": CLAIM, "reply_to": "514203377:2012"},
    "tap_on_old_message": {"tap": CLAIM, "reply_to": "514203377:2012"},
    "start_link_of_a_lamp": {"text": "/start at_oak_road"},
    "edited_message": {"text": "The street light outside 14 Willow Road is out"},
    "edited_caption": {"text": "This manhole on Oak Road has no cover!"},
    "edited_in_group_for_us": {"text": "the lift in block 12 is broken"},
    "group_message": {"text": "the lift is broken"},
    "group_mention_inside": {"text": "电梯坏了 帮忙看看"},
    "group_only_mention": {},
    "group_reply_to_us": {"text": "第三栋", "reply_to": "-1001890334455:2088"},
    "thread_of_replies": {"text": "building 3", "reply_to": "-1001890334455:2088"},
    "group_command": {"text": "/desk"},
    "group_command_for_us": {"text": "/status@manyhands_bot"},
    "group_start_link": {"text": "/start@manyhands_bot Zm9vYmFy"},
    "topic_message": {"text": "which tickets are late?"},
    "group_photo_for_us": {"text": "this lamp", "picture": LARGEST},
    "group_pin_for_us": {
        "point": Point(31.230416, 121.473701),
        "reply_to": "-1001890334455:2088",
    },
    "tap_in_group": {"tap": CLAIM, "reply_to": "-1001890334455:2012"},
    "tap_in_topic": {"tap": ACCEPT, "reply_to": "-1002003004005:2150"},
    "tap_in_group_on_old_message": {"tap": ACCEPT, "reply_to": "-1001890334455:2151"},
    "bot_added": {"news": "joined"},
    "bot_added_to_basic_group": {"news": "joined"},
    "bot_removed": {"news": "shut"},
    "bot_muted": {"news": "shut"},
    "bot_unmuted": {"news": "joined"},
    "group_moved": {"news": "moved -1002471352452"},
    "group_left": {"news": "left"},
}
"""What is heard; everything else of `text`, `point`, `tap`, `reply_to`, `flaw`, `news` is empty."""

LEFT = {
    "tap_on_spent_button", "tap_without_message", "tap_on_game", "tap_in_channel",
    "tap_in_group_on_spent_button", "edited_live_location", "edited_in_group", "channel_post",
    "group_photo", "group_joined", "group_talk", "group_mention_of_another",
    "group_reply_to_another", "group_command_for_another", "group_command_unknown",
    "group_sticker_for_us", "group_left_by_us", "group_anonymous_admin", "group_came_from",
    "bot_promoted",
    "bot_made_admin_of_channel", "from_another_bot", "pinned", "timer_changed", "blocked",
    "unblocked", "poll_update", "reaction",
}  # fmt: skip
"""Known, and left alone without a word."""

STRANGE = {"unknown_update", "unknown_message", "broken_message"}
"""Not understood, and logged."""


def reading(name: str) -> Reading:
    """A payload, read."""
    return read(parse(PAYLOADS[name]), ME, NOW)


def test_every_payload_has_its_expectation() -> None:
    assert len(PAYLOADS) > 40
    assert set(PAYLOADS) == {*HEARD, *LEFT, *STRANGE}


@pytest.mark.parametrize("name", HEARD)
def test_a_payload_is_heard(name: str) -> None:
    found, wanted = reading(name), HEARD[name]
    assert found.heard is not None
    for field in ("point", "tap", "reply_to", "flaw", "news"):
        assert getattr(found.heard, field) == wanted.get(field), field
    assert found.heard.text == wanted.get("text", "")
    assert found.picture == wanted.get("picture")


@pytest.mark.parametrize("name", sorted(LEFT))
def test_a_payload_that_is_not_for_us_is_left_alone(name: str) -> None:
    found = reading(name)
    assert (found.heard, found.picture, found.unknown) == (None, None, ())


def test_a_message_tells_who_where_and_when() -> None:
    heard = reading("text_chinese").heard
    assert heard is not None
    assert heard.address == Address("telegram", "5830011942", "5830011942")
    assert (heard.name, heard.language) == ("王秀英", "zh-hans")
    assert heard.message_id == f"5830011942:{PAYLOADS['text_chinese']['message']['message_id']}"
    assert heard.at.timestamp() == PAYLOADS["text_chinese"]["message"]["date"]
    assert heard.at.tzinfo is not None


def test_no_more_of_a_name_is_heard_than_the_first() -> None:
    heard = reading("text").heard
    assert heard is not None
    assert heard.name == "Ada"
    assert "Okafor" not in repr(heard)


def test_a_tap_has_the_id_that_telegram_gave_it_and_the_time_it_came() -> None:
    heard = reading("tap").heard
    assert heard is not None
    assert (heard.message_id, heard.at) == ("4382556677889900112", NOW)


def test_what_a_database_cannot_keep_is_not_heard() -> None:
    payload = json.loads(json.dumps(PAYLOADS["text"]))
    payload["message"]["text"] = "a\x00b\ud83dc"
    heard = read(parse(payload), ME, NOW).heard
    assert heard is not None
    assert heard.text == "abc"


@pytest.mark.parametrize(
    ("name", "conversation"),
    [
        ("group_message", "-1001890334455"),
        ("thread_of_replies", "-1001890334455"),
        ("topic_message", "-1002003004005/17"),
        ("tap_in_topic", "-1002003004005/17"),
        ("bot_added", "-1001890334455"),
    ],
)
def test_a_group_and_each_topic_is_a_conversation_that_others_read(
    name: str, conversation: str
) -> None:
    heard = reading(name).heard
    assert heard is not None
    assert heard.address == Address("telegram", conversation, "514203377")
    assert heard.group in ("Block 12 neighbours", "Lighting Division")


def test_alone_with_the_bot_nobody_reads_along() -> None:
    heard = reading("text").heard
    assert heard is not None
    assert heard.group is None


def test_an_edit_names_the_message_that_it_changes_and_is_one_itself() -> None:
    heard = reading("edited_message").heard
    assert heard is not None
    assert (heard.edits, heard.message_id) == ("514203377:2067", "514203377:2067:1764019000")


def test_a_photo_of_an_album_names_it() -> None:
    heard = reading("photo_in_album").heard
    assert heard is not None
    assert heard.album == "13840211937755"


def test_of_a_contact_card_nothing_is_heard_but_that_it_came() -> None:
    heard = reading("contact").heard
    assert "15550100" in json.dumps(PAYLOADS["contact"])
    assert "15550100" not in repr(heard)
    assert "Janitor" not in repr(heard)


async def test_every_payload_is_acknowledged_and_the_strange_ones_are_logged(
    api: BotApi, running: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    for payload in PAYLOADS.values():
        api.updates.repeat(payload)
    await api.confirms(len(PAYLOADS))
    strange = [each for each in caplog.messages if "not understood" in each]
    assert len(strange) == len(STRANGE)
    assert "hologram" in "".join(strange)
