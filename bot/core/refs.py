"""References that people can read aloud and type: K7Q-4M2."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 O 1 I L U: they are taken for one another on paper and on the phone."""

_D, _L = f"[{ALPHABET[:8]}]", f"[{ALPHABET[8:]}]"
_UNITS = (
    "ST|ND|RD|TH|ER|EM|RA|DA|TA|VA|NA|MA|AM|PM|HR|WK|YR|MS|MM|CM|DM|KM|FT|YD|"
    "MG|KG|KB|MB|GB|TB|KW|HP|HZ|BR|PC"
)
"""What stands after a number in what people write: 2nd, 3er, 9am, 5km, 2br."""

_MIXED = f"{_L}{_D}{_L}|{_L}{_L}{_D}|(?!{_D}(?:{_UNITS})){_D}{_L}{_L}"
_LEFT, _RIGHT = f"(?:{_MIXED})", f"(?:{_MIXED}|{_D}{_L}{_D})"
"""Each half holds a digit and a letter, and is no number with a sign, as B12, 24h and 9am are.
The left half is no measure either: 5m2, 2x4. So a time, a house or a size is no reference."""

_JOINT = r"\s?[-\u2010-\u2015\u2212\uff0d]\s?|\s"

_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that nobody sees: ours round a reference in Arabic, or those of a phone's keyboard."""

_PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
"""What a car's number begins with in China: 鲁F8K3M2 is none of ours."""

_FOUND = re.compile(
    rf"(?<![A-Z0-9])({_LEFT})(?:{_JOINT}|(?<![{_PLATES}]...))({_RIGHT})(?![A-Z0-9])",
    re.IGNORECASE | re.ASCII,
)

_MISTYPED = re.compile(
    rf"(?<![A-Z0-9-])(?:{_LEFT}-(?=[A-Z]*[0-9])[A-Z0-9]{{1,5}}"
    rf"|(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[A-Z0-9]{{3}}-{_RIGHT})(?![A-Z0-9-])",
    re.IGNORECASE | re.ASCII,
)


_CYRILLIC, _LATIN = "АВЕКМНОРСТУХ", "ABEKMHOPCTYX"
_TWIN = str.maketrans(_CYRILLIC + _CYRILLIC.lower(), _LATIN * 2)
"""Letters of a Russian keyboard that look like ours: К7Т-4М2 is K7T-4M2."""

_TYPED = re.compile(rf"(?<!\w)(?=[^\W\d_]*\d)[A-Z0-9{_CYRILLIC}]{{2,8}}(?!\w)", re.IGNORECASE)
_ENDING = re.compile(r"\d+(?:[ео]м|[еуы]х|му|на|та|[а-я]?в|[кс]м|с|ом)", re.IGNORECASE)
"""A number as it is written in Russian: 3ем, 4ех, 5кв."""


def _all(half: str) -> tuple[str, ...]:
    words = ("".join(signs) for signs in product(ALPHABET, repeat=3))
    return tuple(each for each in words if re.fullmatch(half, each))


_LEFTS, _RIGHTS = _all(_LEFT), _all(_RIGHT)
SPACE = len(_LEFTS) * len(_RIGHTS)
"""How many references there are."""


def make(number: int) -> str:
    """The reference for a number below `SPACE`; draw the number at random."""
    left, right = divmod(number % SPACE, len(_RIGHTS))
    return f"{_LEFTS[left]}-{_RIGHTS[right]}"


def find(text: str) -> list[str]:
    """The references in a text, as K7Q-4M2, in order, each once."""
    narrow = _narrow(text)
    return list(dict.fromkeys(f"{a}-{b}".upper() for a, b in _FOUND.findall(narrow)))


def mistyped(text: str) -> str | None:
    """What seems to be meant as a reference and is none: half of one stands there, then a dash.

    None when the text holds a whole one.
    """
    narrow = _narrow(text)
    found = _MISTYPED.search(narrow)
    return found[0].upper() if found and not find(text) else None


def without(text: str, ref: str) -> str:
    """The text without this reference and the marks beside it, as it is passed on to others."""
    left, right = (_either(half) for half in ref.split("-"))
    pattern = rf"\s*(?<![A-Z0-9]){left}(?:{_JOINT})?{right}(?![A-Z0-9])[\s:：,，.。-]*"
    text = _DIRECTION.sub("", text)
    return re.sub(pattern, " ", text, flags=re.IGNORECASE).strip()


def _narrow(text: str) -> str:
    """A text with Ｋ７Ｑ－４Ｍ２ as K7Q-4M2, as some keyboards write it, and К7Т-4М2 too; without
    marks of direction."""
    return _TYPED.sub(_latin, unicodedata.normalize("NFKC", _DIRECTION.sub("", text)))


def _latin(word: re.Match[str]) -> str:
    return word[0] if _ENDING.fullmatch(word[0]) else word[0].translate(_TWIN)


def _either(half: str) -> str:
    """A pattern for half a reference, in letters of either keyboard."""
    twins = dict(zip(_LATIN, _CYRILLIC, strict=True))
    return "".join(f"[{each}{twins[each]}]" if each in twins else each for each in half)


def parse(text: object) -> str | None:
    """The reference that a text is, or None when it is none or more than one."""
    found = find(text) if isinstance(text, str) else []
    return found[0] if len(found) == 1 else None
