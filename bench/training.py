"""Both models, each trained once for each state of its data, with the time that it took."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.machine import load
from bench.places import BENCH, FIXED, LOGS, MODELS, RASA, ROOT, environment, seal
from bench.processes import Leashed
from bench.project import project
from bot.city import City
from scripts.model import data_folders, fingerprint

MOST_SECONDS = 14_400.0
EPOCHS = 100
"""As often as Rasa's defaults read the data while they learn."""
SMALL = {
    "    max_ngram: 4\n": "    max_ngram: 3\n",
    "DIETClassifier\n": (
        "DIETClassifier\n    number_of_transformer_layers: 1\n    transformer_size: 64\n"
        "    embedding_dimension: 10\n    hidden_layers_sizes: {text: [], label: []}\n"
    ),
}
"""What makes plain Rasa's DIET a smaller one: a quarter of the width, one layer of two, half of the
room for meanings."""
KEPT = 4
"""Models that stay in the folder, of both sides together."""


@dataclass(frozen=True)
class Trained:
    """A model, the project it belongs to, and how its training went."""

    name: str
    """The side and the state of its data."""
    seconds: float
    load: float
    """How busy the machine was when training began: processes that wanted to run."""
    mebibytes: float

    @property
    def model(self) -> Path:
        """The model's file."""
        return MODELS / f"{self.name}.tar.gz"


def ours(say: Callable[[str], None], anew: bool) -> Trained:
    """Our model. Raises Failed."""
    files = ["--force", "--domain", "domain.yml", "--config", "nlu/config.yml"]
    data = ["--data", *(str(each) for each in data_folders())]
    return _trained(f"ours-{fingerprint()}", (ROOT, [*files, *data]), say, anew)


@dataclass(frozen=True)
class Lessons:
    """How much plain Rasa learns: with less it reads worse, and costs about the same to run."""

    epochs: int = EPOCHS
    most: int | None = None
    """Sentences of an intent in a language; all, where None."""
    talks: bool = True
    """Whether it also learns what to answer, not only to read."""
    small: bool = False
    """Whether with a smaller DIET than Rasa's default."""


def plain(
    city: City, say: Callable[[str], None], anew: bool, lessons: Lessons
) -> tuple[Trained, Path]:
    """Plain Rasa's model on our data, and its project's folder. Raises Failed."""
    folders = [each for each in data_folders() if each.parent.name == "nlu"]
    data = {
        folder.name: [each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.yml"))]
        for folder in folders
    }
    kinds = city.catalogue.categories.values()
    placeless = frozenset(each.slug for each in kinds if not each.needs_place)
    files = project(FIXED, data, placeless, lessons.most)
    config = files["config.yml"].decode()
    for default, smaller in SMALL.items() if lessons.small else ():
        config = config.replace(default, smaller)
    files["config.yml"] = config.replace(f"epochs: {EPOCHS}", f"epochs: {lessons.epochs}").encode()
    taught = {name: content for name, content in files.items() if name.endswith(".yml")}
    name = f"plain-{seal(taught.items())}{'' if lessons.talks else '-reads'}"
    home = BENCH / "projects" / name
    shutil.rmtree(home, ignore_errors=True)
    for path, content in files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(content)
    words = ["--domain", "domain.yml", "--config", "config.yml"]
    if lessons.talks:
        words += ["--force", "--data", "nlu", "rules.yml", "stories.yml"]
    else:
        words = ["nlu", *words, "--nlu", "nlu"]
    return _trained(name, (home, words), say, anew), home


def _trained(
    name: str, how: tuple[Path, list[str]], say: Callable[[str], None], anew: bool
) -> Trained:
    """The model of this name: as it was trained before, unless it shall be trained anew."""
    record = MODELS / f"{name}.json"
    if record.exists() and (MODELS / f"{name}.tar.gz").exists() and not anew:
        record.touch()
        return Trained(**json.loads(record.read_text(encoding="utf-8")))
    say(f"Training {name} ...")
    home, words = how
    MODELS.mkdir(parents=True, exist_ok=True)
    began, busy = time.monotonic(), load()
    with tempfile.TemporaryDirectory(prefix="training-", dir=BENCH) as folder:
        made = Path(folder) / f"{name}.tar.gz"
        out = ["--out", folder, "--fixed-model-name", made.name]
        log = LOGS / f"train-{name}.log"
        env = environment(RASA_CACHE_DIRECTORY=folder, LOG_LEVEL="INFO")  # tells how far it is
        command = [*RASA, "train", *words, *out]
        with Leashed(command, log, env, home) as training:
            training.wait(MOST_SECONDS)
        seconds = time.monotonic() - began
        made.replace(MODELS / made.name)
    size = (MODELS / f"{name}.tar.gz").stat().st_size / 2**20
    trained = Trained(name, round(seconds, 1), round(busy, 2), round(size, 1))
    record.write_text(json.dumps(asdict(trained)), encoding="utf-8")
    _prune()
    return trained


def _prune() -> None:
    """Lets go of what was not used for longest, and of what was never finished."""
    records = sorted(MODELS.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in records[KEPT:]:
        old.with_suffix(".tar.gz").unlink(missing_ok=True)
        old.unlink()
    kept = {each.stem for each in records[:KEPT]}
    for home in (BENCH / "projects").iterdir() if (BENCH / "projects").exists() else ():
        if home.name not in kept:
            shutil.rmtree(home)
