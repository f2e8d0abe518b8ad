"""An operator asks whom a message would be laid before, and nothing is written."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import settings
from bot.commands.route import Wish, explain, lines
from bot.core.people import Role
from bot.errors import Faults
from bot.message import Address
from bot.settings import ROOT
from bot.store import people, tickets
from bot.store.people import Newcomer
from bot.wiring import House, open_house
from tests.conftest import NOW

pytestmark = pytest.mark.slow

READ: dict[str, Any] = {
    "intent": "report",
    "category": "elevator",
    "urgency": "normal",
    "urgency_why": None,
    "place": None,
    "language": "en",
}
HERE = "和平小区3号楼"


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of its own, with nothing set but where it stands."""
    for name in ("DATABASE_URL", "REDIS_URL", "MANYHANDS_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MANYHANDS_VAR", str(tmp_path))
    return tmp_path


def told(wish: Wish, volunteers: int = 0, **read: Any) -> dict[str, Any]:
    """What is explained, with so many volunteers in the city."""

    async def ask() -> dict[str, Any]:
        async with open_house(settings.read(os.environ)) as house:
            for number in range(volunteers):
                await _volunteer(house, f"v{number}")
            found = await explain(house, wish, {**READ, **read})
            async with house.store.read() as tx:
                assert await tickets.every(tx) == []
            return found

    return asyncio.run(ask())


async def _volunteer(house: House, name: str) -> None:
    async with house.store.write() as tx:
        row = await people.meet(tx, Address("console", name, name), Newcomer("en", name), NOW)
        await people.give_role(tx, row.person, Role.VOLUNTEER, NOW)


def test_every_rung_is_told_with_its_candidates_and_the_reason() -> None:
    found = told(Wish(f"the lift at {HERE} is stuck", time="2026-11-28T22:30"))
    first = found["rungs"][found["chosen"]]
    assert first["asks"] in [each["responder"] for each in first["candidates"]]
    assert first["asks"] == first["candidates"][0]["responder"]
    assert first["told"].startswith(first["told"][0].upper())
    assert found["rungs"][-1]["to"] == "service_desk"
    assert found["time"] == "2026-11-28T22:30+08:00"
    assert found["due"] > found["time"]


def test_a_point_says_where_and_volunteers_are_counted() -> None:
    wish = Wish("a meal for my mother", at="36.612,121.214", category="meal_delivery")
    alone, helped = told(wish), told(wish, volunteers=1)
    assert alone["area"]
    assert alone["rungs"][0]["asks"] is None
    assert helped["rungs"][0]["asks"] == "volunteers"


def test_what_is_no_report_has_no_way() -> None:
    found = told(Wish("good morning"), intent="greet", category=None)
    assert (found["rungs"], found["why"]) == ([], "this is no report but greet")


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("x", at="here"), "latitude,longitude"),
        (Wish("x", at="1,2,3"), "latitude,longitude"),
        (Wish("x", at="0,0"), "outside binhai"),
        (Wish("x", time="tonight"), "no time"),
        (Wish("x", category="lamps"), "no category of this city"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(wish: Wish, said: str) -> None:
    with pytest.raises(Faults, match=said):
        told(wish)


@pytest.mark.parametrize("kind", ["elevator", "meal_delivery", None])
def test_for_eyes_it_is_a_line_a_rung(kind: str | None) -> None:
    intent = "report" if kind else "greet"
    said = list(lines(told(Wish(f"the lift at {HERE}"), intent=intent, category=kind)))
    assert said[0] == f"understood: {intent}, {kind or 'no category'}, normal"
    assert any(each.startswith("->") for each in said) == bool(kind)


def test_with_the_trained_model_a_sentence_finds_its_way(var: Path) -> None:
    (var / "models").symlink_to(ROOT / "var" / "models")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "route", f"{HERE}路灯坏了", "--json"],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["category"], found["area"][:6]) == ("street_light", "heping")
    assert found["rungs"][found["chosen"]]["asks"] == "lighting_division"
