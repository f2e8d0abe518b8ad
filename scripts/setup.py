"""Makes everything that Manyhands needs on this machine; what is there already is left alone."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from scripts import browser, environments, model
from scripts.places import ROOT, VAR
from scripts.terminal import Failed, Stop, say

GIB = 2**30
NO_BROWSER = (
    "It could not be fetched: the tests of the page are left out. Chromium or Chrome will do."
)
NETWORK = ("fetch", "connect", "resolve host", "certificate", "timed out")


@dataclass(frozen=True)
class Step:
    """One thing to have; `takes` is what a person should expect, `room` is GiB of disk."""

    name: str
    takes: str
    room: float
    done: Callable[[], bool]
    do: Callable[[], None]
    without: str = ""
    """What happens when it cannot be had; empty when nothing works without it."""


def steps(what: str, tests: bool) -> list[Step]:
    """What has to be there, in order."""
    app = Step(
        "the bot's environment",
        "about half a minute, 0.6 GB of disk",
        0.8,
        lambda: environments.app(tests).done(),
        lambda: environments.make_app(tests),
    )
    nlu = Step(
        "Rasa's environment",
        "one to five minutes, 2.8 GB of disk",
        4.0,
        environments.nlu().done,
        environments.make_nlu,
    )
    trained = Step("training Rasa", "three to seven minutes", 0.5, model.done, model.train)
    page = Step(
        "a browser for the tests", "about a minute", 1.0, browser.done, browser.get, NO_BROWSER
    )
    return {
        "app": [app],
        "nlu": [app, nlu],
        "model": [app, nlu, trained],
        "browser": [app, page],
        "all": [app, nlu, trained, *([page] if tests else [])],
    }[what]


def main(arguments: Sequence[str]) -> int:
    """Does what is missing; the exit code."""
    options = _options(arguments)
    try:
        with _alone():
            _do([step for step in steps(options.what, options.tests) if not step.done()])
    except Failed as failed:
        say(f"\n{failed.tail}\n\n{_advice(failed.tail)}\n{failed}")
        return 1
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. The same command goes on from here.")
        return 130
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m scripts.setup", description=__doc__)
    parser.add_argument("--what", default="all", choices=("app", "nlu", "model", "browser", "all"))
    parser.add_argument("--tests", action="store_true", help="also what checks and tests need")
    return parser.parse_args(arguments)


def _do(missing: Sequence[Step]) -> None:
    for number, step in enumerate(missing, start=1):
        say(f"Step {number} of {len(missing)}: {step.name} ({step.takes})")
        free = shutil.disk_usage(ROOT).free / GIB
        if free < step.room:
            raise Stop(
                f"This needs about {step.room:.1f} GB of disk, and {free:.1f} GB are free: "
                "please make room and try again."
            )
        try:
            step.do()
        except Failed:
            if not step.without:
                raise
            say(f"  {step.without}")


@contextmanager
def _alone() -> Iterator[None]:
    """Two at once wait for one another, and for what one that was killed has left running."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "setup.lock").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another setup is at work here; waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _advice(tail: str) -> str:
    """One sentence on what to do, from what the tools said."""
    said = tail.lower()
    if "no space left" in said:
        return "The disk is full: please make room and try again."
    if any(word in said for word in NETWORK):
        return "The packages could not be fetched: please check the network and try again."
    return "That did not work. The same command tries again from here."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
