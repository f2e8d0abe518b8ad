"""Draws the pictures of the README: people at the page of a bot that runs, in a real browser.

    .venv/bin/python -m tests.web.screens docs

asks the bot that `MANYHANDS_PORT` and `MANYHANDS_VAR` name, and leaves PNG files.
Take a data folder of its own: the scenes let people in, and open tickets.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page

from tests.web.browser import chromium, open_browser

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
PATIENCE_MS = 180_000
COLOURS = 128
CODE = re.compile(r"join[/=]([\w-]{16,})")
MORE = (
    "The street light in front of Heping Community is out",
    "the bins on Xingfu Road have not been emptied since Monday",
    "a manhole cover is missing on Renmin Road, somebody will fall in",
    "street lights are out all along Binhai Avenue",
)
REF = re.compile(r"[A-Z0-9]{3}-[A-Z0-9]{3}")


@dataclass
class Guest:
    """Somebody at the page."""

    page: Page

    async def write(self, text: str) -> None:
        """Writes, and waits for the end of the answer."""
        await self.page.locator("#box").fill(text)
        await self._answered(self.page.locator("#box").press("Enter"))

    async def tap(self, label: str) -> None:
        """Taps the newest button whose words match, and waits for the end of the answer."""
        button = self.page.locator("#flow button", has_text=re.compile(label)).last
        await self._answered(button.click())

    async def sees(self, words: str) -> str:
        """The newest bubble of the bot in which the words stand, once it is there."""
        found = self.page.locator(".row.bot .bubble", has_text=re.compile(words)).last
        await found.wait_for()
        return await found.inner_text()

    async def _answered(self, act: Awaitable[None]) -> None:
        said = self.page.locator(".row.bot:not(.typing) .bubble")
        before = await said.count()
        await act
        await said.nth(before).wait_for()
        await self.page.locator(".row.typing").wait_for(state="detached")
        await self.page.wait_for_timeout(700)

    async def draw(self, path: Path) -> None:
        """Keeps what is on the screen, in few colours, so that the file is small."""
        await self.page.mouse.move(0, 0)
        await self.page.evaluate("document.activeElement.blur()")
        picture = Image.open(BytesIO(await self.page.screenshot()))
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{path}: {path.stat().st_size // 1024} KB", flush=True)


@dataclass
class Town:
    """The bot that runs, and a browser for whoever writes to it."""

    browser: Browser
    url: str
    folder: Path

    @asynccontextmanager
    async def guest(self, locale: str, size: dict[str, int]) -> AsyncIterator[Guest]:
        """Somebody new."""
        phone = size is PHONE
        context = await self.browser.new_context(
            locale=locale,
            timezone_id="Asia/Shanghai",
            viewport={"width": size["width"], "height": size["height"]},
            device_scale_factor=1.5 if phone else 1,
            reduced_motion="reduce",
            color_scheme="light",
        )
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        await page.goto(self.url)
        await page.locator("body:not(.loading)").wait_for()
        try:
            yield Guest(page)
        except Exception:
            await page.screenshot(path=self.folder / "failed.png")
            raise
        finally:
            await context.close()

    async def join(self, guest: Guest, role: str, responder: str = "") -> None:
        """Lets somebody in, as an operator would."""
        words = ["invite", "--role", role, *(["--for", responder] if responder else [])]
        made = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words), stdout=asyncio.subprocess.PIPE
        )
        told, _ = await made.communicate()
        code = CODE.search(told.decode())
        assert code, told
        await guest.page.goto(f"{self.url}/#join={code[1]}")
        await guest.page.reload()
        await guest.page.locator(".row.bot .bubble").last.wait_for()
        await guest.page.wait_for_timeout(3000)


async def report(town: Town) -> None:
    """From a sentence to "solved?", in Chinese on a phone."""
    async with town.guest("zh-CN", PHONE) as she, town.guest("zh-CN", DESK) as staff:
        await town.join(staff, "responder", "lighting_division")
        await she.write("路灯坏了，橡树路上黑漆漆的，晚上都看不见路")
        found = REF.search(await she.sees(REF.pattern))
        assert found
        await staff.sees(found[0])
        await staff.tap("^接单")
        await staff.tap("^办")
        await she.sees("解决了吗")
        await she.draw(town.folder / "report-zh.png")


async def staff(town: Town) -> None:
    """What the staff of an office see and do."""
    async with town.guest("en-GB", DESK) as he, town.guest("en-GB", DESK) as office:
        await town.join(office, "responder", "road_maintenance")
        await he.write("There's a deep pothole on Oak Road, my bike wheel is bent")
        found = REF.search(await he.sees(REF.pattern))
        assert found
        await office.sees(found[0])
        await office.tap("^Accept")
        await office.draw(town.folder / "staff-en.png")


async def task(town: Town) -> None:
    """Help at home: only who takes it sees where."""
    async with town.guest("zh-CN", DESK) as he, town.guest("zh-CN", PHONE) as helper:
        await town.join(helper, "volunteer")
        await he.write("我妈妈八十二了，一个人在家，今天中午能帮忙送顿饭吗？橡树路12号")
        await he.tap("敲门")
        await he.sees(REF.pattern)
        await helper.sees(REF.pattern)
        await helper.tap("^我来")
        await helper.draw(town.folder / "volunteer-zh.png")


async def digest(town: Town) -> None:
    """What an official should read now."""
    for words in MORE:
        async with town.guest("en-GB", PHONE) as person:
            await person.write(words)
            await person.sees(REF.pattern)
    async with town.guest("en-GB", DESK) as official:
        await town.join(official, "coordinator")
        await official.write("show me the digest")
        await official.draw(town.folder / "digest-en.png")


async def question(town: Town) -> None:
    """A question, and what it leads to."""
    async with town.guest("en-GB", PHONE) as person:
        await person.write("Who gets to see my name?")
        await person.draw(town.folder / "privacy-en.png")


SCENES: dict[str, Callable[[Town], Awaitable[None]]] = {
    "report": report,
    "staff": staff,
    "task": task,
    "digest": digest,
    "question": question,
}


async def main(folder: Path, *names: str) -> None:
    """Draws the scenes with these names, or all."""
    browser = chromium()
    assert browser, "there is no Chromium"
    url = f"http://127.0.0.1:{os.environ.get('MANYHANDS_PORT', '8080')}"
    async with open_browser(browser) as opened:
        for name in names or tuple(SCENES):
            await SCENES[name](Town(opened, url, folder))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
