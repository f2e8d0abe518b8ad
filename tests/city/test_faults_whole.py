"""Whole files and folders, and faults in many of them: all are told at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.city import check, load
from bot.errors import BadCity
from tests.city.broken import AREAS, CITY, DESK, FAQ, LIGHT, OTHER, PLACES, POWER, Change
from tests.city.conftest import ROOT


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (CITY, f"{CITY}: the whole file: it is missing"),
        (AREAS, f"{AREAS}: the whole file: it is missing"),
        (PLACES, f"{PLACES}: the whole file: it is missing"),
        (OTHER, f"{OTHER}: the whole file: it is missing"),
        (POWER, "nobody of this kind serves the category"),
    ],
)
def test_a_missing_file_is_told(copy: Path, file: str, words: str) -> None:
    (copy / file).unlink()
    assert any(words in each for each in check(copy))


@pytest.mark.parametrize("file", [CITY, AREAS, PLACES, LIGHT, DESK, FAQ])
def test_a_file_that_is_no_utf8_is_told(copy: Path, file: str) -> None:
    (copy / file).write_bytes("桤木港".encode("gb18030"))
    assert any(each.startswith(f"{file}: the whole file: it cannot") for each in check(copy))


def test_a_folder_that_is_not_there_has_every_fault_at_once(tmp_path: Path) -> None:
    told = "\n".join(check(tmp_path / "nowhere"))
    for file in (CITY, AREAS, PLACES, "categories", "responders"):
        assert f"{file}: " in told
    assert "is not in this city" not in told, "what cannot be known is no fault"


def test_a_file_with_a_name_that_is_no_slug_is_told(copy: Path) -> None:
    (copy / LIGHT).rename(copy / "categories/Street-Light.toml")
    assert any("Street-Light.toml: its name: " in each for each in check(copy))


def test_faults_in_many_files_are_told_together(change: Change) -> None:
    change(CITY, "digest_hour = 7", "digest_hour = 70")
    change(LIGHT, '"5d"', '"soon"')
    change(DESK, "16:30", "16.30")
    change(AREAS, '"level": "district"', '"level": "village"')
    folder = change(PLACES, "44.381", "here")
    with pytest.raises(BadCity) as raised:
        load(folder)
    files = {each.split(":")[0] for each in raised.value.faults}
    assert files == {CITY, LIGHT, DESK, AREAS, PLACES}
    assert list(raised.value.faults) == check(folder)


def test_a_rung_with_nobody_in_some_area_is_a_warning_by_name(change: Change) -> None:
    folder = change(POWER, '["old_town", "hillside"]', '["hillside"]')
    assert check(folder) == [
        f"warning: {LIGHT}: ladder 1: enterprise: nobody of this kind in old_town; add one there"
    ]
    assert load(folder).warnings == tuple(check(folder))


def test_a_category_that_never_asks_who_serves_it_is_a_warning(change: Change) -> None:
    folder = change(POWER, '["street_light"]', '["street_light", "other"]')
    assert check(folder) == [
        f"warning: {POWER}: categories: other never asks any enterprise; "
        "give it a rung, or take it out here"
    ]


@pytest.mark.parametrize("room", ["categories", "responders", "faq"])
def test_a_file_that_nobody_reads_is_told(copy: Path, room: str) -> None:
    (copy / room / "more.tml").write_text("")
    (copy / room / "README.md").write_text("about these")
    (copy / room / ".DS_Store").write_bytes(b"")
    assert check(copy) == [
        f"{room}/more.tml: its name: nobody reads this file; call it <slug>.toml or take it out"
    ]


def test_the_command_tells_every_fault_and_what_is_in_order(change: Change) -> None:
    def run(folder: Path) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "city", "check", str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    folder = change(CITY, "digest_hour = 7", "digest_hour = 7")
    assert run(folder) == (
        0,
        f"{folder} is in order: 4 categories, 4 responders, 4 areas, 5 places.\n",
    )
    change(CITY, "digest_hour = 7", "digest_hour = 70")
    change(LIGHT, '"5d"', '"soon"')
    code, told = run(folder)
    assert code == 1
    assert told.splitlines()[-1] == f"{folder}: 2 to put right."
    assert [each.split(":")[0] for each in told.splitlines()[:-1]] == [CITY, LIGHT]
