"""What may be asked of the desk: a verb is done once, in a transaction, with what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.city import City
from bot.core import refs
from bot.core.people import Role
from bot.desk import Act, team
from bot.desk.frame import find
from bot.errors import Conflict, Refused
from bot.message import Button, Facts, Say
from bot.outbox import Turn, lay, spend
from bot.store import Tx, mail, people
from bot.verbs.table import EVERYONE, OPENED, QUESTIONS, VERBS, Verb

__all__ = ["QUESTIONS", "VERBS", "Ask", "Verb", "do", "finish", "may_open"]

TRIES = 3
"""How often a verb is decided anew when somebody else changed the ticket meanwhile."""


SILENT = ""
"""No words: a tap among others only stops waiting."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One verb asked: by whom, with what, in answer to which message."""

    verb: str
    facts: Facts
    person: str
    turn: Turn | None
    now: datetime


async def do(tx: Tx, city: City, ask: Ask) -> dict[str, Any]:
    """Does one verb in a transaction, and lays what it says in the outbox.

    A replay for the same message gives the first result and does nothing; `part` tells apart
    what one message asks for twice. What is refused is said to the person. Raises KeyError
    for a verb that the table lacks.
    """
    key = f"{ask.turn.inbox}:{ask.verb}{ask.facts.get('part', '')}" if ask.turn else None
    if key is not None:
        before = await mail.result_of(tx, key)
        if before is not None:
            return before
    result = await _decide(tx, city, ask)
    if key is not None:
        await mail.keep_result(tx, key, result, ask.now)
    return result


async def _decide(tx: Tx, city: City, ask: Ask) -> dict[str, Any]:
    verb = VERBS[ask.verb]
    for _ in range(TRIES):
        act = Act(tx, city, await people.person(tx, ask.person), ask.now, ask.turn)
        try:
            async with tx.begin_nested():
                await _may(act, verb, ask.facts)
                result = {"ok": True, **await verb.run(act, ask.facts)}
            _end_waiting(act)
        except Conflict:
            continue
        except Refused as no:
            _refuse(act, no)
            result = {"ok": False, "key": no.key, **_plain(no.facts)}
        await finish(act)
        return result
    raise Conflict(f"{ask.verb} found the ticket changed {TRIES} times")


async def finish(act: Act) -> None:
    """Lays what was said, after the buttons that it makes stale."""
    await spend(act.tx, act.spends, act.now)
    await lay(act.tx, act.says, act.turn, act.now)


async def may_open(tx: Tx, city: City, ask: Ask) -> bool:
    """Whether a tap among others may open its question; if not, that is said beside it."""
    act = Act(tx, city, await people.person(tx, ask.person), ask.now, ask.turn)
    ref, verb = refs.parse(ask.facts.get("ref")), VERBS.get(OPENED.get(ask.verb, ask.verb))
    try:
        if verb is not None:
            await _may(act, verb, ask.facts)
        if ref is not None:
            await find(act, ref)
        _end_waiting(act)
    except Refused as no:
        _refuse(act, no)
        await finish(act)
        return False
    await finish(act)
    return True


def _end_waiting(act: Act) -> None:
    """Tells, beside the button that was tapped among others, where it goes on."""
    if act.turn and act.turn.beside:
        key = SILENT if act.turn.shared else "goes-on-alone"
        act.says.insert(0, Say(act.who.id, key, beside=True))


def _refuse(act: Act, no: Refused) -> None:
    """Says why not: beside the button that was tapped, when that is among others."""
    act.says.clear()
    act.spends.clear()
    listed = bool(no.facts.get("lines"))
    act.answer(no.key, no.facts, *_choices(no), ref=_ref(no), private=listed, beside=True)


async def _may(act: Act, verb: Verb, facts: Facts) -> None:
    if not verb.roles & act.who.roles:
        await team.refuse(act, verb.name, verb.roles, facts)
    turn = act.turn
    if turn is None or not turn.shared:
        return
    works = verb.roles is not EVERYONE and await people.address_of(act.tx, act.who.id) is None
    if turn.theirs or works:
        raise Refused("open-me-first")


def _choices(no: Refused) -> tuple[tuple[Button, ...], ...]:
    if no.facts.get("role") == Role.VOLUNTEER:
        return ((Button("tap-join", "join"),),)
    verb = str(no.facts.get("verb"))
    return tuple(
        (Button("tap-ref", verb, {"ref": each}, {"number": each}),)
        for each in no.facts.get("refs") or ()
    )


def _ref(no: Refused) -> str | None:
    ref = no.facts.get("ref")
    return ref if isinstance(ref, str) and no.key != "no-such-ticket" else None


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in facts.items() if k != "lines"}
