"""The table of verbs: what may be asked of the desk, by whom, and which taps open a question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.people import Role
from bot.desk import (
    Act,
    answers,
    changing,
    deciding,
    edits,
    endings,
    figures,
    filing,
    following,
    freetime,
    groups,
    inviting,
    joining,
    manner,
    merging,
    opening,
    parts,
    questions,
    relays,
    reports,
    resident,
    rights,
    same,
    talk,
    tasks,
    team,
    triage,
    work,
)

Run = Callable[[Act, Mapping[str, Any]], Awaitable[dict[str, Any]]]

EVERYONE = frozenset({Role.RESIDENT})
VOLUNTEERS = frozenset({Role.VOLUNTEER, Role.COORDINATOR})
WORKERS = frozenset({Role.RESPONDER, Role.VOLUNTEER, Role.COORDINATOR})
STAFF = frozenset({Role.RESPONDER, Role.COORDINATOR})
COORDINATORS = frozenset({Role.COORDINATOR})


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
    Verb("change_place", changing.change_place, direct=False),
    Verb("change_kind", changing.change_kind),
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
    Verb("assign", deciding.assign, COORDINATORS),
    Verb("refuse", deciding.refuse, COORDINATORS),
    Verb("appeal", deciding.appeal),
    Verb("digest_now", reports.digest_now, STAFF),
    Verb("digest_settings", reports.digest_settings, STAFF),
    Verb("stats", figures.stats, STAFF),
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
    Verb("merge", merging.merge, STAFF),
    Verb("unmerge", merging.unmerge),
    Verb("split", parts.split, STAFF),
    Verb("also", parts.also),
    Verb("same", same.same),
    Verb("not_same", same.not_same),
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
