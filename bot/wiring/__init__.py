"""The only place that joins the parts; the bot and its actions start here."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot import settings as settings_
from bot.channels import Channel, discover
from bot.city import City, load
from bot.clock import Clock
from bot.dialogue import Dialogue
from bot.errors import BadCity
from bot.inbox import Ears, Inbox
from bot.keeping import Keeping
from bot.message import Facts
from bot.outbox import Outbox, Turn
from bot.reading import Finder, Words, answers, called, load_lexicon, read, whom, words_of
from bot.reading.lacking import lacking
from bot.reading.meaning import meaning
from bot.reading.words import known, said_in
from bot.settings import ROOT, Settings
from bot.signals import Signals
from bot.store import Store
from bot.verbs import Ask, do
from bot.voice import Voice, languages
from bot.wiring import understood
from bot.wiring.doors import Rooms, open_door

__all__ = [
    "House",
    "agreed",
    "announced",
    "by_phone",
    "language_in",
    "open_city",
    "open_house",
    "prepare",
    "questions",
    "reply",
    "taken_down",
    "verbs",
]


def now() -> datetime:
    """The time, aware, in UTC: the only clock that is read."""
    return datetime.now(UTC)


@dataclass
class House:
    """All parts, joined."""

    settings: Settings
    city: City
    store: Store
    voice: Voice
    signals: Signals
    dialogue: Dialogue
    inbox: Inbox
    outbox: Outbox
    clock: Clock
    keeping: Keeping
    channels: list[Channel] = field(default_factory=list)


def open_city(folder: Path) -> City:
    """The city of a folder. Raises BadCity with every fault, also a language without its files."""
    city = load(folder)
    missing = [f"no bot/voice/{each}.ftl" for each in city.languages if each not in languages()]
    missing += [f"nlu/{each}" for each in lacking(ROOT / "nlu", city.languages)]
    if missing:
        raise BadCity([f"city.toml: languages: {each}" for each in missing])
    return city


def open_ears(city: City) -> Ears:
    """What reads sentences for a city."""
    lexicon = load_lexicon(ROOT / "nlu", city.languages)
    finder = Finder(city, lexicon.units)
    return Ears(
        city, finder, lambda text, prior: read(text, prior=prior, lexicon=lexicon, finder=finder)
    )


@asynccontextmanager
async def open_house(settings: Settings) -> AsyncIterator[House]:
    """Joins the parts and brings the database up to date; closes all at the end."""
    house = settings.house
    city = open_city(house.city)
    store, signals = Store(house.database), Signals(_secret(house.redis_url))
    voice = Voice(city.name, city.zone, city.languages)
    dialogue = Dialogue(house.rasa_url or "http://127.0.0.1:5005", _secret(house.rasa_token) or "")
    built = House(
        settings=settings,
        city=city,
        store=store,
        voice=voice,
        signals=signals,
        dialogue=dialogue,
        inbox=Inbox(store, open_ears(city), dialogue, signals, now),
        outbox=Outbox(store, voice, signals, now),
        clock=Clock(store, city, signals, now),
        keeping=Keeping(store, (city, voice), dialogue, signals, now),
    )
    _open_channels(built)
    try:
        await store.migrate()
        yield built
    finally:
        await asyncio.gather(dialogue.close(), signals.close(), store.close())


def _open_channels(house: House) -> None:
    rooms = Rooms(
        house.store, house.city, house.voice, house.signals, now, house.settings.house.var
    )
    for module in discover():
        door = open_door(rooms, trusted=getattr(module, "TRUSTED", False))
        channel = module.open_channel(house.settings.channels[module.NAME], door)
        if channel is not None:
            house.channels.append(channel)
            house.outbox.senders[channel.name] = channel


def _secret(value: Any) -> str | None:
    return value.get_secret_value() if value is not None else None


# The action server's side.


@dataclass(frozen=True)
class _Desk:
    store: Store
    ears: Ears


_desks: dict[int, _Desk] = {}


async def verbs(verb: str, facts: Facts, metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Does one verb for an action of Rasa: one transaction, once for a message.

    `metadata` is what the inbox gave Rasa with the message. What the verb says is laid in
    the outbox; what it refuses is said there too. Raises what the database raises.
    """
    desk = _desk()
    turn = Turn(
        int(metadata["inbox"]),
        str(metadata["address"]),
        str(metadata["person"]),
        shared=bool(metadata.get("shared")),
    )
    full = understood.understood(desk.ears, verb, dict(facts), metadata)
    full |= await asyncio.to_thread(understood.likened, desk.ears, verb, full)
    async with desk.store.write() as tx:
        return await do(tx, desk.ears.city, Ask(verb, full, turn.person, turn, now()))


def _desk() -> _Desk:
    """The parts that verbs need, once for an event loop."""
    loop = id(asyncio.get_running_loop())
    if loop not in _desks:
        _desks[loop] = _Desk(Store(settings_.read(os.environ).house.database), _ears())
    return _desks[loop]


def prepare() -> None:
    """Loads what verbs need, so that the first of them need not. Raises BadCity, BadSettings."""
    _ears()
    meaning("hello", None)


@cache
def _ears() -> Ears:
    """What reads sentences, once for the process."""
    return open_ears(open_city(settings_.read(os.environ).house.city))


def questions(category: str, text: str, for_whom: str | None) -> list[dict[str, Any]]:
    """What a report of a category is asked besides: `{key, answers, held}` for each question."""
    return understood.questions(_ears(), category, text, for_whom)


def reply(category: str, question: str, text: str, *, yes: bool | None = None) -> str | None:
    """The key of the answer to a question that words choose; `yes` for a mere yes or no."""
    return understood.reply(_ears(), category, question, (text, yes))


def renumbered(known: str, text: str, language: str) -> Facts | None:
    """The place that `known` names, behind the door that `text` says instead."""
    found = _ears().finder.renumbered(known, text, language)
    return found.to_facts() if found else None


def announced(text: str) -> str:
    """The code for whom somebody says that they write."""
    return whom.announced(text, _words())


def agreed(text: str) -> bool | None:
    """Whether one part of what somebody says is a plain yes, or a plain no."""
    return answers.agreed(text, _words())


def taken_down(text: str) -> bool:
    """Whether staff say that they take down what somebody tells them."""
    return said_in(_words(), "staff", "taken_down", text)


def by_phone(text: str) -> bool:
    """Whether staff say that somebody called."""
    return said_in(_words(), "staff", "by_phone", text)


def language_in(text: str) -> str | None:
    """The one language that a sentence asks for, by its name in any language."""
    return called.language_in(text, words_of(known()))


def _words() -> Words:
    return words_of(_ears().city.languages)
