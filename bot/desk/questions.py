"""What is asked and not reported: the city's answers, and a ticket as the way on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.desk.frame import Act, Row
from bot.message import Button

MOST_TOPICS = 3


async def faq(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The city's answer to a question, and whether it helped; a choice when it is not clear."""
    topic = str(facts.get("topic") or "")
    known = act.city.faq
    if topic not in known:
        return _which(act, facts)
    ticket = Button("tap-faq-ticket", "report", {"category": known[topic].category})
    act.answer(
        "faq", {"faq": topic}, (Button("tap-faq-yes", "faq_helped", {"topic": topic}), ticket)
    )
    return {"key": "faq", "topic": topic}


def _which(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    topics = [str(each) for each in facts.get("topics") or () if str(each) in act.city.faq]
    rows: list[Row] = [
        (Button("tap-topic", "faq", {"topic": each}, {"topic": each}),)
        for each in topics[:MOST_TOPICS]
    ]
    rows.append((Button("tap-faq-ticket", "report", {"category": "policy_question"}),))
    act.answer("faq-which" if topics else "faq-unknown", {}, *rows)
    return {"key": "faq-which" if topics else "faq-unknown"}


async def faq_helped(act: Act, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The answer was enough."""
    act.answer("faq-glad")
    return {"key": "faq-glad", "topic": str(facts.get("topic") or "")}
