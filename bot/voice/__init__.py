"""How a key and its facts become a sentence in a person's language."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.message import Facts
from bot.voice.catalogue import catalogue
from bot.voice.filling import Filling, isolated

__all__ = ["Voice", "languages"]

FOLDER = Path(__file__).parent

NAMED = frozenset(
    (
        *("category", "responder", "area", "module", "reason", "skill", "worker"),
        *("faq", "topic", "city_question", "city_answer", "nearer"),
    )
)
"""Facts that are slugs of the city; they are shown by their name."""

CITYS = {"city_question": "question", "city_answer": "answer", "nearer": "responder"}
"""What the city calls them, where a fact of that name is something else."""

CODED = frozenset({"state", "role", "urgency", "kind", "weekday", "whom"})
"""Facts that are codes of ours; `state` = `offered` is shown by the message `state-offered`."""

TIMES = frozenset({"due", "until", "at", "opened", "answer_by"})
"""Facts that are moments, as ISO 8601 with zone; shown in the city's time."""

NESTED = frozenset(
    (
        *("why", "lines", "first", "last", "by", "spot", "numbers", "what"),
        *("messages_for", "photos_for", "people_for"),
        *("details", "behalf", "meant", "following", "days", "pictures"),
        *("without_rate", "contacted_rate", "solved_rate", "satisfied_rate"),
    )
)
"""Facts that are `{key, facts}` or a list of them, rendered one a line."""

CHOOSING = frozenset({"verb"})
"""Facts that are not shown: a message chooses its words by them."""

OURS = NESTED | CODED | TIMES | CHOOSING | {"link"}
"""Facts that need no marks of direction: our own words, and links, which people tap and copy."""

IN_ALL = frozenset({"language-not-spoken", "language-which"})
"""Keys for somebody whose language is not known: each language says a line, theirs first."""

OWN_NAME = "tap-language-"
"""With a language's code: what that language calls itself, whoever reads it."""

FAR = 300
"""Days from which on a date tells its year."""

Name = Callable[[Any, str, str], str]
"""The name of a thing of the city: what it is, its slug, the language."""

log = logging.getLogger(__name__)


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(each.stem for each in FOLDER.glob("*.ftl")))


class Voice:
    """Renders keys in the languages of a city."""

    def __init__(
        self, name: Name, zone: ZoneInfo, spoken: Iterable[str], folder: Path = FOLDER
    ) -> None:
        """`name` gives the city's names; the first language stands in for what is missing."""
        self._name = name
        self._zone = zone
        self.spoken = tuple(spoken)
        self._catalogues = {each: catalogue(folder / f"{each}.ftl") for each in self.spoken}

    def say(self, language: str, key: str, facts: Facts, now: datetime) -> str:
        """The sentence; a key that a language lacks is said in the first language.

        What people wrote stands in it as it was. A fact that is empty is left out, with a line
        that tells nothing else. Raises KeyError when no language has the key: a mistake of ours.
        """
        if key.startswith(OWN_NAME):
            return self.say(key.removeprefix(OWN_NAME), "page-language-name", {}, now)
        if language not in self._catalogues:
            language = self.spoken[0]
        order = dict.fromkeys((language, *self.spoken))
        saying = [each for each in order if key in self._catalogues[each].wanted]
        if not saying:
            raise KeyError(key)
        if key not in IN_ALL:
            saying = saying[:1]
        return "\n".join(self._say(each, key, facts, now) for each in saying)

    def knows(self, key: str) -> bool:
        """Whether any language has the key."""
        own = key.removeprefix(OWN_NAME) in self._catalogues
        return own or any(key in each.wanted for each in self._catalogues.values())

    def _say(self, language: str, key: str, facts: Facts, now: datetime) -> str:
        book, filling = self._catalogues[language], Filling()
        shown: dict[str, Any] = {}
        for name in book.wanted[key]:
            value = self._show(language, name, facts.get(name), now)
            if book.leftward and name not in OURS and isinstance(value, str):
                value = isolated(value)
            shown[name] = value if name in CHOOSING else filling.mark(value)
        text, errors = book.format(key, shown)
        errors += [f"nobody told {name}" for name in shown if name not in facts]
        if errors:
            log.error("%s in %s: %s", key, language, "; ".join(sorted(errors)))
        return filling.fill(text)

    def _show(self, language: str, name: str, value: Any, now: datetime) -> Any:
        if value is None or value in ("", {}, []):
            return ""
        if name in NESTED:
            return self._nested(language, value, now)
        if name in TIMES:
            return self._time(language, datetime.fromisoformat(str(value)), now)
        if name in NAMED:
            return self._name(CITYS.get(name, name), str(value), language)
        if name in CODED:
            return self.say(language, f"{name}-{value}", {}, now)
        return value if isinstance(value, int | float) else str(value)

    def _nested(self, language: str, value: Any, now: datetime) -> str:
        each_one = value if isinstance(value, list) else [value]
        lines = [
            self.say(language, str(each["key"]), each.get("facts", {}), now)
            for each in each_one
            if isinstance(each, Mapping) and each.get("key")
        ]
        return "\n".join(lines)

    def _time(self, language: str, moment: datetime, now: datetime) -> str:
        """Today at 18:30, tomorrow at 09:00, Friday at 12:00: in words of the language."""
        local, today = moment.astimezone(self._zone), now.astimezone(self._zone)
        days = (local.date() - today.date()) // timedelta(days=1)
        facts: dict[str, Any] = {
            "clock": f"{local:%H:%M}",
            "day": local.day,
            "month_name": self.say(language, f"month-{local.month}", {}, now),
            "weekday": local.weekday(),
            "year": f"{local:%Y}",
        }
        return self.say(language, _time_key(days, today.weekday()), facts, now)


def _time_key(days: int, weekday: int) -> str:
    """How a day is named that lies so many days from a day of the week (0 is Monday)."""
    known = {-1: "time-yesterday", 0: "time-today", 1: "time-tomorrow"}
    if days in known:
        return known[days]
    if 1 < days < 7:
        return "time-weekday" if weekday + days < 7 else "time-next-week"
    return "time-date" if abs(days) < FAR else "time-year"
