"""`python -m bench [what]`: measures, prints tables in Markdown, keeps the numbers."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence

from scripts.places import NLU, python_of

NEEDS = "Measuring needs {what}: `{command}` gets it."


def missing() -> str | None:
    """What is not installed and how to get it; None when all is there."""
    if importlib.util.find_spec("psutil") is None:
        command = "python3 -m scripts.setup --what app --tests"
        return NEEDS.format(what="psutil", command=command)
    if not python_of(NLU).exists():
        return NEEDS.format(what="Rasa", command="python3 -m scripts.setup --what nlu")
    return None


def main(words: Sequence[str]) -> int:
    """The exit code: 0 when everything that was asked for was measured."""
    lacking = missing()
    if lacking:
        print(lacking, file=sys.stderr)
        return 1
    from bench.whole import run  # noqa: PLC0415 (it needs what was just looked for)

    return run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
