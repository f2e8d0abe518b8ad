"""Where a rule becomes a saved fact and the messages about it, in one transaction."""

from bot.desk.frame import CLOCK, Act

__all__ = ["CLOCK", "Act"]
