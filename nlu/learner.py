"""Learns labels from texts of a city's own, in Rasa's environment: `python -m nlu.learner`.

`fit FOLDER` reads a JSON object `{"texts": [..], "labels": [..]}` from standard input, measures on
a part that it keeps back, writes the model and tells the measure as JSON. `classify FOLDER` reads
JSON lists of texts, a line each, and answers each with a list of `{label, confidence, ranking}`;
its first line out is `{"ready": true}`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

from nlu.components.choice import SEED, Array, Choice, apart_from, ranked
from nlu.components.words import folded, plain, words

FILE = "learned.joblib"
KEPT_BACK = 0.2
"""The share of the texts that is not learned from, to measure by."""

HEAD = 30
"""Signs of a long text's beginning that are learned as a text of their own: people ask in few
words what they wrote to an office in many."""

MANY = 1000
"""Texts from which on a word or a piece of one must come twice to count."""

MOST = 4000
"""Signs that are read of a text."""

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
"""Blanks between Chinese characters: some histories come cut into words."""

_WIDE = re.compile(r"[\u3400-\u9fff]")


class Learner:
    """A linear model over words and letters, with a probability for each label."""

    def __init__(self) -> None:
        self.letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32
        )
        self.words = TfidfVectorizer(
            tokenizer=words,
            token_pattern=None,
            lowercase=False,
            ngram_range=(1, 3),
            sublinear_tf=True,
            dtype=np.float32,
        )
        self.labels = Choice(1.0)

    def fit(self, texts: Sequence[str], labels: Sequence[str]) -> None:
        """Learns the labels of texts, and of the beginnings of long ones."""
        bare = [_bare(each) for each in texts]
        heads = [(_head(text), at) for at, text in enumerate(bare)]
        short = [(head, at) for head, at in heads if head]
        bare += [text for text, _ in short]
        self.words.min_df = self.letters.min_df = 2 if len(bare) >= MANY else 1
        rows = self._rows(bare, learn=True)
        origins = [*range(len(labels)), *(at for _, at in short)]
        told = [labels[at] for at in origins]
        new = np.flatnonzero(np.isin(origins, apart_from(labels)))  # a text goes with its beginning
        apart = self.labels.fit(rows, told, new)
        self.labels.sharpen(apart, [told[i] for i in new])

    def classify(self, texts: Sequence[str]) -> list[dict[str, Any]]:
        """The labels of texts, each with how sure that is."""
        rows = self._rows([_bare(each) for each in texts])
        chances = self.labels.probabilities(self.labels.margins(rows))
        found = []
        for each in chances:
            order = ranked(self.labels.names, each)
            ranking = [{"label": name, "confidence": round(chance, 4)} for name, chance in order]
            found.append({**ranking[0], "ranking": ranking})
        return found

    def _rows(self, bare: Sequence[str], *, learn: bool = False) -> Array:
        sides = (self.words, self.letters)
        return hstack(
            [s.fit_transform(bare) if learn else s.transform(bare) for s in sides]
        ).tocsr()


def measure(texts: Sequence[str], labels: Sequence[str], model: Learner) -> float:
    """Macro-F1 of a model on texts with known labels."""
    read = [each["label"] for each in model.classify(texts)]
    return float(f1_score(labels, read, average="macro", labels=sorted(set(labels))))


def fit(folder: Path, texts: Sequence[str], labels: Sequence[str]) -> dict[str, Any]:
    """Learns, and keeps what was learned when it is no worse than what is there already.

    Both are measured on the part that is kept back; what is there may have seen some of it, so that
    the measure favours it.
    """
    known, new, its, their = train_test_split(
        list(texts), list(labels), test_size=KEPT_BACK, random_state=SEED, stratify=labels
    )
    trial = Learner()
    trial.fit(known, its)
    told: dict[str, Any] = {"macro_f1": round(measure(new, their, trial), 4), "texts": len(texts)}
    path = folder / FILE
    if path.exists():
        told["before"] = round(measure(new, their, joblib.load(path)), 4)
        if told["before"] > told["macro_f1"]:
            return {**told, "kept": False}
    whole = Learner()
    whole.fit(texts, labels)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{FILE}.part"
    joblib.dump(whole, part)
    part.replace(path)
    return {**told, "kept": True, "labels": dict(Counter(labels))}


def _bare(text: str) -> str:
    return folded(plain(_BETWEEN.sub("", text[:MOST]), most=MOST))


def _head(text: str) -> str:
    """The beginning of a long text, up to the end of a word; nothing of a short one."""
    size = HEAD if _WIDE.search(text) else 3 * HEAD
    if len(text) < 2 * size:
        return ""
    head = text[:size]
    return head if _WIDE.search(head) else head.rpartition(" ")[0]


def main(what: str, folder: str) -> None:
    """Learns once, or answers line by line."""
    if what == "fit":
        given = json.load(sys.stdin)
        print(json.dumps(fit(Path(folder), given["texts"], given["labels"]), ensure_ascii=False))
        return
    model: Learner = joblib.load(Path(folder) / FILE)
    print('{"ready": true}', flush=True)
    for line in sys.stdin:
        print(json.dumps(model.classify(json.loads(line)), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
