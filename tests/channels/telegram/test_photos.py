"""Pictures: which one is fetched, and what happens when it does not come."""

from __future__ import annotations

import pytest

from bot.channels.telegram import Telegram
from tests.fakes.bot_api import BotApi, Person
from tests.fakes.door import FakeDoor

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20
PNG = b"\x89PNG\r\n\x1a\n" + b"a picture" * 20


async def test_an_image_that_came_as_a_file_is_a_picture(
    running: Telegram, ada: Person, door: FakeDoor
) -> None:
    await ada.document(PNG, "image/png", "lamp.png")
    (heard,) = await door.hears()
    assert heard.photo is not None
    assert door.photos[heard.photo] == PNG


async def test_a_picture_that_fails_to_come_is_asked_for_again(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    api.fail("getFile", 500)
    api.fail("file", way="drop")
    await ada.photo(JPEG)
    (heard,) = await door.hears()
    assert heard.photo
    assert heard.flaw is None


@pytest.mark.parametrize("where", ["getFile", "file"])
@pytest.mark.parametrize("code", [401, 404, 429, 500, 502])
async def test_a_picture_that_never_comes_is_a_flaw_and_the_words_stay(
    *, api: BotApi, running: Telegram, ada: Person, door: FakeDoor, where: str, code: int
) -> None:
    api.fail(where, code, times=3, retry_after=1 if code == 429 else None)
    await ada.photo(JPEG, "Look at this")
    (heard,) = await door.hears()
    assert (heard.photo, heard.flaw, heard.text) == (None, "photo-lost", "Look at this")
    await api.confirms(1)


async def test_nothing_is_acknowledged_while_a_picture_is_asked_for(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    api.fail("getFile", way="hang")
    await ada.photo(JPEG)
    await api.called("getFile")
    assert api.updates.confirmed == []
    api.heal()
    await api.confirms(1)
    assert door.heard[0].photo


async def test_a_picture_that_telegram_finds_too_big_is_a_flaw(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    api.fail("getFile", 400, description="Bad Request: file is too big")
    await ada.photo(JPEG)
    (heard,) = await door.hears()
    assert heard.flaw == "photo-too-large"


async def test_a_picture_that_we_find_too_big_is_not_fetched(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    await ada.document(PNG + bytes(11 * 1024 * 1024), "image/png", "lamp.png")
    (heard,) = await door.hears()
    assert heard.flaw == "photo-too-large"
    assert api.sent("getFile") == []


async def test_a_picture_whose_size_is_told_only_by_the_file_is_not_fetched_either(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    told = api.files.add(PNG + bytes(11 * 1024 * 1024))
    del told["file_size"]
    ada.sends({"document": {**told, "mime_type": "image/png", "file_name": "lamp.png"}})
    (heard,) = await door.hears()
    assert heard.flaw == "photo-too-large"


async def test_a_database_that_does_not_take_a_picture_is_asked_again(
    api: BotApi, running: Telegram, ada: Person, door: FakeDoor
) -> None:
    door.fail(2, "keep_photo")
    await ada.photo(JPEG)
    await api.confirms(1)
    assert [bool(each.photo) for each in door.heard] == [True]
