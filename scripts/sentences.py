"""Looks at the sentences that the bot learns from: none twice, none too alike, none too few.

Near-twins teach nothing, and make every measure by cross-validation look better than it is: the one
is learned, the other asked.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from scripts.places import ROOT

ALIKE = 91
"""Percent of signs from which on two sentences are the same one in other clothes."""

BLOCK = 500
"""Sentences that are compared with others at once."""

SHORT = 12
"""Letters up to which sentences may be alike: there are not many ways to say hello. A Chinese
character counts twice."""

DEEP = frozenset({"zh", "en"})
"""Languages that the sample city's people speak most."""

LEAST = {"report": (40, 20), "faq": (12, 8), "": (25, 12)}
"""Sentences of each kind of report, each topic, and each other intent: in these languages, and in
every other."""

MOST = 2.5
"""How many times the median a kind may have: what has more is guessed too often."""

WIDE = frozenset({"report/other"})
"""What may have more: all that no category is made for, medical emergencies with it."""

KEYS = frozenset({"intent", "metadata", "examples"})
TABLES = ("besides", "tone")
"""The lookup tables that are read: what a second thing begins with, and phrases that tell nothing
of hazard."""
TOLD: Mapping[str, tuple[str, ...]] = {
    "kind": (),
    "urgency": ("emergency", "high", "normal", "low"),
    "places": ("marked",),
}
"""What a block may tell of its sentences, and with which values; any, where there are none."""

_SIGNS = re.compile(r"[\W_]+")
_MARK = re.compile(r"\[([^\]]+)\]\(\w+\)")
"""A place that is marked in a sentence."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the training data, and where it stands."""

    text: str
    label: str
    language: str
    file: str

    @property
    def intent(self) -> str:
        """The label without what it is about."""
        return self.label.partition("/")[0]

    @property
    def bare(self) -> str:
        """The sentence without what makes no difference."""
        return _SIGNS.sub(" ", self.text.casefold()).strip()


def main() -> int:
    """Tells every fault, one a line; the exit code."""
    faults = list(misshapen(ROOT / "nlu"))
    found = [] if faults else list(sentences(ROOT / "nlu"))
    faults += [*twins(found), *few(found)]
    print("\n".join(faults) or f"{len(found)} sentences are good")
    return 1 if faults else 0


def misshapen(folder: Path) -> Iterator[str]:
    """Blocks that are not as they are read: a slip in one would be learned silently."""
    for path in sorted(folder.glob("*/*.yml")):
        page = yaml.load(path.read_text("utf-8"), LOADER)  # noqa: S506
        blocks = page.get("nlu") if isinstance(page, dict) else None
        where = f"{path.parent.name}/{path.name}"
        if not isinstance(blocks, list):
            yield f"{where}: no list below nlu:"
            continue
        for block in blocks:
            yield from (f"{where}: {each}" for each in _slips(block))


def _slips(block: Any) -> Iterator[str]:
    if not isinstance(block, dict) or not block.keys() & {"intent", "lookup"}:
        yield f"{str(block)[:60]!r} has no intent"
        return
    table = "intent" not in block
    name = str(block["lookup" if table else "intent"])
    keys = {"lookup", "examples"} if table else KEYS
    yield from (f"{name}: {each} is not known" for each in block.keys() - keys)
    if table and name not in TABLES:
        yield f"lookup: {name} is not known; write {' or '.join(TABLES)}"
    lines = block.get("examples")
    if not isinstance(lines, str) or not lines.strip():
        yield f"{name}: no examples; write examples: |"
    elif wrong := [each for each in lines.strip().splitlines() if not each.startswith("- ")]:
        yield f"{name}: {wrong[0]!r} does not begin with a dash and a blank"
    told = block.get("metadata") or {}
    if not isinstance(told, dict):
        yield f"{name}: metadata is {told!r}; write a key and a value below it"
        return
    for key, value in told.items():
        if key not in TOLD or (TOLD[key] and value not in TOLD[key]):
            allowed = ", ".join(TOLD.get(key) or TOLD)
            yield f"{name}: {key}: {value} is not known; write {allowed}"


def sentences(folder: Path) -> Iterator[Sentence]:
    """All sentences of all languages."""
    for path in sorted(folder.glob("*/*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), LOADER)["nlu"]:  # noqa: S506
            if "intent" not in block:
                continue
            kind = (block.get("metadata") or {}).get("kind")
            label = f"{block['intent']}/{kind}" if kind else block["intent"]
            for line in block["examples"].splitlines():
                text = _MARK.sub(r"\1", line.strip().removeprefix("- ").strip())
                if text:
                    yield Sentence(text, label, path.parent.name, path.name)


def twins(found: Sequence[Sentence]) -> Iterator[str]:
    """Pairs of one language that are the same, or nearly."""
    by_language: Mapping[str, list[Sentence]] = defaultdict(list)
    for each in found:
        by_language[each.language].append(each)
    yield from _split(found)
    for those in by_language.values():
        yield from _same(those)
        yield from _alike([each for each in those if _wide(each.bare) > SHORT])


def few(found: Sequence[Sentence]) -> Iterator[str]:
    """What has too few sentences in a language, none at all, or far more than the others."""
    counts = Counter((each.label, each.language) for each in found)
    languages = sorted({each.language for each in found})
    for label in sorted({each.label for each in found}):
        least = LEAST.get(label.partition("/")[0], LEAST[""])
        for language in languages:
            wanted = least[0] if language in DEEP else least[1]
            if counts[label, language] < wanted:
                yield f"{language}: {label} has {counts[label, language]} sentences, not {wanted}"
    for language in languages:
        kinds = {label: n for (label, of), n in counts.items() if of == language and "/" in label}
        for intent in sorted({label.partition("/")[0] for label in kinds}):
            its = {label: n for label, n in kinds.items() if label.startswith(f"{intent}/")}
            usual = median(its.values())
            yield from (
                f"{language}: {label} has {n} sentences, others of its intent {usual:.0f}"
                for label, n in its.items()
                if n > MOST * usual and label not in WIDE
            )


def _same(those: Sequence[Sentence]) -> Iterator[str]:
    first: dict[str, Sentence] = {}
    for each in those:
        if each.bare in first:
            yield _pair(first[each.bare], each, "twice")
        elif each.bare:
            first[each.bare] = each


def _split(found: Sequence[Sentence]) -> Iterator[str]:
    """What stands under two intents in two languages, in the same signs: the model reads no
    language's name."""
    first: dict[str, Sentence] = {}
    for each in found:
        other = first.setdefault(each.text, each)
        if other.language != each.language and other.intent != each.intent:
            yield _pair(other, each, f"in {other.language} and {each.language}")


def _alike(those: Sequence[Sentence]) -> Iterator[str]:
    """By length, and only with those that are not too long to be nearly the same."""
    told = sorted(those, key=lambda each: len(each.bare))
    bare = [each.bare for each in told]
    for start in range(0, len(bare), BLOCK):
        block = bare[start : start + BLOCK]
        longest = len(block[-1]) * (200 - ALIKE) / ALIKE
        others = bare[start : bisect_right(bare, longest, key=len)]
        near = process.cdist(block, others, scorer=fuzz.ratio, score_cutoff=ALIKE, workers=-1)
        for one, other in zip(*near.nonzero(), strict=True):
            if one < other and block[one] != others[other]:
                yield _pair(told[start + one], told[start + other], "nearly twice")


def _pair(one: Sentence, other: Sentence, how: str) -> str:
    where = f"{one.language}/{one.file} {one.label}"
    return f"{how}: {one.text!r} ({where}) and {other.text!r} ({other.file} {other.label})"


def _wide(text: str) -> int:
    return sum(2 if each > "\u2e7f" else 1 for each in text)


if __name__ == "__main__":
    sys.exit(main())
