"""The HTTP face: one server for the channels' routes, the page, health and numbers."""

from __future__ import annotations

from bot.web.server import serving, web_app
from bot.web.vitals import Vitals

__all__ = ["Vitals", "serving", "web_app"]
