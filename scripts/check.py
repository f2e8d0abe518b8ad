"""Runs all checks, two at a time, and shows what each that fails has to say (`make check`)."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from scripts.places import APP, NLU, ROOT, python_of

BIN = str(APP / "bin")
PYTHON = str(python_of(APP))

QUICK = {
    "tests": [
        *(PYTHON, "-m", "pytest", "-q", "-n", "2", "-m", "not slow and not postgres"),
        *("--ignore=tests/core", "--ignore=tests/city"),
    ],
    "types": [f"{BIN}/mypy"],
    "style": [f"{BIN}/ruff", "check", "--quiet", "."],
    "format": [f"{BIN}/ruff", "format", "--check", "--quiet", "."],
    "floors": [f"{BIN}/lint-imports", "--no-logo"],
    "rules": [
        *(PYTHON, "-m", "pytest", "-q", "tests/core", "tests/city", "--cov-branch"),
        *("--cov=bot/core", "--cov=bot/city", "--cov-fail-under=100"),
    ],
    "city": [PYTHON, "-m", "bot", "city", "check"],
    "sentences": [PYTHON, "-m", "scripts.sentences"],
}
"""The longest first, so that the short ones fill the time beside them."""

ROOM = {
    "rasa": [str(python_of(NLU)), "-m", "pytest", "-q", "tests/nlu"],
    "data": [PYTHON, "-m", "scripts.validate"],
    "rasa-types": [
        *(f"{BIN}/mypy", "--config-file=", "--strict", "--python-version=3.10"),
        *(f"--python-executable={python_of(NLU)}", "--explicit-package-bases"),
        # Rasa's own types are not to be had.
        *("--ignore-missing-imports", "--allow-subclassing-any", "--allow-untyped-decorators"),
        *("--no-warn-return-any", "--no-warn-unused-ignores"),
        *(f"nlu/{path.name}" for path in sorted((ROOT / "nlu").glob("*.py"))),
        *("nlu/components", "tests/nlu"),
    ],
}
"""What needs Rasa's environment: its own tests and types, and its judgement of the data."""


def main(names: Sequence[str]) -> int:
    """Runs the checks with these names, or all that need no Rasa; the exit code."""
    began = time.monotonic()
    with ThreadPoolExecutor(max_workers=2) as pool:
        good = list(pool.map(_run, names or QUICK))
    print(f"{sum(good)} of {len(good)} checks are good ({time.monotonic() - began:.0f} s)")
    return 0 if all(good) else 1


def _run(name: str) -> bool:
    """Runs one check; whether it is good."""
    began = time.monotonic()
    done = subprocess.run(
        {**QUICK, **ROOM}[name],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    good = done.returncode == 0
    mark = "good" if good else "BAD "
    lines = [f"{mark}  {name:<10} {time.monotonic() - began:5.1f} s"]
    said = done.stdout.rstrip()
    if not good:
        lines.append(said)
    elif name in ("tests", "rules", "rasa"):
        lines[0] += f"  {said.splitlines()[-1].strip('= ')}"
    print("\n".join(lines), flush=True)
    return good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
