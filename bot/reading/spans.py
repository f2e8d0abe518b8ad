"""Hours of the day in a sentence: from 5, 17-20, until nine in the evening, 下午五点以后."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.reading.text import level_pattern
from bot.reading.tongue import Tongue, groups
from bot.reading.words import Words

Span = tuple[int, int]
"""From and to, in minutes of the day."""

DAY = 24 * 60

_AFTERNOON_UP_TO = 7
"""An hour up to this one, without more, is in the afternoon or the evening."""


class _Time(NamedTuple):
    """An hour as it was said, the minutes past it, and the part of the day said with it."""

    hour: str
    more: int
    part: str


def take_spans(text: str, words: Words) -> tuple[str, list[Span]]:
    """The text with a mark `#0#` where hours stand, and the hours; `text` is folded."""
    found: list[Span] = []
    for pattern, new in words.all("hours", "rewrite"):
        text = _rewriting(pattern).sub(new, text)
    for key, read in (("range", _range), ("since", _since), ("till", _till)):
        text = _marked(text, words, key, read, found)
    return text, found


def longest(found: list[tuple[int, int, Span]]) -> list[tuple[int, int, Span]]:
    """Of stretches (from, to, what) that lie over one another the longest, the last first."""
    kept: list[tuple[int, int, Span]] = []
    for each in sorted(found, key=lambda each: each[0] - each[1]):
        if not any(each[0] < other[1] and other[0] < each[1] for other in kept):
            kept.append(each)
    return sorted(kept, reverse=True)


def _rewriting(pattern: str) -> re.Pattern[str]:
    return re.compile(level_pattern(pattern))  # `re` keeps what it compiled


def _marked(
    text: str,
    words: Words,
    key: str,
    read: Callable[[Tongue, re.Match[str]], Span | None],
    found: list[Span],
) -> str:
    told = [
        (match.start(), match.end(), span)
        for tongue in words.tongues
        for pattern in tongue.patterns("hours", key)
        for match in pattern.finditer(text)
        if (span := read(tongue, match)) is not None and span[0] < span[1]
    ]
    for start, end, span in longest(told):
        found.append(span)
        text = f"{text[:start]} #{len(found) - 1}# {text[end:]}"
    return text


def _range(tongue: Tongue, match: re.Match[str]) -> Span | None:
    one, other = _times(match)[:2]
    told = any(groups(match, "sure")) or "sure" not in match.re.groupindex
    if not told and not any((one.more, one.part, other.more, other.part, _minutes_in(match))):
        return None
    apart = bool(other.part)
    if tongue.get("hours", "part_first"):
        other, apart = other._replace(part=other.part or one.part), False
    start, end = _minutes(tongue, one), _minutes(tongue, other)
    if start is None or end is None:
        return None
    if apart and not one.part and _is(tongue, "late", other.part):
        start = (_late(tongue, one) if start <= 12 * 60 else None) or start
        start -= 720 if start >= end else 0
    return start, end + 720 if end <= start and end <= 720 and not apart else end


def _late(tongue: Tongue, time: _Time) -> int | None:
    """The minute, were it in the afternoon or the evening."""
    hour = tongue.number(time.hour)
    return _whole(hour + 12 if hour < 12 else hour, time.more)


def _since(tongue: Tongue, match: re.Match[str]) -> Span | None:
    start = _minutes(tongue, _times(match)[0])
    return (start, DAY) if start is not None else None


def _till(tongue: Tongue, match: re.Match[str]) -> Span | None:
    end = _minutes(tongue, _times(match)[0])
    return (0, end) if end is not None else None


def _minutes_in(match: re.Match[str]) -> bool:
    return any(groups(match, "minute"))


def _times(match: re.Match[str]) -> list[_Time]:
    """The times that a pattern found, in order."""
    told = {each: groups(match, each) for each in ("minute", "half", "quarter", "less", "part")}
    found = []
    for i, hour in enumerate(groups(match, "hour")):
        if hour is None:
            continue
        said = {each: values[i] if i < len(values) else None for each, values in told.items()}
        more = int(said["minute"] or 0)
        more += 30 * bool(said["half"]) + 15 * bool(said["quarter"]) - 15 * bool(said["less"])
        found.append(_Time(hour, more, said["part"] or ""))
    return found


def _is(tongue: Tongue, key: str, part: str) -> bool:
    return any(each.match(part) for each in tongue.patterns("hours", key))


def _minutes(tongue: Tongue, time: _Time) -> int | None:
    """The minute of the day; an hour that may be either is the likelier one."""
    hour = tongue.number(time.hour)
    early, late = _is(tongue, "early", time.part), _is(tongue, "late", time.part)
    if hour < 12 and (late or (not time.part and 0 < hour <= _AFTERNOON_UP_TO)):
        hour += 12
    if hour == 12 and early:
        hour = 0
    return _whole(hour, time.more)


def _whole(hour: int, more: int) -> int | None:
    total = hour * 60 + more
    return total if 0 <= total <= DAY else None
