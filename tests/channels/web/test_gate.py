"""Who is let in: the cookie, the page that is ours, the pace that is fair."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession

from bot.channels.web.gate import MARK
from bot.channels.web.pace import Pace
from tests.channels.web.guest import Guest, open_guest
from tests.web.house import House, Site, open_site

JPEG = b"\xff\xd8\xff\xe0" + b"a picture" * 20


# Who it is


async def test_a_cookie_is_random_and_hidden_from_scripts(site: Site) -> None:
    async with ClientSession(site.url, headers={MARK: "1"}) as http:
        async with http.post("/api/session") as first:
            cookie = first.headers["Set-Cookie"]
        async with http.post("/api/session") as second:
            assert second.cookies["mh"].value != first.cookies["mh"].value
    assert len(first.cookies["mh"].value) == 43  # 256 bits
    for part in ("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=31536000"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_a_cookie_is_for_https_alone_where_the_page_is(site: Site) -> None:
    headers = {MARK: "1", "X-Forwarded-Proto": "https"}
    async with (
        ClientSession(site.url, headers=headers) as http,
        http.post("/api/session") as answer,
    ):
        assert "Secure" in answer.headers["Set-Cookie"]


async def test_who_is_known_stays_the_same(guest: Guest) -> None:
    before = guest.token
    await guest.post("/api/session")
    assert guest.token == before


async def test_the_house_knows_only_a_hash_of_the_cookie(guest: Guest, house: House) -> None:
    await guest.say(text="Hello")
    (heard,) = house.fake.heard
    assert heard.address == guest.address
    assert guest.token not in repr(heard)


@pytest.mark.parametrize("path", ["history", "events", "photo/abc"])
async def test_a_stranger_is_told_to_come_in_first(site: Site, path: str) -> None:
    async with ClientSession(site.url) as http, http.get(f"/api/{path}?lang=zh") as answer:
        assert answer.status == 401
        assert await answer.json() == {"key": "page-reload", "text": "page-reload (zh)"}


async def test_a_made_up_cookie_is_no_cookie(site: Site) -> None:
    async with (
        ClientSession(site.url, cookies={"mh": "short"}) as http,
        http.get("/api/history") as answer,
    ):
        assert answer.status == 401


# Whose page it is


@pytest.mark.parametrize(
    "headers",
    [
        {MARK: "0"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/api/session", "/api/say", "/api/photo"])
async def test_another_site_cannot_send(
    guest: Guest, house: House, path: str, headers: dict[str, str]
) -> None:
    status, _ = await guest.post(path, headers=headers, id="abcdef", text="Hello")
    assert status == 403
    assert house.fake.asked == []


async def test_our_own_page_can_send(guest: Guest, site: Site) -> None:
    headers = {"Origin": site.url, "Sec-Fetch-Site": "same-origin"}
    status, _ = await guest.post("/api/say", headers=headers, id="abcdef", text="Hello")
    assert status == 202


async def test_our_own_page_behind_a_proxy_can_send(house: House) -> None:
    async with open_site(house, url="https://city.example") as site, open_guest(site.url) as guest:
        headers = {"Origin": "https://city.example", "Cookie": f"mh={'a' * 43}"}
        status, _ = await guest.post("/api/say", headers=headers, id="abcdef", text="Hello")
        assert status == 202


# The pace


async def test_a_flood_is_asked_to_wait(house: House) -> None:
    async with open_site(house, lambda: 0.0, per_minute=1) as site, open_guest(site.url) as guest:
        for _ in range(20):
            assert await guest.say(text="Hello") == 202
        async with guest.http.post("/api/say?lang=zh", json={}) as answer:
            assert answer.status == 429
            assert 1 <= int(answer.headers["Retry-After"]) <= 60
            assert (await answer.json())["text"] == "page-too-fast (zh)"
        async with open_guest(site.url) as other:
            assert await other.say(text="Hello") == 202


async def test_a_flood_of_pictures_is_asked_to_wait(house: House) -> None:
    async with open_site(house, lambda: 0.0) as site, open_guest(site.url) as guest:
        statuses = [(await guest.post("/api/photo", data=JPEG))[0] for _ in range(11)]
    assert statuses == [201] * 10 + [429]


async def test_a_flood_of_new_people_is_asked_to_wait(house: House) -> None:
    # One flood of 101 from each of two hosts, as a proxy of ours tells them apart.
    async with open_site(house, lambda: 0.0, proxies=1) as site:
        for host in ("192.0.2.1", "192.0.2.2"):
            headers = {MARK: "1", "X-Forwarded-For": f"203.0.113.9, {host}"}
            statuses = []
            for _ in range(101):
                async with (
                    ClientSession(site.url, headers=headers) as http,
                    http.post("/api/session") as answer,
                ):
                    statuses.append(answer.status)
            assert statuses == [200] * 100 + [429]


def test_a_pace_lets_a_burst_through_and_then_a_share() -> None:
    now = 100.0
    pace = Pace(3, 60, clock=lambda: now)
    assert [pace.wait("a") for _ in range(4)] == [0, 0, 0, 1]
    assert pace.wait("b") == 0
    now = 101.0
    assert [pace.wait("a"), pace.wait("a")] == [0, 1]
    now = 200.0
    assert [pace.wait("a") for _ in range(4)] == [0, 0, 0, 1]


def test_a_pace_forgets_who_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.web.pace.MOST_NAMES", 10)
    now = 0.0
    pace = Pace(1, 60, clock=lambda: now)
    for number in range(50):
        now = float(number)
        pace.wait(str(number))
    assert len(vars(pace)["_due"]) <= 11
