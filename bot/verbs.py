"""The table of verbs: what may be asked of the desk, by whom, and what answers it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.city import City
from bot.core import refs
from bot.core.people import Role
from bot.desk import (
    Act,
    answers,
    edits,
    endings,
    filing,
    following,
    freetime,
    groups,
    inviting,
    joining,
    manner,
    opening,
    questions,
    relays,
    reports,
    resident,
    rights,
    talk,
    tasks,
    team,
    triage,
    work,
)
from bot.desk.frame import find
from bot.errors import Conflict, Refused
from bot.message import Button, Facts, Say
from bot.outbox import Turn, lay, spend
from bot.store import Tx, mail, people

log = logging.getLogger(__name__)

Run = Callable[[Act, Mapping[str, Any]], Awaitable[dict[str, Any]]]

EVERYONE = frozenset({Role.RESIDENT})
VOLUNTEERS = frozenset({Role.VOLUNTEER, Role.COORDINATOR})
WORKERS = frozenset({Role.RESPONDER, Role.VOLUNTEER, Role.COORDINATOR})
STAFF = frozenset({Role.RESPONDER, Role.COORDINATOR})
COORDINATORS = frozenset({Role.COORDINATOR})

TRIES = 3
"""How often a verb is decided anew when somebody else changed the ticket meanwhile."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of the table."""

    name: str
    run: Run
    roles: frozenset[Role] = EVERYONE
    direct: bool = True
    """Whether a tap goes straight here; otherwise it opens a question in Rasa."""


def _table(*verbs: Verb) -> dict[str, Verb]:
    return {each.name: each for each in verbs}


VERBS = _table(
    Verb("open_ticket", opening.open_ticket, direct=False),
    Verb("undo", opening.undo),
    Verb("cancel_ticket", opening.cancel),
    Verb("change_place", opening.change_place, direct=False),
    Verb("change_kind", opening.change_kind),
    Verb("ask_status", resident.ask_status),
    Verb("list_tickets", resident.list_tickets),
    Verb("add_note", resident.add_note, direct=False),
    Verb("answer", resident.answer, direct=False),
    Verb("rate", resident.rate),
    Verb("reopen", resident.reopen),
    Verb("list_tasks", tasks.list_tasks, VOLUNTEERS),
    Verb("claim", tasks.claim, frozenset({Role.VOLUNTEER})),
    Verb("give_back", work.give_back, WORKERS),
    Verb("done", work.done, WORKERS),
    Verb("accept", work.accept, STAFF),
    Verb("decline", work.decline, STAFF),
    Verb("ask_resident", work.ask_resident, WORKERS, direct=False),
    Verb("progress", work.progress, WORKERS, direct=False),
    Verb("resolve", work.resolve, WORKERS),
    Verb("queue", work.queue, STAFF),
    Verb("digest_now", reports.digest_now, STAFF),
    Verb("digest_settings", reports.digest_settings, STAFF),
    Verb("greet", talk.greet),
    Verb("help", talk.help_),
    Verb("goodbye", talk.line_only("goodbye")),
    Verb("thanks", talk.line_only("thanks-back")),
    Verb("chitchat", talk.line_only("chitchat")),
    Verb("out_of_scope", talk.line_only("out-of-scope")),
    Verb("faq", questions.faq),
    Verb("faq_helped", questions.faq_helped),
    Verb("privacy", rights.privacy),
    Verb("export_data", rights.export_data),
    Verb("forget_me", rights.forget_me),
    Verb("stop", talk.line_only("stopped"), direct=False),
    Verb("set_language", talk.set_language),
    Verb("keep_photo", talk.keep_photo, direct=False),
    Verb("keep_place", talk.keep_place, direct=False),
    Verb("not_sure", talk.not_sure, direct=False),
    Verb("keep_for_person", triage.keep_for_person, direct=False),
    Verb("talk_to_human", relays.talk_to_human, direct=False),
    Verb("relay_words", relays.relay_words, direct=False),
    Verb("take_relay", relays.take_relay, COORDINATORS),
    Verb("end_relay", endings.end_relay),
    Verb("relay_ticket", endings.relay_ticket),
    Verb("join", joining.join),
    Verb("join_by_code", inviting.join_by_code, direct=False),
    Verb("set_skill", joining.set_skill),
    Verb("set_area", joining.set_area),
    Verb("vet", joining.vet, COORDINATORS),
    Verb("leave", team.leave),
    Verb("set_availability", freetime.set_availability, frozenset({Role.VOLUNTEER})),
    Verb("invite", inviting.invite, COORDINATORS),
    Verb("people", team.list_people, COORDINATORS),
    Verb("remove_role", team.remove_role, COORDINATORS),
    Verb("edited", edits.edited, direct=False),
    Verb("add_edit", edits.add_edit),
    Verb("open_desk", groups.open_desk),
    Verb("meet_group", groups.meet_group, direct=False),
    Verb("leave_group", groups.leave_group, direct=False),
    Verb("move_group", groups.move_group, direct=False),
    Verb("later", talk.later, direct=False),
    Verb("add_answer", answers.add_answer, direct=False),
    Verb("follow_ticket", following.follow),
    Verb("unfollow", following.unfollow),
    Verb("for_another", filing.for_another, direct=False),
    Verb("file_for", filing.file_for, STAFF, direct=False),
    Verb("file_draft", filing.file_draft, STAFF, direct=False),
    Verb("file_right", filing.file_right, STAFF),
    Verb("file_place", filing.file_place, STAFF, direct=False),
    Verb("file_kind", filing.file_kind, STAFF),
    Verb("file_words", filing.file_words, STAFF, direct=False),
    Verb("file_drop", filing.file_drop, STAFF),
    Verb("elder_mode", manner.elder_mode),
    Verb("more", manner.more),
)

QUESTIONS = frozenset(
    {
        "report",
        "inform_place",
        "change_place",
        "add_note",
        "answer",
        "ask_resident",
        "progress",
        "decline_words",
        "stop",
        "skip",
        "talk_to_human",
        "affirm",
        "deny",
        "detail",
        "file_for",
        "file_place",
        "file_words",
    }
)
"""Taps that answer or open a question: they go to Rasa, parsed already."""

OPENED: Mapping[str, str] = {"decline_words": "decline", "report": "open_ticket"}
"""The verb that such a tap leads to, where it has another name."""

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
