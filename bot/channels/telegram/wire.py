"""The line to the Bot API: keeps the token off every log, and broken answers off the library."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from pydantic import SecretStr
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.request import HTTPXRequest

HIDDEN = "hidden"
"""Stands where the token belongs, everywhere but on the wire itself."""

CONNECTIONS = 32
READ, WRITE, CONNECT, POOL = 20.0, 20.0, 10.0, 10.0
"""Seconds. A send that was read too late may have arrived, so reading waits long."""


class TokenTransport(httpx.AsyncBaseTransport):
    """Writes the token into an address at the last moment, below all that logs addresses."""

    def __init__(self, token: SecretStr, inner: httpx.AsyncBaseTransport) -> None:
        self._token = token
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.replace(
            f"/bot{HIDDEN}/".encode(), f"/bot{self._token.get_secret_value()}/".encode(), 1
        )
        addressed = httpx.Request(
            request.method,
            request.url.copy_with(raw_path=path),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        return await self._inner.handle_async_request(addressed)

    async def aclose(self) -> None:
        await self._inner.aclose()


class Wire(HTTPXRequest):
    """The library's requests over our transport, with answers checked before it reads them."""

    def __init__(self, token: SecretStr, api_url: str) -> None:
        inner = httpx.AsyncHTTPTransport(
            proxy=_proxy(api_url), limits=httpx.Limits(max_connections=CONNECTIONS)
        )
        super().__init__(
            read_timeout=READ,
            write_timeout=WRITE,
            connect_timeout=CONNECT,
            pool_timeout=POOL,
            httpx_kwargs={"transport": TokenTransport(token, inner)},
        )

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Status and body; a body that is no Bot API answer (a proxy's page, say) is dropped.

        The library would log such a page whole, and it may name the address with the token.
        """
        status, body = await super().do_request(*args, **kwargs)
        if status == httpx.codes.REQUEST_ENTITY_TOO_LARGE:
            raise BadRequest("Request Entity Too Large (413)")
        fine = httpx.codes.is_success(status)
        if fine and kwargs["method"] == "GET":
            return status, body
        answer = _json_object(body)
        if fine and "result" not in answer:
            raise NetworkError("an answer that is none of the Bot API")
        return status, body if answer else b"{}"


class Line:
    """A bot and the wire under it."""

    def __init__(self, token: SecretStr, api_url: str) -> None:
        hush()
        base = api_url.rstrip("/")
        self.bot_id = int(token.get_secret_value().partition(":")[0])
        self._wire = Wire(token, api_url)
        # `Bot.initialize` is never called: it asks getMe first, and its failure names the token.
        self.bot = Bot(
            HIDDEN,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._wire,
            get_updates_request=self._wire,
        )

    async def updates(self, offset: int, seconds: float, kinds: list[str]) -> list[dict[str, Any]]:
        """Raw updates from `offset` on; waits up to `seconds` for one. Raises TelegramError.

        Raw, as the library reads a batch whole or not at all: one odd update would stop all.
        """
        asked = {"offset": offset, "timeout": round(seconds), "allowed_updates": json.dumps(kinds)}
        found: object = await self._wire.post(
            f"{self.bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=seconds + READ
        )
        if not isinstance(found, list) or not all(map(_numbered, found)):
            raise NetworkError("news that is none of the Bot API")
        return found

    async def open(self) -> None:
        """Opens the wire again after `close`."""
        await self._wire.initialize()

    async def close(self) -> None:
        """Closes every connection."""
        await self._wire.shutdown()


def hush() -> None:
    """The libraries below log what is sent and received at DEBUG: people's words, the secret."""
    for name in ("telegram", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


def why(error: BaseException) -> str:
    """What a log line may say of a failure: its kind and, of the platform's own words, a line."""
    kind = type(error).__name__
    if not isinstance(error, TelegramError):
        return kind
    if error.__cause__ is not None:
        return f"{kind} ({type(error.__cause__).__name__})"
    return f"{kind}: {error.message[:200]}"


def _numbered(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _proxy(url: str) -> str | None:
    """The environment's proxy for an address: httpx looks only when it builds the transport."""
    parts = urlsplit(url)
    if proxy_bypass(parts.netloc):
        return None
    found = getproxies()
    return found.get(parts.scheme) or found.get("all")
