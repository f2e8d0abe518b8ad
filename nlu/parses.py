"""Parses messages with a model, many at once, in Rasa's environment: `python -m nlu.parses MODEL`.

Each line of standard input is a JSON list of `{"text": .., "metadata": {..}}`; for each a line
leaves on standard output with the list of what the model's pipeline told of them, the same that it
tells in a conversation. The first line out is `{"ready": true}`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.trackers import DialogueStateTracker

NOTHING: dict[str, Any] = {"intent": {"name": None, "confidence": 0.0}, "entities": []}


def parse(processor: MessageProcessor, asked: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the pipeline tells of each message, as Rasa keeps it."""
    messages = [
        UserMessage(each["text"], sender_id="", metadata=each.get("metadata")) for each in asked
    ]
    target = processor.model_metadata.nlu_target
    inputs = {
        PLACEHOLDER_MESSAGE: messages,
        PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("", []),
    }
    found: Sequence[Any] = processor.graph_runner.run(inputs=inputs, targets=[target])[target]
    return [{**NOTHING, **each.as_dict(only_output_properties=True)} for each in found]


def main(model: str) -> None:
    """Answers line by line until the input ends. What Rasa prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)
    processor = Agent.load(model).processor
    if processor is None:
        raise SystemExit(f"{model}: there is no model")
    answers.write('{"ready": true}\n')
    for line in sys.stdin:
        answers.write(json.dumps(parse(processor, json.loads(line)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
