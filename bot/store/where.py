"""Where people reach the bot: kept by the process that knows it, for links made by any."""

from __future__ import annotations

from sqlmodel import select

from bot.message import CODE
from bot.store import Tx
from bot.store.asides import HouseRow


async def know(tx: Tx, channel: str, link: str) -> None:
    """Keeps the link that opens a chat in a channel."""
    row = await tx.get(HouseRow, channel)
    if row is None or row.value != link:
        await tx.merge(HouseRow(name=channel, value=link))
    await tx.flush()


async def known(tx: Tx) -> dict[str, str]:
    """All such links, by channel."""
    wanted = select(HouseRow).order_by(HouseRow.name)
    return {each.name: each.value for each in (await tx.exec(wanted)).all()}


def with_code(link: str, code: str) -> str:
    """The link that carries an invitation."""
    return link.replace(CODE, code)
