"""A file reaches the person as a document, with its words."""

from __future__ import annotations

import pytest

from bot.channels.telegram import Telegram
from bot.errors import Rejected
from bot.message import Address, File
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

FILE = "f1"


@pytest.fixture(autouse=True)
def file(door: FakeDoor, to: Address) -> None:
    """A file of the person's."""
    door.files[to, FILE] = File("my-data.zip", b"PK and more")


async def test_it_is_a_document_with_the_words_below(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    sent = await channel.send(to, door.shown("Here it is", [("Help", "/help")], file=FILE))
    (seen,) = ada.screen
    assert (seen.text, seen.photo, seen.buttons) == ("Here it is", b"PK and more", [["Help"]])
    assert sent == f"70:{seen.id}"
    assert api.sent("sendMessage") == []


async def test_words_that_do_not_fit_below_it_come_before(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("word " * 500, file=FILE))
    *before, last = ada.screen
    assert [each.photo for each in before] == [None] * len(before)
    assert before and last.photo == b"PK and more"
    assert sum(each.text.count("word") for each in ada.screen) == 500


async def test_a_file_that_is_over_leaves_the_words(
    channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    await channel.send(to, door.shown("Here it is", file="gone"))
    assert [(each.text, each.photo) for each in ada.screen] == [("Here it is", None)]


async def test_a_file_that_telegram_does_not_take_is_not_left_out_in_silence(
    api: BotApi, channel: Telegram, ada: Person, door: FakeDoor, to: Address
) -> None:
    api.fail("sendDocument", 400, description="Bad Request: file is too big")
    with pytest.raises(Rejected):
        await channel.send(to, door.shown("Here it is", file=FILE))
    assert ada.screen == []
