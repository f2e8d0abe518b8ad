"""Questions, topics, skills, workers, duty, retention: every fault is told."""

from __future__ import annotations

import pytest

from bot.city import check
from tests.city.broken import AREAS, CITY, FAQ, LIGHT, Change, Fault, is_told

HOW = 'key = "how_many"'
ONE = '  { key = "one", text = { en = "just one", zh = "就一盏" } },\n'
THIRD = '[[questions]]\nkey = "third"\ntext = { en = "Why?", zh = "为什么？" }\n\n[[ladder]]'
MANY = "".join(ONE.replace("one", f"one_{letter}") for letter in "abcd")
OUTER = '"en": "Old Town", "zh": "老城"}'

FAULTS: list[Fault] = [
    (LIGHT, HOW, 'key = "How many"', "questions 1.key", "no slug"),
    (LIGHT, HOW, 'key = "how_many_are_there"', "questions 1.key", "at most 10 letters"),
    (LIGHT, HOW, 'key = "number"', "questions", "'number' stands here twice"),
    (LIGHT, HOW, 'name = "how_many"', "questions 1.name", "not known here"),
    (LIGHT, "[[ladder]]", THIRD, "questions", "there are 3; keep the 2"),
    (LIGHT, 'text = { en = "How many are out?", zh', 'text = { zh', "questions 1.text",
     "no name in 'en'"),
    (LIGHT, 'text = { en = "Which number stands on the pole?", zh = "灯杆上的编号是多少？" }', "",
     "questions 2.text", "no names"),
    (LIGHT, ONE, "", "questions 1.answers", "1 will not do; write 2 to 4"),
    (LIGHT, ONE, MANY, "questions 1.answers", "5 will not do; write 2 to 4"),
    (LIGHT, 'key = "one"', 'key = "all"', "questions 1.answers", "'all' stands here twice"),
    (LIGHT, 'key = "one"', 'key = "exactly_one"', "answers 1.key", "at most 10 letters"),
    (LIGHT, 'urgency = "high"', 'urgency = "hi"', "answers 2.urgency", "write one of"),
    (LIGHT, 'urgency = "high"', 'urgent = "high"', "answers 2.urgent", "not known here"),
    (LIGHT, 'urgency = "high"', 'said = { en = ["x"] }', "answers 2.said.en", "at least 2 letters"),
    (LIGHT, 'urgency = "high"', 'said = { fren = ["oui"] }', "answers 2.said.fren", "not known"),
    (LIGHT, 'urgency = "high"', 'said = ["all"]', "answers 2.said", "no table"),
    (LIGHT, HOW, 'key = "at_door"', "questions 1.key", "is asked by the bot itself"),
    (LIGHT, '["repair"]', '["repairs"]', "skills", "did you mean 'repair'"),
    (LIGHT, '["repair"]', '"repair"', "skills", "no list of texts"),
    (FAQ, '"street_light"', '"street_lamp"', "category", "did you mean 'street_light'"),
    (FAQ, '"street_light"', "7", "category", "7 is not in this city"),
    (FAQ, "answer =", "answers =", "answer", "no names"),
    (FAQ, "question = {", "question = [{", "the whole file", "no TOML"),
    (AREAS, OUTER, OUTER + ', "worker": {"en": "Bo", "zh": "波"}', "old_town.worker",
     "a district has no worker"),
    (AREAS, '"worker": {"en": "Ada Marsh", ', '"worker": {', "wharf.worker", "no name in 'en'"),
    (AREAS, '"worker": {"en": "Ada Marsh", "zh": "艾达·马什"}', '"worker": "Ada"',
     "wharf.worker", "no names"),
    (CITY, '"Su-Th 09:00-17:00"', '"Sun-Thu"', "duty.hours", "is no day"),
    (CITY, '"Su-Th 09:00-17:00"', "9", "duty.hours", "no text here"),
    (CITY, "[duty]", "[[duty]]", "duty", "no table"),
    (CITY, 'photos = "90d"', 'photos = "3d"', "retention.photos", 'write "7d" or more'),
    (CITY, 'photos = "90d"', 'photos = "a while"', "retention.photos", "no length of time"),
    (CITY, 'photos = "90d"', 'photo = "90d"', "retention.photo", "did you mean 'photos'"),
    (CITY, "repair = {", '"small repair" = {', "skills.small repair", "no slug"),
    (CITY, "[skills]", "[skill]", "skill", "did you mean 'skills'"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[2]}")
def test_a_fault_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)


def test_skills_are_not_doubted_when_the_city_cannot_be_read(change: Change) -> None:
    told = check(change(CITY, "digest_hour = 7", "digest_hour = "))
    assert not any(each.startswith(LIGHT) for each in told)
