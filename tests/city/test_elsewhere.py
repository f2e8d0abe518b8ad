"""Another town in another country, lived in: only its folder differs, the house is the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.city import City
from bot.core.people import Role
from bot.core.tickets import Owner, State
from bot.message import Point
from bot.outbox import show
from bot.reading import Finder
from bot.store import Store
from bot.voice import Voice
from tests.desk.conftest import Desk
from tests.fakes.rasa import FakeRasa
from tests.inbox.conftest import Mailroom

FRIDAY = datetime(2026, 3, 6, 15, 0, tzinfo=UTC)
"""11:00 in Port Alder, on the first day of its weekend; its clocks go forward on the Sunday."""


@pytest.fixture
def desk(store: Store, elsewhere: City) -> Desk:
    """A desk in Port Alder on a Friday."""
    return Desk(store, elsewhere, now=FRIDAY)


def place(city: City, words: str) -> dict[str, Any]:
    """What the finder makes of somebody's words there."""
    found = Finder(city).find(words, "en")
    assert found is not None
    return dict(found.to_facts())


async def said(desk: Desk, person: str, language: str) -> list[str]:
    """All that a person was told, in a language of the town."""
    voice = Voice(desk.city.name, desk.city.zone, desk.city.languages)
    return [show(voice, row, language).text for row in await desk.rows(person)]


async def test_a_lamp_is_mended_from_the_report_to_the_stars(desk: Desk) -> None:
    resident = await desk.person("Ann")
    crew = await desk.person("Bo", Role.RESPONDER, "alder_power")
    where = place(desk.city, "the lamp at the Market Hall is out")
    ref = await desk.open(resident, "street_light", text="the lamp is out", place=where)
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.area, ticket.place_slug) == (
        "alder_power",
        "old_town",
        "market_hall",
    )
    assert ticket.deadline == FRIDAY + timedelta(hours=4)
    for who, verb, facts in (
        (crew, "accept", {}),
        (crew, "resolve", {"text": "new bulb"}),
        (resident, "rate", {"solved": 1}),
        (resident, "rate", {"stars": 5}),
    ):
        await desk.ask(who, verb, ref=ref, **facts)
    assert (await desk.ticket(ref)).state is State.CLOSED
    english, chinese = [(await said(desk, resident, each))[0] for each in ("en", "zh")]
    assert "Alder Power takes care of this in Old Town." in english
    assert "15:00" in english, "the time of the town, not of another"
    assert "桤木电力" in chinese


async def test_its_week_begins_on_sunday_and_its_friday_is_free(desk: Desk) -> None:
    resident = await desk.person("Ann")
    ref = await desk.open(resident, "garbage", place=place(desk.city, "Water Street 4"))
    ticket = await desk.ticket(ref)
    assert ticket.owner == "alder_carters"
    assert ticket.deadline == datetime(2026, 3, 8, 13, 0, tzinfo=UTC), "10:00 by the summer clock"
    told = (await said(desk, resident, "en"))[0]
    assert "Sunday" in told
    assert "10:00" in told


async def test_a_neighbour_brings_a_meal_and_only_then_hears_where(desk: Desk) -> None:
    resident = await desk.person("Ann")
    neighbour = await desk.person("Cy", Role.VOLUNTEER)
    where = place(desk.city, "Wharfside")
    ref = await desk.open(resident, "meal_delivery", text="lunch for my father", place=where)
    ticket = await desk.ticket(ref)
    assert (ticket.owner_kind, ticket.area) == (Owner.VOLUNTEERS, "wharf")
    assert "Wharfside" not in (await said(desk, neighbour, "en"))[0]
    await desk.ask(neighbour, "claim", ref=ref)
    assert "Wharfside" in (await said(desk, neighbour, "en"))[-1]
    await desk.ask(neighbour, "done", ref=ref)
    assert (await desk.ticket(ref)).state is State.RESOLVED


async def test_nobody_answers_and_the_town_desk_has_it(desk: Desk) -> None:
    resident = await desk.person("Ann")
    where = place(desk.city, "the rubbish on Water Street")
    ref = await desk.open(resident, "garbage", place=where)
    await desk.wait(timedelta(days=2))
    ticket = await desk.ticket(ref)
    assert (ticket.owner, ticket.why["key"]) == ("town_desk", "why-last")


async def test_a_decline_offers_the_towns_own_reasons(desk: Desk) -> None:
    resident = await desk.person("Ann")
    crew = await desk.person("Bo", Role.RESPONDER, "alder_power")
    ref = await desk.open(resident, place=place(desk.city, "Water Street"))
    await desk.ask(crew, "decline", ref=ref)
    voice = Voice(desk.city.name, desk.city.zone, desk.city.languages)
    shown = show(voice, (await desk.rows(crew))[-1], "en")
    assert "not our job" in [each.label for row in shown.buttons for each in row]


async def test_danger_is_answered_with_the_numbers_of_the_country(
    store: Store, elsewhere: City
) -> None:
    async with FakeRasa().serving() as rasa:
        mailroom = Mailroom(store, elsewhere, rasa)
        await mailroom.hear("ann", "my father is not breathing, please help")
        await mailroom.hear("bo", point=Point(36.62, 121.22))
        async with mailroom.worker():
            sent = mailroom.platform.sent
            await mailroom.until(lambda: {"ann", "bo"} <= set(sent))
        assert sent["ann"][0].key == "emergency"
        assert "911" in sent["ann"][0].text
        assert "120" not in sent["ann"][0].text
        assert (sent["bo"][0].key, sent["bo"][0].facts["city"]) == ("place-outside", "Port Alder")
