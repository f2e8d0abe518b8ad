"""What a verb's facts gain by reading its words, and what a report is still to be asked."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.core.catalogue import Category, Question, Urgency
from bot.core.people import SOMEBODY
from bot.core.questions import asked
from bot.inbox import Ears
from bot.reading import Words, answers, schedule, simple, whom, words_of
from bot.reading.meaning import meaning
from bot.reading.traits import traits

Facts = dict[str, Any]

URGENT = ("open_ticket", "file_draft", "file_words")
"""Verbs whose words are those of a report."""


def understood(ears: Ears, verb: str, facts: Facts, metadata: Mapping[str, Any]) -> Facts:
    """The facts with a place's slug looked up, and with what their words say by themselves."""
    language, text = str(metadata.get("lang") or ""), str(facts.get("text") or "")
    if facts.get("photo") and metadata.get("photos"):
        facts["photos"] = list(metadata["photos"])
    if isinstance(facts.get("place"), str):
        found = ears.finder.by_slug(facts["place"], language)
        facts["place"] = found.to_facts() if found else None
    if verb == "not_sure":
        facts.setdefault("ref", metadata.get("ref"))
    if verb in URGENT:
        facts |= _urgency(ears, facts, language)
    if verb in _WORDS and text:
        facts |= _WORDS[verb](ears, facts, text)
    return facts


def _urgency(ears: Ears, facts: Facts, language: str) -> Facts:
    """How urgent a report is, and whether the numbers were told when its words were heard."""
    whole = ears.read(_all_words(facts), language).urgency
    first = ears.read(str(facts.get("text") or ""), language).urgency
    by_answers = whole is Urgency.EMERGENCY and first is not Urgency.EMERGENCY
    read = None if by_answers else facts.get("read")
    return {"urgency": judged(whole, read), "warned": whole is Urgency.EMERGENCY}


def likened(ears: Ears, verb: str, facts: Mapping[str, Any]) -> Facts:
    """What a report's words say and mean, by which others that tell of the same are found."""
    text, where = str(facts.get("text") or ""), facts.get("place")
    place = str(where.get("text") or "") if isinstance(where, Mapping) else ""
    if verb == "change_place":
        return {"traits": traits("", place or text, _words(ears)).plain()}
    if verb not in ("open_ticket", "file_draft") or not text:
        return {}
    vector = meaning(text, place)
    told: Facts = {"traits": traits(text, place, _words(ears)).plain()}
    return {**told, "meaning": b64encode(vector).decode()} if vector else told


def judged(words: Urgency, read: object) -> Urgency:
    """How urgent a report is: as its sentences were read, where they were. Of words alone danger
    to life is then told no more than that; what cannot wait they still tell."""
    if read is None:
        return words
    told = Urgency(str(read))
    return words if words is Urgency.HIGH and told is not Urgency.EMERGENCY else told


def _words(ears: Ears) -> Words:
    return words_of(ears.city.languages)


def _all_words(facts: Mapping[str, Any]) -> str:
    """The words of a report, with those that answered what was asked besides."""
    told = facts.get("answers")
    answers_ = [each.get("text") for each in told] if isinstance(told, list) else []
    return "\n".join(str(each) for each in (facts.get("text"), *answers_) if each)


def _reported(ears: Ears, facts: Facts, text: str) -> Facts:
    category = ears.city.catalogue.categories.get(str(facts.get("category")))
    return {"for_whom": meant_for(ears, category, text, facts.get("for_whom"))}


def _scheduled(ears: Ears, facts: Facts, text: str) -> Facts:
    found = schedule.find_schedule(text, _words(ears))
    told: Facts = {"hour": found.hour, "minute": found.minute or None}
    if found.off is not None:
        told["off"] = "".join(str(each) for each in sorted(found.off))
    return {name: value for name, value in told.items() if value is not None} | facts


_WORDS: Mapping[str, Callable[[Ears, Facts, str], Facts]] = {
    "open_ticket": _reported,
    "file_draft": _reported,
    "digest_settings": _scheduled,
    "elder_mode": lambda ears, facts, text: {
        "on": int(simple.wants_simple(text, _words(ears))),
        **facts,
    },
    "for_another": lambda ears, facts, text: {"for_whom": whom.announced(text, _words(ears))},
}


def meant_for(ears: Ears, category: Category | None, text: str, said: object = None) -> str | None:
    """For whom a report is: as it was announced, as its words say, or who needs help at home."""
    if said:
        return str(said)
    needy = category is not None and category.private
    words = _words(ears)
    return whom.find_whom(text, words) or (whom.find_needy(text, words) if needy else None)


def questions(ears: Ears, slug: str, text: str, said: object = None) -> list[dict[str, Any]]:
    """What is asked for a report of a category; `held` where its words answer already.

    Nothing when the words tell of danger to life: then nobody is kept waiting.
    """
    category = ears.city.catalogue.categories.get(slug)
    language = ears.city.languages[0]
    if category is None or ears.read(text, language).urgency is Urgency.EMERGENCY:
        return []
    found = asked(category, meant_for(ears, category, text, said))
    words = _words(ears)
    return [_plain(each, text, words) for each in found if not answers.needless(each, text, words)]


def _plain(question: Question, text: str, words: Words) -> dict[str, Any]:
    held = answers.held_in(question, text, words)
    return {
        "key": question.key,
        "answers": [{"key": each.key, "urgency": each.urgency} for each in question.answers],
        "held": held.key if held else None,
    }


def reply(ears: Ears, slug: str, key: str, said: tuple[str, bool | None]) -> str | None:
    """The key of the answer that words choose; the second of `said` is a mere yes or no."""
    category = ears.city.catalogue.categories.get(slug)
    known: Sequence[Question] = asked(category, SOMEBODY) if category else ()
    question = next((each for each in known if each.key == key), None)
    if question is None:
        return None
    text, yes = said
    found = answers.meant(question, text, _words(ears))
    if found is None and yes is not None:
        found = answers.bare(question, yes)
    return found.key if found else None
