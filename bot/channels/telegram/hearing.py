"""A Telegram update becomes what was heard; its picture is still to be fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType

from bot.channels.telegram.groups import (
    Me,
    conversation_of,
    is_group,
    name_of,
    news_of,
    plain_change,
    words_for,
)
from bot.channels.telegram.pictures import Picture, picture_of
from bot.message import Address, Heard, Point

NAME = "telegram"

UNSUPPORTED = (
    "animation", "audio", "checklist", "dice", "document", "game", "paid_media",
    "poll", "sticker", "story", "video", "video_note", "voice",
)  # fmt: skip
"""What a person may send and would expect an answer to, though we cannot read it yet."""

NAMING = ("message_id", "date", "chat", "from")
"""What names a message, and whose it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an update holds for us: something heard, its picture, the tap to answer."""

    heard: Heard | None = None
    picture: Picture | None = None
    tap: CallbackQuery | None = None
    unknown: tuple[str, ...] = ()
    """The names of what this code has never heard of."""


def parse(raw: object) -> Update:
    """An update of the library. Raises whatever the library does for what it cannot read.

    Of a message that was replied to, only what names it: it may hold anything, and what the
    library cannot read there (from a self-hosted server of another age) would cost the answer.
    """
    if not isinstance(raw, Mapping):
        raise TypeError(f"an update is an object, not {type(raw).__name__}")
    update = dict(raw)
    for kind in ("message", "edited_message"):
        message = update.get(kind)
        if isinstance(message, Mapping) and isinstance(message.get("reply_to_message"), Mapping):
            first = message["reply_to_message"]
            named = {name: first[name] for name in NAMING if name in first}
            update[kind] = {**message, "reply_to_message": named}
    if isinstance(update.get("my_chat_member"), Mapping):
        update["my_chat_member"] = plain_change(update["my_chat_member"])
    return Update.de_json(update)


def read(update: Update, me: Me, at: datetime) -> Reading:
    """Reads one update; `at` is the time of a tap, which Telegram does not tell.

    Channel posts, reactions and the like are known and left alone.
    """
    if update.callback_query:
        return Reading(read_tap(update.callback_query, at), tap=update.callback_query)
    if update.my_chat_member:
        return Reading(_read_change(update.my_chat_member, update.update_id))
    if update.edited_message:
        return Reading(_read_edit(update.edited_message, me))
    if update.message:
        return _read_message(update.message, me)
    return Reading(unknown=tuple(update.api_kwargs))


def message_id(chat: int, message: int) -> str:
    """A message's name within the channel; Telegram counts per chat or per account."""
    return f"{chat}:{message}"


def _read_message(message: Message, me: Me) -> Reading:
    if not _is_talk(message.chat):
        return Reading()
    if message.migrate_to_chat_id or message.left_chat_member:
        return Reading(_read_service(message, me))
    grouped = is_group(message.chat)
    words = words_for(me, message) if grouped else message.text or message.caption or ""
    if words is None:
        return Reading()
    heard = read_message(message, me, words)
    if heard is None:
        return Reading(unknown=tuple(message.api_kwargs))
    return Reading(heard, picture_of(message))


def read_message(message: Message, me: Me, words: str) -> Heard | None:
    """A message as heard, its picture still unfetched; None when there is nothing to it.

    Known and left alone: other bots, service messages (pins, timers and the like), and in
    groups what we could not read anyway.
    """
    person = message.from_user
    if person is None or person.is_bot:
        return None
    heard = Heard(
        address=Address(NAME, conversation_of(message), str(person.id)),
        message_id=message_id(message.chat.id, message.message_id),
        at=message.date,
        text=_clean(words),
        point=_point(message),
        reply_to=_replied(message, me.number),
        language=person.language_code,
        name=person.first_name,
        group=name_of(message.chat),
        album=message.media_group_id,
        flaw=_flaw(message),
    )
    if heard.text or heard.point or picture_of(message) or message.contact:
        return heard
    if heard.group is not None:
        return heard if message.text else None  # nothing but our name
    return heard if heard.flaw else None


def _read_edit(message: Message, me: Me) -> Heard | None:
    """New words for an old message. Other changes (a live location moves) are left alone."""
    heard = _read_message(message, me).heard
    if heard is None or heard.news or not heard.text or message.edit_date is None:
        return None
    return replace(
        heard,
        message_id=f"{heard.message_id}:{message.edit_date.timestamp():.0f}",
        edits=heard.message_id,
        album=None,
        point=None,
        flaw=None,
    )


def _read_change(change: ChatMemberUpdated, update: int) -> Heard | None:
    """The bot came into a group, or may write there no more."""
    news = news_of(change)
    if news is None:
        return None
    return Heard(
        address=Address(NAME, str(change.chat.id), str(change.from_user.id)),
        message_id=f"update:{update}",
        at=change.date,
        language=change.from_user.language_code,
        name=None if change.from_user.is_bot else change.from_user.first_name,
        group=name_of(change.chat),
        news=news,
    )


def _read_service(message: Message, me: Me) -> Heard | None:
    """A group became a supergroup and goes on under another number, or somebody left it."""
    left = message.left_chat_member
    who = left or message.from_user
    if left and left.id == me.number:
        return None  # told as a change of our own membership
    return Heard(
        address=Address(NAME, str(message.chat.id), str(who.id if who else message.chat.id)),
        message_id=message_id(message.chat.id, message.message_id),
        at=message.date,
        group=name_of(message.chat),
        news="left" if left else f"moved {message.migrate_to_chat_id}",
    )


def read_tap(query: CallbackQuery, at: datetime) -> Heard | None:
    """A tap on one of our buttons; None for any other."""
    message = query.message
    if message is None or not is_payload(query.data) or not _is_talk(message.chat):
        return None
    return Heard(
        address=Address(NAME, conversation_of(message), str(query.from_user.id)),
        message_id=query.id,
        at=at,
        tap=query.data,
        reply_to=message_id(message.chat.id, message.message_id),
        language=query.from_user.language_code,
        name=query.from_user.first_name,
        group=name_of(message.chat),
    )


def is_payload(data: str | None) -> bool:
    """Whether a button's data is a payload of ours; a spent button's is not."""
    return bool(data) and str(data).startswith("/")


def _clean(text: str) -> str:
    """Without what a database cannot keep: NUL, and halves of a pair of UTF-16."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _point(message: Message) -> Point | None:
    spot = message.location or (message.venue and message.venue.location)
    return Point(spot.latitude, spot.longitude) if spot else None


def _replied(message: Message, bot_id: int) -> str | None:
    """The id of our message that this one answers."""
    first = message.reply_to_message
    if first is None or first.from_user is None or first.from_user.id != bot_id:
        return None
    return message_id(message.chat.id, first.message_id)


def _unsupported(message: Message) -> bool:
    return any(getattr(message, each, None) for each in UNSUPPORTED)


def _is_talk(chat: Chat) -> bool:
    """Whether people talk there, alone with us or in a group; in a channel nobody does."""
    return chat.type == ChatType.PRIVATE or is_group(chat)


def _flaw(message: Message) -> str | None:
    if message.contact:
        return "no-contact"
    if picture_of(message) or message.location or message.venue:
        return None
    return "unsupported" if _unsupported(message) else None
