"""The small words of a deployment's languages, as words.toml tells them: numbers, days, near."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.errors import Faults
from bot.reading.sections import PATTERN, PATTERNS, SECTIONS, faults
from bot.reading.text import fold, level_pattern
from bot.reading.tongue import GROUP, Rule, Tongue, apart

FILE = "words.toml"

NLU = Path(__file__).resolve().parents[2] / "nlu"
"""Where the languages of the project lie, a folder each."""

NEVER = r"(?!)"

_PIECE = re.compile(r"\{([a-z_]+)\}")
_TELLING = 2
"""Small words of a language from which on it may be the only one of its script."""

_DEEP = 5
"""How often a piece may stand in a piece."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of all languages of a deployment; in a mixed sentence each may speak."""

    tongues: tuple[Tongue, ...]
    kept: dict[tuple[str, str, str], re.Pattern[str]] = field(default_factory=dict, repr=False)

    def pattern(self, section: str, key: str, frame: str = "{}") -> re.Pattern[str]:
        """What one of the languages says; `frame` is a pattern round it, {} where it stands."""
        name = (section, key, frame)
        if name not in self.kept:
            self.kept[name] = re.compile(frame.replace("{}", self.source(section, key)))
        return self.kept[name]

    def heard(self, text: str) -> Words:
        """The words of those languages that a text may be in, where small words tell them apart.

        "Mon" is a day in English, and "my" in French.
        """
        alike = [each for each in self.tongues if each.small]
        if len(alike) < 2:
            return self
        low = text.casefold().replace("’", "'")
        told = {each.language: each.small_in(low) for each in alike}
        most = max(told.values())
        if most < _TELLING:
            return self
        far = {language for language, count in told.items() if 2 * count < most}
        return _only(
            self, tuple(each.language for each in self.tongues if each.language not in far)
        )

    def source(self, section: str, key: str) -> str:
        """The pattern of all languages as text, without named groups."""
        found = [each.get(section, key) for each in self.tongues]
        listed = [GROUP.sub("(?:", each) for each in found if each]
        return f"(?:{'|'.join(f'(?:{each})' for each in listed) or NEVER})"

    def all(self, section: str, key: str) -> list[Any]:
        """The values of a key that is a list, of all languages."""
        return [value for each in self.tongues for value in each.get(section, key, [])]


def load_words(folder: Path, languages: Sequence[str]) -> Words:
    """The words in `<folder>/<language>/words.toml`. Raises Faults with all faults."""
    wrong: list[str] = []
    tongues = [_read(folder, language, wrong) for language in languages]
    if wrong:
        raise Faults(wrong)
    return Words(tuple(each for each in tongues if each is not None))


@lru_cache(maxsize=32)
def words_of(languages: tuple[str, ...]) -> Words:
    """The words of these languages, read once; one that has no file yet is silent.

    Raises Faults when a file has faults.
    """
    there = [each for each in languages if (NLU / each / FILE).exists()]
    return load_words(NLU, there)


def known() -> tuple[str, ...]:
    """The languages that the project has words of, deployed or not."""
    return tuple(sorted(each.parent.name for each in NLU.glob(f"*/{FILE}")))


def _read(folder: Path, language: str, wrong: list[str]) -> Tongue | None:
    file = f"{language}/{FILE}"
    try:
        table = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        wrong.append(
            f"{file}: the whole file: it is missing; write it, or plain words mean nothing"
        )
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        wrong.append(f"{file}: the whole file: this is no TOML: {fault}; mend the line")
        return None
    found = [f"{file}: {where}: {what}" for where, what in faults(table)]
    found = found or list(_broken(file, table))
    wrong += found
    return None if found else _tongue(language, table)


def _broken(file: str, table: Mapping[str, Any]) -> list[str]:
    """What is no pattern, or names a piece that there is not."""
    told = []
    for where, pattern in _patterns(table):
        try:
            compiled = re.compile(apart(_whole(pattern, _pieces(table))))
        except (re.error, KeyError) as fault:
            told.append(f"{file}: {where}: this is no pattern, or names no piece: {fault}; mend it")
            continue
        if compiled.search("") and where != "near.glue":
            told.append(f"{file}: {where}: it matches nothing at all; write one that asks")
    return told


def _patterns(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for section, keys in SECTIONS.items():
        for key, value in table.get(section, {}).items():
            kind = keys.get(key, keys.get(f"{key}?", keys.get("*")))
            if kind in (PATTERN, PATTERNS) and section != "pieces":
                listed = [value] if isinstance(value, str) else value
                found += [(f"{section}.{key}", each) for each in listed]
    found += [("hours.rewrite", old) for old, _ in table["hours"].get("rewrite", [])]
    rules = enumerate(table.get("until", {}).get("rule", []), start=1)
    return found + [(f"until.rule {number}", str(row["pattern"])) for number, row in rules]


def _tongue(language: str, table: Mapping[str, Any]) -> Tongue:
    pieces = _pieces(table)
    whole = {section: _filled(section, table[section], pieces) for section in table}
    days, lasting = table["days"], table["lasting"]
    return Tongue(
        language,
        whole,
        {int(each): _full(said) for each, said in sorted(table["numbers"].items(), key=_least)},
        tuple(_full("|".join(each)) for each in _paired(days)),
        tuple(map(_full, table["months"]["names"])),
        tuple(_full(lasting[each]) for each in ("day", "week", "month")),
        tuple(_rule(row, pieces) for row in table["until"]["rule"]),
    )


def _least(item: tuple[str, str]) -> int:
    return int(item[0])


def _full(pattern: str) -> re.Pattern[str]:
    return re.compile(level_pattern(pattern))


def _rule(row: Mapping[str, Any], pieces: Mapping[str, str]) -> Rule:
    number = next((int(row[each]) for each in ("days", "weeks", "months") if each in row), 0)
    return Rule(re.compile(apart(_whole(row["pattern"], pieces))), row["means"], number)


def _filled(section: str, keys: Mapping[str, Any], pieces: Mapping[str, str]) -> dict[str, Any]:
    """A section with the pieces put in where it holds patterns."""
    kinds = SECTIONS[section]
    whole: dict[str, Any] = {}
    for key, value in keys.items():
        kind = kinds.get(key, kinds.get(f"{key}?", kinds.get("*")))
        if kind == PATTERN:
            whole[key] = _whole(value, pieces)
        elif kind == PATTERNS:
            whole[key] = [_whole(each, pieces) for each in value]
        else:
            whole[key] = value
    return whole


def _paired(days: Mapping[str, Any]) -> list[tuple[str, ...]]:
    short = days.get("short") or [NEVER] * 7
    return list(zip(days["full"], short, strict=True))


def _pieces(table: Mapping[str, Any]) -> dict[str, str]:
    """What may stand in braces: the file's own pieces, and what all languages have."""
    numbers = sorted(table["numbers"].items(), key=_least, reverse=True)
    lasting = table["lasting"]
    few = [said for number, said in numbers if int(number) <= 5]
    return {
        **table.get("pieces", {}),
        "number": rf"(?P<number>\d{{1,2}}|{'|'.join(said for _, said in numbers)})",
        "star": rf"(?<![\d.,/a-zа-яء-ي])(?P<star>[1-5]|{'|'.join(few)})",
        "weekday": f"(?P<day>{'|'.join(table['days']['full'])})",
        "day": f"(?P<day>{'|'.join('|'.join(each) for each in _paired(table['days']))})",
        "month": f"(?P<month>{'|'.join(table['months']['names'])})",
        "unit": f"(?P<unit>{lasting['day']}|{lasting['week']}|{lasting['month']})",
        "time": table["hours"]["time"],
        "person": "{person}",
    }


def _whole(pattern: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its pieces put in, levelled. Raises KeyError when one is not known."""
    for _ in range(_DEEP):
        pattern = _PIECE.sub(lambda found: pieces[found[1]], pattern)
    return level_pattern(pattern)


@lru_cache(maxsize=256)
def _only(words: Words, languages: tuple[str, ...]) -> Words:
    return Words(tuple(each for each in words.tongues if each.language in languages))


def said_in(words: Words, section: str, key: str, text: str) -> bool:
    """Whether a text says what a key's pattern asks for, in one of the languages."""
    return words.pattern(section, key).search(fold(text)) is not None
