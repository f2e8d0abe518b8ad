"""The fake door keeps the contract of the real one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import BadPhoto
from bot.message import Address, Heard
from tests.fakes.door import DatabaseDown, FakeDoor

ADA = Address("test", "1", "1")
BEN = Address("test", "2", "2")

HELLO = Heard(ADA, "m1", datetime(2026, 3, 1, tzinfo=UTC), "Hello")

JPEG = b"\xff\xd8\xff\xe0" + b"a picture"


@pytest.fixture
def fake(tmp_path: Path) -> FakeDoor:
    """A door."""
    return FakeDoor(tmp_path)


async def test_a_message_that_comes_twice_is_one_message(fake: FakeDoor) -> None:
    first = await fake.door.hear(HELLO)
    second = await fake.door.hear(replace(HELLO, message_id="m2"))
    assert await fake.door.hear(replace(HELLO, text="other words")) == first
    assert second != first
    assert [each.message_id for each in fake.heard] == ["m1", "m2"]
    assert len(fake.asked) == 3


async def test_an_id_is_unique_only_within_its_channel(fake: FakeDoor) -> None:
    await fake.door.hear(HELLO)
    await fake.door.hear(replace(HELLO, address=Address("other", "1", "1")))
    assert len(fake.heard) == 2


async def test_nothing_is_committed_while_it_is_held(fake: FakeDoor) -> None:
    with fake.hold():
        hearing = asyncio.ensure_future(fake.door.hear(HELLO))
        await fake.is_asked()
        assert fake.heard == []
    assert await hearing == 1


async def test_it_fails_as_often_as_it_was_told(fake: FakeDoor) -> None:
    fake.fail(times=2)
    for _ in range(2):
        with pytest.raises(DatabaseDown):
            await fake.door.hear(HELLO)
    assert await fake.door.hear(HELLO) == 1


async def test_a_picture_is_kept_under_the_same_id_each_time(fake: FakeDoor) -> None:
    name = await fake.door.keep_photo(JPEG)
    assert await fake.door.keep_photo(JPEG) == name
    assert await fake.door.photo(name) == JPEG
    assert await fake.door.photo("nonsense") is None


@pytest.mark.parametrize(
    ("data", "key"), [(b"nonsense", "bad-photo"), (JPEG + bytes(11_000_000), "photo-too-large")]
)
async def test_what_is_no_picture_is_not_kept(fake: FakeDoor, data: bytes, key: str) -> None:
    with pytest.raises(BadPhoto) as bad:
        await fake.door.keep_photo(data)
    assert bad.value.key == key


async def test_each_address_is_told_only_its_own(fake: FakeDoor) -> None:
    first = fake.lay(ADA, fake.shown("one"))
    second = fake.lay(ADA, fake.shown("two"))
    fake.lay(BEN, fake.shown("three"))
    assert list(await fake.door.said(ADA, 0)) == [first, second]
    assert list(await fake.door.said(ADA, first.id)) == [second]
    await fake.door.hear(HELLO)
    assert list(await fake.door.history(ADA, 2)) == [second, HELLO]
    assert list(await fake.door.history(ADA, 0)) == []


async def test_news_wakes_who_waits_and_nobody_waits_forever(fake: FakeDoor) -> None:
    waiting = asyncio.ensure_future(fake.door.changed(ADA, 60))
    await asyncio.sleep(0)
    fake.lay(ADA, fake.shown("one"))
    await waiting
    await fake.door.changed(ADA, 0)


async def test_a_photo_is_seen_by_who_sent_it_and_who_it_was_sent_to(fake: FakeDoor) -> None:
    name = await fake.door.keep_photo(JPEG)
    await fake.door.hear(replace(HELLO, photo=name))
    assert await fake.door.may_see_photo(ADA, name)
    assert not await fake.door.may_see_photo(BEN, name)
    fake.lay(BEN, fake.shown("Look", photo=name))
    assert await fake.door.may_see_photo(BEN, name)


async def test_a_message_is_answered_once_that_is_said(fake: FakeDoor) -> None:
    fake.answers_at_once = False
    inbox = await fake.door.hear(HELLO)
    assert not await fake.door.answered(inbox)
    fake.answer(inbox)
    assert await fake.door.answered(inbox)


async def test_a_message_counts_as_answered_unless_a_test_wants_to_say_when(
    fake: FakeDoor,
) -> None:
    assert not await fake.door.answered(1)
    assert await fake.door.answered(await fake.door.hear(HELLO))
