"""What is said without a ticket: a greeting, help, a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.people import Person, Role
from bot.desk.frame import Act, Row
from bot.desk.opening import place_of
from bot.message import Button
from bot.store import people

Facts = Mapping[str, Any]


def roles_key(who: Person) -> str:
    """The role whose help a person needs first."""
    if who.coordinator:
        return "coordinator"
    if who.staff_of:
        return "responder"
    return "volunteer" if who.volunteer else "resident"


def first_taps(who: Person) -> tuple[Row, ...]:
    """What a person is most likely to want, for each of their roles."""
    rows: list[Row] = []
    if who.coordinator or who.staff_of:
        rows.append((Button("tap-queue", "queue"), Button("tap-digest", "digest_now")))
        rows.append((Button("tap-file-for", "file_for"),))
    if who.coordinator:
        rows.append((Button("tap-people", "people"), Button("tap-invite", "invite")))
    if who.volunteer:
        rows.append((Button("tap-tasks", "list_tasks"), Button("tap-my-tickets", "list_tickets")))
    if rows:
        return tuple(rows)
    return ((Button("tap-my-tickets", "list_tickets"), Button("tap-language", "set_language")),)


def several(who: Person) -> list[dict[str, Any]]:
    """What each role of somebody who has several can do, a line each; else nothing."""
    roles = [each for each in reversed(Role) if each in who.roles and each is not Role.RESIDENT]
    if len(roles) < 2:
        return []
    return [{"key": f"can-{each}", "facts": {}} for each in roles]


async def greet(act: Act, facts: Facts) -> dict[str, Any]:
    """A welcome that says what one can do here."""
    if lines := several(act.who):
        act.answer("welcome-many", {**_city(act), "lines": lines}, *first_taps(act.who))
    else:
        act.answer(f"welcome-{roles_key(act.who)}", _city(act), *first_taps(act.who))
    return {"key": "welcome"}


async def help_(act: Act, facts: Facts) -> dict[str, Any]:
    """What can be done here, by role."""
    if lines := several(act.who):
        act.answer("help-many", {"lines": lines}, *first_taps(act.who))
    else:
        act.answer(f"help-{roles_key(act.who)}", _city(act), *first_taps(act.who))
    return {"key": "help"}


def _city(act: Act) -> dict[str, Any]:
    return {"city": act.city.names.get(act.who.language) or next(iter(act.city.names.values()))}


def line_only(key: str) -> Any:
    """A verb that only says one sentence."""

    async def say(act: Act, facts: Facts) -> dict[str, Any]:
        act.answer(key, _city(act))
        return {"key": key}

    return say


async def set_language(act: Act, facts: Facts) -> dict[str, Any]:
    """Speaks the language from now on; asks which when it is not named."""
    wanted = facts.get("to")
    if wanted not in act.city.languages:
        row = tuple(
            Button(f"tap-language-{each}", "set_language", {"to": each})
            for each in act.city.languages
        )
        act.answer("language-which", {}, row)
        return {"key": "language-which"}
    await people.set_language(act.tx, act.who.id, str(wanted))
    act.answer("language-set", {"language": str(wanted)})
    return {"key": "language-set", "to": str(wanted)}


async def keep_photo(act: Act, facts: Facts) -> dict[str, Any]:
    """A picture came before the words: it waits for them."""
    act.answer("photo-kept")
    return {"key": "photo-kept"}


async def keep_place(act: Act, facts: Facts) -> dict[str, Any]:
    """A place came before the words: it waits for them."""
    place = place_of(facts.get("place"))
    if place["place"] or place["area"]:
        spot = {"key": "spot-place", "facts": {"place": place["place"]}}
        if not place["place"]:
            spot = {"key": "spot-area", "facts": {"area": place["area"]}}
        act.answer("place-kept", {"spot": spot}, *_or_of(facts.get("ref")))
        return {"key": "place-kept"}
    act.answer("place-outside", _city(act))
    return {"key": "place-outside"}


def _or_of(ref: object) -> tuple[Row, ...]:
    """It may be meant for the ticket just opened, too."""
    if not ref:
        return ()
    return ((Button("tap-place-of", "change_place", {"ref": str(ref)}, {"number": str(ref)}),),)


async def not_sure(act: Act, facts: Facts) -> dict[str, Any]:
    """Says that it is not clear, with the likeliest readings as buttons, and a person."""
    rows: list[Row] = []
    about = {"ref": facts["ref"]} if facts.get("ref") else {}
    for each in list(facts.get("readings") or [])[:3]:
        category, topic = each.get("category"), each.get("topic")
        if category:
            label = Button("tap-kind", "report", {"category": category}, {"category": category})
        elif topic:
            label = Button("tap-topic", "faq", {"topic": topic}, {"topic": topic})
        else:
            label = Button(f"tap-do-{each.get('intent')}", str(each.get("intent")), about)
        rows.append((label,))
    rows.append((Button("tap-person", "talk_to_human"),))
    act.answer("not-understood", {}, *rows)
    return {"key": "not-understood"}


async def later(act: Act, facts: Facts) -> dict[str, Any]:
    """Says kindly that this is not there yet, and who helps meanwhile."""
    act.answer("comes-later", {}, (Button("tap-person", "talk_to_human"),))
    return {"key": "comes-later"}
