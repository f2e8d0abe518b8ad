"""What one message asks for: a verb, a question to Rasa, or one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot import reading
from bot.inbox.links import spot_in
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
    "end": "end_relay",
    "join": "join",
    "invite": "invite",
    "people": "people",
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
    if heard.news is not None:
        return _news(heard)
    if heard.edits is not None:
        return Do("edited")
    if heard.tap is not None:
        return _tap(heard.tap)
    text = reading.clean(heard.text)
    return _text(text, heard) if text else _wordless(heard)


def _wordless(heard: Heard) -> Sense:
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


def _news(heard: Heard) -> Sense:
    """What happened to a group."""
    what, _, to = (heard.news or "").partition(" ")
    if what == "joined":
        return Do("meet_group", {"group": heard.group})
    return Do("move_group", {"to": to}) if what == "moved" else Do("leave_group")


def _text(text: str, heard: Heard) -> Sense:
    if text.startswith("/"):
        return _command(text, heard)
    if len(text) > MAX_TEXT:
        return Think(text[:MAX_TEXT])
    if reading.is_only_emoji(text) and not set(text) & STARS:
        return Tell("only-emoji")
    return Think(text)


def _command(text: str, heard: Heard) -> Sense:
    words = text[1:].split()
    name = words[0].split("@")[0].lower() if words else ""
    if name == "start" and len(words) == 2:
        return _start(text, words[1], heard)
    if name == "desk" and len(words) <= 2:
        return Do("open_desk", {"code": "".join(words[1:]), "group": heard.group})
    if len(words) != 1:
        return Tell("slash-order")
    if name in ("stop", "cancel"):
        return Think(text, {"intent": "stop", "entities": {}})
    return Do(COMMANDS[name]) if name in COMMANDS else Tell("slash-order")


def _start(text: str, word: str, heard: Heard) -> Sense:
    """A deep link: a place where it was scanned, or an invitation."""
    if spot_in(text) is not None:
        return Think("", {"intent": "inform_place", "entities": {}})
    if heard.group is not None:
        return Do("open_desk", {"code": word, "group": heard.group})
    return Do("join_by_code", {"code": word[:64]})
