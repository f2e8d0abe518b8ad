"""One running bot, with real Rasa beside it, for all conversations of this folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.road.process import ROOT, BotProcess


def city_on_duty(folder: Path) -> Path:
    """The sample city with coordinators on duty at every hour: tests run at night, too."""
    shutil.copytree(ROOT / "city", folder)
    head = folder / "city.toml"
    text = head.read_text("utf-8")
    awake = re.sub(r'(\[duty\]\nhours = )"[^"]*"', r'\1"Mo-Su 00:00-24:00"', text)
    assert awake != text
    # All conversations are in one town, and many tell of the same lift.
    head.write_text(f"ask_same = false\n{awake}", "utf-8")
    return folder


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """The bot as `make run` starts it."""
    if not list((ROOT / "var" / "models").glob("*.tar.gz")):
        pytest.fail("no model: run `make train` first, or `make test`, which does")
    awake = city_on_duty(tmp_path_factory.mktemp("city") / "binhai")
    process = BotProcess(tmp_path_factory.mktemp("road"), {"MANYHANDS_CITY": str(awake)})
    process.start()
    yield process
    process.stop()
