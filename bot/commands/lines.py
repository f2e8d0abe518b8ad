"""JSON Lines in and out, answered by a module that runs in Rasa's own environment."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, TextIO

from bot.children.beside import rasa_environ, rasa_python
from bot.errors import Faults
from bot.settings import ROOT

AT_ONCE = 64
"""Messages that are answered together: more save no time, and the first waits longer."""

Row = dict[str, Any]

Ask = Callable[[Sequence[Any]], list[Row]]
"""Called with a list, gives the list of answers."""


def answer_lines(told: Callable[[Sequence[str]], Iterator[Row]]) -> int:
    """Answers each line of standard input with one line, in order; 1 when one had an error, or
    nobody reads on."""
    faults = 0
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # one bad byte is no reason to lose the rest
    for lines in batches(sys.stdin):
        found = list(told(lines))
        faults += sum("error" in row for row in found)
        try:
            sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
            sys.stdout.flush()
        except BrokenPipeError:  # as `head` does, once it has its lines
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
    return 1 if faults else 0


def message_in(line: str) -> Row | str:
    """The object on a line with its `text`, or what is wrong with it. What is no character of a
    text, as half of a pair is none, becomes a question mark."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return "this is no JSON: write one object a line"
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return 'there is no text: write {"text": ".."}'
    return {**row, "text": row["text"].encode("utf-8", "replace").decode("utf-8")}


@contextmanager
def asking(module: str, *words: str, broken: str) -> Iterator[Ask]:
    """A module of Rasa's room, ready to answer. Raises Faults with `broken` when it is not."""
    with subprocess.Popen(
        command(module, *words),
        cwd=ROOT,
        env=rasa_environ(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        question, answers = _pipe(process.stdin), _pipe(process.stdout)
        if not answers.readline():  # each says first that it is ready
            raise Faults([broken])

        def ask(asked: Sequence[Any]) -> list[Row]:
            question.write(json.dumps(list(asked), ensure_ascii=False) + "\n")
            question.flush()
            line = answers.readline()
            if not line:
                raise Faults([f"{module} ended before it had answered"])
            found: list[Row] = json.loads(line)
            return found

        yield ask
        question.close()


def command(module: str, *words: str) -> list[str]:
    """How a module is run in Rasa's room. Raises BadSettings when that is not installed."""
    return [str(rasa_python(ROOT)), "-W", "ignore", "-m", module, *words]


def batches(lines: TextIO) -> Iterator[list[str]]:
    """The lines as they come: one at once, or as many as wait already."""
    waiting: Queue[str | None] = Queue(4 * AT_ONCE)

    def take() -> None:
        try:
            for line in lines:
                waiting.put(line)
        finally:
            waiting.put(None)

    Thread(target=take, daemon=True).start()
    while (first := waiting.get()) is not None:
        found = [first]
        for line in _more(waiting):
            if line is None:
                waiting.put(None)
                break
            found.append(line)
        yield [each for each in found if each.strip()]


def _more(waiting: Queue[str | None]) -> Iterable[str | None]:
    for _ in range(AT_ONCE - 1):
        try:
            yield waiting.get_nowait()
        except Empty:
            return


def _pipe(end: IO[str] | None) -> IO[str]:
    if end is None:
        raise LookupError("a process without pipes")
    return end
