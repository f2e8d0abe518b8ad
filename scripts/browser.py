"""Finding a browser for the tests of the web page, or fetching one."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.places import APP, LOGS, python_of
from scripts.terminal import run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
STAMP = ".made-browser"


def installed() -> Path | None:
    """The machine's own Chromium or Chrome."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    return MAC if MAC.exists() else None


def done() -> bool:
    """Whether there is one: the machine's, or the one that was fetched for us."""
    return installed() is not None or (APP / STAMP).exists()


def get() -> None:
    """Fetches a Chromium with Playwright."""
    run([python_of(APP), "-m", "playwright", "install", "chromium"], LOGS / "setup-browser.log")
    (APP / STAMP).touch()
