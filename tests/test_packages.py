"""Tests of what is installed: pinned, complete, and no more than is used."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = [*sorted((ROOT / "requirements").glob("*.lock")), ROOT / "nlu" / "requirements.lock"]
BY_NAME = {"aiosqlite", "asyncpg", "tzdata"}
"""Needed, and never imported by us: named in a database's address, or read by the library."""


def pins(lock: Path) -> dict[str, str]:
    """Package and version, as pinned."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def normal(name: str) -> str:
    """A package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~ ;]", name)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_package_is_pinned_with_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.split(r"^(?=[A-Za-z])", text, flags=re.MULTILINE)[1:]
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+==[\w.!+-]+", package)
        assert "--hash=sha256:" in package


def test_the_locks_hold_what_the_project_asks_for_and_agree() -> None:
    app = pins(ROOT / "requirements" / "app.lock")
    dev = pins(ROOT / "requirements" / "dev.lock")
    assert {normal(name) for name in PROJECT["project"]["dependencies"]} <= set(app)
    assert {normal(name) for name in PROJECT["dependency-groups"]["dev"]} <= set(dev)
    assert app.items() <= dev.items()


def test_what_is_imported_is_asked_for_and_what_is_asked_for_is_imported() -> None:
    packages = importlib.metadata.packages_distributions()
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").rglob("*.py")]
    assert files
    needed: set[str] = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            needed |= {name.partition(".")[0] for name in names}
    third = needed - set(sys.stdlib_module_names) - {"bot", "actions"}
    asked = {normal(name) for name in PROJECT["project"]["dependencies"]}
    for name in third:
        givers = {normal(giver) for giver in packages.get(name, [])}
        assert givers & asked, name
    used = {normal(giver) for name in third for giver in packages.get(name, [])}
    assert asked - used <= BY_NAME
