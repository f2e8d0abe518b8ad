"""Tests of when Rasa's model is trained, and of what is left when it cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts import model, terminal


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with data to train on, and a Rasa that trains in no time."""
    for name, text in {
        "domain.yml": "intents: [greet]",
        "nlu/config.yml": "pipeline: []",
        "nlu/requirements.lock": "rasa==3",
        "nlu/en/everyone.yml": "nlu: []",
        "nlu/components/kind.py": "pass",
        "nlu/.venv/lib/rasa/sample.yml": "nlu: []",
        "stories/rules.yml": "rules: []",
        "bot/desk.py": "pass",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    rasa = 'while [ "$1" != --out ]; do shift; done; [ -e fail ] && exit 1; echo "$*" > "$2/$4"'
    python = tmp_path / "nlu" / ".venv" / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f"#!/bin/sh\n{rasa}\n")
    python.chmod(0o755)
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(terminal, "ROOT", tmp_path)
    monkeypatch.setattr(model, "NLU", tmp_path / "nlu" / ".venv")
    monkeypatch.setattr(model, "MODELS", tmp_path / "models")
    monkeypatch.setattr(model, "LOG", tmp_path / "log")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "domain.yml",
        "nlu/config.yml",
        "nlu/requirements.lock",
        "nlu/en/everyone.yml",
        "nlu/components/kind.py",
        "nlu/importer.py",
        "stories/rules.yml",
        "stories/new.yml",
        "nlu/fr/everyone.yml",
    ],
)
def test_a_model_is_trained_again_when_what_it_is_made_of_changes(room: Path, name: str) -> None:
    model.train()
    assert model.done()
    path = room / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("other: words")
    assert not model.done()


@pytest.mark.parametrize("name", ["bot/desk.py", "nlu/.venv/lib/rasa/sample.yml", "README.md"])
def test_a_model_stays_when_anything_else_changes(room: Path, name: str) -> None:
    model.train()
    (room / name).write_text("other: words")
    assert model.done()


def test_rasa_is_never_pointed_at_its_own_samples(room: Path) -> None:
    assert model.data_folders() == [room / "nlu" / "en", room / "stories"]


def test_a_training_that_fails_leaves_the_old_model_and_nothing_half_made(room: Path) -> None:
    model.train()
    before = list((room / "models").iterdir())
    (room / "domain.yml").write_text("intents: []")
    (room / "fail").touch()
    with pytest.raises(terminal.Failed):
        model.train()
    assert list((room / "models").iterdir()) == before
    assert not model.done()


def test_old_models_are_let_go_and_the_one_in_use_is_the_newest(room: Path) -> None:
    for number in range(5):
        (room / "domain.yml").write_text(f"intents: [{number}]")
        model.train()
        os.utime(model.model(), (number, number))
    kept = sorted((room / "models").iterdir())
    assert len(kept) == model.KEPT
    (room / "domain.yml").write_text("intents: [3]")
    assert model.done()
    assert max(kept, key=lambda path: path.stat().st_mtime) == model.model()
