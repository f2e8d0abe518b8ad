"""A project for plain Rasa: Rasa's defaults, our data, and the least that answers the mix."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""In C where there is one."""

REPORT = "report_"
FAQ = "faq"
ABOUT = {"report": REPORT, FAQ: f"{FAQ}/"}
"""What an intent with kinds is called with one: an intent for each kind of report, as Rasa's own
classifier needs it, and a retrieval intent for each topic, as its ResponseSelector does."""
SEED = 7
_MARK = re.compile(r"\[([^\]]+)\]\(\w+\)")
"""A place that is marked: with marks its classifier takes six minutes an epoch instead of one."""
FORM = "report_form"
ACTIONS = {
    "ask_status": "action_ask_status",
    "list_tickets": "action_list_tickets",
    "undo": "action_undo",
}
"""Intents that a custom action answers."""

SAID = {"greet": "welcome"}
"""Intents whose answer has another word in the mix."""

Files = dict[str, bytes]
"""A project: what stands in each file, by name."""


def learned(texts: Iterable[str], most: int | None = None) -> dict[str, list[str]]:
    """The sentences of each intent, at most so many of one: as drawn by lot, always the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for block in yaml.load(text, LOADER)["nlu"]:  # noqa: S506  # a safe loader
            name = block.get("intent")
            if name is None:
                continue
            if name in ABOUT:
                kind = (block.get("metadata") or {}).get("kind")
                if not kind:
                    raise ValueError(f"{name} without its kind")
                name = f"{ABOUT[name]}{kind}"
            found[name] += _MARK.sub(r"\1", block["examples"]).splitlines()
    lot = random.Random(SEED)  # nobody shall guess it
    return {
        name: lines if most is None or len(lines) <= most else sorted(lot.sample(lines, most))
        for name, lines in sorted(found.items())
    }


def _data(sentences: Mapping[str, list[str]]) -> bytes:
    """Training data in Rasa's form."""
    lines = ['version: "3.1"', "nlu:"]
    for name, its in sentences.items():
        lines += [f"- intent: {name}", "  examples: |", *(f"    {each}" for each in its), ""]
    return "\n".join(lines).encode()


def project(
    fixed: Path,
    data: Mapping[str, Sequence[str]],
    placeless: frozenset[str],
    most: int | None = None,
) -> Files:
    """All files of the project.

    `fixed` is the folder of what never changes, `data` the texts of our training data by language,
    `placeless` the kinds of report that need no place, `most` how many sentences of one intent are
    learned in a language.
    """
    flat = {language: learned(texts, most) for language, texts in data.items()}
    names = {name for its in flat.values() for name in its}
    topics = sorted(name for name in names if "/" in name)
    intents = sorted({*(name.partition("/")[0] for name in names), *ACTIONS})
    files = {each.name: each.read_bytes() for each in fixed.glob("*.yml")}
    files["actions.py"] = (fixed / "actions.py").read_bytes()
    files["domain.yml"] = _written(domain(intents, topics))
    files["rules.yml"] = _written({"version": "3.1", "rules": rules(intents, placeless)})
    for language, its in flat.items():
        files[f"nlu/{language}.yml"] = _data(its)
    return files


def domain(intents: Iterable[str], topics: Iterable[str]) -> dict[str, Any]:
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
            f"utter_{name}": [{"custom": {"say": SAID.get(name, name.partition("/")[0])}}]
            for name in (*spoken, *topics, "not_understood")
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
