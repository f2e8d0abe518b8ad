"""Where the measurement keeps what it makes, and the environment its processes get."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.model import QUIET
from scripts.places import NLU, ROOT, VAR, python_of

BENCH = VAR / "bench"
LOGS = BENCH / "log"
MODELS = BENCH / "models"
FIXED = Path(__file__).parent / "plain"
RASA = (str(python_of(NLU)), "-W", "ignore", "-m", "rasa")
RASA_SDK = (str(python_of(NLU)), "-m", "rasa_sdk")
LOOPBACK = "127.0.0.1"

OTHERS = ("MANYHANDS_", "TELEGRAM_", "RASA_", "DATABASE_URL", "REDIS_URL", "ACTIONS_URL")
"""What an installation may have set, and no measurement wants."""


def environment(**more: str) -> dict[str, str]:
    """The same for both sides: nothing of an installation, Rasa quiet and telling nobody."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
    return {**kept, **QUIET, "LOG_LEVEL": "WARNING", "SANIC_WORKERS": "1", **more}


def seal(files: Iterable[tuple[str, bytes]]) -> str:
    """The same for the same names and contents."""
    total = hashlib.sha256()
    for name, content in sorted(files):
        total.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()[:16]


def say(text: str) -> None:
    """What goes on, beside the result."""
    print(text, file=sys.stderr, flush=True)


__all__ = ["FIXED", "NLU", "ROOT"]
