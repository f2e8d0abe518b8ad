"""Reads in the source which keys the code says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent

SAYERS = {
    "act.answer": 0,
    "act.say": 1,
    "tell_resident": 2,
    "tell_staff": 2,
    "talk.line_only": 0,
    "Refused": 0,
    "BadPhoto": 0,
    "Turned": 1,
    "Tell": 0,
    "Say": 1,
    "Button": 0,
    "tap": 0,
    "self._door.text": 1,
    "door.text": 1,
}
"""Calls that take a key, and where it stands."""


@dataclass
class Found:
    """What was found, each with its place in the source."""

    keys: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    """Keys of which a part is a value, as patterns for `fnmatch`."""
    texts: set[str] = field(default_factory=set)
    """Every text in the source, wherever it stands."""


def walk() -> Found:
    """All keys that the bot, its actions and Rasa's questions say."""
    found = Found()
    files = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("actions/**/*.py"), ROOT / "nlu/said.py"]
    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        place = str(file.relative_to(ROOT))
        for scope in _scopes(tree):
            for node in _own(scope):
                for key in _said(node):
                    _note(found, key, scope, f"{place}:{node.lineno}")
        found.texts |= {
            each.value
            for each in ast.walk(tree)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        }
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    found.keys |= dict.fromkeys(_asked(domain["responses"]), "domain.yml")
    return found


def _scopes(tree: ast.AST) -> Iterator[ast.AST]:
    yield tree
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _own(scope: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a scope, without those of the functions in it."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.expr):
            yield child
        yield from _own(child)


def _said(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions that are keys: arguments of a sayer, and `key` or `label` in JSON."""
    if isinstance(node, ast.Call):
        number = SAYERS.get(ast.unparse(node.func))
        if number is not None and number < len(node.args):
            yield node.args[number]
    if isinstance(node, ast.Dict):
        names = [each.value if isinstance(each, ast.Constant) else None for each in node.keys]
        told: dict[object, ast.expr] = dict(zip(names, node.values, strict=True))
        if set(told) == {"key", "facts"}:
            yield told["key"]
        if {"label", "verb"} <= set(told):
            yield told["label"]


def _note(found: Found, node: ast.expr, scope: ast.AST, place: str) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.keys[node.value] = place
    elif isinstance(node, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else "*" for each in node.values]
        found.families["".join(map(str, parts))] = place
    elif isinstance(node, ast.IfExp):
        _note(found, node.body, scope, place)
        _note(found, node.orelse, scope, place)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            _note(found, each, scope, place)
    elif isinstance(node, ast.Name):
        for value in _assigned(node.id, scope):
            _note(found, value, scope, place)


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        targets = node.targets if isinstance(node, ast.Assign) else ()
        if (
            isinstance(node, ast.Assign)
            and not isinstance(node.value, ast.Name)
            and any(isinstance(each, ast.Name) and each.id == name for each in targets)
        ):
            yield node.value


def _asked(responses: Any) -> Iterator[str]:
    """What Rasa's questions say, with the labels of their buttons."""
    if isinstance(responses, dict):
        for name, value in responses.items():
            if name in ("say", "label"):
                yield str(value)
            else:
                yield from _asked(value)
    elif isinstance(responses, list):
        for each in responses:
            yield from _asked(each)
