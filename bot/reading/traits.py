"""What tells two reports of one kind apart: numbers of doors and lines, sides, who, colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.core.duplicates import Traits
from bot.reading.sections import SIDES
from bot.reading.text import fold
from bot.reading.tongue import Tongue
from bot.reading.words import Words

SECTION = "apart"

_FIGURES = r"\d{1,4}(?![\d:.]\d)"
_START = r"(?:(?<![^\W_])|(?<=[\u3400-\u9fff])(?<![一二三四五六七八九十百两]))"
"""Where a number begins: not within a word, nor within a number in words."""
_BARE = re.compile(r"(?<![\d:.])\d{1,4}(?![:.]?\d)")


def traits(text: str, place: str | None, words: Words) -> Traits:
    """The traits of a report; `place` is where it says that it is, in its own words."""
    said, where = fold(text), fold(place or "")
    told = words.heard(text)
    numbers = {str(int(each)) for each in _BARE.findall(where)}
    numbers.update(*(_numbers(tongue, said) for tongue in told.tongues))
    whole = f"{said} {where}"
    marks = {each for each in SIDES if told.pattern(SECTION, each).search(whole)}
    again = bool(told.pattern(SECTION, "again").search(said))
    return Traits(frozenset(numbers), frozenset(marks), again)


def _numbers(tongue: Tongue, text: str) -> Iterator[str]:
    for match in _numbered(tongue).finditer(text):
        found = match["behind"] or match["before"]
        yield str(int(found) if found.isdecimal() else _value(tongue, found))


def _value(tongue: Tongue, word: str) -> int:
    return next(value for value, each in _largest(tongue) if each.fullmatch(word))


def _largest(tongue: Tongue) -> list[tuple[int, re.Pattern[str]]]:
    return sorted(tongue.numbers.items(), key=lambda each: -each[0])


@lru_cache(maxsize=64)
def _numbered(tongue: Tongue) -> re.Pattern[str]:
    """A number behind or before what a language calls a house, an entrance, a bus line."""
    known = "".join(f"|(?:{each.pattern})" for _, each in _largest(tongue))
    number = f"(?:{_FIGURES}{known})"
    behind, before = tongue.get(SECTION, "before"), tongue.get(SECTION, "after")
    return re.compile(
        rf"(?:{behind}) ?[№#]? ?(?P<behind>{number})(?![^\W_])"
        rf"|{_START}(?P<before>{number})(?:{before})"
    )
