"""A copy of one's data: asked for, made beside all else, given once more, over after a day."""

from __future__ import annotations

from datetime import timedelta

from bot.core.people import Role
from bot.message import Address
from bot.store import exports
from bot.wiring.files import Files
from tests.keeping.conftest import Town

ADA, BEN = Address("test", "Ada", "Ada"), Address("test", "Ben", "Ben")
HOUR = timedelta(hours=1)


async def made(town: Town) -> str:
    """Ada's file, by its id."""
    await town.arrives("Ada")
    await town.asks("Ada", "export_data")
    assert town.platform.keys("Ada")[-1] == "export-started"
    await town.beat()
    return await given(town)


async def given(town: Town) -> str:
    """The id of the file that was sent last."""
    await town.settled(0)
    file = town.platform.sent["Ada"][-1].file
    assert file is not None
    return file


async def test_it_is_made_in_the_background_and_then_sent(town: Town) -> None:
    file = await made(town)
    assert town.platform.keys("Ada")[-2:] == ["export-started", "export-ready"]
    door = Files(town.store, town.now)
    found = await door.file(ADA, file)
    assert found is not None
    assert found.name.startswith("my-data-2026-03-02")
    assert found.data.startswith(b"PK")


async def test_asked_again_within_an_hour_it_is_the_same_file(town: Town) -> None:
    file = await made(town)
    town.ahead += 0.9 * HOUR
    await town.asks("Ada", "export_data")
    assert town.platform.keys("Ada")[-1] == "export-again"
    assert await given(town) == file
    town.ahead += 0.2 * HOUR
    await town.asks("Ada", "export_data")
    await town.beat()
    assert await given(town) != file


async def test_asked_again_while_it_is_made_one_file_comes(town: Town) -> None:
    await town.arrives("Ada")
    for _ in range(2):
        await town.asks("Ada", "export_data")
    assert town.platform.keys("Ada")[-1] == "export-underway"
    assert await town.beat() == 1


async def test_the_words_to_read_first_are_in_the_persons_language(town: Town) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "set_language", to="zh")
    await town.asks("Ada", "export_data")
    await town.beat()
    _, packed = await town.file()
    assert "您的全部资料" in packed.read("README.txt").decode()


async def test_while_rasa_is_away_it_waits_and_comes_whole(town: Town) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "export_data")
    town.rasa.down = True
    assert await town.beat() == 0
    town.rasa.down = False
    assert await town.beat(timedelta(seconds=2)) == 1
    told, _ = await town.file()
    assert [each["text"] for each in told["conversations"].popitem()[1]] == ["hello"]


async def test_only_whose_it_is_gets_it(town: Town) -> None:
    file = await made(town)
    await town.arrives("Ben")
    door = Files(town.store, town.now)
    token = await door.lend(ADA, file)
    assert token is not None
    assert len(token) >= 22  # 128 bits
    for who in (BEN, Address("test", "nobody", "nobody")):
        assert await door.file(who, file) is None
        assert await door.lend(who, file) is None
        assert await door.collect(who, token) is None
    assert await door.collect(ADA, token) is not None


async def test_a_token_opens_once_and_is_kept_only_as_a_hash(town: Town) -> None:
    file = await made(town)
    door = Files(town.store, town.now)
    first, token = [await door.lend(ADA, file) for _ in range(2)]
    assert first and token
    assert token not in str(await town.tables())
    assert await door.collect(ADA, first) is None, "a new token takes the place of the one before"
    assert await door.collect(ADA, token) is not None
    assert await door.collect(ADA, token) is None


async def test_it_is_over_after_a_day_and_deleted_by_the_clock(town: Town) -> None:
    file = await made(town)
    door = Files(town.store, town.now)
    token = await door.lend(ADA, file)
    town.ahead += 24 * HOUR
    assert await door.file(ADA, file) is None
    assert await door.lend(ADA, file) is None
    assert token and await door.collect(ADA, token) is None
    assert await town.beat() >= 1
    assert (await town.tables())["export"] == []


async def test_who_is_forgotten_meanwhile_gets_no_file(town: Town) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "export_data")
    await town.forgets("Ada")
    await town.beat()
    assert "export-ready" not in town.platform.keys("Ada")


async def test_of_two_that_make_it_one_does(town: Town) -> None:
    person = await town.arrives("Ada")
    async with town.store.write() as tx:
        file = await exports.ask(tx, person, town.now())
    async with town.store.write() as tx:
        assert await exports.take(tx, file, town.now())
        assert not await exports.take(tx, file, town.now())


async def test_what_staff_were_told_of_others_is_not_in_their_copy(town: Town) -> None:
    await town.arrives("Ada", Role.RESPONDER, "lighting_division")
    await town.arrives("Ben")
    place = {"text": "Oak Road 12", "lat": 36.612, "lon": 121.214, "area": "heping"}
    await town.asks("Ben", "open_ticket", category="street_light", text="so dark", place=place)
    await town.asks("Ada", "queue")
    await town.asks("Ada", "export_data")
    await town.beat()
    told, packed = await town.file()
    assert b"Oak Road" not in packed.read("my-data.json")
    about = [each["key"] for each in told["messages_out"] if each.get("about_others")]
    assert about == ["offer-responder", "queue"]
