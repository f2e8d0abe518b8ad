"""A closer look at a text whose script and small words do not tell its language.

`lingua` names one of a few languages, also from a word; `langdetect` notices the many others, from
a sentence on. Both are asked for languages by their codes, and load their data when first asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import langdetect
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

LETTERS = 400
"""What a look takes in: more tells no more, and takes time."""


def name(text: str, languages: Sequence[str], least: float = 0.0) -> str | None:
    """The likeliest of the languages; None when none is as likely as that, or known to lingua."""
    known = [each for each in languages if hasattr(IsoCode639_1, each.upper())]
    if len(known) < 2:
        return known[0] if known else None
    best, *_ = _lingua(tuple(known)).compute_language_confidence_values(text[:LETTERS])
    return best.language.iso_code_639_1.name.lower() if best.value >= least else None


def look(text: str, languages: Sequence[str]) -> tuple[str, float]:
    """The likeliest of the languages and its probability; seeded, so that it stays the same."""
    detector = _langdetect(tuple(languages)).create()
    detector.append(text[:LETTERS].lower() if text.isupper() else text[:LETTERS])
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return "", 0.0
    return best.lang, best.prob


@lru_cache(maxsize=8)
def _lingua(languages: tuple[str, ...]) -> LanguageDetector:
    """Some 40 MB for each language, and a quarter of a second."""
    codes = [IsoCode639_1.from_str(each) for each in languages]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


@lru_cache(maxsize=8)
def _langdetect(languages: tuple[str, ...]) -> Any:
    profiles = Path(langdetect.__file__).parent / "profiles"
    factory: Any = DetectorFactory()  # type: ignore[no-untyped-call]
    factory.seed = 0
    known = [profiles / each for each in languages if (profiles / each).exists()]
    factory.load_json_profile([each.read_text("utf-8") for each in known])
    return factory
