"""What the action server does before it hears anybody: the first to write waits for nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import pluggy
from rasa_sdk.plugin import plugin_manager

from bot.wiring import prepare


class Started:
    """Rasa's action server calls it with its application, in each process that serves."""

    @pluggy.HookimplMarker("rasa_sdk")
    def attach_sanic_app_extensions(self, app: Any) -> None:
        """Loads the city before the server says that it is well."""
        app.register_listener(_prepare, "before_server_start")


async def _prepare(app: Any) -> None:
    await asyncio.to_thread(prepare)


if not plugin_manager().has_plugin(__name__):
    plugin_manager().register(Started(), __name__)
