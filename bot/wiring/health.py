"""How the house is, for who watches over it: which parts work, and what waits."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from bot.core.tickets import END
from bot.dialogue import Dialogue
from bot.signals import Signals
from bot.store import Store, mail
from bot.store.tables import InboxRow, OutboxRow, TicketRow


async def parts(store: Store, dialogue: Dialogue, signals: Signals) -> Mapping[str, bool]:
    """Each part and whether it works now."""
    try:
        async with store.read() as tx:
            await tx.exec(select(1))
        database = True
    except (SQLAlchemyError, OSError):
        database = False
    return {"database": database, "rasa": await dialogue.ready(), "redis": not signals.down}


async def numbers(store: Store) -> Mapping[str, float]:
    """What waits, by box, and how many tickets are open."""
    async with store.read() as tx:
        heard = select(func.count(col(InboxRow.id))).where(InboxRow.state == mail.WAITING)
        said = select(func.count(col(OutboxRow.id))).where(OutboxRow.state == mail.WAITING)
        tickets = select(func.count(col(TicketRow.ref))).where(
            col(TicketRow.state).not_in(list(END))
        )
        return {
            'manyhands_waiting{box="inbox"}': (await tx.exec(heard)).one(),
            'manyhands_waiting{box="outbox"}': (await tx.exec(said)).one(),
            "manyhands_open_tickets": (await tx.exec(tickets)).one(),
        }
