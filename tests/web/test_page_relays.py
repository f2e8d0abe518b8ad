"""The page while two people write to each other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.async_api import expect

from tests.web.browser import Visitor
from tests.web.house import House, Site

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

LATER = "new Promise((done) => setTimeout(done, 700))"


async def test_between_two_people_the_house_does_not_seem_to_write(
    visitor: Visitor, house: House
) -> None:
    house.answer = lambda heard: [replace(house.fake.shown("Chen: hello"), key="relay-words")]
    await visitor.write("Hello")
    await expect(visitor.said("Chen: hello")).to_be_visible()
    house.answer = lambda heard: ()
    await visitor.write("My card is blocked")
    await visitor.hears(2)
    await visitor.run(LATER)  # a timer of the page itself, set after the one that shows the sign
    await expect(visitor.page.locator(".typing")).to_have_count(0)


async def test_a_call_that_another_took_says_who_has_it(
    visitor: Visitor, house: House, site: Site
) -> None:
    call = house.fake.shown("Wang waits", [("Take it", '/take_relay{"relay":1}')])
    house.answer = lambda heard: [call]
    await visitor.write("/queue")
    await expect(visitor.page.get_by_role("button", name="Take it")).to_be_visible()
    (heard,) = await visitor.hears()
    await site.channel.spend(heard.address, str(call.id), "Li has it.")
    await expect(visitor.page.locator(".choices")).to_contain_text("Li has it.")
    button = visitor.page.get_by_role("button", name="Take it")
    await expect(button).to_have_class(re.compile("spent"))
