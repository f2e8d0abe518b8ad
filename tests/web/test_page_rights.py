"""The chat page and the rights of a person: a file to take, and nothing left after goodbye."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.message import File
from tests.web.browser import Visitor, label
from tests.web.house import House

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_a_file_is_taken_with_a_button_as_often_as_one_likes(
    visitor: Visitor, house: House
) -> None:
    house.answer = lambda heard: [house.fake.shown("Here it is", file="f1")]
    await visitor.write("my data")
    house.fake.files[await visitor.address(), "f1"] = File("my-data.zip", b"PK and more")
    for _ in range(2):
        async with visitor.page.expect_download() as coming:
            await visitor.button(label("file")).click()
        taken = await coming.value
        assert taken.suggested_filename == "my-data.zip"
        assert Path(await taken.path()).read_bytes() == b"PK and more"


async def test_who_is_forgotten_finds_nothing_on_the_page_either(
    visitor: Visitor, house: House
) -> None:
    await visitor.write("a secret")
    await expect(visitor.mine("a secret")).to_be_visible()
    gone = replace(house.fake.shown("It is done"), key="forgotten")
    house.fake.lay(await visitor.address(), gone)
    await expect(visitor.said("It is done")).to_be_visible()
    await expect(visitor.mine("a secret")).to_have_count(0)
