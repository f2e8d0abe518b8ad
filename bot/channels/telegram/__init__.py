"""Telegram: its updates become what was heard, what is shown becomes its messages."""

from __future__ import annotations

import os

# The library's coming default (waits as timedelta); it warns at each use without this.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.channels import Door
from bot.channels.telegram.channel import NAME, Telegram
from bot.channels.telegram.settings import Settings

__all__ = ["NAME", "Settings", "Telegram", "open_channel"]


def open_channel(settings: Settings, door: Door) -> Telegram | None:
    """The channel, or None without a token. Nothing is asked of Telegram before `run`."""
    return Telegram(settings, door) if settings.token else None
