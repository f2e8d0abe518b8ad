"""Training what Rasa understands, once for each state of what it is trained on."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.places import LOGS, MODELS, NLU, ROOT, python_of
from scripts.terminal import Stop, Word, run

KEPT = 3
"""Models that stay: going back to older data needs no new training."""
LOG = LOGS / "setup-model.log"
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def sources() -> list[Path]:
    """Every file that a model is made of, in order."""
    return sorted(set(_sources()))


def _sources() -> Iterator[Path]:
    yield ROOT / "domain.yml"
    yield ROOT / "nlu" / "requirements.lock"
    yield from (ROOT / "nlu").glob("importer.py")
    yield from (ROOT / "nlu").glob("*.yml")
    for folder in (*data_folders(), ROOT / "nlu" / "components"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield path


def data_folders() -> list[Path]:
    """What Rasa is told to read: the languages that the city speaks.

    Never `nlu/` itself: Rasa's own samples lie in its environment.
    """
    languages = {path.parent for path in (ROOT / "nlu").glob("*/*.yml")}
    spoken = _spoken()
    those = languages if spoken is None else {each for each in languages if each.name in spoken}
    return [*sorted(those), ROOT / "stories"]


def _spoken() -> set[str] | None:
    """The city's languages; None where it names none, which its own check tells.

    This runs before there is anything that reads TOML.
    """
    city = Path(os.environ.get("MANYHANDS_CITY") or ROOT / "city") / "city.toml"
    text = city.read_text("utf-8") if city.is_file() else ""
    line = re.search(r"^languages\s*=\s*\[(.*?)\]", text, re.M | re.S)
    return set(re.findall(r"[\"'](\w+)[\"']", line[1])) if line else None


def fingerprint() -> str:
    """The same for the same sources, whatever else is in the folder."""
    total = hashlib.sha256()
    for path in sources():
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return total.hexdigest()[:16]


def model() -> Path:
    """Where the model for the sources as they are now belongs."""
    return MODELS / f"{fingerprint()}.tar.gz"


def done() -> bool:
    """Whether that model is there; it becomes the newest, which is the one that is run."""
    path = model()
    if not path.exists():
        return False
    os.utime(path)
    return True


def train() -> None:
    """Trains it under another name and moves it to its own at the end."""
    path = model()
    MODELS.mkdir(parents=True, exist_ok=True)
    LOG.unlink(missing_ok=True)
    for left in MODELS.glob("training-*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix="training-", dir=MODELS) as folder:
        made = Path(folder) / path.name
        run(_command(made), LOG, {**QUIET, **_threads(), "RASA_CACHE_DIRECTORY": folder})
        if not made.exists():
            raise Stop(f"Rasa said that it was done but left no model; see {LOG}.")
        made.replace(path)
    _prune()


def _command(made: Path) -> list[Word]:
    data: list[Word] = [*data_folders()]
    return [
        python_of(NLU),
        *("-W", "ignore", "-m", "rasa", "train", "--force", "--skip-validation"),  # `make check`
        *("--domain", "domain.yml"),
        *("--config", "nlu/config.yml"),
        "--data",
        *data,
        "--out",
        made.parent,
        *("--fixed-model-name", made.name),
    ]


def _threads() -> dict[str, str]:
    """As many threads as there are cores for us, at most four: more only wait for one another."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    names = ("OMP_NUM_THREADS", "TF_INTRA_OP_PARALLELISM_THREADS")
    return {name: str(min(cores or 1, 4)) for name in names if name not in os.environ}


def _prune() -> None:
    models = sorted(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in models[KEPT:]:
        old.unlink()
