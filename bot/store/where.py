"""Where people reach the bot: kept by the process that knows it, for links made by any."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import select

from bot.store import Tx
from bot.store.beside import HouseRow

WEB, TELEGRAM = "web", "telegram"
"""The address of the web page; the name of the bot in Telegram, without @."""


async def know(tx: Tx, name: str, value: str | None) -> None:
    """Keeps where we are reached in one way; None: in that way no more."""
    row = await tx.get(HouseRow, name)
    if value is None:
        if row is not None:
            await tx.delete(row)
    elif row is None or row.value != value:
        await tx.merge(HouseRow(name=name, value=value))
    await tx.flush()


async def known(tx: Tx) -> dict[str, str]:
    """All that is known, by way."""
    return {each.name: each.value for each in (await tx.exec(select(HouseRow))).all()}


def links(reached: Mapping[str, str], code: str) -> dict[str, str]:
    """The links that carry an invitation's code, by way.

    On the web it stands behind the #, which no server and no preview sees.
    """
    made: dict[str, str] = {}
    if TELEGRAM in reached:
        made[TELEGRAM] = f"https://t.me/{reached[TELEGRAM]}?start={code}"
    if WEB in reached:
        made[WEB] = f"{reached[WEB].rstrip('/')}/#join={code}"
    return made
