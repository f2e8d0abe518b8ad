"""How many stars a text gives: 5 stars, ⭐⭐⭐, 五星, 4分, 3/5."""

from __future__ import annotations

import re

from bot.reading.text import plain

MOST = 5
_STARS = frozenset(range(1, MOST + 1))

_WORDS = {
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "одна": 1, "две": 2, "три": 3, "четыре": 4, "пять": 5,
}  # fmt: skip
_NUMBER = rf"(?<![\d.,/十百a-zà-ÿа-я])([1-5]|{'|'.join(_WORDS)})"
_NAMES = (
    r"stars?|estrellas?|[ée]toiles?|зв[её]зд\w*|نجوم|نجمة|"
    r"points?\s+out\s+of\s+5|out\s+of\s+(?:5|five)"
)
_AFTER = r"(?=[吧了啊呀哈呢哦的,，。.!！~～;；]|好评|评价|满意|谢谢|$|\s)"

_WRITTEN = re.compile(
    rf"{_NUMBER}[\s-]*(?:(?:{_NAMES})\b|颗星|星{_AFTER}|分{_AFTER}|/\s*5(?!\d)|[⭐★🌟](?![⭐★🌟]))"
    rf"|(?:打|给|评)\s*(?:个|它|你们|了)?\s*([1-5一二两三四五])\s*[星分](?!钟|之)",
    re.IGNORECASE,
)
_DRAWN = re.compile(r"(?:[⭐★🌟☆]\ufe0f?\s*)+")
_FULL = re.compile(r"满分|全五星")


def find_stars(text: str) -> int | None:
    """1 to 5, or None when the text gives none, or says two things."""
    text = plain(text)
    said = {_value(one or other) for one, other in _WRITTEN.findall(text)}
    if not said and _FULL.search(text):
        said = {MOST}
    if not said:
        said = {sum(sign in "⭐★🌟" for sign in each) for each in _DRAWN.findall(text)}
    return said.pop() if len(said) == 1 and said <= _STARS else None


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _WORDS[number.casefold()]
