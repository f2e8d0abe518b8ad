"""What the tracker store keeps of a conversation: told, deleted, and let go when it is old."""

from __future__ import annotations

import json

import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import SessionStarted
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from nlu.rooms import BadRequest, rooms
from nlu.settled import TurnFailed

BATCH = 2000
"""Events that are deleted at once."""

Row = SQLTrackerStore.SQLEvent


async def tell(request: Request) -> HTTPResponse:
    """All events of a conversation, of every session, oldest first."""
    sender = _sender(request)
    agent, _ = rooms(request)
    with _store(agent).session_scope() as session:
        rows = session.query(Row.data).filter(Row.sender_id == sender).order_by(Row.id).all()
    return response.json({"events": [json.loads(data) for (data,) in rows]})


async def forget(request: Request) -> HTTPResponse:
    """Deletes a conversation, after the turn that is under way in it."""
    sender = _sender(request)
    agent, _ = rooms(request)
    async with agent.lock_store.lock(sender):
        with _store(agent).session_scope() as session:
            wanted = session.query(Row).filter(Row.sender_id == sender)
            gone = wanted.delete(synchronize_session=False)
            session.commit()
    return response.json({"deleted": gone})


async def forget_old(request: Request) -> HTTPResponse:
    """Deletes a batch of what was before a time: earlier sessions, and conversations long silent.

    The session that a conversation is in stays whole: Rasa counts its events.
    """
    try:
        before = float(request.args.get("before"))
    except (TypeError, ValueError) as error:
        raise BadRequest from error
    agent, _ = rooms(request)
    with _store(agent).session_scope() as session:
        ids = [number for (number,) in session.execute(_old(before))]
        gone = session.query(Row).filter(Row.id.in_(ids)).delete(synchronize_session=False)
        session.commit()
    return response.json({"deleted": gone})


def _old(before: float) -> sa.sql.Select:
    """The ids of a batch of old events."""
    later = sa.orm.aliased(Row)
    same = later.sender_id == Row.sender_id
    silent = ~sa.exists().where(same, later.timestamp >= before)
    again = sa.exists().where(
        same, later.type_name == SessionStarted.type_name, later.timestamp > Row.timestamp
    )
    return (
        sa.select(Row.id)
        .where(Row.timestamp < before, sa.or_(silent, again))
        .order_by(Row.id)
        .limit(BATCH)
    )


def _sender(request: Request) -> str:
    sender = request.args.get("sender")
    if not sender:
        raise BadRequest
    return str(sender)


def _store(agent: Agent) -> SQLTrackerStore:
    """The store that trackers are in. Raises TurnFailed when it is not SQL."""
    if not isinstance(agent.tracker_store, SQLTrackerStore):
        raise TurnFailed("NoSQL")
    return agent.tracker_store
