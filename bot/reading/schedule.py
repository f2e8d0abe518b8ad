"""When somebody wants a daily message: the hour, the days without it, or none any more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.text import plain

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "一": 1, "两": 2, "二": 2, "三": 3,
    "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HAN_DAYS = "一二三四五六日"
ALL = frozenset(range(7))
_WEEKEND, _WEEKDAYS = frozenset({5, 6}), frozenset(range(5))

_LATER = r"(?:p\.?m\b\.?|(?:in the |every )?(?:evening|afternoon|night)|tonight)"
_SOONER = r"(?:a\.?m\b\.?|(?:in the |every )?morning|o[’']?clock|sharp)"
_ENGLISH = re.compile(
    rf"(?P<day>every (?:evening|afternoon|night)\b[^.,]{{0,12}}?)?"
    rf"(?:\b(?:at|by|to|come|come at|make it|around|before the)\s)?"
    rf"(?<![\d:.])\b(?P<hour>\d{{1,2}}|(?:{_WORD}))(?:[:.h](?P<minute>\d\d))?(?P<h>h)?\b"
    rf"\s?(?:(?P<late>{_LATER})|(?P<early>{_SOONER}))?(?![\w%])",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"(?P<part>早上|早晨|上午|清晨|凌晨|中午|下午|傍晚|晚上|晚间|夜里)?"
    rf"(?<![早晚快大小慢多少])(?P<hour>\d{{1,2}}|{_WORD})(?:[点时](?P<half>半)?(?P<minute>\d\d)?|:(?P<minutes>\d\d))"
)
_AFTERNOON = ("下午", "傍晚", "晚上", "晚间", "夜里")
_NAMED = ((re.compile(r"\b(?:at )?noon\b|正午|中午(?![\d一二两十])"), 12),)
_BEFORE = re.compile(
    r"\b(?:instead of|rather than|not at)\b[^,.]*|从[^，。]{1,6}?(?=[改换挪调]|$)", re.I
)

_EITHER = re.compile(
    r"\b(?:twice|weekly|every other|half an hour|until|till|while|holidays?|this week|the \d"
    r"|earlier|later|before|deputy|urgent|shorter|only cover)\b"
    r"|两次|隔天|半小时|一小时|本月|出差|休假|节假日|假期|期间|之前|副|每周一发|推迟|延后|提前|精简|前不要|前不用",
    re.IGNORECASE,
)
"""What asks for more than an hour and days: better shown the choices than half understood."""

_NOT = re.compile(r"\b(?:not?|don[’']?t|never|without|skip|except|stop|off)\b|不|别|免|除|停", re.I)
_CLAUSE = re.compile(r"[,，.。;；!！]")
_ONLY = re.compile(r"\bonly\b|只|仅", re.IGNORECASE)
_STOP = re.compile(
    r"\b(?:stop|turn(?:ing)? off|switch(?:ing)? off|mute|unsubscribe|no more|cancel)\b"
    r"|\bdon[’']?t (?:want|need|send)\b"
    r"|退订|取消|关闭|关掉|停止|停掉|[别不](?:要|用)?再?给?我?[发推]",
    re.IGNORECASE,
)
_RESUME = re.compile(
    r"\b(?:resume|turn on|switch(?:ed)? (?:\w+ ){0,4}on|back on|subscribe me|start again)\b"
    r"|恢复|打开|开启|订阅(?!号)|重新发",
    re.IGNORECASE,
)


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


def find_schedule(text: str) -> Schedule:
    """The hour and days that a sentence asks for; empty when it asks for more, or for two."""
    text = plain(text).casefold()
    if _EITHER.search(text):
        return Schedule()
    off = _days_off(text)
    times = _times(_BEFORE.sub(" ", text))
    if len(times) > 1 or (off == ALL and times):
        return Schedule()
    hour, minute = times.pop() if times else (None, 0)
    return Schedule(hour, minute, off)


def _times(text: str) -> set[tuple[int, int]]:
    found = {(hour, 0) for pattern, hour in _NAMED if pattern.search(text)}
    for match in _CHINESE.finditer(text):
        late = match["part"] in _AFTERNOON
        minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
        found.add((_hour(match["hour"], late=late), minute))
    if not found:
        found = {_english(each) for each in _ENGLISH.finditer(text) if _is_time(each)}
    return {(hour, minute) for hour, minute in found if 0 <= hour < 24 and minute < 60}


def _is_time(match: re.Match[str]) -> bool:
    """A number alone is a time only behind a word that wants one."""
    named = match["minute"] or match["h"] or match["late"] or match["early"]
    return bool(named or re.match(r"(?:at|by|to|come|make it|around|every)\b", match[0].strip()))


def _english(match: re.Match[str]) -> tuple[int, int]:
    late = bool(match["day"] or match["late"])
    return _hour(match["hour"], late=late), int(match["minute"] or 0)


def _hour(said: str, *, late: bool) -> int:
    hour = int(said) if said.isdecimal() else _NUMBERS[said]
    return hour + 12 if late and hour < 12 else hour


def _days_off(text: str) -> frozenset[int] | None:
    """Weekdays without it; None when the sentence tells of no days."""
    for clause in _CLAUSE.split(text):
        days = _named_days(clause)
        if days and _NOT.search(clause):
            return days
        if days and _ONLY.search(clause):
            return ALL - days
    if _named_days(text):
        return None
    if re.search(r"\bweekdays only|only (?:on )?weekdays|工作日", text):
        return _WEEKEND
    if re.search(r"\bevery ?day\b|\bdaily again\b|每天都", text) or _RESUME.search(text):
        return frozenset()
    return ALL if _STOP.search(text) else None


def _named_days(text: str) -> frozenset[int]:
    found = {number for number, name in enumerate(_DAYS) if re.search(rf"\b{name}s?\b", text)}
    for each in re.findall(r"(?:周|星期|礼拜)([一二三四五六日天1-7])(?!个)", text):
        found.add(_HAN_DAYS.find("日" if each == "天" else each))
    if len(found) == 1 and (more := re.findall(r"[和、及与]周?([一二三四五六日])(?![点\d])", text)):
        found |= {_HAN_DAYS.find(each) for each in more}
    if re.search(r"\bweekends?\b|周末", text):
        found |= _WEEKEND
    return frozenset(found - {-1})
