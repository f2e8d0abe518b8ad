"""Which answer to a question a report holds already, and which a reply means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.catalogue import Answer, Question
from bot.core.catalogue import Words as Said
from bot.reading.text import fold
from bot.reading.words import Words

YES, NO = "yes", "no"
"""Keys of answers that a bare yes or no means."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[,，、.。;；!！\n]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def held_in(question: Question, text: str, words: Words) -> Answer | None:
    """The one answer that the words of a report give clearly; None when none or two do."""
    text = fold(text)
    found: dict[str, Answer] = {}
    for phrase, answer in _phrases(question):
        text, there = _taken(text, phrase, words)
        if there:
            found[answer.key] = answer
    return found.popitem()[1] if len(found) == 1 else None


def needless(question: Question, text: str, words: Words) -> bool:
    """Whether the words of a report say already what a question without answers asks."""
    text = fold(text)
    return any(_taken(text, each, words)[1] for each in _all(question.said))


def meant(question: Question, text: str, words: Words) -> Answer | None:
    """The answer that a reply chooses: by its name, by a part of it, or by clear words."""
    said = _bare(text)
    named = [each for each in question.answers if said in map(_bare, each.names.values())]
    if not named and len(said) > 1:
        named = [each for each in question.answers if _shares(each, said)]
    return named[0] if len(named) == 1 else held_in(question, text, words)


def bare(question: Question, yes: bool) -> Answer | None:
    """The answer that a mere yes or no means, where the question has one."""
    wanted = YES if yes else NO
    return next((each for each in question.answers if each.key == wanted), None)


def agreed(text: str, words: Words) -> bool | None:
    """Whether a part of the words is a plain yes, or a plain no; None for neither, or both."""
    parts = [each.strip() for each in _CLAUSE.split(fold(text))]
    said = {
        yes
        for key, yes in ((YES, True), (NO, False))
        if any(words.pattern("answers", key).fullmatch(each) for each in parts if each)
    }
    return said.pop() if len(said) == 1 else None


def _shares(answer: Answer, said: str) -> bool:
    """Whether the reply is a part of the answer's name, or the name a part of the reply."""
    names = [_bare(each) for each in answer.names.values()]
    return any(_within(said, each) or (len(each) > 2 and _within(each, said)) for each in names)


def _within(part: str, whole: str) -> bool:
    if _HAN.search(part):
        return part in whole
    return re.search(rf"\b{re.escape(part)}\b", whole) is not None


def _phrases(question: Question) -> list[tuple[str, Answer]]:
    """All phrases with their answer, the longest first: "nobody is trapped" before "trapped"."""
    pairs = [(each, answer) for answer in question.answers for each in _all(answer.said)]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _all(said: Said) -> Iterable[str]:
    return (fold(each) for found in said.values() for each in found)


def _taken(text: str, phrase: str, words: Words) -> tuple[str, bool]:
    """The text without the phrase, and whether it stood there and was not turned round."""
    edge = "" if _HAN.search(phrase) else r"\b"
    turned = words.pattern("answers", "turned", "{}$")
    there = False
    for found in re.finditer(rf"{edge}{re.escape(phrase)}{edge}", text):
        there = there or not turned.search(text, max(0, found.start() - 24), found.start())
        text = text[: found.start()] + " " * len(phrase) + text[found.end() :]
    return text, there


def _bare(text: str) -> str:
    return _EDGES.sub("", fold(text))
