"""The page's own words, in the languages that the city speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.channels import Door

LABELS = (
    "about",
    "chosen",
    "examples",
    "examples-1",
    "examples-2",
    "examples-3",
    "examples-4",
    "file",
    "greeting",
    "help",
    "language",
    "lead",
    "log",
    "menu",
    "my-tickets",
    "new-message",
    "not-sent",
    "offline",
    "photo",
    "photo-alt",
    "photo-large",
    "photo-remove",
    "pin",
    "pin-denied",
    "pin-finding",
    "place",
    "placeholder",
    "privacy",
    "reply",
    "reply-drop",
    "retry",
    "send",
    "sending",
    "simple",
    "status",
    "title",
    "to-box",
    "today",
    "typing",
    "yesterday",
    "you",
)
"""`page-<name>` in `voice`."""


def pick(wanted: str, spoken: Sequence[str]) -> str:
    """The first wanted language that is spoken, from a list like `zh-CN,en;q=0.5`."""
    for each in wanted.split(","):
        tag = each.partition(";")[0].strip().lower()
        for code in (tag, tag.partition("-")[0]):
            if code in spoken:
                return code
    return spoken[0]


def labels_json(door: Door, language: str) -> dict[str, Any]:
    """All that the page needs to speak a language: words, direction, other languages.

    `{ref}` stands in a word where the page puts a ticket's reference.
    """
    city = door.city.get(language) or next(iter(door.city.values()), "")
    facts = {"city": city, "ref": "{ref}"}
    return {
        "lang": language,
        "dir": _direction(door, language),
        "city": city,
        "languages": [
            {"code": each, "name": door.text(each, "page-language-name", {})}
            for each in door.languages
        ],
        "words": {each: door.text(language, f"page-{each}", facts) for each in LABELS},
    }


def _direction(door: Door, language: str) -> str:
    return "rtl" if door.text(language, "page-direction", {}).strip() == "rtl" else "ltr"
