"""What is heard of a person at the page, and what is not taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.message import Point
from tests.channels.web.guest import Guest, open_guest
from tests.web.house import House, Site

CLAIM = '/claim{"ref":"K7Q-4M2"}'
JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20


# What is heard


async def test_a_message_is_heard_with_all_its_parts(guest: Guest, house: House) -> None:
    _, told = await guest.post("/api/photo", data=JPEG)
    status = await guest.say(
        text="Here", location=[36.6, 121.2], photo=told["photo"], replyTo=7, lang="zh"
    )
    (heard,) = house.fake.heard
    assert status == 202
    assert (heard.text, heard.point, heard.photo) == ("Here", Point(36.6, 121.2), told["photo"])
    assert (heard.reply_to, heard.language) == ("7", "zh")


async def test_a_language_that_is_not_spoken_is_not_heard(guest: Guest, house: House) -> None:
    await guest.say(text="Hola", lang="es")
    assert house.fake.heard[0].language is None


async def test_characters_that_no_database_takes_are_left_out(guest: Guest, house: House) -> None:
    await guest.say(text=" a\x00b\x1b\n\tc ")
    assert house.fake.heard[0].text == "ab\n\tc"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"text": " \n"},
        {"id": "", "text": "Hello"},
        {"id": "a:b:c:d", "text": "Hello"},
        {"tap": "claim"},
        {"tap": "/claim{broken"},
        {"tap": CLAIM, "text": "and words"},
        {"location": [91, 0]},
        {"location": [0, 181]},
        {"location": ["here", "there"]},
        {"location": [1]},
        {"photo": "../../etc/passwd"},
        {"photo": "unknown"},
        {"text": "Hello", "replyTo": -1},
        {"text": "Hello", "flaw": "other"},
        {"text": "Hello", "sender": "somebody"},
        {"text": 7},
    ],
    ids=str,
)
async def test_what_is_not_as_agreed_is_not_heard(
    guest: Guest, house: House, message: dict[str, Any]
) -> None:
    assert await guest.say(**message) == 400
    assert house.fake.asked == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"text": "\\ud800", "id": "abcdef"}'])
async def test_what_is_no_json_is_not_heard(guest: Guest, house: House, body: bytes) -> None:
    status, _ = await guest.post("/api/say", data=body)
    assert status == 400
    assert house.fake.asked == []


async def test_a_text_too_long_is_refused_with_a_sentence(guest: Guest) -> None:
    assert await guest.say(text="长" * 4000) == 202
    status, told = await guest.post("/api/say?lang=zh", id="abcdef", text="长" * 4001)
    assert (status, told["text"]) == (413, "page-too-long (zh)")


async def test_a_message_is_not_taken_before_it_is_kept(guest: Guest, house: House) -> None:
    with house.fake.hold():
        saying = asyncio.create_task(guest.say(text="Hello"))
        await house.fake.is_asked()
        for _ in range(5):  # Others come and go meanwhile.
            await guest.get("/api/history")
        assert not saying.done()
    assert await saying == 202


async def test_a_message_that_was_not_kept_can_be_sent_again(guest: Guest, house: House) -> None:
    house.fake.fail()
    assert await guest.say(id="abcdef", text="Hello") == 500
    assert await guest.say(id="abcdef", text="Hello") == 202
    assert await guest.say(id="abcdef", text="Hello") == 202
    assert [each.text for each in house.fake.heard] == ["Hello"]


async def test_the_same_id_of_two_people_is_two_messages(site: Site, house: House) -> None:
    for text in ("one", "two"):
        async with open_guest(site.url) as somebody:
            await somebody.say(id="abcdef", text=text)
    assert [each.text for each in house.fake.heard] == ["one", "two"]


# Pictures


async def test_a_picture_is_seen_by_who_sent_it_alone(guest: Guest, site: Site) -> None:
    _, told = await guest.post("/api/photo", data=JPEG)
    await guest.say(photo=told["photo"])
    path = f"/api/photo/{told['photo']}"
    async with guest.http.get(path) as answer:
        assert await answer.read() == JPEG
        assert answer.content_type == "image/jpeg"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        etag = answer.headers["ETag"]
    async with guest.http.get(path, headers={"If-None-Match": etag}) as again:
        assert again.status == 304
    async with (
        open_guest(site.url) as other,
        other.http.get(path, headers={"If-None-Match": etag}) as refused,
    ):
        assert refused.status == 404


async def test_a_picture_that_cannot_be_read_is_refused_in_the_persons_language(
    guest: Guest,
) -> None:
    status, told = await guest.post("/api/photo?lang=zh", data=b"no picture")
    assert (status, told) == (422, {"key": "bad-photo", "text": "bad-photo (zh)"})


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_picture_too_large_is_refused(guest: Guest, house: House, chunked: bool) -> None:
    size = 10 * 1024 * 1024 + 1

    async def stream() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield bytes(1024 * 1024)

    data = stream() if chunked else BytesIO(bytes(size))
    status, told = await guest.post("/api/photo", data=data)
    assert (status, told["key"]) == (413, "photo-too-large")
    assert house.fake.photos == {}


# Invitations


async def test_opening_an_invitation_changes_nothing_by_itself(site: Site, house: House) -> None:
    async with ClientSession(site.url) as http:
        async with http.get("/join/abc_D-9", allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/#join=abc_D-9")
            assert "Set-Cookie" not in answer.headers
        async with http.get("/join/a%22b", allow_redirects=False) as answer:
            assert answer.headers["Location"] == "/"
    assert house.fake.asked == []
