"""A language's catalogue: its messages, and the facts that each of them wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

DIRECTION = "page-direction"
"""The message that tells where a language's lines go: ltr or rtl."""


@dataclass(frozen=True)
class Catalogue:
    """What is said in a language."""

    bundle: FluentBundle
    wanted: Mapping[str, frozenset[str]]
    """For each key the facts that it shows or chooses its words by."""
    leftward: bool = False
    """Whether it is written from right to left."""

    def format(self, key: str, shown: Mapping[str, Any]) -> tuple[str, list[str]]:
        """The message with what stands for its facts, and what went wrong."""
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            return "", ["it has no words"]
        text, errors = self.bundle.format_pattern(pattern, dict(shown))
        return str(text), [str(each) for each in errors]


@cache
def catalogue(path: Path) -> Catalogue:
    """The catalogue in a file that is named after its language."""
    resource = FluentResource(path.read_text("utf-8"))
    # Fluent's own isolation marks would stand round every fact in every language, also in what
    # people copy. Where they are needed, from right to left, `filling.isolated` sets them.
    bundle = FluentBundle([path.stem], use_isolating=False)
    bundle.add_resource(resource)
    return Catalogue(bundle, _wanted(resource), _is_leftward(bundle))


def _is_leftward(bundle: FluentBundle) -> bool:
    if not bundle.has_message(DIRECTION):
        return False
    pattern = bundle.get_message(DIRECTION).value
    return pattern is not None and bundle.format_pattern(pattern)[0] == "rtl"


def _wanted(resource: ast.Resource) -> Mapping[str, frozenset[str]]:
    found = {
        each.id.name: _Mentions.of(each) for each in resource.body if isinstance(each, ast.Message)
    }
    return {
        key: frozenset(own.facts).union(*(found[each].facts for each in own.messages))
        for key, own in found.items()
    }


class _Mentions(Visitor):
    """The facts, and the other messages, that a message mentions."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.messages: set[str] = set()

    @classmethod
    def of(cls, message: ast.Message) -> _Mentions:
        found = cls()
        found.visit(message)
        return found

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.messages.add(node.id.name)
