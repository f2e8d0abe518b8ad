"""Everything that can go wrong, on one page; the docstrings are the messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class ManyhandsError(Exception):
    """Something went wrong."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


# Told to a person: a sentence in their language, nothing written.


class Refused(ManyhandsError):
    """The desk does not do this; `key` and `facts` say why, in `voice`'s words."""

    def __init__(self, key: str, facts: Mapping[str, Any] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.facts: dict[str, Any] = dict(facts or {})


class BadPhoto(ManyhandsError):
    """This is no picture that we can read; `key` is the sentence for the person."""

    def __init__(self, key: str = "bad-photo") -> None:
        super().__init__(key)
        self.key = key


# Told to an operator: they stop the start.


class Faults(ManyhandsError):
    """Faults were found; all of them, each with its place."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class BadSettings(Faults):
    """The settings are not complete."""


class BadCity(Faults):
    """The city's files have faults."""


# A channel's verdict about one message that it was asked to send.


class NotSent(ManyhandsError):
    """The platform did not take the message."""


class TryLater(NotSent):
    """The platform asks for patience: `after` seconds; `everyone` when it means us all."""

    def __init__(self, after: float, *, everyone: bool = False) -> None:
        super().__init__()
        self.after = after
        self.everyone = everyone


class Gone(NotSent):
    """The person cannot be reached there any more (blocked, left, deleted)."""


class Rejected(NotSent):
    """The platform will never take this message."""


# Between our own processes.


class RasaDown(ManyhandsError):
    """Rasa, or its actions, did not answer; the same message can be asked again."""


class Conflict(ManyhandsError):
    """Somebody else changed it first; read again and decide again."""


class LostTurn(ManyhandsError):
    """Another worker took over this conversation; nothing of this turn is kept."""
