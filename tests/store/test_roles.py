"""Roles are held once for an area, listed by person, ended with what belongs to them, and kept."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.core.people import Role
from bot.message import Address
from bot.store import Store, Tx, people, roles, volunteers, where
from bot.store.people import Newcomer
from bot.store.roles import Grant
from bot.store.tables import InvitationRow, RoleRow
from tests.conftest import NOW
from tests.store.conftest import Work, at_once
from tests.store.test_migrations import _upgrade


async def person(store: Store, name: str) -> str:
    async with store.write() as tx:
        row = await people.meet(tx, Address("console", name, name), Newcomer("en", name), NOW)
        return row.person


async def test_the_roles_of_a_person_stand_together(store: Store) -> None:
    li, zhao = await person(store, "li"), await person(store, "zhao")
    async with store.write() as tx:
        for who, given in (
            (li, Grant(Role.RESPONDER, "service_desk", "heping_1")),
            (zhao, Grant(Role.VOLUNTEER)),
            (li, Grant(Role.RESPONDER, "service_desk")),
            (li, Grant(Role.RESPONDER, "service_desk")),
        ):
            await roles.grant(tx, who, given, NOW)
        found = [(row.person, row.area) for row, _ in await roles.all_roles(tx)]
        assert found == [(li, "heping_1"), (li, ""), (zhao, "")]
        assert await roles.staff_areas(tx, "service_desk") == {li: frozenset({"heping_1", ""})}


async def test_a_volunteers_offer_ends_with_the_role(store: Store) -> None:
    zhao = await person(store, "zhao")
    async with store.write() as tx:
        await volunteers.begin(tx, zhao, NOW, vetted=False)
        await roles.grant(tx, zhao, Grant(Role.VOLUNTEER), NOW)
        assert not (await people.person(tx, zhao)).vetted
        await roles.let_in(tx, zhao, "chen")
    async with store.write() as tx:
        assert (await people.person(tx, zhao)).vetted
        (row,) = await roles.roles_of(tx, zhao)
        assert row.by == "chen"
        await roles.end_role(tx, row)
        assert await volunteers.of(tx, zhao) is None
        assert await volunteers.every(tx) == []
        assert not await volunteers.forget(tx, zhao)


async def test_who_counts_the_coordinators_waits_for_who_takes_one_away(store: Store) -> None:
    chiefs = [await person(store, name) for name in ("chen", "gao", "lu")]
    async with store.write() as tx:
        for each in chiefs:
            await roles.grant(tx, each, Grant(Role.COORDINATOR), NOW)

    def take(who: str) -> Work[int]:
        async def work(tx: Tx) -> int:
            left = await roles.coordinators_for_update(tx)
            for row in await roles.roles_of(tx, who):
                await roles.end_role(tx, row)
            return len(left)

        return work

    assert sorted(str(each) for each in await at_once(store, *(map(take, chiefs)))) == [
        "1",
        "2",
        "3",
    ]


async def test_where_the_bot_is_reached_is_kept_once_for_a_channel(store: Store) -> None:
    async with store.write() as tx:
        for link in ("https://a/#join={code}", "https://b/#join={code}", "https://b/#join={code}"):
            await where.know(tx, "web", link)
        assert await where.known(tx) == {"web": "https://b/#join={code}"}


@pytest.mark.parametrize("area", ["", "heping_1"])
async def test_roles_and_invitations_from_before_there_were_areas_are_still_there(
    database: str, area: str
) -> None:
    store = Store(database)
    try:
        await _upgrade(store, "0002")
        async with store.write() as tx:
            connection = await tx.connection()
            at = {"at": NOW}
            for line in (
                "INSERT INTO person (id, language, made_at) VALUES ('p', 'en', :at)",
                "INSERT INTO role (person, role, responder, since) "
                "VALUES ('p', 'responder', 'service_desk', :at)",
                "INSERT INTO invitation (code_hash, role, responder, made_at, expires_at) "
                "VALUES ('x', 'volunteer', '', :at, :at)",
            ):
                await connection.execute(text(line), at)
        await store.migrate()
        async with store.write() as tx:
            await roles.grant(tx, "p", Grant(Role.RESPONDER, "service_desk", area), NOW)
            rows = await roles.roles_of(tx, "p")
            assert [each.area for each in rows] == (["", area] if area else [""])
            row = await tx.get(InvitationRow, "x")
            assert row is not None
            assert (row.area, row.by) == ("", None)
            assert isinstance(rows[0], RoleRow)
    finally:
        await store.close()
