"""Cities for the tests: the sample, another in another country, and broken copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.city import City, load

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = Path(__file__).resolve().parent / "elsewhere"


@pytest.fixture(scope="session")
def sample() -> City:
    """The city that a newcomer runs."""
    return load(ROOT / "city")


@pytest.fixture(scope="session")
def elsewhere() -> City:
    """A tiny city: other country, other language first, other time zone."""
    return load(ELSEWHERE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tiny city, to be broken."""
    return Path(shutil.copytree(ELSEWHERE, tmp_path / "city"))


@pytest.fixture
def change(copy: Path) -> Callable[[str, str, str], Path]:
    """Changes a piece of a file of the copy; gives the folder."""

    def change(file: str, old: str, new: str) -> Path:
        path = copy / file
        text = path.read_text()
        assert old in text, f"{file} has no {old!r} any more"
        path.write_text(text.replace(old, new, 1))
        return copy

    return change
