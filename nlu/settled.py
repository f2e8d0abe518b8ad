"""What we change in Rasa itself: a failure fails the turn, and a turn costs half."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.events import Event
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import SingletonThreadPool


class TurnFailed(BaseException):
    """The turn came to nothing. Not an Exception, so that Rasa does not catch it and go on."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


@lru_cache(maxsize=1)
def settle_rasa() -> None:
    """Makes a failed custom action fail its turn, and finds the classes of events but once.

    Rasa logs the failure, goes on without the action's events and saves the tracker, so the
    message would count as heard. It checks each answer against a schema that it checks first,
    15 ms; and for each event of a tracker that it loads it gathers all classes of events.
    """
    run = RemoteAction.run

    async def run_or_fail(self: RemoteAction, *rest: Any, **named: Any) -> list[Event]:
        try:
            return await run(self, *rest, **named)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            raise TurnFailed(type(error).__name__) from error

    RemoteAction.run = run_or_fail
    RemoteAction._validate_action_result = _check
    Event.resolve_by_type = staticmethod(lru_cache(Event.resolve_by_type))


def _check(self: RemoteAction, result: object) -> bool:
    """Whether an answer has the shape of one; what is in the events, reading them tells."""
    known = result if isinstance(result, dict) else {"events": None}
    parts = [known.get("events", []), known.get("responses", [])]
    if all(isinstance(part, list) and all(isinstance(x, dict) for x in part) for part in parts):
        return True
    raise ValueError(f"{self.name()} answered something that is no answer")


def settle_store(agent: Agent) -> None:
    """Takes away Rasa's net below the store, and opens SQLite the fast way; once.

    Rasa wraps the store so that a failure is logged and the tracker kept in memory: an answer
    would then be given for a message that is soon forgotten.
    """
    if not isinstance(agent.tracker_store, FailSafeTrackerStore) or agent.processor is None:
        return
    store = agent.tracker_store._tracker_store
    agent.tracker_store = agent.processor.tracker_store = store
    if isinstance(store, SQLTrackerStore) and store.engine.dialect.name == "sqlite":
        _open_fast(store)


def _open_fast(store: SQLTrackerStore) -> None:
    """One connection with a write-ahead log: 2 ms a turn instead of 15.

    A killed process loses nothing. A power cut may lose the last turns here, not the messages:
    those are the inbox's.
    """
    url = store.engine.url
    store.engine.dispose()
    store.engine = sa.create_engine(url, poolclass=SingletonThreadPool)
    sa.event.listen(store.engine, "connect", _prepare)
    store.sessionmaker = sessionmaker(bind=store.engine)


def _prepare(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=5000")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is not left in the file
