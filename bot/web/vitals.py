"""Whether the house is well, for who watches over it."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.web.shield import route_of

FORWARDED = ("Forwarded", "X-Forwarded-For", "Via")


class Vitals:
    """/health for everybody, /metrics for who is on this machine or knows the token."""

    def __init__(
        self,
        health: Callable[[], Awaitable[Mapping[str, bool]]],
        numbers: Callable[[], Awaitable[Mapping[str, float]]],
        token: str | None = None,
    ) -> None:
        """`health` says of each part whether it works; `numbers` are named as Prometheus does.

        A name may carry labels: `manyhands_waiting{box="inbox"}`.
        """
        self._health = health
        self._numbers = numbers
        self._token = token
        self._requests: Counter[tuple[str, str, int]] = Counter()

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """The two doors."""
        return [web.get("/health", self._tell_health), web.get("/metrics", self._tell_numbers)]

    @property
    def count(self) -> Middleware:
        """The middleware that counts requests."""

        @web.middleware
        async def counted(request: web.Request, handler: Handler) -> web.StreamResponse:
            status = 500
            try:
                response = await handler(request)
                status = response.status
                return response
            except web.HTTPException as answer:
                status = answer.status
                raise
            finally:
                self._requests[request.method, route_of(request), status] += 1

        return counted

    async def _tell_health(self, request: web.Request) -> web.Response:
        try:
            parts = dict(await self._health())
        except Exception:
            parts = {"health": False}
        well = all(parts.values())
        return web.json_response({"ok": well, "parts": parts}, status=200 if well else 503)

    async def _tell_numbers(self, request: web.Request) -> web.Response:
        if not self._may_watch(request):
            raise web.HTTPNotFound
        lines = [f"{name} {value:g}" for name, value in (await self._numbers()).items()]
        lines += [
            f'manyhands_requests_total{{method="{method}",route="{route}",status="{status}"}} {n}'
            for (method, route, status), n in sorted(self._requests.items())
        ]
        return web.Response(text="\n".join(lines) + "\n", content_type="text/plain")

    def _may_watch(self, request: web.Request) -> bool:
        if self._token:
            told = request.headers.get("Authorization", "")
            return hmac.compare_digest(told.encode(), f"Bearer {self._token}".encode())
        passed_on = any(each in request.headers for each in FORWARDED)
        return not passed_on and ip_address(request.remote or "::").is_loopback
