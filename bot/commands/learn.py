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

from bot import settings as settings_
from bot.children.beside import rasa_environ
from bot.commands.lines import Ask, Row, answer_lines, asking, command, message_in
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
    broken = f"{model}: this model could not be loaded; learn it anew with this version"
    with asking("nlu.learner", "classify", str(model.absolute()), broken=broken) as ask:
        return answer_lines(lambda lines: _labelled(ask, lines))


def _labelled(ask: Ask, lines: Sequence[str]) -> Iterator[Row]:
    asked = [message_in(each) for each in lines]
    texts = [each["text"] for each in asked if isinstance(each, dict)]
    found = iter(ask(texts) if texts else [])
    yield from (next(found) if isinstance(each, dict) else {"error": each} for each in asked)


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
    first: dict[str, str] = {}
    for event in await tickets.moves(tx, Move.CHANGE):
        if event.facts.get("was"):
            first.setdefault(event.ref, str(event.facts["was"]))
    for ref, was in first.items():
        ticket = await tickets.get(tx, ref)
        if ticket and ticket.category != was and ticket.text.strip():
            yield ticket.language, ticket.category, await _redacted(tx, ticket)


async def _redacted(tx: Tx, ticket: Ticket) -> str:
    """The first words of a ticket without names, numbers and where it is."""
    who = await people.person(tx, ticket.resident) if ticket.resident else None
    names = known_names([who.name]) if who else ()
    scrub = Scrub(names, [each for each in ticket.named if each], numbers=True)
    line = " ".join(scrub.text(ticket.text).replace(GAP, " ").replace("](", "] (").split())
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


def _learner(what: str, folder: Path, given: str) -> str:
    done = subprocess.run(
        command("nlu.learner", what, str(folder.absolute())),
        input=given,
        cwd=ROOT,
        env=rasa_environ(os.environ),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Faults(["the learner failed; its last words stand above"])
    return done.stdout
