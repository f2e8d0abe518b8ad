"""Asks Rasa what a person means and what to ask next, so that a message can be asked again."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.errors import RasaDown

log = logging.getLogger(__name__)

PATH = "/webhooks/manyhands"


@dataclass(frozen=True, slots=True)
class Question:
    """One message as Rasa is asked: typed words, or a tap that is parsed already."""

    sender: str
    """The conversation's opaque id: Rasa's tracker knows nothing else of the person."""
    message_id: str
    text: str
    metadata: Mapping[str, Any]
    parse: Mapping[str, Any] | None = None
    """`{"intent": .., "entities": {..}}` for a tap."""
    fresh: bool = False
    """Whether a new session begins, so that trackers stay short."""
    again: bool = False
    """Whether it may have been asked before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Rasa wants said, as key and facts, and whether it left a question open."""

    said: Sequence[Mapping[str, Any]] = ()
    busy: bool = False
    intent: Mapping[str, Any] = field(default_factory=dict)


class Dialogue:
    """A client of our channel in Rasa's process. Open it inside the event loop."""

    def __init__(self, url: str, token: str, *, patience: float = 20.0) -> None:
        """`patience`: seconds for one turn, custom actions included."""
        self._url = url.rstrip("/") + PATH
        self._headers = {"Authorization": f"Bearer {token}"}
        self._timeout = aiohttp.ClientTimeout(total=patience, connect=2)
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, question: Question) -> Answer:
        """One turn. A message that Rasa already heard is not asked twice: its answers are found.

        Raises RasaDown when Rasa or its actions do not answer; nothing was saved then, or it
        is found again by the same message id.
        """
        if question.again:
            found = await self._call(
                "GET",
                "/heard",
                params={"sender": question.sender, "message_id": question.message_id},
            )
            if found.get("heard"):
                return Answer(found.get("said") or (), bool(found.get("busy")))
        body = {
            "sender": question.sender,
            "message_id": question.message_id,
            "text": question.text,
            "parse": question.parse,
            "fresh": question.fresh,
            "metadata": question.metadata,
        }
        told = await self._call("POST", "/ask", json=body)
        return Answer(told.get("said") or (), bool(told.get("busy")), told.get("intent") or {})

    async def events(self, sender: str) -> list[dict[str, Any]]:
        """All that Rasa keeps of a conversation, oldest first. Raises RasaDown."""
        found = await self._call("GET", "/tracker", params={"sender": sender})
        return list(found.get("events") or ())

    async def forget(self, sender: str) -> int:
        """Deletes a conversation in Rasa; gives how many events it had. Raises RasaDown."""
        gone = await self._call("DELETE", "/tracker", params={"sender": sender})
        return int(gone.get("deleted") or 0)

    async def forget_old(self, before: float) -> int:
        """Deletes a batch of what conversations held before a time (seconds since 1970).

        Gives how many events. What an open session needs stays. Raises RasaDown.
        """
        gone = await self._call("DELETE", "/trackers", params={"before": str(before)})
        return int(gone.get("deleted") or 0)

    async def ready(self) -> bool:
        """Whether Rasa answers with a model."""
        try:
            return bool((await self._call("GET", "/ready")).get("ready"))
        except RasaDown:
            return False

    async def close(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()

    async def _call(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers=self._headers, timeout=self._timeout)
        try:
            async with self._session.request(method, self._url + path, **more) as response:
                if response.status != 200:
                    raise RasaDown(f"Rasa answered {response.status}")
                body = await response.json()
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            raise RasaDown(f"Rasa did not answer: {type(error).__name__}") from error
        return body if isinstance(body, dict) else {}
