"""Rasa as it runs, with a small model of its own, the real actions and a stand-in town."""

from __future__ import annotations

import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.nlu.town import Asked, Town

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-for-tests"
PATIENCE = 120.0
_ids = itertools.count(1)


def _environment(**more: str) -> dict[str, str]:
    quiet = {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "LOG_LEVEL": "WARNING",
        "OMP_NUM_THREADS": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }
    return {**os.environ, **quiet, **more}


def _rasa(*words: object) -> list[str]:
    return [sys.executable, "-W", "ignore", "-m", "rasa", *map(str, words)]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the real domain and rules, and of a few sentences for each intent.

    With MODEL in the environment that one is taken, and nothing is trained.
    """
    if os.environ.get("MODEL"):
        return Path(os.environ["MODEL"])
    folder = tmp_path_factory.mktemp("model")
    command = _rasa(
        *("train", "--domain", "domain.yml", "--config", "nlu/config.yml"),
        *("--data", "tests/nlu/data", "stories", "--out", folder, "--fixed-model-name", "m"),
    )
    env = _environment(RASA_CACHE_DIRECTORY=str(folder))
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "m.tar.gz"


@pytest.fixture(scope="session")
def town_of_all() -> Iterator[Town]:
    town = Town()
    town.open()
    yield town
    town.close()


@pytest.fixture
def town(town_of_all: Town) -> Iterator[Town]:
    """The town, with nothing asked yet."""
    town_of_all.asked.clear()
    yield town_of_all
    town_of_all.away = False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def trackers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Rasa keeps its trackers: an SQLite file."""
    return tmp_path_factory.mktemp("rasa") / "rasa.db"


@pytest.fixture(scope="session")
def rasa(model: Path, town_of_all: Town, trackers: Path) -> Iterator[str]:
    """The URL of our channel in a Rasa process."""
    folder = trackers.parent
    port = _free_port()
    command = _rasa(
        *("run", "-i", "127.0.0.1", "--port", port, "-m", model),
        *("--endpoints", "nlu/endpoints.yml", "--credentials", "nlu/credentials.yml"),
    )
    env = _environment(
        RASA_TOKEN=TOKEN,
        ACTIONS_URL=town_of_all.url,
        RASA_DATABASE_URL=f"sqlite:///{trackers}",
    )
    url = f"http://127.0.0.1:{port}/webhooks/manyhands"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            _wait_until_ready(url, process, folder / "log")
            yield url
        finally:
            process.terminate()
            process.wait(20)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            if requests.get(f"{url}/ready", headers=_bearer(), timeout=5).status_code == 200:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def _bearer() -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKEN}"}


@dataclass
class Talk:
    """One person's conversation with Rasa."""

    url: str
    town: Town
    sender: str
    metadata: dict[str, Any] = field(default_factory=dict)
    number: int = 0

    def post(self, number: int, text: str = "", **more: Any) -> requests.Response:
        """Asks about one message, as `dialogue` does."""
        parse, fresh = more.pop("parse", None), more.pop("fresh", False)
        metadata = {"inbox": number, "lang": "en", "roles": ["resident"], **self.metadata, **more}
        body = {
            "sender": self.sender,
            "message_id": str(number),
            "text": text,
            "parse": parse,
            "fresh": fresh,
            "metadata": metadata,
        }
        return requests.post(f"{self.url}/ask", json=body, headers=_bearer(), timeout=30)

    def says(self, text: str = "", **more: Any) -> dict[str, Any]:
        """A message and its answer."""
        self.number = next(_ids)
        answer = self.post(self.number, text, **more)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def taps(self, intent: str, entities: dict[str, Any] | None = None, **more: Any) -> Any:
        """A tap, a pin or a photo, parsed already."""
        return self.says(parse={"intent": intent, "entities": entities or {}}, **more)

    def heard(self, number: int) -> dict[str, Any]:
        """What the channel tells of a message that was asked before."""
        there = {"sender": self.sender, "message_id": str(number)}
        answer = requests.get(f"{self.url}/heard", params=there, headers=_bearer(), timeout=30)
        return dict(answer.json())

    @property
    def verbs(self) -> list[str]:
        """The names of all verbs so far."""
        return [each.verb for each in self.town.asked]

    @property
    def last(self) -> Asked:
        """The verb that was asked last."""
        return self.town.asked[-1]


@pytest.fixture
def talk(rasa: str, town: Town) -> Talk:
    """A new person's conversation."""
    return Talk(rasa, town, f"person-{next(_ids)}")
