"""Public holidays and the time that each urgency may take, as a city says them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.city import City, load
from bot.core.catalogue import TIERS, Tier, Urgency
from tests.city.broken import CITY, Change, Fault, is_told

DUTY = "[duty]"


def test_without_a_word_no_day_is_shut_and_tiers_are_as_usual(elsewhere: City) -> None:
    assert all(not each.hours.shut for each in elsewhere.catalogue.responders.values())
    assert elsewhere.catalogue.tiers == TIERS


def test_holidays_are_the_countrys_and_the_citys_own(sample: City) -> None:
    known = sample.catalogue.responders
    new_year = date(2027, 1, 1)
    assert new_year in known["lighting_division"].hours.shut
    assert new_year not in known["binhai_transit"].hours.shut, "it runs on holidays"
    assert new_year in sample.duty.shut


FAULTS: list[Fault] = [
    (CITY, DUTY, f"{lines}\n{DUTY}", place, words)
    for lines, place, words in (
        ('[holidays]\ncountry = "XX"', "holidays.country", "'XX' is not known"),
        ('[holidays]\ncountry = "DE"\nregion = "ZZ"', "holidays.region", "known are: BB"),
        ('[holidays]\ncountry = "SM"\nregion = "ZZ"', "holidays.region", "known are: none"),
        ('[holidays]\nalso = ["2026-05-04"]', "holidays.also", "these are no days"),
        ("[holidays]\nnever = 3", "holidays.never", "these are no days"),
        ("[holidays]\ncountry = 3", "holidays.country", "no text here"),
        ('[tiers.normal]\ndispatch = "4x"', "tiers.normal.dispatch", "no length of time"),
        ('[tiers.normal]\ndispatch = "9d"', "tiers.normal", "these do not grow"),
        ('[tiers.urgent]\ndispatch = "4h"', "tiers.urgent", "this word is not known here"),
    )
]


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_told(change: Change, fault: Fault) -> None:
    is_told(change, fault)


def test_days_and_tiers_of_its_own(change: Change) -> None:
    lines = '[holidays]\nalso = [2026-05-04]\n[tiers.high]\nanswer = "12h"'
    city = load(change(CITY, DUTY, f"{lines}\n{DUTY}"))
    assert city.duty.shut == frozenset({date(2026, 5, 4)})
    usual = TIERS[Urgency.HIGH]
    assert city.catalogue.tiers[Urgency.HIGH] == Tier(
        usual.dispatch, timedelta(hours=12), usual.solve
    )
