"""What is kept, for how long, who sees it: in plain words, by the city's own figures."""

from __future__ import annotations

import pytest

from tests.keeping.conftest import Town

TOLD = {
    "en": ("for one month", "for 6 months", "for 2 years"),
    "zh": ("保存 1 个月", "保存 6 个月", "再保存 2 年"),
}


@pytest.mark.parametrize("language", TOLD)
async def test_it_tells_how_long_and_leads_to_a_copy_and_to_be_forgotten(
    town: Town, language: str
) -> None:
    await town.arrives("Ada")
    await town.asks("Ada", "set_language", to=language)
    await town.asks("Ada", "privacy")
    shown = town.platform.sent["Ada"][-1]
    assert all(each in shown.text for each in TOLD[language]), shown.text
    taps = [each.tap for row in shown.buttons for each in row]
    assert taps == ["/export_data", "/forget_me"]
    await town.tap("Ada", "export_data")
    await town.tap("Ada", "forget_me")
    assert town.platform.keys("Ada")[-2:] == ["export-started", "forget-sure"]
