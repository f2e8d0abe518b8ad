"""What city.toml says: every fault is told."""

from __future__ import annotations

import pytest

from tests.city.broken import CITY, Change, Fault, is_told

FAULTS: list[Fault] = [
    (CITY, 'slug = "port_alder"', 'slug = "Port Alder"', "slug", "no slug"),
    (CITY, 'slug = "port_alder"', f'slug = "{"a" * 24}"', "slug", "at most 23"),
    (CITY, 'slug = "port_alder"', 'slug = "alder"', "slug", "no area is 'alder'"),
    (CITY, '"America/Halifax"', '"America/Atlantis"', "zone", "no time zone"),
    (CITY, '"America/Halifax"', '"../etc"', "zone", "no time zone"),
    (CITY, '"America/Halifax"', '" "', "zone", "no text here"),
    (CITY, '["en", "zh"]', '["en", "english"]', "languages", "codes of languages"),
    (CITY, '["en", "zh"]', '["en", "zh", "en"]', "languages", "each once"),
    (CITY, '["en", "zh"]', '"en"', "languages", "codes of languages"),
    (CITY, "digest_hour = 7", "digest_hour = 24", "digest_hour", "from 0 to 23"),
    (CITY, "digest_hour = 7", "digest_hour = true", "digest_hour", "from 0 to 23"),
    (CITY, "digest_hour = 7", "digest_hor = 7", "digest_hor", "did you mean 'digest_hour'"),
    (CITY, "digest_hour = 7", "digest_hour = ", "the whole file", "no TOML"),
    (CITY, 'zh = "桤木港"', 'zh = ""', "names", "the name in 'zh' is no text"),
    (CITY, 'zh = "桤木港"', "zh = 5", "names", "the name in 'zh' is no text"),
    (CITY, 'zh = "桤木港"', "", "names", "no name in 'zh'"),
    (CITY, "[names]", "[name]", "names", "no names"),
    (CITY, "[emergency.care]", "[emergency.cares]", "emergency.care", "no table"),
    (CITY, '"988"', "988", "emergency.care.number", "no text here"),
    (CITY, 'zh = "海岸警卫队"', 'z = ""', "emergency.coast_guard.names", "no name in 'zh'"),
    (CITY, "[modules]", "[module]", "modules", "no table"),
    (CITY, "trust = {", "thrust = {", "modules.trust", "no names"),
    (CITY, "trust = {", "thrust = {", "modules.thrust", "did you mean 'trust'"),
    (CITY, "not_ours =", '"not ours" =', "decline_reasons.not ours", "no slug"),
    (CITY, 'slug = "port_alder"', 'slug = "old_town"', "slug", "'old_town' is a district"),
    (CITY, '"988"', '"call us"', "emergency.care.number", "cannot be dialled"),
    (CITY, '"988"', '"9"', "emergency.care.number", "cannot be dialled"),
    (CITY, 'not_ours = { en = "not our job", zh = "不归我们管" }', "", "decline_reasons",
     "there are none"),
    (CITY, "[refuse_reasons]", "[refusals]", "refuse_reasons", "no table"),
    (CITY, 'outside = { en = "not in the town", zh = "不在本镇" }', "", "refuse_reasons",
     "there are none"),
    (CITY, 'outside = {', '"out side" = {', "refuse_reasons.out side", "no slug"),
    (CITY, "[emergency.fire]", "[emergency.ambulance]", "the whole file", "no TOML"),
    (CITY, 'en = "Port Alder"', f'en = "{"Port " * 13}"', "names", "write at most 60"),
    (CITY, 'en = "Port Alder"', 'en = "Port\\nAlder"', "names", "write it on one"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[-1]}")
def test_a_fault_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)
