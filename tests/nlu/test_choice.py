"""What is learned of many sentences on all processors at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from nlu.components.choice import MANY, PART, WIDE, Choice, apart_from, share


def _some(count: int, names: int) -> tuple[csr_matrix, list[str]]:
    """Rows that each lie near the corner of their name."""
    chance = np.random.default_rng(3)
    at = np.arange(count) % names
    rows = chance.normal(0.0, 0.2, (count, names)) + np.eye(names)[at]
    return csr_matrix(rows.astype(np.float32)), [f"n{i:02}" for i in at]


def test_names_learned_in_shares_are_all_told_apart() -> None:
    rows, labels = _some(MANY + 200, WIDE + 5)
    model = Choice()
    new = apart_from(labels)
    apart = model.fit(rows, labels, new)
    assert model.names == sorted(set(labels))
    for margins, truth in ((model.margins(rows), np.array(labels)), (apart, np.array(labels)[new])):
        best = np.array(model.names)[margins.argmax(1)]
        assert (best == truth).mean() > 0.97


def test_two_names_are_told_apart_by_one_row() -> None:
    rows, labels = _some(60, 2)
    model = Choice()
    model.learn(rows, np.array(labels))
    found = model.margins(rows)
    assert found.shape == (60, 2)
    assert (np.array(model.names)[found.argmax(1)] == np.array(labels)).all()


def test_a_part_has_something_of_each_label() -> None:
    labels = np.array(["rare"] + ["some"] * 10 + ["most"] * 1000)
    found = labels[share(labels, PART)].tolist()
    assert [found.count(each) for each in ("rare", "some", "most")] == [1, 6, 600]
