"""What our routes in Rasa's process share: its rooms, and what they refuse."""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.core.processor import MessageProcessor
from sanic.request import Request

from nlu.settled import TurnFailed, settle_store


class BadRequest(Exception):
    """The question was not in the shape that was agreed."""


def rooms(request: Request) -> tuple[Agent, MessageProcessor]:
    """Rasa's agent and processor. Raises TurnFailed while no model is loaded."""
    agent: Agent = request.app.ctx.agent
    if not agent.is_ready() or agent.processor is None:
        raise TurnFailed("NoModel")
    settle_store(agent)
    return agent, agent.processor
