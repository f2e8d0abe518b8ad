"""Following another person's ticket: the news without the words, and nothing of private ones."""

from __future__ import annotations

from datetime import timedelta

from bot.core.people import Role
from tests.desk.conftest import Desk


async def test_who_follows_hears_how_it_goes_but_no_words_and_no_exact_place(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    assert (await desk.ask(neighbour, "follow_ticket", ref=ref))["key"] == "followed"
    assert (await desk.ask(neighbour, "follow_ticket", ref=ref))["key"] == "followed-already"
    await desk.ask(staff, "accept", ref=ref)
    await desk.ask(staff, "progress", ref=ref, text="the secret of the lamp")
    await desk.ask(staff, "resolve", ref=ref, text="a secret bulb")
    await desk.ask(resident, "rate", ref=ref, solved=1)
    rows = await desk.rows(neighbour)
    assert [row.key for row in rows] == [
        *("followed", "followed-already", *["followed-news"] * 3, "followed-end")
    ]
    assert [row.facts["state"] for row in rows[2:]] == [
        *("accepted", "in_progress", "resolved", "closed")
    ]
    told = str([row.facts for row in rows])
    assert "secret" not in told
    assert "3号楼" not in told
    assert "dark" not in told


async def test_staff_see_how_many_follow(desk: Desk) -> None:
    resident = await desk.person("Wang")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    assert (await desk.rows(staff))[-1].facts["following"] == {}
    for name in ("Zhao", "Qian", "Sun"):
        await desk.ask(await desk.person(name), "follow_ticket", ref=ref)
    await desk.ask(staff, "ask_status", ref=ref)
    assert (await desk.rows(staff))[-1].facts["following"]["facts"] == {"count": 3}


async def test_following_ends_by_button_and_asking_goes_on_until_then(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    staff = await desk.person("Li", Role.RESPONDER, "lighting_division")
    ref = await desk.open(resident)
    assert (await desk.ask(neighbour, "ask_status", ref=ref))["key"] == "no-such-ticket"
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    assert (await desk.ask(neighbour, "ask_status", ref=ref))["key"] == "followed-news"
    assert (await desk.ask(neighbour, "unfollow", ref=ref))["key"] == "unfollowed"
    await desk.ask(staff, "accept", ref=ref)
    assert (await desk.heard(neighbour))[-1] == "unfollowed"
    assert (await desk.ask(neighbour, "unfollow", ref="nothing"))["key"] == "unfollowed"


async def test_a_private_an_ended_and_an_unknown_ticket_get_the_same_words(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    private = await desk.open(resident, "meal_delivery")
    ended = await desk.open(resident)
    await desk.ask(resident, "undo", ref=ended)
    for ref in (private, ended, "Z9Z-9Z9", "no reference"):
        told = await desk.ask(neighbour, "follow_ticket", ref=ref)
        assert told == {"ok": False, "key": "follow-none"}
    assert (await desk.ask(neighbour, "follow_ticket"))["key"] == "follow-which"
    assert (await desk.ask(neighbour, "follow_ticket", text=f"it was {ended}"))["ok"] is False


async def test_ones_own_ticket_needs_no_following(desk: Desk) -> None:
    resident = await desk.person("Wang")
    ref = await desk.open(resident)
    assert (await desk.ask(resident, "follow_ticket", text=f"me too, {ref}"))["key"] == "follow-own"


async def test_a_ticket_that_becomes_private_is_followed_no_longer(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    ref = await desk.open(resident)
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    await desk.ask(resident, "change_kind", ref=ref, to="meal_delivery")
    await desk.wait(timedelta(hours=5))
    assert await desk.heard(neighbour) == ["followed"]
    assert (await desk.ask(neighbour, "ask_status", ref=ref))["key"] == "no-such-ticket"


async def test_followers_hear_of_the_end_and_of_volunteers_no_name(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    ref = await desk.open(resident)
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    await desk.ask(resident, "cancel_ticket", ref=ref)
    last = (await desk.rows(neighbour))[-1]
    assert (last.key, last.buttons) == ("followed-end", [])


async def test_what_is_followed_stands_in_the_list(desk: Desk) -> None:
    resident, neighbour = await desk.person("Wang"), await desk.person("Zhao")
    ref = await desk.open(resident)
    await desk.ask(neighbour, "follow_ticket", ref=ref)
    for verb in ("ask_status", "list_tickets"):
        await desk.ask(neighbour, verb)
        last = (await desk.rows(neighbour))[-1]
        assert last.key == "tickets"
        assert [each["key"] for each in last.facts["lines"]] == ["tickets-followed", "ticket-line"]
        assert ref in str(last.buttons)
        assert "和平小区3号楼" not in str(last.facts), "no exact place"
    await desk.ask(resident, "cancel_ticket", ref=ref)
    assert (await desk.ask(neighbour, "ask_status"))["key"] == "no-tickets"
