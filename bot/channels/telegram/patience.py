"""How long to wait after a failure, and what a failed send means to us."""

from __future__ import annotations

from datetime import timedelta
from random import uniform

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.errors import Gone, NotSent, Rejected, TryLater

LONGEST = 60.0
"""Seconds between two tries at most."""

_NOBODY_THERE = (
    *("chat not found", "peer_id_invalid", "user not found", "deactivated"),
    *("not enough rights to send text", "have no rights to send", "chat_write_forbidden"),
    *("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid"),
)
"""Nobody is there, or the bot may not write where they are."""


class Patience:
    """Waits that double from one second to a minute, each a little off so that crowds spread."""

    def __init__(self) -> None:
        self._failures = 0

    def after(self, error: BaseException | None = None) -> float:
        """Seconds to wait after one more failure; what Telegram asked for when it did."""
        if isinstance(error, RetryAfter):
            return seconds(error.retry_after)
        longest = min(LONGEST, 2.0 ** min(self._failures, 10))
        self._failures += 1
        return longest * uniform(0.5, 1)

    def fresh(self) -> None:
        """Something worked."""
        self._failures = 0


def verdict(error: TelegramError, patience: Patience) -> NotSent:
    """What a failed send means: `TryLater`, `Gone` or `Rejected`."""
    if isinstance(error, RetryAfter):
        return TryLater(seconds(error.retry_after))  # the Bot API does not say whom it limits
    if nobody_there(error):
        return Gone()
    if isinstance(error, InvalidToken):
        return TryLater(LONGEST, everyone=True)
    if isinstance(error, BadRequest):
        return Rejected(error.message)
    return TryLater(patience.after(error))


def nobody_there(error: TelegramError) -> bool:
    """Whether the person blocked the bot, left, was deleted or never was; for a group,
    whether the bot may not write there (any more)."""
    if isinstance(error, Forbidden | ChatMigrated):
        return True
    words = error.message.lower()
    return isinstance(error, BadRequest) and any(each in words for each in _NOBODY_THERE)


def seconds(wait: int | timedelta) -> float:
    """Seconds, whichever form the library gives."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
