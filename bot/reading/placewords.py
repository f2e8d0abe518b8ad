"""The small words round a place's name: near, opposite, the corner of, I live in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.words import Words

REACH = 60
"""Characters round a name that are looked at."""

COMMA = re.compile(r"[,，、;；،؛]")

_BEFORE = r"(?:{})\Z"
_WHOLE = r"\A(?:{})\Z"
_SIGNS = r"[\s,，、;；:：()（）·/،؛-]"
_AND = r"\A\s*(?:[&/x×@、+-]|{})\s*\Z"
_TO = r"\A\s*(?:[~～–]|—+|{})\s*\Z"

_WITHIN = re.compile(r"(?<=[^\W\d_\u3040-\u9fff])[^\W\d_\u3040-\u9fff]")
"""Within a word, in scripts that have words."""

_LETTER = re.compile(r"\s*[^\W\d_]\Z")

_DOOR = re.compile(r"(?:\A|(?<=\d))[\s,;/.،-]*\d{1,5}(?:\s?[-/–]\s?\d{1,5})?\s*\Z")
"""A bare number behind a name, or behind another number of a door."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The small words of a deployment's languages, for text that `level` made."""

    near_before: re.Pattern[str]
    """To be searched; ends at the end of the text before the name."""
    near_after: re.Pattern[str]
    part_after: re.Pattern[str]
    corner_before: re.Pattern[str]
    corner_after: re.Pattern[str]
    both: re.Pattern[str]
    """Stands between two streets that meet."""
    until: re.Pattern[str]
    """Stands between the ends of a stretch."""
    glue: re.Pattern[str]
    """What may stand between two names that tell one place together."""
    home: re.Pattern[str]
    """Stands before where a person lives, which may not be what they write about."""
    counted: re.Pattern[str]
    """Behind a number it is no door: three weeks, 12 lamps."""

    def without_count(self, text: str, start: int, end: int) -> int:
        """The end of a stretch of doors, before a last number that counts what follows it."""
        if _WITHIN.match(text, end):  # 3 d|ías
            end = start + len(_LETTER.sub("", text[start:end]))
        if not self.counted.match(text, end):
            return end
        found = _DOOR.search(text[start:end])
        return start + found.start() if found else end


@lru_cache(maxsize=32)
def place_words(words: Words) -> PlaceWords:
    """The small words of these languages, compiled once."""
    glue = "|".join(words.source("near", each) for each in ("glue", "after"))
    return PlaceWords(
        near_before=words.pattern("near", "before", _BEFORE),
        near_after=words.pattern("near", "after"),
        part_after=words.pattern("near", "part_after"),
        corner_before=words.pattern("near", "corner_before", _BEFORE),
        corner_after=words.pattern("near", "corner_after"),
        both=words.pattern("near", "and", _AND),
        until=words.pattern("near", "to", _TO),
        glue=re.compile(_WHOLE.replace("{}", f"(?:{_SIGNS}|{glue})*")),
        home=words.pattern("near", "home", _BEFORE),
        counted=words.pattern("near", "counted", r"\s*{}"),
    )
