"""Plain Rasa's own actions: a ticket is a dict in the action server's memory."""

from __future__ import annotations

import secrets
from typing import Any

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

TICKETS: dict[str, dict[str, dict[str, Any]]] = {}
"""By person, then by reference, in the order of opening."""


def mine(tracker: Tracker) -> dict[str, dict[str, Any]]:
    """The tickets of the person who writes."""
    return TICKETS.setdefault(tracker.sender_id, {})


def chosen(tracker: Tracker) -> dict[str, Any] | None:
    """The ticket that a tap names, or the last one."""
    ref = next(tracker.get_latest_entity_values("ref"), None)
    found = mine(tracker)
    return found.get(ref or next(reversed(found), ""))


def say(dispatcher: CollectingDispatcher, key: str, **facts: Any) -> None:
    """Answers in the shape in which the answers are counted."""
    dispatcher.utter_message(json_message={"say": key, "facts": facts})


class OpenTicket(Action):
    """Opens a ticket, and forgets what it was made of."""

    def name(self) -> str:
        return "action_open_ticket"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        ref = secrets.token_hex(4)
        about = {"ref": ref, "category": tracker.get_slot("category")}
        mine(tracker)[ref] = {**about, "place": tracker.get_slot("place"), "state": "new"}
        say(dispatcher, "ticket", **about)
        return [SlotSet("category", None), SlotSet("place", None)]


class AskStatus(Action):
    """How a ticket stands."""

    def name(self) -> str:
        return "action_ask_status"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        ticket = chosen(tracker)
        say(dispatcher, "status" if ticket else "no-tickets", **(ticket or {}))
        return []


class ListTickets(Action):
    """All tickets of a person."""

    def name(self) -> str:
        return "action_list_tickets"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        found = list(mine(tracker).values())
        say(dispatcher, "tickets" if found else "no-tickets", tickets=found)
        return []


class Undo(Action):
    """Takes a ticket back."""

    def name(self) -> str:
        return "action_undo"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        ticket = chosen(tracker)
        if ticket:
            ticket["state"] = "cancelled"
        say(dispatcher, "undone" if ticket else "no-tickets", **(ticket or {}))
        return []
