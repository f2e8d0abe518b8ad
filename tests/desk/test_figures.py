"""Rates and patterns of declines, where officials read them."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import settings
from bot.commands.rates import Wish, measure
from bot.core.people import Role
from bot.desk import figures
from bot.message import parse_payload
from bot.voice import Voice, languages
from bot.wiring import open_house
from tests.desk.conftest import PLACE, Desk


@pytest.fixture
async def chief(desk: Desk) -> str:
    """A coordinator."""
    return await desk.person("Chen", Role.COORDINATOR)


async def lift(desk: Desk) -> tuple[str, str]:
    """A lift's ticket, and whom it is laid before."""
    ref = await desk.open(await desk.person(f"Wang {desk.messages}"), "elevator")
    return ref, str((await desk.ticket(ref)).owner)


async def solved(desk: Desk, staff: str, ref: str, **answers: int) -> None:
    """Staff say that it is done, and the resident what they think of it."""
    await desk.ask(staff, "resolve", ref=ref)
    resident = (await desk.ticket(ref)).resident
    for name, value in answers.items():
        await desk.ask(resident, "rate", ref=ref, **{name: value})


async def staff_of(desk: Desk, responder: str) -> str:
    return await desk.person(f"Li of {responder}", Role.RESPONDER, responder)


async def told(desk: Desk, person: str) -> list[dict[str, Any]]:
    """The lines of what a person was told last."""
    return list((await desk.rows(person))[-1].facts["lines"])


async def keys(desk: Desk, person: str) -> list[str]:
    return [each["key"] for each in await told(desk, person)]


async def passed_on(desk: Desk, times: int = 5) -> str:
    """A lift company passes on so many tickets; gives its slug."""
    owner, staff = "", ""
    for _ in range(times):
        ref, owner = await lift(desk)
        staff = staff or await staff_of(desk, owner)
        await desk.ask(staff, "decline", ref=ref, reason="not_ours")
    return owner


async def test_who_passes_on_what_it_is_asked_stands_in_the_coordinators_digest(
    desk: Desk, chief: str
) -> None:
    owner = await passed_on(desk, 4)
    await desk.ask(chief, "digest_now")
    assert "passing" not in await keys(desk, chief)
    ref, _ = await lift(desk)
    await desk.wait(timedelta(days=1))
    history = [each.move.value for each in await desk.events(ref)]
    assert "unanswered" in history
    await desk.ask(chief, "digest_now")
    lines = [each for each in await told(desk, chief) if each["key"].startswith("passing-line")]
    found = next(each for each in lines if each["facts"]["responder"] == owner)
    assert found["key"] == "passing-line-reason"
    assert found["facts"] == {
        **{"responder": owner, "asked": 5, "declined": 4, "unanswered": 1},
        "reason": "not_ours",
    }


async def test_an_office_reads_of_those_whom_it_stands_behind_and_of_no_others(
    desk: Desk,
) -> None:
    await passed_on(desk)
    ladder = desk.city.catalogue.categories["elevator"].ladder
    behind = await staff_of(desk, str(ladder[-1].responder))
    other = await staff_of(desk, "insurance_centre")
    ours = await staff_of(desk, "haixun_telecom")
    for reader in (behind, other, ours):
        await desk.ask(reader, "digest_now")
    assert "passing-line-reason" in await keys(desk, behind)
    for reader in (other, ours):
        assert "digest-quiet" in await desk.heard(reader) or "passing" not in await keys(
            desk, reader
        )


async def test_mondays_digest_tells_coordinators_the_months_rates(desk: Desk, chief: str) -> None:
    ref, owner = await lift(desk)
    staff = await staff_of(desk, owner)
    await solved(desk, staff, ref, solved=1, contacted=1, stars=5)
    await desk.wait(timedelta(days=1, hours=-2))  # Tuesday at eight: the first that there is
    assert "rates-month" in await keys(desk, chief)
    await lift(desk)
    await desk.wait(timedelta(days=1))
    assert (await desk.heard(chief)).count("digest") == 2
    assert "rates-month" not in await keys(desk, chief)
    await desk.wait(timedelta(days=5))
    assert "rates-month" in await keys(desk, chief)


async def test_the_figures_are_those_of_the_command_and_few_answers_are_no_share(
    desk: Desk, chief: str, tmp_path: Path
) -> None:
    staff, refs = "", []
    for n in range(5):
        ref, owner = await lift(desk)
        staff = staff or await staff_of(desk, owner)
        answers = {"solved": 1, "contacted": int(n > 0)} if n else {"solved": 1}
        await solved(desk, staff, ref, **answers)
        refs.append(ref)
    desk.now += timedelta(minutes=1)
    await desk.ask(chief, "stats")
    without, took, three = await told(desk, chief)
    assert without["facts"]["without_rate"]["key"] == "share-sure"
    assert took["key"] == "rates-took-others"
    assert three["facts"]["solved_rate"] == {
        "key": "share",
        "facts": {"yes": 5, "of": 5, "percent": 100},
    }
    assert three["facts"]["contacted_rate"] == {"key": "share-few", "facts": {"yes": 4, "of": 4}}
    assert three["facts"]["satisfied_rate"]["key"] == "share-none"
    environ = {**os.environ, "MANYHANDS_VAR": str(tmp_path)}
    async with open_house(settings.read(environ)) as house:
        house.store = desk.store
        wish = Wish(until=desk.now.isoformat(), since=(desk.now - timedelta(days=30)).isoformat())
        printed = await measure(house, wish)
    shown = without["facts"]["without_rate"]["facts"]
    assert (shown["yes"], shown["of"]) == (
        printed["without_government"]["yes"],
        printed["without_government"]["of"],
    )
    assert shown["low"] == round(100 * printed["without_government"]["low"])


async def test_the_figures_can_be_looked_at_by_three_ways(desk: Desk, chief: str) -> None:
    ref, owner = await lift(desk)
    await solved(desk, await staff_of(desk, owner), ref)
    lamp = await desk.open(await desk.person("Zhao"), "street_light")
    clerk = await staff_of(desk, str((await desk.ticket(lamp)).owner))
    await solved(desk, clerk, lamp, solved=1)
    await desk.ask(clerk, "resolve", ref=await desk.open(await desk.person("Qian")))
    meal = await desk.open(await desk.person("Sun"), "meal_delivery")
    desk.now += timedelta(minutes=1)
    await desk.ask(chief, "stats")
    taps = [parse_payload(str(each["tap"])) for each in (await desk.rows(chief))[-1].buttons[0]]
    assert taps == [("stats", {"by": each}) for each in ("responder", "category", "area")]
    await desk.ask(chief, "stats", by="responder")
    first, second = await told(desk, chief)
    assert first["facts"]["by"]["facts"] == {"responder": "lighting_division"}
    assert (first["facts"]["done"], first["facts"]["silent"]) == (2, 1)
    assert second["facts"]["by"]["facts"] == {"responder": owner}
    assert len((await desk.rows(chief))[-1].buttons[0]) == 2
    await desk.ask(chief, "stats", by="category")
    found = [each["facts"]["category"] for each in await told(desk, chief)]
    assert found == ["street_light", "elevator"]
    await desk.ask(chief, "stats", by="area")
    assert await keys(desk, chief) == ["stats-area"]
    assert (await desk.ticket(meal)).is_open


async def test_staff_see_the_figures_of_their_own_and_residents_none(desk: Desk) -> None:
    ref, owner = await lift(desk)
    staff, other = await staff_of(desk, owner), await staff_of(desk, "lighting_division")
    await solved(desk, staff, ref)
    desk.now += timedelta(minutes=1)
    assert (await desk.ask(other, "stats"))["key"] == "stats-none"
    assert (await desk.ask(staff, "stats"))["key"] == "stats-own"
    assert await keys(desk, staff) == ["rates-three"]
    assert len((await desk.rows(staff))[-1].buttons[0]) == 2
    assert not (await desk.ask(await desk.person("Zhou"), "stats"))["ok"]


async def test_nobody_rates_what_they_took_down_or_did_themselves(desk: Desk, chief: str) -> None:
    staff = await staff_of(desk, "lighting_division")
    colleague = await staff_of(desk, "lighting_division")
    said: dict[str, Any] = {"category": "street_light", "text": "the lamp is out", "place": PLACE}
    draft = await desk.ask(staff, "file_draft", **said)
    filed = str((await desk.ask(staff, "file_right", draft=draft["draft"]))["ref"])
    own = await desk.open(colleague)
    for ref in (filed, own):
        await desk.ask(staff, "resolve", ref=ref)
    heard = (await desk.rows(staff))[-1]
    assert not [each for row in heard.buttons for each in row if "rate" in str(each["tap"])]
    assert not (await desk.ask(staff, "rate", ref=filed, solved=1))["ok"]
    for answer in ({"solved": 1}, {"contacted": 1}, {"stars": 5}):
        assert (await desk.ask(colleague, "rate", ref=own, **answer))["ok"]
    desk.now += timedelta(minutes=1)
    await desk.ask(chief, "stats")
    (three,) = [each for each in await told(desk, chief) if each["key"] == "rates-three"]
    assert (three["facts"]["done"], three["facts"]["silent"]) == (2, 2)


async def test_what_is_soon_opened_again_and_again_is_told_on_monday(
    desk: Desk, chief: str
) -> None:
    staff = ""
    for _ in range(5):
        ref, owner = await lift(desk)
        staff = staff or await staff_of(desk, owner)
        await solved(desk, staff, ref, solved=0)
    await desk.wait(timedelta(days=1, hours=-2))
    (found,) = [each for each in await told(desk, chief) if each["key"].startswith("odd-")]
    assert found["key"] == "odd-reopened"
    assert found["facts"]["count"] == 5
    voice = Voice(desk.city.name, desk.city.zone, languages())
    row = (await desk.rows(chief))[-1]
    for language in languages():
        assert "{" not in voice.say(language, row.key, row.facts, desk.now)


async def count(desk: Desk, person: str) -> int:
    """How often "done" was said, as a person is told a minute later."""
    desk.now += timedelta(minutes=1)
    return int((await desk.ask(person, "stats"))["done"])


async def test_the_figures_of_a_great_city_are_those_of_the_last_hour(
    desk: Desk, chief: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "MANY", 2)
    ref, owner = await lift(desk)
    staff = await staff_of(desk, owner)
    await solved(desk, staff, ref, solved=1)
    assert await count(desk, chief) == 1
    await solved(desk, staff, (await lift(desk))[0], solved=0)
    assert await count(desk, chief) == 2, "few are counted anew each time"
    await solved(desk, staff, (await lift(desk))[0])
    assert await count(desk, chief) == 2
    assert await count(desk, staff) == 3, "what others are told is another thing"
    desk.now += figures.LASTS
    assert await count(desk, chief) == 3
