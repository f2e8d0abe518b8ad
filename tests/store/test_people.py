"""Who writes is known again; a role is held once; a code opens one door, once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.people import Role
from bot.message import Address
from bot.store import Store, Tx, people
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, InvitationRow
from tests.conftest import NOW
from tests.store.conftest import Work, at_once

HOUR = timedelta(hours=1)
CODE = "a code of the coordinator"


async def meet(store: Store, sender: str, now: datetime = NOW, language: str = "zh") -> AddressRow:
    """A word from somebody."""
    async with store.write() as tx:
        there = Address("console", sender, sender)
        return await people.meet(tx, there, Newcomer(language, sender.title()), now)


async def test_who_writes_again_from_the_same_place_is_the_same_person(store: Store) -> None:
    first, again = await meet(store, "wang"), await meet(store, "wang", NOW + HOUR, "en")
    other = await meet(store, "zhou")
    assert (first.id, first.person) == (again.id, again.person)
    assert again.seen_at == NOW + HOUR
    assert {first.person, first.id} & {other.person, other.id} == set()
    async with store.read() as tx:
        person = await people.person(tx, first.person)
    assert (person.language, person.name) == ("zh", "Wang")
    assert person.roles == {Role.RESIDENT}


async def test_an_address_of_which_nobody_wrote_is_nobodys(store: Store) -> None:
    async with store.read() as tx:
        assert await people.find_address(tx, Address("console", "wang", "wang")) is None
        assert await people.address_of(tx, "nobody") is None
        with pytest.raises(LookupError):
            await people.person(tx, "nobody")


async def test_a_person_is_reached_where_they_wrote_last_and_can_be_reached(store: Store) -> None:
    phone = await meet(store, "wang")
    async with store.write() as tx:
        desk = AddressRow(
            id="desk", channel="web", conversation="w", sender="w", person=phone.person, seen_at=NOW
        )
        tx.add(desk)
    async with store.read() as tx:
        assert await people.address_of(tx, phone.person) is not None
    await meet(store, "wang", NOW + HOUR)
    async with store.write() as tx:
        found = await people.address_of(tx, phone.person)
        assert found is not None
        assert found.id == phone.id
        found.reachable = False
        tx.add(found)
    async with store.read() as tx:
        found = await people.address_of(tx, phone.person)
    assert found is not None
    assert found.id == "desk"
    await meet(store, "wang", NOW + HOUR)
    async with store.read() as tx:
        found = await people.address_of(tx, phone.person)
    assert found is not None
    assert found.id == phone.id


async def test_a_language_is_kept(store: Store) -> None:
    row = await meet(store, "wang")
    async with store.write() as tx:
        await people.set_language(tx, row.person, "en")
    async with store.read() as tx:
        assert (await people.person(tx, row.person)).language == "en"


async def test_a_role_is_held_once_however_often_it_is_given(store: Store) -> None:
    row = await meet(store, "li")
    async with store.write() as tx:
        for _ in range(2):
            await people.give_role(tx, row.person, Role.RESPONDER, NOW, "lighting_division")
            await people.give_role(tx, row.person, Role.RESPONDER, NOW, "service_desk")
            await people.give_role(tx, row.person, Role.VOLUNTEER, NOW)
            await people.give_role(tx, row.person, Role.COORDINATOR, NOW)
    async with store.read() as tx:
        li = await people.person(tx, row.person)
        assert li.roles == set(Role)
        assert li.staff_of == {"lighting_division", "service_desk"}
        assert await people.with_role(tx, Role.RESPONDER) == [row.person]
        assert await people.with_role(tx, Role.RESPONDER, "service_desk") == [row.person]
        assert await people.with_role(tx, Role.RESPONDER, "antai_lifts") == []


async def invite(store: Store, code: str = CODE, expires: datetime = NOW + HOUR) -> None:
    """An invitation to the service desk."""
    async with store.write() as tx:
        row = InvitationRow(
            code_hash="",
            role=Role.RESPONDER,
            responder="service_desk",
            made_at=NOW,
            expires_at=expires,
        )
        await people.invite(tx, code, row)


async def use(store: Store, code: str, who: str, now: datetime = NOW) -> str | None:
    """Tries a code; the responder that it opens."""
    async with store.write() as tx:
        row = await people.use_invitation(tx, code, who, now)
        return row.responder if row else None


async def test_a_code_is_used_once(store: Store) -> None:
    await invite(store)
    assert await use(store, CODE, "li") == "service_desk"
    assert await use(store, CODE, "zhou") is None
    assert await use(store, CODE, "li") is None
    async with store.read() as tx:
        row = await tx.get(InvitationRow, people.code_hash(CODE))
    assert row is not None
    assert (row.used_by, row.used_at) == ("li", NOW)


async def test_a_code_that_is_too_old_or_unknown_opens_nothing(store: Store) -> None:
    await invite(store)
    assert await use(store, CODE, "li", NOW + HOUR) is None
    assert await use(store, CODE.upper(), "li") is None
    assert await use(store, "", "li") is None
    assert await use(store, people.code_hash(CODE), "li") is None
    assert await use(store, CODE, "li", NOW + HOUR - timedelta(seconds=1)) == "service_desk"


async def test_a_code_that_two_use_at_the_same_time_opens_for_one(store: Store) -> None:
    await invite(store)

    def by(who: str) -> Work[bool]:
        async def work(tx: Tx) -> bool:
            return await people.use_invitation(tx, CODE, who, NOW) is not None

        return work

    told = await at_once(store, *(by(f"p{number}") for number in range(4)))
    assert (told.count(True), told.count(False)) == (1, 3)


async def test_only_the_hash_of_a_code_is_kept(store: Store) -> None:
    await invite(store)
    async with store.read() as tx:
        row = await tx.get(InvitationRow, people.code_hash(CODE))
    assert row is not None
    assert CODE not in str(row.model_dump())
    assert len(people.code_hash(CODE)) == 64
