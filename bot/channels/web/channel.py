"""The web chat's doors under /api, and how its messages reach an open page."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from aiohttp import web

from bot.channels import Door
from bot.channels.web.gate import NAME, Gate, Turned
from bot.channels.web.labels import labels_json, pick
from bot.channels.web.settings import Settings
from bot.channels.web.shapes import CODE, PHOTO, heard, history_json, page_id, saying
from bot.channels.web.streams import HISTORY, Stream, Streams
from bot.errors import BadPhoto
from bot.message import Address, Shown

__all__ = ["NAME", "Web"]

MOST_PHOTO = 10 * 1024 * 1024
UPLOAD_SECONDS = 120
PICTURES_AT_ONCE = 4
"""Pictures that are checked at the same time: each takes much memory."""

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = logging.getLogger(__name__)


class Web:
    """The page's door to the house. The outbox is its mailbox: a page reads it there."""

    name = NAME

    def __init__(
        self,
        settings: Settings,
        door: Door,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._door = door
        self._now = now
        self._heartbeat = settings.heartbeat
        self._gate = Gate(settings, clock)
        self._streams = Streams()
        self._pictures = asyncio.Semaphore(PICTURES_AT_ONCE)

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """What the page asks."""
        return [
            web.get("/api/labels", self._polite(self._labels)),
            web.post("/api/session", self._polite(self._session)),
            web.post("/api/say", self._polite(self._say)),
            web.post("/api/photo", self._polite(self._keep_photo)),
            web.get("/api/photo/{id}", self._polite(self._photo)),
            web.get("/api/history", self._polite(self._history)),
            web.get("/api/events", self._polite(self._events)),
            web.post("/api/file/{id}", self._polite(self._lend)),
            web.get("/api/file/{token}", self._polite(self._collect)),
            web.get("/join/{code}", self._join),
        ]

    async def run(self) -> None:
        """Waits until cancelled: the web server listens."""
        try:
            await asyncio.Event().wait()
        finally:
            self._streams.close()

    async def send(self, to: Address, shown: Shown) -> str:
        """Gives the message's own id: it lies where the person's pages read it."""
        return str(shown.id)

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        """Tells the open pages; the others see it in the history."""
        self._streams.push(to, "spent", {"id": int(message_id), "label": label})

    async def turn_done(self, to: Address, message_id: str) -> None:
        """Tells the open pages that nothing more is coming for what they sent."""
        self._streams.push(to, "done", {"id": page_id(message_id)})

    def _polite(self, answer: Answer) -> Answer:
        """Turns a refusal into a sentence in the person's language."""

        async def answered(request: web.Request) -> web.StreamResponse:
            try:
                self._gate.enter(request)
                return await answer(request)
            except Turned as turned:
                text = self._door.text(self._language(request), turned.key, {})
                response = web.json_response(
                    {"key": turned.key, "text": text}, status=turned.status
                )
                if turned.wait:
                    response.headers["Retry-After"] = str(turned.wait)
                return response

        return answered

    def _language(self, request: web.Request) -> str:
        wanted = request.query.get("lang") or request.headers.get("Accept-Language") or ""
        return pick(wanted, self._door.languages)

    async def _labels(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(labels_json(self._door, self._language(request)))

    async def _session(self, request: web.Request) -> web.StreamResponse:
        response = web.json_response({"ok": True})
        self._gate.open(request, response)
        return response

    async def _say(self, request: web.Request) -> web.StreamResponse:
        address = self._gate.address(request)
        self._gate.keep_pace("say", address)
        told = saying(await request.read())
        if told.photo and await self._door.photo(told.photo) is None:
            raise Turned(400, "bad-photo")
        await self._door.hear(heard(told, address, self._now(), self._door.languages))
        return web.json_response({"id": told.id}, status=202)

    async def _keep_photo(self, request: web.Request) -> web.StreamResponse:
        self._gate.keep_pace("photo", self._gate.address(request))
        if (request.content_length or 0) > MOST_PHOTO:
            raise Turned(413, "photo-too-large")
        try:
            async with asyncio.timeout(UPLOAD_SECONDS):
                data = await _body(request)
        except TimeoutError:
            raise Turned(408, "page-not-sent") from None
        async with self._pictures:
            try:
                kept = await self._door.keep_photo(data)
            except BadPhoto as bad:
                raise Turned(422, bad.key) from None
        return web.json_response({"photo": kept}, status=201)

    async def _photo(self, request: web.Request) -> web.StreamResponse:
        address = self._gate.address(request)
        name = request.match_info["id"]
        seen = re.fullmatch(PHOTO, name) and await self._door.may_see_photo(address, name)
        data = await self._door.photo(name) if seen else None
        if data is None:
            raise web.HTTPNotFound
        # Asked again each time: who may see a picture today may not tomorrow.
        headers = {"Cache-Control": "private, no-cache", "ETag": f'"{name}"'}
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304, headers=headers)
        return web.Response(body=data, content_type="image/jpeg", headers=headers)

    async def _lend(self, request: web.Request) -> web.StreamResponse:
        """A way to a file of the person's own, open once."""
        token = await self._door.lend(self._gate.address(request), request.match_info["id"])
        if token is None:
            raise Turned(404, "file-over")
        return web.json_response({"url": f"/api/file/{token}"}, status=201)

    async def _collect(self, request: web.Request) -> web.StreamResponse:
        file = await self._door.collect(self._gate.address(request), request.match_info["token"])
        if file is None:
            raise Turned(404, "file-over")
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return web.Response(body=file.data, content_type="application/zip", headers=headers)

    async def _history(self, request: web.Request) -> web.StreamResponse:
        address = self._gate.address(request)
        messages = await self._door.history(address, HISTORY)
        return web.json_response({"messages": history_json(messages)})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        address = self._gate.address(request)
        after = request.headers.get("Last-Event-ID") or request.query.get("after", "")
        stream = Stream(self._door, address)
        await stream.begin(int(after) if re.fullmatch(r"[0-9]{1,18}", after) else None)
        out = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await out.prepare(request)
        self._streams.add(address, stream)
        try:
            await stream.follow(out, self._heartbeat)
        except ConnectionResetError:
            pass  # The page is gone.
        except Exception as failed:
            log.warning("web: a page has to come again: %s", type(failed).__name__)
        finally:
            self._streams.drop(address, stream)
        return out

    async def _join(self, request: web.Request) -> web.StreamResponse:
        """Hands an invitation to the page, which says it as the person that it already knows.

        Opening a link changes nothing: a messenger's preview opens links too, and a
        link from another site comes without the person's cookie.
        """
        code = request.match_info["code"]
        place = f"/#join={code}" if re.fullmatch(CODE, code) else "/"
        raise web.HTTPSeeOther(place)


async def _body(request: web.Request) -> bytes:
    """A picture as it was sent. Raises Turned as soon as it is too large."""
    data = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        data += chunk
        if len(data) > MOST_PHOTO:
            raise Turned(413, "photo-too-large")
    return bytes(data)
