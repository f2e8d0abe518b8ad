"""A gate between two of our processes: lets requests through, or stops the world at one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

Stop = Callable[[str], Awaitable[None]]


async def go_on(body: str) -> None:
    """Nothing happens."""


class Gate:
    """Passes HTTP on to `upstream`. `before` and `after` may kill or hold somebody meanwhile.

    Each is called with the request's body and is spent after one call that it accepts.
    """

    def __init__(self, upstream: str) -> None:
        self.upstream = upstream
        self.url = ""
        self.before: tuple[str, Stop] | None = None
        self.after: tuple[str, Stop] | None = None
        self.passed: list[str] = []

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Gate]:
        """Listens on a free port of this machine."""
        app = web.Application(client_max_size=1 << 24)
        app.router.add_route("*", "/{path:.*}", self._pass)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            async with aiohttp.ClientSession() as self._http:
                yield self
        finally:
            await runner.cleanup()

    async def _pass(self, request: web.Request) -> web.Response:
        body = await request.read()
        text = request.path_qs + " " + body.decode("utf-8", "replace")
        await self._stop("before", text)
        headers = {
            k: v for k, v in request.headers.items() if k in ("Authorization", "Content-Type")
        }
        try:
            async with self._http.request(
                request.method, self.upstream + request.path_qs, data=body, headers=headers
            ) as answer:
                data, status, kind = await answer.read(), answer.status, answer.content_type
        except aiohttp.ClientError:
            raise web.HTTPBadGateway from None
        self.passed.append(text)
        await self._stop("after", text)
        return web.Response(body=data, status=status, content_type=kind)

    async def _stop(self, where: str, text: str) -> None:
        found: tuple[str, Stop] | None = getattr(self, where)
        if found is not None and found[0] in text:
            setattr(self, where, None)
            await found[1](text)
