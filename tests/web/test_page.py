"""The chat page in a real browser: a conversation, buttons, pictures, places."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from bot.message import Point
from tests.web.browser import Visitor, label, visiting
from tests.web.house import House, Site

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]

TASK = [("I'll do it", '/claim{"ref":"K7Q-4M2"}'), ("Not me", '/decline{"ref":"K7Q-4M2"}')]

DROP = """(() => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array([1, 2, 3])], "%s", {type: "%s"}));
  document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true}));
})()"""


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A large photo, as a telephone takes it."""
    path = tmp_path / "photo.png"
    Image.new("RGB", (3000, 1500), (90, 120, 60)).save(path)
    return path


# A conversation


async def test_a_person_writes_and_sees_the_answer(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown(f"You said: {heard.text}")]
    await visitor.write("The street light is out")
    await expect(visitor.said("You said: The street light is out")).to_be_visible()
    await expect(visitor.mine("The street light is out")).to_be_visible()
    await expect(visitor.page.locator("#box")).to_have_value("")
    (heard,) = house.fake.heard
    assert (heard.text, heard.language) == ("The street light is out", "en")


async def test_enter_sends_and_shift_enter_begins_a_line(visitor: Visitor) -> None:
    box = visitor.page.locator("#box")
    await box.press_sequentially("one")
    await box.press("Shift+Enter")
    await box.press_sequentially("two")
    await box.press("Enter")
    assert [each.text for each in await visitor.hears()] == ["one\ntwo"]


async def test_enter_that_chooses_a_character_does_not_send(visitor: Visitor, house: House) -> None:
    box = visitor.page.locator("#box")
    await box.fill("路灯")
    await visitor.run(
        "document.getElementById('box').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, cancelable: true}))"
    )
    await expect(box).to_have_value("路灯")
    await box.press("Enter")
    assert [each.text for each in await visitor.hears()] == ["路灯"]
    assert len(house.fake.asked) == 1


async def test_markup_is_only_text(visitor: Visitor, house: House) -> None:
    nasty = "<script>document.title='x'</script><img src=x onerror=alert(1)>&amp;"
    house.answer = lambda heard: [house.fake.shown(heard.text, [(nasty, "/help")])]
    await visitor.write(nasty)
    await expect(visitor.said(nasty)).to_be_visible()
    await expect(visitor.mine(nasty)).to_be_visible()
    await expect(visitor.button(nasty)).to_be_visible()
    assert await visitor.run("document.querySelectorAll('#flow script, #flow img').length") == 0


async def test_addresses_come_alive_and_nothing_else(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [
        house.fake.shown("See https://example.org/a?b=1. Not javascript:alert(1) nor 120")
    ]
    await visitor.write("Hello")
    links = visitor.said("See").get_by_role("link")
    await expect(links).to_have_count(1)
    await expect(links).to_have_attribute("href", "https://example.org/a?b=1")


async def test_an_example_fills_the_box_and_sends_nothing(visitor: Visitor, house: House) -> None:
    await visitor.page.locator(".example").first.click()
    await expect(visitor.page.locator("#box")).to_have_value(label("examples-1"))
    await expect(visitor.page.locator("#box")).to_be_focused()
    assert house.fake.asked == []


async def test_the_answer_that_is_awaited_is_seen_to_come(visitor: Visitor, house: House) -> None:
    await visitor.write("Hello")
    await expect(visitor.page.locator(".typing")).to_be_visible()
    house.fake.lay(await visitor.address(), house.fake.shown("Here I am"))
    await expect(visitor.said("Here I am")).to_be_visible()
    await expect(visitor.page.locator(".typing")).to_have_count(0)


async def test_a_turn_without_an_answer_ends_the_waiting(visitor: Visitor, site: Site) -> None:
    await visitor.write("Hello")
    await expect(visitor.page.locator(".typing")).to_be_visible()
    (heard,) = await visitor.hears()
    await site.channel.turn_done(heard.address, heard.message_id)
    await expect(visitor.page.locator(".typing")).to_have_count(0)


async def test_a_message_that_comes_while_reading_above_is_announced(
    visitor: Visitor, house: House
) -> None:
    house.answer = lambda heard: [house.fake.shown("line\n" * 60)]
    await visitor.write("Tell me all")
    await expect(visitor.said("line")).to_be_visible()
    await visitor.page.locator("#log").hover()
    await visitor.page.mouse.wheel(0, -900)
    await expect(visitor.page.locator("#newer")).to_be_hidden()
    async with asyncio.timeout(10):  # not `wait_for_function`: it evals, which the page forbids
        while await visitor.page.evaluate("document.getElementById('log').scrollTop") >= 800:
            await asyncio.sleep(0.02)
    house.fake.lay(await visitor.address(), house.fake.shown("One more thing"))
    await visitor.page.locator("#newer").click()
    await expect(visitor.said("One more thing")).to_be_in_viewport()
    await expect(visitor.page.locator("#newer")).to_be_hidden()


# Buttons


async def test_a_button_is_pressed_by_the_keyboard_alone(
    visitor: Visitor, site: Site, house: House
) -> None:
    house.answer = lambda heard: [] if heard.tap else [house.fake.shown("A task", TASK)]
    await visitor.write("tasks")
    await expect(visitor.button("I'll do it")).to_be_visible()
    for _ in range(10):
        await visitor.page.keyboard.press("Shift+Tab")
        if await visitor.run("document.activeElement.textContent") == "I'll do it":
            break
    await visitor.page.keyboard.press("Enter")
    heard = (await visitor.hears(2))[1]
    assert (heard.tap, heard.text, heard.reply_to) == (TASK[0][1], "", "1")
    await visitor.page.keyboard.press("Enter")
    await site.channel.spend(heard.address, "1", "I'll do it")
    chosen = visitor.button(f"I'll do it ({label('chosen')})")
    await expect(chosen).to_be_focused()
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.button("Not me")).to_have_attribute("aria-disabled", "true")
    await visitor.button("Not me").click(force=True)
    assert len(house.fake.asked) == 2


async def test_a_tap_that_leads_on_leaves_the_buttons_alive(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown("Look", [("Status", "/ask_status")])]
    await visitor.write("Hello")
    await visitor.button("Status").click()
    await visitor.hears(2)
    await expect(visitor.page.locator(".row.bot", has_text="Look")).to_have_count(2)
    await expect(visitor.button("Status").first).not_to_have_attribute("aria-disabled", "true")


async def test_spent_buttons_are_spent_after_a_reload_too(visitor: Visitor, house: House) -> None:
    shown = house.fake.shown("A task", TASK)
    house.answer = lambda heard: [] if heard.tap else [shown]
    await visitor.write("tasks")
    await visitor.button("I'll do it").click()
    await visitor.hears(2)
    house.spend(shown)
    await expect(visitor.page.locator(".picked")).to_be_visible()
    await visitor.open()
    await expect(visitor.page.locator(".picked")).to_contain_text("I'll do it")
    await expect(visitor.page.locator(".choice")).to_have_count(1)


async def test_a_reference_asks_how_its_ticket_is(visitor: Visitor, house: House) -> None:
    house.answer = lambda heard: [house.fake.shown("Your tickets: K7Q-4M2 and ABC-DEF")]
    await visitor.write("my tickets")
    await expect(visitor.page.locator(".ref")).to_have_count(1)
    await visitor.page.locator(".ref").click()
    assert (await visitor.hears(2))[1].tap == '/ask_status{"ref":"K7Q-4M2"}'
    await expect(visitor.mine("ref=K7Q-4M2")).to_be_visible()


async def test_an_answer_to_a_ticket_says_to_which(visitor: Visitor, house: House) -> None:
    ticket = replace(house.fake.shown("Ticket K7Q-4M2 is open"), ref="K7Q-4M2")
    house.answer = lambda heard: [] if heard.reply_to else [ticket]
    await visitor.write("The lamp")
    await visitor.page.locator(".stub .round").click()
    await expect(visitor.page.locator("#about")).to_contain_text("K7Q-4M2")
    await visitor.write("It hums, too")
    heard = (await visitor.hears(2))[1]
    assert (heard.text, heard.reply_to) == ("It hums, too", str(ticket.id))
    await expect(visitor.page.locator("#about")).to_be_hidden()


async def test_the_number_to_call_in_danger_can_be_called(visitor: Visitor, house: House) -> None:
    shown = replace(house.fake.shown("fire brigade: 119\nambulance: 120"), key="emergency")
    house.answer = lambda heard: [shown]
    await visitor.write("fire")
    link = visitor.page.get_by_role("link", name="119")
    await expect(link).to_have_attribute("href", "tel:119")
    await expect(visitor.page.locator(".urgent")).to_be_visible()


# Pictures and places


async def test_a_picture_is_shown_made_small_and_sent(
    visitor: Visitor, house: House, picture: Path
) -> None:
    await visitor.page.set_input_files("#file", picture)
    await expect(visitor.page.locator("#picture img")).to_be_visible()
    await visitor.write("Look at this")
    (heard,) = await visitor.hears()
    assert heard.text == "Look at this"
    assert heard.photo
    kept = Image.open(BytesIO(house.fake.photos[heard.photo]))
    assert (kept.format, kept.size) == ("JPEG", (2048, 1024))
    await expect(visitor.page.locator("#picture")).to_be_hidden()
    await visitor.open()
    seen = visitor.page.locator(".row.me img")
    await expect(seen).to_have_js_property("naturalWidth", 2048)


async def test_a_picture_can_be_taken_back(visitor: Visitor, house: House, picture: Path) -> None:
    await visitor.page.set_input_files("#file", picture)
    await visitor.page.locator("#picture button").click()
    await visitor.write("Only words")
    (heard,) = await visitor.hears()
    assert (heard.text, heard.photo) == ("Only words", None)
    assert house.fake.photos == {}


async def test_a_picture_that_cannot_be_read_does_not_hold_up_the_words(
    visitor: Visitor, tmp_path: Path
) -> None:
    broken = tmp_path / "photo.jpg"
    broken.write_bytes(b"no picture")
    await visitor.page.set_input_files("#file", broken)
    await expect(visitor.page.locator("#picture img")).to_be_visible()
    await visitor.write("Look at this")
    (heard,) = await visitor.hears()
    assert (heard.text, heard.photo, heard.flaw) == ("Look at this", None, "bad-photo")
    visitor.forgive("422")


async def test_a_place_is_sent_when_the_person_says_so(browser: Browser, site: Site) -> None:
    here = {"latitude": 36.61844, "longitude": 121.22465}
    async with visiting(browser, site, geolocation=here, permissions=["geolocation"]) as visitor:
        site.house.answer = lambda heard: [site.house.fake.shown("Where is it?", ask="place")]
        await visitor.open()
        await visitor.write("The lamp is out")
        await visitor.page.locator(".choice.with-icon").click()
        assert (await visitor.hears(2))[1].point == Point(36.61844, 121.22465)
        await expect(visitor.page.locator(".spot")).to_contain_text("36.61844, 121.22465")
        assert visitor.faults == []


async def test_a_place_that_is_not_told_is_explained(visitor: Visitor, house: House) -> None:
    await visitor.page.locator("#add-pin").click()
    await expect(visitor.page.locator("#notice")).to_contain_text(label("pin-denied"))
    assert house.fake.asked == []


async def test_a_picture_is_dropped_on_the_page(visitor: Visitor) -> None:
    await visitor.run(DROP % ("photo.png", "image/png"))
    await expect(visitor.page.locator("#picture img")).to_be_visible()
    await visitor.run(DROP % ("letter.txt", "text/plain"))
    await expect(visitor.page.locator("#picture img")).to_be_visible()
