"""`learn` and `classify`: what a city's own history and people's corrections teach."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.children.beside import rasa_python
from bot.commands.understand import batches
from bot.core.rights import GAP, Scrub, known_names
from bot.core.tickets import Move, Ticket
from bot.errors import Faults
from bot.settings import ROOT
from bot.store import Store, Tx, people, tickets

MODEL = "learned.joblib"
LEAST = 10
"""Texts that each label needs: with fewer nothing could be measured."""

MOST_CELL = 10_000_000
"""Signs of a cell at most: petitions are long."""


@dataclass(frozen=True)
class History:
    """A table of what people wrote, and how each was labelled."""

    file: Path
    texts: tuple[str, ...]
    """The columns that are the text, joined by a blank."""
    label: str


def learn(history: History, out: Path) -> int:
    """Learns a city's own labels; 1 when what is there already is better."""
    texts, labels = _read(history)
    told = json.loads(_learner("fit", out, json.dumps({"texts": texts, "labels": labels})))
    print(f"{told['texts']} texts. Macro-F1 on a fifth that was kept back: {told['macro_f1']:.3f}.")
    if not told["kept"]:
        print(
            f"What is in {out} reaches {told['before']:.3f} there, so it stays as it is.",
            file=sys.stderr,
        )
        return 1
    print(f"Kept in {out}: python -m bot classify --model {out} < lines.jsonl")
    return 0


def classify(model: Path) -> int:
    """Labels each line of standard input, `{"text": ..}`, in order; 1 when one was no message."""
    if not (model / MODEL).is_file():
        raise Faults([f"{model}: nothing was learned here; python -m bot learn --history does it"])
    faults = 0
    with _running("classify", model) as process:
        for lines in batches(sys.stdin):
            asked = [_text(each) for each in lines]
            known = [each for each in asked if each is not None]
            found = iter(_ask(process, known) if known else [])
            for text in asked:
                row = {"error": 'write {"text": ".."}'} if text is None else next(found)
                faults += "error" in row
                print(json.dumps(row, ensure_ascii=False))
            sys.stdout.flush()
        if process.stdin is not None:
            process.stdin.close()
    return 1 if faults else 0


async def corrections(out: Path) -> int:
    """Writes the words of tickets whose category somebody put right, for review."""
    found = await _put_right()
    if not found:
        print("Nobody has put a category right yet.")
        return 0
    _write(out, found)
    print(f"{len(found)} sentences are in {out}. Read them, take out what is private or wrong,")
    print("and move the rest to nlu/<language>/corrections.yml; `make train` learns them.")
    return 0


async def _put_right() -> list[tuple[str, str, str]]:
    store = Store(settings_.read(os.environ).house.database)
    async with store.read() as tx:
        found = [each async for each in _corrected(tx)]
    await store.close()
    return found


def _write(out: Path, found: Sequence[tuple[str, str, str]]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(_sheet(found)) + "\n", "utf-8")


async def _corrected(tx: Tx) -> AsyncIterator[tuple[str, str, str]]:
    for ticket in await tickets.every(tx):
        changes = [
            each.facts
            for each in await tickets.events(tx, ticket.ref)
            if each.move is Move.CHANGE and each.facts.get("was")
        ]
        if changes and changes[0]["was"] != ticket.category and ticket.text.strip():
            yield ticket.language, ticket.category, await _redacted(tx, ticket)


async def _redacted(tx: Tx, ticket: Ticket) -> str:
    """The first words of a ticket without names, numbers and where it is."""
    who = await people.person(tx, ticket.resident) if ticket.resident else None
    names = known_names([who.name]) if who else ()
    scrub = Scrub(names, [each for each in ticket.named if each], numbers=True)
    line = " ".join(scrub.text(ticket.text).replace(GAP, " ").split())
    return line.lstrip("-/# ")


def _sheet(found: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """The sentences as Rasa reads them, by language and category."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language, category, text in found:
        groups[language, category].append(text)
    yield "# What people put right: read each line before it is learned."
    yield 'version: "3.1"'
    yield "nlu:"
    for (language, category), texts in sorted(groups.items()):
        yield f"# {language}"
        yield "- intent: report"
        yield "  metadata:"
        yield f"    kind: {category}"
        yield "  examples: |"
        yield from (f"    - {each}" for each in dict.fromkeys(texts))


def _read(history: History) -> tuple[list[str], list[str]]:
    """The texts and labels of a table. Raises Faults with all that is wrong."""
    csv.field_size_limit(MOST_CELL)
    try:
        with history.file.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            wanted, there = [*history.texts, history.label], reader.fieldnames or []
            lacking = [each for each in wanted if each not in there]
            if lacking:
                have = ", ".join(there) or "nothing"
                raise Faults([f"{history.file}: no column {x}; it has {have}" for x in lacking])
            rows = [_row(each, history) for each in reader]
    except OSError as error:
        raise Faults([f"{history.file}: {error.strerror}"]) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Faults([f"{history.file}: this is no table in UTF-8: {error}"]) from error
    pairs = [(text, label) for text, label in rows if text and label]
    _check(history.file, Counter(label for _, label in pairs))
    return [text for text, _ in pairs], [label for _, label in pairs]


def _row(row: dict[str, str | None], history: History) -> tuple[str, str]:
    text = " ".join((row.get(each) or "").strip() for each in history.texts)
    return text.strip(), (row.get(history.label) or "").strip()


def _check(file: Path, labels: Counter[str]) -> None:
    rare = [f"{each} ({n})" for each, n in sorted(labels.items()) if n < LEAST]
    if len(labels) < 2:
        raise Faults([f"{file}: {len(labels)} labels with a text; two are needed at least"])
    if rare:
        told = ", ".join(rare[:10])
        raise Faults([f"{file}: each label needs {LEAST} texts; too few have: {told}"])


def _text(line: str) -> str | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    text = row.get("text") if isinstance(row, dict) else None
    return text if isinstance(text, str) else None


def _ask(process: subprocess.Popen[str], texts: Sequence[str]) -> list[dict[str, Any]]:
    if process.stdin is None or process.stdout is None:
        raise LookupError("a process without pipes")
    process.stdin.write(json.dumps(list(texts), ensure_ascii=False) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise Faults(["the learner ended before it had answered; is the model of this version?"])
    found: list[dict[str, Any]] = json.loads(line)
    return found


def _running(what: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(rasa_python(ROOT)), "-W", "ignore", "-m", "nlu.learner", what, str(folder.absolute())],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _learner(what: str, folder: Path, given: str) -> str:
    with _running(what, folder) as process:
        told, _ = process.communicate(given)
    if process.returncode:
        raise Faults(["the learner failed; its last words stand above"])
    return told
