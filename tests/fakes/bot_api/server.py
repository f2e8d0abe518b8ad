"""The Bot API's HTTP face, and the stage on which a test puts people and failures."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from contextlib import suppress
from typing import Any, NamedTuple, Self

from aiohttp import web

from tests.fakes.bell import PATIENCE, Bell
from tests.fakes.bot_api.faults import Fault, Refusal
from tests.fakes.bot_api.files import Files
from tests.fakes.bot_api.group import Group
from tests.fakes.bot_api.methods import Methods
from tests.fakes.bot_api.person import Person
from tests.fakes.bot_api.rules import FIELDS, read_fields
from tests.fakes.bot_api.updates import Updates

Json = dict[str, Any]

TOKEN = "987654321:AAFakeTokenOfAFakeServer_not-a-secret0"
BOT_ID = 987654321


class Call(NamedTuple):
    """What the bot asked, as it was understood."""

    method: str
    fields: Json


class BotApi:
    """A server on a free port of the loopback, for as long as the `async with` lasts."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.me: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Manyhands",
            "username": "manyhands_bot",
        }
        self.bell = Bell()
        self.updates = Updates(self.bell)
        self.files = Files()
        self.people: dict[int, Person] = {}
        self.calls: list[Call] = []
        """Every call that was understood, getUpdates too, failed ones too."""
        self.refused: list[str] = []
        """What the server did not like by itself: empty after a good test."""
        self.groups: dict[int, Group] = {}
        self.commands: dict[str, dict[str, str]] = {}
        """The menus of private chats by language code; "" is for all other languages."""
        self.group_commands: dict[str, dict[str, str]] = {}
        self.waiting_taps: set[str] = set()
        """Taps whose button still shows that it waits."""
        self.tappers: dict[str, Person] = {}
        """Who tapped, by the id of the tap."""
        self.lacks: set[str] = set()
        """Methods that this server is too old for."""
        self.url = ""
        self._faults: defaultdict[str, list[Fault | None]] = defaultdict(list)
        self._methods = Methods(self)
        self._messages = 100
        self._taps = 0
        self._hung = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._answer)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._bringing = asyncio.create_task(self.updates.bring())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._bringing.cancel()
        with suppress(asyncio.CancelledError):
            await self._bringing
        self._hung.set()
        self.updates.close()
        await self._runner.cleanup()

    # What a test does.

    def person(self, number: int, name: str = "Ada", language: str = "en") -> Person:
        """Someone who may write to the bot; the same one again for the same number."""
        return self.people.setdefault(number, Person(self, number, name, language))

    def group(self, number: int, name: str = "Neighbours", **more: Any) -> Group:
        """A group, in which the bot is once somebody adds it; `more` is as in `Group`."""
        return self.groups.setdefault(number, Group(self, number, name, **more))

    def fail(
        self, method: str, code: int = 500, times: int = 1, after: int = 0, **more: Any
    ) -> None:
        """Orders a failure for the next calls of a method, or `after` so many that go well.

        `more` is as in `Fault`.
        """
        self._faults[method] += [None] * after + [Fault(code=code, **more)] * times

    def heal(self) -> None:
        """Takes back all ordered failures, and lets go of who hangs."""
        self._faults.clear()
        self._hung.set()
        self._hung = asyncio.Event()

    def deliver(self, kind: str, content: Json) -> Json:
        """Something happened: an update of a kind of the Bot API waits for the bot."""
        return self.updates.add(kind, content)

    def sent(self, method: str) -> list[Json]:
        """The fields of each call of a method."""
        return [each.fields for each in self.calls if each.method == method]

    async def called(self, method: str, count: int = 1, seconds: float = PATIENCE) -> list[Json]:
        """The same, once there were so many."""
        return await self.bell.until(
            lambda: found if len(found := self.sent(method)) >= count else None, seconds
        )

    async def confirms(self, count: int, seconds: float = PATIENCE) -> list[int]:
        """The ids of confirmed updates, once there are so many."""
        confirmed = self.updates
        return await self.bell.until(
            lambda: confirmed.confirmed if len(confirmed.confirmed) >= count else None, seconds
        )

    # What happens inside.

    def next_message(self) -> int:
        """The number of the next message."""
        self._messages += 1
        return self._messages

    def ask_back(self) -> str:
        """The id of a new tap, which waits for an answer."""
        self._taps += 1
        query = str(4_382_000_000_000_000_000 + self._taps)
        self.waiting_taps.add(query)
        return query

    def now(self) -> int:
        """Seconds since 1970."""
        return int(time.time())

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = next(
            (each for each in FIELDS if each.lower() == request.match_info["method"].lower()), ""
        )
        try:
            self._check_token(request)
            if not method or method in self.lacks:
                raise Refusal(404, "Not Found")
            fields = read_fields(method, await _given(request))
            self.calls.append(Call(method, fields))
            self.bell.ring()
            if (fault := self._fault(method)) is None:
                result = await self._methods.call(method, fields)
                return web.json_response({"ok": True, "result": result})
            if fault.late:
                await self._methods.call(method, fields)
        except Refusal as refusal:
            self.refused.append(f"{method}: {refusal.description}")
            return web.json_response(refusal.body(), status=refusal.code)
        return await self._failed(request, fault)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except Refusal as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        if fault := self._fault("file"):
            return await self._failed(request, fault)
        data = self.files.at(request.match_info["path"])
        if data is None:
            return web.json_response(Refusal(404, "Not Found").body(), status=404)
        return web.Response(body=data, content_type="application/octet-stream")

    def _fault(self, method: str) -> Fault | None:
        for name in (method, "*"):
            if self._faults[name]:
                return self._faults[name].pop(0)
        return None

    async def _failed(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.way == "hang":
            await self._hung.wait()
        if fault.way in ("hang", "drop") and request.transport:
            request.transport.abort()
        if fault.way == "page":
            address = f"http://{request.host}{request.path_qs}"
            page = f"<html><h1>{fault.code}</h1><p>{address} is not available</p></html>"
            return web.Response(text=page, status=fault.code, content_type="text/html")
        refusal = fault.refusal()
        return web.json_response(refusal.body(), status=refusal.code)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refusal(401, "Unauthorized")


async def _given(request: web.Request) -> Json:
    """A call's fields, in any way that the Bot API takes: address, form, JSON, several parts."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        return {**given, **await request.json()}
    form = await request.post()
    files: Json = {
        name: each.file.read() for name, each in form.items() if isinstance(each, web.FileField)
    }
    plain = {name: each for name, each in form.items() if isinstance(each, str)}
    for name, value in plain.items():
        if value.startswith("attach://"):
            files[name] = files.pop(value.removeprefix("attach://"), None)
    return given | plain | files
