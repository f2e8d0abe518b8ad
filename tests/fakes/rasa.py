"""Rasa as the dialogue sees it: the three routes of our channel over real HTTP, scripted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Answer = Callable[[Mapping[str, Any]], list[dict[str, Any]]]


def echo(asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Says each message back: `stopped` stands for any sentence, with the text as a fact."""
    return [{"say": "stopped", "facts": {"text": asked["text"]}, "buttons": []}]


class FakeRasa:
    """Hears each message id once, as the real one; may be down, slow, or die after hearing."""

    def __init__(self, answer: Answer = echo) -> None:
        self.answer = answer
        self.asked: list[Mapping[str, Any]] = []
        self.said: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.trackers: dict[str, list[dict[str, Any]]] = {}
        """Events by sender."""
        self.down = False
        self.die_after_hearing = 0
        """So many turns are saved but their answer never arrives."""
        self.hold: asyncio.Event | None = None
        """While set and not rung, messages with `slow` in them wait."""
        self.now: Callable[[], float] = time.time
        """What events are stamped with, seconds since 1970."""
        self.url = ""
        self.token = "secret"

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[FakeRasa]:
        """Serves on a free port of this machine."""
        app = web.Application()
        app.add_routes(
            [
                web.post("/webhooks/manyhands/ask", self._ask),
                web.get("/webhooks/manyhands/heard", self._heard),
                web.get("/webhooks/manyhands/ready", self._ready),
                web.get("/webhooks/manyhands/tracker", self._tell),
                web.delete("/webhooks/manyhands/tracker", self._forget),
                web.delete("/webhooks/manyhands/trackers", self._forget_old),
            ]
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield self
        finally:
            await runner.cleanup()

    async def _ask(self, request: web.Request) -> web.Response:
        if self.down:
            return web.json_response({"failed": "Down"}, status=500)
        asked = await request.json()
        if self.hold is not None and "slow" in asked["text"]:
            await self.hold.wait()
        self.asked.append(asked)
        key = (asked["sender"], asked["message_id"])
        self.said[key] = self.answer(asked)
        event = {"event": "user", "text": asked["text"], "timestamp": self.now()}
        self.trackers.setdefault(asked["sender"], []).append(event)
        if self.die_after_hearing:
            self.die_after_hearing -= 1
            raise web.HTTPBadGateway
        return web.json_response({"said": self.said[key], "busy": False, "intent": {}})

    async def _heard(self, request: web.Request) -> web.Response:
        key = (request.query["sender"], request.query["message_id"])
        if self.down:
            return web.json_response({"failed": "Down"}, status=500)
        found = self.said.get(key)
        body = {"heard": found is not None, "said": found or [], "busy": False}
        return web.json_response(body)

    async def _tell(self, request: web.Request) -> web.Response:
        if self.down:
            return web.json_response({"failed": "Down"}, status=500)
        return web.json_response({"events": self.trackers.get(request.query["sender"], [])})

    async def _forget(self, request: web.Request) -> web.Response:
        if self.down:
            return web.json_response({"failed": "Down"}, status=500)
        gone = self.trackers.pop(request.query["sender"], [])
        return web.json_response({"deleted": len(gone)})

    async def _forget_old(self, request: web.Request) -> web.Response:
        if self.down:
            return web.json_response({"failed": "Down"}, status=500)
        before, gone = float(request.query["before"]), 0
        for sender, events in list(self.trackers.items()):
            if all(each["timestamp"] < before for each in events):
                gone += len(self.trackers.pop(sender))
        return web.json_response({"deleted": gone})

    async def _ready(self, request: web.Request) -> web.Response:
        return web.json_response({"ready": not self.down}, status=503 if self.down else 200)
