"""One running bot, with real Rasa beside it, for all conversations of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.road.process import ROOT, BotProcess


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """The bot as `make run` starts it."""
    if not list((ROOT / "var" / "models").glob("*.tar.gz")):
        pytest.fail("no model: run `make train` first, or `make test`, which does")
    process = BotProcess(tmp_path_factory.mktemp("road"))
    process.start()
    yield process
    process.stop()
