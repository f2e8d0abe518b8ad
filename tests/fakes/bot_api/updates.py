"""The updates that wait for the bot: asked for by long polling, or brought to its webhook."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.fakes.bell import Bell
from tests.fakes.bot_api.faults import Refusal

Json = dict[str, Any]

AGAIN = 0.05
"""Seconds before the webhook is tried again; the real server waits longer each time."""

DEFAULT_KINDS = ("message", "edited_message", "channel_post", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are brought."""

    url: str
    secret: str


class Updates:
    """The queue. `confirmed` are the ids that the bot said it has, one way or the other."""

    def __init__(self, bell: Bell) -> None:
        self.pending: list[Json] = []
        self.confirmed: list[int] = []
        self.polls = 0
        """How often getUpdates was asked."""
        self.webhook: Webhook | None = None
        self.webhook_answers: list[int] = []
        """The status of each try to bring an update; 0 when there was none."""
        self._kinds: list[str] = []
        self._bell = bell
        self._last = 845_000_000
        self._turn = 0
        self._sweeps = 0
        self._closed = False

    def add(self, kind: str, content: Json) -> Json:
        """Queues an update, unless the bot said that it wants no such."""
        self._last += 1
        update = {"update_id": self._last, kind: content}
        return self.repeat(update) if kind in (self._kinds or DEFAULT_KINDS) else update

    def repeat(self, update: Json) -> Json:
        """Queues an update as it is, be it the second time, be it of any kind."""
        self.pending = sorted([*self.pending, update], key=lambda each: int(each["update_id"]))
        self._bell.ring()
        return update

    def close(self) -> None:
        """Lets nobody wait any longer."""
        self._closed = True
        self._bell.ring()

    def sweep(self) -> None:
        """Ends the long poll that waits now, with no news, as the end of its time would."""
        self._sweeps += 1
        self._bell.ring()

    async def poll(self, fields: Json) -> list[Json]:
        """getUpdates: confirms what lies before the offset, waits for what comes after.

        Raises Refusal 409 when a webhook is set, or when a newer call took over.
        """
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; "
                               "use deleteWebhook to delete the webhook first")  # fmt: skip
        self.polls += 1
        self._turn = turn = self._turn + 1
        self._kinds = fields.get("allowed_updates") or self._kinds
        self._confirm(fields.get("offset", 0))
        self._bell.ring()
        limit = fields.get("limit") or 100
        if not self.pending and (seconds := fields.get("timeout", 0)):
            await self._wait(seconds, turn)
        if turn != self._turn:
            raise Refusal(409, "Conflict: terminated by other getUpdates request; make sure that "
                               "only one bot instance is running")  # fmt: skip
        return self.pending[:limit]

    def set_webhook(self, url: str, secret: str, kinds: list[str]) -> None:
        """From now on updates are brought; an empty address ends that."""
        self.webhook = Webhook(url, secret) if url else None
        self._kinds = kinds or self._kinds
        self._bell.ring()

    async def bring(self) -> None:
        """Brings updates to the webhook, one at a time, each until it is taken."""
        async with aiohttp.ClientSession() as session:
            while True:
                await self._bell.until(lambda: bool(self.webhook and self.pending), 3600)
                hook, update = self.webhook, self.pending[0]
                if hook and await self._brought(session, hook, update):
                    self._confirm(update["update_id"] + 1)
                    self._bell.ring()
                else:
                    await self._bell.next(AGAIN)

    async def _brought(self, session: aiohttp.ClientSession, hook: Webhook, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with session.post(hook.url, json=update, headers=headers) as answer:
                status = answer.status
        except aiohttp.ClientError:
            status = 0
        self.webhook_answers.append(status)
        self._bell.ring()
        return status == 200

    async def _wait(self, seconds: float, turn: int) -> None:
        sweeps = self._sweeps
        try:
            await self._bell.until(lambda: bool(self.pending) or self._over(turn, sweeps), seconds)
        except TimeoutError:
            return

    def _over(self, turn: int, sweeps: int) -> bool:
        return self._closed or turn != self._turn or sweeps != self._sweeps

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = self.pending[offset]["update_id"] if len(self.pending) >= -offset else 0
        gone = [each["update_id"] for each in self.pending if each["update_id"] < offset]
        self.confirmed += gone
        self.pending = [each for each in self.pending if each["update_id"] >= offset]
        if gone:
            asyncio.get_running_loop().call_soon(self._bell.ring)
