"""A file is handed out under `var`, for its owner alone, and goes when the house lets it go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels import console
from bot.channels.console import Console
from bot.message import File
from tests.channels.console.rig import ConsoleRig, open_rig
from tests.channels.promises import listening
from tests.fakes.bell import PATIENCE
from tests.fakes.door import FakeDoor


@pytest.fixture
async def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ConsoleRig]:
    """Somebody at the console, where old files are looked for often."""
    monkeypatch.setattr(console, "SWEEP_SECONDS", 0.01)
    async with open_rig(tmp_path) as found:
        yield found


async def given(rig: ConsoleRig) -> Path:
    """Where the file is that was handed out."""
    rig.door.files[rig.address, "f1"] = File("my-data.zip", b"PK and more")
    rig.door.lay(rig.address, rig.door.shown("Here it is", file="f1"))
    await rig.sees("Here it is")
    return Path(next(each["file"] for each in rig.told if "file" in each))


async def gone(path: Path) -> None:
    """Returns once a file is no longer there."""
    async with asyncio.timeout(PATIENCE):
        while path.exists():
            await asyncio.sleep(0.01)


async def test_it_is_read_by_its_owner_alone(rig: ConsoleRig) -> None:
    path = await given(rig)
    assert path.read_bytes() == b"PK and more"
    assert path.stat().st_mode & 0o077 == path.parent.stat().st_mode & 0o077 == 0


async def test_it_goes_when_the_house_lets_it_go(rig: ConsoleRig) -> None:
    path = await given(rig)
    rig.door.files.clear()
    await gone(path)


async def test_a_file_that_is_over_is_not_told(rig: ConsoleRig) -> None:
    rig.door.lay(rig.address, rig.door.shown("Here it is", file="gone"))
    await rig.sees("Here it is")
    assert "file" not in rig.told[-1]


async def test_what_an_earlier_run_left_is_taken_away(tmp_path: Path) -> None:
    door = FakeDoor(tmp_path)
    left = tmp_path / "files" / "left.zip"
    left.parent.mkdir()
    left.write_bytes(b"PK")
    async with listening(Console(door.door)):
        await gone(left)
