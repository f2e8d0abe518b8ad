"""What a person may ask of us for themselves: what is kept, a copy of it, to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.core.rights import is_fresh, sign_of, span
from bot.desk.forgetting import forget
from bot.desk.frame import CLOCK, Act
from bot.message import Address, Button
from bot.store import exports, people
from bot.store.people import Newcomer
from bot.store.tables import AddressRow, OutboxRow

LAST_WORD = "forgotten"
"""The key of what somebody is told last."""


async def privacy(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept, for how long, who sees it, and what one may do about it."""
    kept = act.city.retention
    told = {f"{name}_for": _span(time) for name, time in kept.items()}
    act.answer("privacy", told, (Button("tap-export", "export_data"),), (_forget_me(),))
    return {"key": "privacy"}


def _span(time: timedelta) -> dict[str, Any]:
    unit, count = span(time)
    return {"key": f"span-{unit}", "facts": {"count": count}}


def _forget_me() -> Button:
    return Button("tap-forget", "forget_me")


async def export_data(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Has a file made with all that is kept of the asker; a fresh one is given again.

    Like all here, it is for them alone, and never said where others read along.
    """
    found = await exports.newest(act.tx, act.who.id, act.now)
    if found is not None and found[1] == exports.ASKED:
        act.answer("export-underway", private=True)
        return {"key": "export-underway"}
    if found is not None and is_fresh(found[2], act.now):
        act.answer("export-again", file=found[0], private=True)
        return {"key": "export-again"}
    await exports.ask(act.tx, act.who.id, act.now)
    act.answer("export-started", private=True)
    return {"key": "export-started"}


async def forget_me(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Forgets the asker once they said a second time, with the button, that they mean it."""
    sure = facts.get("sure")
    if sure is None or (act.turn and act.turn.shared):
        yes = Button("tap-forget-sure", "forget_me", {"sure": sign_of(act.who.id)})
        no = Button("tap-forget-not", "stop")
        act.answer("forget-sure", {}, (yes,), (no,), private=True)
        return {"key": "forget-sure"}
    row = await act.tx.get(AddressRow, act.turn.address) if act.turn else None
    if sure != sign_of(act.who.id) or row is None:
        act.answer("forgotten-before", private=True)
        return {"key": "forgotten-before"}
    there = Address(row.channel, row.conversation, row.sender)
    clock = Act(act.tx, act.city, CLOCK, act.now)
    await forget(clock, act.who.id)
    act.spends += clock.spends
    act.says += [each for each in clock.says if each.to != act.who.id]
    await _last_word(act, there)
    return {"key": LAST_WORD}


async def _last_word(act: Act, there: Address) -> None:
    """Tells that it is done. Who wrote from there is somebody new from now on."""
    somebody = await people.meet(act.tx, there, Newcomer(act.who.language), act.now)
    word = OutboxRow(
        address=somebody.id,
        turn=act.turn.inbox if act.turn else None,
        key=LAST_WORD,
        made_at=act.now,
        try_at=act.now,
    )
    act.tx.add(word)
    await act.tx.flush()
