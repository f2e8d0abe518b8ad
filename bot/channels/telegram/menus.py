"""The menus of commands: for who is alone with the bot, and for groups, in each language."""

from __future__ import annotations

import logging

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.channels import Door
from bot.channels.telegram.wire import Line, why

COMMANDS = ("help", "status", "tasks", "language", "stop")
"""Shown to who is alone with the bot; the words beside them are `command-...` in `voice`."""

GROUP_COMMANDS = ("help", "desk")
"""Shown in groups."""

MENUS = (
    (BotCommandScopeAllPrivateChats(), COMMANDS),
    (BotCommandScopeAllGroupChats(), GROUP_COMMANDS),
)

MAX_WORDS = 256
"""Characters beside a command (Bot API, BotCommand)."""

logger = logging.getLogger(__name__)


async def tell_commands(line: Line, door: Door) -> None:
    """Names the commands for each language, the city's first one for all others.

    A server that does not take them costs a line in the log, and nothing else.
    """
    first, *_ = languages = door.languages
    for scope, names in MENUS:
        for language in (None, *languages):
            words = {each: door.text(language or first, f"command-{each}", {}) for each in names}
            menu = [BotCommand(each, text[:MAX_WORDS]) for each, text in words.items()]
            try:
                await line.bot.set_my_commands(menu, scope=scope, language_code=language)
            except TelegramError as failed:
                logger.warning("telegram: no menu of commands: %s", why(failed))
                return
