"""One whole life in the town, searched for in every table: before, in the copy, and after."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from bot.core.people import Role
from bot.message import Address
from bot.store import desks, drafts
from bot.store.people import Newcomer, invite
from bot.store.roles import roles_of
from bot.store.tables import InvitationRow, PhotoRow
from tests.conftest import NOW
from tests.keeping.conftest import WIDE, Town, tables_with

pytestmark = pytest.mark.slow

EMPTIED = {
    *("person", "address", "role", "inbox", "outbox", "command", "photo", "export"),
    *("relay", "relay_line", "follower", "draft", "volunteer"),
}
"""Nothing of a forgotten person is left there."""

LEFT_WITHOUT = {"ticket", "ticket_event", "invitation", "desk"}
"""What happened stays, without who they are; events keep the random id that leads nowhere."""

NOBODYS = {"house", "record", "meaning"}
"""Where the bot is reached, how organisations answer, what tickets mean: no words, no ids."""

OPAQUE = {"turn", "forgotten"}
"""Hold the opaque name of a conversation until Rasa has forgotten it, too."""

ACCOUNT = "acct-7731905"
NAME = "Quintilla Brandeis"
CHAT = "a zebrafinch sang this morning"
PHONE = "138-0013-8000"
HOME = "Moonstone Court 7"
PHOTO = hashlib.sha256(b"a photo").hexdigest()
MARKS = (ACCOUNT, "Quintilla", "Brandeis", "zebrafinch", PHONE, HOME, PHOTO)


def test_every_table_is_known_here() -> None:
    """A new table: store/traces.py hands its rows out, erasing.py erases them; name it above."""
    assert set(SQLModel.metadata.tables) == EMPTIED | LEFT_WITHOUT | NOBODYS | OPAQUE


@dataclass
class Life:
    """Who it was, and the references of what they left behind."""

    town: Town
    person: str
    address: str
    lamp: str
    lunch: str
    task: str

    @property
    def ids(self) -> tuple[str, str]:
        return self.person, self.address


@pytest.fixture
async def life(town: Town) -> Life:
    """Somebody who wrote, reported, asked for help at home, was asked, helped, and was rated."""
    await town.says(ACCOUNT, CHAT, name=NAME)
    person = (await town.ids(ACCOUNT))[1]
    await town.arrives("Li", Role.RESPONDER, "lighting_division")
    await town.arrives("Zhao", Role.VOLUNTEER)
    await town.arrives("Chen", Role.COORDINATOR)
    await town.arrives("Wang")
    async with town.store.write() as tx:
        tx.add(PhotoRow(id=PHOTO, data=b"a photo", made_at=NOW))
        later = NOW + timedelta(days=300)
        for by, code in ((None, "a-code"), (person, "another")):
            row = InvitationRow(
                code_hash="", role="volunteer", by=by, made_at=NOW, expires_at=later
            )
            await invite(tx, code, row)
    await town.asks(ACCOUNT, "join_by_code", code="a-code")
    await town.asks(ACCOUNT, "set_availability", text="weekends")
    await town.asks("Chen", "people")
    await town.asks("Chen", "remove_role", role=await _role_of(town, person))
    await town.asks("Zhao", "join_by_code", code="another")
    await town.says(ACCOUNT, photo=PHOTO)
    lamp = await _lamp(town)
    lunch = await _lunch(town)
    there = {"text": "Rose Lane 3", "area": "heping"}
    asked = {"category": "meal_delivery", "text": "lunch, please", "place": there}
    task = (await town.asks("Wang", "open_ticket", **asked))["ref"]
    await _volunteers(town, task)
    bins = {"category": "garbage", "text": "bins are full", "place": there}
    await town.asks(
        ACCOUNT, "follow_ticket", ref=(await town.asks("Wang", "open_ticket", **bins))["ref"]
    )
    await _talk(town)
    async with town.store.write() as tx:
        group = Address("test", "a-group", "")
        await desks.know(tx, group, Newcomer("en", "The lamps"), person, NOW)
        await drafts.keep(tx, person, {"text": f"{NAME} took it down"}, town.now())
    await town.asks(ACCOUNT, "forget_me")
    return Life(town, person, (await town.ids(ACCOUNT))[0], lamp, lunch, task)


async def _role_of(town: Town, person: str) -> int:
    async with town.store.read() as tx:
        return (await roles_of(tx, person))[-1].id or 0


async def _lamp(town: Town) -> str:
    text = f"the lamp is out, {NAME}, {PHONE}"
    place = {"text": "Oak Road 12", "lat": 36.612, "lon": 121.214, "area": "heping"}
    told = await town.asks(
        ACCOUNT, "open_ticket", category="street_light", text=text, place=place, photos=[PHOTO]
    )
    ref = str(told["ref"])
    await town.asks("Li", "accept", ref=ref)
    await town.asks("Li", "ask_resident", ref=ref, text="which lamp, Quintilla?")
    await town.asks(ACCOUNT, "answer", ref=ref, text=f"the third, says Quintilla, {PHONE}")
    await town.asks("Li", "queue")
    await town.asks("Li", "resolve", ref=ref, text="done for Quintilla")
    await town.asks(ACCOUNT, "rate", ref=ref, solved=1, stars=4)
    return ref


async def _lunch(town: Town) -> str:
    place = {"text": HOME, "lat": 36.655, "lon": 121.255, "area": "heping"}
    text = f"lunch to {HOME} for Brandeis, {PHONE}"
    told = await town.asks(ACCOUNT, "open_ticket", category="meal_delivery", text=text, place=place)
    ref = str(told["ref"])
    await town.asks("Zhao", "list_tasks")
    await town.asks("Chen", "ask_status", ref=ref)
    await town.asks("Chen", "digest_now")
    return ref


async def _talk(town: Town) -> None:
    relay = (await town.asks(ACCOUNT, "talk_to_human", text="a zebrafinch, says Quintilla"))[
        "relay"
    ]
    await town.asks("Chen", "take_relay", relay=relay)
    await town.asks(ACCOUNT, "relay_words", relay=relay, text=f"call {PHONE} at {HOME}")
    await town.asks("Chen", "relay_words", relay=relay, text="I do, Quintilla")


async def _volunteers(town: Town, task: str) -> None:
    while (await town.ticket(task)).owner_kind != "volunteers":
        town.ahead += timedelta(minutes=1)
        staff = (await town.ticket(task)).owner or "service_desk"
        await town.become("Li", Role.RESPONDER, staff)
        await town.asks("Li", "decline", ref=task, reason="not_ours")
    await town.asks(ACCOUNT, "claim", ref=task)
    await town.asks(ACCOUNT, "ask_resident", ref=task, text="Quintilla here, which floor?")
    await town.asks("Wang", "answer", ref=task, text="the fifth; call me at 139 1111 2222")


async def test_the_copy_holds_every_row_of_the_person_and_nobody_elses_id(life: Life) -> None:
    town, before = life.town, await life.town.tables()
    await town.asks(ACCOUNT, "export_data")
    assert await town.beat() == 1
    told, packed = await town.file()
    text = json.dumps(told, ensure_ascii=False)
    for mark in (*MARKS, life.lamp, life.lunch, "Oak Road 12", "which lamp", *life.ids):
        assert mark in text, mark
    for name, rows in before.items():
        theirs = [row for row in rows if any(each in row for each in life.ids)]
        no_ids = {"photo", "forgotten", "command", "export", "invitation", *NOBODYS}
        assert theirs or name in no_ids, f"{name} has none"
    assert len(told["messages_in"]) == sum(life.address in row for row in before["inbox"]) + 1
    assert len(told["messages_out"]) > sum(life.address in row for row in before["outbox"])
    assert {each["ref"] for each in told["tickets"]} == {life.lamp, life.lunch}
    assert told["tickets"][0]["events"] and told["what_you_did_for_others"]
    assert [each["satisfied"] for each in told["tickets"] if each["ref"] == life.lamp] == [4]
    assert "a zebrafinch" in json.dumps(told["conversations"])
    assert told["tickets_you_follow"] and told["taken_down_and_not_confirmed"]
    assert told["answers_to_commands"] and told["roles"] and told["invitations"]
    assert told["volunteer"][0]["hours"] == "Sa,Su 00:00-24:00"
    assert {each["by"] for each in told["invitations"]} == {None, "you"}
    assert [each["by"] for each in told["talks_with_a_person"][0]["lines"]] == [
        "you",
        "you",
        "somebody else",
    ]
    assert told["groups"]
    assert packed.namelist() == ["README.txt", "my-data.json", f"pictures/{PHOTO}.jpg"]
    for who in ("Li", "Zhao", "Chen", "Wang"):
        assert not [each for each in await town.ids(who) if each in text]
    assert "Rose Lane" not in text


async def test_the_walk_finds_the_person_in_every_table_before(life: Life) -> None:
    await life.town.asks(ACCOUNT, "export_data")
    await life.town.beat()
    tables = await life.town.tables()
    found = set().union(*(tables_with(tables, each) for each in (*MARKS, *life.ids)))
    assert found >= EMPTIED - {"command"} | LEFT_WITHOUT | {"turn"}


async def test_nothing_of_a_forgotten_person_is_left_in_any_table(life: Life) -> None:
    town = life.town
    await town.asks(ACCOUNT, "export_data")
    await town.beat()
    await town.tap(ACCOUNT, "forget_me")
    tables = await town.tables()
    for mark in MARKS[1:]:
        used = {"ticket", "photo", "outbox"} if mark == PHOTO else set()
        assert tables_with(tables, mark) == used, mark
    # The last word went to somebody new, who is known by nothing but the account.
    assert tables_with(tables, ACCOUNT) == {"address"}
    assert sum(ACCOUNT in row for row in tables["address"]) == 1
    assert tables_with(tables, life.person) == {"ticket_event"}
    assert tables_with(tables, life.address) == OPAQUE
    assert town.rasa.trackers[life.address]
    await town.beat()
    assert life.address not in town.rasa.trackers
    await town.beat(WIDE)
    tables = await town.tables()
    assert tables_with(tables, ACCOUNT) == tables_with(tables, life.address) == set()
    assert tables_with(tables, life.person) == {"ticket_event"}
    await town.beat(WIDE)
    assert (await town.tables())["forgotten"] == []


async def test_what_others_need_stays(life: Life) -> None:
    town = life.town
    await town.tap(ACCOUNT, "forget_me")
    lamp, lunch, task = [await town.ticket(each) for each in (life.lamp, life.lunch, life.task)]
    assert (lamp.resident, lamp.place, lamp.lat) == ("forgotten", "Oak Road 12", 36.612)
    assert lamp.text == "the lamp is out, …, …"
    assert (lamp.satisfied, lamp.photos) == (4, [PHOTO])
    assert (lunch.state, lunch.text) == ("cancelled", "lunch to … for …, …")
    assert (lunch.place, lunch.lat, lunch.area) == (None, None, "heping")
    assert (task.holder, task.state, task.place) == (None, "offered", "Rose Lane 3")
    tables = await town.tables()
    assert "139 1111 2222" in str(tables["ticket_event"])
    assert "the third, says …, …" in str(tables["ticket_event"])
    assert town.platform.keys("Wang")[-1] == "ticket-back"


async def test_nothing_is_left_in_the_file_of_the_database_either(
    life: Life, tmp_path: Path
) -> None:
    town = life.town
    if not town.store.is_sqlite:
        pytest.skip("PostgreSQL's files are the operator's to vacuum")
    await town.tap(ACCOUNT, "forget_me")
    await town.beat(WIDE)
    await town.rest.aclose()
    await town.store.close()
    data = b"".join(path.read_bytes() for path in tmp_path.glob("ready.db*"))
    assert b"Rose Lane 3" in data
    assert [each for each in MARKS if each.encode() in data] == [PHOTO]
