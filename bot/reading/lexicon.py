"""What words tell of danger and of addresses, as each language's reading.toml says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core.catalogue import Urgency
from bot.errors import Faults
from bot.reading.language import script_in, script_of
from bot.reading.text import plain

FILE = "reading.toml"
LEVELS = (Urgency.EMERGENCY, Urgency.HIGH, Urgency.LOW)
"""In this order; the first that matches decides."""

_VETO = "veto"
_STOP = "."
"""Stands where a veto took a span out, so that the rest stays apart."""

_NEVER = r"(?!)"

_ESCAPED = re.compile(r"\\.")
_SIGNS = re.compile(r"[^\w']|_")

_CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what it tells."""

    pattern: re.Pattern[str]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """How a language numbers doors: what stands before a place's name, and behind it."""

    prefix: re.Pattern[str]
    """To be searched; ends at the end of the text before the name."""
    suffix: re.Pattern[str]
    """To be matched right behind the name."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one language's file says."""

    script: str
    """Asked only of texts with letters of it."""
    vetoes: tuple[Rule, ...]
    levels: tuple[tuple[Rule, ...], ...]
    """For each of `LEVELS`."""
    units: Units
    leave: frozenset[str]
    """What somebody writes who only wants a talk to be over, in small letters without signs."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules of all languages of a deployment; in a mixed sentence each may speak."""

    languages: tuple[str, ...]
    rules: tuple[Rules, ...]

    @property
    def units(self) -> tuple[Units, ...]:
        """How doors are numbered, in all languages."""
        return tuple(each.units for each in self.rules)

    def leaving(self, text: str) -> bool:
        """Whether a text says nothing but goodbye, or that this is over."""
        return any(_bare(text) in each.leave for each in self.rules)

    def urgency(self, text: str) -> tuple[Urgency, str | None]:
        """How urgent a text is by its words alone, and why (a code of the rules)."""
        text = plain(text).lower()
        scripts = {script_in(each) for each in text}
        asked = [each for each in self.rules if each.script in scripts] or self.rules
        for rules in asked:
            for veto in rules.vetoes:
                text = veto.pattern.sub(_STOP, text)
        for number, level in enumerate(LEVELS):
            for rule in (rule for rules in asked for rule in rules.levels[number]):
                if rule.pattern.search(text):
                    return level, rule.why
        return Urgency.NORMAL, None


def load_lexicon(folder: Path, languages: Sequence[str]) -> Lexicon:
    """The rules in `<folder>/<language>/reading.toml`, compiled. Raises Faults with all faults."""
    faults: list[str] = []
    rules = tuple(_read(folder, language, faults) for language in languages)
    if faults:
        raise Faults(faults)
    return Lexicon(tuple(languages), rules)


@dataclass(frozen=True)
class _Page:
    file: str
    table: dict[str, Any]
    faults: list[str]

    def rules(self, room: str) -> Iterator[Rule]:
        rows = self.table.get(room, [])
        if not isinstance(rows, list):
            self._wrong(room, f"no list; write [[{room}]] above each")
            return
        for number, row in enumerate(rows, start=1):
            where = f"{room} {number}"
            if not isinstance(row, dict) or set(row) - {"pattern", "why"}:
                self._wrong(where, 'unknown words; write pattern = ".." and why = ".."')
                continue
            why = row.get("why")
            if room in LEVELS[:2] and not why:
                self._wrong(where, 'nobody could tell why; write why = ".."')
            yield Rule(self._compile(where, row.get("pattern"), "{}"), why)

    def all(self, language: str) -> Rules:
        for room in self.table:
            if room not in (_VETO, *LEVELS, "units", "leave"):
                self._wrong(room, "not known; write veto, emergency, high, low, leave or units")
        return Rules(
            script=script_of(language),
            vetoes=tuple(self.rules(_VETO)),
            levels=tuple(tuple(self.rules(level)) for level in LEVELS),
            units=self.units(),
            leave=self.leave(),
        )

    def leave(self) -> frozenset[str]:
        table = self.table.get("leave", {})
        words = table.get("words", []) if isinstance(table, dict) else None
        if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
            self._wrong("leave", 'no list of words; write words = ["..", ".."]')
            return frozenset()
        return frozenset(_bare(each) for each in words)

    def units(self) -> Units:
        table = self.table.get("units", {})
        if not isinstance(table, dict) or set(table) - {"prefix", "suffix"}:
            self._wrong("units", 'unknown words; write prefix = ".." and suffix = ".."')
            table = {}
        return Units(
            prefix=self._compile("units.prefix", table.get("prefix", _NEVER), r"(?:{})\Z"),
            suffix=self._compile("units.suffix", table.get("suffix", _NEVER), "{}"),
        )

    def _compile(self, where: str, pattern: object, frame: str) -> re.Pattern[str]:
        flags = re.IGNORECASE if where.startswith("units") else _flags(str(pattern))
        try:
            compiled = re.compile(frame.replace("{}", str(pattern)), flags)
        except re.error as fault:
            self._wrong(where, f"this is no pattern: {fault}; mend it")
            return re.compile(_NEVER)
        if not isinstance(pattern, str) or compiled.search(""):
            self._wrong(
                where, "no pattern, or one that matches nothing at all; write one that asks"
            )
        return compiled

    def _wrong(self, where: str, what: str) -> None:
        self.faults.append(f"{self.file}: {where}: {what}")


def _bare(text: str) -> str:
    """A text as `leave` compares it: plain, in small letters, without signs and spaces."""
    return _SIGNS.sub("", plain(text).lower())


def _read(folder: Path, language: str, faults: list[str]) -> Rules:
    file = f"{language}/{FILE}"
    table: dict[str, Any] = {}
    try:
        table = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{file}: the whole file: it is missing; write it, or nobody sees danger")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        faults.append(f"{file}: the whole file: this is no TOML: {fault}; mend the line")
    return _Page(file, table, faults).all(language)


def _flags(pattern: str) -> int:
    """Case counts only for a pattern with capitals: the text comes in small letters.

    Without the flag a search takes half the time.
    """
    return re.IGNORECASE if _CAPITAL.search(_ESCAPED.sub("", pattern)) else 0
