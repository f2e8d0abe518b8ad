"""How a message is read: its plain form, its categories, how sure, and kept on disk."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message

from nlu.components.classifier import KindClassifier
from nlu.components.meaning import SIZE, vectors
from nlu.components.near import BLOCK, PIECE, SOME, Neighbours
from nlu.components.words import REFERENCE, plain, words

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "nlu" / "data" / "nlu.yml"
CONTEXT = ExecutionContext(GraphSchema({}))


def config() -> dict[str, Any]:
    """The component's settings as Rasa gives them to it."""
    known = yaml.safe_load((ROOT / "nlu" / "config.yml").read_text())
    return {**KindClassifier.get_default_config(), **known["pipeline"][0]}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalModelStorage, Resource]:
    """A component's training as it lies on the disk."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("kept"))
    trained = KindClassifier.create(config(), storage, Resource("reader"), CONTEXT)
    return storage, trained.train(load_data(str(DATA)))


@pytest.fixture(scope="module")
def classifier(kept: tuple[LocalModelStorage, Resource]) -> KindClassifier:
    """The component, loaded anew."""
    return KindClassifier.load(config(), *kept, CONTEXT)


def read(classifier: KindClassifier, text: str, **metadata: Any) -> dict[str, Any]:
    message = Message({"text": text, "metadata": {"roles": ["resident"], **metadata}})
    return dict(classifier.process([message])[0].as_dict(only_output_properties=True))


def test_plain_text_drops_what_means_nothing() -> None:
    assert plain("  THE  Lamp\nis ＯＵＴ ") == "the lamp is out"
    assert plain("路燈壞咗") == "路灯坏了"
    assert plain("\u2060/claim K7Q-4M2 now") == f"/claim {REFERENCE} now"
    assert plain("k7q 4m2") == plain("K7Q4M2") == REFERENCE
    assert plain("Oak Street 125") == "oak street 0"
    assert plain("the bus 5b") == "the bus 0b"
    assert plain("Ёлка ещё горит") == "елка еще горит"


def test_a_chinese_character_is_a_word() -> None:
    assert words("路灯 out, 坏") == ["路", "灯", "out", ",", "坏"]


def test_sentences_that_say_the_same_are_near_in_any_language() -> None:
    lamp, zh, lunch = vectors(["the street lamp is broken", "路灯坏了", "bring me lunch"])
    assert lamp.shape == (SIZE,)
    assert float(lamp @ zh) > float(lamp @ lunch)
    assert np.allclose(np.linalg.norm([lamp, zh, lunch], axis=1), 1.0, atol=1e-3)
    assert vectors([]).shape == (0, SIZE)


def test_what_was_learned_is_the_same_after_a_reload(
    kept: tuple[LocalModelStorage, Resource], classifier: KindClassifier
) -> None:
    again = KindClassifier.load(config(), *kept, CONTEXT)
    for text in ("the lamp is out", "垃圾没人收", "hello", "hmpf"):
        assert read(classifier, text) == read(again, text)


def test_a_report_has_its_category_as_an_entity_and_a_ranking(classifier: KindClassifier) -> None:
    for text in ("the street lamp does not work", "路燈壞咗"):
        found = read(classifier, text)
        assert found["intent"]["name"] == "report"
        (entity,) = found["entities"]
        assert (entity["entity"], entity["value"]) == ("category", "street_light")
        assert entity["confidence"] == found["category_ranking"][0]["confidence"] > 0.5
        assert found["category_ranking"][0]["name"] == "street_light"
        confidences = [each["confidence"] for each in found["intent_ranking"]]
        assert confidences == sorted(confidences, reverse=True)


def test_a_second_thing_is_told_besides(classifier: KindClassifier) -> None:
    for joint in (" and also ", "，还有"):
        found = read(
            classifier, f"the street lamp does not work{joint}the garbage is not collected"
        )
        assert found["category_ranking"][0]["name"] in ("street_light", "garbage")
        both = {found["category_ranking"][0]["name"], *(each["name"] for each in found["besides"])}
        assert both == {"street_light", "garbage"}
    assert read(classifier, "the street lamp does not work")["besides"] == []
    assert read(classifier, "the street lamp does not work and also it is dark")["besides"] == []


def test_gibberish_and_nothing_are_not_understood_but_ranked(classifier: KindClassifier) -> None:
    for text in ("xq zzt wvk", "ojojoj umf brrr", "", "⠀"):
        found = read(classifier, text)
        assert found["intent"]["name"] == "nlu_fallback"
        assert found["intent_ranking"][0]["name"] != "nlu_fallback"
        assert "entities" not in found


def test_a_role_makes_its_intents_likelier(classifier: KindClassifier) -> None:
    text = "not ours"
    resident, staff = read(classifier, text), read(classifier, text, roles=["responder"])
    chance = {each["name"]: each["confidence"] for each in resident["intent_ranking"]}
    assert staff["intent"]["name"] == "decline"
    assert staff["intent"]["confidence"] > chance.get("decline", 0.0)


def test_a_place_in_the_words_speaks_against_a_wrong_category(classifier: KindClassifier) -> None:
    text = "no that is wrong it is Oak Street"
    chances = [
        {each["name"]: each["confidence"] for each in found["intent_ranking"]}
        for found in (read(classifier, text), read(classifier, text, place={"text": "Oak"}))
    ]
    assert chances[1].get("change_kind", 0.0) <= chances[0].get("change_kind", 0.0)


def test_the_real_training_data_names_only_what_the_domain_knows() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text())
    files = sorted((ROOT / "nlu").glob("??/*.yml"))
    assert files
    for path in files:
        for block in yaml.safe_load(path.read_text())["nlu"]:
            if "lookup" in block:
                continue
            assert block["intent"] in domain["intents"], path
            if block["intent"] == "report":
                assert block["metadata"]["kind"], path


def test_the_neighbours_of_a_message_answer_by_how_near_they_are() -> None:
    angles = np.linspace(0.0, 3.0, PIECE)
    rows = np.stack([np.cos(angles), np.sin(angles)], 1)
    answers = np.where(angles < 1.5, 0, 1)
    answers[::5] = -1  # of these nobody knows it
    found = Neighbours(5.0 * rows).find(np.tile(rows, (2, 1)))
    assert np.allclose(found.nearest, 1.0)
    assert np.allclose(found.weights.sum(1), 1.0)
    votes = found.votes(answers, 3)
    assert np.allclose(votes.sum(1), 1.0)
    assert votes[0, 0] == votes[-1, 1] == pytest.approx(1.0)
    assert found.votes(np.full(PIECE, -1), 3).max() == 0.0


def test_neighbours_are_looked_for_among_some_alone_and_are_kept() -> None:
    rows = np.eye(8)
    known = pickle.loads(pickle.dumps(Neighbours(rows)))  # our own bytes
    found = known.find(rows[:1], np.array([3, 5]))
    assert set(found.at[0]) == {3, 5}
    assert known.find(np.zeros((0, 8))).at.shape == (0, 8)


def test_among_many_the_nearest_are_those_that_a_full_search_finds() -> None:
    known = np.random.default_rng(1).standard_normal((SOME * BLOCK + 77, 16))
    known /= np.linalg.norm(known, axis=1, keepdims=True)
    asked = known[-3:]
    found = Neighbours(known).find(asked)
    wanted = np.argsort(-(asked @ known.T), axis=1)[:, :SOME]
    assert [set(each) for each in found.at] == [set(each) for each in wanted]
