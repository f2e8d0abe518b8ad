"""The catalogues hold what the code says: all of it, nothing else, the same in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatch

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from actions.readings import OFFERED
from bot.channels.telegram.menus import COMMANDS, GROUP_COMMANDS
from bot.channels.web.labels import LABELS
from bot.core.catalogue import Kind, Urgency
from bot.core.people import CLOSE, SOMEBODY, Role
from bot.core.questions import DOOR
from bot.core.rights import UNITS
from bot.core.tickets import Move, State
from bot.desk.figures import WAYS
from bot.desk.filing import SOURCES
from bot.desk.freetime import CHOICES, PAUSES
from bot.desk.inviting import INVITED
from bot.verbs import QUESTIONS, VERBS
from bot.voice import FOLDER, OWN_NAME, languages
from bot.voice.catalogue import catalogue
from bot.voice.simple import SHORT
from tests.voice.said import walk

DOORS = [each.key for each in DOOR.answers]

FAMILIES: dict[str, Iterable[object]] = {
    "state": State,
    "urgency": Urgency,
    "role": Role,
    "kind": Kind,
    "event": Move,
    "weekday": range(7),
    "month": range(1, 13),
    "welcome": Role,
    "can": set(Role) - {Role.RESIDENT},
    "help": Role,
    "joined": set(Role) - {Role.RESIDENT},
    "digest": ("category", "area"),
    "stats": ("category", "area"),
    "tap-as": INVITED,
    "tap-by": WAYS,
    "tap-free": CHOICES,
    "tap-pause": PAUSES,
    "tap-do": OFFERED,
    "page": (*LABELS, "direction", "language-name"),
    "command": {*COMMANDS, *GROUP_COMMANDS},
    "span": UNITS,
    "door": (*DOORS, "words"),
    "simple": SHORT,
    "source": SOURCES,
    "tap-door": DOORS,
    "whom": set(CLOSE) - {SOMEBODY},
}
"""Keys that end in a code of ours, and the codes."""

CODED = {f"{family}-{code}" for family, codes in FAMILIES.items() for code in codes}
SAID = walk()
RESOURCES = {
    each: FluentResource((FOLDER / f"{each}.ftl").read_text("utf-8")) for each in languages()
}
WANTED = {each: catalogue(FOLDER / f"{each}.ftl").wanted for each in languages()}
HAN = r"[\u3400-\u9fff]"


class Own(Visitor):
    """What a catalogue holds of its own: its words, and the messages that it mentions."""

    def __init__(self, language: str) -> None:
        self.words: list[str] = []
        self.messages: set[str] = set()
        self.visit(RESOURCES[language])

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.words += node.value.splitlines()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.messages.add(node.id.name)


def test_the_walk_through_the_source_finds_what_is_said() -> None:
    assert len(SAID.keys) > 120
    assert {"ask-place", "place-which", "tap-skip-place"} <= set(SAID.keys), "of domain.yml"
    assert {"ticket-opened", "why-nearest", "by-volunteer", "tap-hand-on", "no-such-ticket"} <= set(
        SAID.keys
    )
    assert {"event-*", "tap-do-*", "page-*"} <= set(SAID.families)


@pytest.mark.parametrize("language", languages())
def test_every_key_that_the_code_says_is_in_every_language(language: str) -> None:
    missing = {key: place for key, place in SAID.keys.items() if key not in WANTED[language]}
    assert not missing


@pytest.mark.parametrize("language", languages())
def test_every_family_of_codes_is_complete(language: str) -> None:
    assert CODED - set(WANTED[language]) == set()


def test_every_family_that_the_code_says_is_known_here() -> None:
    families = set(SAID.families) - {f"{OWN_NAME}*"}
    assert {each.removesuffix("-*") for each in families} <= set(FAMILIES)
    assert all(any(fnmatch(key, each) for key in CODED) for each in families)


@pytest.mark.parametrize("language", languages())
def test_nothing_stands_in_a_catalogue_that_is_never_said(language: str) -> None:
    said = set(SAID.keys) | SAID.texts | CODED | Own(language).messages
    assert set(WANTED[language]) - said == set()


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_with_the_same_facts(language: str) -> None:
    assert dict(WANTED[language]) == dict(WANTED["en"])


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_is_read_whole_and_says_each_key_once(language: str) -> None:
    body = RESOURCES[language].body
    assert not [each.content for each in body if isinstance(each, ast.Junk)]
    messages = [each for each in body if isinstance(each, ast.Message)]
    assert all(each.value for each in messages)
    assert len({each.id.name for each in messages}) == len(messages)


def test_every_reading_that_is_offered_is_a_verb_that_a_tap_may_ask_for() -> None:
    for intent in OFFERED:
        verb = VERBS.get(intent)
        assert intent in QUESTIONS or (verb is not None and verb.direct), intent


@pytest.mark.parametrize(
    "flaw",
    [
        rf"{HAN}[,.!?:;()]|[,!?;()]{HAN}",
        rf"{HAN}[A-Za-z]|[A-Za-z]{HAN}",
        rf"{HAN}\d|\d{HAN}",
        rf"{HAN} {HAN}",
        r"[\"']",
        r"\.\.\.|(?<!…)…(?!…)",
        r"你(?!们)",
        r"[，。：；！？、] | [，。：；！？、]",
    ],
)
def test_chinese_is_set_as_chinese_is(flaw: str) -> None:
    usual = re.compile(r"橡树路12号|^\d+月$")  # addresses and dates stand close
    own = [usual.sub("", each) for each in Own("zh").words if re.search(HAN, each)]
    assert own
    assert [each for each in own if re.search(flaw, each)] == []


@pytest.mark.parametrize(
    "flaw", [r"\"|'(?!\w)", r"[。，！？：；（）]", r" [,.!?:;]", r"\b[Rr]esponders?\b", r"\.\.\."]
)
def test_english_is_set_as_english_is(flaw: str) -> None:
    own = [each for each in Own("en").words if not re.search(HAN, each)]
    assert own
    assert [each for each in own if re.search(flaw, each)] == []
