"""The web chat: what its page sends becomes what was heard, its events tell what is said."""

from __future__ import annotations

from bot.channels import Door
from bot.channels.web.channel import NAME, Web
from bot.channels.web.settings import Settings

__all__ = ["NAME", "Settings", "Web", "open_channel"]


def open_channel(settings: Settings, door: Door) -> Web | None:
    """The channel, or None when it is switched off."""
    return Web(settings, door) if settings.on else None
