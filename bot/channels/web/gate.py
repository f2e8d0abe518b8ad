"""Who knocks: the cookie that is a person, the page that is ours, the pace that is fair."""

from __future__ import annotations

import hashlib
import math
import re
import secrets
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.web.pace import Pace
from bot.channels.web.settings import Settings
from bot.message import Address

NAME = "web"
COOKIE = "mh"
MARK = "X-Manyhands"
"""A header that another site's form or link cannot set."""

YEAR = 365 * 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


class Turned(Exception):
    """The knock is turned away; `key` is the sentence for the person."""

    def __init__(self, status: int, key: str, wait: float = 0) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.wait = math.ceil(wait)


class Gate:
    """Lets a request in or raises Turned."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._public = urlsplit(settings.url) if settings.url else None
        self._from_host = Pace(1000, 3000, clock)
        self._sessions = Pace(100, 60, clock)
        self._paces = {
            "say": Pace(20, settings.per_minute, clock),
            "photo": Pace(10, 10, clock),
        }

    def enter(self, request: web.Request) -> None:
        """Checks what every request must keep: the pace of its host, and that it is ours."""
        self._keep(self._from_host, self._host(request))
        if request.method != "GET":
            self._must_be_ours(request)

    def keep_pace(self, what: str, address: Address) -> None:
        """Counts a `say` or a `photo` of a person."""
        self._keep(self._paces[what], address.sender)

    def address(self, request: web.Request) -> Address:
        """Who it is: a hash of the cookie, which itself is neither stored nor logged."""
        token = _token(request)
        if token is None:
            raise Turned(401, "page-reload")
        sender = hashlib.sha256(token.encode()).hexdigest()[:32]
        return Address(NAME, sender, sender)

    def open(self, request: web.Request, response: web.StreamResponse) -> None:
        """Gives the person a cookie, or lets the one they have live for another year."""
        token = _token(request)
        if token is None:
            self._keep(self._sessions, self._host(request))
            token = secrets.token_urlsafe(32)
        response.set_cookie(
            COOKIE,
            token,
            max_age=YEAR,
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self._is_https(request),
        )

    def _must_be_ours(self, request: web.Request) -> None:
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        origin = request.headers.get("Origin")
        ours = {request.host, self._public.netloc if self._public else request.host}
        if (
            request.headers.get(MARK) != "1"
            or site != "same-origin"
            or (origin is not None and urlsplit(origin).netloc not in ours)
        ):
            raise Turned(403, "page-reload")

    def _is_https(self, request: web.Request) -> bool:
        if self._public:
            return self._public.scheme == "https"
        return request.secure or request.headers.get("X-Forwarded-Proto") == "https"

    def _host(self, request: web.Request) -> str:
        """The network address that asks; for IPv6 the household's share of 64 bits."""
        told = request.remote or ""
        if self._settings.proxies:
            passed = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
            told = passed[-self._settings.proxies :][0].strip() or told
        try:
            address = ip_address(told)
        except ValueError:
            return "unknown"
        if isinstance(address, IPv6Address):
            return str(ip_network((address, 64), strict=False))
        return str(address)

    @staticmethod
    def _keep(pace: Pace, name: str) -> None:
        if wait := pace.wait(name):
            raise Turned(429, "page-too-fast", wait)


def _token(request: web.Request) -> str | None:
    token = request.cookies.get(COOKIE, "")
    return token if _TOKEN.fullmatch(token) else None
