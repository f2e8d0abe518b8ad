"""`understand`: what the bot understands of messages, as JSON Lines in and out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from bot import settings as settings_
from bot.children.beside import newest_model
from bot.commands.lines import Ask, Row, answer_lines, asking, message_in
from bot.core.catalogue import Category, Urgency
from bot.desk.opening import urgency_of
from bot.errors import Faults
from bot.inbox import Ears
from bot.message import MAX_TEXT
from bot.reading import Reading
from bot.wiring import open_city, open_ears
from bot.wiring.understood import judged

FALLBACK = "nlu_fallback"
REPORT = "report"
ROLES = ("resident", "volunteer", "responder", "coordinator")


@dataclass(frozen=True)
class Message:
    """One message to be understood."""

    text: str
    language: str | None
    """The conversation's, up to now; None when nobody knows."""
    roles: tuple[str, ...] | None
    """None when nobody knows them."""


def understand(model: Path | None) -> int:
    """Answers each line of standard input with one line, in order; 1 when a line was no message."""
    house = settings_.read(os.environ).house
    path = _model(model) if model else newest_model(house.var)
    ears = open_ears(open_city(house.city))
    with rasa(path) as parse:
        return answer_lines(lambda lines: told(ears, parse, lines))


def rasa(model: Path) -> AbstractContextManager[Ask]:
    """Rasa's trained pipeline: for a list of `{text, metadata}` the list of its parses."""
    broken = f"{model}: Rasa could not load this model; `make train` makes one"
    return asking("nlu.parses", str(model), broken=broken)


def told(ears: Ears, parse: Ask, lines: Sequence[str]) -> Iterator[Row]:
    """What is understood of each line."""
    asked = [_message(line, ears.city.languages) for line in lines]
    messages = [each for each in asked if isinstance(each, Message)]
    rows = iter(read_all(ears, parse, messages))
    yield from (next(rows) if isinstance(each, Message) else {"error": each} for each in asked)


def read_all(ears: Ears, parse: Ask, messages: Sequence[Message]) -> list[Row]:
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
        kind = kinds[0]["name"] if is_report and kinds else None
        urgency, why = urgency_in(reading, parsed, ears.city.catalogue.categories.get(str(kind)))
        rows.append(
            {
                "language": reading.unspoken or reading.language,
                "intent": intents[0]["name"],
                "intent_confidence": intents[0]["confidence"],
                "asks_back": parsed["intent"]["name"] == FALLBACK,
                "category": kind,
                "category_ranking": kinds,
                "besides": [each["name"] for each in parsed.get("besides") or ()],
                "topic": _topic(parsed, intents[0]["name"]),
                "urgency": urgency,
                "urgency_why": why,
                "place": place_in(parsed) or (reading.place.text if reading.place else None),
                "off_topic": parsed.get("off_topic", 0.0),
            }
        )
    return rows


def urgency_in(reading: Reading, parsed: Row, category: Category | None) -> tuple[str, str | None]:
    """How urgent a message is, and why: as the actions and the desk judge it."""
    told = parsed.get("urgency") or {}
    words = reading.urgency is Urgency.EMERGENCY and told.get("likely", True)
    level = Urgency.EMERGENCY if words else judged(reading.urgency, told.get("name"))
    if category is not None:
        level = urgency_of(level, category.urgency)
    urgent = level in (Urgency.EMERGENCY, Urgency.HIGH)
    why = reading.why or (category.slug if category else None)
    return level.value, why if urgent else None


def place_in(parsed: Row) -> str | None:
    """The longest words for a place that the trained finder found."""
    found = [each["value"] for each in parsed["entities"] if each["entity"] == "where"]
    return max(found, key=len, default=None)


def _message(line: str, languages: Sequence[str]) -> Message | str:
    """The message on a line, or what is wrong with it."""
    row = message_in(line)
    if isinstance(row, str):
        return row
    language, role = row.get("lang"), row.get("role")
    if role is not None and role not in ROLES:
        return f"no role {role!r}: write one of {', '.join(ROLES)}"
    prior = str(language) if language in languages else None
    return Message(row["text"], prior, (str(role),) if role else None)


def _kinds(parsed: Row) -> list[Row]:
    return list(parsed.get("category_ranking") or ())


def _topic(parsed: Row, intent: str) -> str | None:
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
