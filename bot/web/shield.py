"""What every answer carries so that a browser runs our page and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}

log = logging.getLogger(__name__)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Adds what the answer does not say itself."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "Manyhands"  # The library has named itself by now.


@web.middleware
async def catch(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Answers 500 for a failure of ours, and echoes and logs nothing of the request."""
    try:
        return await handler(request)
    except (web.HTTPException, ConnectionResetError):
        raise
    except Exception as failed:
        log.error("%s %s: %s", request.method, route_of(request), type(failed).__name__)
        return web.json_response({"key": "failed"}, status=500)


def route_of(request: web.Request) -> str:
    """The pattern of the path, such as `/api/photo/{id}`: the path itself may hold a secret."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "unknown"
