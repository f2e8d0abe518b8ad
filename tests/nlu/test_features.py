"""What a model sees of a text, and what it keeps of its weights."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from nlu.components.choice import STEPS, Array, Choice, stepped
from nlu.components.features import Features

TEXTS = ["the lamp is out", "the lift is out again", "路灯坏了", "电梯又坏了", "не горит фонарь"]


def learned() -> tuple[Features, Array, Array]:
    meanings = np.random.default_rng(1).normal(size=(len(TEXTS), 8)).astype(np.float32)
    features = Features()
    return features, features.fit(TEXTS, meanings).toarray(), meanings


def test_a_text_is_seen_as_it_was_when_it_was_learned() -> None:
    features, rows, meanings = learned()
    for model in (features, pickle.loads(pickle.dumps(features))):
        assert np.allclose(model.rows(TEXTS, meanings).toarray(), rows, atol=1e-5)


def test_what_nobody_has_said_leaves_the_meaning_alone() -> None:
    features, rows, meanings = learned()
    unknown = features.rows(["zzqx"], meanings[:1]).toarray()
    assert not unknown[:, : -meanings.shape[1]].any()
    assert np.allclose(unknown[:, -meanings.shape[1] :], rows[:1, -meanings.shape[1] :])


@pytest.mark.parametrize("size", [0.0, 1e-6, 1.0, 50.0])
def test_weights_in_steps_are_off_by_half_a_step_at_most(size: float) -> None:
    weights = np.random.default_rng(2).normal(size=(40, 7)) * size
    whole, steps = stepped(weights)
    off = np.abs(whole * steps[:, None] - weights)
    assert (off <= np.abs(weights).max(1, keepdims=True) / STEPS * 0.51 + 1e-9).all()


def test_a_model_that_was_kept_with_whole_weights_still_reads() -> None:
    weights = np.array([[0.5, -0.5], [2.0, 1.0]], dtype=np.float16)
    old = Choice(names=["a", "b"], weights=weights, bias=np.zeros(2))
    assert np.allclose(old.margins(csr_matrix([[2.0, 1.0]])), [[3.0, 0.0]])
