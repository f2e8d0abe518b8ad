"""Hours of the day in a sentence: from 5, 17-20, until nine in the evening, 下午五点以后."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Span = tuple[int, int]
"""From and to, in minutes of the day."""

DAY = 24 * 60

_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_EN = {word: number for number, word in enumerate(_WORDS.split(), start=1)}
_ZH = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)} | {"两": 2}

_HALF = re.compile(rf"half past (\d{{1,2}}|{'|'.join(_EN)})\b")
_NOON = re.compile(r"\b(from|after|before|until|till|to) noon\b")
_APART = r"(?<![\d:.-])"
_TIME_EN = (
    rf"(?:at )?(\d{{1,2}}|{'|'.join(_EN)})(?:[:.]([0-5]\d))?(?![\d/])"
    r"(?!st|nd|rd|th|\w* ?(?:day|week|month|year|task|hour|minute|min\b|km|kilo|time))"
    r" ?(?:o'? ?clock)? ?(am|pm|a\.m\.?|p\.m\.?|in the (?:morning|afternoon|evening)|at night)?"
)
_TIME_ZH = (
    r"(早上|早晨|上午|清晨|中午|下午|傍晚|晚上|夜里|晚)?"
    r"(\d{1,2}|[一二两三四五六七八九]?十?[一二两三四五六七八九十])[点时](?!间)(半|[0-5]\d分?)?"
)
_RANGE = re.compile(
    rf"{_APART}(from |between )?{_TIME_EN}( ?[-–—~] ?| to | till | until | and ){_TIME_EN}"
)
_FROM = re.compile(
    r"(?:not before|not until|no earlier than|(?:only |any ?time )?(?:from|after|past)|as of|since)"
    rf" {_TIME_EN}(?: (?:on(?:wards?)?|or later))?|{_APART}{_TIME_EN} (?:onwards?|or later)"
)
_TO = re.compile(
    rf"(?:not after|no later than|(?:only )?(?:before|until|till|up to|by)) {_TIME_EN}"
)
_RANGE_ZH = re.compile(rf"从?{_TIME_ZH}(?:到|至|~|-|—){_TIME_ZH}")
_FROM_ZH = re.compile(
    rf"(?:从|过了)?{_TIME_ZH}(?:钟)?(?:以后|之后|过后|往后|开始|后|起)|从{_TIME_ZH}"
)
_TO_ZH = re.compile(rf"(?:到)?{_TIME_ZH}(?:钟)?(?:以前|之前|前|为止)")
_TIME_PARTS = 3
"""Groups of one time in the patterns above."""

_AFTERNOON_UP_TO = 7
"""An hour up to this one, without more, is in the afternoon or the evening."""

_EARLY = ("am", "a.m", "in the morning", "早上", "早晨", "上午", "清晨")
_LATE = (
    *("pm", "p.m", "in the afternoon", "in the evening", "at night"),
    *("下午", "傍晚", "晚上", "夜里", "晚"),
)


def take_spans(text: str) -> tuple[str, list[Span]]:
    """The text with a mark `#0#` where hours stand, and the hours.

    `text` is plain and in small letters.
    """
    found: list[Span] = []
    text = _HALF.sub(lambda match: f"{_EN.get(match[1]) or match[1]}:30", text)
    text = _NOON.sub(r"\1 12 pm", text)
    for pattern, read in (
        (_RANGE, _range),
        (_FROM, _from),
        (_TO, _to),
        (_RANGE_ZH, _range_zh),
        (_FROM_ZH, _from_zh),
        (_TO_ZH, _to_zh),
    ):
        text = _replace(pattern, text, read, found)
    return text, found


def _replace(
    pattern: re.Pattern[str],
    text: str,
    read: Callable[[re.Match[str]], Span | None],
    found: list[Span],
) -> str:
    def mark(match: re.Match[str]) -> str:
        span = read(match)
        if span is None or span[0] >= span[1]:
            return match[0]
        found.append(span)
        return f" #{len(found) - 1}# "

    return pattern.sub(mark, text)


def _range(match: re.Match[str]) -> Span | None:
    one, other, joint = match.groups()[1:4], match.groups()[5:8], match[5].strip()
    told = bool(match[1]) or joint in "-–—~" or any((*one[1:], *other[1:]))
    if not told or (joint == "and" and not (match[1] or "").startswith("between")):
        return None
    start, end = _minutes(*one), _minutes(*other)
    if start is None or end is None:
        return None
    if not one[2] and other[2] and other[2].startswith(_LATE):
        start = _minutes(one[0], one[1], "pm" if start <= 12 * 60 else None) or start
        start -= 720 if start >= end else 0
    return start, end + 720 if end <= start and end <= 720 and not other[2] else end


def _range_zh(match: re.Match[str]) -> Span | None:
    one, other = match.groups()[:3], match.groups()[3:6]
    start = _minutes_zh(*one)
    end = _minutes_zh(other[0] or one[0], *other[1:])
    if start is None or end is None:
        return None
    return start, end + 720 if end <= start and end <= 720 else end


def _from(match: re.Match[str]) -> Span | None:
    start = _minutes(*_told(match))
    return (start, DAY) if start is not None else None


def _to(match: re.Match[str]) -> Span | None:
    end = _minutes(*_told(match))
    return (0, end) if end is not None else None


def _from_zh(match: re.Match[str]) -> Span | None:
    start = _minutes_zh(*_told(match))
    return (start, DAY) if start is not None else None


def _to_zh(match: re.Match[str]) -> Span | None:
    end = _minutes_zh(*_told(match))
    return (0, end) if end is not None else None


def _told(match: re.Match[str]) -> Sequence[str | None]:
    """The groups of the one time that the pattern found."""
    groups = match.groups()
    thirds = [groups[i : i + _TIME_PARTS] for i in range(0, len(groups), _TIME_PARTS)]
    return next(each for each in thirds if any(each))


def _minutes(hour: str | None, minute: str | None, part: str | None) -> int | None:
    number = _EN.get(hour or "") or int(hour or 0)
    return _placed(number, int(minute or 0), part)


def _minutes_zh(part: str | None, hour: str | None, minute: str | None) -> int | None:
    more = 30 if minute == "半" else int((minute or "0").rstrip("分"))
    return _placed(number_in(hour or ""), more, part)


def number_in(text: str) -> int:
    """A number up to 99 in figures or as Chinese writes it; 0 when it is none."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_ZH.get(tens, 1) * 10 if ten else 0) + _ZH.get(ones, 0)


def _placed(hour: int, minute: int, part: str | None) -> int | None:
    """The minute of the day; an hour that may be either is the likelier one."""
    early, late = (part or "").startswith(_EARLY), (part or "").startswith(_LATE)
    if hour < 12 and (late or (not part and 0 < hour <= _AFTERNOON_UP_TO)):
        hour += 12
    if hour == 12 and early:
        hour = 0
    total = hour * 60 + minute
    return total if total <= DAY else None
