"""When somebody wants a daily message: the hour, the days without it, or none any more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.spans import longest
from bot.reading.text import fold
from bot.reading.tongue import Tongue, groups
from bot.reading.words import Words

ALL = frozenset(range(7))
_WEEKEND = frozenset({5, 6})
_MORE = {"half": 30, "quarter": 15, "less": -15}
"""Minutes that words add to an hour."""

_CLAUSE = re.compile(r"[,，.。;；!！،؛]")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What was understood; all empty when nothing was, or not for sure."""

    hour: int | None = None
    minute: int = 0
    off: frozenset[int] | None = None
    """Weekdays without it (0 is Monday); none of them when it comes every day again."""

    @property
    def clear(self) -> bool:
        """Whether anything was understood."""
        return self.hour is not None or self.off is not None


def find_schedule(text: str, words: Words) -> Schedule:
    """The hour and days that a sentence asks for; empty when it asks for more, or for two."""
    text, words = fold(text), words.heard(text)
    if _tells(words, "either", text):
        return Schedule()
    off = _days_off(text, words)
    times = _times(words.pattern("digest", "before").sub(" ", text), words)
    if len(times) > 1 or (off == ALL and times):
        return Schedule()
    hour, minute = times.pop() if times else (None, 0)
    return Schedule(hour, minute, off)


def _tells(words: Words, key: str, text: str) -> bool:
    return words.pattern("digest", key).search(text) is not None


def _times(text: str, words: Words) -> set[tuple[int, int]]:
    noon = words.pattern("digest", "noon").finditer(text)
    found = [(each.start(), each.end(), (12, 0)) for each in noon]
    for tongue in words.tongues:
        for pattern in tongue.patterns("digest", "at"):
            found += [
                (each.start(), each.end(), _time(tongue, each))
                for each in pattern.finditer(text)
                if _is_time(each)
            ]
    times = {time for _, _, time in longest(found)}
    return {(hour, minute) for hour, minute in times if 0 <= hour < 24 and minute < 60}


def _is_time(match: re.Match[str]) -> bool:
    """Where a pattern has a group `sure`, a number is a time only with that or with more."""
    said = ("sure", "minute", "late", "early", *_MORE)
    told = [value for name in said for value in groups(match, name)]
    return "sure" not in match.re.groupindex or any(told)


def _time(tongue: Tongue, match: re.Match[str]) -> tuple[int, int]:
    hour = tongue.number(next(each for each in groups(match, "hour") if each))
    if hour < 12 and any(groups(match, "late")):
        hour += 12
    minute = next((int(each) for each in groups(match, "minute") if each), 0)
    minute += sum(worth for name, worth in _MORE.items() if any(groups(match, name)))
    return (hour - 1, minute + 60) if minute < 0 else (hour, minute)


def _days_off(text: str, words: Words) -> frozenset[int] | None:
    """Weekdays without it; None when the sentence tells of no days."""
    for clause in _CLAUSE.split(text):
        days = _named_days(clause, words)
        if days and _tells(words, "never", clause):
            return days
        if days and _tells(words, "only", clause):
            return ALL - days
    if _named_days(text, words):
        return None
    if _tells(words, "weekdays", text):
        return _WEEKEND
    if _tells(words, "every_day", text) or _tells(words, "resume", text):
        return frozenset()
    return ALL if _tells(words, "stop", text) else None


def _named_days(text: str, words: Words) -> frozenset[int]:
    found = _days(text, words, "days")
    if len(found) == 1:
        found |= _days(text, words, "more")
    if words.pattern("free", "weekend").search(text):
        found |= _WEEKEND
    return found


def _days(text: str, words: Words, key: str) -> frozenset[int]:
    return frozenset(
        tongue.day(match["day"])
        for tongue in words.tongues
        for pattern in tongue.patterns("digest", key)
        for match in pattern.finditer(text)
    )
