"""Spoken to simply: turned on and off, few choices, and the rest behind "more"."""

from __future__ import annotations

from bot.message import parse_payload
from bot.outbox import show
from bot.store import people
from bot.voice import Voice
from tests.desk.conftest import Desk


async def test_simple_speech_is_turned_on_and_off(desk: Desk) -> None:
    person = await desk.person("Wang")
    for facts, key, simple in (
        ({}, "simple-on", True),
        ({"on": 1}, "simple-on", True),
        ({"on": 0}, "simple-off", False),
    ):
        assert (await desk.ask(person, "elder_mode", **facts))["key"] == key
        async with desk.store.read() as tx:
            assert (await people.person(tx, person)).simple is simple


async def test_every_choice_can_be_reached_two_at_a_time(desk: Desk) -> None:
    person = await desk.person("Wang")
    voice = Voice(desk.city.name, desk.city.zone, desk.city.languages)
    ref = await desk.open(person)
    await desk.ask(person, "change_kind", ref=ref)
    row = (await desk.rows(person))[-1]
    every = {each["tap"] for line in row.buttons for each in line}
    assert len(every) > 4
    seen: set[str] = set()
    for _ in range(4):
        shown = show(voice, row, "en", simple=True)
        first, second, more = [line[0].tap for line in shown.buttons]
        seen |= {first, second}
        verb, facts = parse_payload(more) or ("", {})
        assert (await desk.ask(person, verb, **facts))["key"] == "more-choices"
        row = (await desk.rows(person))[-1]
    assert seen == every


async def test_more_of_anothers_message_or_of_none_is_a_dead_button(desk: Desk) -> None:
    person, other = await desk.person("Wang"), await desk.person("Zhao")
    await desk.open(person)
    row = (await desk.rows(person))[-1]
    for facts in ({"of": row.id}, {"of": 10**9}, {"of": "x"}, {}):
        assert (await desk.ask(other, "more", **facts))["key"] == "tap-unknown"
    await desk.ask(person, "thanks")
    plain = (await desk.rows(person))[-1]
    assert (await desk.ask(person, "more", of=plain.id))["key"] == "tap-unknown"
