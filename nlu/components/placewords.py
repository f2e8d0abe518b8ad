"""Rasa's door to the place finder: the words that say where, as entities."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.kept import Kept
from nlu.components.where import PlaceFinder, Span

ENTITY = "where"
MARKED = "marked"
"""What `places` says of a block whose sentences have all their places marked."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PlaceWords(Kept):
    """Finds places in messages, learned from the blocks that have them marked."""

    FILE = "where.joblib"

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the marked blocks, and keeps what was learned."""
        marked = [each for each in training_data.intent_examples if _marked(each)]
        finder = PlaceFinder()
        finder.fit([each.get(TEXT) for each in marked], [_spans(each) for each in marked])
        return self.keep(finder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the places to what was found in the messages."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = [
                {
                    "entity": ENTITY,
                    "value": text[start:end],
                    "start": start,
                    "end": end,
                    "extractor": "PlaceWords",
                }
                for start, end in self.learned.find(text)
            ]
            if found:
                others = message.get(ENTITIES) or []
                message.set(ENTITIES, [*others, *found], add_to_output=True)
        return messages


def _marked(message: Message) -> bool:
    about = (message.get("metadata") or {}).get("intent") or {}
    return bool(about.get("places") == MARKED)


def _spans(message: Message) -> list[Span]:
    places = message.get(ENTITIES) or []
    return [(each["start"], each["end"]) for each in places if each["entity"] == ENTITY]
