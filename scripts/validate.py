"""Lets Rasa judge its data, and reads what it says: its exit code tells nothing of warnings."""

from __future__ import annotations

import re
import subprocess
import sys

from scripts.model import data_folders
from scripts.places import NLU, ROOT, python_of

FINE = (
    # A form's question is asked by the form, which no story shows.
    r"The utterance 'utter_ask_\w+' is not used in any story or rule",
    # What only a tap, a pin or a photo says has no sentences.
    r"The intent '\w+' is listed in the domain file, but is not found in the NLU training data",
)
SAID = re.compile(r"UserWarning: (.*)|(?:ERROR|WARNING)\s+(rasa\S*\s+- .*)")


def faults(said: str) -> list[str]:
    """What Rasa complains of in its output, but for what is fine."""
    found = [one or other for one, other in SAID.findall(said)]
    return [text for text in found if not any(re.match(fine, text) for fine in FINE)]


def main() -> int:
    """The exit code: 0 when there is nothing to complain of."""
    files = ["--domain", "domain.yml", "--config", "nlu/config.yml"]
    data = ["--data", *map(str, data_folders())]
    done = subprocess.run(
        [str(python_of(NLU)), "-m", "rasa", "data", "validate", *files, *data],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    found = faults(done.stdout)
    if done.returncode != 0 and not found:
        found = done.stdout.splitlines()[-15:]
    if "rasa.validator" not in done.stdout:
        found.append("Rasa validated nothing.")
    print("\n".join(found) or "Rasa finds no fault in its data.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
