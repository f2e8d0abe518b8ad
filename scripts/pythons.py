"""Finding a Python of the right version on this machine: one that runs, not one that is named."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

Version = tuple[int, int]

APP_VERSIONS: tuple[Version, ...] = ((3, 13), (3, 12), (3, 11), (3, 14))
"""What the bot runs on, the best first."""
NLU_VERSIONS: tuple[Version, ...] = ((3, 10),)
"""What Rasa 3.6 runs on."""

ASK = """
import sys, os, ssl, sqlite3, venv, zlib, lzma, ctypes
inside = sys.prefix != sys.base_prefix
print(os.path.realpath(sys.executable) if inside else sys.executable)
print(sys.implementation.name, *sys.version_info[:2])
"""


def find(versions: tuple[Version, ...]) -> Path | None:
    """A Python of one of these versions, or None. The one that runs this script comes first."""
    if sys.version_info[:2] in versions:
        versions = (sys.version_info[:2], *versions)
    for version in versions:
        for path in (Path(sys.executable), *_places(version)):
            python = path.is_file() and real(path, version)
            if python:
                return python
    return None


def real(path: Path, version: Version) -> Path | None:
    """The Python behind a name, when it runs, is whole and has this version; else None.

    A version manager leaves names on the PATH that fail when they are called.
    """
    answer = _asked(path)
    if answer is None or answer[1] != f"cpython {version[0]} {version[1]}":
        return None
    return Path(answer[0])


@functools.cache
def _asked(path: Path) -> list[str] | None:
    try:
        done = subprocess.run(
            [str(path), "-I", "-c", ASK],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    lines = done.stdout.splitlines()
    return lines if len(lines) == 2 else None


def _places(version: Version) -> Iterator[Path]:
    dotted = ".".join(map(str, version))
    name = f"python{dotted}"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder:
            yield Path(folder) / name
            yield Path(folder) / "python3"
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    yield from _newest(pyenv / "versions", f"{dotted}*/bin/{name}")
    yield from _newest(home / ".local" / "share" / "uv" / "python", f"cpython-{dotted}*/bin/{name}")
    for folder in ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"):
        yield Path(folder) / name
    for folder in ("/opt/homebrew/opt", "/usr/local/opt"):
        yield Path(folder) / f"python@{dotted}" / "bin" / name
    yield Path("/Library/Frameworks/Python.framework/Versions") / dotted / "bin" / name
    yield from _newest(home, f"*conda*/envs/*/bin/{name}")


def _newest(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), key=_numbers, reverse=True)


def _numbers(path: Path) -> list[int]:
    """`3.10.13` after `3.10.9`."""
    return [int(digits) for digits in re.findall(r"\d+", str(path))]
