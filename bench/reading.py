"""Understanding one sentence, without the road: our reading, and the parse of both models."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.figures import number, percentile
from bench.mix import Conversation, sentences
from bench.places import ROOT, environment, say
from bench.table import Row, table
from bench.training import Trained
from bot.city import City
from bot.wiring import open_ears
from scripts.places import NLU, python_of

PARSE = Path(__file__).with_name("parse.py")
PASSES = 5
"""How often each sentence is parsed in a round."""
MOST_SECONDS = 300.0


@dataclass(frozen=True)
class Parse:
    """One round of one model: milliseconds of each parse, seconds to load it."""

    times: list[float]
    loading: float
    read: list[dict[str, Any]] = field(default_factory=list, repr=False)
    """What Rasa tells of each text: its ranking of intents, and entities."""


@dataclass
class Reading:
    """What was measured of both."""

    words: list[float]
    """Milliseconds of our reading of each sentence, all passes."""
    parses: dict[str, list[Parse]] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """As JSON."""
        parses = {
            name: [{"times": each.times, "loading": each.loading} for each in rounds]
            for name, rounds in self.parses.items()
        }
        return {"words": self.words, "parses": parses, "skipped": self.skipped}

    def markdown(self) -> str:
        """Both tables."""
        rows = [
            Row[Parse]("parse of a sentence p50, ms", lambda each: percentile(each.times, 0.5)),
            Row[Parse]("parse of a sentence p99, ms", lambda each: percentile(each.times, 0.99)),
            Row[Parse]("loading the model, s", lambda each: each.loading),
        ]
        ours, plain = self.parses.get("ours", []), self.parses.get("plain", [])
        p50, p99 = (number(percentile(self.words, each)) for each in (0.5, 0.99))
        return "\n".join(
            [
                f"## Understanding: {max(len(ours), len(plain))} rounds, no network",
                "",
                table(rows, ours, plain),
                "",
                f"Our reading by itself (language, urgency, place), before Rasa: p50 {p50} ms, "
                f"p99 {p99} ms a sentence.",
            ]
        )


def measure(
    city: City, models: Mapping[str, Trained], mix: Sequence[Conversation], rounds: int
) -> Reading:
    """Our reading in this process; each model in one of its own, by turns."""
    said = sentences(mix)
    found = Reading(read_times(city, said, rounds * PASSES))
    texts = [text for text, _ in said]
    for turn in range(1, rounds + 1):
        for name, trained in models.items():
            say(f"Parsing, round {turn} of {rounds}: {name}")
            try:
                found.parses.setdefault(name, []).append(parse(trained.model, texts))
            except (subprocess.SubprocessError, ValueError) as error:
                found.skipped.append(f"parsing with {name}: {type(error).__name__}")
    return found


def read_times(city: City, said: Sequence[tuple[str, str]], passes: int) -> list[float]:
    """Milliseconds of each reading, after one pass that does not count."""
    read = open_ears(city).read
    times: list[float] = []
    for turn in range(passes + 1):
        for text, language in said:
            began = time.perf_counter()
            read(text, language)
            if turn:
                times.append((time.perf_counter() - began) * 1000)
    return times


def parse(model: Path, texts: Sequence[str], passes: int = PASSES) -> Parse:
    """One model's times, from a process of Rasa's environment. Raises when that fails."""
    done = subprocess.run(
        [str(python_of(NLU)), "-W", "ignore", str(PARSE), str(model), str(passes)],
        input=json.dumps(texts),
        cwd=ROOT,
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=MOST_SECONDS,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return Parse(told["times_ms"], told["loading_seconds"], told["read"])
