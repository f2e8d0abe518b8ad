"""Large letters and few choices: the page follows the house, and has a button for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.async_api import expect

from tests.web.browser import Visitor
from tests.web.house import House

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]

CHOICES = [("Yes", '/rate{"ref":"K7Q-4M2","solved":1}'), ("More choices", '/more{"of":1}')]


async def test_letters_grow_with_what_the_house_says_and_stay_large(
    visitor: Visitor, house: House
) -> None:
    page = visitor.page
    usual = await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    house.answer = lambda heard: [replace(house.fake.shown("Solved?", CHOICES), simple=True)]
    await visitor.write("bigger letters please")
    await expect(page.locator("html.simple")).to_have_count(1)
    large = await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert large > 1.3 * usual
    boxes = [await each.bounding_box() for each in await page.locator(".choice").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops[1] - tops[0] > 40, "one choice under another"
    await page.reload()
    await expect(page.locator("html.simple")).to_have_count(1)


async def test_the_button_in_the_menu_turns_it_on_and_off(visitor: Visitor, house: House) -> None:
    button = visitor.page.locator("#manner")
    await expect(button).to_have_attribute("aria-pressed", "false")
    house.answer = lambda heard: [
        replace(house.fake.shown("All right"), simple=heard.tap == '/elder_mode{"on":1}')
    ]
    await button.click()
    await expect(button).to_have_attribute("aria-pressed", "true")
    await button.click()
    await expect(button).to_have_attribute("aria-pressed", "false")
    taps = [each.tap for each in house.fake.heard]
    assert taps == ['/elder_mode{"on":1}', '/elder_mode{"on":0}']
