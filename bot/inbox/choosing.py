"""Which of a conversation's messages is answered next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.inbox.hearing import to_heard
from bot.inbox.sense import Do, sense
from bot.message import Address, Heard
from bot.store.tables import InboxRow


def choose(rows: Sequence[InboxRow], now: datetime) -> InboxRow | None:
    """The next message: the first, or a tap on a ticket while words wait for Rasa."""
    for number, row in enumerate(rows):
        if row.try_at <= now and (number == 0 or _may_go_first(heard_in(row))):
            return row
    return None


def _may_go_first(heard: Heard) -> bool:
    """Whether a message is about nothing that still waits before it."""
    return heard.edits is None and isinstance(sense(heard), Do)


def heard_in(row: InboxRow) -> Heard:
    """The message of a row, without its address."""
    return to_heard(row.heard, Address(row.channel, "", ""), row.message_id)
