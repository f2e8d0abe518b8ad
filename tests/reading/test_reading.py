"""A sentence read whole."""

from __future__ import annotations

import statistics
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.catalogue import Urgency
from bot.reading import Finder, Lexicon, Reading, clean, read


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon, finder: Finder) -> Reader:
    return Reader(lexicon, finder)


class Reader:
    """`read` with the city's parts at hand."""

    def __init__(self, lexicon: Lexicon, finder: Finder) -> None:
        self._lexicon, self._finder = lexicon, finder
        self.languages = lexicon.languages

    def __call__(self, text: str, prior: str = "zh") -> Reading:
        return read(text, prior=prior, lexicon=self._lexicon, finder=self._finder)


def test_a_sentence_is_read_whole(reader: Reader) -> None:
    reading = reader(
        "The lift in building 3, Heping Estate is stuck with my mother inside! k7q 4m2"
    )
    assert reading.language == "en"
    assert reading.unspoken is None
    assert reading.urgency is Urgency.EMERGENCY
    assert reading.why
    assert reading.refs == ("K7Q-4M2",)
    assert reading.stars is None
    assert reading.place is not None
    assert reading.place.text == "building 3, Heping Estate"


def test_a_rating_is_read(reader: Reader) -> None:
    reading = reader("K7Q-4M2 给五星，谢谢", "en")
    assert (reading.language, reading.stars, reading.refs) == ("zh", 5, ("K7Q-4M2",))


@pytest.mark.parametrize("text", ["K7Q-4M2", "k7q4m2", "K7Q 4M2", "k7q–4m2"])
def test_a_reference_is_found_as_people_write_it(reader: Reader, text: str) -> None:
    assert reader(f"what about {text}?").refs == ("K7Q-4M2",)


@pytest.mark.parametrize(
    "text", ["和平小区3号楼2单元", "Heping Estate", "at Heping Estate", "新华路", "near 橡树路"]
)
@pytest.mark.parametrize("prior", ["zh", "en"])
def test_the_name_of_a_place_is_no_reason_to_change_the_language(
    reader: Reader, text: str, prior: str
) -> None:
    assert reader(text, prior).language == prior


def test_a_name_in_the_other_script_does_not_change_the_language(reader: Reader) -> None:
    assert reader("Light out at 和平小区3号楼2单元", "en").language == "en"
    assert reader("Sunshine Garden 停电", "en").language == "zh"


def test_choices_are_labelled_in_the_language_of_the_sentence(reader: Reader) -> None:
    reading = reader("The light on Xinhua Road is broken")
    assert reading.place is not None
    assert reading.place.choices[0].text == "Xinhua Road (Haiwan District)"


def test_danger_is_seen_in_a_language_that_is_not_the_sentences(reader: Reader) -> None:
    assert reader("please help 着火了 Heping Estate").urgency is Urgency.EMERGENCY


def test_anger_changes_nothing(reader: Reader) -> None:
    calm = reader("The street light on Oak Road is broken.")
    angry = reader("THE STREET LIGHT ON OAK ROAD IS BROKEN!!! I KNOW THE MAYOR, YOU WILL REGRET IT")
    assert calm.urgency is angry.urgency is Urgency.NORMAL


@settings(deadline=None)
@given(text=st.text(), prior=st.sampled_from(["zh", "en"]))
def test_reading_never_fails(reader: Reader, text: str, prior: str) -> None:
    assert reader(text, prior).language in reader.languages


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["人民路", "Oak Road", "和", "and", "3号楼", "near", "口", "K7Q-4M2", "⭐", "12 ", "，",
             "新华路", "海湾区", "\u200d", "着火", "to", "I live in ", "\n", "对面", "五星"]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_what_is_found_stands_in_the_text(reader: Reader, parts: list[str]) -> None:
    text = "".join(parts)
    place = reader(text).place
    if place:
        for said in place.text.split(", "):
            assert said in clean(text)


def test_a_usual_sentence_is_read_in_no_time(reader: Reader) -> None:
    text = "The street light at 12 Oak Road has been broken for two weeks"
    reader(text)
    times = []
    for _ in range(30):
        start = time.perf_counter()
        reader(text)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.02
