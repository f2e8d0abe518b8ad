"""How long things are kept, by the city's word: what is older goes, what is in use stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.core.people import Role
from bot.keeping import Keeping
from bot.signals import Signals
from bot.store.tables import PhotoRow
from bot.voice import Voice
from tests.conftest import NOW
from tests.keeping.conftest import Town, tables_with

pytestmark = pytest.mark.slow

DAY = timedelta(days=1)
PHOTO, OTHER = "a" * 64, "b" * 64


async def photo(town: Town, name: str = PHOTO) -> str:
    """A picture that was sent."""
    async with town.store.write() as tx:
        tx.add(PhotoRow(id=name, data=b"a photo", made_at=NOW))
    return name


async def lamp(town: Town, **more: Any) -> str:
    """A ticket of Ada's."""
    given = {"category": "street_light", "text": "it is dark", **more}
    return str((await town.asks("Ada", "open_ticket", **given))["ref"])


async def photos(town: Town) -> int:
    """How many pictures are kept."""
    return len((await town.tables())["photo"])


async def test_messages_and_what_was_answered_go_after_their_time(town: Town) -> None:
    kept = town.city.retention["messages"]
    await town.says("Ada", "an old zebrafinch")
    ref = await lamp(town)
    await town.beat(kept - DAY)
    assert {"inbox", "outbox"} <= tables_with(await town.tables(), "zebrafinch")
    await town.says("Ada", "a young magpie")
    await town.beat(2 * DAY)
    tables = await town.tables()
    assert tables_with(tables, "zebrafinch") == set()
    assert {"inbox", "outbox"} <= tables_with(tables, "magpie")
    assert len(tables["command"]) == 1
    assert (await town.ticket(ref)).text == "it is dark"


async def test_a_message_that_waits_for_its_answer_is_not_old(town: Town) -> None:
    town.rasa.down = True
    await town.rest.aclose()
    await town.hear("Ada", "zebrafinch")
    await town.beat(town.city.retention["messages"] + DAY)
    assert tables_with(await town.tables(), "zebrafinch") == {"inbox"}


async def test_rasa_lets_go_of_what_is_as_old(town: Town) -> None:
    await town.says("Ada", "zebrafinch")
    await town.beat(town.city.retention["messages"] - DAY)
    assert town.rasa.trackers
    await town.beat(2 * DAY)
    assert town.rasa.trackers == {}


async def test_a_picture_stays_for_its_time_after_the_ticket_ended(town: Town) -> None:
    kept = town.city.retention["photos"]
    await town.arrives("Ada")
    ref = await lamp(town, photos=[await photo(town)])
    await town.beat(kept + DAY)
    assert await photos(town) == 1, "the ticket is open"
    await town.asks("Ada", "cancel_ticket", ref=ref)
    await town.beat(kept - DAY)
    assert await photos(town) == 1
    await town.beat(2 * DAY)
    assert await photos(town) == 0
    ticket = await town.ticket(ref)
    assert (ticket.photos, ticket.state) == ([], "cancelled")


async def test_a_picture_that_nothing_uses_goes_with_the_messages(town: Town) -> None:
    await town.arrives("Ada")
    await lamp(town, photos=[await photo(town)])
    await photo(town, OTHER)
    await town.beat(town.city.retention["messages"] - DAY)
    assert await photos(town) == 2
    await town.beat(2 * DAY)
    await town.beat(DAY)
    assert tables_with(await town.tables(), OTHER) == set()
    assert await photos(town) == 1


async def test_who_is_long_away_is_forgotten_unless_a_ticket_is_open(town: Town) -> None:
    kept = town.city.retention["people"]
    ada, ben = await town.arrives("Ada"), await town.arrives("Ben")
    ref = await lamp(town)
    await town.beat(kept + DAY)
    tables = await town.tables()
    assert tables_with(tables, ben) == set()
    assert "person" in tables_with(tables, ada)
    await town.asks("Ada", "cancel_ticket", ref=ref)
    await town.beat(DAY)
    assert (await town.ticket(ref)).resident == "forgotten"
    assert tables_with(await town.tables(), ada) == {"ticket_event"}


async def test_who_wrote_lately_stays(town: Town) -> None:
    ada = await town.arrives("Ada")
    town.ahead += town.city.retention["people"] - DAY
    await town.says("Ada", "still here")
    await town.beat(2 * DAY)
    assert "person" in tables_with(await town.tables(), ada)


async def test_what_somebody_long_away_held_goes_on(town: Town) -> None:
    await town.arrives("Li", Role.RESPONDER, "lighting_division")
    await town.arrives("Ada")
    place = {"text": "Oak Road 12", "lat": 36.612, "lon": 121.214, "area": "heping"}
    ref = await lamp(town, place=place)
    await town.asks("Li", "accept", ref=ref)
    await town.beat(town.city.retention["people"] + DAY)
    assert (await town.ticket(ref)).holder is None
    assert (await town.ticket(ref)).state in ("offered", "triage")


async def test_many_go_in_small_batches_until_none_is_left(town: Town) -> None:
    for number in range(25):
        await town.hear(f"p{number}", "hello")
    await town.settled(25)
    town.ahead += town.city.retention["people"] + DAY
    await town.keeping.beat()
    assert 0 < len((await town.tables())["person"]) < 25
    await town.beat()
    assert (await town.tables())["person"] == []


async def test_two_that_keep_do_no_harm_and_a_second_look_does_nothing(town: Town) -> None:
    await town.arrives("Ada")
    voice = Voice(town.city.name, town.city.zone, town.city.languages)
    speaks = (town.city, voice)
    other = Keeping(town.store, speaks, town.keeping._files._dialogue, Signals(), town.now)
    await town.beat(town.city.retention["people"] + DAY)
    assert await other.beat() == 0
    assert (await town.tables())["person"] == []
