"""What one message asks for: a verb, a question to Rasa, or one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot import reading
from bot.message import MAX_TEXT, Facts, Heard, parse_payload
from bot.verbs import QUESTIONS, VERBS

COMMANDS: Mapping[str, str] = {
    "start": "greet",
    "help": "help",
    "status": "list_tickets",
    "tasks": "list_tasks",
    "queue": "queue",
    "digest": "digest_now",
    "language": "set_language",
    "privacy": "privacy",
}
"""What an app's menu of commands writes, each alone on its line, and the verb it means."""


@dataclass(frozen=True, slots=True)
class Do:
    """A verb, straight from a tap or a command of the app's menu."""

    verb: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tell:
    """One sentence, and nothing else happens."""

    key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Think:
    """A matter for Rasa: words, or a parse."""

    text: str
    parse: Mapping[str, Any] | None = None


STARS = frozenset("⭐★🌟")

Sense: TypeAlias = Do | Tell | Think


def sense(heard: Heard) -> Sense:
    """What a message asks for, by its form alone."""
    if heard.tap is not None:
        return _tap(heard.tap)
    text = reading.clean(heard.text)
    if text:
        return _text(text)
    if heard.photo is not None:
        return Think("", {"intent": "send_photo", "entities": {}})
    if heard.point is not None:
        return Think("", {"intent": "inform_place", "entities": {}})
    return Tell(heard.flaw or "empty-message")


def _tap(tap: str) -> Sense:
    found = parse_payload(tap)
    if found is None:
        return Tell("tap-unknown")
    verb, facts = found
    if verb in QUESTIONS:
        return Think("", {"intent": verb, "entities": _scalars(facts)})
    known = VERBS.get(verb)
    if known is None or not known.direct:
        return Tell("tap-unknown")
    return Do(verb, _scalars(facts))


def _scalars(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in facts.items() if isinstance(v, str | int | float | bool)}


def _text(text: str) -> Sense:
    if text.startswith("/"):
        return _command(text)
    if len(text) > MAX_TEXT:
        return Think(text[:MAX_TEXT])
    if reading.is_only_emoji(text) and not set(text) & STARS:
        return Tell("only-emoji")
    return Think(text)


def _command(text: str) -> Sense:
    words = text[1:].split()
    name = words[0].split("@")[0].lower() if words else ""
    if name == "start" and len(words) == 2:
        return Do("join_by_code", {"code": words[1][:64]})
    if len(words) != 1:
        return Tell("slash-order")
    if name in ("stop", "cancel"):
        return Think(text, {"intent": "stop", "entities": {}})
    return Do(COMMANDS[name]) if name in COMMANDS else Tell("slash-order")
