"""What categories and responders say: every fault is told."""

from __future__ import annotations

import pytest

from tests.city.broken import DESK, LIGHT, OTHER, POWER, Change, Fault, is_told

FAULTS: list[Fault] = [
    (LIGHT, '"transport"', '"transprot"', "module", "did you mean 'transport'"),
    (LIGHT, 'module = "transport"', "", "module", "nothing stands here"),
    (LIGHT, '"normal"', '"urgent"', "urgency", "'urgent' is none of them"),
    (LIGHT, '"5d"', '"five days"', "solve", "no length of time"),
    (LIGHT, '"5d"', "5", "solve", "no length of time"),
    (LIGHT, '"4h"', '"0h"', "ladder 1.answer", "no length of time"),
    (LIGHT, 'to = "enterprise"', 'to = "enterprises"', "ladder 1.to", "did you mean 'enterprise'"),
    (LIGHT, 'to = "enterprise"', 'to = "ngo"', "ladder 1: ngo", "nobody of this kind serves"),
    (LIGHT, ":town_desk", ":town_dusk", "ladder 3", "did you mean 'town_desk'"),
    (LIGHT, ":town_desk", ":alder_power", "the last rung", "alder_power is no government"),
    (LIGHT, '"responder:town_desk"', '"government"', "the last rung", "no desk by name"),
    (LIGHT, 'answer = "4h"', 'answers = "4h"', "ladder 1.answers", "did you mean 'answer'"),
    (OTHER, "[[ladder]]", "[ladder]", "ladder", "no rows"),
    (OTHER, "[[ladder]]", "[[ladders]]", "the last rung", "no desk by name"),
    (OTHER, "private = true", 'private = "yes"', "private", "write true or false"),
    (OTHER, "private = true", 'care = "yes"', "care", "write true or false"),
    (DESK, '"government"', '"goverment"', "kind", "did you mean 'government'"),
    (DESK, '["port_alder"]', '["old_town"]', "", "town_desk does not cover hillside"),
    (DESK, '["port_alder"]', '["port_adler"]', "areas", "did you mean 'port_alder'"),
    (DESK, '["port_alder"]', "[]", "areas", "no list of texts"),
    (DESK, '"Su-Th 08:30-16:30"', '"Mo-Fr 8:30-16:30"', "hours", "no clear hours"),
    (DESK, '"Su-Th 08:30-16:30"', '"Mo-Fr 08:30-24:30"', "hours", "no clear hours"),
    (DESK, '"Su-Th 08:30-16:30"', '"Monday 08:30-16:30"', "hours", "'Monday' is no day"),
    (DESK, '"Su-Th 08:30-16:30"', '"Mo-Fri 08:30-16:30"', "hours", "'Mo-Fri' is no day"),
    (DESK, '"Su-Th 08:30-16:30"', '"Mo 08:00-12:00,11:00-13:00"', "hours", "on Mo overlap"),
    (DESK, '["console:desk"]', '["desk"]', "staff", "no address"),
    (POWER, '["street_light"]', '["street_lights"]', "categories", "did you mean 'street_light'"),
    (POWER, '["street_light"]', '["street_light", "street_light"]', "categories", "twice"),
    (POWER, '["street_light"]', '"street_light"', "categories", "no list of texts"),
    (LIGHT, "路灯", "其他", "names", "other is called '其他' too"),
    (LIGHT, '"street light"', '"Anything else"', "names", "other is called 'Anything else' too"),
    (DESK, '"Town Desk"', '"Alder Power"', "names", "alder_power is called 'Alder Power' too"),
    (POWER, 'kind = "enterprise"', "kind = [", "the whole file", "no TOML"),
    (POWER, '"24/7"', '""', "hours", "no text here"),
    (POWER, '"24/7"', '"24/7; Mo 10:00-12:00"', "hours", "no day"),
    (LIGHT, 'names = {', 'title = {', "names", "no names"),
    (LIGHT, '"30m"', '"30 minutes"', "ladder 2.answer", "no length of time"),
    (LIGHT, '"4h"', '"4h"\nwhen={ urgency = ["urgent"] }', "1.when.urgency", "'urgent' is none"),
    (LIGHT, '"4h"', '"4h"\nwhen={ areas = ["hill"] }', "1.when.areas", "'hill' is not"),
    (LIGHT, '"4h"', '"4h"\nwhen={ hours = "Mo" }', "1.when.hours", "no clear hours"),
    (LIGHT, '"4h"', '"4h"\nwhen={ day = 1 }', "1.when.day", "not known here"),
    (LIGHT, '"4h"', '"4h"\nwhen={ answers = { many = ["one"] } }', "many", "no question"),
    (LIGHT, '"4h"', '"4h"\nwhen={ answers = { how_many = ["al"] } }', "how_many", "mean 'all'"),
    (LIGHT, '"2d"', '"2d"\nwhen = { urgency = ["high"] }', "the last rung", "has conditions"),
    (POWER, '"24/7"', '"24/7"\ncapacity = 0', "capacity", "whole number from 1"),
    (OTHER, "needs_place = false", "need_place = false", "need_place", "did you mean"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]}: {fault[-1]}")
def test_a_fault_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)
