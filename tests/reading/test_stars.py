"""How many stars a text gives."""

from __future__ import annotations

import pytest

from bot.reading import Words
from bot.reading.stars import find_stars


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("5 stars", 5), ("5 Stars!", 5), ("four stars, thank you", 4), ("3-star", 3),
        ("one star", 1), ("2/5", 2), ("4 out of 5", 4), ("I give it 1 star.", 1),
        ("五星", 5), ("五星好评", 5), ("给四星吧", 4), ("打3分", 3), ("4分", 4), ("五分！", 5),
        ("给你们两颗星", 2), ("满分", 5), ("１星", 1),
        ("⭐⭐⭐", 3), ("⭐️⭐️", 2), ("★★★★☆", 4), ("5⭐", 5), ("⭐ ⭐ ⭐ ⭐", 4),
        ("cinco estrellas", 5), ("3 étoiles", 3), ("5 звёзд", 5),
    ],
)  # fmt: skip
def test_stars_are_read(text: str, stars: int, words: Words) -> None:
    assert find_stars(text, words) == stars


@pytest.mark.parametrize(
    "text",
    ["", "5", "ok", "6 stars", "10分", "0 stars", "15 stars", "5分钟了", "五分之一", "三星手机坏了",
     "星星", "五星级酒店门口", "第五分局", "starting at 5", "the stars are out", "等了三分钟",
     "4 or 5 stars? no, 2 stars", "十五分", "⭐⭐⭐⭐⭐⭐", "3.5 stars", "1/50"],
)  # fmt: skip
def test_what_is_no_rating_gives_no_stars(text: str, words: Words) -> None:
    assert find_stars(text, words) is None
