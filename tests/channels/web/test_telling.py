"""What an open page is told, and what it finds when it comes back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.channels.web.shapes import heard_json
from bot.channels.web.streams import MOST_PAGES, RECENT
from bot.message import Address, Heard, Point
from tests.channels.web.guest import Guest, open_guest
from tests.web.house import House, Site, open_site

CLAIM = '/claim{"ref":"K7Q-4M2"}'


# What an open page is told


async def test_what_is_said_is_told_in_order(guest: Guest, house: House) -> None:
    async with guest.listening():
        for text in ("one", "two", "three"):
            house.fake.lay(guest.address, house.fake.shown(text))
        told = await guest.hears("said", 3)
    assert [each["text"] for each in told] == ["one", "two", "three"]
    assert [each.id for each in guest.events] == ["1", "2", "3"]


async def test_what_is_said_to_others_is_not_told(guest: Guest, site: Site, house: House) -> None:
    async with open_guest(site.url) as other, guest.listening():
        house.fake.lay(other.address, house.fake.shown("for another"))
        house.fake.lay(guest.address, house.fake.shown("for you"))
        (told,) = await guest.hears("said")
    assert told["text"] == "for you"
    assert [each.data["text"] for each in guest.events] == ["for you"]


async def test_facts_stay_in_the_house(guest: Guest, house: House) -> None:
    async with guest.listening():
        house.fake.lay(guest.address, house.fake.shown("Hello", [("Take it", CLAIM)]))
        (told,) = await guest.hears("said")
    assert told == {
        "who": "bot",
        "id": 1,
        "key": "test",
        "at": None,
        "text": "Hello",
        "lang": "en",
        "buttons": [[{"label": "Take it", "tap": CLAIM}]],
        "ask": None,
        "photo": None,
        "file": None,
        "ref": None,
        "simple": False,
    }


@pytest.mark.parametrize("how", ["header", "query"])
async def test_a_page_that_comes_back_misses_nothing(guest: Guest, house: House, how: str) -> None:
    to = guest.address
    for text in ("one", "two", "three"):
        house.fake.lay(to, house.fake.shown(text))
    path, headers = ("/api/events", {"Last-Event-ID": "1"})
    if how == "query":
        path, headers = ("/api/events?after=1", {})
    async with guest.listening(path, **headers):
        told = await guest.hears("said", 2)
    assert [each["text"] for each in told] == ["two", "three"]


async def test_a_page_that_was_away_for_long_is_told_all(guest: Guest, house: House) -> None:
    to = guest.address
    for number in range(5 * RECENT):
        house.fake.lay(to, house.fake.shown(str(number)))
    async with guest.listening("/api/events?after=0"):
        told = await guest.hears("said", 5 * RECENT)
        house.fake.lay(to, house.fake.shown("and new"))
        await guest.hears("said", 5 * RECENT + 1)
    assert [each["text"] for each in told] == [str(number) for number in range(5 * RECENT)]
    assert len(guest.events) == 5 * RECENT + 1


async def test_a_new_page_is_told_only_what_is_new(guest: Guest, house: House) -> None:
    house.fake.lay(guest.address, house.fake.shown("old"))
    async with guest.listening():
        house.fake.lay(guest.address, house.fake.shown("new"))
        (told,) = await guest.hears("said")
    assert told["text"] == "new"


async def test_an_answer_that_gets_ready_late_is_told_too(guest: Guest, house: House) -> None:
    to = guest.address
    slow, fast = house.fake.shown("the answer"), house.fake.shown("a word in between")
    async with guest.listening():
        house.fake.lay(to, fast)
        await guest.hears("said")
        house.fake.lay(to, slow)
        told = await guest.hears("said", 2)
    assert [each["text"] for each in told] == ["a word in between", "the answer"]


async def test_an_answer_that_gets_ready_late_is_told_after_many_others_too(
    guest: Guest, house: House
) -> None:
    before = [house.fake.shown("before") for _ in range(RECENT)]
    slow = house.fake.shown("the answer")
    after = [house.fake.shown("after") for _ in range(RECENT - 2)]
    async with guest.listening():
        for number, each in enumerate([*before, *after], start=1):
            house.fake.lay(guest.address, each)
            await guest.hears("said", number)
        house.fake.lay(guest.address, slow)
        told = await guest.hears("said", 2 * RECENT - 1)
    assert told[-1]["text"] == "the answer"


async def test_a_spent_button_is_told_with_what_was_chosen(
    guest: Guest, site: Site, house: House
) -> None:
    async with guest.listening():
        shown = house.fake.lay(guest.address, house.fake.shown("A task", [("Mine", CLAIM)]))
        await guest.hears("said")
        await site.channel.spend(guest.address, str(shown.id), "Mine")
        (told,) = await guest.hears("spent")
    assert told == {"id": shown.id, "label": "Mine"}


async def test_a_button_spent_through_another_process_is_told(guest: Guest, house: House) -> None:
    async with guest.listening():
        shown = house.fake.lay(guest.address, house.fake.shown("A task", [("Mine", CLAIM)]))
        await guest.hears("said")
        house.spend(shown)
        (told,) = await guest.hears("spent")
    assert told == {"id": shown.id, "label": None}


async def test_the_end_of_a_turn_is_told_by_the_pages_own_id(guest: Guest, site: Site) -> None:
    to = guest.address
    async with guest.listening():
        await site.channel.turn_done(to, f"{to.sender}:abc-123")
        (told,) = await guest.hears("done")
    assert told == {"id": "abc-123"}


async def test_sending_gives_the_id_that_a_reply_names(guest: Guest, site: Site) -> None:
    shown = site.house.fake.shown("Hello")
    assert await site.channel.send(guest.address, shown) == str(shown.id)


async def test_a_quiet_page_hears_a_heartbeat(house: House) -> None:
    async with (
        open_site(house, heartbeat=0.02) as site,
        open_guest(site.url) as guest,
        guest.listening(),
        asyncio.timeout(10),
    ):
        for _ in range(3):
            await guest.bell.next(10)
    assert guest.events == []


async def test_the_oldest_of_too_many_pages_rests(guest: Guest, house: House) -> None:
    async with guest.listening(), asyncio.TaskGroup() as pages:
        others = [Guest(guest.http) for _ in range(MOST_PAGES)]
        done = asyncio.Event()

        async def open_page(page: Guest) -> None:
            async with page.listening():
                await done.wait()

        for each in others:
            pages.create_task(open_page(each))
        assert await guest.hears("parked") == [{}]
        house.fake.lay(guest.address, house.fake.shown("Hello"))
        for each in others:
            await each.hears("said")
        done.set()
    assert [each.name for each in guest.events] == ["parked"]


async def test_open_pages_do_not_hold_up_a_stop(guest: Guest, site: Site) -> None:
    async with guest.listening():
        async with asyncio.timeout(2.5):
            await site.stop()


# The history


async def test_the_history_has_both_sides(guest: Guest, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown(f"You said {heard.text}")]
    await guest.say(id="abcdef", text="Hello")
    _, told = await guest.get("/api/history")
    mine, ours = told["messages"]
    assert (mine["who"], mine["id"], mine["text"]) == ("me", "abcdef", "Hello")
    assert (ours["who"], ours["text"]) == ("bot", "You said Hello")
    assert guest.token not in str(told)
    assert guest.address.sender not in str(told)


async def test_the_history_is_the_last_fifty(guest: Guest, house: House) -> None:
    for number in range(60):
        house.fake.lay(guest.address, house.fake.shown(str(number)))
    _, told = await guest.get("/api/history")
    assert [each["text"] for each in told["messages"]] == [str(n) for n in range(10, 60)]


async def test_an_invitation_does_not_stand_in_the_history(guest: Guest) -> None:
    await guest.say(text="/start secret-code")
    assert (await guest.get("/api/history"))[1] == {"messages": []}


def test_every_part_of_a_message_comes_back_in_the_history() -> None:
    heard = Heard(
        address=Address("web", "a", "a"),
        message_id="a:b",
        at=datetime(2026, 3, 2, tzinfo=UTC),
        tap=CLAIM,
        point=Point(1, 2),
        photo="p",
        reply_to="7",
    )
    assert heard_json(heard) == {
        "who": "me",
        "id": "b",
        "at": "2026-03-02T00:00:00+00:00",
        "text": "",
        "tap": CLAIM,
        "location": [1, 2],
        "photo": "p",
        "flaw": None,
        "replyTo": 7,
    }
