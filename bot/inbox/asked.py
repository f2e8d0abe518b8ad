"""What words answer when a plain question of ours was the last thing said: no Rasa is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.city import City
from bot.inbox.scene import Scene
from bot.message import parse_payload
from bot.reading.codes import find_code, is_code
from bot.reading.free import find_free
from bot.reading.names import find_like, find_named
from bot.reading.text import fold
from bot.reading.words import Words, said_in, words_of
from bot.store import Tx, mail
from bot.store.tables import OutboxRow
from bot.verbs import Ask

Facts = dict[str, Any]
Found = tuple[str, Facts] | None

MOST = 200
"""Characters of an answer to such a question; what is longer has more to say."""

_ENDS = re.compile(r"[\s.!,。！，、~～،]+$")


async def answer(tx: Tx, scene: Scene, city: City) -> Ask | None:
    """The verb that the words ask for, or None when they answer no such question."""
    heard = scene.heard
    if heard.tap is not None or scene.reading.refs or len(heard.text) > MOST:
        return None
    found: Found = None
    if is_code(heard.text):
        found = "join_by_code", {"code": find_code(heard.text, words_of(city.languages))}
    elif not scene.address.busy:
        last = await mail.last_answer(tx, scene.address.id)
        found = _ANSWERS[last.key](scene, city, last) if last and last.key in _ANSWERS else None
    if found is None:
        return None
    return Ask(found[0], found[1], scene.person.id, scene.turn, scene.now)


def _sure(scene: Scene, city: City, last: OutboxRow) -> Found:
    """A bare yes is a tap on the first button, a bare no leaves it."""
    said = _ENDS.sub("", fold(scene.heard.text))
    words = words_of(city.languages)
    if words.pattern("answers", "no").fullmatch(said):
        return "stop", {}
    taps = [each["tap"] for row in last.buttons for each in row]
    return (
        parse_payload(taps[0]) if taps and words.pattern("answers", "yes").fullmatch(said) else None
    )


def _area(scene: Scene, city: City, last: OutboxRow) -> Found:
    more = {"more": 1} if any('"more"' in str(each) for each in last.buttons) else {}
    if scene.heard.point is not None:
        return "set_area", {"place": {"area": city.area_at(scene.heard.point)}, **more}
    place = scene.reading.place
    if place is not None and place.area is not None:
        return "set_area", {"place": {"area": place.area}, **more}
    if said_in(words_of(city.languages), "answers", "anywhere", scene.heard.text):
        return "set_area", {"area": "all"}
    return None


def _skills(scene: Scene, city: City, last: OutboxRow) -> Found:
    found = find_named(scene.heard.text, city.skills, words_of(city.languages))
    return ("set_skill", {"text": scene.heard.text}) if found else None


def _free(scene: Scene, city: City, last: OutboxRow) -> Found:
    text = scene.heard.text
    words = words_of(city.languages)
    if last.key == "pause-which":
        text = _until(words, scene.reading.language).format(text)
    told = find_free(text, scene.now.astimezone(city.zone), words)
    return ("set_availability", {"text": text}) if told else None


def _until(words: Words, language: str) -> str:
    """How a language says "pause until {}"; the first language's way, where it has none."""
    ways = {each.language: str(each.get("answers", "until")) for each in words.tongues}
    return ways.get(language) or next(iter(ways.values()), "{}")


def _responder(scene: Scene, city: City, last: OutboxRow) -> Found:
    names = {slug: each.names for slug, each in city.catalogue.responders.items()}
    found = find_like(scene.heard.text, names)
    return ("invite", {"text": scene.heard.text}) if found else None


def _code(scene: Scene, city: City, last: OutboxRow) -> Found:
    code = find_code(scene.heard.text, words_of(city.languages), asked=True)
    return ("join_by_code", {"code": code}) if code else None


_ANSWERS: Mapping[str, Callable[[Scene, City, OutboxRow], Found]] = {
    "leave-sure": _sure,
    "remove-sure": _sure,
    "area-which": _area,
    "area-unknown": _area,
    "skills-which": _skills,
    "free-which": _free,
    "pause-which": _free,
    "availability-which": _free,
    "invite-which": _responder,
    "code-which": _code,
}
