"""When a volunteer can help, from a sentence: weekends, after 5, not on Mondays, until Friday."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.reading.dates import find_until
from bot.reading.spans import DAY, Span, take_spans
from bot.reading.text import plain

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


_PARTS_OF_DAY = {
    r"\bmornings?\b|早上|上午|早晨": (8 * 60, 12 * 60),
    r"\bafternoons?\b|下午": (12 * 60, 18 * 60),
    r"\b(?:evenings?|nights?|after work)\b|晚上|傍晚|夜里|夜晚|下班[以之]?后": (18 * 60, 22 * 60),
    r"\b(?:daytime|in the day|during the day)\b|白天": (9 * 60, 17 * 60),
    r"\b(?:noon|lunch ?times?)\b|中午|午间": (11 * 60, 14 * 60),
}
_EN_DAY = r"mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun"
_TO = r"\s*(?:-|–|to|through|till)\s*"
_DAY = re.compile(rf"\b({_EN_DAY})(?:days?)?\b(?:{_TO}({_EN_DAY})(?:days?)?\b)?")
_CODE = r"mo|tu|we|th|fr|sa|su"
_CODED = re.compile(rf"\b({_CODE})\s?[-–]\s?({_CODE})\b")
_ZH_DAY = re.compile(
    r"(?:周|星期|礼拜)([一二三四五六日天]+)(?:[到至~-](?:周|星期|礼拜)?([一二三四五六日天]))?"
)
_TOGETHER = re.compile(
    rf"(?:(?<=day)|(?<=days)|(?<=[一二三四五六日天]))(?:,? (?:and|or) |, ?|[、和或，])"
    rf"(?=(?:on )?(?:{_EN_DAY})(?:days?|s)?\b|(?:周|星期|礼拜)[一二三四五六日天])"
)
"""What stands between days that belong together: "Tuesday and Thursday mornings"."""

_SETS = {
    r"\bweek ?ends?\b|周末|双休日|休息日": range(5, 7),
    r"\b(?:week ?days?|work(?:ing)? ?days?|during the week)\b|工作日|平日|平时|平常": range(5),
    r"\b(?:every ?day|daily|all week)\b|每天|天天|每日": range(7),
}
_ALWAYS = re.compile(
    r"\b(?:any ?time|always|whenever|24/7|around the clock|all day|any day|flexible)\b"
    r"|随时|任何时[间候]|什么时候都|都有空|都有时间|都行|都可以|全天|一直有空|整天"
)
_OTHERWISE = re.compile(
    r"\b(?:other times?|otherwise|rest of the)\b|其[他它]时间|别的时间|其余时间"
)
_OFF_WORK = re.compile(
    r"\b(?:do not|don't|not) work(?:ing)?\b|\bday off\b|\boff work\b|不用?上班|不加班|下班"
)
_NOT = re.compile(
    r"\b(?:not?|never|except|without|can'?t|cannot|won't|don'?t|isn't|unavailable|nothing)\b"
    r"|不|没空|没有空|没时间|别|除了|除去"
)
_AT_WORK = re.compile(
    r"\b(?:i work|at work|working|busy)\b(?! from home)|上班|加班|上课|[送接]孩子|(?<!帮)忙"
)
_CLAUSES = re.compile(
    r"[,;。!?，；、！？\n]|\.(?=\s|$)|\b(?:and|but|or)\b|但是?|以及|还有|(?<![温暖])和(?![平谐])"
)
_PAUSE = re.compile(
    r"\b(?:away|paused?|holidays?|vacation|travel\w*|trip|sick|ill|flu|exams?|rota"
    r"|not (?:around|here|in town)|leave me out|break)\b"
    r"|暂停|先别|先不|先停|停一停|出差|出门|请假|不在|忙碌|生病|感冒|考试|旅游|旅行|度假"
    r"|老家|住院"
)
"""Words of somebody who goes away for a while."""

_NONE = re.compile(
    r"\b(?:unavailable|busy|not (?:available|free)|no (?:more )?tasks?|no time"
    r"|(?:don't|do not|stop) (?:ask|send|writ|count|offer|notify|bother)\w*"
    r"|(?:can't|cannot|won't|can not) (?:take|help|do|come|be))\b"
    r"|(?<!帮)忙|别派|别给我|不要派|不要给我|不用通知|不用派|没空|没时间|再说|不方便"
)
"""Words that are a pause only with an end: they may be about a day of each week, or a kind."""

_BACK = re.compile(
    r"\b(?:i'?m back|i am back|back again|resume|unpause|(?:available|free|here) again)\b"
    r"|回来了|恢复|又有空|又能|又可以|重新开始|可以再派|继续派"
)
_ENDS = re.compile(r"(?:until|till|til|up to) |[到等]|直到")
"""How an answer to "until when?" begins."""

_NOW = re.compile(r"\b(?:today|tonight)\b|今[天晚儿]")
_UNCLEAR = re.compile(
    r"\b(?:at most|most one|per week|school holidays|at least|once a)\b"
    r"|最多|每周[一二两三\d]|一周[一二两三]|寒假|暑假"
)
"""How much, not when; or a time that nobody but their city knows."""


def find_free(text: str, now: datetime) -> Free:
    """What a sentence says of when its writer can help; `now` is in the city's time.

    Pure; raises nothing. What is said once for a day ("this Friday") counts for every week.
    """
    said = plain(text).casefold().replace("’", "'")
    if _UNCLEAR.search(said):
        return Free()
    back, away = _BACK.search(said), _PAUSE.search(said)
    ends = bool(back or away or _NONE.search(said) or _ENDS.match(said))
    until = find_until(_NOW.sub(" ", said) if back else said, now) if ends else None
    if until is not None:
        return Free(until=until)
    if away and not back:
        return Free(pause=True)
    return Free(hours=find_hours(said), back=bool(back))


def find_hours(said: str) -> str | None:
    """The hours of a week that a text allows, as a city writes them; "" is always."""
    said, spans = take_spans(said)
    yes: Week = [0] * 7
    no: Week = [0] * 7
    told = False
    for clause in _CLAUSES.split(_TOGETHER.sub(" ", said)):
        if _OTHERWISE.search(clause):
            no, yes = [a | b for a, b in zip(no, yes, strict=True)], [0] * 7
            continue
        week = _week(clause, spans)
        if week is None:
            continue
        told = True
        which = no if _is_no(clause) else yes
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


def _is_no(clause: str) -> bool:
    """Whether it says when not; "on Saturdays I don't work" says when."""
    rest = _OFF_WORK.sub(" ", clause)
    return bool(_NOT.search(rest) or _AT_WORK.search(rest))


def _week(clause: str, spans: list[Span]) -> Week | None:
    """The minutes that a clause is about; None when it is about no time."""
    days, hours = _days(clause), _hours(clause, spans)
    if not days and not hours:
        return [EVER] * 7 if _ALWAYS.search(clause) else None
    return [hours or EVER if not days or number in days else 0 for number in range(7)]


def _hours(clause: str, spans: list[Span]) -> int:
    """The minutes of a day; hours by the clock go before "in the evening"."""
    told = [spans[int(each)] for each in re.findall(r"#(\d+)#", clause)]
    if not told:
        told = [span for part, span in _PARTS_OF_DAY.items() if re.search(part, clause)]
    return _mask(told)


def _mask(spans: Iterable[Span]) -> int:
    minutes = 0
    for start, end in spans:
        minutes |= ((1 << (end - start)) - 1) << start
    return minutes


def _set_days(clause: str) -> set[int]:
    return {day for name, days in _SETS.items() if re.search(name, clause) for day in days}


def _days(clause: str) -> set[int]:
    found = _set_days(clause)
    for first, last in (*_DAY.findall(clause), *_CODED.findall(clause)):
        found |= _between(_number(first), _number(last) if last else _number(first))
    for signs, last in _ZH_DAY.findall(clause):
        numbers = [min("一二三四五六日天".index(sign), 6) for sign in signs]
        end = min("一二三四五六日天".index(last), 6) if last else numbers[-1]
        found |= {*numbers, *_between(numbers[-1], end)}
    return found


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
