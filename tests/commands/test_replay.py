"""An operator tries a changed ladder on past tickets, and nothing is written."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.city import City
from bot.commands.replay import Wish, compare, lines
from bot.core.people import Role
from bot.core.tickets import Ticket
from bot.errors import Faults
from bot.settings import ROOT
from bot.store import Store, tickets
from tests.conftest import NOW
from tests.desk.conftest import PLACE, Desk

SINCE, UNTIL = "2026-03-01", "2026-03-05"
LIGHT = "categories/street_light.toml"
FIRST = '[[ladder]]\nto = "government"\n'
NEIGHBOURS = f'[[ladder]]\nto = "volunteers"\nanswer = "2h"\n\n{FIRST}'

Change = Callable[[str, str, str], Path]


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of its own, with nothing set but where it stands."""
    for name in ("DATABASE_URL", "REDIS_URL", "MANYHANDS_PUBLIC_URL", "MANYHANDS_CITY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MANYHANDS_VAR", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk(store: Store, city: City) -> Desk:
    """A desk whose people live in one community."""
    PLACE["area"] = "heping"
    return Desk(store, city)


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """A copy of the sample city with one thing changed."""

    def changed(name: str, before: str, after: str) -> Path:
        folder = tmp_path / "changed"
        shutil.copytree(ROOT / "city", folder)
        text = (folder / name).read_text("utf-8")
        assert text.count(before) == 1
        (folder / name).write_text(text.replace(before, after), "utf-8")
        return folder

    return changed


async def lived(desk: Desk) -> None:
    """Three lamps: one solved, one that nobody took in time, one called off."""
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    await desk.person("Anne", Role.VOLUNTEER)
    done, missed, undone = [await desk.open(resident) for _ in range(3)]
    await desk.ask(resident, "undo", ref=undone)
    desk.now += timedelta(hours=1)
    await desk.ask(staff, "resolve", ref=done)
    await desk.ask(resident, "rate", ref=done, solved=1)
    await desk.wait(timedelta(hours=4))
    assert (await desk.ticket(missed)).owner == "service_desk"


async def told(desk: Desk, wish: Wish) -> dict[str, Any]:
    """What is compared, out of a desk's database, in which nothing changes by it."""
    before = await kept(desk)
    found = await compare(desk.store, desk.city, wish)
    assert await kept(desk) == before
    return found


async def kept(desk: Desk) -> list[Ticket]:
    async with desk.store.read() as tx:
        return await tickets.every(tx)


async def test_a_changed_ladder_shows_what_would_move(desk: Desk, change: Change) -> None:
    await lived(desk)
    wish = Wish(SINCE, UNTIL, change(LIGHT, FIRST, NEIGHBOURS))
    found = await told(desk, wish)
    assert (found["tickets"], found["left_out"], found["moved"]) == (2, 1, 2)
    assert found["changes"] == [
        {
            "category": "street_light",
            "before": "lighting_division",
            "after": "volunteers",
            "tickets": 2,
        }
    ]
    assert found["first_hands"] == {"known": 2, "as_replayed": 2}
    assert found["really"]["without_government"] == 0
    assert found["really"]["hops"] == {"1": 1, "2": 1}
    assert found["really"]["hours_median"] == 1
    assert found["before"]["without_government"] == pytest.approx(0)
    assert found["after"]["without_government"] > 0.3
    said = "\n".join(lines(found))
    assert "street_light: lighting_division -> volunteers  2" in said
    assert "to other first hands: 2 of 2 (100 %)" in said
    assert "the new city lacks" not in said


async def test_the_city_in_use_changes_nothing(desk: Desk) -> None:
    await lived(desk)
    found = await told(desk, Wish(SINCE, UNTIL))
    assert found["before"] == found["after"]
    assert (found["moved"], found["changes"]) == (0, [])
    assert json.loads(json.dumps(found)) == found


async def test_what_a_city_lacks_is_told(desk: Desk) -> None:
    await lived(desk)
    town = ROOT / "tests" / "city" / "elsewhere"
    found = await told(desk, Wish(SINCE, UNTIL, town))
    assert found["no_area"] == {"heping": 2}
    assert "the new city lacks heping: 2 tickets are" in "\n".join(lines(found))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("2026-02-30"), "--since 2026-02-30: no day"),
        (Wish(SINCE, "soon"), "--until soon: no day"),
        (Wish(UNTIL, SINCE), "not before 2026-03-01"),
        (Wish("2099-01-01"), "not before now"),
        (Wish(SINCE, UNTIL), "no ticket to replay was opened from 2026-03-01T00:00"),
        (Wish(SINCE, UNTIL, Path("nowhere")), "--city nowhere: there is no such folder"),
    ],
)
async def test_what_is_wrong_is_told_in_a_sentence(desk: Desk, wish: Wish, said: str) -> None:
    with pytest.raises(Faults, match=said):
        await told(desk, wish)


async def test_a_faulty_city_tells_what_its_check_tells(
    desk: Desk, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = change(LIGHT, 'urgency = "normal"', 'urgency = "soon"')
    with pytest.raises(Faults) as raised:
        await told(desk, Wish(SINCE, UNTIL, folder))
    assert main(["city", "check", str(folder)]) == 1
    assert capsys.readouterr().err.splitlines() == list(raised.value.faults)


def test_the_command_prints_it(var: Path, capsys: pytest.CaptureFixture[str], city: City) -> None:
    async def fill() -> None:
        store = Store(f"sqlite:///{var / 'manyhands.db'}")
        await store.migrate()
        desk = Desk(store, city, NOW)
        await lived(desk)
        await store.close()

    PLACE["area"] = "heping"
    asyncio.run(fill())
    assert main(["replay", "--since", SINCE, "--until", UNTIL]) == 0
    said = f"{SINCE}T00:00+08:00 to {UNTIL}T00:00+08:00, through the city in use\n"
    assert capsys.readouterr().out.startswith(said)
