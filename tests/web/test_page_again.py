"""The chat page when things break, on a phone, and in another language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.async_api import Browser, expect

from bot.message import Heard, Shown
from tests.web.browser import Visitor, label, visiting
from tests.web.house import House, Site

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]

PHONE = {"width": 360, "height": 740}


def forgive_breaks(visitor: Visitor) -> None:
    """A browser notes every connection that broke: here we broke them."""
    visitor.forgive("net::ERR_")


# Breaks


async def test_a_reload_keeps_the_conversation(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown(f"You said: {heard.text}")]
    for text in ("one", "two"):
        await visitor.write(text)
        await expect(visitor.said(f"You said: {text}")).to_be_visible()
    await visitor.open()
    texts = await visitor.page.locator("#flow .text").all_text_contents()
    assert texts == ["one", "You said: one", "two", "You said: two"]
    await expect(visitor.page.locator("#welcome")).to_be_hidden()


async def test_a_restart_of_the_server_loses_nothing(
    visitor: Visitor, site: Site, house: House
) -> None:
    await visitor.write("before")
    await visitor.hears()
    await site.stop()
    await expect(visitor.page.locator("#offline")).not_to_be_empty()
    await visitor.write("written without a server")
    await expect(visitor.page.locator("[data-state=stuck]")).to_be_visible()
    house.fake.lay(await visitor.address(), house.fake.shown("said meanwhile"))
    await site.start()
    await visitor.button(label("retry")).click()
    await expect(visitor.said("said meanwhile")).to_be_visible()
    await expect(visitor.page.locator("#offline")).to_be_empty(timeout=20_000)
    await visitor.hears(2)
    house.fake.lay(await visitor.address(), house.fake.shown("and after"))
    await expect(visitor.said("and after")).to_be_visible()
    assert [each.text for each in house.fake.heard] == ["before", "written without a server"]
    texts = await visitor.page.locator("#flow .text").all_text_contents()
    assert sorted(texts) == sorted(
        ["before", "written without a server", "said meanwhile", "and after"]
    )
    forgive_breaks(visitor)


async def test_a_failure_of_the_house_is_tried_again_under_the_same_id(
    visitor: Visitor, house: House
) -> None:
    house.fake.fail(times=2)
    await visitor.write("Keep me")
    await visitor.hears()
    await expect(visitor.page.locator(".row.me")).to_have_attribute("data-state", "sent")
    assert len({each.message_id for each in house.fake.asked}) == 1
    assert len(house.fake.asked) == 3
    visitor.forgive("500")


async def test_what_was_not_sent_is_sent_after_a_reload(visitor: Visitor, house: House) -> None:
    await visitor.write("Hello")
    await visitor.hears()
    house.fake.fail(times=1)
    await visitor.write("Keep me")
    await expect(visitor.page.locator("[data-state=stuck]")).to_be_visible()
    await visitor.open()
    assert [each.text for each in await visitor.hears(2)] == ["Hello", "Keep me"]
    texts = await visitor.page.locator("#flow .text").all_text_contents()
    assert texts == ["Hello", "Keep me"]
    assert len({each.message_id for each in house.fake.asked}) == 2
    visitor.forgive("500")


async def test_messages_arrive_in_their_order_after_a_break(visitor: Visitor, house: House) -> None:
    house.fake.fail(times=1)
    for text in ("one", "two", "three"):
        await visitor.write(text)
    assert [each.text for each in await visitor.hears(3)] == ["one", "two", "three"]
    visitor.forgive("500")


async def test_a_lost_cookie_does_not_stop_a_person(visitor: Visitor) -> None:
    await visitor.context.clear_cookies()
    await visitor.write("Still here")
    assert [each.text for each in await visitor.hears()] == ["Still here"]
    visitor.forgive("401")


async def test_a_refusal_says_why(visitor: Visitor, site: Site) -> None:
    await visitor.run("document.getElementById('box').removeAttribute('maxlength')")
    await visitor.write("x" * 4001)
    await expect(visitor.page.get_by_role("alert")).to_contain_text("page-too-long (en)")
    await visitor.write("shorter")
    assert [each.text for each in await visitor.hears()] == ["shorter"]
    visitor.forgive("413")


async def test_two_windows_of_one_person_show_the_same(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown("the answer")]
    other = await visitor.context.new_page()
    await other.goto(visitor.site.url)
    await other.locator("body:not(.loading)").wait_for()
    await visitor.write("Hello")
    await expect(other.locator(".row.bot .bubble", has_text="the answer")).to_be_visible()


# Invitations


async def test_an_invitation_is_accepted_once_and_not_shown(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown("Welcome to the volunteers")]
    for _ in range(2):
        await visitor.open("/join/abc-123")
        await expect(visitor.said("Welcome to the volunteers")).to_be_visible()
    assert [each.text for each in house.fake.heard] == ["/start abc-123"]
    await expect(visitor.page.locator(".row.me")).to_have_count(0)
    assert await visitor.run("location.href") == f"{visitor.site.url}/"


# Languages


async def test_the_page_speaks_the_browsers_language(browser: Browser, site: Site) -> None:
    async with visiting(browser, site, locale="zh-CN") as visitor:
        await visitor.open()
        assert await visitor.run("document.documentElement.lang") == "zh"
        await expect(visitor.page.locator("#box")).to_have_attribute(
            "placeholder", label("placeholder", "zh")
        )
        assert "柳桥市" in await visitor.page.title()
        assert visitor.faults == []


async def test_a_language_that_was_chosen_stays(visitor: Visitor, house: House) -> None:
    await visitor.page.locator(".side .tongue select").select_option("zh")
    await expect(visitor.page.locator("#welcome h2")).to_contain_text(label("greeting", "zh"))
    assert house.fake.asked == []
    await visitor.open()
    assert await visitor.run("document.documentElement.lang") == "zh"
    await visitor.open("/?lang=en")
    assert await visitor.run("document.documentElement.lang") == "en"


async def test_a_change_in_the_middle_of_a_talk_is_told_to_the_house(visitor: Visitor) -> None:
    await visitor.write("Hello")
    await visitor.hears()
    await visitor.page.locator(".side .tongue select").select_option("zh")
    assert (await visitor.hears(2))[1].tap == '/set_language{"to":"zh"}'
    await expect(visitor.page.locator(".row.me")).to_have_count(1)


# A phone, and who does not see


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
async def test_nothing_is_wider_than_a_phone(
    browser: Browser, site: Site, house: House, direction: str
) -> None:
    rows = [[("A rather long label of a button", "/help")] * 2, [("W" * 60, "/help")]]
    text = "https://example.org/" + "a" * 300 + "\n" + "长" * 100
    house.answer = lambda heard: [house.fake.shown(text, *rows)]
    async with visiting(browser, site, viewport=PHONE, has_touch=True) as visitor:
        await visitor.open()
        await visitor.run(f"document.documentElement.dir = '{direction}'")
        await visitor.write("m" * 300)
        await expect(visitor.said("长")).to_be_visible()
        for part in ("document.documentElement", "document.getElementById('log')"):
            assert await visitor.run(f"{part}.scrollWidth - {part}.clientWidth") == 0
        assert visitor.faults == []


async def test_what_is_pressed_on_a_phone_is_large_enough(
    browser: Browser, site: Site, house: House
) -> None:
    house.answer = lambda heard: [house.fake.shown("A task", [("Yes", "/help")], ask="place")]
    async with visiting(browser, site, viewport=PHONE, has_touch=True) as visitor:
        await visitor.open()
        await visitor.write("Hello")
        await expect(visitor.button("Yes")).to_be_visible()
        for each in await visitor.page.locator("button:visible, select:visible").all():
            box = await each.bounding_box()
            assert box
            assert min(box["height"], box["width"]) >= 40, await each.text_content()


async def test_the_menu_of_a_phone_opens_and_closes_by_the_keyboard(
    browser: Browser, site: Site
) -> None:
    async with visiting(browser, site, viewport=PHONE) as visitor:
        await visitor.open()
        await expect(visitor.page.locator("#side")).to_be_hidden()
        await visitor.page.locator("#open-menu").press("Enter")
        await expect(visitor.page.locator("#side nav button").first).to_be_focused()
        await visitor.page.keyboard.press("Escape")
        await expect(visitor.page.locator("#side")).to_be_hidden()
        await expect(visitor.page.locator("#open-menu")).to_be_focused()
        await visitor.page.locator("#open-menu").click()
        await visitor.page.locator("#side nav button").first.click()
        assert (await visitor.hears())[0].tap == "/list_tickets"
        await expect(visitor.page.locator("#side")).to_be_hidden()
        assert visitor.faults == []


async def test_everything_has_a_name_for_who_does_not_see_it(
    visitor: Visitor, house: House
) -> None:
    house.answer = lambda heard: [house.fake.shown("A task", [("Yes", "/help")])]
    await visitor.write("Hello")
    await expect(visitor.button("Yes")).to_be_visible()
    nameless = await visitor.run(
        """[...document.querySelectorAll('button, select, textarea, a, img, [role]')]
        .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim()
          || each.labels?.[0]?.textContent.trim() || each.alt || each.role === 'status'))
        .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    log = visitor.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")


CONTRAST = """
(selectors) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const found = numbers(getComputedStyle(each).backgroundColor);
      if (found.length < 4 || found[3] > 0.99) return found;
    }
    return [255, 255, 255];
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const pair = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
    pair.sort((a, b) => b - a);
    return [selector, (pair[0] + 0.05) / (pair[1] + 0.05)];
  });
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_what_is_written_can_be_read(
    browser: Browser, site: Site, house: House, scheme: str
) -> None:
    def answer(heard: Heard) -> list[Shown]:
        plain = house.fake.shown("See K7Q-4M2", [("Yes", "/help"), ("No", "/help")])
        return [
            replace(plain, ref="K7Q-4M2"),
            replace(house.fake.shown("Call 119"), key="emergency"),
        ]

    house.answer = answer
    async with visiting(browser, site, color_scheme=scheme) as visitor:
        await visitor.open()
        first = [".welcome h2", ".welcome > p", ".welcome h3", ".example", ".side nav button"]
        told = await visitor.page.evaluate(CONTRAST, [*first, ".privacy", ".brand .city"])
        await visitor.write("Hello")
        await expect(visitor.said("Call")).to_be_visible()
        then = [".row.me .text", ".row.bot .text", ".meta", ".ref", ".choice", ".urgent .text"]
        told += await visitor.page.evaluate(
            CONTRAST, [*then, ".phone", ".day span", ".tongue select"]
        )
        await visitor.run("document.querySelectorAll('.choice')[1].classList.add('spent')")
        told += await visitor.page.evaluate(CONTRAST, [".choice.spent"])
    assert [each for each in told if each[1] < 4.5] == []
