"""An invitation lets one person in, once, within a week; who made it is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import select

from bot.core.people import Role
from bot.message import MAX_TAP_BYTES, parse_payload
from bot.store import roles, where
from bot.store.tables import InvitationRow, RoleRow
from tests.desk.conftest import PLACE, Desk


async def made(desk: Desk, chief: str, **facts: Any) -> str:
    """The code of an invitation that a coordinator makes."""
    assert (await desk.ask(chief, "invite", **facts))["key"] == "invite-made"
    return str((await desk.rows(chief))[-1].facts["code"])


async def held_by(desk: Desk, person: str) -> list[tuple[str, str, str, str | None]]:
    async with desk.store.read() as tx:
        found = await roles.roles_of(tx, person)
        return [(each.role, each.responder, each.area, each.by) for each in found]


def taps(row: Any) -> list[tuple[str, dict[str, Any]]]:
    """The payloads below a message, each short enough for a button."""
    found = [each["tap"] for line in row.buttons for each in line]
    assert all(len(each.encode()) <= MAX_TAP_BYTES for each in found)
    return [parse_payload(each) or ("", {}) for each in found]


async def test_an_invitation_is_made_by_taps_and_opens_once(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    newcomer, late = await desk.person("Li"), await desk.person("Zhou")
    assert (await desk.ask(chief, "invite"))["key"] == "invite-whom"
    _, staff, _ = taps((await desk.rows(chief))[-1])
    assert (await desk.ask(chief, staff[0], **staff[1]))["key"] == "invite-which"
    first = taps((await desk.rows(chief))[-1])
    assert first[-1] == ("invite", {"from": 6})
    await desk.ask(chief, first[-1][0], **first[-1][1])
    verb, facts = taps((await desk.rows(chief))[-1])[0]
    assert (verb, facts) != first[0]
    code = await made(desk, chief, **facts)
    told = await desk.ask(newcomer, "join_by_code", code=code)
    assert (told["ok"], told["key"]) == (True, "joined-responder")
    assert await held_by(desk, newcomer) == [("responder", facts["for"], "", chief)]
    assert (await desk.heard(chief))[-1] == "invite-used"
    assert (await desk.rows(chief))[-1].facts["name"] == "Li"
    assert (await desk.ask(newcomer, "join_by_code", code=code))["key"] == "code-used-by-you"
    assert (await desk.ask(late, "join_by_code", code=code))["key"] == "code-unknown"
    assert await held_by(desk, late) == []


async def test_an_invitation_that_is_too_old_says_so_to_who_brings_it(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    newcomer = await desk.person("Li")
    code = await made(desk, chief, role="volunteer")
    desk.now += timedelta(days=7)
    assert (await desk.ask(newcomer, "join_by_code", code=code))["key"] == "code-too-late"
    assert (await desk.ask(newcomer, "join_by_code", code=code[::-1]))["key"] == "code-unknown"
    assert await held_by(desk, newcomer) == []


async def test_an_organisation_is_found_by_a_name_that_is_typed(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    await made(desk, chief, text="somebody from the lightning division")
    assert (await desk.rows(chief))[-1].facts["what"]["facts"] == {"responder": "lighting_division"}
    assert (await desk.ask(chief, "invite", role="responder", text="mmm"))["key"] == "invite-which"


async def test_links_stand_on_an_invitation_as_far_as_we_know_where_we_are(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    code = await made(desk, chief, role="coordinator")
    assert (await desk.rows(chief))[-1].facts["lines"] == []
    async with desk.store.write() as tx:
        await where.know(tx, "web", "https://old.example.org")
        await where.know(tx, "web", "https://chat.example.org/#join={code}")
        await where.know(tx, "telegram", "https://t.me/BinhaiBot?start={code}")
    code = await made(desk, chief, role="coordinator")
    lines = (await desk.rows(chief))[-1].facts["lines"]
    assert [each["facts"]["link"] for each in lines] == [
        f"https://t.me/BinhaiBot?start={code}",
        f"https://chat.example.org/#join={code}",
    ]


async def test_only_a_coordinator_invites(desk: Desk) -> None:
    for role, responder in ((Role.VOLUNTEER, ""), (Role.RESPONDER, "service_desk"), (None, "")):
        person = await desk.person(f"P{responder}{role}", role, responder)
        told = await desk.ask(person, "invite", role="coordinator")
        assert (told["ok"], told["key"], told["role"]) == (False, "not-for-role", "coordinator")
    async with desk.store.read() as tx:
        assert (await tx.exec(select(InvitationRow))).all() == []


async def test_a_code_is_kept_as_a_hash_and_in_no_result(desk: Desk) -> None:
    chief = await desk.person("Chen", Role.COORDINATOR)
    told = await desk.ask(chief, "invite", role="volunteer")
    code = (await desk.rows(chief))[-1].facts["code"]
    assert code not in str(told)
    async with desk.store.read() as tx:
        row = (await tx.exec(select(InvitationRow))).one()
    assert code not in str(row.model_dump())
    assert (row.by, row.role) == (chief, "volunteer")


async def test_who_works_in_a_grid_gets_what_lies_there_and_the_others_the_rest(desk: Desk) -> None:
    chief, resident = await desk.person("Chen", Role.COORDINATOR), await desk.person("Wang")
    office = await desk.person("Li", Role.RESPONDER, "lighting_division")
    worker = await desk.person("Sun")
    grid = next(slug for slug, each in desk.city.areas.items() if each.level == "grid")
    code = await made(desk, chief, text="the lighting division", area=grid)
    assert (await desk.ask(worker, "join_by_code", code=code))["key"] == "joined-worker"
    assert await held_by(desk, worker) == [("responder", "lighting_division", grid, chief)]
    ref = await desk.open(resident, place={**PLACE, "area": grid})
    assert "offer-responder" in await desk.heard(worker)
    assert "offer-responder" not in await desk.heard(office)
    await desk.ask(office, "accept", ref=ref)
    assert (await desk.ticket(ref)).holder == office, "any of them may still take it"
    await desk.open(resident, place={**PLACE, "area": desk.city.slug})
    assert "offer-responder" in await desk.heard(office)
    assert (await desk.heard(worker)).count("offer-responder") == 2


async def test_somebody_may_look_after_two_grids(desk: Desk) -> None:
    worker = await desk.person("Sun")
    async with desk.store.write() as tx:
        for area in ("heping_1", "heping_2", "heping_1"):
            given = roles.Grant(Role.RESPONDER, "service_desk", area)
            await roles.grant(tx, worker, given, desk.now)
        assert await roles.staff_areas(tx, "service_desk") == {
            worker: frozenset({"heping_1", "heping_2"})
        }
        assert len((await tx.exec(select(RoleRow))).all()) == 2
