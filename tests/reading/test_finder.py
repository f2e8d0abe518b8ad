"""The place that a sentence names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.city import City, load
from bot.core.distance import metres
from bot.message import Point
from bot.reading import Finder, Found
from bot.reading.finder import NEAR

ELSEWHERE = Path(__file__).resolve().parents[1] / "city" / "elsewhere"


@pytest.mark.parametrize(
    ("sentence", "said", "place"),
    [
        ("橡树路的路灯坏了", "橡树路", "oak_road"),
        ("橡樹路嘅路燈壞咗", "橡樹路", "oak_road"),
        ("橡 树 路", "橡 树 路", "oak_road"),
        ("The light on Oak Road is out", "Oak Road", "oak_road"),
        ("OAK RD. no light", "OAK RD", "oak_road"),
        ("Ｏａｋ　Ｒｏａｄ", "Ｏａｋ　Ｒｏａｄ", "oak_road"),
        ("oak-road", "oak-road", "oak_road"),
        ("Oak Road's lamps", "Oak Road", "oak_road"),
        ("binhai ave", "binhai ave", "binhai_avenue"),
        ("lift in Heping Xiaoqu", "Heping Xiaoqu", "heping_estate"),
        ("hepingxiaoqu dianti huai le", "hepingxiaoqu", "heping_estate"),
        ("renmin lu hen hei", "renmin lu", "renmin_road"),
        ("People's Hospital", "People's Hospital", "peoples_hospital"),
        ("binhai people’s hospital", "binhai people’s hospital", "peoples_hospital"),
        ("送到滨海市人民医院门口", "滨海市人民医院门口", "peoples_hospital"),
        ("Children’s Park", "Children’s Park", "childrens_park"),
        ("Binhai No.1 Primary School", "Binhai No.1 Primary School", "primary_school_1"),
        ("binhai number 2 primary school", "binhai number 2 primary school", "primary_school_2"),
        ("滨海一小", "滨海一小", "primary_school_1"),
        ("滨海二小", "滨海二小", "primary_school_2"),
    ],
)
def test_a_name_is_found_as_it_was_said(
    finder: Finder, sentence: str, said: str, place: str
) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert (found.text, found.place, found.choices) == (said, place, ())


@pytest.mark.parametrize(
    ("sentence", "said", "place"),
    [
        ("和平小区3号楼2单元电梯坏了", "和平小区3号楼2单元", "heping_estate"),
        ("和平小区 3 号楼", "和平小区 3 号楼", "heping_estate"),
        ("阳光花园5栋1202室停电", "阳光花园5栋1202室", "sunshine_garden"),
        ("人民路128号门口垃圾没人收", "人民路128号门口", "renmin_road"),
        ("12 Oak Road", "12 Oak Road", "oak_road"),
        ("the lamp at 12b Oak Road, please", "12b Oak Road", "oak_road"),
        ("Oak Road 12 is dark", "Oak Road 12", "oak_road"),
        ("building 4, Heping Estate", "building 4, Heping Estate", "heping_estate"),
        ("Heping Estate building 4, unit 2", "Heping Estate building 4, unit 2", "heping_estate"),
        ("lift in building 3 of Heping Estate", "building 3 of Heping Estate", "heping_estate"),
        ("heping estat building 5", "heping estat building 5", "heping_estate"),
        ("Heping Estate 3号楼", "Heping Estate 3号楼", "heping_estate"),
        ("3 lights on Oak Road", "Oak Road", "oak_road"),
        ("Oak Road 3 weeks dark", "Oak Road", "oak_road"),
        ("和平小区停电3天了", "和平小区", "heping_estate"),
    ],
)
def test_numbers_of_houses_and_doors_belong_to_the_place(
    finder: Finder, sentence: str, said: str, place: str
) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert (found.text, found.place) == (said, place)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("辛福路的灯不亮", "xingfu_road"),
        ("在阳光花圆门口", "sunshine_garden"),
        ("合平小区没水", "heping_estate"),
        ("滨海市人民医元", "peoples_hospital"),
        ("和平老人活动中心不开门", "elders_centre"),
        ("滨海市人民大医院", "peoples_hospital"),
        ("Oak Raod is dark", "oak_road"),
        ("Heping Estat", "heping_estate"),
        ("Hepnig Estate", "heping_estate"),
        ("sunshien garden gate", "sunshine_garden"),
        ("Oakroad", "oak_road"),
        ("He Ping Estate", "heping_estate"),
        ("Binhai Peoples Hosptial", "peoples_hospital"),
        ("binhai avenu", "binhai_avenue"),
    ],
)
def test_a_name_with_a_slip_is_found(finder: Finder, sentence: str, place: str) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "", "👍", "12", "\u0301", "谢谢", "我想办身份证", "我要投诉你们", "居民路过看到的",
        "幸福感很强", "人民的名义", "和平解决", "今天阳光很好", "花园里的树倒了",
        "家里的路由器坏了", "文化水平不高",
        "学校门口", "小区里没有灯", "医院的电梯", "滨海三小", "滨海市第三小学", "新华字典丢了",
        "解放了", "这条路很黑", "建设得很好", "胜利在望", "有人在公园里摔倒了", "石头掉在桥上",
        "什么时候送餐", "卡里还有两千块", "老人一个人在家", "青年人帮忙", "海景真好看",
        "thanks", "lovely sunshine in the garden today", "helping my estate agent", "what a park",
        "people are waiting", "sunshien, garden", "the hospital", "children are here",
        "a road to nowhere",
        "construction on our street", "services shall be free", "No. 3 Primary School",
        "green lane closed", "it is a happy day", "the pine trees fell", "station", "culture shock",
        "my street has no light", "near the market", "peace and quiet",
    ],
)  # fmt: skip
def test_a_sentence_without_a_place_has_none(finder: Finder, sentence: str) -> None:
    assert finder.find(sentence) is None


def test_longer_names_that_begin_like_a_street_are_not_the_street(finder: Finder) -> None:
    assert finder.find("朝阳街道办事处") is None
    assert finder.find("朝阳街到了") is not None


@pytest.mark.parametrize("sentence", ["新华路的路灯坏了", "Xinhua Road 12", "xinhua lu"])
def test_a_name_in_two_districts_leaves_a_choice(finder: Finder, sentence: str) -> None:
    found = finder.find(sentence, "zh")
    assert found is not None
    assert found.place is None
    assert found.area == "binhai"
    assert [(each.place, each.text) for each in found.choices] == [
        ("xinhua_road_west", "新华路（海湾区）"),
        ("xinhua_road_east", "新华路（新城区）"),
    ]


def test_labels_are_in_the_language_asked_for(finder: Finder) -> None:
    found = finder.find("新华路", "en")
    assert found is not None
    assert [each.text for each in found.choices] == [
        "Xinhua Road (Haiwan District)",
        "Xinhua Road (Xincheng District)",
    ]


def test_names_that_differ_in_one_language_only_leave_a_choice_in_the_other(
    finder: Finder,
) -> None:
    found = finder.find("Wenhua Road street light", "en")
    assert found is not None
    assert [each.place for each in found.choices] == ["wenhua_road", "wenhua_road_east"]
    assert "Haiwan" in found.choices[0].text
    chinese = finder.find("Wenhua Road", "zh")
    assert chinese is not None
    assert [each.text for each in chinese.choices] == ["文化路", "文华路"]
    exact = finder.find("文华路的路灯")
    assert exact is not None
    assert exact.place == "wenhua_road_east"


def test_an_open_choice_holds_all_that_it_may_be(finder: Finder, city: City) -> None:
    found = finder.find("新华路")
    assert found is not None
    for choice in found.choices:
        assert metres(found.point, city.places[choice.place].point) <= found.radius


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("海湾区新华路的路灯坏了", "xinhua_road_west"),
        ("新华路，在新城区", "xinhua_road_east"),
        ("Xinhua Road in Haiwan District", "xinhua_road_west"),
        ("新华路，体育场公交站附近", None),
    ],
)
def test_an_area_beside_it_decides(finder: Finder, sentence: str, place: str | None) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert found.choices == ()
    if place:
        assert found.place == place


def test_a_clear_place_near_one_of_them_decides(finder: Finder) -> None:
    found = finder.find("新华路没有灯。就在老港新村那边")
    assert found is not None
    assert (found.text, found.place) == ("新华路, 老港新村", "laogang_village")


@pytest.mark.parametrize(
    "sentence",
    ["人民路和橡树路路口", "人民路橡树路口的灯坏了", "人民路与橡树路交叉口", "Oak Rd & Renmin Rd",
     "the corner of Oak Road and Renmin Road", "oak road / renmin road", "Oak Road at Renmin Road"],
)  # fmt: skip
def test_two_streets_are_where_they_meet(finder: Finder, city: City, sentence: str) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert metres(found.point, Point(36.6184, 121.2246)) < 60
    assert found.radius <= 60
    assert found.area == city.area_at(found.point) == "heping_2"
    assert found.choices == ()


def test_of_two_streets_of_one_name_the_one_that_meets_is_meant(finder: Finder) -> None:
    found = finder.find("新华路和幸福路交叉口")
    assert found is not None
    assert found.place == "xinhua_road_west"
    assert found.text == "新华路和幸福路交叉口"


def test_two_places_far_apart_leave_a_choice(finder: Finder) -> None:
    found = finder.find("松林苑5栋和海景苑2栋都停电了")
    assert found is not None
    assert [each.place for each in found.choices] == ["pinewood_court", "seaview_court"]
    assert found.text == "松林苑5栋, 海景苑2栋"
    streets = finder.find("Oak Road and Station Road are both dark", "en")
    assert streets is not None
    assert [each.text for each in streets.choices] == ["Oak Road", "Station Road"]


def test_two_places_near_each_other_are_one(finder: Finder) -> None:
    found = finder.find("和平小区没有水。和平卫生服务站也没有")
    assert found is not None
    assert found.place in {"heping_estate", "heping_clinic"}
    assert found.choices == ()


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("I live in Heping Estate, the lamp on Oak Road is broken", "oak_road"),
        ("我住和平小区，橡树路上的路灯坏了", "oak_road"),
        ("我是松林苑的居民，人民公园里的灯坏了", "renmin_park"),
        ("我住在和平小区3号楼", "heping_estate"),
        ("我住在人民路和平小区", "heping_estate"),
    ],
)
def test_where_a_person_lives_counts_only_when_nothing_else_is_named(
    finder: Finder, sentence: str, place: str
) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    ("sentence", "said", "place"),
    [
        ("橡树路，滨海图书馆旁边", "橡树路，滨海图书馆旁边", "library"),
        ("the lamp on Oak Road near Binhai Library", "Oak Road near Binhai Library", "library"),
        ("人民路和平小区3号楼", "人民路和平小区3号楼", "heping_estate"),
        ("从人民路到幸福路一段全黑", "人民路到幸福路", "renmin_road"),
        ("Oak Road is dark. Please fix Oak Road", "Oak Road", "oak_road"),
    ],
)
def test_names_that_tell_one_place_are_taken_together(
    finder: Finder, sentence: str, said: str, place: str
) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert (found.text, found.place) == (said, place)


@pytest.mark.parametrize(
    "sentence",
    ["滨海图书馆附近", "滨海图书馆对面", "near Binhai Library", "opposite the Binhai Library",
     "Binhai Library附近", "靠近滨海图书馆"],
)  # fmt: skip
def test_near_makes_the_circle_wider(finder: Finder, city: City, sentence: str) -> None:
    found = finder.find(sentence)
    assert found is not None
    assert found.text == sentence
    assert found.radius == city.places["library"].radius + NEAR


def test_a_long_list_of_places_is_cut(finder: Finder) -> None:
    found = finder.find("人民路的" * 900)
    assert found is not None
    assert found.place == "renmin_road"
    assert len(found.text) == 200


def test_an_area_alone_is_a_place_without_a_name(finder: Finder) -> None:
    found = finder.find("和平社区的路灯都不亮")
    assert found is not None
    assert (found.text, found.place, found.area) == ("和平社区", None, "heping")
    assert found.radius > 1000


def test_a_pin_is_named_after_what_is_there(finder: Finder, city: City) -> None:
    estate = city.places["heping_estate"]
    inside = Point(estate.point.lat + 0.001, estate.point.lon)
    found = finder.at(inside)
    assert found is not None
    assert (found.text, found.place, found.area) == ("和平小区", "heping_estate", "heping_1")
    assert found.point == inside
    english = finder.at(inside, "en")
    assert english is not None
    assert english.text == "Heping Estate"


def test_a_pin_on_a_street_has_its_name(finder: Finder, city: City) -> None:
    end = city.places["yingbin_avenue"].course[-1]
    found = finder.at(end, "en")
    assert found is not None
    assert found.text == "Yingbin Avenue"


def test_a_pin_near_nothing_has_the_areas_name(finder: Finder) -> None:
    found = finder.at(Point(36.6325, 121.2025), "en")
    assert found is not None
    assert (found.text, found.place) == ("Beiling Grid 1", None)


def test_a_pin_outside_the_city_is_no_place(finder: Finder) -> None:
    assert finder.at(Point(0, 0)) is None


def test_a_chosen_place_is_given_by_its_slug(finder: Finder, city: City) -> None:
    found = finder.by_slug("xinhua_road_east", "en")
    assert found is not None
    assert (found.text, found.place) == ("Xinhua Road", "xinhua_road_east")
    assert found.area == city.places["xinhua_road_east"].area
    assert finder.by_slug("xinhua_road_east", text="新华路12号") is not None
    assert finder.by_slug("nowhere") is None


@pytest.mark.parametrize("sentence", ["新华路12号", "near Oak Road", "和平社区"])
def test_a_found_place_survives_json(finder: Finder, sentence: str) -> None:
    found = finder.find(sentence)
    assert found is not None
    facts = json.loads(json.dumps(found.to_facts()))
    assert set(facts) == {"text", "lat", "lon", "radius", "area", "place", "choices"}
    assert Found.from_facts(facts) == found


def test_another_city_needs_no_other_code() -> None:
    finder = Finder(load(ELSEWHERE))
    found = finder.find("The lamp at the Market Hall is out")
    assert found is not None
    assert found.place == "market_hall"
    assert finder.find("wharfsde") is not None
    assert finder.find("quayin") is not None
    assert finder.find("quayint") is None, "a short word may be another"
    choice = finder.find("church st")
    assert choice is not None
    assert [each.text for each in choice.choices] == [
        "Church Street (Old Town)",
        "Church Street (Hillside)",
    ]
    crossing = finder.find("corner of Water Street and Church Street")
    assert crossing is not None


CARRIERS = [
    "{}的路灯坏了", "我在{}，电梯停了", "你好，{}垃圾没人收", "{}", "请问{}什么时候修好？",
    "The light at {} is broken", "hello, {} please", "no lift in {} since Monday", "it is {}!",
]  # fmt: skip


@settings(deadline=None)
@given(data=st.data())
def test_every_name_is_found_in_any_sentence(
    finder: Finder, city: City, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from(sorted(city.places.values(), key=lambda each: each.slug)))
    language = data.draw(st.sampled_from(city.languages))
    name = data.draw(st.sampled_from([place.names[language], *place.aliases[language]]))
    said = data.draw(st.sampled_from([name, name.upper(), name.replace(" ", "  ")]))
    found = finder.find(data.draw(st.sampled_from(CARRIERS)).format(said))
    assert found is not None
    assert place.slug in {found.place, *(each.place for each in found.choices)}


@settings(deadline=None)
@given(st.text())
def test_finding_never_fails(finder: Finder, text: str) -> None:
    found = finder.find(text)
    assert found is None or found.radius > 0


@pytest.mark.parametrize(
    ("known", "said", "now"),
    [
        ("橡树路12号", "等等，是14号", "橡树路14号"),
        ("橡树路12号", "不是12号，是14号", "橡树路14号"),
        ("和平小区3号楼2单元", "是五号楼", "和平小区五号楼"),
        ("Oak Road 12", "no, number 14", "Oak Road number 14"),
        ("Oak Road 12", "actually it's building 5", "Oak Road building 5"),
        ("12 Oak Road", "not 12, 14", "Oak Road 14"),
        ("Oak Road 12", "нет, дом 14", "Oak Road дом 14"),
    ],
)
def test_another_number_is_next_door(finder: Finder, known: str, said: str, now: str) -> None:
    found, was = finder.renumbered(known, said), finder.find(known)
    assert found is not None
    assert was is not None
    assert (found.text, found.place, found.point) == (now, was.place, was.point)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Oak Road 12", "thanks"),
        ("Oak Road 12", "it is at 12"),
        ("Oak Road 12", "People's Hospital, 14"),
        ("somewhere", "no, 14"),
    ],
)
def test_without_a_number_or_a_street_nothing_is_next_door(
    finder: Finder, known: str, said: str
) -> None:
    assert finder.renumbered(known, said) is None


def test_a_word_for_houses_is_no_typo_of_a_name(finder: Finder) -> None:
    assert finder.find("Tuanjie Residence building 3") is None
