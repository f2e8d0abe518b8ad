"""Until when a sentence means: until Friday, next week, for a month, 下周, 月底之前."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.reading.spans import number_in

FEW = 3
"""Days that "a few days" are."""

_DAYS_EN = ("mon", "tues?", "wed(?:nes)?", "thur?s?", "fri", "sat(?:ur)?", "sun")
_DAY_EN = rf"(?:{'|'.join(f'(?P<d{i}>{each})' for i, each in enumerate(_DAYS_EN))})(?:day)?\b"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_EN = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_NTH_EN = r"(?:the )?(?P<nth>[0-3]?\d)(?:st|nd|rd|th)"
_UNTIL = (
    r"\b(?:until|till|til|through|before|back(?: again)?(?: on| from)?|"
    r"again(?: from| on| after)?) "
)
_NUMBERS = {
    **{word: i for i, word in enumerate(["one", "two", "three", "four", "five", "six"], start=1)},
    **{sign: i for i, sign in enumerate("一二三四五六", start=1)},
    **{"a": 1, "an": 1, "两": 2, "a couple of": 2, "半": 0},
}
_NUMBER_EN = r"(?P<n>\d{1,2}|a couple of|an?|one|two|three|four|five|six)"
_NUMBER_ZH = r"(?P<n>\d{1,2}|[一两二三四五六半])"

Found = Callable[[re.Match[str], date], date | None]


def find_until(text: str, now: datetime) -> datetime | None:
    """The midnight at which what is said to last is over, aware; None when nothing says it.

    `text` is plain and in small letters, `now` in local time.
    """
    for pattern, day in _RULES:
        match = pattern.search(text)
        found = day(match, now.date()) if match else None
        if found is not None and found > now.date():
            return datetime.combine(found, datetime.min.time(), now.tzinfo)
    return None


def _monday(day: date, weeks: int = 1) -> date:
    return day + timedelta(days=7 * weeks - day.weekday())


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _first(day: date, months: int = 1) -> date:
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _nth(day: date, number: int) -> date | None:
    """The next day of a month with this number."""
    for months in range(3):
        try:
            found = _first(day, months).replace(day=number)
        except ValueError:
            continue
        if found > day:
            return found
    return None


def _weekday(match: re.Match[str], day: date) -> date:
    return _next(day, next(i for i in range(7) if match[f"d{i}"]))


def _weekday_zh(match: re.Match[str], day: date) -> date:
    number = min("一二三四五六日天".index(match["day"]), 6)
    if match["which"]:
        return _monday(day) + timedelta(days=number)
    return _next(day, number)


def _day_of_month(match: re.Match[str], day: date) -> date | None:
    found = _nth(day, number_in(match["nth"]))
    return found + timedelta(days=1) if found and match["past"] else found


def _day_and_month(match: re.Match[str], day: date) -> date | None:
    month = _MONTHS.index(match["month"]) + 1 if match["month"].isalpha() else int(match["month"])
    for year in (day.year, day.year + 1):
        try:
            found = date(year, month, int(match["nth"]))
        except ValueError:
            return None
        if found > day:
            return found
    return None


def _lasting(match: re.Match[str], day: date) -> date:
    number = _NUMBERS[match["n"]] if match["n"] in _NUMBERS else int(match["n"])
    if match["unit"].startswith(("month", "个月")):
        return day + timedelta(days=30 * number or 15)  # 半个月 is half of one
    return day + timedelta(days=number if match["unit"].startswith(("day", "天")) else 7 * number)


def _rule(pattern: str, day: Found) -> tuple[re.Pattern[str], Found]:
    return re.compile(pattern), day


_RULES = (
    _rule(r"end of (?:the|this) month|月底|月末", lambda _, day: _first(day)),
    _rule(r"end of (?:the|this) week", lambda _, day: _monday(day)),
    _rule(_UNTIL + rf"(?:on )?{_DAY_EN}", _weekday),
    _rule(_UNTIL + r"next week", lambda _, day: _monday(day)),
    _rule(_UNTIL + r"next month", lambda _, day: _first(day)),
    _rule(_UNTIL + r"tomorrow", lambda _, day: day + timedelta(days=1)),
    _rule(
        _UNTIL + rf"(?:the )?(?P<nth>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH_EN}", _day_and_month
    ),
    _rule(_UNTIL + rf"{_MONTH_EN} (?P<nth>[0-3]?\d)(?:st|nd|rd|th)?\b", _day_and_month),
    _rule(rf"(?:\b(?P<past>after)|{_UNTIL}) ?{_NTH_EN}\b", _day_of_month),
    _rule(r"(?P<month>1?\d)月(?P<nth>[0-3]?\d)[日号]", _day_and_month),
    _rule(
        r"(?P<nth>[0-3]?\d|[一二三]?十[一二三四五六七八九]?)[日号](?:(?P<past>以后|之后|后)|[以之]?前|再|回|起|开始)",
        _day_of_month,
    ),
    _rule(
        r"(?P<which>下个?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?=[以之]?[前后]|再|回|起|开始|又|才)",
        _weekday_zh,
    ),
    _rule(
        r"(?P<which>)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?=[以之]?前|再|回来|起|开始|又|才)",
        _weekday_zh,
    ),
    _rule(
        r"(?:到|直到|等到)(?P<which>下?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])",
        _weekday_zh,
    ),
    _rule(r"(?:到|等)下个?(?:周|星期|礼拜)(?![一二三四五六日天])", lambda _, day: _monday(day)),
    _rule(r"(?:到|等)下个?月", lambda _, day: _first(day)),
    _rule(
        r"\bthis week\b|[这本]个?(?:周|星期|礼拜)(?![一二三四五六日天])",
        lambda _, day: _monday(day),
    ),
    _rule(
        r"\bnext week\b|下个?(?:周|星期|礼拜)(?![一二三四五六日天])",
        lambda _, day: _monday(day, 2),
    ),
    _rule(r"\bthis month\b|[这本]个?月", lambda _, day: _first(day)),
    _rule(r"\bnext month\b|下个?月", lambda _, day: _first(day, 2)),
    _rule(r"[这未]来?两周|[这]两个?(?:星期|礼拜)", lambda _, day: day + timedelta(days=14)),
    _rule(rf"\b{_NUMBER_EN} (?P<unit>days?|weeks?|months?)\b", _lasting),
    _rule(rf"{_NUMBER_ZH}(?P<unit>天|周|个?星期|个?礼拜|个月)", _lasting),
    _rule(
        r"\b(?:some|a few|few) days\b|几天|[这近]几[天日]",
        lambda _, day: day + timedelta(days=FEW),
    ),
    _rule(r"\btomorrow\b|明天|明儿", lambda _, day: day + timedelta(days=2)),
    _rule(r"\b(?:today|tonight)\b|今天|今晚|今儿", lambda _, day: day + timedelta(days=1)),
)
"""In this order: the narrower a rule, the earlier."""
