"""What is written when a message is answered: Rasa's questions, spent buttons, tries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dialogue import Answer
from bot.inbox.scene import Scene
from bot.message import Say
from bot.outbox import kept_button, lay, spend_one
from bot.store import Tx, mail
from bot.store.tables import InboxRow, OutboxRow


async def still_waits(tx: Tx, row: InboxRow, now: datetime) -> bool:
    """Whether nobody has answered the message meanwhile, and it waits for no more of it."""
    fresh = await tx.get(InboxRow, row.id, populate_existing=True, with_for_update=True)
    return fresh is not None and fresh.state == mail.WAITING and fresh.try_at <= now


async def count_try(tx: Tx, row: InboxRow) -> None:
    """From now on the message may have been asked before."""
    fresh = await tx.get(InboxRow, row.id)
    if fresh is not None:
        fresh.tries += 1
        tx.add(fresh)
        await tx.flush()


async def spend_tapped(tx: Tx, scene: Scene) -> None:
    """A message whose button was tapped shows its buttons as spent."""
    if not scene.heard.tap or scene.about is None:
        return
    row = await tx.get(OutboxRow, scene.about.id)
    if row is None or row.address not in (scene.address.id, scene.turn.beside):
        return  # it was to others as well: whether it is over, the verb decides
    if scene.turn.beside:
        await spend_one(tx, row, _chosen(row, scene.heard.tap), scene.now)
    row.spent = True
    tx.add(row)


def _chosen(row: OutboxRow, tap: str) -> Mapping[str, Any]:
    """The label of the button that was tapped, as key and facts."""
    taps = [each for buttons in row.buttons for each in buttons if each["tap"] == tap]
    return {"key": taps[0]["label"], "facts": taps[0].get("shows") or {}} if taps else {}


async def lay_said(tx: Tx, scene: Scene, answer: Answer) -> None:
    """Lays Rasa's questions behind what the verbs of this turn said; never nothing at all."""
    now = scene.now
    if not answer.said and not await mail.has_words(tx, scene.row.id or 0):
        await lay(tx, [Say(scene.person.id, "not-understood")], scene.turn, now)
    for each in answer.said:
        facts = dict(each.get("facts") or {})
        row = OutboxRow(
            address=scene.address.id,
            turn=scene.row.id,
            ready=False,
            key=str(each["say"]),
            facts=facts,
            buttons=[
                [
                    kept_button(b["label"], b["verb"], b.get("facts") or {}, b.get("shows"))
                    for b in row
                ]
                for row in each.get("buttons") or []
            ],
            ask=each.get("ask"),
            ref=facts.get("ref"),
            made_at=now,
            try_at=now,
        )
        tx.add(row)
    await tx.flush()
