"""A file is taken from the page by whose it is, once for each time they ask for it."""

from __future__ import annotations

import pytest

from bot.message import File
from tests.channels.web.guest import Guest, open_guest
from tests.web.house import House, Site


@pytest.fixture
def file(guest: Guest, house: House) -> str:
    """A file of the guest's."""
    house.fake.files[guest.address, "f1"] = File("my-data.zip", b"PK and more")
    return "f1"


async def test_the_page_is_told_of_it(guest: Guest, house: House, file: str) -> None:
    async with guest.listening():
        house.fake.lay(guest.address, house.fake.shown("Here it is", file=file))
        (told,) = await guest.hears("said")
    assert told["file"] == file


async def test_it_comes_to_be_saved_and_only_once(guest: Guest, file: str) -> None:
    status, told = await guest.post(f"/api/file/{file}")
    assert status == 201
    async with guest.http.get(told["url"]) as answer:
        assert (answer.status, await answer.read()) == (200, b"PK and more")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="my-data.zip"'
        assert answer.headers["Cache-Control"] == "no-store"
    status, told = await guest.get(told["url"])
    assert (status, told["key"]) == (404, "file-over")


async def test_nobody_else_gets_it(guest: Guest, site: Site, file: str) -> None:
    _, told = await guest.post(f"/api/file/{file}")
    async with open_guest(site.url) as other:
        assert (await other.post(f"/api/file/{file}"))[0] == 404
        assert (await other.get(told["url"]))[0] == 404
        other.http.cookie_jar.clear()
        assert (await other.get(told["url"]))[0] == 401


async def test_another_site_cannot_ask_for_it(guest: Guest, file: str) -> None:
    status, _ = await guest.post(f"/api/file/{file}", headers={"X-Manyhands": ""})
    assert status == 403


async def test_one_that_is_over_is_told_in_a_sentence(guest: Guest) -> None:
    status, told = await guest.post("/api/file/gone")
    assert (status, told["key"]) == (404, "file-over")
    assert told["text"]
