"""What a language's words.toml holds: its sections, their keys, and what kind each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PATTERN, PATTERNS, WORDS, TEXT, FLAG = "pattern", "patterns", "words", "text", "flag"
ROWS, PAIRS, GROUPS = "rows", "pairs", "groups"

NUMBERS = tuple(str(number) for number in range(1, 13))
"""Numbers that each language must know as words; it may know more."""

FREE = "*"
"""A section with keys of its own, all patterns."""

_PARTS = ("morning", "afternoon", "evening", "daytime", "noon")
_FREE = (
    *("clause", "weekend", "weekdays", "every_day", "always", "otherwise", "off_work", "never"),
    *("at_work", "pause", "none", "back", "ends", "now", "unclear"),
)
_DIGEST = (
    *("noon", "before", "either", "never", "only", "stop", "resume", "weekdays", "every_day"),
    "more?",
)
_PERSONS = (
    *("neighbour", "parents", "mother", "father", "grandmother", "grandfather", "wife"),
    *("husband", "child", "sibling", "relative", "colleague", "friend"),
)
_NEAR = (
    *("before?", "after?", "part_after?", "corner_before?", "corner_after?"),
    *("and", "to", "glue", "home", "counted"),
)


def _patterns(*keys: str) -> dict[str, str]:
    return dict.fromkeys(keys, PATTERN)


SIDES = (
    *("left", "right", "north", "south", "east", "west", "front", "back"),
    *("goods", "people", "woman", "man", "dark", "light", "brown"),
)
"""What tells two things of one kind apart."""

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "language": {"small?": TEXT, "letters?": TEXT, "latin?": TEXT, "latin_look?": PATTERNS},
    "pieces": {FREE: PATTERN},
    "numbers": {**_patterns(*NUMBERS), FREE: PATTERN},
    "days": {"full": PATTERNS, "short?": PATTERNS, "found": PATTERNS, "joint": PATTERN},
    "months": {"names": PATTERNS},
    "lasting": _patterns("day", "week", "month"),
    "parts": _patterns(*_PARTS),
    "hours": {
        **_patterns("time", "early", "late"),
        **dict.fromkeys(("range", "since", "till"), PATTERNS),
        "part_first": FLAG,
        "rewrite?": PAIRS,
    },
    "until": {"rule": ROWS},
    "free": _patterns(*_FREE),
    "digest": {"at": PATTERNS, "days": PATTERNS, **_patterns(*_DIGEST)},
    "stars": {"given": PATTERNS, "full": PATTERN},
    "persons": _patterns(*_PERSONS),
    "whom": _patterns("told", "needy", "any", "somebody", "itself"),
    "near": _patterns(*_NEAR),
    "names": {
        "split": PATTERN,
        "same?": GROUPS,
        "ways?": WORDS,
        "telling?": TEXT,
        "otherwise?": PAIRS,
    },
    "roles": _patterns("volunteer", "coordinator", "responder"),
    "answers": {**_patterns("turned", "yes", "no", "anywhere", "code", "corrects"), "until": TEXT},
    "simple": _patterns("off", "less"),
    "staff": _patterns("by_phone", "taken_down"),
    "apart": _patterns("before", "after", *SIDES, "again"),
    "called": {FREE: WORDS, "unread": WORDS},
}
"""For each section its keys; one with ? may be left out."""

COUNTS = {("days", "full"): 7, ("days", "short"): 7, ("months", "names"): 12}

UNTIL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("weekday", "weekday_after", "date", "nth", "lasting", "two"), ()),
    **{"days": ("days",), "week": ("weeks",), "month": ("months",)},
}
"""What a rule of [[until.rule]] may mean, and the number that it tells besides."""


_MAY_LACK = frozenset({"language", "pieces"})


def faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a file lacks or has wrong: where, and what to do."""
    for section, keys in SECTIONS.items():
        found = table.get(section)
        if not isinstance(found, dict):
            if section not in _MAY_LACK:
                yield section, f"the section is missing; write [{section}]"
            continue
        yield from _faults(section, keys, found)
    for section in table.keys() - SECTIONS.keys():
        yield section, f"not known; write one of {', '.join(SECTIONS)}"


def _faults(
    section: str, keys: Mapping[str, str], found: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    known = {key.rstrip("?"): kind for key, kind in keys.items()}
    for key in keys:
        if key not in found and not key.endswith("?") and key != FREE:
            yield f"{section}.{key}", "it is missing; write it"
    for key, value in found.items():
        kind = known.get(key, known.get(FREE))
        if kind is None:
            yield f"{section}.{key}", f"not known; write one of {', '.join(known)}"
        elif not _is(kind, value):
            yield f"{section}.{key}", f"write {_HOW[kind]}"
        elif (section, key) in COUNTS and len(value) != COUNTS[section, key]:
            yield f"{section}.{key}", f"write {COUNTS[section, key]} patterns"
        elif section == "until":
            yield from _rules(value)


def _rules(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rows, start=1):
        wanted = UNTIL.get(str(row.get("means")))
        if wanted is None:
            yield f"until.rule {number}", f"write means = one of {', '.join(UNTIL)}"
        elif set(row) != {"means", "pattern", *wanted} or not _are_numbers(row, wanted):
            yield f"until.rule {number}", f"write {', '.join(('means', 'pattern', *wanted))}"


def _are_numbers(row: Mapping[str, Any], names: Sequence[str]) -> bool:
    return isinstance(row["pattern"], str) and all(isinstance(row[each], int) for each in names)


_HOW = {
    PATTERN: "a pattern in quotes",
    PATTERNS: "a list of patterns",
    WORDS: "a list of words",
    ROWS: "a list of tables",
    PAIRS: "a list of lists of two texts",
    GROUPS: "a list of lists of texts",
    TEXT: "a text in quotes",
    FLAG: "true or false",
}


def _is(kind: str, value: object) -> bool:
    if kind in (PATTERN, TEXT):
        return isinstance(value, str)
    if kind == FLAG:
        return isinstance(value, bool)
    if not isinstance(value, list):
        return False
    if kind in (PAIRS, GROUPS):
        return all(_is(WORDS, each) and (kind == GROUPS or len(each) == 2) for each in value)
    return all(isinstance(each, dict if kind == ROWS else str) for each in value)
