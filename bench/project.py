"""A project for plain Rasa: Rasa's defaults, our data, and the least that answers the mix."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

KIND = re.compile(r"^- intent: report\n\s+metadata:\n\s+kind: (\w+)$", re.MULTILINE)
INTENT = re.compile(r"^- intent: (\w+)$", re.MULTILINE)

REPORT = "report_"
FORM = "report_form"
ACTIONS = {
    "ask_status": "action_ask_status",
    "list_tickets": "action_list_tickets",
    "undo": "action_undo",
}
"""Intents that a custom action answers."""

SAID = {"greet": "welcome"}
"""Intents whose answer has another word in the mix."""

Files = Mapping[str, bytes]
"""A project: what stands in each file, by name."""


def flattened(text: str) -> str:
    """Training data with an intent for each kind of report, as Rasa's own classifier needs it."""
    flat = KIND.sub(lambda found: f"- intent: {REPORT}{found[1]}", text)
    if re.search(r"^- intent: report$", flat, re.MULTILINE):
        raise ValueError("a report without its kind")
    return flat


def intents_of(texts: Iterable[str]) -> list[str]:
    """Every intent of flattened training data, once, in order of the alphabet."""
    return sorted({name for text in texts for name in INTENT.findall(text)})


def project(fixed: Path, data: Mapping[str, str], placeless: frozenset[str]) -> Files:
    """All files of the project.

    `fixed` is the folder of what never changes, `data` our training data by name, `placeless`
    the kinds of report that need no place.
    """
    flat = {name: flattened(text) for name, text in data.items()}
    intents = sorted({*intents_of(flat.values()), *ACTIONS})
    files = {each.name: each.read_bytes() for each in fixed.glob("*.yml")}
    files["actions.py"] = (fixed / "actions.py").read_bytes()
    files["domain.yml"] = _written(domain(intents))
    files["rules.yml"] = _written({"version": "3.1", "rules": rules(intents, placeless)})
    for name, text in flat.items():
        files[f"nlu/{name}"] = text.encode()
    return files


def domain(intents: Iterable[str]) -> dict[str, Any]:
    """Intents, one form with one question, an answer or an action for every other intent."""
    reports = [each for each in intents if each.startswith(REPORT)]
    spoken = [each for each in intents if each not in ACTIONS and each not in reports]
    asking = [{"active_loop": FORM, "requested_slot": "place"}]
    kinds = [
        {
            "type": "from_intent",
            "intent": each,
            "value": each.removeprefix(REPORT),
            "conditions": [{"active_loop": None}],
        }
        for each in reports
    ]
    return {
        "version": "3.1",
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
        "intents": list(intents),
        "entities": ["ref"],
        "slots": {
            "category": {"type": "text", "influence_conversation": False, "mappings": kinds},
            "place": {
                "type": "text",
                "influence_conversation": False,
                "mappings": [{"type": "from_text", "conditions": asking}],
            },
        },
        "forms": {FORM: {"required_slots": ["place"]}},
        "responses": {
            f"utter_{name}": [{"custom": {"say": SAID.get(name, name)}}]
            for name in (*spoken, "not_understood")
        }
        | {"utter_ask_place": [{"custom": {"say": "ask-place"}}]},
        "actions": ["action_open_ticket", *ACTIONS.values()],
    }


def rules(intents: Iterable[str], placeless: frozenset[str]) -> list[dict[str, Any]]:
    """One rule an intent, and one for the form that has its place."""
    made = [_rule("nlu_fallback", "utter_not_understood")]
    for name in intents:
        if not name.startswith(REPORT):
            made.append(_rule(name, ACTIONS.get(name, f"utter_{name}")))
        elif name.removeprefix(REPORT) in placeless:
            made.append(_rule(name, "action_open_ticket"))
        else:
            made.append(_rule(name, FORM, {"active_loop": FORM}))
    done: list[dict[str, Any]] = [
        {"action": FORM},
        {"active_loop": None},
        {"slot_was_set": [{"requested_slot": None}]},
        {"action": "action_open_ticket"},
    ]
    condition = [{"active_loop": FORM}]
    return [*made, {"rule": "a report is complete", "condition": condition, "steps": done}]


def _rule(intent: str, action: str, *more: dict[str, Any]) -> dict[str, Any]:
    return {"rule": intent, "steps": [{"intent": intent}, {"action": action}, *more]}


def _written(content: Mapping[str, Any]) -> bytes:
    """As YAML: a line for each key, since Rasa looks for its keys at the start of a line."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"- {_json(each)}" for each in value)]
        else:
            lines.append(f"{key}: {_json(value)}")
    return "\n".join([*lines, ""]).encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
