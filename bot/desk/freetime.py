"""When, where and with what a volunteer helps: told in a sentence or by buttons, kept, shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.city.times import DAYS
from bot.desk.frame import Act, Row, neighbourhood
from bot.message import Button
from bot.reading.free import Free, find_free
from bot.reading.names import find_named
from bot.reading.words import words_of
from bot.store import volunteers
from bot.store.asides import VolunteerRow

Facts = Mapping[str, Any]
Lines = list[dict[str, Any]]

CHOICES: Mapping[str, str] = {
    "evenings": "Mo-Su 18:00-22:00",
    "daytime": "Mo-Su 09:00-17:00",
    "weekends": "Sa,Su 00:00-24:00",
    "both": "Mo-Fr 18:00-22:00; Sa,Su 00:00-24:00",
    "always": "",
}
"""Hours that are offered as buttons."""

PAUSES = (1, 7, 30)
"""Days of a pause that are offered as buttons."""

MOST_DAYS = 366


async def set_availability(act: Act, facts: Facts) -> dict[str, Any]:
    """Notes what is told of time, place and skills; asks by buttons for what is not clear."""
    row = await volunteers.begin(act.tx, act.who.id, act.now, vetted=True)
    if facts.get("ask") == "hours":
        taps = [Button(f"tap-free-{each}", "set_availability", {"hours": each}) for each in CHOICES]
        act.answer("free-which", {}, *((each,) for each in taps))
        return {"key": "free-which"}
    told = _told(act, facts)
    if facts.get("ask") == "pause" or told.pause:
        return _ask_pause(act)
    noted = _note(act, row, told) | _note_words(act, row, facts)
    return tell(act, row, "availability-noted" if noted else "availability-which")


def _told(act: Act, facts: Facts) -> Free:
    """What a button or a sentence says of time."""
    hours, days = facts.get("hours"), facts.get("days")
    if isinstance(hours, str) and hours in CHOICES:
        return Free(hours=CHOICES[hours])
    if type(days) is int and 0 <= days <= MOST_DAYS:
        return Free(back=True) if days == 0 else Free(until=_after(act, days))
    text = str(facts.get("text") or "")[:1000]
    local = act.now.astimezone(act.city.zone)
    return find_free(text, local, words_of(act.city.languages))


def _after(act: Act, days: int) -> datetime:
    """The midnight in the city that so many days end with."""
    local = act.now.astimezone(act.city.zone) + timedelta(days=days)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _note(act: Act, row: VolunteerRow, told: Free) -> bool:
    if told.hours is not None:
        row.hours = told.hours
    if told.until is not None or told.back:
        row.paused_until = told.until
    act.tx.add(row)
    return bool(told)


def _note_words(act: Act, row: VolunteerRow, facts: Facts) -> bool:
    """Skills and a place that the sentence names."""
    text = str(facts.get("text") or "")
    skills = find_named(text, act.city.skills, words_of(act.city.languages))
    new = [each for each in skills if each not in row.skills]
    row.skills = [*row.skills, *new]
    place = facts.get("place")
    area = place.get("area") if isinstance(place, dict) and not place.get("choices") else None
    found = neighbourhood(act.city, area) if area in act.city.areas else None
    if found is not None:
        row.areas = [] if act.city.areas[found].level == "city" else [found]
    return bool(skills) or found is not None


def _ask_pause(act: Act) -> dict[str, Any]:
    taps = [Button(f"tap-pause-{days}", "set_availability", {"days": days}) for days in PAUSES]
    act.answer("pause-which", {}, tuple(taps))
    return {"key": "pause-which"}


def tell(act: Act, row: VolunteerRow, key: str) -> dict[str, Any]:
    """What is kept of a volunteer, with buttons to change it."""
    asleep = row.paused_until is not None and row.paused_until > act.now
    pause = Button("tap-pause", "set_availability", {"ask": "pause"})
    if asleep:
        pause = Button("tap-pause-over", "set_availability", {"days": 0})
    rows: list[Row] = [(Button("tap-hours", "set_availability", {"ask": "hours"}), pause)]
    where = [Button("tap-areas", "set_area")]
    if row.areas:
        where.append(Button("tap-areas-more", "set_area", {"more": 1}))
    rows.append(tuple(where))
    if act.city.skills:
        rows.append((Button("tap-skills", "set_skill"),))
    act.answer(key, {"lines": lines(act, row)}, *rows)
    return {"key": key}


def lines(act: Act, row: VolunteerRow) -> Lines:
    """What a volunteer offers, a line each: hours, areas, skills, and whether they pause."""
    found = hour_lines(row.hours)
    found += [{"key": "free-in", "facts": {"area": each}} for each in row.areas]
    if not row.areas:
        found.append({"key": "free-anywhere", "facts": {}})
    found += skill_lines(row)
    if row.paused_until is not None and row.paused_until > act.now:
        found.append({"key": "free-paused", "facts": {"until": row.paused_until.isoformat()}})
    return found


def skill_lines(row: VolunteerRow) -> Lines:
    """What a volunteer can do, a line each."""
    return [{"key": "free-skill", "facts": {"skill": each}} for each in row.skills]


def hour_lines(hours: str) -> Lines:
    """The hours of a week, a line for each stretch of days."""
    if not hours:
        return [{"key": "free-always", "facts": {}}]
    found: Lines = []
    for part in hours.split("; "):
        days, _, clocks = part.partition(" ")
        shown = "" if clocks == "00:00-24:00" else re.sub(",", ", ", clocks.replace("-", "–"))
        for run in days.split(","):
            first, dash, last = run.partition("-")
            facts = {"first": _day(first), "clock": shown}
            if dash:
                found.append({"key": "free-days", "facts": {**facts, "last": _day(last)}})
            else:
                found.append({"key": "free-day", "facts": facts})
    if found and [each["key"] for each in found] == ["free-days"] and days == "Mo-Su":
        return [{"key": "free-daily", "facts": {"clock": shown}}]
    return found


def _day(code: str) -> dict[str, Any]:
    return {"key": f"weekday-{DAYS.index(code)}", "facts": {}}
