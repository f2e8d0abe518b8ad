"""When a volunteer can help, from a sentence: weekends, after 5, not on Mondays, until Friday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from bot.reading.dates import find_until
from bot.reading.spans import DAY, Span, take_spans
from bot.reading.text import fold
from bot.reading.tongue import Tongue, groups
from bot.reading.words import Words

CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Days of the week as a city writes them."""

EVER = (1 << DAY) - 1
"""A day as a number with a bit for each minute."""

Week = list[int]
"""The free minutes of each day; the first is Monday."""


@dataclass(frozen=True, slots=True)
class Free:
    """What a sentence says of somebody's time; nothing of it when it says nothing clear."""

    hours: str | None = None
    """As a city writes opening hours; "" is always."""
    until: datetime | None = None
    """When a pause ends."""
    pause: bool = False
    """Whether it asks for a pause without saying how long."""
    back: bool = False
    """Whether a pause is over."""

    def __bool__(self) -> bool:
        return self != Free()


_PARTS: Mapping[str, Span] = {
    "morning": (8 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (18 * 60, 22 * 60),
    "daytime": (9 * 60, 17 * 60),
    "noon": (11 * 60, 14 * 60),
}
_SETS = {"weekend": range(5, 7), "weekdays": range(5), "every_day": range(7)}
_CODE = "mo|tu|we|th|fr|sa|su"
_CODED = re.compile(rf"\b({_CODE})\s?[-–]\s?({_CODE})\b")
_SIGNS = r"[,;。!?，；、！？،؛؟]|\.(?=\s|$)|{}"
"""What ends a clause in any language, and where a language's own words for it stand."""


def find_free(text: str, now: datetime, words: Words) -> Free:
    """What a sentence says of when its writer can help; `now` is in the city's time.

    Pure; raises nothing. What is said once for a day ("this Friday") counts for every week.
    """
    said, words = fold(text), words.heard(text)
    if _tells(words, "unclear", said):
        return Free()
    back, away = _tells(words, "back", said), _tells(words, "pause", said)
    ends = back or away or _tells(words, "none", said) or words.pattern("free", "ends").match(said)
    rest = words.pattern("free", "now").sub(" ", said) if back else said
    until = find_until(rest, now, words) if ends else None
    if until is not None:
        return Free(until=until)
    if away and not back:
        return Free(pause=True)
    return Free(hours=find_hours(said, words), back=back)


def find_hours(said: str, words: Words) -> str | None:
    """The hours of a week that a folded text allows, as a city writes them; "" is always."""
    said, spans = take_spans(said, words)
    yes: Week = [0] * 7
    no: Week = [0] * 7
    told = False
    for clause in words.pattern("free", "clause", _SIGNS).split(_together(said, words)):
        if _tells(words, "otherwise", clause):
            no, yes = [a | b for a, b in zip(no, yes, strict=True)], [0] * 7
            continue
        week = _week(clause, spans, words)
        if week is None:
            continue
        told = True
        which = no if _is_no(clause, words) else yes
        which[:] = [a | b for a, b in zip(which, week, strict=True)]
    if not told:
        return None
    free = [(a if any(yes) else EVER) & ~b for a, b in zip(yes, no, strict=True)]
    return write_hours(free) if any(free) else None


def write_hours(week: Iterable[int]) -> str:
    """Opening hours as a city writes them; "" when it is every minute of the week."""
    days = [",".join(_runs(each)) for each in week]
    if set(days) == {"00:00-24:00"}:
        return ""
    groups: dict[str, list[int]] = {}
    for number, hours in enumerate(days):
        if hours:
            groups.setdefault(hours, []).append(number)
    return "; ".join(f"{','.join(_day_runs(each))} {hours}" for hours, each in groups.items())


def _tells(words: Words, key: str, text: str) -> bool:
    return words.pattern("free", key).search(text) is not None


def _together(said: str, words: Words) -> str:
    """The text with a plus for what stands between days that belong together: "and", a comma."""
    found = sorted(
        (match.start(), match.end())
        for tongue in words.tongues
        for pattern in tongue.patterns("days", "found")
        for match in pattern.finditer(said)
    )
    joint = words.pattern("days", "joint")
    for (_, end), (start, _) in reversed(list(pairwise(found))):
        if end <= start and joint.fullmatch(said, end, start):
            said = f"{said[:end]}+{said[start:]}"
    return said


def _is_no(clause: str, words: Words) -> bool:
    """Whether it says when not; "on Saturdays I don't work" says when."""
    rest = words.pattern("free", "off_work").sub(" ", clause)
    return _tells(words, "never", rest) or _tells(words, "at_work", rest)


def _week(clause: str, spans: list[Span], words: Words) -> Week | None:
    """The minutes that a clause is about; None when it is about no time."""
    days, hours = _days(clause, words), _hours(clause, spans, words)
    if not days and not hours:
        return [EVER] * 7 if _tells(words, "always", clause) else None
    return [hours or EVER if not days or number in days else 0 for number in range(7)]


def _hours(clause: str, spans: list[Span], words: Words) -> int:
    """The minutes of a day; hours by the clock go before "in the evening"."""
    told = [spans[int(each)] for each in re.findall(r"#(\d+)#", clause)]
    if not told:
        told = [
            span for part, span in _PARTS.items() if words.pattern("parts", part).search(clause)
        ]
    return _mask(told)


def _mask(spans: Iterable[Span]) -> int:
    minutes = 0
    for start, end in spans:
        minutes |= ((1 << (end - start)) - 1) << start
    return minutes


def _days(clause: str, words: Words) -> set[int]:
    found = {day for name, days in _SETS.items() if _tells(words, name, clause) for day in days}
    for first, last in _CODED.findall(clause):
        found |= _between(_number(first), _number(last))
    for tongue in words.tongues:
        for pattern in tongue.patterns("days", "found"):
            for match in pattern.finditer(clause):
                found |= days_in(tongue, match)
    return found


def days_in(tongue: Tongue, match: re.Match[str]) -> set[int]:
    """The weekdays of a match: `day`, up to `day2`, and each sign of `run` before them."""
    first, *more = (tongue.day(each) for each in groups(match, "day") if each)
    runs = [tongue.day(sign) for run in groups(match, "run") if run for sign in run]
    return {*runs, *_between(first, more[-1] if more else first)}


def _number(name: str) -> int:
    return next(i for i, code in enumerate(CODES) if name.startswith(code.casefold()))


def _between(first: int, last: int) -> set[int]:
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def _runs(minutes: int) -> list[str]:
    """The stretches of a day: "18:00-22:00"."""
    edges = [at for at in range(DAY + 1) if _bit(minutes, at) != _bit(minutes, at - 1)]
    clocks = [f"{at // 60:02}:{at % 60:02}" for at in edges]
    return [f"{start}-{end}" for start, end in zip(clocks[::2], clocks[1::2], strict=True)]


def _bit(minutes: int, at: int) -> int:
    return minutes >> at & 1 if at >= 0 else 0


def _day_runs(days: list[int]) -> list[str]:
    """Days in a row as Mo-Fr; two in a row or one each by itself."""
    rows = [
        [day for _, day in group]
        for _, group in groupby(enumerate(days), lambda each: each[1] - each[0])
    ]
    return [
        f"{CODES[row[0]]}-{CODES[row[-1]]}" if len(row) > 2 else ",".join(CODES[i] for i in row)
        for row in rows
    ]
