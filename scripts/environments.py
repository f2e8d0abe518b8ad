"""Making the two environments: the bot's, and Rasa's on its own old Python."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import pythons
from scripts.places import APP, LOCKS, LOGS, NLU, ROOT, python_of
from scripts.terminal import Failed, Stop, Word, run

UV = APP / "bin" / "uv"
SETUP = LOCKS / "setup.lock"
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "HTTPS_PROXY",
}


@dataclass(frozen=True)
class Environment:
    """A folder with a Python of its own and what its locks name.

    `base` is the lock that makes it; `more` adds what tests need.
    """

    name: str
    folder: Path
    base: Path
    more: Path | None = None

    @property
    def log(self) -> Path:
        """Where its installation is logged."""
        return LOGS / f"setup-{self.name}.log"

    def done(self) -> bool:
        """Whether it stands and has what the locks name now."""
        wanted = [lock for lock in (self.base, self.more) if lock]
        return all(self.stamp(lock).exists() for lock in wanted) and self.runs()

    def runs(self) -> bool:
        """Whether it is whole: never cut short, and its Python still starts."""
        if not any(self.folder.glob(f".made-{self.base.stem}-*")):
            return False
        try:
            asked = [str(python_of(self.folder)), "-c", ""]
            return subprocess.run(asked, check=False, stdin=subprocess.DEVNULL).returncode == 0
        except OSError:
            return False

    def install(self, lock: Path, env: Mapping[str, str]) -> None:
        """Installs one lock, leaving a stamp at the end: no stamp, not installed."""
        for old in self.folder.glob(f".made-{lock.stem}-*"):
            old.unlink()
        python = python_of(self.folder)
        command: list[Word]
        if UV.exists():
            command = [UV, "pip", "install", "--python", python]
        else:
            command = [python, "-m", "pip", "install", "--no-deps"]
        run([*command, "--require-hashes", "-r", lock], self.log, env)
        self.stamp(lock).touch()

    def stamp(self, lock: Path) -> Path:
        """Named after the lock's words and the folder: an environment cannot be moved."""
        seal = hashlib.sha256(lock.read_bytes() + bytes(self.folder)).hexdigest()[:16]
        return self.folder / f".made-{lock.stem}-{seal}"


def app(tests: bool) -> Environment:
    """The bot's and the action server's environment."""
    return Environment("app", APP, LOCKS / "app.lock", LOCKS / "dev.lock" if tests else None)


def nlu() -> Environment:
    """Rasa's environment."""
    return Environment("nlu", NLU, ROOT / "nlu" / "requirements.lock")


def make_app(tests: bool) -> None:
    """Makes the bot's environment, or brings it up to date."""
    environment = app(tests)
    if not environment.runs():
        python = pythons.find(pythons.APP_VERSIONS)
        if python is None:
            raise Stop("Manyhands needs Python 3.11 or newer: please install it and try again.")
        _make(environment, [python, "-m", "venv", APP])
    if not environment.stamp(SETUP).exists():
        _get_uv(environment)
    _fill(environment)


def make_nlu() -> None:
    """Makes Rasa's environment, or brings it up to date."""
    environment = nlu()
    if not environment.runs():
        python = pythons.find(pythons.NLU_VERSIONS) or _download_python(environment)
        if UV.exists():
            _make(environment, [UV, "venv", "--python", python, NLU])
        else:
            _make(environment, [python, "-m", "venv", NLU])
    _fill(environment)


def _make(environment: Environment, command: Sequence[Word]) -> None:
    if environment.folder.exists():
        shutil.rmtree(environment.folder)
    environment.log.unlink(missing_ok=True)
    try:
        run(command, environment.log)
    except Failed as failed:
        if "ensurepip" in failed.tail:
            raise Stop(
                "This Python cannot make environments: please install its venv part "
                "(Debian, Ubuntu: apt install python3-venv) and try again."
            ) from failed
        raise


def _fill(environment: Environment) -> None:
    env = _network()
    for lock in (environment.base, environment.more):
        if lock:
            environment.install(lock, env)


def _get_uv(environment: Environment) -> None:
    """uv installs ten times faster than pip; where there is none for the machine, pip does it."""
    pip: list[Word] = [python_of(APP), "-m", "pip", "install", "--only-binary", ":all:"]
    try:
        run([*pip, "--require-hashes", "-r", SETUP], environment.log)
        environment.stamp(SETUP).touch()
    except Failed:
        UV.unlink(missing_ok=True)


def _download_python(environment: Environment) -> Path:
    ask = Stop(
        "Rasa needs Python 3.10 beside the newer one: please install it "
        "(pyenv install 3.10, or uv python install 3.10, or your system's python3.10) "
        "and try again."
    )
    if not UV.exists():
        raise ask
    try:
        run([UV, "python", "install", "3.10"], environment.log)
    except Failed as failed:
        raise ask from failed
    python = pythons.find(pythons.NLU_VERSIONS)
    if python is None:
        raise ask
    return python


def _network() -> dict[str, str]:
    """How pip is told to reach its packages, said in uv's words, unless uv was told itself."""
    command = [str(python_of(APP)), "-m", "pip", "config", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = {} if "UV_SYSTEM_CERTS" in os.environ else {"UV_SYSTEM_CERTS": "true"}
    for line in done.stdout.splitlines():
        name, _, value = line.partition("=")
        theirs = PIP_TO_UV.get(name.rpartition(".")[2])
        if theirs and theirs not in os.environ:
            told[theirs] = " ".join(str(ast.literal_eval(value)).split())
    if "UV_INDEX" in told:
        # The hashes decide what is installed, so any index may offer it.
        told.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    return told
