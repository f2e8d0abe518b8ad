"""What our components share: what one has learned is a file of the model."""

from __future__ import annotations

from abc import ABC
from typing import Any, ClassVar

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData


class Kept(GraphComponent, ABC):
    """A component with something that it learned, in `learned`."""

    FILE: ClassVar[str]

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource
        self.learned: Any = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Kept:
        """A component that has learned nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Kept:
        """The component as it was trained, ready for its first message."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.learned = joblib.load(folder / cls.FILE)
        component.warm()
        return component

    def warm(self) -> None:
        """Gets ready now, not while the first person waits."""

    def keep(self, learned: Any) -> Resource:
        """Keeps what was learned; gives where.

        Packed: Rasa packs its archive as tightly as can be, half a minute for what is not.
        """
        self.learned = learned
        with self.storage.write_to(self.resource) as folder:
            joblib.dump(learned, folder / self.FILE, compress=1)
        return self.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that comes after needs the examples read."""
        return training_data
