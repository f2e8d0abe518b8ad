"""Times a model's parse of sentences, in Rasa's own environment: `parse.py MODEL PASSES`.

Sentences come as a JSON list on standard input; what was measured leaves as JSON on the last
line of standard output, with what was read in the last pass.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import time

TOLD = ("intent_ranking", "entities")
"""What is passed on of a reading."""

WARM = 20
"""Parses before anything counts."""


async def main(model: str, passes: str) -> None:
    """Loads the model and parses each sentence so many times."""
    sentences = json.load(sys.stdin)
    began = time.perf_counter()
    agent = importlib.import_module("rasa.core.agent").Agent.load(model)
    loading = time.perf_counter() - began
    for sentence in (sentences * WARM)[:WARM]:
        await agent.parse_message(sentence)
    times, read = [], []
    for sentence in sentences * int(passes):
        began = time.perf_counter()
        read.append(await agent.parse_message(sentence))
        times.append((time.perf_counter() - began) * 1000)
    told = [{each: one.get(each) for each in TOLD} for one in read[-len(sentences) :]]
    print(json.dumps({"loading_seconds": loading, "times_ms": times, "read": told}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
