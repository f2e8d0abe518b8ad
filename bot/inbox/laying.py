"""What is written when a message is answered: Rasa's questions, spent buttons, tries."""

from __future__ import annotations

from bot.dialogue import Answer
from bot.inbox.scene import Scene
from bot.message import Say
from bot.outbox import kept_button, lay
from bot.store import Tx, mail
from bot.store.tables import InboxRow, OutboxRow


async def still_waits(tx: Tx, row: InboxRow) -> bool:
    """Whether nobody has answered the message meanwhile."""
    fresh = await tx.get(InboxRow, row.id, populate_existing=True)
    return fresh is not None and fresh.state == mail.WAITING


async def count_try(tx: Tx, row: InboxRow) -> None:
    """From now on the message may have been asked before."""
    fresh = await tx.get(InboxRow, row.id)
    if fresh is not None:
        fresh.tries += 1
        tx.add(fresh)
        await tx.flush()


async def spend_tapped(tx: Tx, scene: Scene) -> None:
    """A message whose button was tapped shows its buttons as spent."""
    if scene.heard.tap and scene.about is not None:
        row = await tx.get(OutboxRow, scene.about.id)
        if row is not None:
            row.spent = True
            tx.add(row)


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
