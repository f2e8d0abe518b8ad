"""The Telegram channel: its parts joined, by long polling or behind a webhook."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from pydantic import SecretStr
from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.error import TelegramError

from bot.channels import Door
from bot.channels.telegram.groups import Me, chat_of, conversation_of, is_group
from bot.channels.telegram.hearing import (
    NAME,
    Reading,
    is_payload,
    message_id,
    parse,
    read,
)
from bot.channels.telegram.menus import tell_commands
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.pictures import Pictures
from bot.channels.telegram.polling import KINDS, Polling
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.settings import Settings
from bot.channels.telegram.wire import Line, why
from bot.errors import NotSent
from bot.message import CODE, Address, Shown

__all__ = ["NAME", "Telegram"]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header

logger = logging.getLogger(__name__)


class Telegram:
    """Telegram's door to the house."""

    name = NAME

    def __init__(
        self,
        settings: Settings,
        door: Door,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        if settings.token is None:
            raise ValueError("TELEGRAM_TOKEN is missing")
        self._settings = settings
        self._door = door
        self._pause = pause
        self._now = now
        self._line = Line(settings.token, settings.api_url)
        self._pictures = Pictures(self._line, door.keep_photo, pause)
        self._sending = Sending(self._line, door)
        self._name = ""
        self._courtesies: set[asyncio.Task[None]] = set()
        """Small answers under way that nothing waits for."""

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """The webhook's route, or none when polling."""
        secret = self._settings.webhook_secret
        return [web.post(webhook_path(secret), self._webhook)] if secret else ()

    async def run(self) -> None:
        """Listens until cancelled, whatever Telegram does meanwhile."""
        await self._line.open()
        self._courtesy(tell_commands(self._line, self._door))
        self._courtesy(self._tell_link())
        try:
            if self._settings.webhook_url:
                await self._until_done(self._set_webhook)
                await asyncio.Event().wait()
            else:
                # Telegram gives no updates to who asks while a webhook is set.
                await self._until_done(self._line.bot.delete_webhook)
                await Polling(self._line, self._take, self._settings.poll, self._pause).run()
        finally:
            for task in self._courtesies:
                task.cancel()
            await asyncio.gather(*self._courtesies, return_exceptions=True)
            await self.close()

    async def close(self) -> None:
        """Closes every connection, for who sent without listening; `run` does it at its end."""
        await self._line.close()

    async def send(self, to: Address, shown: Shown) -> str | None:
        """Sends one message; gives its id. Raises TryLater, Gone, Rejected."""
        return await self._sending.send(to, shown)

    async def spend(self, to: Address, message_id: str, label: str | None) -> None:
        """Leaves the chosen button alone, marked, or none. Raises TryLater, Gone, Rejected."""
        await self._sending.spend(to, message_id, label)

    async def _take(self, raw: object) -> None:
        """Keeps one update. Raises when that fails: then it must not be acknowledged."""
        reading = await self._read(raw)
        heard = reading.heard
        if heard and reading.picture:
            heard = await self._pictures.add(heard, reading.picture)
        if heard:
            await self._door.hear(heard)
        if reading.tap and not (heard and heard.group is not None):
            # In a group the house answers: only it knows whether that person may.
            self._courtesy(self._answer(reading.tap))

    async def _read(self, raw: object) -> Reading:
        """An update read; one that cannot be read is logged, without its words, and left.

        Raises TelegramError when it cannot be told yet whether a group's message is for us.
        """
        try:
            update = parse(raw)
        except Exception as failed:
            logger.error("telegram: an update was not understood: %s", why(failed))
            return Reading()
        me = Me(self._line.bot_id, await self._my_name(update))
        try:
            reading = read(update, me, self._now())
        except Exception as failed:
            logger.error("telegram: an update was not understood: %s", why(failed))
            return Reading()
        if reading.unknown:
            logger.error("telegram: an update was not understood: %s", sorted(reading.unknown))
        return reading

    async def _my_name(self, update: Update) -> str:
        """The name by which the bot is mentioned; asked for once, when a group writes."""
        chat = chat_of(update)
        if chat is not None and is_group(chat):
            return await self._ask_name()
        return self._name

    async def _ask_name(self) -> str:
        if not self._name:
            self._name = (await self._line.bot.get_me()).username or ""
        return self._name

    async def _tell_link(self) -> None:
        """Tells the house how a link opens a chat here (Bot features, deep linking)."""
        if self._door.reached is not None and (name := await self._ask_name()):
            await self._door.reached(NAME, f"https://t.me/{name}?start={CODE}")

    async def _answer(self, query: CallbackQuery) -> None:
        """Ends the waiting sign on a button, and leaves what was chosen alone with a mark."""
        bot, message = self._line.bot, query.message
        try:
            await bot.answer_callback_query(query.id)
        except TelegramError as failed:
            logger.info("telegram: a tap was not answered: %s", why(failed))
        label = _label(query)
        if not (label and message):
            return
        to = Address(NAME, conversation_of(message), str(query.from_user.id))
        try:
            await self.spend(to, message_id(message.chat.id, message.message_id), label)
        except NotSent as refused:
            logger.info("telegram: a button does not look spent: %s", type(refused).__name__)

    async def _webhook(self, request: web.Request) -> web.Response:
        """One update from Telegram: 200 once it is kept, 500 so that it comes again."""
        secret = self._settings.webhook_secret
        told = request.headers.get(SECRET_HEADER, "")
        if not secret or not hmac.compare_digest(told.encode(), secret.get_secret_value().encode()):
            return web.Response(status=401)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        try:
            await self._take(raw)
        except Exception as failed:
            logger.warning("telegram: not kept, will come again: %s", why(failed))
            return web.Response(status=500)
        return web.Response()

    async def _set_webhook(self) -> None:
        url, secret = self._settings.webhook_url, self._settings.webhook_secret
        if url and secret:
            await self._line.bot.set_webhook(
                url.rstrip("/") + webhook_path(secret),
                allowed_updates=KINDS,
                secret_token=secret.get_secret_value(),
            )

    async def _until_done(self, step: Callable[[], Awaitable[object]]) -> None:
        """Takes one step of the start, again and again while Telegram does not let it."""
        patience = Patience()
        while True:
            try:
                await step()
                return
            except TelegramError as failed:
                logger.warning("telegram: cannot start yet: %s", why(failed))
                await self._pause(patience.after(failed))

    def _courtesy(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_quiet(work))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)


def webhook_path(secret: SecretStr) -> str:
    """Where Telegram knocks: a path that nobody guesses and that does not tell the secret."""
    known = hmac.new(secret.get_secret_value().encode(), b"webhook path", hashlib.sha256)
    return f"/telegram/{known.hexdigest()[:32]}"


async def _quiet(work: Coroutine[Any, Any, None]) -> None:
    """Lets a courtesy fail alone."""
    try:
        await work
    except Exception as failed:
        logger.warning("telegram: %s", why(failed))


def _label(query: CallbackQuery) -> str | None:
    """What the tapped button says, when it was not spent before."""
    message = query.message
    if not isinstance(message, Message) or not is_payload(query.data):
        return None
    markup: InlineKeyboardMarkup | None = message.reply_markup
    rows = markup.inline_keyboard if markup else ()
    return next(
        (each.text for row in rows for each in row if each.callback_data == query.data), None
    )
