"""How urgent a message is read, which words of it say where, and how its tone changes nothing."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.classifier import KindClassifier
from nlu.components.meaning import many, vectors
from nlu.components.placewords import PlaceWords
from nlu.components.where import PlaceFinder
from nlu.importer import QuickImporter
from tests.nlu.test_reader import ROOT, config

FOLDERS = [str(ROOT / "tests" / "nlu" / each) for each in ("data", "danger")]
CONTEXT = ExecutionContext(GraphSchema({}))


@pytest.fixture(scope="module")
def data() -> TrainingData:
    """All sentences of the tests."""
    return QuickImporter(training_data_paths=FOLDERS).get_nlu_data()


@pytest.fixture(scope="module")
def classifier(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> KindClassifier:
    """The classifier, trained on them and loaded anew."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("kept"))
    trained = KindClassifier.create(config(), storage, Resource("reader"), CONTEXT)
    return KindClassifier.load(config(), storage, trained.train(data), CONTEXT)


@pytest.fixture(scope="module")
def places(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> PlaceWords:
    """The place finder, trained on them and loaded anew."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("kept"))
    trained = PlaceWords.create({}, storage, Resource("where"), CONTEXT)
    return PlaceWords.load({}, storage, trained.train(data), CONTEXT)


def urgency(classifier: KindClassifier, text: str) -> dict[str, Any]:
    message = Message({"text": text, "metadata": {"roles": ["resident"]}})
    return dict(classifier.process([message])[0].get("urgency"))


def test_danger_is_read_where_no_word_of_a_list_tells_it(classifier: KindClassifier) -> None:
    assert urgency(classifier, "she lies in the lift and does not move")["name"] == "emergency"
    assert urgency(classifier, "the lift is slow")["name"] != "emergency"


def test_what_is_told_can_be_sent_on_as_json(classifier: KindClassifier) -> None:
    message = classifier.process([Message({"text": "smoke comes out of the lift"})])[0]
    told = {
        each: message.get(each) for each in ("intent", "intent_ranking", "urgency", "off_topic")
    }
    assert json.loads(json.dumps(told)) == told


def test_anger_and_rank_change_nothing(classifier: KindClassifier) -> None:
    for text in ("the lift is slow again", "he does not breathe, he lies in the lift"):
        calm = urgency(classifier, text)
        angry = urgency(classifier, f"I KNOW THE MAYOR! {text}. This is a scandal!!!")
        assert angry["name"] == calm["name"]


def test_phrases_of_tone_are_learned_with_reports_but_are_nobodys_neighbour(
    classifier: KindClassifier, data: TrainingData
) -> None:
    reader = classifier.learned
    _, _, rare = reader.features.known[0]
    row = reader.features.rows(["scandal"], vectors(["scandal"]))
    assert row[:, : len(rare)].nnz
    assert len(reader.urgencies) == len(reader.answers) == len(data.intent_examples)


def test_the_words_that_say_where_are_found(places: PlaceWords) -> None:
    message = Message({"text": "the lamp opposite the church is out"})
    found = places.process([message])[0].get("entities")
    assert [each["value"] for each in found] == ["opposite the church"]
    assert (found[0]["start"], found[0]["end"]) == (9, 28)
    assert places.process([Message({"text": ""})])[0].get("entities") is None


def test_a_finder_that_learned_nothing_finds_nothing() -> None:
    finder = PlaceFinder()
    finder.fit(["no place here"], [[]])
    assert finder.find("the lamp opposite the church") == []


def test_many_sentences_have_the_vectors_that_each_has_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("nlu.components.meaning.MANY", 3)
    texts = ["the lamp is out", "路灯坏了", "مصباح", "no water", "нет воды"]
    assert np.allclose(many(texts), vectors(texts), atol=1e-5)
    assert many([]).shape[0] == 0


def test_many_messages_are_read_as_each_is_alone(classifier: KindClassifier) -> None:
    texts = ["the lamp is out", "hello", "", "smoke in the lift", "垃圾没人收"]
    together = classifier.process([Message({"text": each}) for each in texts])
    for text, message in zip(texts, together, strict=True):
        alone = classifier.process([Message({"text": text})])[0]
        assert message.get("intent")["name"] == alone.get("intent")["name"]
        assert message.get("urgency") == pytest.approx(alone.get("urgency"), abs=1e-3)


def test_the_quick_importer_reads_what_rasas_own_reads() -> None:
    paths, domain = [*FOLDERS, str(ROOT / "stories")], str(ROOT / "domain.yml")
    quick = QuickImporter(domain_path=domain, training_data_paths=paths)
    slow = RasaFileImporter(domain_path=domain, training_data_paths=paths)
    mine, theirs = quick.get_nlu_data(), slow.get_nlu_data()
    assert _told(mine) == _told(theirs)
    assert mine.lookup_tables == theirs.lookup_tables
    assert len(quick._story_files) == len(slow._story_files) == 1


def _told(data: TrainingData) -> list[str]:
    return sorted(repr(sorted(each.data.items(), key=str)) for each in data.training_examples)
