"""A stand-in for the house around Rasa: it keeps the contract of the verbs and remembers them."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from aiohttp import web

QUESTIONS: Mapping[str, list[dict[str, Any]]] = {
    "meal_delivery": [
        {
            "key": "alone",
            "answers": [{"key": "yes", "urgency": "emergency"}, {"key": "no", "urgency": None}],
        }
    ]
}


@dataclass
class Asked:
    """One verb that was asked, with its facts."""

    verb: str
    facts: Mapping[str, Any]
    inbox: int


@dataclass
class Town:
    """The verbs and the action server before them, on a port of this machine."""

    asked: list[Asked] = field(default_factory=list)
    away: bool = False
    """Whether the database is away, so that every verb fails."""
    url: str = ""
    _results: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    async def verbs(
        self, verb: str, facts: Mapping[str, Any], metadata: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Does one verb: once for a message, whatever is asked again."""
        if self.away:
            raise ConnectionError("the database is away")
        key = (int(metadata["inbox"]), f"{verb}{facts.get('part', '')}")
        if key not in self._results:
            self.asked.append(Asked(verb, dict(facts), key[0]))
            self._results[key] = {"ok": True, "key": verb}
        return self._results[key]

    def questions(self, category: str, text: str, for_whom: str | None) -> list[dict[str, Any]]:
        """What this town asks besides; a report that says "nobody" tells it already."""
        held = "no" if "nobody" in text else None
        return [{**each, "held": held} for each in QUESTIONS.get(category, ())]

    def reply(
        self, category: str, question: str, text: str, *, yes: bool | None = None
    ) -> str | None:
        """The answer that words choose: a mere yes or no."""
        return None if yes is None else {True: "yes", False: "no"}[yes]

    def open(self) -> None:
        """Serves the real actions, as rasa_sdk's own server does, until `close`."""
        wiring = ModuleType("bot.wiring")
        wiring.verbs = self.verbs  # type: ignore[attr-defined]
        wiring.questions = self.questions  # type: ignore[attr-defined]
        wiring.reply = self.reply  # type: ignore[attr-defined]
        wiring.renumbered = renumbered  # type: ignore[attr-defined]
        wiring.announced = lambda text: "somebody"  # type: ignore[attr-defined]
        wiring.taken_down = lambda text: "caller" in text  # type: ignore[attr-defined]
        wiring.by_phone = lambda text: "call" in text  # type: ignore[attr-defined]
        wiring.language_in = language_in  # type: ignore[attr-defined]
        wiring.agreed = lambda text: None  # type: ignore[attr-defined]
        wiring.prepare = lambda: None  # type: ignore[attr-defined]
        sys.modules["bot.wiring"] = wiring
        from rasa_sdk.executor import ActionExecutor  # noqa: PLC0415 (Rasa is heavy, and only here)

        self._executor = ActionExecutor()
        self._executor.register_package("actions")
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(10)

    def close(self) -> None:
        """Ends the server."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _serve(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application(client_max_size=10_000_000)
        app.router.add_post("/webhook", self._webhook)
        runner = web.AppRunner(app)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        port = runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}/webhook"
        ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())

    async def _webhook(self, request: web.Request) -> web.Response:
        try:
            result = await self._executor.run(await request.json())
        except ConnectionError as error:
            return web.json_response({"error": str(error)}, status=500)
        return web.json_response(result)


def renumbered(known: str, text: str, language: str) -> dict[str, Any] | None:
    """The place with the number that is put right; this town has one number."""
    return {"text": f"{known} no. 14", "lat": 1.0, "lon": 2.0} if "14" in text else None


def language_in(text: str) -> str | None:
    """The language that a sentence asks for, in the words that the tests use."""
    return "en" if "english" in text.casefold() else None
