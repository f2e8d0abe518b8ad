"""A house, its site, and somebody who opened the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.web.guest import Guest, open_guest
from tests.web.house import House, Site, open_site


@pytest.fixture
def house(tmp_path: Path) -> House:
    """What the channel talks to."""
    return House(tmp_path)


@pytest.fixture
async def site(house: House) -> AsyncIterator[Site]:
    """The channel, served."""
    async with open_site(house) as found:
        yield found


@pytest.fixture
async def guest(site: Site) -> AsyncIterator[Guest]:
    """A person with a cookie."""
    async with open_guest(site.url) as found:
        yield found
