"""Groups: which of their messages are meant for the bot, and what happens to it there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Chat, ChatMemberUpdated, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram.menus import COMMANDS, GROUP_COMMANDS

KNOWN = frozenset({"start", *COMMANDS, *GROUP_COMMANDS})
"""Commands that are answered even when they do not say to which bot."""

INSIDE = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


@dataclass(frozen=True, slots=True)
class Me:
    """The bot: its account and the name by which it is mentioned (empty while not needed)."""

    number: int
    name: str


def is_group(chat: Chat) -> bool:
    """Whether several people write there."""
    return chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)


def name_of(chat: Chat) -> str | None:
    """A group's title; None for a private chat."""
    return (chat.title or "") if is_group(chat) else None


def conversation_of(message: MaybeInaccessibleMessage) -> str:
    """The chat, and behind a slash the topic: each is a conversation of its own.

    A thread that is no topic is only a chain of replies.
    """
    if isinstance(message, Message) and message.is_topic_message and message.message_thread_id:
        return f"{message.chat.id}/{message.message_thread_id}"
    return str(message.chat.id)


def words_for(me: Me, message: Message) -> str | None:
    """A group message's words without the mention; None when it is not meant for the bot."""
    words = message.text or message.caption or ""
    command = re.match(r"/(\w+)(?:@(\w+))?", words, re.ASCII)
    if command and command[2]:
        return words if command[2].lower() == me.name.lower() else None
    if command and command[1].lower() in KNOWN:
        return words
    mention = re.compile(rf"(?<![\w@])@{re.escape(me.name)}\b\s*", re.IGNORECASE | re.ASCII)
    if me.name and mention.search(words):
        return mention.sub("", words).strip()
    first = message.reply_to_message
    to_us = first is not None and first.from_user is not None and first.from_user.id == me.number
    return words if to_us else None


def news_of(change: ChatMemberUpdated) -> str | None:
    """What a change of the bot's own membership means: it may write now, or no more."""
    if not is_group(change.chat):
        return None
    before, after = change.old_chat_member.status, change.new_chat_member.status
    if before == after:
        return None
    return "joined" if after == ChatMemberStatus.MEMBER else "shut"


def plain_change(change: Mapping[str, Any]) -> dict[str, Any]:
    """A change of membership with only what we need: whether one may write there, or not.

    The library wants each right by name and so cannot read a server of another age.
    """
    plain = {**change}
    for name in ("old_chat_member", "new_chat_member"):
        member = change[name]
        status = ChatMemberStatus.MEMBER if _may_write(member) else ChatMemberStatus.LEFT
        plain[name] = {"user": member["user"], "status": status}
    return plain


def _may_write(member: Mapping[str, Any]) -> bool:
    if member["status"] == ChatMemberStatus.RESTRICTED:
        return bool(member.get("is_member") and member.get("can_send_messages"))
    return member["status"] in INSIDE


def chat_of(update: Update) -> Chat | None:
    """The chat in which a message was written or changed."""
    message = update.message or update.edited_message
    return message.chat if message else None
