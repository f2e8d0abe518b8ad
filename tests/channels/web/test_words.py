"""The page's own words, and the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.web import Settings, open_channel
from bot.channels.web.labels import LABELS, labels_json, pick
from tests.fakes.door import FakeDoor
from tests.web.house import Site


async def test_labels_come_in_the_language_that_is_wanted(site: Site) -> None:
    async with (
        ClientSession(site.url) as http,
        http.get("/api/labels?lang=fr-FR,zh-Hans-CN,en") as answer,
    ):
        told = await answer.json()
    assert (told["lang"], told["dir"], told["city"]) == ("zh", "ltr", "柳桥市")
    assert [each["code"] for each in told["languages"]] == ["en", "zh"]
    assert set(told["words"]) == set(LABELS)
    assert told["words"]["send"].startswith("page-send (zh)")
    assert "ref={ref}" in told["words"]["status"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("zh-TW,zh;q=0.9", "zh"), ("EN-gb", "en"), ("", "en"), ("de;q=1, zh;q=.5", "zh"), ("*", "en")],
)
def test_the_first_language_that_is_spoken_is_picked(wanted: str, found: str) -> None:
    assert pick(wanted, ("en", "zh")) == found


def test_a_right_to_left_language_is_told(tmp_path: Path) -> None:
    door = replace(FakeDoor(tmp_path).door, text=lambda *_: " rtl\n")
    assert labels_json(door, "en")["dir"] == "rtl"


def test_the_chat_can_be_switched_off(tmp_path: Path) -> None:
    door = FakeDoor(tmp_path).door
    assert open_channel(Settings.model_validate({"MANYHANDS_WEB": "0"}), door) is None
    assert open_channel(Settings.model_validate({"MANYHANDS_WEB": ""}), door) is not None
    assert open_channel(Settings.model_validate({}), door) is not None


@pytest.mark.parametrize("url", ["city.example", "ftp://city.example", "https://"])
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="MANYHANDS_PUBLIC_URL"):
        Settings.model_validate({"MANYHANDS_PUBLIC_URL": url})
