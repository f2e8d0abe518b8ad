"""What tells two reports of one kind apart, in each language."""

from __future__ import annotations

import pytest

from bot.core.duplicates import SAME, Sighting, likeness
from bot.reading import words_of
from bot.reading.meaning import meaning
from bot.reading.traits import traits
from tests.conftest import NOW

WORDS = words_of(("zh", "en", "es", "fr", "ar", "ru"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("和平小区五号楼电梯坏了", {"5"}),
        ("幸福路128号门口有坑", {"128"}),
        ("31路公交一直不来", {"31"}),
        ("the lift in building 7 is dead", {"7"}),
        ("bus 14 never stops here", {"14"}),
        ("no hay luz en el bloque 3", {"3"}),
        ("l'ascenseur du bâtiment 12 est en panne", {"12"}),
        ("لا كهرباء في مبنى ٤", {"4"}),
        ("в доме 9 не работает лифт", {"9"}),
        ("the lamp has been out for 3 days since 22:30", set()),
        ("第三次了，还是没人来", set()),
        ("there is no one at the stop and no two lamps work", set()),
    ],
)
def test_numbers_of_houses_and_lines_are_found_and_others_are_not(
    text: str, numbers: set[str]
) -> None:
    assert traits(text, None, WORDS).numbers == numbers


def test_numbers_of_the_place_count_too() -> None:
    assert traits("it is dark", "Oak Road 12", WORDS).numbers == {"12"}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("左边的电梯坏了", {"left"}),
        ("the right-hand lift is stuck", {"right"}),
        ("come right now please", set()),
        ("la puerta norte no abre", {"north"}),
        ("un chien noir errant", {"dark"}),
        ("الكلب الابيض عند الباب", {"light"}),
        ("левый лифт не едет", {"left"}),
    ],
)
def test_sides_and_colours_are_found(text: str, marks: set[str]) -> None:
    assert traits(text, None, WORDS).marks == marks


@pytest.mark.parametrize(
    "text",
    [
        "又停水了，上个月刚修好",
        "the lamp is out again",
        "otra vez sin agua",
        "de nouveau en panne",
        "انقطعت من جديد",
        "снова нет света",
    ],
)
def test_that_it_is_not_the_first_time_is_heard(text: str) -> None:
    assert traits(text, None, WORDS).again


def test_one_thing_in_two_languages_is_nearer_than_another() -> None:
    lamp = Sighting("a", NOW, "zh", vector=meaning("路灯坏了三天", None))
    same, another = (
        Sighting("a", NOW, "en", vector=meaning(each, None))
        for each in ("the street lamp has been dark since Monday", "they owe us two months' pay")
    )
    assert likeness(lamp, same) > likeness(lamp, another)
    assert likeness(lamp, same) > SAME


def test_nothing_has_no_meaning() -> None:
    assert meaning("", None) is None
    assert meaning("12 34", "") is None


def test_what_is_told_once_is_no_second_time() -> None:
    assert not traits("the lamp is out", None, WORDS).again
