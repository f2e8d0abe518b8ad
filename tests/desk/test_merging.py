"""Tickets of the same become one, and two again; all who told of it hear how it goes."""

from __future__ import annotations

import pytest

from bot.core.people import Role
from bot.core.rights import FORGOTTEN, sign_of
from bot.core.tickets import Move, State
from bot.store import tickets
from tests.desk.conftest import Desk

Three = tuple[str, str, str]


@pytest.fixture
async def people(desk: Desk) -> Three:
    """Two residents, and the staff who have both their tickets."""
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    return await desk.person("Wang"), await desk.person("Zhao"), staff


async def test_both_hear_how_the_one_ticket_goes(desk: Desk, people: Three) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second, text="dark at the corner")
    assert (await desk.ask(staff, "merge", ref=other, to=main))["key"] == "merged"
    joined = await desk.ticket(other)
    assert (joined.state, joined.merged_into, joined.deadline) == (State.MERGED, main, None)
    assert (await desk.heard(second))[-1] == "ticket-merged"
    words = next(each for each in await desk.rows(staff) if each.key == "merged")
    assert words.facts["number"] == main
    await desk.ask(staff, "accept", ref=main)
    assert (await desk.heard(second))[-1] == "followed-news"
    await desk.ask(staff, "resolve", ref=main)
    await desk.ask(first, "rate", ref=main, solved=1)
    assert (await desk.heard(second))[-1] == "followed-end"


async def test_what_is_no_longer_the_same_goes_its_own_way_again(desk: Desk, people: Three) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second)
    await desk.ask(staff, "merge", ref=other, to=main)
    assert (await desk.ask(second, "unmerge", ref=other))["key"] == "unmerged"
    again = await desk.ticket(other)
    assert (again.state, again.merged_into, again.rung) == (State.OFFERED, None, 0)
    assert again.deadline is not None
    assert (await desk.events(other))[-1].move is Move.UNMERGE
    await desk.ask(staff, "accept", ref=main)
    assert (await desk.heard(second))[-1] == "ticket-unmerged"
    assert (await desk.ask(second, "unmerge", ref=other))["key"] == "unmerge-not"


async def test_a_merge_of_a_merge_ends_at_one_and_comes_apart_in_parts(
    desk: Desk, people: Three
) -> None:
    first, second, staff = people
    third = await desk.person("Qian")
    a, b, c = await desk.open(first), await desk.open(second), await desk.open(third)
    await desk.ask(staff, "merge", ref=b, to=c)
    await desk.ask(staff, "merge", ref=c, to=b)
    assert (await desk.heard(staff))[-1] == "merge-same"
    await desk.ask(staff, "merge", ref=c, to=a)
    await desk.ask(staff, "accept", ref=a)
    assert [(await desk.heard(each))[-1] for each in (second, third)] == ["followed-news"] * 2
    await desk.ask(staff, "unmerge", ref=c)
    await desk.ask(staff, "accept", ref=c)
    assert (await desk.heard(second))[-1] == "followed-news"
    assert (await desk.rows(second))[-1].facts["ref"] == c
    assert (await desk.heard(third))[-1] == "ticket-accepted"
    assert (await desk.ask(staff, "merge", ref=a, to=b))["into"] == c


async def test_likely_ones_are_shown_and_others_tickets_are_not(desk: Desk, people: Three) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second)
    assert (await desk.ask(staff, "merge", ref=other))["key"] == "merge-which"
    assert main in str((await desk.rows(staff))[-1].buttons)
    elsewhere = await desk.open(first, "garbage")
    assert (await desk.ask(staff, "merge", ref=other, to=elsewhere))["key"] == "no-such-ticket"
    assert (await desk.ask(first, "merge", ref=other, to=main))["ok"] is False
    await desk.ask(staff, "merge", ref=other, to=main)
    assert (await desk.ask(staff, "merge", ref=main))["key"] == "merge-none"


async def test_parts_go_their_own_ways_and_the_whole_ends_with_them(
    desk: Desk, people: Three
) -> None:
    first, _, staff = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first, "other")
    told = [await desk.ask(chen, "split", ref=ref, to=each) for each in ("street_light", "garbage")]
    lamp, bins = told[-1]["parts"]
    assert {(await desk.ticket(each)).parent for each in (lamp, bins)} == {ref}
    assert (await desk.heard(first)).count("part-opened") == 2
    assert (await desk.ask(chen, "resolve", ref=ref))["key"] == "parts-open"
    assert (await desk.ask(chen, "split", ref=lamp, to="garbage"))["key"] == "split-part"
    await desk.ask(chen, "resolve", ref=bins)
    assert (await desk.ticket(bins)).state is State.CLOSED
    assert (await desk.ticket(ref)).is_open
    await desk.ask(staff, "resolve", ref=lamp)
    assert (await desk.heard(first)).count("part-done") == 2
    assert (await desk.ticket(ref)).state is State.RESOLVED
    assert (await desk.heard(first))[-1] == "ticket-resolved"


async def test_who_works_on_a_whole_hears_when_its_parts_are_done(
    desk: Desk, people: Three
) -> None:
    first, _, staff = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first)
    await desk.ask(staff, "accept", ref=ref)
    part = (await desk.ask(staff, "split", ref=ref, to="garbage"))["parts"][0]
    await desk.ask(chen, "resolve", ref=part)
    assert (await desk.ticket(ref)).state is State.ACCEPTED
    assert (await desk.heard(staff))[-1] == "parts-done"
    assert (await desk.ask(staff, "resolve", ref=ref))["ok"]


async def test_who_reopens_a_part_of_what_is_done_reopens_the_whole(
    desk: Desk, people: Three
) -> None:
    first, _, staff = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first, "other")
    part = (await desk.ask(chen, "split", ref=ref, to="street_light"))["parts"][0]
    assert (await desk.ask(chen, "refuse", ref=ref, reason="court"))["key"] == "parts-open"
    await desk.ask(staff, "resolve", ref=part)
    assert (await desk.ticket(ref)).state is State.RESOLVED
    told = await desk.ask(first, "reopen", ref=part, text="still dark")
    assert (told["key"], told["ref"]) == ("ticket-reopened", ref)
    assert (await desk.ticket(ref)).state not in (State.RESOLVED, State.CLOSED)


async def test_a_whole_that_is_cancelled_takes_its_parts_along(desk: Desk, people: Three) -> None:
    first, _, staff = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first, "other")
    part = (await desk.ask(chen, "split", ref=ref, to="street_light"))["parts"][0]
    await desk.ask(staff, "accept", ref=part)
    await desk.ask(first, "cancel_ticket", ref=ref)
    assert (await desk.ticket(part)).state is State.CANCELLED
    assert (await desk.heard(staff))[-1] == "owner-cancelled"


KINDS = (
    *("garbage", "street_light", "pothole", "elevator", "heating", "water_supply"),
    *("power_outage", "green_space", "manhole_cover", "traffic_signal"),
)


async def test_a_ticket_has_ten_parts_at_most(desk: Desk, people: Three) -> None:
    first, _, _ = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first, "other")
    for kind in KINDS:
        assert (await desk.ask(chen, "split", ref=ref, to=kind))["key"] == "split-done"
    assert (await desk.ask(chen, "split", ref=ref, to="flooding"))["key"] == "split-most"
    assert (await desk.ask(chen, "split", ref=ref))["key"] == "split-most"


async def test_a_part_is_about_something_else_than_the_others(desk: Desk, people: Three) -> None:
    first, _, _ = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    ref = await desk.open(first, "other")
    await desk.ask(chen, "split", ref=ref, to="garbage")
    assert (await desk.ask(chen, "split", ref=ref, to="garbage"))["key"] == "split-which"
    private = await desk.open(first, "elder_care")
    assert (await desk.ask(chen, "split", ref=private, to="garbage"))["key"] == "split-which"


async def test_what_one_said_is_read_by_who_has_the_other(desk: Desk, people: Three) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second, text="dark at the corner")
    await desk.ask(staff, "merge", ref=other, to=main)
    words = next(each for each in await desk.rows(staff) if each.key == "merge-words")
    assert (words.ref, words.facts["text"]) == (other, "dark at the corner")


async def test_what_is_private_is_never_joined_with_what_is_not(desk: Desk, people: Three) -> None:
    first, second, _ = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    private, public = await desk.open(first, "elder_care"), await desk.open(second, "other")
    for ref, to in ((private, public), (public, private)):
        assert (await desk.ask(chen, "merge", ref=ref, to=to))["key"] == "merge-never"
    assert (await desk.ask(first, "also", ref=private, to="garbage"))["key"] == "tap-unknown"
    part = (await desk.ask(chen, "split", ref=public, to="garbage"))["parts"][0]
    lone = await desk.open(first, "garbage")
    assert (await desk.ask(chen, "merge", ref=part, to=lone))["key"] == "merge-never"


async def test_who_joined_a_ticket_that_is_called_off_has_their_own_again(
    desk: Desk, people: Three
) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second)
    await desk.ask(staff, "merge", ref=other, to=main)
    await desk.ask(first, "cancel_ticket", ref=main)
    again = await desk.ticket(other)
    assert (again.state, again.merged_into) == (State.OFFERED, None)
    assert (await desk.heard(second))[-1] == "ticket-unmerged"


async def test_who_is_forgotten_has_no_joined_ticket_of_theirs_alive_again(desk: Desk) -> None:
    resident = await desk.person("Wang")
    chen = await desk.person("Chen", Role.COORDINATOR)
    for newer_is_main in (True, False):
        old, new = await desk.open(resident, "elder_care"), await desk.open(resident, "elder_care")
        ref, to = (old, new) if newer_is_main else (new, old)
        assert (await desk.ask(chen, "merge", ref=ref, to=to))["key"] == "merged"
    await desk.ask(resident, "forget_me", sure=sign_of(resident))
    async with desk.store.read() as tx:
        assert not [each for each in await tickets.of_resident(tx, FORGOTTEN) if each.is_open]


async def test_nothing_is_joined_with_what_is_in_others_hands_by_a_way_round(
    desk: Desk, people: Three
) -> None:
    first, second, staff = people
    chen = await desk.person("Chen", Role.COORDINATOR)
    lamp, other = await desk.open(first), await desk.open(second)
    bins = await desk.open(first, "garbage")
    await desk.ask(chen, "merge", ref=other, to=bins)
    assert (await desk.ask(staff, "merge", ref=lamp, to=other))["key"] == "no-such-ticket"


async def test_who_joined_a_ticket_that_ends_may_say_that_theirs_is_not_done(
    desk: Desk, people: Three
) -> None:
    first, second, staff = people
    main, other = await desk.open(first), await desk.open(second)
    await desk.ask(staff, "merge", ref=other, to=main)
    await desk.ask(staff, "resolve", ref=main)
    await desk.ask(first, "rate", ref=main, solved=1)
    last = (await desk.rows(second))[-1]
    assert last.key == "followed-end"
    assert "unmerge" in str(last.buttons)
    assert (await desk.ask(second, "unmerge", ref=other))["key"] == "unmerged"
    assert (await desk.ticket(other)).is_open
