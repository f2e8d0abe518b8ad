"""Tests of how the project is set up: what is found, made, kept, and told."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scripts import environments, pythons, setup, terminal

ROOT = Path(__file__).resolve().parent.parent


def script(path: Path, text: str) -> Path:
    """A small program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


# What is there before the environment

IN_THE_ENVIRONMENT = {ROOT / "scripts" / "sentences.py"}
"""What only `make check` runs, once there is one."""


@pytest.mark.parametrize(
    "path",
    sorted(set((ROOT / "scripts").glob("*.py")) - IN_THE_ENVIRONMENT),
    ids=lambda path: path.name,
)
def test_scripts_need_no_new_python_and_no_package(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            top = name.partition(".")[0]
            assert top in sys.stdlib_module_names or top == "scripts", name


def fake_python(path: Path, version: str) -> Path:
    """A program that answers as a Python of this version does."""
    return script(path, f"echo {path}; echo cpython {version.replace('.', ' ')}")


def test_a_name_on_the_path_that_does_not_run_is_passed_over_for_the_newest_that_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path / "shims" / "python3.10", "echo 'command not found' >&2; exit 127")
    versions = tmp_path / "pyenv" / "versions"
    fake_python(versions / "3.10.9" / "bin" / "python3.10", "3.10")
    newest = fake_python(versions / "3.10.13" / "bin" / "python3.10", "3.10")
    fake_python(versions / "3.11.2" / "bin" / "python3.11", "3.11")
    monkeypatch.setenv("PATH", str(tmp_path / "shims"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert pythons.find(((3, 10),)) == newest


def test_a_python_that_is_not_what_it_is_called_is_passed_over(tmp_path: Path) -> None:
    liar = fake_python(tmp_path / "python3.10", "3.12")
    assert pythons.real(liar, (3, 10)) is None
    assert pythons.real(liar, (3, 12)) == liar


def test_the_python_that_runs_the_setup_is_taken_when_it_will_do() -> None:
    found = pythons.find(pythons.APP_VERSIONS)
    assert found is not None
    assert pythons.real(found, sys.version_info[:2]) is not None


# Environments


@pytest.fixture
def environment(tmp_path: Path) -> environments.Environment:
    """One that stands, made by a lock of its own."""
    (tmp_path / "base.lock").write_text("six==1\n")
    made = environments.Environment("test", tmp_path / "env", tmp_path / "base.lock")
    (made.folder / "bin").mkdir(parents=True)
    (made.folder / "bin" / "python").symlink_to(sys.executable)
    made.stamp(made.base).touch()
    return made


def test_an_environment_that_stands_is_left_alone(environment: environments.Environment) -> None:
    assert environment.done()


def test_a_changed_lock_is_installed_into_what_stands(
    environment: environments.Environment,
) -> None:
    environment.base.write_text("six==2\n")
    assert not environment.done()
    assert environment.runs()


def test_an_environment_that_was_cut_short_is_made_anew(
    environment: environments.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environments, "run", cut)
    with pytest.raises(KeyboardInterrupt):
        environment.install(environment.base, {})
    assert not environment.done()
    assert not environment.runs()


def test_an_environment_without_its_python_is_made_anew(
    environment: environments.Environment,
) -> None:
    (environment.folder / "bin" / "python").unlink()
    assert not environment.runs()


def test_an_environment_that_was_moved_is_made_anew(
    environment: environments.Environment, tmp_path: Path
) -> None:
    environment.folder.rename(tmp_path / "elsewhere")
    moved = environments.Environment("test", tmp_path / "elsewhere", environment.base)
    assert not moved.done()


# What a person sees


def test_a_failure_shows_the_end_of_the_log_without_hosts_or_passwords(tmp_path: Path) -> None:
    log = tmp_path / "log"
    line = "cannot reach https://me:secret@packages.example.org/simple/six"
    with pytest.raises(terminal.Failed) as caught:
        terminal.run(["sh", "-c", f"seq 100; echo '{line}'; exit 3"], log)
    assert caught.value.tail.endswith("cannot reach https://.../simple/six")
    assert len(caught.value.tail.splitlines()) == 15
    assert str(log) in str(caught.value)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("error: No space left on device", "make room"),
        ("error: Failed to fetch `https://...`", "network"),
        ("something else", "tries again"),
    ],
)
def test_a_failure_says_what_to_do(
    said: str, advice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    log = tmp_path / "log"
    log.write_text(said)

    def fail() -> None:
        raise terminal.Failed(log)

    one = setup.Step("a thing", "a moment", 0, lambda: False, fail)
    monkeypatch.setattr(setup, "steps", lambda *_: [one])
    monkeypatch.setattr(setup, "VAR", tmp_path)
    assert setup.main([]) == 1
    out = capsys.readouterr().out
    assert "Step 1 of 1: a thing (a moment)" in out
    assert advice in out


def test_too_little_disk_is_told_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []
    one = setup.Step("a thing", "a moment", 1e9, lambda: False, lambda: done.append("it"))
    monkeypatch.setattr(setup, "steps", lambda *_: [one])
    monkeypatch.setattr(setup, "VAR", tmp_path)
    assert setup.main([]) == 1
    assert not done
    assert "make room" in capsys.readouterr().out


def test_what_is_there_is_passed_over_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = setup.Step("a thing", "a moment", 1e9, lambda: True, lambda: None)
    monkeypatch.setattr(setup, "steps", lambda *_: [one])
    monkeypatch.setattr(setup, "VAR", tmp_path)
    assert setup.main([]) == 0
    assert capsys.readouterr().out == ""


def test_two_setups_at_once_wait_for_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, go_on, made = threading.Event(), threading.Event(), []

    def make() -> None:
        at_work.set()
        assert go_on.wait(10)
        made.append("it")

    one = setup.Step("a thing", "a moment", 0, lambda: bool(made), make)
    waits = threading.Event()
    monkeypatch.setattr(setup, "steps", lambda *_: [one])
    monkeypatch.setattr(setup, "VAR", tmp_path)
    monkeypatch.setattr(setup, "say", lambda text: waits.set() if "waiting" in text else None)
    both = [threading.Thread(target=setup.main, args=([],)) for _ in range(2)]
    both[0].start()
    assert at_work.wait(10)
    both[1].start()
    assert waits.wait(10)
    go_on.set()
    for each in both:
        each.join(10)
    assert made == ["it"]


def test_make_alone_tells_what_can_be_made() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = set(re.findall(r"^  make (\w+)", done.stdout, re.MULTILINE))
    assert {"run", "talk", "test", "check", "train", "bench", "clean"} <= told


def test_ci_can_be_run() -> None:
    path = ROOT / ".ci" / "run"
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", str(path)], check=True)


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
