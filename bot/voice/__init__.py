"""How a key and its facts become a sentence in a person's language."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

from bot.message import Facts

__all__ = ["Voice", "languages"]

FOLDER = Path(__file__).parent

NAMED = frozenset({"category", "responder", "area", "module", "reason"})
"""Facts that are slugs of the city; they are shown by their name."""

CODED = frozenset({"state", "role", "urgency", "kind", "weekday"})
"""Facts that are codes of ours; `state` = `offered` is shown by the message `state-offered`."""

TIMES = frozenset({"due", "until", "at", "opened", "answer_by"})
"""Facts that are moments, as ISO 8601 with zone; shown in the city's time."""

NESTED = frozenset({"why", "lines", "last", "by", "spot", "numbers"})
"""Facts that are `{key, facts}` or a list of them, rendered one a line."""

Name = Callable[[Any, str, str], str]
"""The name of a thing of the city: what it is, its slug, the language."""

log = logging.getLogger(__name__)


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(each.stem for each in FOLDER.glob("*.ftl")))


class Voice:
    """Renders keys in the languages of a city."""

    def __init__(self, name: Name, zone: ZoneInfo, spoken: Iterable[str]) -> None:
        """`name` gives the city's names; the first language stands in for what is missing."""
        self._name = name
        self._zone = zone
        self.spoken = tuple(spoken)
        self._bundles = {each: _bundle(each) for each in self.spoken}

    def say(self, language: str, key: str, facts: Facts, now: datetime) -> str:
        """The sentence; a key that a language lacks is said in the first language.

        Raises KeyError when no language has the key: a mistake of ours.
        """
        if language not in self._bundles:
            language = self.spoken[0]
        for each in (language, *self.spoken):
            bundle = self._bundles[each]
            if not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            if pattern is None:
                continue
            text, errors = bundle.format_pattern(pattern, self._shown(each, facts, now))
            if errors:
                log.error("%s in %s: %s", key, each, "; ".join(map(str, errors)))
            return str(text).strip()
        raise KeyError(key)

    def knows(self, key: str) -> bool:
        """Whether any language has the key."""
        return any(each.has_message(key) for each in self._bundles.values())

    def _shown(self, language: str, facts: Facts, now: datetime) -> dict[str, Any]:
        return {
            name: self._show(language, name, value, now)
            for name, value in facts.items()
            if value is None or isinstance(value, str | int | float | bool | Mapping | list)
        }

    def _show(self, language: str, name: str, value: Any, now: datetime) -> Any:
        if value is None or isinstance(value, bool):
            return {None: "", True: "yes", False: "no"}[value]
        if name in NESTED:
            return self._nested(language, value, now)
        if name in TIMES and value:
            return self._time(language, datetime.fromisoformat(str(value)), now)
        if name in NAMED:
            return self._name(name, str(value), language)
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
        """Today 18:30, tomorrow 09:00, Friday 12:00, 3 Dec 12:00: in words of the language."""
        local, today = moment.astimezone(self._zone), now.astimezone(self._zone)
        days = (local.date() - today.date()) // timedelta(days=1)
        facts: dict[str, Any] = {
            "clock": f"{local:%H:%M}",
            "day": local.day,
            "month": local.month,
            "weekday": local.weekday(),
        }
        known = {-1: "time-yesterday", 0: "time-today", 1: "time-tomorrow"}
        key = known.get(days) or ("time-weekday" if 1 < days < 7 else "time-date")
        facts["month_name"] = self.say(language, f"month-{local.month}", {}, now)
        return self.say(language, key, facts, now)


@cache
def _bundle(language: str) -> FluentBundle:
    # No isolation marks: they would stand in references that people copy. Right-to-left
    # languages need them around names: see the issue on languages.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((FOLDER / f"{language}.ftl").read_text("utf-8")))
    return bundle
