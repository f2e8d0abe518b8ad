"""One file of a city while it is read: typed values out of it, and every fault noted."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.city.times import read_hours, read_span
from bot.core.catalogue import Hours

T = TypeVar("T")

MAX_SLUG = 23
"""Characters of a slug: so that `/change_place{"ref":"K7Q-4M2","place":".."}` fits a button."""

MOST_NAME = 60
"""Letters of a name: so that it fits a button."""

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True)
class Page:
    """A file by name, and the list that all its faults go to."""

    file: str
    faults: list[str]

    def wrong(self, where: str, what: str) -> None:
        """Note a fault: where in the file, and what is wrong and what to write instead."""
        self.faults.append(f"{self.file}: {where}: {what}")

    def slug(self, where: str, value: object) -> str:
        """The value as a slug; noted when it is none."""
        if isinstance(value, str) and _SLUG.fullmatch(value) and len(value) <= MAX_SLUG:
            return value
        self.wrong(
            where,
            f"{value!r} is no slug; write small letters, digits and _, a letter first, "
            f"at most {MAX_SLUG}",
        )
        return ""

    def names(
        self, where: str, value: object, languages: Sequence[str], most: int = MOST_NAME
    ) -> Mapping[str, str]:
        """Names by language, or longer texts; noted when one of the languages has none."""
        if not isinstance(value, dict) or not value:
            example = ", ".join(f'{each} = ".."' for each in languages or ("en",))
            self.wrong(where, f"no names; write one for each language: {example}")
            return {}
        for language in languages:
            if language not in value:
                self.wrong(where, f"no name in {language!r}; add one")
        for language, name in value.items():
            self._check_name(where, language, name, most)
        return {language: str(name).strip() for language, name in value.items()}

    def _check_name(self, where: str, language: str, name: object, most: int) -> None:
        if not isinstance(name, str) or not name.strip():
            self.wrong(where, f"the name in {language!r} is no text; write it in quotes")
        elif len(name.strip()) > most:
            said = f"the text in {language!r} has {len(name.strip())} letters"
            self.wrong(where, f"{said}; write at most {most}")
        elif most == MOST_NAME and len(name.strip().splitlines()) > 1:
            self.wrong(where, f"the name in {language!r} has several lines; write it on one")

    def languages(self, where: str, value: object) -> tuple[str, ...]:
        """Codes of languages, each once; noted when there is none or one is no code."""
        codes = value if isinstance(value, list) else []
        good = [each for each in codes if isinstance(each, str) and _LANGUAGE.fullmatch(each)]
        if not good or len(good) < len(codes) or len(set(good)) < len(good):
            self.wrong(
                where,
                'these are no codes of languages; write each once, the default first: ["zh", "en"]',
            )
        return tuple(dict.fromkeys(good))


def is_language(code: str) -> bool:
    """Whether it is the code of a language, which this city need not speak: its files may be ready
    for one more."""
    return _LANGUAGE.fullmatch(code) is not None


@dataclass
class Sheet:
    """A table of a TOML file; every key that is asked for is ticked off."""

    page: Page
    table: Mapping[str, Any]
    where: str = ""
    known: set[str] = field(default_factory=set)

    def place(self, key: str) -> str:
        """How a fault names the place of a key."""
        return f"{self.where}.{key}" if self.where else key

    def wrong(self, key: str, what: str) -> None:
        """Note a fault at a key."""
        self.page.wrong(self.place(key), what)

    def value(self, key: str) -> Any:
        """What stands at the key, or None."""
        self.known.add(key)
        return self.table.get(key)

    def text(self, key: str, example: str) -> str:
        """A text; noted when there is none."""
        value = self.value(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(key, f'no text here; write {key} = "{example}"')
        return ""

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """One of the allowed words; the first of them, and a note, when it is another."""
        choices = list(dict.fromkeys(allowed))
        value = self.value(key)
        if value in choices:
            return str(value)
        said = "nothing stands here" if value is None else f"{value!r} is none of them"
        self.wrong(key, f"{said}; write one of: {', '.join(choices)}{near(value, choices)}")
        return choices[0]

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self.value(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.wrong(key, f"{value!r} is neither yes nor no; write true or false")
        return default

    def number(self, key: str, low: int, high: int) -> int:
        """A whole number from low to high; low, and a note, when it is another."""
        value = self.value(key)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong(key, f"{value!r} does not do; write a whole number from {low} to {high}")
        return low

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts, each once; noted when it is none, or empty though needed."""
        value = self.value(key)
        if value is None and not needed:
            return ()
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            if len(set(value)) < len(value):
                self.wrong(key, "something stands here twice; write it once")
            if value or not needed:
                return tuple(dict.fromkeys(value))
        self.wrong(key, f'no list of texts; write {key} = ["..", ".."]')
        return ()

    def span(self, key: str, example: str) -> timedelta:
        """A length of time; an hour, and a note, when it is none."""
        value = self.value(key)
        span = read_span(value) if isinstance(value, str) else None
        if span is None:
            self.wrong(
                key,
                f"{value!r} is no length of time; write a number with m, h or d, "
                f'such as "{example}"',
            )
        return span or timedelta(hours=1)

    def hours(self, key: str) -> Hours:
        """Opening hours; always open, and a note, when there are none."""
        text = self.text(key, "Mo-Fr 09:00-17:30")
        try:
            return read_hours(text or "24/7")
        except ValueError as fault:
            self.wrong(key, str(fault))
            return read_hours("24/7")

    def names(self, key: str, languages: Sequence[str], most: int = MOST_NAME) -> Mapping[str, str]:
        """A table of names by language."""
        return self.page.names(self.place(key), self.value(key), languages, most)

    def sheet(self, key: str, *, needed: bool = True) -> Sheet:
        """The table at the key; an empty one, and a note, when there is none though needed."""
        value = self.value(key)
        if value is None and not needed:
            value = {}
        if not isinstance(value, dict):
            self.wrong(key, f"no table; write [{self.place(key)}] and its lines below it")
            value = {}
        return Sheet(self.page, value, self.place(key))

    def rows(self, key: str, *, needed: bool = True) -> list[Sheet]:
        """The tables of a list, `[[key]]`; noted when there is none though needed."""
        value = self.value(key)
        if value is None and not needed:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.wrong(key, f"no rows; write [[{key}]] above each of them")
            return []
        return [
            Sheet(self.page, each, f"{self.place(key)} {number}")
            for number, each in enumerate(value, start=1)
        ]

    def done(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.table:
            if key not in self.known:
                known = sorted(self.known)
                guess = near(key, known) or f"; known are: {', '.join(known)}"
                self.wrong(key, f"this word is not known here{guess}")


def open_sheet(folder: Path, file: str, faults: list[str]) -> Sheet | None:
    """The TOML file as a sheet, or None, and a note, when it cannot be read."""
    page = Page(file, faults)
    text = read_text(folder, page)
    if text is None:
        return None
    try:
        return Sheet(page, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        page.wrong("the whole file", f"this is no TOML: {fault}; mend the line that is named")
        return None


def read_every(
    room: Page, folder: Path, read: Callable[[str, Sheet], T], *, needed: bool = True
) -> dict[str, T]:
    """What stands in each file of a city's room, by the file's name, which is its slug."""
    found: dict[str, T] = {}
    for path in sorted((folder / room.file).glob("[!.]*")):
        file = f"{room.file}/{path.name}"
        page = Page(file, room.faults)
        if path.suffix != ".toml":
            if path.suffix != ".md":
                page.wrong("its name", "nobody reads this file; call it <slug>.toml or take it out")
            continue
        slug = page.slug("its name", path.stem)
        sheet = open_sheet(folder, file, room.faults)
        if sheet is not None and slug:
            found[slug] = read(slug, sheet)
    if not found and needed:
        room.wrong("the folder", "no file in it can be read; write <slug>.toml")
    return found


def read_text(folder: Path, page: Page) -> str | None:
    """The text of a page's file, or None, and a note, when it is missing or not UTF-8."""
    try:
        return (folder / page.file).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        page.wrong("the whole file", "it is missing; write it")
    except (OSError, UnicodeDecodeError) as fault:
        page.wrong("the whole file", f"it cannot be read ({fault}); save it as UTF-8 text")
    return None


def near(word: object, known: Collection[str]) -> str:
    """`; did you mean ..?` when a known word is close, else nothing."""
    close = difflib.get_close_matches(str(word), known, 1)
    return f"; did you mean '{close[0]}'?" if close else ""
