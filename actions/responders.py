"""What the staff of an organisation may do."""

from __future__ import annotations

from actions.verb import AsksWords, OfTicket, Verb, WithWords


class Accept(OfTicket):
    intent = "accept"


class Decline(WithWords):
    intent = "decline"


class DeclineWords(AsksWords):
    """Declining for a reason of one's own."""

    intent = "decline_words"
    verb = "decline"


class AskResident(AsksWords):
    intent = "ask_resident"


class Progress(AsksWords):
    intent = "progress"


class Resolve(WithWords):
    intent = "resolve"


class Queue(Verb):
    intent = "queue"
