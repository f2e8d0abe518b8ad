"""One language's words, as its words.toml says, and how they are looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
GROUP = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """When something is over, as one pattern tells it: `number` with `means` (see UNTIL)."""

    pattern: re.Pattern[str]
    means: str
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language's words; patterns are for text that `fold` or `level` made."""

    language: str
    table: Mapping[str, Mapping[str, Any]] = field(repr=False)
    """The file, with the pieces in braces put in."""
    numbers: Mapping[int, re.Pattern[str]] = field(repr=False)
    days: tuple[re.Pattern[str], ...] = field(repr=False)
    months: tuple[re.Pattern[str], ...] = field(repr=False)
    units: tuple[re.Pattern[str], ...] = field(repr=False)
    until: tuple[Rule, ...] = field(repr=False)
    kept: dict[tuple[str, str], tuple[re.Pattern[str], ...]] = field(
        default_factory=dict, repr=False
    )
    sets: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def get(self, section: str, key: str, default: Any = None) -> Any:
        """A value of the file as it stands there."""
        return self.table.get(section, {}).get(key, default)

    @property
    def small(self) -> frozenset[str]:
        """Words that only tell the language; none where its script does."""
        return self.sets.setdefault("small", frozenset(self.get("language", "small", "").split()))

    def small_in(self, text: str) -> int:
        """How many small words, and letters of its own, are in a text in small letters."""
        letters = self.get("language", "letters", "")
        words = _WORD.findall(text)
        return sum(each in self.small for each in words) + sum(each in letters for each in text)

    def in_latin(self, word: str) -> bool:
        """Whether a word is known as this language's, typed in letters that are not its own."""
        words = self.sets.setdefault("latin", frozenset(self.get("language", "latin", "").split()))
        return word in words

    def looks_latin(self, word: str) -> bool:
        """Whether a word looks like this language's, typed in letters that are not its own."""
        return any(each.fullmatch(word) for each in self.patterns("language", "latin_look"))

    def patterns(self, section: str, key: str) -> tuple[re.Pattern[str], ...]:
        """The patterns of a key, with their groups; none where the file has none."""
        if (section, key) not in self.kept:
            found = self.get(section, key, [])
            listed = [found] if isinstance(found, str) else found
            self.kept[section, key] = tuple(re.compile(apart(each)) for each in listed)
        return self.kept[section, key]

    def number(self, said: str) -> int:
        """A number in figures or words; 0 when it is none."""
        if said.isdecimal():
            return int(said)
        return next((each for each, words in self.numbers.items() if words.fullmatch(said)), 0)

    def day(self, said: str) -> int:
        """The number of a weekday; 0 is Monday. Raises StopIteration when it is none."""
        return next(i for i, words in enumerate(self.days) if words.fullmatch(said))

    def month(self, said: str) -> int:
        """The number of a month, by its name or in figures; 0 when it is none."""
        if said.isdecimal():
            return int(said)
        return next((i for i, words in enumerate(self.months, 1) if words.fullmatch(said)), 0)

    def unit(self, said: str) -> int:
        """The days of a unit of time: 1, 7 or 30."""
        return next(
            days for days, each in zip((1, 7, 30), self.units, strict=True) if each.fullmatch(said)
        )


def apart(pattern: str) -> str:
    """A pattern in which a group's name that comes again gets a number: hour, hour2."""
    seen: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        seen[found[1]] = count = seen.get(found[1], 0) + 1
        return f"(?P<{found[1]}{count if count > 1 else ''}>"

    return GROUP.sub(named, pattern)


def groups(match: re.Match[str], name: str) -> list[str | None]:
    """What the groups of one name hold, in order: hour, hour2 and so on."""
    found, number = [], 1
    while f"{name}{number if number > 1 else ''}" in match.re.groupindex:
        found.append(match[f"{name}{number if number > 1 else ''}"])
        number += 1
    return found
