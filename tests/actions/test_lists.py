"""The names that the actions know are those of the domain, the rules and the verbs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa_sdk.executor import ActionExecutor

from actions import forms
from actions.everyone import PUT_RIGHT
from actions.readings import OFFERED
from actions.verb import CLEARED
from bot.verbs import QUESTIONS, VERBS

ROOT = Path(__file__).parents[2]


def load(name: str) -> dict[str, Any]:
    found = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


DOMAIN = load("domain.yml")
RULES = load("stories/rules.yml")["rules"]


def test_every_intent_has_one_rule_and_its_action_exists() -> None:
    first = [rule["steps"][0].get("intent") for rule in RULES]
    assert sorted(each for each in first if each) == sorted(DOMAIN["intents"])
    done = {step["action"] for rule in RULES for step in rule["steps"] if "action" in step}
    assert done <= {*DOMAIN["actions"], *DOMAIN["forms"]}


def test_the_domain_lists_exactly_the_actions_that_there_are() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    ours = {name for name in executor.actions if name.startswith(("action_", "validate_"))}
    assert ours == set(DOMAIN["actions"])


def test_every_tap_that_goes_to_rasa_is_an_intent() -> None:
    assert set(DOMAIN["intents"]) >= QUESTIONS


def test_lists_of_intents_name_intents() -> None:
    named = forms.PLACE_LIKE | OFFERED | {each["intent"] for each in PUT_RIGHT}
    assert named <= set(DOMAIN["intents"])


def test_every_offered_reading_can_be_tapped() -> None:
    tapped = OFFERED | {each["intent"] for each in PUT_RIGHT}
    direct = {name for name, verb in VERBS.items() if verb.direct}
    assert tapped <= direct | QUESTIONS


def test_every_slot_but_rasas_own_is_cleared() -> None:
    assert set(CLEARED) == set(DOMAIN["slots"])


def test_every_question_has_a_key_and_a_form() -> None:
    for name, variants in DOMAIN["responses"].items():
        assert any(name.startswith(f"utter_ask_{form}_") for form in DOMAIN["forms"])
        assert all(set(each) <= {"custom", "condition"} for each in variants)
        assert all("say" in each["custom"] for each in variants)
