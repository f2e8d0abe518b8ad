"""Reads what a category asks besides, and the topics that residents ask about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from bot.city.city import Faq
from bot.city.sheet import Page, Sheet, is_language, near, read_every
from bot.core.catalogue import Answer, Question, Urgency, Words
from bot.core.questions import AT_DOOR

FAQ = "faq"
CATCH_ALL = "other"
"""The category of what fits no other, and of a topic that names none."""

MOST_QUESTIONS = 2
MOST_ANSWERS = 4
MOST_QUESTION = 200
MOST_TOLD = 2000
"""Letters of a topic's answer: one message, with room for what is said round it."""

LEAST_SAID = 2
MOST_KEY = 10
"""Letters of a question's or answer's key: both stand in one button with a reference."""


def read_questions(sheet: Sheet, languages: Sequence[str]) -> tuple[Question, ...]:
    """The questions of a category; what is wrong goes to the faults."""
    rows = sheet.rows("questions", needed=False)
    if len(rows) > MOST_QUESTIONS:
        sheet.wrong("questions", f"there are {len(rows)}; keep the {MOST_QUESTIONS} that help most")
    questions = tuple(_read_question(row, languages) for row in rows)
    _check_once(sheet, "questions", questions)
    return questions


def read_faq(
    folder: Path, languages: Sequence[str], categories: Collection[str], faults: list[str]
) -> dict[str, Faq]:
    """The topics by slug; what is wrong goes to the faults. A city may have none."""

    def read(slug: str, sheet: Sheet) -> Faq:
        question = sheet.names("question", languages, MOST_QUESTION)
        answer = sheet.names("answer", languages, MOST_TOLD)
        category = sheet.value("category") or CATCH_ALL
        sheet.done()
        if categories and category not in categories:
            guess = near(category, categories)
            sheet.wrong("category", f"{category!r} is not in this city; write one that is{guess}")
        return Faq(slug, question, answer, str(category))

    return read_every(Page(FAQ, faults), folder, read, needed=False)


def _read_question(row: Sheet, languages: Sequence[str]) -> Question:
    answers = [_read_answer(each, languages) for each in row.rows("answers", needed=False)]
    if answers and not 2 <= len(answers) <= MOST_ANSWERS:
        row.wrong(
            "answers",
            f"{len(answers)} will not do; write 2 to {MOST_ANSWERS}, or none for free words",
        )
    _check_once(row, "answers", answers)
    names = row.names("text", languages, MOST_QUESTION)
    question = Question(_read_key(row), names, tuple(answers), _read_said(row, languages))
    row.done()
    return question


def _read_answer(row: Sheet, languages: Sequence[str]) -> Answer:
    key, names = _read_key(row), row.names("text", languages)
    urgency = Urgency(row.choice("urgency", Urgency)) if "urgency" in row.table else None
    said = _read_said(row, languages)
    row.done()
    return Answer(key, names, urgency, said)


def _read_said(row: Sheet, languages: Sequence[str]) -> Words:
    """Words of a report that answer by themselves; only what a city speaks is read."""
    sheet = row.sheet("said", needed=False)
    sheet.known.update(filter(is_language, sheet.table))
    words = {each: sheet.texts(each, needed=False) for each in languages}
    for language, found in words.items():
        if any(len(each.strip()) < LEAST_SAID for each in found):
            sheet.wrong(language, f"too short to be sure; write at least {LEAST_SAID} letters")
    sheet.done()
    return {language: found for language, found in words.items() if found}


def _read_key(row: Sheet) -> str:
    key = row.page.slug(row.place("key"), row.value("key"))
    if key == AT_DOOR:
        row.wrong("key", f"{key!r} is asked by the bot itself; write another")
    if len(key) > MOST_KEY:
        row.wrong("key", f"{key!r} is too long for a button; write at most {MOST_KEY} letters")
    return key


def _check_once(sheet: Sheet, what: str, found: Sequence[Any]) -> None:
    keys = [each.key for each in found if each.key]
    for key in sorted({each for each in keys if keys.count(each) > 1}):
        sheet.wrong(what, f"the key {key!r} stands here twice; give one of the two another")
