"""Makes the web application from its routes, and serves it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.web.pages import page_routes
from bot.web.shield import add_headers, catch
from bot.web.vitals import Vitals

MOST_BODY = 256 * 1024
"""Bytes of a request that is read whole; who takes more (a picture) counts by itself."""

PAGE_ASKS = "/api/say"

LAST_SECONDS = 3.0
"""What a request under way is given to end when the server stops."""


def web_app(routes: Iterable[web.AbstractRouteDef], vitals: Vitals) -> web.Application:
    """An application that answers the routes, /health and /metrics behind safe headers.

    The chat page comes with the routes that it asks.
    """
    given = [*routes]
    if any(isinstance(each, web.RouteDef) and each.path == PAGE_ASKS for each in given):
        given += page_routes()
    app = web.Application(client_max_size=MOST_BODY, middlewares=[vitals.count, catch])
    app.on_response_prepare.append(add_headers)
    app.add_routes([*given, *vitals.routes()])
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """Serves while the block runs and gives the address, with the port that was found for 0."""
    # No log of requests: an invitation's code stands in a path.
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{bound}"
    finally:
        await runner.cleanup()
