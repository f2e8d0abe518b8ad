"""How near a sentence comes to those that are known: what is far from all is asked back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlu.components.choice import Array

PIECE = 1024
"""Vectors that are compared with all others at once."""

SAME = 0.9999
"""From which nearness on two vectors are of one sentence."""

KNOWN = 40
"""Sentences of each label whose vectors stand for what is known: all would take milliseconds."""


def some(labels: Sequence[str]) -> Array:
    """The places of up to so many rows of each label, evenly taken."""
    at = np.array(labels)
    rows = (np.flatnonzero(at == each) for each in sorted(set(labels)))
    return np.concatenate([each[:: -(-len(each) // KNOWN)] for each in rows])


def nearest(vectors: Array, known: Array) -> Array:
    """How near each vector comes to a known one that is not itself; in pieces, since all pairs
    of twenty thousand take two gigabytes."""
    found = np.empty(len(vectors))
    for start in range(0, len(vectors), PIECE):
        near = vectors[start : start + PIECE] @ known.T
        near[near > SAME] = -1.0
        found[start : start + PIECE] = near.max(1)
    return found
