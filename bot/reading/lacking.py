"""What the languages of a deployment lack: a file that is read without Rasa, or a part of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import Faults
from bot.reading.lexicon import FILE, LEVELS, load_lexicon
from bot.reading.words import load_words

WHOLE = ("veto", *(each.value for each in LEVELS), "units", "leave")
"""What a reading.toml is to have."""


def lacking(folder: Path, languages: Sequence[str]) -> list[str]:
    """Every fault of these languages' files in a folder, one line each; none when all is there."""
    return [fault for each in languages for fault in (*_rules(folder, each), *_words(folder, each))]


def _rules(folder: Path, language: str) -> Iterator[str]:
    try:
        load_lexicon(folder, [language])
    except Faults as faults:
        yield from faults.faults
        return
    table = tomllib.loads((folder / language / FILE).read_text(encoding="utf-8"))
    for section in WHOLE:
        if not table.get(section):
            yield f"{language}/{FILE}: {section}: the section is missing; write it"


def _words(folder: Path, language: str) -> Sequence[str]:
    try:
        load_words(folder, [language])
    except Faults as faults:
        return faults.faults
    return ()
