"""Where Rasa is asked: a turn goes in over HTTP, the questions that it uttered come back."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTION_SESSION_START_NAME,
    DEFAULT_INTENTS,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from nlu import trackers
from nlu.rooms import BadRequest, rooms
from nlu.said import saying
from nlu.settled import TurnFailed, settle_rasa

logger = logging.getLogger(__name__)

GUARD = "\u2060"
"""A mark that Rasa's parser of payloads does not know, before a text that is parsed. Readers
of the text never see it: the classifier takes it away, the tracker keeps the person's words."""

KEPT = ("sentence", "photos", "place", "place_doubt", "whom", "filing")
"""Slots that wait for the next message even when no form is active."""


Route = Callable[[Request], Coroutine[Any, Any, HTTPResponse]]


@dataclass(frozen=True)
class Asked:
    """One message of a person, as `dialogue` asks about it."""

    sender: str
    message_id: str
    text: str
    parse: dict[str, Any] | None = None
    fresh: bool = False
    metadata: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, body: Any) -> Asked:
        """The question in a request's body. Raises BadRequest."""
        shapes: dict[str, tuple[type, ...]] = {
            "sender": (str,),
            "message_id": (str, int),
            "text": (str,),
            "parse": (dict, type(None)),
            "fresh": (bool,),
            "metadata": (dict,),
        }
        given: dict[str, Any] = {"parse": None, "fresh": False, "metadata": {}, "text": ""}
        given.update(body if isinstance(body, dict) else {})
        if set(given) != set(shapes) or not given["sender"]:
            raise BadRequest
        if not all(isinstance(given[name], shape) for name, shape in shapes.items()):
            raise BadRequest
        return cls(**{**given, "message_id": str(given["message_id"])})


def parse_data(asked: Asked, domain: Domain) -> dict[str, Any]:
    """What a tap, a pin or a photo says, as Rasa keeps a reading. Raises BadRequest."""
    given = asked.parse or {}
    intent, entities = given.get("intent"), given.get("entities") or {}
    if intent not in domain.intents or intent in DEFAULT_INTENTS or not isinstance(entities, dict):
        raise BadRequest
    return {
        "text": asked.text,
        "intent": {"name": intent, "confidence": 1.0},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        "parsed": True,
    }


class Manyhands(InputChannel):
    """The input channel `manyhands`: what our bot asks, for who knows the token."""

    def __init__(self, token: str) -> None:
        self.token = token

    @classmethod
    def name(cls) -> str:
        return "manyhands"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> Manyhands:
        """Takes `token`. Raises RasaException when there is none."""
        token = str((credentials or {}).get("token") or "")
        if not token:
            raise RasaException("The channel manyhands needs a token: set RASA_TOKEN.")
        settle_rasa()
        return cls(token)

    def known(self, request: Request) -> bool:
        """Whether the request carries the token."""
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {self.token}".encode())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. `on_new_message` is not used: it would not tell a failure."""
        routes = Blueprint("manyhands")
        for uri, answer, method in (
            ("/ask", ask, "POST"),
            ("/heard", heard, "GET"),
            ("/ready", ready, "GET"),
            ("/tracker", trackers.tell, "GET"),
            ("/tracker", trackers.forget, "DELETE"),
            ("/trackers", trackers.forget_old, "DELETE"),
        ):
            routes.add_route(self.guarded(answer), uri, methods=[method], name=answer.__name__)
        return routes

    def guarded(self, answer: Route) -> Route:
        """The route behind the token. Whatever fails is told by its name alone."""

        async def route(request: Request) -> HTTPResponse:
            if not self.known(request):
                return response.json({"failed": "Unknown"}, status=401)
            try:
                return await answer(request)
            except BadRequest:
                return response.json({"failed": "BadRequest"}, status=400)
            except TurnFailed as failure:
                logger.error("A turn failed: %s", failure.cause)
                return response.json({"failed": failure.cause}, status=500)
            except Exception as error:
                logger.error("A turn failed: %s", type(error).__name__)
                return response.json({"failed": type(error).__name__}, status=500)

        return route


async def ask(request: Request) -> HTTPResponse:
    """One turn: 200 with what was said, or 500 with nothing kept."""
    try:
        body = request.json
    except Exception as error:
        raise BadRequest from error
    asked = Asked.of(body)
    agent, processor = rooms(request)
    async with agent.lock_store.lock(asked.sender):
        tracker = await turn(processor, asked)
        await processor.save_tracker(tracker)
    latest = message_events(tracker, asked.message_id)[0]
    return response.json(
        {
            "said": said(tracker, asked.message_id),
            "intent": latest.intent if isinstance(latest, UserUttered) else {},
            "busy": busy(tracker),
        }
    )


async def heard(request: Request) -> HTTPResponse:
    """Whether a message of the current session was heard, and what was said to it."""
    sender, message_id = request.args.get("sender"), request.args.get("message_id")
    if not sender or not message_id:
        raise BadRequest
    agent, _ = rooms(request)
    tracker = await agent.tracker_store.retrieve(sender)
    if tracker is None:
        return response.json({"heard": False, "said": [], "busy": False})
    return response.json(
        {
            "heard": bool(message_events(tracker, message_id)),
            "said": said(tracker, message_id),
            "busy": busy(tracker),
        }
    )


async def ready(request: Request) -> HTTPResponse:
    """Whether a model is loaded, and which."""
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        return response.json({"ready": False}, status=503)
    return response.json({"ready": True, "model": agent.model_id})


async def turn(processor: MessageProcessor, asked: Asked) -> DialogueStateTracker:
    """The tracker after one message, not saved. Raises BadRequest, TurnFailed and Rasa's own."""
    out = CollectingOutputChannel()
    tracker = await processor.fetch_tracker_and_update_session(asked.sender, out)
    if asked.fresh and tracker.get_last_event_for(UserUttered):
        await processor._run_action(
            processor._get_action(ACTION_SESSION_START_NAME),
            tracker,
            out,
            processor.nlg,
            PolicyPrediction.for_action_name(processor.domain, ACTION_SESSION_START_NAME),
        )
    await processor._handle_message_with_tracker(
        await user_message(processor, asked, tracker), tracker
    )
    tracker = await processor.run_action_extract_slots(out, tracker)
    await processor._run_prediction_loop(out, tracker)
    if tracker.latest_action_name != ACTION_LISTEN_NAME:
        raise TurnFailed("NoRest")
    return tracker


async def user_message(
    processor: MessageProcessor, asked: Asked, tracker: DialogueStateTracker
) -> UserMessage:
    """The message, already parsed: taps as they were given, typed text by the pipeline.

    Rasa would take any text that begins with a slash for an order, `/restart` too.
    """
    message = UserMessage(
        asked.text,
        sender_id=asked.sender,
        input_channel=Manyhands.name(),
        message_id=asked.message_id,
        metadata=asked.metadata,
    )
    if asked.parse is not None:
        message.parse_data = parse_data(asked, processor.domain)
    else:
        message.text = GUARD + asked.text
        message.parse_data = await processor.parse_message(message, tracker)
        message.parse_data["text"] = asked.text
    message.text = asked.text
    return message


def message_events(tracker: DialogueStateTracker, message_id: str) -> list[Event]:
    """The last message with this id and all that followed it, up to the next message."""
    found: list[Event] = []
    for event in tracker.events:
        if isinstance(event, UserUttered):
            if event.message_id == message_id:
                found = [event]
            elif found:
                break
        elif found:
            found.append(event)
    return found


def said(tracker: DialogueStateTracker, message_id: str) -> list[dict[str, Any]]:
    """What was uttered after a message and before the next, each as a Saying."""
    return [
        saying(event.data["custom"])
        for event in message_events(tracker, message_id)
        if isinstance(event, BotUttered) and event.data.get("custom")
    ]


def busy(tracker: DialogueStateTracker) -> bool:
    """Whether something waits for the next message: a form, a kept sentence, photo or place."""
    return tracker.active_loop_name is not None or any(tracker.get_slot(slot) for slot in KEPT)
