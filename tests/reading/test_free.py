"""When somebody can help, out of their own words: what is clear is taken, nothing is guessed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.city.times import read_hours
from bot.reading import Words
from bot.reading.free import Free, find_free, write_hours

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Wednesday."""

HOURS = {
    "weekends": "Sa,Su 00:00-24:00",
    "I can only do weekends": "Sa,Su 00:00-24:00",
    "evenings please": "Mo-Su 18:00-22:00",
    "weekends and evenings": "Mo-Fr 18:00-22:00; Sa,Su 00:00-24:00",
    "from 5": "Mo-Su 17:00-24:00",
    "not earlier, only after half past five": "Mo-Su 17:30-24:00",
    "after 17:30": "Mo-Su 17:30-24:00",
    "I can start from noon": "Mo-Su 12:00-24:00",
    "not before six, I have a job": "Mo-Su 18:00-24:00",
    "until 9 pm": "Mo-Su 00:00-21:00",
    "nothing after nine in the evening": "Mo-Su 00:00-21:00",
    "before 9": "Mo-Su 00:00-09:00",
    "not on Mondays": "Tu-Su 00:00-24:00",
    "any time but not Sundays": "Mo-Sa 00:00-24:00",
    "Saturdays 10-14": "Sa 10:00-14:00",
    "9:30am-12pm on Tuesdays": "Tu 09:30-12:00",
    "between 6 and 9 pm": "Mo-Su 18:00-21:00",
    "from 9 to 5 on weekdays": "Mo-Fr 09:00-17:00",
    "8 to 10 in the evening": "Mo-Su 20:00-22:00",
    "Tuesday and Thursday mornings": "Tu,Th 08:00-12:00",
    "Monday, Wednesday and Friday evenings": "Mo,We,Fr 18:00-22:00",
    "Friday to Sunday": "Fr-Su 00:00-24:00",
    "mo-fr 9-12": "Mo-Fr 09:00-12:00",
    "not in the mornings": "Mo-Su 00:00-08:00,12:00-24:00",
    "I don't work on Saturdays": "Sa 00:00-24:00",
    "I work on weekdays": "Sa,Su 00:00-24:00",
    "lunch times only": "Mo-Su 11:00-14:00",
    "always": "",
    "any time is fine": "",
    "周末": "Sa,Su 00:00-24:00",
    "周六周日都有空": "Sa,Su 00:00-24:00",
    "工作日晚上和周末": "Mo-Fr 18:00-22:00; Sa,Su 00:00-24:00",
    "下班后可以": "Mo-Su 18:00-22:00",
    "五点半以后": "Mo-Su 17:30-24:00",
    "從下午五點開始": "Mo-Su 17:00-24:00",
    "晚上九点之后别找我": "Mo-Su 00:00-21:00",
    "早上九点前": "Mo-Su 00:00-09:00",
    "周一不行": "Tu-Su 00:00-24:00",
    "除了周一、周二都可以": "We-Su 00:00-24:00",
    "周一到周五下午两点到五点": "Mo-Fr 14:00-17:00",
    "晚上7点到9点半": "Mo-Su 19:00-21:30",
    "12点到2点": "Mo-Su 12:00-14:00",
    "周二、周四上午": "Tu,Th 08:00-12:00",
    "周末不上班，可以来": "Sa,Su 00:00-24:00",
    "平时要上班": "Sa,Su 00:00-24:00",
    "七点到九点送孩子，其他时间都行": "Mo-Su 00:00-19:00,21:00-24:00",
    "随时": "",
    "星期天": "Su 00:00-24:00",
}
UNTIL = {
    "until Friday": "2026-03-06",
    "no tasks until next week please": "2026-03-09",
    "I'm away next week": "2026-03-16",
    "busy this week": "2026-03-09",
    "no tasks for me until the 20th": "2026-03-20",
    "I'm not available before 2 April": "2026-04-02",
    "on holiday until May 3rd": "2026-05-03",
    "away until the 2nd": "2026-04-02",
    "away till after the 10th": "2026-03-11",
    "pause for a month": "2026-04-03",
    "pause for two weeks": "2026-03-18",
    "ill, leave me out for a few days": "2026-03-07",
    "I can't come tomorrow": "2026-03-06",
    "no time today": "2026-03-05",
    "I will be travelling until the end of the month": "2026-04-01",
    "travelling this month": "2026-04-01",
    "on a trip next month": "2026-05-01",
    "paused until next month": "2026-04-01",
    "unavailable until tomorrow": "2026-03-05",
    "sick until the end of the week": "2026-03-09",
    "I'm available again from Monday": "2026-03-09",
    "到周五": "2026-03-06",
    "下周五之前别派": "2026-03-13",
    "这周没空": "2026-03-09",
    "下周出差，先别给我派": "2026-03-16",
    "暂停两周": "2026-03-18",
    "暂停半个月": "2026-03-19",
    "休息 暂停三天": "2026-03-07",
    "這幾天不在": "2026-03-07",
    "月底前不在": "2026-04-01",
    "这个月出差": "2026-04-01",
    "下个月不在": "2026-05-01",
    "3月20日之前不在": "2026-03-20",
    "二十号以后再说": "2026-03-21",
    "生病了，15号前不要派": "2026-03-15",
    "明天没空": "2026-03-06",
    "今天没空": "2026-03-05",
    "下周一开始我又有空了": "2026-03-09",
    "等下周再说": "2026-03-09",
    "等下个月再说": "2026-04-01",
    "未来两周出门": "2026-03-18",
}
NOTHING = (
    "",
    "I can repair things",
    "everything is fine",
    "I can come at 3",
    "ten to twelve",
    "one task a week at most",
    "during the school holidays I'm free all day",
    "Change my area to Heping, we moved",
    "I have 3 children and 2 cats",
    "not on any day: not Monday to Sunday",
    "from 25",
    "会俄语，可以帮忙翻译",
    "寒假全天有时间",
    "最近忙，一周最多一单",
    "我会修水管",
    "不在 31月41日",
)


@pytest.mark.parametrize(("text", "hours"), HOURS.items())
def test_hours_are_read(text: str, hours: str, words: Words) -> None:
    assert find_free(text, NOW, words) == Free(hours=hours)
    if hours:
        read_hours(hours)


@pytest.mark.parametrize(("text", "day"), UNTIL.items())
def test_the_end_of_a_pause_is_read(text: str, day: str, words: Words) -> None:
    until = find_free(text, NOW, words).until
    assert until is not None
    assert until.isoformat() == f"{day}T00:00:00+08:00"


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_clear_is_left_to_be_asked(text: str, words: Words) -> None:
    found = find_free(text, NOW, words)
    assert (found.hours, found.until, found.back) == (None, None, False)
    assert not found or found.pause


@pytest.mark.parametrize("text", ["I'm on holiday", "down with the flu", "暂停", "请把我设为忙碌"])
def test_a_pause_without_an_end_is_asked_for_it(text: str, words: Words) -> None:
    assert find_free(text, NOW, words) == Free(pause=True)


@pytest.mark.parametrize("text", ["I'm back", "back again, send me tasks from today", "我回来了"])
def test_a_pause_is_over(text: str, words: Words) -> None:
    assert find_free(text, NOW, words) == Free(back=True)


def test_a_day_that_a_month_has_not_is_the_next_that_has_it(words: Words) -> None:
    found = find_free("away until the 31st", NOW.replace(month=2, day=3), words)
    assert found.until == NOW.replace(month=3, day=31, hour=0)


def test_a_date_that_has_passed_is_next_years(words: Words) -> None:
    found = find_free("away until 1 March", NOW, words)
    assert found.until == NOW.replace(year=2027, month=3, day=1, hour=0)


@given(text=st.text(max_size=60))
def test_any_text_is_read_and_gives_hours_that_can_be_read_back(words: Words, text: str) -> None:
    found = find_free(text, NOW, words)
    if found.hours:
        read_hours(found.hours)
    assert found.until is None or found.until > NOW


WORDS = ("not", "from", "5", "17-20", "weekends", "monday", "until", "friday", "away", ",", "and")
ZH = (
    "周一",
    "不",
    "晚上",
    "五点",
    "以后",
    "到",
    "下周",
    "和",
    "没空",
    "除了",
    "，",
    "12点",
    "月底",
)


@given(said=st.lists(st.sampled_from((*WORDS, *ZH)), max_size=9))
def test_any_order_of_such_words_is_read(words: Words, said: list[str]) -> None:
    test_text = " ".join(said)
    found = find_free(test_text, NOW, words)
    if found.hours:
        read_hours(found.hours)


@given(st.lists(st.integers(0, (1 << 1440) - 1), min_size=7, max_size=7))
def test_hours_that_are_written_are_read_back_the_same(week: list[int]) -> None:
    written = write_hours(week)
    if not any(week):
        return
    hours = read_hours(written) if written else None
    for minutes, spans in zip(week, hours.spans if hours else [], strict=False):
        ends = [(s.hour * 60 + s.minute, 1440 if e.second else e.hour * 60 + e.minute)
                for s, e in spans]  # fmt: skip
        assert sum(((1 << (b - a)) - 1) << a for a, b in ends) == minutes
