"""What a person sees of a message."""

from __future__ import annotations

import pytest

from bot.channels.telegram import Telegram
from bot.errors import TryLater
from bot.message import Address
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20

ROW = [("I take it", '/claim{"ref":"K7Q-4M2"}'), ("Not now", "/list_tasks")]


async def test_a_text_is_plain_and_previews_nothing(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("*not bold* <b>https://example.org</b>"))
    (asked,) = api.sent("sendMessage")
    assert "parse_mode" not in asked
    assert asked["link_preview_options"] == {"is_disabled": True}
    assert ada.screen[0].text == "*not bold* <b>https://example.org</b>"


async def test_the_id_of_a_sent_message_is_the_one_that_answers_name(
    running: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    sent = await running.send(to, door.shown("A task", ROW))
    assert sent == f"70:{ada.screen[0].id}"
    await ada.tap("I take it")
    await ada.reply("A task", "Which lamp?")
    assert [each.reply_to for each in await door.hears(2)] == [sent, sent]


async def test_buttons_stand_in_their_rows_and_are_cut_to_fit(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    long = "A very long label that nobody could ever read on the button of a small phone"
    await channel.send(to, door.shown("Choose", ROW, [(long, "/help")]))
    first, second = ada.screen[0].buttons
    assert first == ["I take it", "Not now"]
    assert len(second[0]) <= 48
    assert second[0].endswith("…")


async def test_markup_that_telegram_refuses_is_left_out_and_logged(
    channel: Telegram,
    ada: Person,
    door: FakeDoor,
    to: Address,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown = door.shown("Choose", [("Too much", "/x" * 40)])
    assert await channel.send(to, shown)
    assert (ada.screen[0].text, ada.screen[0].buttons) == ("Choose", [])
    assert "BUTTON_DATA_INVALID" in caplog.text.upper()


async def test_a_question_for_a_place_brings_the_keyboard_for_it(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("Where is it?", ask="place", language="zh"))
    assert ada.keyboard == ["tap-share-place (zh)"]
    assert [each.text for each in ada.screen] == ["Where is it?"]


async def test_a_question_with_buttons_keeps_them_and_brings_the_keyboard_below(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    sent = await channel.send(to, door.shown("Where is it?", ROW, ask="place"))
    question, below = ada.screen
    assert question.buttons == [["I take it", "Not now"]]
    assert below.text == "↓ tap-share-place (en)"
    assert ada.keyboard == ["tap-share-place (en)"]
    assert sent == f"70:{question.id}"


async def test_the_keyboard_for_a_place_goes_with_the_next_message(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("Where is it?", ask="place"))
    await channel.send(to, door.shown("Thank you"))
    assert ada.keyboard == []


async def test_the_keyboard_goes_also_when_the_next_message_has_buttons(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("Where is it?", ask="place"))
    await channel.send(to, door.shown("Your ticket is open", ROW))
    assert ada.keyboard == []
    assert [each.text for each in ada.screen] == ["Where is it?", "Your ticket is open"]
    assert ada.screen[1].buttons


async def test_a_keyboard_that_cannot_be_taken_away_holds_nothing_up(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("Where is it?", ask="place"))
    api.fail("sendMessage", 500)
    await channel.send(to, door.shown("Your ticket is open", ROW))
    assert [each.text for each in ada.screen] == ["Where is it?", "Your ticket is open"]


async def test_a_photo_goes_with_its_words_and_buttons(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    photo = await door.door.keep_photo(JPEG)
    await channel.send(to, door.shown("The lamp", ROW, photo=photo))
    (seen,) = ada.screen
    assert (seen.photo, seen.text) == (JPEG, "The lamp")
    assert seen.buttons == [["I take it", "Not now"]]


async def test_many_words_follow_the_photo_that_cannot_hold_them(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    photo = await door.door.keep_photo(JPEG)
    sent = await channel.send(to, door.shown("words " * 200, ROW, photo=photo))
    picture, words = ada.screen
    assert (picture.photo, picture.text, picture.buttons) == (JPEG, "", [])
    assert words.text == ("words " * 200).strip()
    assert words.buttons
    assert sent == f"70:{words.id}"


@pytest.mark.parametrize("words", ["The lamp", "words " * 200])
async def test_words_are_sent_without_a_photo_that_telegram_refuses(
    *, api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address, words: str
) -> None:
    photo = await door.door.keep_photo(JPEG)
    api.fail("sendPhoto", 400, description="Bad Request: PHOTO_INVALID_DIMENSIONS")
    await channel.send(to, door.shown(words, ROW, photo=photo))
    (seen,) = ada.screen
    assert (seen.photo, seen.text) == (None, words.strip())
    assert seen.buttons


async def test_words_are_sent_when_the_photo_is_no_longer_kept(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("The lamp", photo="forgotten"))
    assert [each.text for each in ada.screen] == ["The lamp"]


async def test_a_long_text_comes_in_pieces_with_the_buttons_below_the_last(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    lines = [f"{number}. A line of a digest" for number in range(400)]
    await channel.send(to, door.shown("\n".join(lines), ROW))
    seen = ada.screen
    assert len(seen) == 3
    assert "\n".join(each.text for each in seen).split("\n") == lines
    assert [bool(each.buttons) for each in seen] == [False, False, True]


async def test_pieces_that_were_sent_are_not_sent_again(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    lines = [f"{number}. A line of a digest" for number in range(400)]
    shown = door.shown("\n".join(lines))
    await channel.send(to, door.shown("before"))
    api.fail("sendMessage", 500, after=1)
    with pytest.raises(TryLater):
        await channel.send(to, shown)
    await channel.send(to, shown)
    seen = [each.text for each in ada.screen][1:]
    assert "\n".join(seen).split("\n") == lines
