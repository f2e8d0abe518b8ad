"""Rasa's door to the reader: a message's intent, and a report's category as an entity."""

from __future__ import annotations

import logging
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components import besides, tone
from nlu.components.besides import joints
from nlu.components.kept import Kept
from nlu.components.reader import Reader
from nlu.components.sentences import FAQ, REPORT, Asked, Example, Reading

logger = logging.getLogger(__name__)

ENTITY = {REPORT: "category", FAQ: "topic"}
"""As what it is told what the sentences of an intent are about."""

URGENCY, BESIDES = "urgency", "besides"
CATEGORY_RANKING, TOPIC_RANKING, OFF_TOPIC = "category_ranking", "topic_ranking", "off_topic"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KindClassifier(Kept):
    """Reads intent, category and topic with a linear model over words, letters and meaning."""

    FILE = "reader.joblib"

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`roles`: intents by the role that means them; `ask_back`: the share of right readings
        that may be asked back; `ranking_length`."""
        return {"roles": {}, "ask_back": 0.1, "ranking_length": 6}

    def warm(self) -> None:
        """Loads the encoder of meanings."""
        self.learned.read([Asked("")])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all examples that have an intent, and keeps what was learned."""
        reader = Reader(self.config["roles"])
        reader.joints = joints(_table(training_data, besides.TABLE))
        measured = reader.fit(
            [_example(each) for each in training_data.intent_examples],
            self.config["ask_back"],
            _table(training_data, tone.TABLE),
        )
        logger.info("Read apart from the rest: %s", measured)
        return self.keep(reader)

    def process(self, messages: list[Message]) -> list[Message]:
        """Reads the messages: intent, all rankings, and what a report or a question is about.

        A report whose category is in doubt has none, only the ranking: the person chooses.
        """
        asked = [_asked(each) for each in messages]
        readings = self.learned.read(asked)
        others = self.learned.besides(asked, readings)
        for message, reading, more in zip(messages, readings, others, strict=True):
            self._tell(message, reading)
            message.set(BESIDES, _ranking(more), add_to_output=True)
        return messages

    def _tell(self, message: Message, reading: Reading) -> None:
        most = self.config["ranking_length"]
        parts = (reading.intents, reading.kinds, reading.topics)
        intents, kinds, topics = (_ranking(each[:most]) for each in parts)
        intent = dict(intents[0])
        if not reading.sure:
            intent["name"] = DEFAULT_NLU_FALLBACK_INTENT_NAME
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, intents, add_to_output=True)
        message.set(CATEGORY_RANKING, kinds, add_to_output=True)
        message.set(TOPIC_RANKING, topics, add_to_output=True)
        message.set(OFF_TOPIC, round(reading.off_topic, 4), add_to_output=True)
        urgent = reading.urgent
        told = {"name": urgent.level, "confidence": round(urgent.chance, 4)}
        message.set(URGENCY, {**told, "likely": urgent.likely}, add_to_output=True)
        about = {REPORT: kinds if reading.sure_of_kind else [], FAQ: topics}
        best = next(iter(about.get(intent["name"], ())), None)
        if best:
            found = {"entity": ENTITY[intent["name"]], "value": best["name"]}
            found |= {"confidence": best["confidence"], "extractor": "KindClassifier"}
            others = message.get(ENTITIES) or []
            message.set(ENTITIES, [*others, found], add_to_output=True)


def _asked(message: Message) -> Asked:
    known = message.get("metadata") or {}
    return Asked(
        message.get(TEXT) or "",
        known.get("roles", ()),
        holds_place=known.get("place") is not None,
        has_tickets=known.get("tickets", True),
    )


def _example(message: Message) -> Example:
    about = (message.get("metadata") or {}).get("intent") or {}
    kind, urgency = (str(about.get(each) or "") for each in ("kind", "urgency"))
    return Example(message.get(TEXT), message.get(INTENT), kind, urgency)


def _table(data: TrainingData, name: str) -> list[str]:
    """The phrases of the lookup tables of a name, one for each language."""
    tables = [each["elements"] for each in data.lookup_tables if each["name"] == name]
    return sorted({phrase for table in tables for phrase in table})


def _ranking(pairs: list[Any]) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": round(chance, 4)} for name, chance in pairs]
