"""Writes the locks anew: every package with its version and hashes, and no host (`make lock`)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scripts.environments import UV
from scripts.places import LOCKS, ROOT

RASA = """
[project]
name = "rasa-room"
version = "0"
requires-python = "==3.10.*"
dependencies = [
%s
]

[tool.uv]
environments = [
    "sys_platform == 'linux' and python_full_version < '3.11'",
    "sys_platform == 'darwin' and python_full_version < '3.11'",
]
"""
"""Rasa resolves only where it runs, so this says where."""

EVERYWHERE = (
    " ; python_full_version < '3.11' and (sys_platform == 'darwin' or sys_platform == 'linux')"
)
"""What uv writes then after a package that each of our machines gets."""


def main(arguments: Sequence[str]) -> int:
    """Keeps the versions that still fit, unless `--upgrade` is given; the exit code."""
    upgrade = [word for word in arguments if word == "--upgrade"]
    project = ROOT / "pyproject.toml"
    app = LOCKS / "app.lock"
    _lock("3.11", [project, *upgrade], app)
    _lock("3.11", [project, "--group", f"{project}:dev", "-c", app, *upgrade], LOCKS / "dev.lock")
    _lock("3.9", ["--group", f"{project}:setup", *upgrade], LOCKS / "setup.lock")
    wanted = (ROOT / "nlu" / "requirements.in").read_text(encoding="utf-8").splitlines()
    names = [line.partition("#")[0].strip() for line in wanted]
    with tempfile.TemporaryDirectory() as folder:
        rasa = Path(folder) / "pyproject.toml"
        lines = "\n".join(f'    "{name}",' for name in names if name)
        rasa.write_text(RASA % lines, encoding="utf-8")
        _lock("3.10", [rasa, *upgrade], ROOT / "nlu" / "requirements.lock", cwd=rasa.parent)
    return 0


def _lock(python: str, what: Sequence[str | Path], lock: Path, cwd: Path = ROOT) -> None:
    command = [UV, "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]
    command += ["--python-version", python, *what, "-o", lock]
    subprocess.run([str(word) for word in command], check=True, cwd=cwd)
    text = lock.read_text(encoding="utf-8").replace(EVERYWHERE, "")
    if "://" in text:
        raise SystemExit(f"{lock} names a host.")
    lock.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
