"""How a resident becomes a volunteer: what they can do, where, and a coordinator's yes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.people import Role
from bot.desk import freetime
from bot.desk.frame import Act, Row, neighbourhood
from bot.desk.inviting import join_by_code
from bot.desk.naming import called, name_of
from bot.desk.talk import first_taps
from bot.desk.team import end, role_meant
from bot.errors import Refused
from bot.message import Button
from bot.reading.codes import find_code, mentions_code
from bot.reading.names import find_named
from bot.reading.words import words_of
from bot.store import people, roles, volunteers
from bot.store.asides import VolunteerRow
from bot.store.roles import Grant

Facts = Mapping[str, Any]

VOLUNTEER = Role.VOLUNTEER

ANYWHERE = "all"
"""What a button says for the whole city."""


async def join(act: Act, facts: Facts) -> dict[str, Any]:
    """Begins with what they can do; a code in the words opens its door at once."""
    text = str(facts.get("text") or "")
    words = words_of(act.city.languages)
    code = find_code(text, words)
    if code is not None:
        return await join_by_code(act, {"code": code})
    if mentions_code(text, words):
        act.answer("code-which")
        return {"key": "code-which"}
    if act.who.volunteer:
        key = "joined-already" if act.who.vetted else "join-waits"
        act.answer(key, {}, (Button("tap-availability", "set_availability"),))
        return {"key": key}
    row = await volunteers.begin(act.tx, act.who.id, act.now, vetted=False)
    _note_skills(act, row, find_named(text, act.city.skills, words))
    return ask_skills(act, row) if act.city.skills else ask_area(act)


async def set_skill(act: Act, facts: Facts) -> dict[str, Any]:
    """Notes what somebody can do, or no longer; asks on until that is all."""
    row = await volunteers.begin(act.tx, act.who.id, act.now, vetted=act.who.volunteer)
    skill = str(facts.get("skill") or "")
    if skill in act.city.skills:
        held = list(row.skills)
        row.skills = [each for each in held if each != skill] if skill in held else [*held, skill]
    text = str(facts.get("text") or "")
    _note_skills(act, row, find_named(text, act.city.skills, words_of(act.city.languages)))
    act.tx.add(row)
    return ask_skills(act, row)


def _note_skills(act: Act, row: VolunteerRow, found: list[str]) -> None:
    row.skills = list(dict.fromkeys([*row.skills, *found]))
    act.tx.add(row)


def ask_skills(act: Act, row: VolunteerRow) -> dict[str, Any]:
    """All that can be offered, what was chosen with a mark."""
    taps = [
        Button(
            "tap-skill-held" if each in row.skills else "tap-skill",
            "set_skill",
            {"skill": each},
            {"skill": each},
        )
        for each in act.city.skills
    ]
    rows: list[Row] = [tuple(taps[i : i + 2]) for i in range(0, len(taps), 2)]
    then = "set_availability" if act.who.volunteer else "set_area"
    rows.append((Button("tap-that-is-all", then),))
    act.answer("skills-which", {"lines": freetime.skill_lines(row)}, *rows)
    return {"key": "skills-which"}


async def set_area(act: Act, facts: Facts) -> dict[str, Any]:
    """Notes where somebody helps; for a newcomer that is the last question."""
    areas = _areas(act, facts)
    if areas is None:
        return ask_area(act, again=bool(facts.get("place")), more=bool(facts.get("more")))
    row = await volunteers.begin(act.tx, act.who.id, act.now, vetted=act.who.volunteer)
    more = list(row.areas) if facts.get("more") else []
    row.areas = list(dict.fromkeys([*more, *areas])) if areas else []
    act.tx.add(row)
    if act.who.volunteer:
        return freetime.tell(act, row, "availability-noted")
    return await _apply(act, row)


def _areas(act: Act, facts: Facts) -> list[str] | None:
    """The areas that are meant; none is the whole city, None is nothing that we know."""
    place = facts.get("place")
    told = place.get("area") if isinstance(place, dict) else facts.get("area")
    if told == ANYWHERE:
        return []
    area = neighbourhood(act.city, str(told)) if told in act.city.areas else None
    if area is None:
        return None
    return [] if act.city.areas[area].level == "city" else [area]


def ask_area(act: Act, *, again: bool = False, more: bool = False) -> dict[str, Any]:
    """Where somebody would like to help: the districts as buttons, any place in words."""
    districts = [each.slug for each in act.city.areas.values() if each.level == "district"]
    rows: list[Row] = [(Button("tap-anywhere", "set_area", {"area": ANYWHERE}),)]
    also = {"more": 1} if more else {}
    taps = [
        Button("tap-area", "set_area", {"area": each, **also}, {"area": each}) for each in districts
    ]
    rows += [tuple(taps[i : i + 2]) for i in range(0, min(len(taps), 12), 2)]
    key = "area-unknown" if again else "area-which"
    act.answer(key, {}, *rows, ask="place")
    return {"key": key}


async def _apply(act: Act, row: VolunteerRow) -> dict[str, Any]:
    """All is told: they may help already where no home is entered; a coordinator is asked."""
    row.vetted = False
    act.tx.add(row)
    await roles.grant(act.tx, act.who.id, Grant(VOLUNTEER), act.now)
    who = await people.person(act.tx, act.who.id)
    act.answer("join-asked", {"lines": freetime.lines(act, row)}, *first_taps(who))
    told = {"name": called(who.id, who.name), "lines": freetime.lines(act, row)}
    role = next(each for each in await roles.roles_of(act.tx, who.id) if each.role == VOLUNTEER)
    yes = Button("tap-vet", "vet", {"role": role.id, "yes": 1})
    no = Button("tap-vet-not-now", "vet", {"role": role.id, "yes": 0})
    for person in await people.with_role(act.tx, Role.COORDINATOR):
        act.say(person, "join-offer", told, (yes, no))
    return {"key": "join-asked"}


async def vet(act: Act, facts: Facts) -> dict[str, Any]:
    """A coordinator lets a newcomer in, or not now."""
    role = await role_meant(act, facts)
    if role is None or role.role != VOLUNTEER:
        raise Refused("role-gone")
    name = await name_of(act.tx, role.person)
    row = await volunteers.of(act.tx, role.person)
    if row is None or row.vetted:
        raise Refused("vet-done-already", {"name": name})
    if facts.get("yes"):
        await roles.let_in(act.tx, role.person, act.who.id)
        act.say(role.person, "joined-volunteer", {}, (Button("tap-tasks", "list_tasks"),))
        act.answer("vet-done", {"name": name})
        return {"key": "vet-done"}
    await end(act, role, "join-not-now")
    act.answer("vet-not-now", {"name": name})
    return {"key": "vet-not-now"}
