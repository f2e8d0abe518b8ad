"""Which of the city's things a text names, and codes that stand in what people write."""

from __future__ import annotations

import pytest

from bot.city import City
from bot.reading import Words
from bot.reading.codes import find_code, is_code, mentions_code
from bot.reading.names import find_like, find_named, find_role

SKILLS = {
    "drive": {"zh": "有车，能接送", "en": "driving"},
    "repair": {"zh": "小修小补", "en": "small repairs or painting"},
    "care": {"zh": "照护老人或孩子", "en": "caring for elders"},
}
CODE = "fk3tQmYw2sLr9Zb0xVd1cA"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I like driving and painting", ["drive", "repair"]),
        ("我有车，能接送老人", ["drive"]),
        ("screwdriving", []),
        ("老人", []),
        ("", []),
    ],
)
def test_what_somebody_can_do_is_named_whole_or_in_part(
    text: str, found: list[str], words: Words
) -> None:
    assert find_named(text, SKILLS, words) == found


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("the lighting division", "lighting_division"),
        ("invite someone from the lightning division please", "lighting_division"),
        ("路灯管理", "lighting_division"),
        ("热线", "service_desk"),
        ("consumer asociation", "consumer_association"),
    ],
)
def test_an_organisation_is_found_however_it_is_written(text: str, slug: str, city: City) -> None:
    names = {each.slug: each.names for each in city.catalogue.responders.values()}
    assert find_like(text, names)[0] == slug


@pytest.mark.parametrize("text", ["", "x", "a volunteer", "乐", "zzzzzz"])
def test_what_is_no_organisation_finds_none(text: str, city: City) -> None:
    names = {each.slug: each.names for each in city.catalogue.responders.values()}
    assert find_like(text, names) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("invite a volunteer", "volunteer"),
        ("邀请一名协调员", "coordinator"),
        ("a new colleague", "responder"),
        ("a volunteer or a coordinator", None),
        ("invite somebody", None),
    ],
)
def test_a_role_is_named(text: str, role: str | None, words: Words) -> None:
    assert find_role(text, words) == role


def test_two_that_are_named_alike_are_both_meant() -> None:
    names = {"north": {"en": "North Water Works"}, "south": {"en": "South Water Works"}}
    assert find_like("water works", names) == ["north", "south"]
    alike = {f"w{n}": {"zh": f"滨海市{n}局"} for n in ("园林", "水务", "教育")}
    assert find_like("给水务局开个邀请", alike) == ["w水务"]
    assert find_like("south water works", names) == ["south"]
    assert find_like("water", {}) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CODE, CODE),
        (f" {CODE}\n", CODE),
        (f"https://t.me/BinhaiBot?start={CODE}", CODE),
        (f"http://localhost:8080/#join={CODE}", CODE),
        (f"I have a code: {CODE}.", CODE),
        (f"my code is {CODE} I think", CODE),
        (f"{CODE} 这个怎么用", CODE),
        ("my invitation code is HARBOUR-2218", "HARBOUR-2218"),
        ("邀请码是BH2207", "BH2207"),
        ("I have an invitation", None),
        ("I want to help, I live at Oak Road 12345", None),
        ("", None),
    ],
)
def test_a_code_is_found(text: str, code: str | None, words: Words) -> None:
    assert find_code(text, words) == code


def test_only_a_code_alone_is_nothing_else(words: Words) -> None:
    assert is_code(CODE)
    assert is_code(f"https://t.me/BinhaiBot?start={CODE}")
    assert not is_code(f"my code is {CODE}")
    assert not is_code("counterrevolutionaries")
    assert mentions_code("在哪里输邀请码", words)
    assert not mentions_code("I'd like to join", words)
