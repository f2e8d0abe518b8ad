"""A person at the page in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright

from bot.message import Address, Heard
from tests.fakes.door import CITY, FakeDoor
from tests.web.house import Site

CALM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that does only what it is told."""

PATIENCE_MS = 10_000


def label(name: str, language: str = "en") -> str:
    """A word of the page, as the fake house says it."""
    return FakeDoor.text(language, f"page-{name}", {"city": CITY[language], "ref": "{ref}"})


def chromium() -> str | None:
    """Where Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@asynccontextmanager
async def open_browser(path: str) -> AsyncIterator[Browser]:
    """Chromium, without a window."""
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=path, args=list(CALM))
        try:
            yield browser
        finally:
            await browser.close()


@dataclass
class Visitor:
    """Somebody who looks at the page. `faults` is what the browser complained about."""

    site: Site
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)
    _forgiven: list[str] = field(default_factory=list)

    def forgive(self, words: str) -> None:
        """Complaints with these words are expected, also those that are still on their way."""
        self._forgiven.append(words)
        self.faults = [each for each in self.faults if words not in each]

    def complain(self, words: str) -> None:
        """The browser complains."""
        if not any(each in words for each in self._forgiven):
            self.faults.append(words)

    async def open(self, path: str = "/") -> None:
        """Opens the page and waits until it is ready to write on."""
        await self.page.goto(self.site.url + path)
        await self.page.locator("body:not(.loading)").wait_for()

    async def write(self, text: str) -> None:
        """Writes and sends by the keyboard."""
        await self.page.locator("#box").fill(text)
        await self.page.locator("#box").press("Enter")

    async def hears(self, count: int = 1) -> list[Heard]:
        """What the house heard, once it is so much."""
        return await self.site.house.fake.hears(count)

    async def address(self) -> Address:
        """The person's address, after a first message."""
        return (await self.hears())[-1].address

    def said(self, text: str) -> Locator:
        """The bubble of the house with a text."""
        return self.page.locator(".row.bot .bubble", has_text=text)

    def mine(self, text: str) -> Locator:
        """The person's own bubble with a text."""
        return self.page.locator(".row.me .bubble", has_text=text)

    def button(self, name: str) -> Locator:
        """A button by the name that a screen reader says."""
        return self.page.get_by_role("button", name=name, exact=True)

    async def run(self, code: str) -> Any:
        """The value of an expression on the page."""
        return await self.page.evaluate(code)


@asynccontextmanager
async def visiting(browser: Browser, site: Site, **how: Any) -> AsyncIterator[Visitor]:
    """A new person with a browser of their own, e.g. `viewport` or `locale`."""
    plain: Mapping[str, Any] = {"locale": "en-GB", "reduced_motion": "reduce"}
    context = await browser.new_context(**{**plain, **how})
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    visitor = Visitor(site, context, page)
    page.on(
        "console",
        lambda told: visitor.complain(told.text) if told.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: visitor.complain(str(error)))
    try:
        yield visitor
    finally:
        await context.close()
