"""The known sentences that a message comes nearest to in meaning, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nlu.components.choice import Array

PIECE = 256
"""Messages that are compared with all known sentences at once."""

SOME = 40
"""Neighbours that answer."""

BLOCK = 64
"""Known sentences of which the most alike is looked for first."""

FALL = 12.0
"""How fast what a neighbour says counts less with its distance: a factor of e for 1/12 of
likeness."""


@dataclass(frozen=True)
class Found:
    """The neighbours of messages, row by row."""

    at: Array
    """Their places among the known sentences."""
    weights: Array
    """How much each of them counts; rows add up to one."""
    nearest: Array
    """How alike the nearest is: one for the same meaning."""

    def votes(self, answers: Array, names: int) -> Array:
        """The share of each of so many names; `answers` are those of all known sentences as
        numbers, -1 for none."""
        rows = np.broadcast_to(np.arange(len(self.at))[:, None], self.at.shape)
        given = answers[self.at]
        told = given >= 0
        shares = np.zeros((len(self.at), names), dtype=np.float32)
        np.add.at(shares, (rows[told], given[told]), self.weights[told])
        return shares / np.maximum(shares.sum(1, keepdims=True), 1e-9)


class Neighbours:
    """Known sentences by their meaning."""

    def __init__(self, meanings: Array) -> None:
        """`meanings`: their vectors as rows."""
        self.known = _unit(meanings)

    def find(self, meanings: Array, among: Array | None = None) -> Found:
        """The neighbours of vectors, also among a part of the known alone."""
        known = self.known if among is None else self.known[among]
        some = min(SOME, len(known))
        asked = _unit(meanings)
        pieces = [_pick(asked[i : i + PIECE] @ known.T, some) for i in range(0, len(asked), PIECE)]
        at = np.concatenate([each for each, _ in pieces]) if pieces else np.zeros((0, some), int)
        alike = np.concatenate([each for _, each in pieces]) if pieces else np.zeros((0, some))
        nearest = alike.max(1, initial=-1.0)
        weights = np.exp(FALL * (alike - nearest[:, None]))
        weights /= weights.sum(1, keepdims=True)
        return Found(at if among is None else among[at], weights, nearest)

    def __getstate__(self) -> dict[str, Any]:
        """Half the size on disk."""
        return {"known": self.known.astype(np.float16)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.known = state["known"].astype(np.float32)


def _pick(alike: Array, some: int) -> tuple[Array, Array]:
    """The places of the most alike in each row, and how alike they are.

    The `some` greatest lie in the `some` blocks with the greatest maxima, so only those are sorted:
    a tenth of the time of sorting all.
    """
    blocks = alike.shape[1] // BLOCK
    if blocks <= some:
        at = np.argpartition(-alike, some - 1, 1)[:, :some]
        return at, np.take_along_axis(alike, at, 1)
    whole = blocks * BLOCK
    tops = alike[:, :whole].reshape(len(alike), blocks, BLOCK).max(2)
    best = np.argpartition(-tops, some - 1, 1)[:, :some, None] * BLOCK + np.arange(BLOCK)
    rest = np.broadcast_to(np.arange(whole, alike.shape[1]), (len(alike), alike.shape[1] - whole))
    places = np.hstack([best.reshape(len(alike), -1), rest])
    kept = np.take_along_axis(alike, places, 1)
    at = np.argpartition(-kept, some - 1, 1)[:, :some]
    return np.take_along_axis(places, at, 1), np.take_along_axis(kept, at, 1)


def _unit(vectors: Array) -> Array:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
