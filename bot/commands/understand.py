"""`understand`: what the bot understands of messages, as JSON Lines in and out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, TextIO

from bot import settings as settings_
from bot.children.beside import newest_model, rasa_python
from bot.core.catalogue import Urgency
from bot.errors import Faults
from bot.inbox import Ears
from bot.message import MAX_TEXT
from bot.reading import Reading
from bot.settings import ROOT
from bot.wiring import open_city, open_ears
from bot.wiring.understood import judged

AT_ONCE = 64
"""Messages that are read together: more save no time, and the first waits longer."""

FALLBACK = "nlu_fallback"
REPORT = "report"
ROLES = ("resident", "volunteer", "responder", "coordinator")

Row = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """One message to be understood."""

    text: str
    language: str
    """The conversation's, up to now."""
    roles: tuple[str, ...] | None
    """None when nobody knows them."""


def understand(model: Path | None) -> int:
    """Answers each line of standard input with one line, in order; 1 when a line was no message."""
    house = settings_.read(os.environ).house
    path = _model(model) if model else newest_model(house.var)
    ears = open_ears(open_city(house.city))
    faults = 0
    with rasa(path) as parse:
        for lines in batches(sys.stdin):
            for row in told(ears, parse, lines):
                faults += "error" in row
                print(json.dumps(row, ensure_ascii=False))
            sys.stdout.flush()
    return 1 if faults else 0


def told(ears: Ears, parse: Parse, lines: Sequence[str]) -> Iterator[Row]:
    """What is understood of each line."""
    asked = [_message(line, ears.city.languages) for line in lines]
    messages = [each for each in asked if isinstance(each, Message)]
    rows = iter(read_all(ears, parse, messages))
    yield from (next(rows) if isinstance(each, Message) else {"error": each} for each in asked)


def read_all(ears: Ears, parse: Parse, messages: Sequence[Message]) -> list[Row]:
    """What is understood of messages: Rasa's parse and the reading."""
    readings = [ears.read(each.text[:MAX_TEXT], each.language) for each in messages]
    asked = [
        {
            "text": message.text[:MAX_TEXT],
            "metadata": {
                "roles": message.roles,
                "place": reading.place.text if reading.place else None,
            },
        }
        for message, reading in zip(messages, readings, strict=True)
    ]
    rows = []
    for reading, parsed in zip(readings, parse(asked) if asked else [], strict=True):
        intents, kinds = parsed.get("intent_ranking") or [parsed["intent"]], _kinds(parsed)
        is_report = intents[0]["name"] == REPORT
        urgency, why = urgency_in(reading, parsed, kinds[0]["name"] if kinds else None)
        rows.append(
            {
                "language": reading.unspoken or reading.language,
                "intent": intents[0]["name"],
                "intent_confidence": intents[0]["confidence"],
                "asks_back": parsed["intent"]["name"] == FALLBACK,
                "category": kinds[0]["name"] if is_report and kinds else None,
                "category_ranking": kinds,
                "topic": _topic(parsed, intents[0]["name"]),
                "urgency": urgency,
                "urgency_why": why,
                "place": place_in(parsed) or (reading.place.text if reading.place else None),
                "off_topic": parsed.get("off_topic", 0.0),
            }
        )
    return rows


def urgency_in(reading: Reading, parsed: Row, kind: str | None) -> tuple[str, str | None]:
    """How urgent a message is, and why: as the actions and the desk judge it."""
    told = parsed.get("urgency") or {}
    words = reading.urgency is Urgency.EMERGENCY and told.get("likely", True)
    level = Urgency.EMERGENCY if words else judged(reading.urgency, told.get("name"))
    urgent = level in (Urgency.EMERGENCY, Urgency.HIGH)
    return level.value, reading.why or (kind if urgent else None)


def place_in(parsed: Row) -> str | None:
    """The longest words for a place that the trained finder found."""
    found = [each["value"] for each in parsed["entities"] if each["entity"] == "where"]
    return max(found, key=len, default=None)


Parse = Any
"""Called with a list of `{text, metadata}`, gives the list of Rasa's parses."""


@contextmanager
def rasa(model: Path) -> Iterator[Parse]:
    """Rasa's trained pipeline in its own process. Raises Faults when it does not start."""
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "LOG_LEVEL": "ERROR"}
    quiet |= {"SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [str(rasa_python(ROOT)), "-W", "ignore", "-m", "nlu.parses", str(model)],
        cwd=ROOT,
        env={**os.environ, **quiet},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        question, answers = _pipe(process.stdin), _pipe(process.stdout)
        if not answers.readline():
            raise Faults([f"{model}: Rasa could not load this model; `make train` makes one"])

        def parse(asked: Sequence[Mapping[str, Any]]) -> list[Row]:
            question.write(json.dumps(list(asked), ensure_ascii=False) + "\n")
            question.flush()
            line = answers.readline()
            if not line:
                raise Faults(["Rasa ended before it had answered"])
            found: list[Row] = json.loads(line)
            return found

        yield parse
        question.close()


def _pipe(end: IO[str] | None) -> IO[str]:
    if end is None:
        raise LookupError("a process without pipes")
    return end


def batches(lines: TextIO) -> Iterator[list[str]]:
    """The lines as they come: one at once, or as many as wait already."""
    waiting: Queue[str | None] = Queue(4 * AT_ONCE)

    def take() -> None:
        for line in lines:
            waiting.put(line)
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


def _message(line: str, languages: Sequence[str]) -> Message | str:
    """The message on a line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except ValueError:
        return "this is no JSON: write one object a line"
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return 'there is no text: write {"text": ".."}'
    language, role = row.get("lang"), row.get("role")
    if role is not None and role not in ROLES:
        return f"no role {role!r}: write one of {', '.join(ROLES)}"
    prior = language if language in languages else languages[0]
    return Message(row["text"], str(prior), (str(role),) if role else None)


def _kinds(parsed: Mapping[str, Any]) -> list[Row]:
    return list(parsed.get("category_ranking") or ())


def _topic(parsed: Mapping[str, Any], intent: str) -> str | None:
    topics = parsed.get("topic_ranking") or ()
    return topics[0]["name"] if intent == "faq" and topics else None


def _model(given: Path) -> Path:
    """The model's archive: the file itself, or the newest of a folder. Raises Faults."""
    if given.is_file():
        return given.absolute()
    found = sorted(given.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise Faults([f"{given}: no model (*.tar.gz) is here; `make train` makes one"])
    return found[-1].absolute()
