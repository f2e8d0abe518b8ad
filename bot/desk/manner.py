"""How somebody is spoken to: simply, one choice after another, or as everybody is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.desk.frame import Act
from bot.message import Button, parse_payload
from bot.store import mail, people
from bot.voice.simple import SHOWN, turned


async def elder_mode(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Turns large letters, few choices and short sentences on or off; on, when it is not said."""
    on = facts.get("on") not in (0, False)
    await people.set_simple(act.tx, act.who.id, on)
    key = "simple-on" if on else "simple-off"
    back = "tap-simple-on" if on else "tap-simple-off"
    act.answer(key, {}, (Button(back, "elder_mode", {"on": int(not on)}),))
    return {"key": key}


async def more(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The choices of a message that were not shown yet; after the last the first come again."""
    number = facts.get("of")
    row = await mail.said_to(act.tx, act.who.id, number) if isinstance(number, int) else None
    buttons = [_button(each) for line in (row.buttons if row else ()) for each in line]
    if row is None or not buttons:
        act.answer("tap-unknown")
        return {"key": "tap-unknown"}
    act.answer("more-choices", {}, *((each,) for each in turned(buttons, SHOWN)), ref=row.ref)
    return {"key": "more-choices"}


def _button(kept: Mapping[str, Any]) -> Button:
    verb, facts = parse_payload(str(kept["tap"])) or ("", {})
    return Button(str(kept["label"]), verb, facts, dict(kept.get("shows") or {}))
