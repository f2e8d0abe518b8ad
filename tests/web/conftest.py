"""One browser for a file of tests; a house, a site and a visitor for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.conftest import require
from tests.web.browser import Visitor, chromium, open_browser, visiting
from tests.web.house import House, Site, open_site


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, or the tests are skipped."""
    path = chromium()
    if path is None:
        require("browser", "no Chromium on this machine")
    async with open_browser(str(path)) as found:
        yield found


@pytest.fixture
def house(tmp_path: Path) -> House:
    """What the page talks to."""
    return House(tmp_path)


@pytest_asyncio.fixture(loop_scope="module")
async def site(house: House) -> AsyncIterator[Site]:
    """The page, served."""
    async with open_site(house) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(browser: Browser, site: Site) -> AsyncIterator[Visitor]:
    """Somebody who opened the page; in the end the browser has nothing to complain of."""
    async with visiting(browser, site) as found:
        await found.open()
        yield found
        assert found.faults == []
