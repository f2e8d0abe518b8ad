"""Rasa's door to the place finder: the words that say where, as entities."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.where import PlaceFinder, Span

FILE = "where.joblib"
ENTITY = "where"
MARKED = "marked"
"""What `places` says of a block whose sentences have all their places marked."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PlaceWords(GraphComponent):
    """Finds places in messages, learned from the blocks that have them marked."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        self.storage = storage
        self.resource = resource
        self.finder = PlaceFinder()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlaceWords:
        """A component that has learned nothing yet."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> PlaceWords:
        """The component as it was trained."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.finder = joblib.load(folder / FILE)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the marked blocks, and keeps what was learned."""
        marked = [each for each in training_data.intent_examples if _marked(each)]
        self.finder.fit([each.get(TEXT) for each in marked], [_spans(each) for each in marked])
        with self.storage.write_to(self.resource) as folder:
            joblib.dump(self.finder, folder / FILE)
        return self.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that comes after needs the examples read."""
        return training_data

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
                for start, end in self.finder.find(text)
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
