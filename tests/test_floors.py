"""Tests that the floors are watched: what must not be imported is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with every room on its floor and nothing in it."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    floors = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = [room.strip(" ()") for floor in floors for room in floor.split("|")]
    for package in ("bot", "actions", "bot/channels", "bot/children"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    for room in set(rooms) - {"channels", "children"}:
        (tmp_path / "bot" / f"{room}.py").touch()
    for name in ("bot/channels/telegram.py", "bot/channels/web.py", "actions/residents.py"):
        (tmp_path / name).touch()
    return tmp_path


def floors_hold(house: Path) -> bool:
    """What import-linter says."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1)
    return done.returncode == 0


def write(name: str, text: str) -> Callable[[Path], object]:
    """Puts a line into a room."""
    return lambda house: (house / name).write_text(text + "\n")


def test_a_house_with_its_rooms_on_their_floors_stands(house: Path) -> None:
    for name, text in {
        "bot/wiring.py": "import bot.channels.telegram, bot.desk",
        "bot/channels/telegram.py": "import telegram, bot.channels, bot.message",
        "actions/residents.py": "from bot import message\nimport bot.wiring, rasa_sdk",
        "bot/desk.py": "import bot.core, bot.errors",
    }.items():
        write(name, text)(house)
    assert floors_hold(house)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bot/attic.py", ""),
        ("bot/core.py", "import bot.store"),
        ("bot/voice.py", "import bot.city"),
        ("bot/desk.py", "import actions"),
        ("bot/verbs.py", "import rasa_sdk"),
        ("bot/channels/web.py", "import telegram"),
        ("actions/residents.py", "import bot.store"),
        ("actions/__init__.py", "from bot.desk import open_ticket"),
    ],
    ids=lambda value: value.replace("/", "."),
)
def test_a_house_with_a_room_on_no_floor_or_an_import_upwards_does_not(
    house: Path, name: str, text: str
) -> None:
    write(name, text)(house)
    assert not floors_hold(house)
