"""Where things are in the project's folder."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / ".venv"
NLU = ROOT / "nlu" / ".venv"
LOCKS = ROOT / "requirements"
VAR = (ROOT / os.environ.get("MANYHANDS_VAR", "var")).resolve()
MODELS = VAR / "models"
LOGS = VAR / "log"


def python_of(environment: Path) -> Path:
    """The Python of an environment."""
    return environment / "bin" / "python"
