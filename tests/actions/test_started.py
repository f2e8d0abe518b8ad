"""Whoever writes first waits for nothing that could have been loaded before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa_sdk.plugin import plugin_manager

from actions import started
from bot import wiring


class App:
    """What Rasa's action server hands to whoever extends it."""

    def __init__(self) -> None:
        self.listeners: list[tuple[str, Callable[[Any], Awaitable[None]]]] = []

    def register_listener(self, listener: Callable[[Any], Awaitable[None]], event: str) -> None:
        """Keeps it."""
        self.listeners.append((event, listener))


async def test_the_city_is_loaded_before_the_first_message() -> None:
    assert plugin_manager().has_plugin(started.__name__)
    app = App()
    plugin_manager().hook.attach_sanic_app_extensions(app=app)
    ((event, prepare),) = app.listeners
    assert event == "before_server_start"
    wiring._ears.cache_clear()
    await prepare(app)
    assert wiring._ears.cache_info().currsize == 1
