"""Parses sentences with a model, in Rasa's own environment: `parses.py MODEL`.

Sentences come as a JSON list on standard input; their parses leave as a JSON list on the last
line of standard output: `{intent, category, categories}`.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys


async def main(model: str) -> None:
    """Loads the model and parses each sentence once."""
    agent = importlib.import_module("rasa.core.agent").Agent.load(model)
    told = []
    for sentence in json.load(sys.stdin):
        parse = await agent.parse_message(sentence)
        entities = {each["entity"]: each["value"] for each in parse["entities"]}
        ranking = [each["name"] for each in parse.get("category_ranking") or ()]
        told.append(
            {
                "intent": parse["intent"]["name"],
                "category": entities.get("category"),
                "categories": ranking,
            }
        )
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
