"""What the tracker store keeps is told whole, deleted to the last row, let go when it is old."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

import requests

from tests.nlu.conftest import TOKEN, Talk


def ask(url: str, method: str, path: str, **params: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return requests.request(method, f"{url}{path}", params=params, headers=headers, timeout=30)


def rows(trackers: Path, sender: str) -> int:
    """How many events the file holds of a conversation."""
    with sqlite3.connect(trackers) as database:
        found = database.execute("SELECT COUNT(*) FROM events WHERE sender_id = ?", [sender])
        return int(found.fetchone()[0])


def words(talk: Talk) -> list[str]:
    """The person's words, as the store tells them."""
    events = ask(talk.url, "GET", "/tracker", sender=talk.sender).json()["events"]
    return [each["text"] for each in events if each["event"] == "user"]


def test_a_conversation_is_told_whole_with_all_its_sessions(talk: Talk) -> None:
    talk.says("hello")
    talk.says("the street light is broken", fresh=True)
    assert words(talk) == ["hello", "the street light is broken"]
    assert ask(talk.url, "GET", "/tracker", sender="nobody").json() == {"events": []}


def test_a_conversation_is_deleted_and_begins_anew(talk: Talk, rasa: str, trackers: Path) -> None:
    other = Talk(rasa, talk.town, f"{talk.sender}-other")
    other.says("hello")
    talk.says("the street light is broken")
    kept = rows(trackers, talk.sender)
    assert ask(talk.url, "DELETE", "/tracker", sender=talk.sender).json() == {"deleted": kept}
    assert ask(talk.url, "DELETE", "/tracker", sender=talk.sender).json() == {"deleted": 0}
    assert rows(trackers, talk.sender) == 0
    assert words(other) == ["hello"]
    talk.taps("skip")
    assert talk.verbs[-1] == "help", "the form is forgotten, too"


def test_an_earlier_session_is_let_go_and_the_one_under_way_stays_whole(
    talk: Talk, trackers: Path
) -> None:
    talk.says("hello")
    talk.says("the street light is broken", fresh=True)
    later = talk.number
    told = ask(talk.url, "GET", "/tracker", sender=talk.sender).json()["events"]
    start = [each["timestamp"] for each in told if each["event"] == "session_started"][-1]
    gone = 0
    while found := ask(talk.url, "DELETE", "/trackers", before=start + 0.0001).json()["deleted"]:
        gone += found  # a batch at a time, and others have talked before
    assert gone > 0
    assert words(talk) == ["the street light is broken"]
    assert talk.heard(later)["heard"] is True
    talk.taps("skip")
    assert talk.last.verb == "open_ticket"
    before = rows(trackers, talk.sender)
    ask(talk.url, "DELETE", "/trackers", before=start + 0.0001)
    assert rows(trackers, talk.sender) == before


def test_a_conversation_long_silent_is_let_go(talk: Talk, trackers: Path) -> None:
    talk.says("hello")
    assert ask(talk.url, "DELETE", "/trackers", before=0).json() == {"deleted": 0}
    while ask(talk.url, "DELETE", "/trackers", before=time.time() + 60).json()["deleted"]:
        pass
    assert rows(trackers, talk.sender) == 0


def test_who_does_not_say_which_or_has_no_token_gets_nothing(rasa: str) -> None:
    for method, path in (("GET", "/tracker"), ("DELETE", "/tracker"), ("DELETE", "/trackers")):
        assert ask(rasa, method, path).status_code == 400
        assert requests.request(method, f"{rasa}{path}", timeout=10).status_code == 401
    assert ask(rasa, "DELETE", "/trackers", before="yesterday").status_code == 400
