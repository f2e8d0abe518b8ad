"""Cuts a text into signs and words in one plain form that names are compared in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.reading.hanzi import SIMPLER

_QUOTES = "'’`´"
_SOFT = frozenset(" .-·_\t\u00a0\u3000" + _QUOTES)
"""Signs that may stand inside a name."""


class Token(NamedTuple):
    """One Chinese sign, one word or one number, and where it stands in the text."""

    text: str
    start: int
    end: int
    sign: bool
    """Whether it is one Chinese (or kana) sign."""
    apart: bool
    """Whether something that no name holds, such as a comma, stands before it."""


def tokenise(text: str, same: Mapping[str, str]) -> list[Token]:
    """The tokens of a text, folded: no case, no accents, simplified, no abbreviations.

    `same` tells which word stands for another: street for st.
    """
    tokens: list[Token] = []
    apart = False
    for kind, start, end in _runs(text):
        if kind == "":
            apart = apart or not all(each in _SOFT for each in text[start:end])
            continue
        word, stop = _word(text, start, end)
        if word:
            tokens.append(Token(same.get(word, word), start, stop, kind == "sign", apart))
            apart = False
    return tokens


def folded(word: str) -> str:
    """A word as a token holds it."""
    return "".join(map(_fold, word))


def _runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Stretches of one kind of character; a Chinese sign is a stretch by itself."""
    start, kind = 0, ""
    for i, each in enumerate(text):
        now = _kind(each)
        if each in _QUOTES and kind == "letter" and i + 1 < len(text):
            now = _kind(text[i + 1])
        if now != kind or now == "sign":
            if i > start:
                yield kind, start, i
            start, kind = i, now
    if text:
        yield kind, start, len(text)


def _word(text: str, start: int, end: int) -> tuple[str, int]:
    """The folded word and its end, without an English 's at the end."""
    word = folded(text[start:end])
    if len(word) > 2 and word[-1] == "s" and word[-2] in _QUOTES:  # Heping Estate's gate
        word, end = word[:-2], end - 2
    for quote in _QUOTES:
        word = word.replace(quote, "")
    return word, end


@lru_cache(maxsize=16384)
def _fold(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(each for each in parts if not unicodedata.combining(each)).translate(SIMPLER)


@lru_cache(maxsize=16384)
def _kind(character: str) -> str:
    folded = _fold(character)
    if not folded:  # an accent, written by itself
        return "letter"
    first = folded[0]
    if (
        "\u3040" <= first <= "\u30ff"
        or "\u3400" <= first <= "\u9fff"
        or "\U00020000" <= first <= "\U0003ffff"
    ):
        return "sign"
    if first.isdigit():
        return "digit"
    return "letter" if first.isalpha() else ""
