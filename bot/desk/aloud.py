"""What may be said where others read along; everything else is for the person alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.city import City

ALOUD = frozenset(
    {
        *("ticket-opened", "place-changed", "kind-changed", "which-kind", "ticket-undone"),
        *("ticket-cancelled", "ticket-reopened", "status", "status-end", "note-added"),
        *("answer-passed", "person-called", "person-called-already"),
        "person-called-off-duty",
        *("ticket-moved", "ticket-accepted", "ticket-claimed", "ticket-back", "ticket-progress"),
        *("ticket-asked", "ticket-resolved", "ticket-resolved-words", "ticket-late"),
        *("ticket-closed-quietly", "note-new", "rate-contacted", "rate-stars", "rate-thanks"),
        *("asked", "progress-told", "resolved", "declined", "given-back"),
        *("goodbye", "thanks-back", "chitchat", "out-of-scope", "comes-later", "privacy"),
        *("language-which", "language-set", "stopped", "photo-kept", "place-kept"),
        *("place-outside", "not-understood", "code-unknown"),
        *("desk-opened", "desk-opened-volunteers", "desk-closed", "desk-which", "group-hello"),
        *("edit-late", "edit-note"),
        *("for-another", "for-another-noted", "follow-which", "follow-none"),
        *(f"{about}-{role}" for about in ("welcome", "help")
          for role in ("resident", "volunteer", "responder", "coordinator")),
    }
)  # fmt: skip
"""Keys of messages without anything that only their reader may know."""


def may_be_said_aloud(city: City, key: str, facts: Mapping[str, Any]) -> bool:
    """Whether a message may be said where others read along.

    Nothing of a ticket whose category is private, and no lists: they show what else there is.
    """
    if key not in ALOUD or facts.get("lines"):
        return False
    category = city.catalogue.categories.get(str(facts.get("category") or ""))
    return category is None or not category.private
