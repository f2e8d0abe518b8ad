"""What a volunteer may do."""

from __future__ import annotations

from actions.verb import OfTicket, Verb, WithWords


class ListTasks(Verb):
    intent = "list_tasks"


class Claim(OfTicket):
    intent = "claim"


class GiveBack(OfTicket):
    intent = "give_back"


class Done(WithWords):
    intent = "done"
