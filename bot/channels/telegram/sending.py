"""Sends what is shown, and says what became of it in our own words."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from telegram import LinkPreviewOptions, Message, ReplyKeyboardRemove, ReplyParameters
from telegram.error import BadRequest, TelegramError

from bot.channels import Door
from bot.channels.telegram.hearing import message_id
from bot.channels.telegram.patience import Patience, nobody_there, verdict
from bot.channels.telegram.showing import MAX_ALERT, Part, parts, short, spent, with_file
from bot.channels.telegram.wire import Line, why
from bot.errors import Gone, NotSent, Rejected
from bot.message import Address, Shown

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

logger = logging.getLogger(__name__)


QUESTIONS = ("ask-", "place-which")
"""How the keys of what asks for an answer in words begin."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message goes: a chat, in a group maybe a topic of it, and what it answers."""

    chat: str
    topic: int | None = None
    reply: ReplyParameters | None = None

    @property
    def group(self) -> bool:
        """Whether several people read it; groups have numbers below zero."""
        return self.chat.startswith("-")

    @classmethod
    def of(cls, to: Address, shown: Shown) -> Spot:
        """The spot of an address; a message that is gone meanwhile is answered all the same."""
        topic = to.conversation.partition("/")[2]
        answered = (shown.reply_to or "").split(":")
        reply = None
        if len(answered) > 1 and answered[0] == to.room and answered[1].isdecimal():
            reply = ReplyParameters(int(answered[1]), allow_sending_without_reply=True)
        return cls(to.room, int(topic) if topic.isdecimal() else None, reply)


class Sending:
    """The way out. Remembers how far a message in several parts came when one of them failed."""

    def __init__(self, line: Line, door: Door) -> None:
        self._line = line
        self._door = door
        self._patience = Patience()
        self._begun: dict[tuple[str, int], list[str]] = {}
        self._keyboards: set[str] = set()
        """Conversations where the keyboard for a place may still stand."""

    async def send(self, to: Address, shown: Shown) -> str | None:
        """Sends one message, whole. Raises TryLater, Gone, Rejected.

        After TryLater the same message goes on where it stopped.
        """
        if shown.tap is not None:
            await self._answer(shown.tap, shown.text)
            return None
        name, there = (to.conversation, shown.id), Spot.of(to, shown)
        photo = await self._door.photo(shown.photo) if shown.photo else None
        share = self._door.text(shown.language, "tap-share-place", {}) if shown.ask else ""
        if there.group:
            shown = self._for_group(shown)
        file = await self._door.file(to, shown.file) if shown.file else None
        found, main = with_file(shown, file) if file else parts(shown, photo, share)
        if not found:
            raise Rejected("there is nothing in it")
        sent = self._begun.setdefault(name, [])
        try:
            for part in found[len(sent) :]:
                message = await self._send(there, part)
                sent.append(message_id(message.chat.id, message.message_id) if message else "")
        except TelegramError as failed:
            final = verdict(failed, self._patience)
            self._forget(name, final, sent)
            raise final from None
        self._patience.fresh()
        del self._begun[name]
        return sent[main]

    def _for_group(self, shown: Shown) -> Shown:
        """A group has no keyboard for a place, and answers only reach us as replies."""
        if not shown.key.startswith(QUESTIONS):
            return shown
        hint = self._door.text(shown.language, "reply-here", {})
        return replace(shown, text=f"{shown.text}\n{hint}", ask=None)

    async def _answer(self, tap: str, text: str) -> None:
        """Ends the waiting sign on a button, with a word to who tapped if there is one."""
        try:
            await self._line.bot.answer_callback_query(
                tap, text=short(text, MAX_ALERT) or None, show_alert=bool(text)
            )
        except BadRequest as late:
            logger.info("telegram: a tap was not answered: %s", why(late))
        except TelegramError as failed:
            raise verdict(failed, self._patience) from None

    async def spend(self, to: Address, sent: str, label: str | None) -> None:
        """Leaves the chosen button alone, marked, or none. Raises TryLater, Gone, Rejected."""
        number = sent.rpartition(":")[2]
        if not number.isdecimal():
            raise Rejected("no message of ours")
        try:
            await self._line.bot.edit_message_reply_markup(
                chat_id=to.room,
                message_id=int(number),
                reply_markup=spent(label) if label else None,
            )
        except BadRequest as refused:
            if "not modified" not in refused.message.lower():
                raise verdict(refused, self._patience) from None
        except TelegramError as failed:
            raise verdict(failed, self._patience) from None

    def _forget(self, name: tuple[str, int], final: NotSent, sent: list[str]) -> None:
        """Keeps the place of what will be tried again, and of nothing else."""
        if isinstance(final, Rejected | Gone) or not sent:
            del self._begun[name]

    async def _send(self, there: Spot, part: Part) -> Message | None:
        """One part; with less of it when Telegram does not take the photo or the buttons."""
        chat = there.chat
        await self._clear(chat, part)
        while True:
            try:
                message = await self._send_as_it_is(there, part)
            except BadRequest as refused:
                less = part.plainer()
                if nobody_there(refused) or (less is None and not part.spare):
                    raise
                logger.warning("telegram: a message goes out with less: %s", why(refused))
                if less is None:
                    return None
                part = less
            else:
                self._keyboards.add(chat) if part.place else self._keyboards.discard(chat)
                return message

    async def _send_as_it_is(self, there: Spot, part: Part) -> Message:
        markup = part.markup() if part.buttons or not there.group else None
        if part.file is not None:
            return await self._line.bot.send_document(
                there.chat,
                part.file.data,
                caption=part.text or None,
                reply_markup=markup,
                filename=part.file.name,
                disable_content_type_detection=True,
                message_thread_id=there.topic,
                reply_parameters=there.reply,
            )
        if part.photo is None:
            return await self._line.bot.send_message(
                there.chat,
                part.text,
                reply_markup=markup,
                link_preview_options=NO_PREVIEW,
                message_thread_id=there.topic,
                reply_parameters=there.reply,
            )
        return await self._line.bot.send_photo(
            there.chat,
            part.photo,
            caption=part.text or None,
            reply_markup=markup,
            filename="photo.jpg",
            message_thread_id=there.topic,
            reply_parameters=there.reply,
        )

    async def _clear(self, chat: str, part: Part) -> None:
        """Takes the keyboard for a place away before a message that cannot do it itself.

        Inline buttons and the end of a keyboard do not go into one message, so a silent one
        carries the end and is deleted at once: the keyboard stays gone. Best effort.
        """
        if chat not in self._keyboards or not part.buttons:
            return
        self._keyboards.discard(chat)
        try:
            carrier = await self._line.bot.send_message(
                chat, "…", reply_markup=ReplyKeyboardRemove(), disable_notification=True
            )
            await self._line.bot.delete_message(chat, carrier.message_id)
        except TelegramError as failed:
            logger.info("telegram: a keyboard was left standing: %s", why(failed))
